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
from letters.signatories import handler_of, signatures_on
from letters.store import store
from letters.template_versions import in_use
from letters.translations import texts as translations
from letters.typesetting.pdf import Pdf, to_pdf
from workflow.models import Case, Organisation
from workflow.models import Letter as LetterRow
from workflow.models.sequence import next_reference
from workflow.moment import SYSTEM, Moment
from workflow.procedures.post import DESK
from workflow.roles import HELD_AT, Kind, Role
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
    sender = sender_of(case, letter, when)
    partner = _partner(session, case, sender) if letter.to is To.OTHER_PARTY else None
    handler = handler_of(session, case, sender, when) or sender
    ours = when.actor if when.actor.organisation_id == sender.id else SYSTEM
    row = LetterRow(
        reference=next_reference(session, PREFIX, when.today.year),
        name=name,
        title=letter.title,
        addressee="\n".join(addressee(letter, case, partner)),
        sender=sender,
        from_organisation_id=sender.id,
        to_organisation_id=partner and partner.id,
        to_be_sent=letter.sent,
        number_of_copies=letter.copies_for(case),
        post_by=letter.post_by(case) if letter.post_by else None,
        code=check_code(),
        made_at=when.now,
        made_by_id=ours.person_id if ours.role_for(DESK) else None,
        made_as=ours.role_for(DESK) or _desk_of(sender, letter),
        signatures=signatures_on(session, case, letter, sender, when),
    )
    row.facts = common_fields(letter, case, when, row, handler, address)
    row.facts |= letter.fields(case, when)
    text = letter.text_for(case)
    row.template_version, template = in_use(session, text)
    template = envelope.fitted(template, sender.envelope)
    row.language, template = translations.added(session, letter, case.client, template)
    _keep(row, write(letter, text, row.facts, when, template))
    case.letters.append(row)
    return row


def sender_of(case: Case, letter: Letter, when: Moment) -> Organisation:
    """Return the organisation that writes a letter: whose people act and can sign it or, else, whose people sign."""
    acting = next((each for each in case.parties if each.id == when.actor.organisation_id), None)
    if acting and (letter.by_either or not letter.signed_by or letter.signed_by[0] in HELD_AT[Kind(acting.kind)]):
        return acting
    return case.party_of(letter.signed_by[0]) if letter.signed_by else case.owner


def _desk_of(sender: Organisation, letter: Letter) -> Role:
    """Return whose letter it is when nobody at a desk made it: that of the directorate when that signs it.

    What the chair of the committee signs, its secretary prepares, also when the chair closed the session himself.
    """
    if Role.BCSD_CHAIR in letter.signed_by:
        return Role.BCSD_SECRETARY
    if Role.DIRECTORATE in letter.signed_by:
        return Role.DIRECTORATE
    return Role.COUNSELLOR if Kind(sender.kind) is Kind.AGENCY else Role.SOCIAL_WORKER


def _keep(row: LetterRow, paper: Paper) -> None:
    """Put the papers in the store and note what they are called there."""
    row.template_sha256 = store.put(paper.template)
    row.docx_sha256 = store.put(paper.docx)
    row.pdf_sha256 = store.put(paper.pdf.data)


def _partner(session: Session, case: Case, sender: Organisation) -> Organisation:
    """Return the other party a letter goes to: one the file is shared with, else the agency of the city."""
    across = case.other_party(sender.id)
    return across or session.query(Organisation).filter_by(kind=Kind.AGENCY).order_by("key").limit(1).one()
