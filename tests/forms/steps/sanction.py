"""Every step of a sanction file, as a browser sends it."""

from datetime import date

from forms import clock as wall
from tests.forms.steps.notes import a_piece, a_scan
from tests.walks import meetings
from tests.walks.sanction import FACTS, SESSION_DAY
from workflow.models import db

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
    _opened(file)
    file.take("verdaag", "secretaris", question="Hoeveel is de huur?", answer_by=date(2026, 5, 12))
    return MEASURE


def _urgent(file):
    session = file.session or file.plan_session()
    file.clock.set(date(2026, 4, 21))  # the convocation can no longer carry it
    return {"session_id": session.id, "urgent": "y"}


def _voted(file):
    file.clock.set(SESSION_DAY, 14)
    file.vote()
    return MEASURE


def _opened(file):
    file.clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    return {"answer_by": "12/5/2026"}


def _planned_again(file):
    return {"session_id": file.plan_session(date(2026, 5, 12)).id, "urgent": "y"}


def _asked_back(file):
    """The committee voted to take its decision back."""
    session = file.plan_session(date(2026, 5, 12))
    file.take("agendeer_intrekking", "secretaris", agenda={"session": session, "subject": "intrekking"})
    meetings.convened(file, session)
    file.clock.set(date(2026, 5, 12), 14)
    file.vote()
    return {}


def _late(file):
    """Nobody did anything after the remedy term: the turn is put before the team leads."""
    file.clock.set(date(2026, 4, 15))
    assert wall.run(file.now) == [file.case.reference]
    return {}


def _colleague(file):
    return {"handler_id": file.staff["mw2"].id}


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
    ("sanction", "herzie_advies", "geagendeerd", "mw", None, _asked, "sociaal_verslag"),
    ("sanction", "agendeer", "geadviseerd", "hoofd", None, _urgent),
    ("sanction", "beslis", "geagendeerd", "secretaris", None, _voted, "beslissing"),
    ("sanction", "haal_van_agenda", "geagendeerd", "secretaris", None),
    ("sanction", "verdaag", "geagendeerd", "secretaris", None, _opened),
    ("sanction", "verbeter_beslissing", "beslist", "secretaris", None, {}, "beslissing"),
    ("sanction", "agendeer_intrekking", "kennisgegeven", "secretaris", None, _planned_again),
    ("sanction", "trek_in", "kennisgegeven", "secretaris", None, _asked_back, "intrekking"),
    ("sanction", "voer_uit", "kennisgegeven", "klerk", (5, 4), {"executed_on": "4/5/2026"}),
    ("sanction", "licht_in_ocmw", "kennisgegeven", "mw", (5, 4), {"ocmw_informed_on": "4/5/2026"}),
    ("sanction", "licht_in_amal", "kennisgegeven", "tb", (5, 4), {"amal_informed_on": "4/5/2026"}),
    ("sanction", "stel_beroep_in", "kennisgegeven", "klerk", (5, 20), {"appeal_on": "19/5/2026"}),
    ("sanction", "uitspraak", "in_beroep", "mw", (9, 1), {"judgment": "bevestigd", "judgment_on": "1/9/2026"}),
    ("sanction", "volg_vertraging_op", "aangemaand", "hoofd", (4, 15), _late),
    ("sanction", "wijs_toe", "gemeld", "hoofd", None, _colleague),
    ("sanction", "noteer", "gemeld", "contact", None),
    ("sanction", "voeg_stuk_toe", "gemeld", "tb", None, a_scan),
    ("sanction", "verwijder_stuk", "gemeld", "mw", None, a_piece),
)
# fmt: on
