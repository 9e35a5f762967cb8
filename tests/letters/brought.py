"""What the office makes of a PDF that somebody brings, signed elsewhere."""

import pytest

from letters.letter import LetterRefused
from letters.signatures.outside import signatures_of
from tests.letters.signed import SECOND

WHO = "Greet Waterhoen (proef)"


def taken(current, given, place=1, due=2, now=SECOND):
    return signatures_of(current, given, place, due, now)


def refusal(current, given, place=1, due=2, now=SECOND):
    """Return every reason for which a PDF is refused."""
    with pytest.raises(LetterRefused) as refused:
        signatures_of(current, given, place, due, now)
    return [str(reason) for reason in refused.value.reasons]
