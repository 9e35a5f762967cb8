"""What is found of a signed letter that somebody touched, and of files that are no letter."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from letters.signatures.certificates import Certificates, certificates
from letters.signatures.sign import sign
from letters.signatures.validation import CHANGED, UNKNOWN, WHY, inspect
from tests.letters.signed import CHAIR, CHANGES, FIRST, SECOND, paint, updated


def valid(data):
    return [finding.valid for finding in inspect(data, SECOND)]


def why(data):
    """Return why each signature is not valid; every reason is one somebody can read."""
    found = [finding.why for finding in inspect(data, SECOND)]
    assert set(found) <= WHY.keys()
    return found


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_after_the_signatures_makes_them_invalid(signed, seals, name):
    changed = updated(signed.twice, CHANGES[name])
    assert changed.startswith(signed.twice)
    assert why(changed) == [CHANGED, CHANGED]
    assert [finding.covers_all for finding in inspect(changed, SECOND)] == [False, False]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_between_the_signatures_is_seen_in_the_first(signed, seals, name):
    changed = updated(signed.once, CHANGES[name])
    assert valid(changed) == [False]


def test_a_flipped_byte_anywhere_in_the_letter_is_seen(signed, seals):
    places = range(2_000, len(signed.plain), 3_989)
    assert len(places) > 10
    for place in places:
        flipped = bytearray(signed.twice)
        flipped[place] ^= 1
        try:
            findings = inspect(bytes(flipped), SECOND)
        except ValueError:
            continue
        assert not any(finding.valid for finding in findings), place


def test_a_flipped_byte_in_the_text_of_the_first_page_is_seen(signed, seals):
    flipped = bytearray(signed.once)
    flipped[signed.plain.index(b"stream") + 60] ^= 1
    assert valid(bytes(flipped)) == [False]


def test_a_letter_cut_off_at_its_end_is_no_signed_letter(signed, seals):
    with pytest.raises(ValueError, match=r"."):
        valid(signed.twice[:-2_000])


def test_the_first_version_of_a_signed_letter_is_what_it_was(signed, seals):
    assert valid(signed.twice[: len(signed.once)]) == [True]


def test_a_signature_of_a_stranger_is_not_valid(signed, seals, tmp_path, monkeypatch):
    stranger = Certificates()
    stranger.open_folder(tmp_path, b"vreemd")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(certificates, "folder", tmp_path)
        elsewhere.setattr(certificates, "passphrase", b"vreemd")
        theirs = sign(signed.plain, 1, CHAIR, FIRST)
        assert valid(theirs) == [True]
    assert why(theirs) == [UNKNOWN]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen pdf",
        b"%PDF-1.7\n%%EOF",
        b"PK\x03\x04 een zip",
        b"%PDF-1.7\nxref\n0 9\ntrailer\n<<>>\nstartxref\n9\n%%EOF",
    ],
    ids=["empty", "words", "only a first line", "a zip", "broken"],
)
def test_what_is_no_pdf_is_told(seals, data):
    with pytest.raises(ValueError, match=r"."):
        inspect(data, SECOND)


def test_a_pdf_of_another_program_has_no_signatures(seals):
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 100, "Iets anders")
    canvas.save()
    assert inspect(out.getvalue(), SECOND) == []


def test_painting_nothing_is_a_change_too(signed, seals):
    assert valid(updated(signed.twice, paint(b" "))) == [False, False]
