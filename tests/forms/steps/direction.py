"""Every step with a change of direction, as a browser sends it."""

from datetime import date

from forms import clock as wall
from tests.forms.steps.notes import a_piece, a_scan
from workflow.models import Direction, db


def _with_a_sanction(file):
    """A sanction file ran when leefloon stopped."""
    case = db.session.query(Direction).one()
    case.concerned = [{"id": "sd", "reference": "SD-2026-0001"}]
    db.session.commit()
    return {"follow_up": "verder"}


def _late(file):
    """Nobody took note in time: the clock tells the team leads."""
    file.clock.set(date(2026, 3, 17))
    wall.run(file.now)
    return {}


def _worker(file):
    return {"handler_id": file.staff["mw2"].id}


def _counsellor(file):
    return {"counsellor_id": file.staff["tb"].id}


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("direction", "neem_kennis_ocmw", "gemeld", "mw", None),
    ("direction", "neem_kennis_amal", "gemeld", "tb", None),
    ("direction", "kies_vervolg", "gemeld", "mw", None, _with_a_sanction),
    ("direction", "wijs_toe", "gemeld", "hoofd", None, _worker),
    ("direction", "wijs_begeleider_toe", "gemeld", "contact", None, _counsellor),
    ("direction", "volg_vertraging_op", "gemeld", "hoofd", (3, 17), _late),
    ("direction", "noteer", "gemeld", "contact", None),
    ("direction", "voeg_stuk_toe", "gemeld", "tb", None, a_scan),
    ("direction", "verwijder_stuk", "gemeld", "mw", None, a_piece),
)
# fmt: on
