"""The deviation in the tests over every table: how it is built, and how each of its conditions is spoilt."""

from tests.workflow.between_parties import consent, deviation
from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, organisation, sanction
from tests.workflow.spoils import put
from workflow.models import CaseShare, Deviation, DeviationUse

DAYS = {"verloop": day("Wed 01/07/2026")}

SILENT = ("geldig",)


def _approved(case):
    case.consents = [consent("afwijking", GENT), consent("afwijking", AMAL)]


def _named(case):
    case.uses = [DeviationUse(case=sanction())]


CHANGES = {"wordt_geldig": _approved, "gebruik_afwijking": _named}


def built(state):
    """A deviation in which everything was done right."""
    return deviation(state)


def bare(state):
    """A deviation of which nothing was written yet, but that one party turned its key."""
    case = Deviation(reference="AFW-2026-0001", state=state)
    case.owner, case.until_on = organisation(), day("Tue 30/06/2026")
    case.shares = [CaseShare(organisation=organisation(AMAL))]
    one_key(case)
    return case


def one_key(case):
    """Only the party of whoever acts turned its key."""
    case.consents = [consent("afwijking", GENT)]


SPOILS = {
    "agreement_in_force": lambda case: put(ends_on=day("Sat 28/02/2026"))(case.origin),
    "article_named": put(article=""),
    "deviation_reasoned": put(instead=""),
    "deviation_bounded": put(until_on=day("Mon 02/03/2026")),
    "own_consent_due": one_key,
    "not_expired": put(until_on=day("Sun 01/03/2026")),
    "both_agreed": one_key,
    "reason_given": put(closing_reason=""),
    "files_added": lambda case: case.uses.clear(),
    "expired": put(until_on=day("Wed 01/07/2026")),
}

FILLED = {
    "not_expired": "De afwijking liep tot en met 01/03/2026.",
    "expired": "De afwijking loopt tot en met 01/07/2026.",
}

HOLDS_ON_AN_EMPTY_FILE = {"not_expired"}
