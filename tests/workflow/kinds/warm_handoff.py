"""The warm hand-over in the tests over every table: how it is built, and how each of its conditions is spoilt."""

import factories

from tests.walks.warm_handoff import AGREED, DRAFT, HANDED, PLANNED
from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, LONG_AGO, REPORTED, WORKER, letter, organisation, running
from tests.workflow.spoils import put
from workflow.models import CaseShare, Client, HandoffCheck, Person, WarmHandoff

MEETING_DAY = day("Thu 12/03/2026")

DAYS = {
    "keer_terug": day("Tue 17/03/2026"),
    "meld_opnieuw_aan": day("Tue 17/03/2026"),
    "niet_opgedaagd": MEETING_DAY,
    "draag_over": MEETING_DAY,
    "neem_op": day("Fri 13/03/2026"),
    "neem_niet_op": day("Fri 13/03/2026"),
}


def client():
    """Somebody only Amal knows."""
    return Client(first_name="Amina", last_name="Voorbeeld", born_on=LONG_AGO, social_worker=None)


def built(state):
    """A file in which everything was done right, from the draft to the intake."""
    case = WarmHandoff(
        reference="WO-2026-0001", state=state, owner_id=AMAL, handler_id=WORKER, counsellor_id="tb",
        **DRAFT | AGREED | PLANNED | HANDED,
    )  # fmt: skip
    case.client, case.owner = client(), organisation(AMAL)
    case.shares = [CaseShare(organisation_id=GENT, organisation=organisation(GENT))]
    case.remark = "Een nota."
    case.reported_on, case.no_show_reason = REPORTED, "Ziek."
    case.outcome, case.declined_reason, case.withdrawal_reason = "geen_hulp", "Verhuist naar Aalst.", "Verhuisd."
    case.absence_reason, case.withdrawn_item = "Ligt in het ziekenhuis.", "inkomen"
    ticked = {"ticked_at": factories.at(REPORTED), "ticked_by_id": WORKER}
    case.checks = [HandoffCheck(position=1, words="Amal belde.", **ticked)]
    case.letters = [letter("verzonden", "warme_doorverwijzing", reference="BR-2026-0001")]
    case.deadlines = [running("opname", day("Mon 16/03/2026"))]
    return case


def bare(state):
    """A file of which only the client is known."""
    case = WarmHandoff(reference="WO-2026-0001", state=state, wish="", urgency="", interpreter="")
    case.client, case.owner = client(), organisation(AMAL)
    return case


def _returned(case):
    case.returned_on = day("Tue 17/03/2026")


def _open_line(case):
    case.checks.append(HandoffCheck(position=2, words="Er is een afspraak."))
    case.chosen_lines = (2,)


CHANGES = {"meld_opnieuw_aan": _returned, "vink_af": _open_line}


def guided(case):
    """Somebody at the welfare centre guides the client already."""
    case.client.social_worker = Person(first_name="Mia", last_name="Werker")


def one_item_less(case):
    """Of one kind of information nobody asked whether it may be passed on."""
    case.items.pop()


def no_contact(case):
    """The client keeps his address for himself."""
    case.agreed_items = case.agreed_items | {"contactgegevens": None}


def line_left(case):
    """A line of the checklist stands open."""
    case.checks.append(HandoffCheck(position=2, words="Er is een afspraak."))


def stayed_away_twice(case):
    """The client stayed away twice, and nobody says why there is a third attempt."""
    case.no_show_count, case.remark = 2, ""


def away_without_approval(case):
    """The client was not there, and the team lead said nothing."""
    case.client_present, case.absence_approved_by_id = False, None


SPOILS = {
    "not_in_guidance": guided,
    "needs_named": put(named_needs={}),
    "wish_written": put(wish=""),
    "urgency_explained": put(urgency="dringend", urgency_reason=""),
    "language_decided": put(interpreter=""),
    "informed_of_hand_over": put(informed_on=day("Wed 18/03/2026")),
    "every_item_decided": one_item_less,
    "contact_agreed": no_contact,
    "report_term_over": put(returned_on=day("Tue 17/03/2026")),
    "returned_to_sender": put(returned_on=None),
    "item_agreed": put(withdrawn_item="gezin"),
    "withdrawal_told": put(remark=""),
    "contact_still_agreed": no_contact,
    "meeting_day_chosen": put(meeting_on=day("Sat 14/03/2026")),
    "meeting_arranged": put(meeting_present=""),
    "worker_named": put(handler_id=None),
    "further_attempt_explained": stayed_away_twice,
    "meeting_day_reached": put(meeting_on=day("Fri 13/03/2026")),
    "no_show_explained": put(no_show_reason=""),
    "line_ticked": put(chosen_lines=()),
    "checklist_complete": line_left,
    "present_or_approved": away_without_approval,
    "agreements_written": put(next_step_on=day("Wed 11/03/2026")),
    "absence_explained": put(absence_reason=""),
    "contact_person_named": put(handler_id=None),
    "decline_explained": put(outcome="doorverwezen", alternative=""),
    "hand_over_withdrawal_explained": put(withdrawal_reason=""),
    "counsellor_assigned": put(counsellor_id=None),
}

FILLED = {
    "not_in_guidance": "Deze cliënt is al in begeleiding bij het OCMW. Neem contact op met Mia Werker in plaats van "
    "door te verwijzen (SWO art. 4). Schrijf waarom een doorverwijzing toch nodig is, als dat zo is.",
    "further_attempt_explained": "De cliënt kwam al 2 keer niet. Kies: schrijf in de opmerking waarom een nieuwe "
    "poging zin heeft, of stop en noteer dat de cliënt niet opgenomen wordt.",
    "meeting_day_reached": "De kennismaking is pas op 13/03/2026.",
    "checklist_complete": "Nog niet elke lijn van de afgestemde procedure is gedaan (SWO art. 4): Er is een afspraak.",
}

HOLDS_ON_AN_EMPTY_FILE = {"not_in_guidance", "contact_agreed", "further_attempt_explained", "checklist_complete"}
