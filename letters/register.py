"""Every letter by name, so that a table can ask for one."""

from letters.letter import Letter
from letters.procedures import referral, sanction

LETTERS: dict[str, Letter] = {letter.name: letter for letter in (*sanction.LETTERS, *referral.LETTERS)}
