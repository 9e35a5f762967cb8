"""Makes a letter: freezes its facts, writes Word and PDF, checks what it must mention, keeps both."""

from dataclasses import dataclass
from secrets import choice
from typing import Any

from sqlalchemy.orm import Session

from letters import compose, word
from letters.letter import Letter, LetterRefused, To
from letters.post import envelope
from letters.register import LETTERS
from letters.sender import addressee, common_fields
from letters.signatories import asked_of, handler_of
from letters.store import store
from letters.template_versions import in_use
from letters.translations import texts as translations
from letters.typesetting.pdf import Pdf, to_pdf
from workflow.models import Case, Organisation
from workflow.models import Letter as LetterRow
from workflow.models.sequence import next_reference
from workflow.moment import Moment
from workflow.procedures.post import DESK
from workflow.roles import Kind, Role
from workflow.wording import N_, Sentence

CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""The characters of a check code: none that people confuse."""

PREFIX = "BR"


@dataclass(frozen=True)
class Paper:
    """A letter on paper: the Word file, its PDF twin, and the template both came from."""

    docx: bytes
    pdf: Pdf
    template: bytes


def check_code() -> str:
    """Make a check code of twelve characters, such as ABCD-EFGH-JKMN."""
    letters = "".join(choice(CODE_LETTERS) for _ in range(12))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def write(letter: Letter, text: str, facts: dict[str, Any], when: Moment, template: bytes | None = None) -> Paper:
    """Write a letter from its facts; raises LetterRefused when it cannot be made or lacks a mention.

    Without a template it takes the house's own of that text.
    """
    template = template or compose.template(text)
    try:
        docx = word.render(template, facts)
    except word.LetterFailed as error:
        reason = N_("De brief '%(title)s' kan niet gemaakt worden: %(error)s")
        raise LetterRefused([Sentence(reason, title=letter.title, error=error)]) from error
    pdf = to_pdf(docx, facts["afzender"]["naam"], when.now)
    if missing := letter.missing(pdf.document, facts):
        raise LetterRefused(missing)
    return Paper(docx, pdf, template)


def make(session: Session, case: Case, name: str, when: Moment, address: str) -> LetterRow:
    """Make the letter of that name for a file and keep its papers; the row is still to be logged."""
    letter = LETTERS[name]
    partner = _partner(session, case) if letter.to is To.AGENCY else None
    row = LetterRow(
        reference=next_reference(session, PREFIX, when.today.year),
        name=name,
        title=letter.title,
        addressee="\n".join(addressee(letter, case, partner)),
        to_organisation_id=partner and partner.id,
        to_be_sent=letter.sent,
        number_of_copies=letter.copies,
        post_by=letter.post_by(case) if letter.post_by else None,
        code=check_code(),
        made_at=when.now,
        made_by_id=when.actor.person_id,
        made_as=when.actor.role_for(DESK) or Role.SOCIAL_WORKER,
        signatures=[asked_of(session, case, name, i, role, when) for i, role in enumerate(letter.signed_by, 1)],
    )
    row.facts = common_fields(letter, case, when, row, handler_of(session, case, when), address)
    row.facts |= letter.fields(case, when)
    text = letter.text_for(case)
    row.template_version, template = in_use(session, text)
    template = envelope.fitted(template, case.owner.envelope)
    row.language, template = translations.added(session, letter, case.client, template)
    _keep(row, write(letter, text, row.facts, when, template))
    case.letters.append(row)
    return row


def _keep(row: LetterRow, paper: Paper) -> None:
    """Put the papers in the store and note what they are called there."""
    row.template_sha256 = store.put(paper.template)
    row.docx_sha256 = store.put(paper.docx)
    row.pdf_sha256 = store.put(paper.pdf.data)


def _partner(session: Session, case: Case) -> Organisation:
    """Return the agency a letter goes to: the one the file is shared with, else the one of the city."""
    shared = [share.organisation for share in case.shares if share.organisation.kind == Kind.AGENCY]
    return (
        shared[0] if shared else session.query(Organisation).filter_by(kind=Kind.AGENCY).order_by("key").limit(1).one()
    )
