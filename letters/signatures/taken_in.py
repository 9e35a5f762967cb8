"""Takes a letter back in that was signed elsewhere: with a certificate of one's own, or with ink and a scanner.

The office did not see anybody sign. So it looks whether this is the same letter, who the
certificate names and what it is worth, and records that; whatever is not sure, is refused.
"""

from datetime import date, datetime, time
from typing import NamedTuple

from letters.letter import LetterRefused
from letters.store import store
from workflow.models import Letter, Signature
from workflow.moment import BRUSSELS, Moment, civil_date
from workflow.procedures.post_outside import BY_HAND, HANDWRITTEN, held_mandate
from workflow.wording import N_, Sentence


class Taken(NamedTuple):
    """One signature that was found: whom the certificate names, when he signed, and what it is worth."""

    signer: str
    signed_at: datetime
    stamped_at: datetime | None
    level: str


def take_in(letter: Letter, when: Moment) -> None:
    """Record the signatures on the paper somebody brought; raises LetterRefused with every reason against it."""
    due = [signature for signature in letter.signatures if signature.signed_at is None]
    paper = store.get(letter.outside_sha256)
    recognise = _by_hand if letter.outside_way == BY_HAND else _by_certificate
    for signature, taken in zip(due, recognise(letter, paper, due, when), strict=False):
        signature.signer, signature.signed_at, signature.stamped_at, signature.level = taken
        signature.sha256 = letter.outside_sha256
    letter.signed_sha256 = letter.outside_sha256


def _by_hand(letter: Letter, paper: bytes, due: list[Signature], when: Moment) -> list[Taken]:
    from letters.signatures.scan import check_scan  # loading what draws a page takes long: only when there is a scan

    check_scan(paper, store.get(letter.pdf_sha256), letter.code)
    day = letter.outside_on
    assert day, "the table asks the day of a signature with ink"
    reached = [signature for signature in due if signature.position <= (letter.outside_until or 0)]
    return [Taken(signature.name, _start_of(day), None, HANDWRITTEN) for signature in reached]


def _start_of(day: date) -> datetime:
    """Return the beginning of a day: of a signature with ink only the day is known."""
    return datetime.combine(day, time(), BRUSSELS)


def _by_certificate(letter: Letter, paper: bytes, due: list[Signature], when: Moment) -> list[Taken]:
    from letters.signatures.outside import signatures_of  # loading pyHanko takes a second: only when somebody signs

    earliest = letter.made_at
    found = signatures_of(store.get(letter.current_pdf_sha256), paper, due[0].position, len(due), when.now)
    refused = []
    for signature, taken in zip(due, found, strict=False):
        day, who = civil_date(taken.signed_at), {"signer": taken.signer}
        if not earliest <= taken.signed_at:
            text = N_("De handtekening van %(signer)s is gedateerd op %(day)s: voor de brief opgemaakt was.")
            refused.append(Sentence(text, day=day, **who))
        if not held_mandate(signature, day):
            text = N_("%(name)s had op %(day)s geen mandaat om deze brief te ondertekenen.")
            refused.append(Sentence(text, name=signature.name, day=day))
    if refused:
        raise LetterRefused(refused)
    return found
