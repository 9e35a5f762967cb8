"""The notice of default in the tests over every table: how it is built, and how each of its conditions is spoilt."""

from tests.workflow.between_parties import consent, default_notice
from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, organisation
from tests.workflow.spoils import in_letter, put, term
from workflow.models import CaseShare, DefaultNotice

DAYS = {
    "verstuurd": day("Tue 03/03/2026"),
    "antwoord": day("Mon 16/03/2026"),
    "herstel": day("Fri 20/03/2026"),
    "stel_onoplosbaar_vast": day("Tue 14/04/2026"),
    "zeg_op": day("Wed 15/04/2026"),
    "verbeter_opzegging": day("Wed 15/04/2026"),
    "opgezegd": day("Thu 16/04/2026"),
    "stem_in_met_intrekking": day("Mon 04/05/2026"),
    "trek_opzegging_in": day("Mon 04/05/2026"),
    "beeindig": day("Fri 17/07/2026"),
}

WHERE = {"antwoord": AMAL}
"""The other party answers."""

SILENT = ("opgezegd",)


def unsent(case):
    """None of the letters left the house."""
    for letter in case.letters:
        letter.state = "ter_ondertekening"


def _agreed(case):
    case.consents = [consent(case.asked_consent, GENT), consent(case.asked_consent, AMAL)]


CHANGES = {"trek_in": unsent, "verbeter_ingebrekestelling": unsent, "trek_opzegging_in": _agreed}


def built(state):
    """A notice in which everything was done right, up to the end."""
    return default_notice(state)


def bare(state):
    """A notice of which nothing was written yet, but that one party would take it back."""
    case = DefaultNotice(reference="IG-2026-0001", state=state, owner_id=GENT)
    case.owner, case.shares = organisation(), [CaseShare(organisation=organisation(AMAL))]
    case.consents = [consent("intrekking van de opzegging", GENT)]
    return case


def sent_again(case):
    """The letter left the house."""
    for letter in case.letters:
        letter.state = "verzonden"


def agreed_before(case):
    """The party of whoever acts agreed already."""
    case.consents = [consent(case.asked_consent, GENT)]


def alone(case):
    """The file stands beside no agreement."""
    case.origin = None


def of_amal(case):
    """The other party opened the file."""
    case.owner_id = AMAL


def of_gent(case):
    """Whoever acts belongs to the organisation that opened the file."""
    case.owner_id = AMAL


SPOILS = {
    "agreement_in_force": lambda case: put(ends_on=day("Sat 28/02/2026"))(case.origin),
    "article_named": put(article=""),
    "default_facts_dated": put(facts=[]),
    "default_reasoned": put(default_reason=""),
    "remedy_asked": put(remedy_asked=""),
    "remedy_term_set": put(remedy_days=0),
    "nothing_sent": sent_again,
    "default_letter_registered": in_letter("ingebrekestelling", way="tegen_ontvangstbewijs"),
    "on_the_other_side": of_gent,
    "reply_written": put(reply=""),
    "on_our_side": of_amal,
    "default_remedied": put(remedied_on=day("Sat 21/03/2026")),
    "default_term_over": term("hersteltermijn", day("Tue 14/04/2026")),
    "talks_held": put(talks_with=""),
    "unsolvable_reasoned": put(unsolvable_reason=""),
    "termination_reasoned": put(termination_reason=""),
    "exceptional_explained": put(exceptional_reason=""),
    "departure_planned": put(planned_on=day("Tue 14/04/2026")),
    "termination_sent": in_letter("opzegging", state="ondertekend"),
    "notice_running": put(ends_on=day("Sun 03/05/2026")),
    "own_consent_due": agreed_before,
    "both_agreed": agreed_before,
    "notice_over": put(ends_on=day("Fri 17/07/2026")),
    "reason_given": put(closing_reason=""),
}

FILLED = {
    "default_term_over": "De hersteltermijn loopt nog tot en met 14/04/2026 (SWO art. 17).",
    "notice_over": "De opzegtermijn loopt tot en met 17/07/2026 (SWO art. 17).",
}

HOLDS_ON_AN_EMPTY_FILE = {"nothing_sent", "on_our_side"}
