"""Every step of a point on the agenda, as a browser sends it: on a file, but where only a fixed point takes it."""

from forms.actions import perform
from tests.walks import meetings
from tests.walks.sanction import SESSION_DAY
from workflow.models import db

MEASURE = {
    "measure": "schorsing", "share": "deel", "monthly_cents": "320,00", "duration": "1", "unit": "maanden",
    "deferral": "deel", "trial_until": "28/4/2027", "starts_on": "1/6/2026",
}  # fmt: skip


def _opened(file):
    file.clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    return {}


def _discussed(file):
    _opened(file)
    perform(file.case.agenda_item, "behandel", file.actor("voorzitter"), file.now)
    return {}


def _voting(file):
    _discussed(file)
    perform(file.case.agenda_item, "open_stemming", file.actor("voorzitter"), file.now)
    return {"choosing": "voor"}


def _closing(file):
    """Nobody voted yet: the chair closes all the same."""
    _voting(file)
    return {"anyway": "y"}


def _votes(file):
    _discussed(file)
    return {f"choices-{seat}": "voor" for seat in file.case.agenda_item.room.voters}


def _counted(file):
    _opened(file)
    file.vote()
    return {}


def _guest(file):
    _discussed(file)
    guests = [{"name": "Mw Werker", "function": "maatschappelijk werker"}]
    perform(file.case.agenda_item, "laat_toe", file.actor("voorzitter"), file.now, fields={"guests": guests})
    return {}


def _member(file):
    return {"seat_id": file.session.seats[3].id}


def _fixed(file):
    """A fixed point, which came as an urgent one after the convocation."""
    point = {"subject": "vast", "title": "Rondvraag", "urgent": True, "urgency_reason": "Vandaag gevraagd."}
    perform(file.session, "voeg_punt_toe", file.actor("secretaris"), file.now, fields={"point": point})
    db.session.refresh(file.session)
    file.point = file.session.items[-1]
    return {}


def _fixed_in_session(file):
    _opened(file)
    return _fixed(file)


def _let_in(file):
    """A fixed point that two thirds of the members let in."""
    _fixed_in_session(file)
    agreed = {"urgency_agreed": 13}
    perform(file.point, "aanvaard_dringend", file.actor("secretaris"), file.now, fields=agreed)
    return {}


def _urgent(file):
    return _fixed_in_session(file) | {"urgency_agreed": "9"}


# fmt: off
_STEPS = (
    # action, who, chosen
    ("behandel", "voorzitter", _opened),
    ("aanvaard_dringend", "secretaris", _urgent),
    ("open_stemming", "voorzitter", _discussed),
    ("stem", "lid", _voting),
    ("sluit_stemming", "voorzitter", _closing),
    ("noteer_stemmen", "secretaris", _votes),
    ("neem_akte", "secretaris", _let_in),
    ("breek_af", "secretaris", _voting),
    ("doe_over", "secretaris", _counted),
    ("schrijf_ontwerp", "secretaris", MEASURE),
    ("meld_belang", "lid", {}),
    ("noteer_belang", "secretaris", _member),
    ("laat_toe", "secretaris", _discussed),
    ("laat_uit", "secretaris", _guest),
    ("lees", "lid", {}),
    ("verdaag", "secretaris", _fixed_in_session),
    ("schrap", "secretaris", _fixed),
)
# fmt: on

ROWS = [("agenda_item", action, "geagendeerd", who, None, chosen) for action, who, chosen in _STEPS]
