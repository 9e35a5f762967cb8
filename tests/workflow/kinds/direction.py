"""The change of direction in the tests over every table: how it is built, and how each condition is spoilt."""

from tests.workflow.dates import day
from tests.workflow.files import AMAL, WORKER, client, organisation
from tests.workflow.spoils import put
from workflow.models import AidPeriod, CaseShare, Direction, Person

STOPPED = day("Sun 01/03/2026")
BEGAN = day("Wed 01/01/2020")


def built(state):
    """Leefloon stopped on the last of February while a sanction file ran; both organisations did all they had to."""
    who = client()
    who.aids = [AidPeriod(aid="leefloon", from_on=BEGAN, until_on=day("Sat 28/02/2026"))]
    case = Direction(
        reference="RW-2026-0001", state=state, client=who, owner=organisation(), remark="Nagekeken.",
        effective_on=STOPPED, directs_before="amal", sanctions_before="ocmw",
        directs_after="amal", sanctions_after="amal", article="SWO art. 3, 12, 13", reading="rijksregister",
        basis={"reasons": [], "changed": [], "in_dialogue": False},
        concerned=[{"id": "sd", "reference": "SD-2026-0001"}],
    )  # fmt: skip
    case.owner_id, case.shares = "gent", [CaseShare(organisation_id=AMAL, organisation=organisation(AMAL))]
    case.handler_id, case.handler, case.counsellor_id = WORKER, Person(first_name="Mia", last_name="Werker"), "tb"
    case.follow_up, case.follow_up_reason = "verder", "Het dossier is bijna rond."
    case.letters, case.attachments, case.batons = [], [], []
    return case


def bare(state):
    """A message of which nothing was done yet, about somebody for whom nothing changed."""
    case = built(state)
    case.client.aids = [AidPeriod(aid="andere", from_on=BEGAN)]
    case.follow_up, case.follow_up_reason, case.remark = None, None, ""
    case.handler_id, case.counsellor_id = None, None
    return case


def both(case):
    """Both organisations took note."""
    case.ocmw_noted_on = case.amal_noted_on = STOPPED


def corrected(case):
    """Leefloon did not stop after all."""
    case.client.aids[0].until_on = None


CHANGES = {"rond_af": both, "herroep": corrected}
WHERE = {"neem_kennis_amal": AMAL, "wijs_begeleider_toe": AMAL}


def stopped(case):
    """Leefloon did stop, as was told."""
    case.client.aids[0].until_on = day("Sat 28/02/2026")


SPOILS = {
    "ocmw_not_noted_yet": put(ocmw_noted_on=STOPPED),
    "amal_not_noted_yet": put(amal_noted_on=STOPPED),
    "counsellor_assigned": put(counsellor_id=None),
    "sanction_concerned": put(concerned=[]),
    "follow_up_explained": put(follow_up_reason=""),
    "both_noted": put(amal_noted_on=None),
    "follow_up_chosen": put(follow_up=None),
    "facts_are_other": stopped,
}

HOLDS_ON_AN_EMPTY_FILE = {"ocmw_not_noted_yet", "amal_not_noted_yet", "sanction_concerned", "facts_are_other"}

STOPPED_BY_ITS_CONDITION = {("rond_af", "kennisname_ocmw"), ("rond_af", "kennisname_amal")}
"""A file closes only when both took note: that stopped their terms."""
