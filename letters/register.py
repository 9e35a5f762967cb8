"""Every letter by name, so that a table can ask for one."""

from letters.letter import Letter
from letters.procedures import agreement, default_notice, gpmi, referral, sanction, warm_handoff

ROOMS = (sanction, referral, warm_handoff, agreement, default_notice, gpmi)

LETTERS: dict[str, Letter] = {letter.name: letter for room in ROOMS for letter in room.LETTERS}
from letters.procedures import direction, referral, sanction, warm_handoff

LETTERS: dict[str, Letter] = {
    letter.name: letter for room in (sanction, referral, warm_handoff, direction) for letter in room.LETTERS
}
