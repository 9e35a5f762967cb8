"""Every step of a GPMI file, as a browser sends it."""

from datetime import date

from forms import clock as wall
from tests.forms.steps.notes import a_piece, a_scan
from tests.walks import gpmi as walk

PARTS = ("nt2", "mo", "activering", "pnt")
DAYS = {f"{part}_{end}": day for part in PARTS for end, day in (("starts_on", "16/3/2026"), ("ends_on", "26/2/2027"))}
ANNEX = DAYS | dict.fromkeys(PARTS, "y") | {
    "from_on": "9/3/2026", "until_on": "8/3/2027", "with_amal": "y",
    "evaluation_1": "9/7/2026", "evaluation_2": "9/11/2026", "evaluation_3": "8/3/2027",
}  # fmt: skip
SIGNED = {"client_signed_on": "4/3/2026", "client_signed_how": "inkt", "waived": "y"}
JUDGED = {f"{part}_outcome": "deels" for part in PARTS}
EVALUATION = JUDGED | {"held_on": "9/7/2026", "face_to_face": "ja", "next_on": "9/11/2026"}
END = {"ended_on": "9/7/2026", "end_reason": "afgewerkt"}


def _workers(file):
    return {"handler_id": file.staff["mw"].id, "replacement_id": file.staff["mw2"].id}


def _contract(file):
    return _workers(file) | {"granted_on": "12/1/2026", "ground": "verplicht"}


def _another_client(file):
    """The client on the shelf has a contract already: it is withdrawn first."""
    file.take("trek_in", "mw", end_reason="vergissing", end_explanation="Dubbel.")
    return _contract(file)


def _drawn_up(file):
    file.draw_up()
    return {"offered_on": "3/3/2026", "assistance_offered": "y"}


def _changed(file):
    """A new annex lies ready beside the one in force, and is corrected."""
    file.draw_up(date(2026, 7, 8), "wijzig", reason="Meer lessen.")
    return ANNEX


def _dropped(file):
    file.draw_up(date(2026, 7, 8), "wijzig", reason="Meer lessen.")
    return {}


def _asked(file):
    file.take("vraag_onderhoud", "mw", date(2026, 3, 16), interview=walk.INTERVIEW)
    return {"held_on": "18/3/2026"}


def _late(file):
    """Nobody evaluated in time: the turn is put before the team leads of both organisations."""
    file.clock.set(date(2026, 8, 20))
    assert wall.run(file.now) == [file.case.reference]
    return {}


def _colleague(file):
    return {"handler_id": file.staff["mw2"].id}


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("gpmi", "open", "ontwerp", "mw", None, _another_client),
    ("gpmi", "vul_contract_aan", "ontwerp", "klerk", None, _contract),
    ("gpmi", "stel_bijlage_op", "ontwerp", "mw", (3, 3), ANNEX, "bijlage_gpmi"),
    ("gpmi", "wijzig", "ondertekend", "mw", (7, 9), ANNEX, "bijlage_gpmi"),
    ("gpmi", "verbeter_bijlage", "ondertekend", "mw", (7, 9), _changed, "bijlage_gpmi"),
    ("gpmi", "bied_aan", "ontwerp", "mw", (3, 3), _drawn_up),
    ("gpmi", "teken_client", "aangeboden", "klerk", (3, 4), SIGNED),
    ("gpmi", "neem_terug", "aangeboden", "mw", None, {}),
    ("gpmi", "behoud_vorige", "ondertekend", "mw", (7, 9), _dropped),
    ("gpmi", "volg_vertraging_op", "ondertekend", "hoofd", (8, 20), _late),
    ("gpmi", "evalueer", "ondertekend", "mw", (7, 9), EVALUATION, "evaluatieverslag"),
    ("gpmi", "vraag_onderhoud", "ondertekend", "klerk", (3, 16), {"asked_on": "16/3/2026"}),
    ("gpmi", "houd_onderhoud", "ondertekend", "mw", (3, 18), _asked),
    ("gpmi", "beeindig", "ondertekend", "hoofd", (7, 9), END),
    ("gpmi", "vervang", "ondertekend", "mw", (7, 9), END),
    ("gpmi", "trek_in", "aangeboden", "mw", None, {"end_reason": "vergissing"}),
    ("gpmi", "wijs_toe", "ontwerp", "hoofd", None, _colleague),
    ("gpmi", "noteer", "ondertekend", "contact", None),
    ("gpmi", "voeg_stuk_toe", "ondertekend", "tb", None, a_scan),
    ("gpmi", "verwijder_stuk", "ondertekend", "mw", None, a_piece),
)
# fmt: on
