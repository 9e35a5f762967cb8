"""What is recorded of a letter that was signed elsewhere, and who may not have signed it."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from letters.letter import LetterRefused
from letters.signatures.taken_in import take_in
from letters.store import Store
from tests.letters.authorities import outside
from tests.letters.samples import WHEN
from tests.letters.signatures.test_scan import CODE, page, scanned
from tests.letters.signed import FIRST, SECOND
from workflow.moment import Moment, civil_date

AFTER = Moment(SECOND + timedelta(hours=1), WHEN.actor)
TODAY = date(2026, 4, 28)  # a Tuesday


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    shelf = Store()
    shelf.open_folder(tmp_path / "documents")
    monkeypatch.setattr("letters.signatures.taken_in.store", shelf)
    return shelf


def _person(role, until=None):
    """Somebody who holds a role for the owner of the file until a day."""
    return SimpleNamespace(
        roles_at=lambda owner, day: {role} if owner == "gent" and (not until or day <= until) else ()
    )


@pytest.fixture
def letter(shelf, signed):
    """A letter before its two signatories, made an hour before the first signs."""
    empty = {"signed_at": None, "level": None, "sha256": None, "stamped_at": None, "signer": "", "mandate": None}
    people = (("Bram Korenveld", "bcsd_voorzitter"), ("Greet Waterhoen", "algemeen_directeur"))
    signatures = [
        SimpleNamespace(position=i, name=name, role=role, person=_person(role), organisation_id="gent", **empty)
        for i, (name, role) in enumerate(people, 1)
    ]
    plain = shelf.put(signed.plain)
    return SimpleNamespace(
        case=SimpleNamespace(owner_id="gent"), signatures=signatures, code=CODE, made_at=FIRST - timedelta(hours=1),
        pdf_sha256=plain, current_pdf_sha256=plain, signed_sha256=None,
        outside_way="digitaal", outside_sha256="", outside_on=None, outside_until=None,
    )  # fmt: skip


def recorded(signature):
    return signature.signer, signature.signed_at, signature.level


class TestByCertificate:
    def test_the_certificate_the_time_and_the_level_are_recorded(self, letter, shelf, signed, citizens):
        letter.outside_sha256 = shelf.put(outside(signed.plain, citizens.issue("Bram (proef)")))
        take_in(letter, AFTER)
        first, second = letter.signatures
        assert recorded(first) == ("Bram (proef)", FIRST, "geavanceerd")
        assert first.sha256 == letter.signed_sha256 == letter.outside_sha256
        assert recorded(second) == ("", None, None)

    def test_two_signatures_at_once_are_recorded_in_order(self, letter, shelf, signed, citizens):
        once = outside(signed.plain, citizens.issue("Bram (proef)"))
        letter.outside_sha256 = shelf.put(outside(once, citizens.issue("Greet (proef)"), "Handtekening2", SECOND))
        take_in(letter, AFTER)
        assert [recorded(each)[:2] for each in letter.signatures] == [
            ("Bram (proef)", FIRST),
            ("Greet (proef)", SECOND),
        ]

    def test_who_had_no_mandate_on_that_day_did_not_sign(self, letter, shelf, signed, citizens):
        letter.signatures[0].person = _person("bcsd_voorzitter", until=TODAY - timedelta(days=1))
        letter.outside_sha256 = shelf.put(outside(signed.plain, citizens.issue("Bram (proef)")))
        with pytest.raises(LetterRefused, match="Bram Korenveld had op 28/04/2026 geen mandaat"):
            take_in(letter, AFTER)
        assert letter.signed_sha256 is None and letter.signatures[0].signed_at is None

    def test_who_signed_before_the_letter_was_made_signed_something_else(self, letter, shelf, signed, citizens):
        letter.made_at = FIRST + timedelta(minutes=1)
        letter.outside_sha256 = shelf.put(outside(signed.plain, citizens.issue("Bram (proef)")))
        with pytest.raises(LetterRefused, match=r"Bram \(proef\) is gedateerd op 28/04/2026: voor de brief opgemaakt"):
            take_in(letter, AFTER)


class TestWithInk:
    @pytest.fixture(autouse=True)
    def _scan(self, letter, shelf):
        letter.pdf_sha256 = letter.current_pdf_sha256 = shelf.put(scanned(page()))
        letter.outside_way, letter.outside_on = "inkt", TODAY
        letter.outside_sha256 = shelf.put(scanned(page(turned=1)))

    @pytest.mark.parametrize(("until", "expected"), [(1, [True, False]), (2, [True, True])])
    def test_the_day_is_recorded_of_everybody_up_to_the_one_that_was_chosen(self, letter, until, expected):
        letter.outside_until = until
        take_in(letter, AFTER)
        assert [each.signed_at is not None for each in letter.signatures] == expected
        first = letter.signatures[0]
        assert (first.signer, first.level, civil_date(first.signed_at)) == ("Bram Korenveld", "handgeschreven", TODAY)
        assert first.sha256 == letter.signed_sha256 == letter.outside_sha256

    def test_the_scan_of_another_letter_is_refused(self, letter, shelf):
        letter.code, letter.outside_until = "ZYXW-VTSR-QPNM", 2
        with pytest.raises(LetterRefused, match="Dit is een andere brief"):
            take_in(letter, AFTER)
        assert letter.signed_sha256 is None
