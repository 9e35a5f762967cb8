"""The sanction file in the tests over every table: how it is built, and how each of its conditions is spoilt."""

from tests.walks.sanction import DRAFT
from tests.workflow.dates import day
from tests.workflow.files import (
    INVITED,
    NOTIFIED,
    SEATS,
    SESSION_DAY,
    WARNED,
    WITHDRAWN,
    running,
    sanction,
    session,
    vote,
)
from tests.workflow.spoils import decided, frozen, in_first_fact, in_letter, put, term, votes
from workflow.models import Direction, Sanction

DAYS = {
    "vul_melding_aan": WARNED,
    "pas_aanmaning_aan": WARNED,
    "verstuurd": WARNED,
    "roep_op": INVITED,
    "leef_na": day("Fri 20/03/2026"),
    "hoor": day("Tue 14/04/2026"),
    "verplaats": day("Wed 25/03/2026"),
    "adviseer": day("Wed 15/04/2026"),
    "agendeer": day("Thu 16/04/2026"),
    "herzie_advies": day("Thu 16/04/2026"),
    "beslis": SESSION_DAY,
    "verdaag": SESSION_DAY,
    "agendeer_intrekking": NOTIFIED,
    "kennisgegeven": NOTIFIED,
    "trek_in": WITHDRAWN,
    "voer_uit": day("Tue 02/06/2026"),
    "licht_in_ocmw": day("Mon 04/05/2026"),
    "licht_in_amal": day("Tue 05/05/2026"),
    "stel_beroep_in": day("Wed 20/05/2026"),
    "uitspraak": day("Tue 13/10/2026"),
    "sluit": day("Mon 17/08/2026"),
}
"""The day of a row; a row without one is taken on the day of the report."""


def _for_amal(case):
    """The agency is competent; a file that runs at the welfare centre goes to it because leefloon stopped."""
    case.frozen = case.frozen | {"sanctions": "amal"}
    if case.state != "gemeld":
        case.id = "sd"
        case.client.directions = [Direction(state="gemeld", follow_up="overdragen", concerned=[{"id": "sd"}])]


def stays_here(case):
    """Leefloon stopped, and the social worker chose to go on."""
    case.client.directions[0].follow_up = "verder"


def _meets(case):
    case.agenda_item.session.state = "geopend"


def _before_the_vote(case):
    _meets(case)
    case.agenda_item.state = "in_behandeling"


def _withdrawal_asked(case):
    case.put_on_agenda(session(held_on=WITHDRAWN), subject="intrekking")


def _withdrawn(case):
    vote(case.put_on_agenda(session("geopend", held_on=WITHDRAWN), subject="intrekking"))
    case.withdraw("Een artikel ontbrak.")


CHANGES = {
    "draag_over": _for_amal, "beslis": _meets, "verdaag": _before_the_vote, "agendeer_intrekking": _withdrawal_asked,
    "trek_in": _withdrawn,
}  # fmt: skip
"""What a row needs that would stand in the way of the others."""


def built(state):
    """A file in which everything was done right."""
    return sanction(state)


def bare(state):
    """A file of which only the report is known."""
    full = sanction(state)
    case = Sanction(reference=full.reference, state=state, breach_type=full.breach_type, frozen=full.frozen)
    case.owner, case.client, case.reported_facts = full.owner, full.client, full.reported_facts
    return case


def another_file(case):
    """The client has an open file about the same facts."""
    case.client.sanctions.append(sanction(who=case.client))


def unsent(case):
    """None of the letters left the house."""
    for letter in case.letters:
        letter.state = "ondertekend"


def question_open(case):
    """The committee waits for an answer."""
    case.deadlines.append(running("antwoordtermijn", WITHDRAWN))


def too_short_notice(case):
    """The client did not come, and the invitation left a week before the hearing."""
    case.hearing_outcome = "niet_verschenen"
    case.letter("uitnodiging_hoorzitting").posted_on = day("Tue 07/04/2026")


def recusal_of_the_third(case):
    """The interest of a member is recorded, who voted all the same."""
    case.agenda_item.recuse(SEATS[3], "Nicht van de cliënt.")


def asked_before(case):
    """The withdrawal stands on the agenda of another session already."""
    case.put_on_agenda(session(held_on=WITHDRAWN), subject="intrekking", state="te_behandelen")
    case.put_on_agenda(session(held_on=WITHDRAWN), subject="intrekking")


