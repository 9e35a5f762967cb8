"""Signs a letter of a file: the next signature in order, on every copy of the PDF as it stands."""

from datetime import datetime

from letters.letter import LetterRefused
from letters.signatures.levels import BASIC, sealing
from letters.signatures.sign import Signatory, sign
from letters.signatures.validation import inspect
from letters.store import store
from workflow.models import Letter, LetterCopy
from workflow.moment import Moment
from workflow.procedures.post_outside import ORDINARY
from workflow.wording import N_, Sentence


def sign_letter(letter: Letter, when: Moment) -> None:
    """Set the signature that is due on every copy and keep the signed PDFs; the level is recorded with it.

    Raises LetterRefused when the seal or the time stamping authority does not answer.
    """
    due, owner = letter.next_signature, letter.case.owner
    assert due, "the table lets nobody sign a letter that has all its signatures"
    signatory = Signatory(due.name, due.title, owner.key, owner.name, owner.city)
    stamped = [_signed(paper, due.position, signatory, when.now) for paper in letter.papers]
    due.signed_at, due.level, due.sha256 = when.now, ORDINARY, letter.signed_sha256
    due.stamped_at = stamped[0]


def _signed(paper: Letter | LetterCopy, place: int, signatory: Signatory, now: datetime) -> datetime | None:
    """Sign one copy; return the instant an authority vouches for, if the office asks one."""
    content = sign(store.get(paper.current_pdf_sha256), place, signatory, now)
    stamped_at = None
    if sealing.level != BASIC:
        stamped_at = _checked(content, now)
    paper.signed_sha256 = store.put(content)
    return stamped_at


def _checked(content: bytes, now: datetime) -> datetime | None:
    """Look whether the signature has the level the office chose: an authority may answer what nobody can use."""
    last = inspect(content, now)[-1]
    if not (last.valid and last.level == sealing.level):
        text = N_("De tijdstempel die we kregen is niet bruikbaar. De brief is niet ondertekend. Meld het.")
        raise LetterRefused([Sentence(text)])
    return last.stamped_at
