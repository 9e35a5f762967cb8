"""Every step of a session of the committee, as a browser sends it."""


def _planned(file):
    file.plan_session()
    return {}


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("session", "plan", "geadviseerd", "secretaris", None, {"held_on": "28/4/2026", "starts_at": "14 u"}),
    ("session", "annuleer", "geadviseerd", "secretaris", None, _planned),
    ("session", "sluit", "geadviseerd", "secretaris", (4, 28), _planned),
)
# fmt: on
