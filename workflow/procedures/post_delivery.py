"""Delivering a letter: how it left, with which number, when it was presented, why it came back (Ger.W. 53bis)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workflow.moment import Moment, civil_date
from workflow.procedures.case_notes import keep_piece
from workflow.rows import asked, guard
from workflow.terms import Way
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.letter import Letter

NATIONAL_BARCODE = re.compile(r"010[0-9]{27}")
S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
INTERNATIONAL_BARCODE = re.compile(r"R[A-Z][0-9]{9}[A-Z]{2}")

NO_BARCODE = N_("Een barcode heeft 30 cijfers die met 010 beginnen, of 13 tekens die met R beginnen.")
WRONG_CHECK_DIGIT = N_("Het controlecijfer van deze barcode klopt niet. Scan opnieuw, of kijk de cijfers na.")


@guard(N_("Dit stuk blijft in het dossier en wordt niet verzonden."))
def meant_to_be_sent(letter: Letter, when: Moment) -> bool:
    """The letter has an addressee outside the file."""
    return letter.to_be_sent is not None


def may_leave(letter: Letter, way: str | None) -> bool:
    """Say whether a letter may leave that way: what must be registered is registered or handed over for a receipt."""
    if letter.to_be_sent == Way.REGISTERED:
        return way in (Way.REGISTERED, Way.RECEIPT)
    return way in set(Way) and (way != Way.PROGRAM or letter.to_organisation_id is not None)


@asked(N_("Deze brief moet aangetekend of tegen ontvangstbewijs vertrekken."))
def way_allowed(letter: Letter, when: Moment) -> bool:
    """The letter left in a way it may leave."""
    return may_leave(letter, letter.way)


def _check_digit(serial: str) -> int:
    """Count the check digit of the Universal Postal Union over eight digits (S10)."""
    rest = sum(weight * int(digit) for weight, digit in zip(S10_WEIGHTS, serial, strict=True)) % 11
    return {0: 5, 1: 0}.get(rest, 11 - rest)


def barcode_flaw(number: str) -> str | None:
    """Say what is wrong with the number of a registered letter, or nothing when it can exist."""
    if NATIONAL_BARCODE.fullmatch(number):
        return None
    if not INTERNATIONAL_BARCODE.fullmatch(number):
        return NO_BARCODE
    return None if int(number[10]) == _check_digit(number[2:10]) else WRONG_CHECK_DIGIT


@asked(
    N_("Geef het nummer van de aangetekende zending: 30 cijfers die met 010 beginnen, of 13 tekens die met R beginnen.")
)
def barcode_given(letter: Letter, when: Moment) -> bool:
    """A registered letter has the number on its receipt."""
    return letter.way != Way.REGISTERED or barcode_flaw(letter.registered_number or "") is None


@asked(N_("Geef de dag van afgifte: niet in de toekomst, en niet vóór de laatste handtekening."))
def posting_day_possible(letter: Letter, when: Moment) -> bool:
    """The letter was posted between its last signature and today."""
    signed = [civil_date(s.signed_at) for s in letter.signatures if s.signed_at]
    return letter.posted_on is not None and max(signed, default=letter.posted_on) <= letter.posted_on <= when.today


@asked(
    N_(
        "Deze brief moest uiterlijk op %(day)s vertrekken. Maak een nieuwe brief, "
        "of schrijf in de opmerking waarom hij toch vertrokken is."
    ),
    day=lambda letter, when: letter.post_by,
)
def posted_in_time(letter: Letter, when: Moment) -> bool:
    """The letter left in time for what it announces, or somebody explains why it left later."""
    if letter.post_by is None or letter.posted_on is None:
        return True
    return letter.posted_on <= letter.post_by or bool(letter.remark)


@guard(N_("Deze brief vertrekt niet vanzelf."))
def leaves_by_itself(letter: Letter, when: Moment) -> bool:
    """A letter to the other organisation goes through the program, as soon as nobody has to sign it any more."""
    return letter.to_be_sent == Way.PROGRAM and letter.next_signature is None


def send_through_the_program(letter: Letter, when: Moment) -> None:
    """Hand the letter to the other organisation; what nobody signs leaves as it is."""
    letter.way, letter.posted_on = Way.PROGRAM, when.today
    letter.signed_sha256 = letter.signed_sha256 or letter.pdf_sha256


@asked(N_("Geef de dag van aanbieding: niet vóór de afgifte en niet in de toekomst."))
def presented_after_posting(letter: Letter, when: Moment) -> bool:
    """The carrier presented the letter between posting and today."""
    if letter.presented_on is None or letter.posted_on is None:
        return False
    return letter.posted_on <= letter.presented_on <= when.today


@asked(N_("Geef de dag waarop de brief terugkwam en de reden die erop staat."))
def return_explained(letter: Letter, when: Moment) -> bool:
    """A returned letter has its day and its reason."""
    if letter.returned_on is None or letter.posted_on is None:
        return False
    return bool(letter.return_reason) and letter.posted_on <= letter.returned_on <= when.today


@asked(N_("Schrijf in de opmerking waarom de postgegevens veranderen."))
def correction_explained(letter: Letter, when: Moment) -> bool:
    """A correction of the posting data has its reason."""
    return bool(letter.remark)


@asked(N_("Schrijf in de opmerking wat er met de teruggekeerde brief gebeurde."))
def return_followed_up(letter: Letter, when: Moment) -> bool:
    """Somebody looked at why the letter came back, and says what was done about it."""
    return bool(letter.remark)


@asked(N_("De dag van aanbieding of terugkeer ligt niet vóór de afgifte en niet in de toekomst."))
def carrier_dates_in_order(letter: Letter, when: Moment) -> bool:
    """What the carrier did lies between posting and today; a presented letter keeps its day of presentation."""
    if letter.posted_on is None or (letter.state == "aangeboden" and letter.presented_on is None):
        return False
    days = [day for day in (letter.presented_on, letter.returned_on) if day]
    return all(letter.posted_on <= day <= when.today for day in days)


@asked(N_("Kies het bestand met het bewijs: de scan van het afgiftebewijs of van het ontvangstbewijs."))
def proof_given(letter: Letter, when: Moment) -> bool:
    """There is a scan of what the post or the addressee signed."""
    return letter.proof is not None


def keep_proof(letter: Letter, when: Moment) -> None:
    """Write on the proof who added it, and when."""
    keep_piece(letter.case, when)
