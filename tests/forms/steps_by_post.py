"""Every step somebody can take, as a browser sends it: where, by whom, on which day, with which choices."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any

import factories
from journey import BARCODE, FACTS, SESSION_DAY

from letters.store import store
from tests.letters.pieces import picture
from tests.letters.scans import scan_of
from workflow.models import Seat, db


@dataclass(frozen=True)
class Sent:
    """One step: the state on the shelf, who takes it and when, and what is chosen beside the typed words."""

    kind: str
    action: str
    state: str
    login: str
    day: date | None
    chosen: dict[str, str] | Callable[[Any], dict[str, str]] = field(default_factory=dict)
    letter: str = ""
    unprinted: tuple[str, ...] = ()
    then: Callable[[Any], Any] = lambda file: None


REPORT = {"breach_type": "afwezig_nt2", "reported_facts-0-happened_on": "23/2/2026"}
WARN = {"lawful_reason": "geen", "remedy_by": "23/3/2026"}
INVITE = {
    "hearing_on": "14/4/2026", "hearing_time": "14 u", "needs_interpreter": "ja", "reschedule_by": "10/4/2026",
}  # fmt: skip
HEARD = {"hearing_outcome": "gehouden"}
MEASURE = {
    "measure": "schorsing", "share": "deel", "monthly_cents": "320,00", "duration": "1", "unit": "maanden",
    "deferral": "deel", "trial_until": "28/4/2027", "starts_on": "1/6/2026",
}  # fmt: skip
POSTED = {"way": "aangetekend", "posted_on": "3/3/2026", "registered_number": BARCODE}


def _with_amal(file):
    """Make the client one for whom Amal is competent; the facts are frozen again when the report is completed."""
    file.client.aids[0].aid = "andere"
    for annex in file.client.annexes:
        db.session.delete(annex)
    db.session.commit()
    return REPORT


def _for_amal(file):
    _with_amal(file)
    file.take("vul_melding_aan", "mw", breach_type="afwezig_nt2", reported_facts=FACTS)
    return {}


def _hand_over(file):
    file.take("draag_over", "mw")


def _asked(file):
    """The committee asked a question: the report with its answer is to be revised."""
    file.take("verdaag", "secretaris", SESSION_DAY, question="Hoeveel is de huur?", answer_by=date(2026, 5, 12))
    return MEASURE


def _urgent(file):
    return {"session_id": (file.session or file.plan_session()).id, "urgent": "y"}


def _votes(file):
    return {f"choices-{seat.id}": "voor" for seat in db.session.query(Seat)}


def _decision(file):
    return _votes(file) | MEASURE


def _withdrawal(file):
    return _votes(file) | {"session_id": file.plan_session(date(2026, 5, 12)).id}


def _colleague(file):
    return {"handler_id": file.staff["mw2"].id}


def _member(file):
    return {"seat_id": db.session.query(Seat).filter_by(number=3).one().id}


def _planned(file):
    file.plan_session()
    return {}


def _put_forward(file):
    file.post("aanmaning", "leg_voor", "mw", date(2026, 3, 3))
    return {"read": "y", "password": factories.PASSWORD}


def _scanned(file):
    _put_forward(file)
    scan = scan_of(store.get(file.letter("aanmaning").pdf_sha256))
    return {
        "outside_way": "inkt", "outside_on": "3/3/2026", "outside_until": "1", "upload": (BytesIO(scan), "scan.pdf")
    }  # fmt: skip


def _signed(file):
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    return POSTED


def _returned(file):
    back = {"returned_on": date(2026, 3, 20), "return_reason": "Niet afgehaald"}
    file.post("aanmaning", "meld_terugkeer", "klerk", date(2026, 3, 20), **back)
    return {}


def scan():
    """A small picture, as somebody chooses it."""
    return BytesIO(picture()), "scan.png"


def _scan(file):
    return {"upload": scan()}


def _a_piece(file):
    content = picture(b"\x80")
    said = {"name": "attest.png", "kind": "png", "size": len(content), "sha256": store.put(content), "shared": True}
    file.take("voeg_stuk_toe", "mw", new_piece={"title": "Attest"} | said)
    return {"piece": file.case.attachments[0].id}


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("sanction", "meld", "gemeld", "tb", None, REPORT),
    ("sanction", "vul_melding_aan", "gemeld", "mw", None, _with_amal, "overdracht_aan_amal", (), _hand_over),
    ("sanction", "draag_over", "gemeld", "mw", None, _for_amal),
    ("sanction", "maan_aan", "gemeld", "mw", None, WARN, "aanmaning", ("reason_examined",)),
    ("sanction", "pas_aanmaning_aan", "aanmaning", "mw", None, WARN, "aanmaning", ("reason_examined",)),
    ("sanction", "leef_na", "aangemaand", "mw", (3, 12), {"remedied_on": "12/3/2026"}, "bevestiging_naleving"),
    ("sanction", "seponeer", "gehoord", "hoofd", None, {"closing_reason": "ziekte"}, "bericht_zonder_gevolg"),
    ("sanction", "roep_op", "aangemaand", "mw", (3, 24), INVITE, "uitnodiging_hoorzitting"),
    ("sanction", "verplaats", "hoorzitting", "mw", (3, 24), INVITE, "uitnodiging_hoorzitting"),
    ("sanction", "hoor", "hoorzitting", "mw", (4, 14), HEARD, "hoorverslag"),
    ("sanction", "verbeter_verslag", "gehoord", "mw", (4, 14), HEARD, "hoorverslag"),
    ("sanction", "adviseer", "gehoord", "mw", (4, 15), MEASURE, "sociaal_verslag", ("answer",)),
    ("sanction", "herzie_advies", "geagendeerd", "mw", (4, 28), _asked, "sociaal_verslag"),
    ("sanction", "agendeer", "geadviseerd", "hoofd", None, _urgent),
    ("sanction", "beslis", "geagendeerd", "secretaris", (4, 28), _decision, "beslissing"),
    ("sanction", "verdaag", "geagendeerd", "secretaris", (4, 28), {"answer_by": "12/5/2026"}),
    ("sanction", "meld_belang", "geagendeerd", "secretaris", None, _member),
    ("sanction", "verbeter_beslissing", "beslist", "secretaris", None, {}, "beslissing"),
    ("sanction", "trek_in", "kennisgegeven", "secretaris", (5, 12), _withdrawal, "intrekking"),
    ("sanction", "voer_uit", "kennisgegeven", "klerk", (5, 4), {"executed_on": "4/5/2026"}),
    ("sanction", "licht_in_ocmw", "kennisgegeven", "mw", (5, 4), {"ocmw_informed_on": "4/5/2026"}),
    ("sanction", "licht_in_amal", "kennisgegeven", "tb", (5, 4), {"amal_informed_on": "4/5/2026"}),
    ("sanction", "stel_beroep_in", "kennisgegeven", "klerk", (5, 20), {"appeal_on": "19/5/2026"}),
    ("sanction", "uitspraak", "in_beroep", "mw", (9, 1), {"judgment": "bevestigd", "judgment_on": "1/9/2026"}),
    ("sanction", "wijs_toe", "gemeld", "hoofd", None, _colleague),
    ("sanction", "noteer", "gemeld", "contact", None),
    ("sanction", "voeg_stuk_toe", "gemeld", "tb", None, _scan),
    ("sanction", "verwijder_stuk", "gemeld", "mw", None, _a_piece),
    ("post", "leg_voor", "aanmaning", "mw", None),
    ("post", "annuleer", "aanmaning", "mw", None),
    ("post", "onderteken", "aanmaning", "mw", (3, 3), _put_forward),
    ("post", "neem_op", "aanmaning", "klerk", (3, 3), _scanned),
    ("post", "stuur_terug", "aanmaning", "mw", (3, 3), _put_forward),
    ("post", "verzend", "aanmaning", "klerk", (3, 3), _signed),
    ("post", "corrigeer", "aangemaand", "klerk", (3, 4), POSTED),
    ("post", "meld_aanbieding", "aangemaand", "klerk", (3, 4), {"presented_on": "4/3/2026"}),
    ("post", "meld_terugkeer", "aangemaand", "klerk", (3, 20), {"returned_on": "20/3/2026"}),
    ("post", "voeg_bewijs_toe", "aangemaand", "klerk", (3, 4), _scan),
    ("post", "volg_op", "aangemaand", "klerk", (3, 20), _returned),
    ("session", "plan", "geadviseerd", "secretaris", None, {"held_on": "28/4/2026", "starts_at": "14 u"}),
    ("session", "annuleer", "geadviseerd", "secretaris", None, _planned),
    ("session", "sluit", "geadviseerd", "secretaris", (4, 28), _planned),
)
# fmt: on

STEPS = [Sent(*row[:4], date(2026, *row[4]) if row[4] else None, *row[5:]) for row in ROWS]
"""One row for every step of every table; who takes it is one of its roles."""
