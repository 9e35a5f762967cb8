"""Every step of a session of the committee, as a browser sends it."""

from datetime import date

from tests.walks import meetings

PLAN = {"held_on": "12/5/2026", "starts_at": "14 u"}
DAY = (4, 28)


def _roll(file, absent=()):
    return {f"roll_call-{seat.id}": "afwezig" if seat.number in absent else "aanwezig" for seat in file.case.seats}


def _too_few(file):
    return PLAN | _roll(file, absent=range(1, 9))


def _turned_round(file):
    file.take("voeg_punt_toe", "secretaris", point={"subject": "vast", "title": "Rondvraag"})
    return {"order": ",".join(item.id for item in reversed(file.case.items))}


def _comes(file):
    return {"seat_id": next(seat.id for seat in file.case.seats if seat.number == 12), "hour": "14.20"}


def _leaves(file):
    return {"seat_id": file.case.seats[1].id, "hour": "14.40"}


def _in_a_break(file):
    file.take("schors", "voorzitter")
    return {}


def _decided(file):
    file.decide()
    return {}


def _without_files(file):
    file.case = meetings.planned(file, date(2026, 5, 12))
    return {}


# fmt: off
_STEPS = (
    # action, state on the shelf, who, day, chosen
    ("plan", "gepland", "secretaris", None, PLAN),
    ("wijzig", "gepland", "secretaris", None, PLAN),
    ("voeg_punt_toe", "opgeroepen", "secretaris", None),
    ("voeg_toe_als_lid", "opgeroepen", "lid", None),
    ("schik", "gepland", "secretaris", None, _turned_round),
    ("roep_op", "gepland", "secretaris", None, lambda file: file.explain()),
    ("maak_oproeping_opnieuw", "oproeping", "secretaris", None),
    ("trek_oproeping_in", "oproeping", "secretaris", None),
    ("open", "opgeroepen", "secretaris", DAY, _roll),
    ("stel_onvoltallig_vast", "opgeroepen", "secretaris", DAY, _too_few),
    ("noteer_aankomst", "geopend", "secretaris", None, _comes),
    ("noteer_vertrek", "geopend", "secretaris", None, _leaves),
    ("schors", "geopend", "secretaris", None),
    ("hervat", "geopend", "secretaris", None, _in_a_break),
    ("sluit", "geopend", "secretaris", None, _decided),
    ("verbeter_notulen", "gesloten", "secretaris", None),
    ("annuleer", "gepland", "secretaris", None, _without_files),
    ("noteer", "gepland", "secretaris", None),
)
# fmt: on

ROWS = [("session", *step) for step in _STEPS]