def without_assistance(case):
    """The annex was offered, but nobody said that the client may be assisted."""
    offered = {"parts": ["nt2"], "offered_on": "2025-01-10", "client_signed_on": "2025-01-17"}
    case.frozen = case.frozen | {"client_told_on": "2025-02-03"}
    case.frozen["annex"] = case.frozen["annex"] | offered | {"assistance_offered": False}


def urgent_too_late(case):
    """The file is urgent, and its session is closed."""
    put("agenda_item", urgent=True, urgency_reason="De client verhuist.")(case)
    case.agenda_item.session.state = "gesloten"


ABSENT = dict.fromkeys(SEATS[:7], "afwezig")
AGAINST = dict.fromkeys(SEATS[:7], "tegen")
ELSEWHERE = "Andere redenen dan het voorstel."

SPOILS = {
    # the report
    "client_known": put(client=None),
    "breach_chosen": put(breach_type="te_laat"),
    "facts_dated": in_first_fact(happened_on=day("Wed 04/03/2026")),
    "evidence_given": in_first_fact(evidence=""),
    # competence and warning
    "ocmw_competent": frozen(sanctions="amal"),
    "amal_competent": frozen(sanctions="niemand"),
    "hand_over_chosen": stays_here,
    "clause_in_force": frozen(annex=None),
    "chain_unbroken": without_assistance,
    "no_other_file": another_file,
    "no_lawful_reason": put(lawful_reason="ziekte"),
    "reason_looked_for": put(reason_examined=""),
    "warning_complete": put(remedy=""),
    "remedy_date_far_enough": put(remedy_by=day("Wed 18/03/2026")),
    "letter_sent": unsent,
    "remedy_term_over": term("hersteltermijn", day("Tue 24/03/2026")),
    "remedy_described": put(remedied_on=day("Sat 21/03/2026")),
    "closing_explained": put(closing_explanation=""),
    # the hearing and the social report
    "hearing_on_working_day": put(hearing_on=day("Sat 18/04/2026")),
    "hearing_far_enough": put(hearing_on=day("Thu 02/04/2026"), reschedule_by=day("Wed 01/04/2026")),
    "hearing_arranged": put(file_access=""),
    "interpreter_decided": put(hearing_interpreter=""),
    "reschedule_date_given": put(reschedule_by=day("Tue 14/04/2026")),
    "invitation_sent": in_letter("uitnodiging_hoorzitting", state="ondertekend"),
    "hearing_day_reached": put(hearing_on=day("Wed 15/04/2026")),
    "hearing_reported": put(hearing_report=""),
    "attendance_noted": put(hearing_present=""),
    "absence_counts": too_short_notice,
    "report_written": put("advice", situation=""),
    "advice_complete": put("advice", duration=None),
    "advice_proportionate": put("advice", family_effect=""),
    "advice_within_cap": put("advice", duration=2),
    "question_answered": question_open,
    # the agenda, the vote and the decision
    "report_signed": in_letter("sociaal_verslag", state="ter_ondertekening"),
    "no_open_question": question_open,
    "session_planned": urgent_too_late,
    "convocation_possible": put("agenda_item.session", state="opgeroepen"),
    "session_not_under_way": put("agenda_item.session", state="geopend"),
    "removal_from_agenda_explained": put(remark=""),
    "as_voted": put("agenda_item", draft=DRAFT | {"duration": 2}),
    "committee_meets": put("agenda_item.session", state="geschorst"),
    "no_vote_running": put("agenda_item", state="stemming"),
    "vote_closed": put("agenda_item", state="in_behandeling"),
    "quorum_reached": votes(**ABSENT),
    "recused_stayed_out": recusal_of_the_third,
    "majority_reached": votes(**AGAINST),
    "reasoned": put("decision", grounds_facts=""),
    "hearing_answered": put("decision", hearing_answer=""),
    "measure_reasoned": put("decision", grounds_measure=""),
    "departure_reasoned": decided(monthly_cents=10000),
    "decision_complete": put("decision", starts_on=None),
    "decision_within_cap": decided(duration=2, departure=ELSEWHERE),
    "start_in_window": put("decision", starts_on=day("Thu 02/07/2026")),
    "question_asked": put(answer_by=day("Tue 28/04/2026")),
    "withdrawal_on_agenda": put("agenda_item", subject="beslissing"),
    "withdrawal_not_asked": asked_before,
    "withdrawal_explained": put("decision", withdrawal_reason=""),
    # what follows
    "execution_described": put(executed_on=day("Wed 03/06/2026")),
    "ocmw_informed": put(ocmw_informed_how=""),
    "amal_informed": put(amal_informed_how=""),
    "appeal_registered": put(appeal_roll=""),
    "judgment_described": put(judgment="onbekend"),
    "appeal_term_over": term("beroepstermijn", day("Mon 17/08/2026")),
    "executed": put(executed_on=None),
    "both_informed": put(amal_informed_on=None),
}

