"""Signing a letter: in order, each signatory once, with a mandate that is valid that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.moment import Moment
from workflow.roles import Role
from workflow.rows import asked, guard
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.letter import Letter

MOST_COPIES = 9
"""More parties than any agreement has."""


def _next_name(letter: Letter, when: Moment) -> str:
    return letter.next_signature.name if letter.next_signature else ""


@guard(N_("Nu is de handtekening van %(name)s aan de beurt."), name=_next_name)
def own_turn(letter: Letter, when: Moment) -> bool:
    """The signatures are set in order, by the person who is due."""
    due = letter.next_signature
    return due is not None and due.person_id == when.actor.person_id


@guard(N_("Je hebt vandaag geen mandaat om deze brief te ondertekenen."))
def mandate_valid(letter: Letter, when: Moment) -> bool:
    """The signatory holds the role he signs in on this day, and the mandate when he signs in another's place."""
    due = letter.next_signature
    if due is None or due.role not in when.actor.roles:
        return False
    return due.mandate is None or due.mandate.valid_on(when.today)


@guard(N_("Nog niet iedereen heeft ondertekend."))
def all_signed(letter: Letter, when: Moment) -> bool:
    """No signature is missing."""
    return bool(letter.signatures) and letter.next_signature is None


@guard(N_("Op deze brief hoort geen handtekening."))
def to_be_signed(letter: Letter, when: Moment) -> bool:
    """Somebody has to sign the letter."""
    return bool(letter.signatures)


@guard(N_("Deze brief is van de andere organisatie."))
def own_letter(letter: Letter, when: Moment) -> bool:
    """Only the organisation that sends a letter handles it; the office itself does so for all."""
    return letter.from_organisation_id == when.actor.organisation_id or Role.SYSTEM in when.actor.roles


@asked(N_("Schrijf wat er aan de brief moet veranderen."))
def remark_given(letter: Letter, when: Moment) -> bool:
    """Somebody who sends a letter back says why."""
    return bool(letter.remark)


@asked(N_("Schrijf in de opmerking waarom deze ondertekende brief niet vertrekt."))
def stop_explained(letter: Letter, when: Moment) -> bool:
    """Whoever stops a signed letter says why; a letter that a new one replaces needs no words."""
    return bool(letter.remark) or Role.SYSTEM in when.actor.roles


@asked(N_("Geef hoeveel genummerde exemplaren ondertekend worden: 1 tot 9."))
def copies_counted(letter: Letter, when: Moment) -> bool:
    """Every party gets a copy of its own."""
    return 1 <= letter.number_of_copies <= MOST_COPIES


def forget_signatures(letter: Letter, when: Moment) -> None:
    """Take the signatures off a letter that goes back: its text is going to change."""
    letter.signed_sha256 = None
    for copy in letter.further_copies:
        copy.signed_sha256 = None
    for signature in letter.signatures:
        signature.signed_at = signature.level = signature.sha256 = signature.stamped_at = None
        signature.signer = ""
