"""Every letter by name, so that a table can ask for one."""

from letters.letter import Letter
from letters.procedures import agreement, default_notice, direction, gpmi, referral, sanction, session, warm_handoff

ROOMS = (sanction, referral, warm_handoff, agreement, default_notice, gpmi, direction, session)

LETTERS: dict[str, Letter] = {letter.name: letter for room in ROOMS for letter in room.LETTERS}