COMPANIONS = {"clause_in_force": {"chain_unbroken"}}
"""The conditions that cannot hold when another one does not."""

FILLED = {
    "as_voted": "De maatregel is niet die van het ontwerp waarover gestemd is: de duur. "
    "Laat opnieuw stemmen over een ander ontwerp, of noteer wat gestemd is.",
    "ocmw_competent": "Het OCMW is niet bevoegd. Wie mag sanctioneren: Amal (SWO art. 3, 12).",
    "amal_competent": "Amal is niet bevoegd. Wie mag sanctioneren: Niemand (SWO art. 3, 12).",
    "clause_in_force": "Op 23/02/2026 was er geen ondertekende bijlage bij het GPMI van kracht die dit oplegt. "
    "Zonder die bijlage is er geen grondslag (RMI-wet art. 30 § 2; SWO art. 4).",
    "chain_unbroken": "De bewijsketen is niet gesloten. Aanbod, bijstand en bedenktijd: "
    "er is niet gezegd dat de cliënt zich mag laten bijstaan (RMI-wet art. 6 § 3).",
    "no_other_file": "Er loopt al een dossier over dezelfde feiten: SD-2026-0001.",
    "remedy_date_far_enough": "Geef de cliënt tijd tot minstens 19/03/2026: 14 dagen na de veilige kennisgevingsdag.",
    "letter_sent": "De brief 'Aanmaning' is nog niet verzonden.",
    "remedy_term_over": "De hersteltermijn loopt nog tot en met 24/03/2026.",
    "hearing_far_enough": "De cliënt kan ten vroegste op 03/04/2026 gehoord worden: "
    "minstens 7 dagen na de uitnodiging.",
    "hearing_day_reached": "De hoorzitting is pas op 15/04/2026.",
    "absence_counts": "De uitnodiging vertrok te laat: de cliënt had geen 7 dagen. "
    "Wie niet kwam, moet opnieuw uitgenodigd worden (RMI-wet art. 20).",
    "advice_within_cap": "Het voorstel is langer dan 1 maand(en), de hoogste duur die nu kan (RMI-wet art. 30 § 2).",
    "convocation_possible": "De oproeping voor die zitting moest uiterlijk op 20/04/2026 vertrekken, "
    "of is al vertrokken. Een punt kan er dan alleen dringend op, met redenen (DLB art. 110).",
    "quorum_reached": "Het quorum is niet bereikt: 6 aanwezig, 7 nodig (DLB art. 110 jo. 26).",
    "majority_reached": "Het voorstel is niet aangenomen: 6 voor, 7 tegen. "
    "Bij staking van stemmen is het verworpen. Dan kan enkel 'geen sanctie' of verdaging.",
    "decision_within_cap": "De schorsing is langer dan 1 maand(en), de hoogste duur die nu kan (RMI-wet art. 30 § 2).",
    "start_in_window": "De schorsing kan starten vanaf de dag na de kennisgeving en ten laatste op 01/07/2026 "
    "(te bevestigen).",
    "appeal_term_over": "De beroepstermijn met marge loopt tot en met 17/08/2026.",
}
"""The refusals that carry a date, a number or a name, written out in full."""

HOLDS_ON_AN_EMPTY_FILE = {
    "session_not_under_way",
    "client_known",
    "breach_chosen",
    "facts_dated",
    "evidence_given",
    "ocmw_competent",
    "clause_in_force",
    "chain_unbroken",
    "no_other_file",
    "hearing_on_working_day",
    "attendance_noted",
    "absence_counts",
    "advice_within_cap",
    "question_answered",
    "no_open_question",
    "recused_stayed_out",
    "departure_reasoned",
    "decision_within_cap",
    "start_in_window",
    "no_vote_running",
    "withdrawal_not_asked",
    "executed",
}
"""Conditions that only forbid something: where nothing was written yet, nothing is against them."""

STOPPED_BY_ITS_CONDITION = {("sluit", "uitvoering"), ("agendeer", "antwoordtermijn")}
"""A file closes only when its execution was noted, and comes back before the committee only with its
answer: those notes stopped the terms."""
