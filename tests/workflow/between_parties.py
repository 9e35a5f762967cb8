"""Files between two parties in memory: an agreement, a notice of default, a deviation. All names are invented."""

import factories

from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, WORKER, letter, organisation, running
from workflow.agreements import Change, Standing
from workflow.models import Agreement, AgreementVersion, Attachment, CaseShare, Consent, DefaultNotice, Deviation

STARTS = day("Mon 01/01/2024")
SIGNED = day("Thu 14/12/2023")
POSTED = day("Tue 03/03/2026")
REMEDY_ENDS = day("Sun 05/04/2026")
TALKED = day("Thu 09/04/2026")
GIVEN_NOTICE = day("Thu 16/04/2026")
ENDS = day("Thu 16/07/2026")

ARTICLES = [
    {"number": "4", "heading": "Doorverwijzing", "text": "De partijen verwijzen warm door."},
    {"number": "17", "heading": "Duur", "text": "De overeenkomst geldt voor onbepaalde duur."},
]
FACTS = [{"happened_on": day("Mon 19/01/2026"), "what": "Geen terugkoppeling", "evidence": "Mail van 21 januari"}]
DEFAULT = {
    "default_reason": "Artikel 4 vraagt terugkoppeling.",
    "remedy_asked": "Koppel elke doorverwijzing terug.",
    "remedy_days": 30,
}
TALKS = {
    "talks_on": TALKED,
    "talks_with": "De directies van beide organisaties.",
    "unsolvable_reason": "Er kwam geen enkele terugkoppeling.",
}
TERMINATION = {
    "termination_reason": "Zonder terugkoppeling kan er niet samengewerkt worden.",
    "exceptional_reason": "Dit is het derde jaar op rij.",
    "planned_on": GIVEN_NOTICE,
}


def _shared(case):
    case.shares = [CaseShare(organisation_id=AMAL, organisation=organisation(AMAL))]


def _piece():
    return Attachment(
        id="scan", organisation_id=GENT, title="Scan", name="swo.pdf", kind="pdf", size=1, sha256="ab" * 32,
        shared=True, added_by_id=WORKER, added_at=factories.at(SIGNED),
    )  # fmt: skip


def consent(subject, where=AMAL):
    """The consent of a party."""
    return Consent(
        subject=subject, organisation_id=where, person_id=WORKER, name="Wies Oever", given_at=factories.at(POSTED)
    )  # fmt: skip


def version(number=2, standing=Standing.PROPOSED, change=Change.AMENDMENT, in_force_on=POSTED, **values):
    """A proposal of OCMW Gent that lies with the parties."""
    start = {"reason": "Artikel 4 wordt duidelijker.", "proposed_on": POSTED, "proposed_by_id": GENT}
    return AgreementVersion(
        number=number, standing=standing, change=change, in_force_on=in_force_on, articles=ARTICLES, **start | values
    )


def agreement(state="van_kracht", **values):
    """The cooperation agreement of OCMW Gent and Amal, as it was signed."""
    facts = {"agreement_kind": "samenwerkingsovereenkomst", "starts_on": STARTS, "place": "Gent", "signed_on": SIGNED}
    facts |= {"title": "Samenwerkingsovereenkomst", "signed_by": "Twee directies", "closing_reason": "Niet nodig."}
    case = Agreement(reference="OVK-2023-0001", state=state, owner_id=GENT, **facts | values)
    case.owner, case.partner = organisation(), organisation(AMAL)
    case.partner_id = AMAL
    _shared(case)
    case.draft = {"articles": ARTICLES}
    case.versions[0].standing = Standing.IN_FORCE
    case.letters = [letter("verzonden", "overeenkomst", SIGNED, to_be_sent="programma", way="programma")]
    case.attachments, case.remark = [_piece()], "Een nota."
    return case


def default_notice(state="ontwerp", **values):
    """A notice of OCMW Gent to Amal in which everything was done right, up to the end."""
    facts = {**DEFAULT, **TALKS, **TERMINATION, "reply": "Wij zoeken een oplossing.", "replied_on": POSTED}
    facts |= {"remedied_on": POSTED, "remedied_how": "Elke week een lijst.", "closing_reason": "Vergissing."}
    facts |= {"article": "4", "article_heading": "Doorverwijzing", "ends_on": ENDS, "title": "Overeenkomst, artikel 4"}
    case = DefaultNotice(reference="IG-2026-0001", state=state, owner_id=GENT, **facts | values)
    case.owner, case.origin, case.reported_facts, case.remark = organisation(), agreement(), FACTS, "Een nota."
    if state not in ("nieuw", "ontwerp", "ingebrekestelling", "ingetrokken"):
        _shared(case)
    case.letters = [letter("verzonden", "ingebrekestelling", POSTED), letter("verzonden", "opzegging", GIVEN_NOTICE)]
    case.deadlines = [running("hersteltermijn", REMEDY_ENDS, POSTED), running("opzegtermijn", ENDS, GIVEN_NOTICE)]
    return case


def deviation(state="voorgesteld", **values):
    """A deviation from article 4, for all files, until the end of June."""
    facts = {"article": "4", "article_heading": "Doorverwijzing", "reason": "Proefproject.", "instead": "Per mail."}
    facts |= {"from_on": POSTED, "until_on": day("Tue 30/06/2026"), "general": True, "closing_reason": "Niet nodig."}
    case = Deviation(
        reference="AFW-2026-0001", state=state, owner_id=GENT, title="Overeenkomst, artikel 4", **facts | values
    )
    case.owner, case.origin, case.remark = organisation(), agreement(), "Een nota."
    _shared(case)
    return case
