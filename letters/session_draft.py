"""The minutes of a session while it lasts: the same letter, marked as a draft that nobody signed."""

from sqlalchemy.orm import Session

from letters.making import Paper, write
from letters.register import LETTERS
from letters.sender import common_fields
from letters.signatories import handler_of, signatures_on
from letters.template_versions import in_use
from workflow.models import BcsdSession
from workflow.models import Letter as Row
from workflow.moment import Moment

DRAFT = "ONTWERP"
"""What stands where a letter that was made has its reference and its code."""


def minutes(session: Session, meeting: BcsdSession, when: Moment, address: str) -> Paper:
    """Write the minutes as they stand; nothing is kept. Raises LetterRefused when nobody could sign them."""
    letter = LETTERS["notulen"]
    house = meeting.owner
    asked = signatures_on(session, meeting, letter, house, when)
    row = Row(
        reference=DRAFT, name=letter.name, code=DRAFT, sender=house, addressee=DRAFT, number_of_copies=1,
        signatures=asked,
    )  # fmt: skip
    handler = handler_of(session, meeting, house, when) or house
    facts = common_fields(letter, meeting, when, row, handler, address) | letter.fields(meeting, when)
    _version, template = in_use(session, letter.name)
    return write(letter, letter.name, facts, when, template)
