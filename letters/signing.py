"""Signs a letter of a file: the next signature in order, on the PDF as it stands."""

from letters.sign import LEVEL, Signatory, sign
from letters.store import store
from workflow.models import Letter
from workflow.moment import Moment


def sign_letter(letter: Letter, when: Moment) -> None:
    """Set the signature that is due and keep the signed PDF; the level is recorded with it."""
    due, owner = letter.next_signature, letter.case.owner
    assert due, "the table lets nobody sign a letter that has all its signatures"
    signatory = Signatory(due.name, due.title, owner.key, owner.name, owner.city)
    signed = sign(store.get(letter.current_pdf_sha256), due.position, signatory, when.now)
    letter.signed_sha256 = store.put(signed)
    due.signed_at, due.level, due.sha256 = when.now, LEVEL, letter.signed_sha256
