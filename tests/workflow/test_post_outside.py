"""A letter that comes back signed elsewhere: by whom, on which day, with which mandate."""

import factories
import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import GENT, LONG_AGO, signature, signs_as_anybody
from tests.workflow.spoils import put
from workflow.models import Mandate, RoleGrant
from workflow.procedures.post_outside import LEVELS, held_mandate
from workflow.roles import Role

DIRECTOR = Role.DIRECTOR_GENERAL
ASKED_DAY = "Geef de dag van de handtekening: ten vroegste die waarop de brief opgemaakt is, ten laatste vandaag."
ASKED_REACH = "Kies tot en met wie er op papier ondertekend is."


def refused(change=None, **where):
    return tried("post", "neem_op", change, **where)


@pytest.mark.parametrize("role", [Role.CLERK, Role.SOCIAL_WORKER, Role.BCSD_CHAIR, Role.COUNSELLOR])
def test_the_desk_and_whoever_signs_may_bring_the_paper(role):
    assert refused(role=role) == []


@pytest.mark.parametrize(
    ("on", "possible"),
    [
        ("Sun 01/03/2026", False),
        ("Mon 02/03/2026", True),
        ("Tue 03/03/2026", True),
        ("Wed 04/03/2026", False),
        (None, False),
    ],
)
def test_ink_is_set_between_the_making_of_the_letter_and_today(on, possible):
    assert refused(put(outside_on=on and day(on))) == ([] if possible else [ASKED_DAY])


@pytest.mark.parametrize("until", [None, 0, -1])
def test_with_ink_it_is_said_who_signed(until):
    assert refused(put(outside_until=until)) == [ASKED_REACH]


def test_of_a_certificate_the_day_and_the_person_are_read_in_the_pdf():
    assert refused(put(outside_way="digitaal", outside_on=None, outside_until=None)) == []


@pytest.mark.parametrize("way", ["", "stempel"])
def test_how_it_was_signed_has_to_be_known(way):
    assert refused(put(outside_way=way)) == ["Kies de ondertekende PDF, en hoe hij ondertekend is."]


def test_several_copies_may_be_signed_with_ink_and_not_with_a_certificate():
    assert refused(put(number_of_copies=3)) == []
    assert refused(put(number_of_copies=3, outside_way="digitaal")) != []


@pytest.fixture
def mandated():
    """A signature by mandate from 1 to 31 March, by somebody who holds his own function."""
    row = signature(DIRECTOR)
    row.person = signs_as_anybody()
    row.mandate = Mandate(from_on=day("Sun 01/03/2026"), until_on=day("Tue 31/03/2026"))
    return row


@pytest.mark.parametrize(
    ("on", "held"),
    [("Sat 28/02/2026", False), ("Sun 01/03/2026", True), ("Tue 31/03/2026", True), ("Wed 01/04/2026", False)],
)
def test_a_mandate_counts_on_the_day_of_the_signature(mandated, on, held):
    assert held_mandate(mandated, day(on)) is held


def test_a_function_counts_on_the_day_of_the_signature_and_for_its_own_organisation(mandated):
    until = day("Tue 10/03/2026")
    mandated.mandate = None
    mandated.person.grants = [RoleGrant(organisation_id=GENT, role=DIRECTOR, from_on=LONG_AGO, until_on=until)]
    assert held_mandate(mandated, until)
    assert not held_mandate(mandated, day("Wed 11/03/2026"))
    mandated.organisation_id = "amal"
    assert not held_mandate(mandated, until)


def test_after_a_signature_with_ink_the_next_one_is_not_set_in_the_program():
    def second_after_ink(letter):
        letter.signatures.insert(0, signature(position=1, signed_on=day("Mon 02/03/2026")))
        letter.signatures[0].level = "handgeschreven"

    said = "De vorige handtekening staat op papier. Zet ook deze op papier, en voeg de scan toe."
    assert tried("post", "onderteken", second_after_ink) == [said]


def test_every_level_has_a_title_and_a_signature_tells_its_own():
    assert list(LEVELS) == ["gewoon", "geavanceerd", "gekwalificeerd", "handgeschreven"]
    row = signature()
    for row.level, title in LEVELS.items():
        assert row.level_title == title and "handtekening" in title
    assert row.by_hand and row.signed_on is None
    signed = signature(signed_on=day("Tue 03/03/2026"))
    assert signed.signed_on == day("Tue 03/03/2026") and not signed.by_hand


def test_a_letter_that_goes_back_forgets_who_signed_elsewhere():
    from workflow.procedures.post_signing import forget_signatures

    row = signature(signed_on=day("Tue 03/03/2026"))
    row.signer, row.stamped_at = "Iemand (proef)", factories.at(day("Tue 03/03/2026"))

    class Letter:
        signatures, further_copies, signed_sha256 = [row], [], "ab"

    forget_signatures(Letter, None)
    assert (row.signer, row.stamped_at, row.level) == ("", None, None)
