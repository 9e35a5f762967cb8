"""A letter that comes back signed elsewhere: with a certificate of one's own, or with ink and a scanner.

Anybody at the desk may bring it. Whose signature is recorded must have held the function, or
the mandate, on the day he signed. With a certificate that day stands in the PDF, so it is the
writing room that looks (letters/taken_in.py); with ink somebody types it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workflow.moment import Moment, civil_date
from workflow.rows import asked, guard
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.letter import Letter
    from workflow.models.signature import Signature

BY_CERTIFICATE, BY_HAND = "digitaal", "inkt"
"""The ways a letter is signed elsewhere."""

ORDINARY, ADVANCED, QUALIFIED, HANDWRITTEN = "gewoon", "geavanceerd", "gekwalificeerd", "handgeschreven"

LEVELS = {
    ORDINARY: N_("gewone elektronische handtekening"),
    ADVANCED: N_("geavanceerde elektronische handtekening"),
    QUALIFIED: N_("gekwalificeerde elektronische handtekening"),
    HANDWRITTEN: N_("handtekening met inkt, gescand"),
}
"""The levels of a signature, as they are recorded (eIDAS), with their titles."""


def held_mandate(signature: Signature, day: date) -> bool:
    """Say whether the person of a signature held the role he signs in on a day, and the mandate where he needs one."""
    held = signature.role in signature.person.roles_at(signature.organisation_id, day)
    return held and (signature.mandate is None or signature.mandate.valid_on(day))


def _reached(letter: Letter) -> list[Signature]:
    """Return the signatures that stand on a scan: those that are due, up to the one that was chosen."""
    last = letter.outside_until or 0
    return [each for each in letter.signatures if each.signed_at is None and each.position <= last]


def _without_mandate(letter: Letter) -> list[str]:
    day = letter.outside_on
    if letter.outside_way != BY_HAND or day is None:
        return []
    return [each.name for each in _reached(letter) if not held_mandate(each, day)]


@guard(N_("Er ontbreekt geen handtekening."))
def signature_due(letter: Letter, when: Moment) -> bool:
    """Somebody still has to sign."""
    return letter.next_signature is not None


@guard(N_("De vorige handtekening staat op papier. Zet ook deze op papier, en voeg de scan toe."))
def not_on_paper(letter: Letter, when: Moment) -> bool:
    """A scan takes no further signature of the program: it has no box for it."""
    return all(signature.level != HANDWRITTEN for signature in letter.signatures)


@asked(N_("Kies de ondertekende PDF, en hoe hij ondertekend is."))
def paper_brought(letter: Letter, when: Moment) -> bool:
    """There is a PDF, and it is known what kind of signature stands on it."""
    return bool(letter.outside_sha256) and letter.outside_way in (BY_CERTIFICATE, BY_HAND)


@asked(N_("Geef de dag van de handtekening: ten vroegste die waarop de brief opgemaakt is, ten laatste vandaag."))
def ink_day_possible(letter: Letter, when: Moment) -> bool:
    """With ink, the day somebody signed lies between the making of the letter and today."""
    if letter.outside_way != BY_HAND:
        return True
    return letter.outside_on is not None and civil_date(letter.made_at) <= letter.outside_on <= when.today


@asked(N_("Kies tot en met wie er op papier ondertekend is."))
def ink_reach_known(letter: Letter, when: Moment) -> bool:
    """With ink, it is known whose signatures stand on the paper."""
    return letter.outside_way != BY_HAND or bool(_reached(letter))


@asked(
    N_("Had op die dag geen mandaat om deze brief te ondertekenen: %(names)s."),
    names=lambda letter, when: ", ".join(_without_mandate(letter)),
)
def ink_mandate_held(letter: Letter, when: Moment) -> bool:
    """With ink, everybody who signed held the function or the mandate on that day."""
    return not _without_mandate(letter)


@asked(
    N_(
        "Van deze brief zijn er %(count)s genummerde exemplaren, en elk moet ondertekend zijn. Onderteken ze hier, of "
        "met inkt."
    ),
    count=lambda letter, when: letter.number_of_copies,
)
def one_copy(letter: Letter, when: Moment) -> bool:
    """A PDF that was signed elsewhere is one copy; of several, each would have to come back."""
    return letter.outside_way != BY_CERTIFICATE or letter.number_of_copies == 1


BROUGHT = (
    signature_due,
    paper_brought,
    one_copy,
    ink_day_possible,
    ink_reach_known,
    ink_mandate_held,
)
"""What must hold before a paper from outside is looked at."""
