"""The next signature in order, on the PDF as it stands; what was signed is kept and recorded."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from asn1crypto import tsp
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper

from letters.letter import LetterRefused
from letters.signatures.levels import sealing
from letters.signatures.signing import sign_letter
from letters.signatures.validation import inspect
from letters.store import Store
from tests.letters import samples
from tests.letters.authorities import served
from tests.letters.samples import WHEN
from workflow.moment import Moment

LATER = WHEN.now.replace(hour=17)


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    shelf = Store()
    shelf.open_folder(tmp_path / "documents")
    monkeypatch.setattr("letters.signatures.signing.store", shelf)
    return shelf


class Letter(SimpleNamespace):
    """A letter as the database keeps it, with what signing asks of it."""

    @property
    def next_signature(self):
        return next((signature for signature in self.signatures if signature.signed_at is None), None)

    @property
    def papers(self):
        return [self, *self.further_copies]

    @property
    def current_pdf_sha256(self):
        return self.signed_sha256 or self.pdf_sha256


@pytest.fixture
def letter(shelf):
    people = (("Bram Korenveld", "Voorzitter van het BCSD"), ("Greet Waterhoen", "Algemeen directeur"))
    signatures = [
        SimpleNamespace(position=i, name=name, title=title, signed_at=None, level=None, sha256=None, stamped_at=None)
        for i, (name, title) in enumerate(people, 1)
    ]
    owner = SimpleNamespace(key="ocmw_gent", name="OCMW Gent", city="Gent")
    sha256 = shelf.put(samples.paper("beslissing_schorsing_leefloon").pdf.data)
    case, papers = SimpleNamespace(owner=owner), {"pdf_sha256": sha256, "signed_sha256": None, "further_copies": []}
    return Letter(case=case, signatures=signatures, **papers)


def test_the_first_signs_first_and_only_he(letter, shelf, seals):
    sign_letter(letter, WHEN)
    first, second = letter.signatures
    assert (first.signed_at, first.level, first.sha256) == (WHEN.now, "gewoon", letter.signed_sha256)
    assert second.signed_at is None
    (finding,) = inspect(shelf.get(letter.signed_sha256), LATER)
    assert (finding.name, finding.function, finding.valid) == ("Bram Korenveld", "Voorzitter van het BCSD", True)


def test_the_second_signs_on_what_the_first_signed(letter, shelf, seals):
    sign_letter(letter, WHEN)
    once = letter.signed_sha256
    sign_letter(letter, Moment(WHEN.now.replace(hour=16), WHEN.actor))
    assert shelf.get(letter.signed_sha256).startswith(shelf.get(once))
    assert [finding.valid for finding in inspect(shelf.get(letter.signed_sha256), LATER)] == [True, True]
    assert [signature.sha256 for signature in letter.signatures] == [once, letter.signed_sha256]


def test_the_unsigned_paper_is_kept_too(letter, shelf, seals):
    sign_letter(letter, WHEN)
    assert shelf.get(letter.pdf_sha256) == samples.paper("beslissing_schorsing_leefloon").pdf.data


def test_every_numbered_copy_is_signed_at_the_same_moment(letter, shelf, seals):
    letter.further_copies = [SimpleNamespace(signed_sha256=None, current_pdf_sha256=letter.pdf_sha256)]
    sign_letter(letter, WHEN)
    (copy,) = letter.further_copies
    assert [finding.signed_at for finding in inspect(shelf.get(copy.signed_sha256), LATER)] == [WHEN.now]
    assert letter.signatures[0].sha256 == letter.signed_sha256


class TestWithATimeStamp:
    @pytest.fixture
    def service(self, seals, monkeypatch):
        """Return a function that lets the office choose a level, and a service that stamps for it."""
        held = SimpleSigner.load_pkcs12(str(seals.time_stamp_file()), passphrase=seals.passphrase)

        @contextmanager
        def choose(level, kind=DummyTimeStamper):
            stamps = kind(held.signing_cert, held.signing_key, held.cert_registry, fixed_dt=LATER)
            with served(stamps) as url:
                monkeypatch.setattr(sealing, "level", level)
                monkeypatch.setattr(sealing, "timestamp_url", url)
                yield

        return choose

    @pytest.mark.parametrize("level", ["B-T", "B-LT"])
    def test_the_instant_of_the_service_is_recorded(self, letter, shelf, service, level):
        with service(level):
            sign_letter(letter, WHEN)
        first = letter.signatures[0]
        assert (first.signed_at, first.stamped_at, first.level) == (WHEN.now, LATER, "gewoon")
        (finding,) = inspect(shelf.get(letter.signed_sha256), LATER)
        assert (finding.level, finding.stamped_at, finding.valid) == (level, LATER, True)

    def test_a_stamp_of_something_else_is_refused_and_nothing_is_signed(self, letter, shelf, service):
        class Confused(DummyTimeStamper):
            """Stamps what nobody asked."""

            def _build_tst_info(self, message_imprint, dt, req):
                other = tsp.MessageImprint.load(message_imprint.dump())
                other["hashed_message"] = bytes(32)
                return super()._build_tst_info(other, dt, req)

        with (
            service("B-T", Confused),
            pytest.raises(LetterRefused, match="De tijdstempel die we kregen is niet"),
        ):
            sign_letter(letter, WHEN)
        assert letter.signed_sha256 is None
        assert letter.signatures[0].signed_at is None


def test_a_letter_that_has_all_its_signatures_takes_no_more(letter, seals):
    for signature in letter.signatures:
        signature.signed_at = WHEN.now
    with pytest.raises(AssertionError, match="nobody"):
        sign_letter(letter, WHEN)
