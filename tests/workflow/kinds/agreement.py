"""The agreement in the tests over every table: how it is built, and how each of its conditions is spoilt."""

from tests.workflow.between_parties import STARTS, agreement, consent, version
from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, REPORTED, organisation
from tests.workflow.spoils import in_letter, put
from workflow.agreements import Standing
from workflow.models import Agreement

DAYS = {
    "stem_in": day("Wed 04/03/2026"),
    "weiger": day("Wed 04/03/2026"),
    "trek_voorstel_in": day("Wed 04/03/2026"),
    "maak_document": day("Wed 04/03/2026"),
    "maak_document_opnieuw": day("Wed 04/03/2026"),
    "versie_van_kracht": day("Wed 11/03/2026"),
    "stel_wijziging_voor": REPORTED,
    "stel_beeindiging_voor": REPORTED,
    "beeindig": day("Wed 01/07/2026"),
}

SILENT = ("van_kracht",)
"""States in which nothing more has to be done, though more can be."""


def _proposed(case):
    case.versions.append(version())


def _being_written(case):
    case.versions.append(version(standing=Standing.DRAFT, proposed_on=None, proposed_by_id=None))


def _agreed(case):
    case.versions.append(version(standing=Standing.AGREED))


def _to_sign(case):
    case.versions.append(version(standing=Standing.TO_SIGN))


def _cancelled(case):
    _to_sign(case)
    case.letters[-1].state = "geannuleerd"


def _ending(case):
    case.ends_on = day("Tue 30/06/2026")


CHANGES = {
    "stem_in": _proposed, "weiger": _proposed, "trek_voorstel_in": _proposed, "stel_wijziging_voor": _being_written,
    "stel_beeindiging_voor": _being_written, "maak_document": _agreed, "maak_document_opnieuw": _cancelled,
    "versie_van_kracht": _to_sign, "beeindig": _ending,
}  # fmt: skip


def built(state):
    """An agreement in which everything was done right."""
    return agreement(state)


def bare(state):
    """An agreement of which nothing was written yet."""
    case = Agreement(reference="OVK-2026-0001", state=state)
    case.owner = organisation()
    return case


def another_proposal(case):
    """A proposal lies with the parties already."""
    case.versions.insert(1, version(number=3))


def answered(case):
    """The party of whoever acts agreed already."""
    case.consents.append(consent("versie 2", GENT))


def refused(case):
    """The proposal was refused."""
    case.settle_proposal(Standing.REFUSED)


def of_the_other_party(case):
    """The proposal is that of Amal."""
    case.pending.proposed_by_id = AMAL


def without_heading(case):
    """An article has no heading."""
    case.versions[-1].articles = [case.versions[-1].articles[0] | {"heading": ""}]


def in_last_version(**values):
    """Return a function that changes the newest version."""
    return lambda case: put(**values)(case.versions[-1])


SPOILS = {
    "agreement_named": put(title=""),
    "partner_chosen": put(partner=None),
    "duration_possible": put(ends_on=STARTS),
    "articles_written": without_heading,
    "place_given": put(place=""),
    "scan_in_the_file": lambda case: case.attachments.clear(),
    "earlier_signing_recorded": put(signed_by=""),
    "document_signed": in_letter("overeenkomst", state="ondertekend"),
    "proposal_open": refused,
    "own_consent_due": answered,
    "reason_given": put(closing_reason=""),
    "own_proposal": of_the_other_party,
    "no_version_pending": another_proposal,
    "change_reasoned": in_last_version(reason=""),
    "change_dated": in_last_version(in_force_on=day("Sun 01/03/2026")),
    "document_due": refused,
    "document_cancelled": lambda case: put(state="verzonden")(case.letters[-1]),
    "version_signed": in_letter("overeenkomst", state="ter_ondertekening"),
    "end_reached": put(ends_on=day("Wed 01/07/2026")),
}

COMPANIONS = {"proposal_open": {"own_consent_due"}}

FILLED = {"end_reached": "De overeenkomst loopt tot en met 01/07/2026."}

HOLDS_ON_AN_EMPTY_FILE = {"no_version_pending"}
