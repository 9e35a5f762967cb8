"""The next signature in order, on the PDF as it stands; what was signed is kept and recorded."""

from types import SimpleNamespace

import pytest

from letters.sign import inspect
from letters.signing import sign_letter
from letters.store import Store
from tests.letters import samples
from tests.letters.samples import WHEN
from workflow.moment import Moment


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    shelf = Store()
    shelf.open_folder(tmp_path / "documents")
    monkeypatch.setattr("letters.signing.store", shelf)
    return shelf


class Letter(SimpleNamespace):
    """A letter as the database keeps it, with what signing asks of it."""

    @property
    def next_signature(self):
        return next((signature for signature in self.signatures if signature.signed_at is None), None)

    @property
    def current_pdf_sha256(self):
        return self.signed_sha256 or self.pdf_sha256


@pytest.fixture
def letter(shelf):
    people = (("Bram Korenveld", "Voorzitter van het BCSD"), ("Greet Waterhoen", "Algemeen directeur"))
    signatures = [
        SimpleNamespace(position=i, name=name, title=title, signed_at=None, level=None, sha256=None)
        for i, (name, title) in enumerate(people, 1)
    ]
    owner = SimpleNamespace(key="ocmw_gent", name="OCMW Gent", city="Gent")
    sha256 = shelf.put(samples.paper("beslissing_schorsing_leefloon").pdf.data)
    return Letter(case=SimpleNamespace(owner=owner), signatures=signatures, pdf_sha256=sha256, signed_sha256=None)


def test_the_first_signs_first_and_only_he(letter, shelf, seals):
    sign_letter(letter, WHEN)
    first, second = letter.signatures
    assert (first.signed_at, first.level, first.sha256) == (WHEN.now, "gewoon", letter.signed_sha256)
    assert second.signed_at is None
    (finding,) = inspect(shelf.get(letter.signed_sha256))
    assert (finding.name, finding.function, finding.valid) == ("Bram Korenveld", "Voorzitter van het BCSD", True)


def test_the_second_signs_on_what_the_first_signed(letter, shelf, seals):
    sign_letter(letter, WHEN)
    once = letter.signed_sha256
    sign_letter(letter, Moment(WHEN.now.replace(hour=16), WHEN.actor))
    assert shelf.get(letter.signed_sha256).startswith(shelf.get(once))
    assert [finding.valid for finding in inspect(shelf.get(letter.signed_sha256))] == [True, True]
    assert [signature.sha256 for signature in letter.signatures] == [once, letter.signed_sha256]


def test_the_unsigned_paper_is_kept_too(letter, shelf, seals):
    sign_letter(letter, WHEN)
    assert shelf.get(letter.pdf_sha256) == samples.paper("beslissing_schorsing_leefloon").pdf.data


def test_a_letter_that_has_all_its_signatures_takes_no_more(letter, seals):
    for signature in letter.signatures:
        signature.signed_at = WHEN.now
    with pytest.raises(AssertionError, match="nobody"):
        sign_letter(letter, WHEN)
