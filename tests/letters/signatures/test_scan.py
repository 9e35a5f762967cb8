"""The scan of a letter that was signed with ink: known by its QR code, whole, and read within limits."""

import io
import json
import sys
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from letters import qr
from letters.letter import LetterRefused
from letters.signatures import scan, scan_reading
from letters.signatures.scan import check_scan

CODE, OTHER = "ABCD-EFGH-JKMN", "ZYXW-VTSR-QPNM"
WIDE, HIGH = 1654, 2339
"""An A4 at 200 dots per inch."""


def page(code=CODE, turned=0.0, address="https://kantoor.example/controle?code="):
    """Draw a page as a scanner sees it: grey, a little askew, with a QR code below or without one."""
    seen = Image.new("L", (WIDE, HIGH), 250)
    if code:
        drawn = io.BytesIO(qr.png(f"{address}{code}"))
        seen.paste(Image.open(drawn).convert("L").resize((170, 170)), (1_350, 1_980))
    return seen.rotate(turned, fillcolor=250, expand=True)


def scanned(*pages):
    """Bind pages as a scanner does."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    return out.getvalue()


@pytest.fixture(scope="module")
def letter():
    """A letter of two pages."""
    return scanned(page(), page(None))


@pytest.fixture(params=["here", "apart"])
def way(request, monkeypatch):
    """Read in this process, to see what happens, and in one of its own, as the office does."""
    if request.param == "here":
        monkeypatch.setattr(scan, "_read_apart", scan_reading.read)


def refusal(given, letter, code=CODE):
    """Return every reason for which a scan is refused."""
    with pytest.raises(LetterRefused) as refused:
        check_scan(given, letter, code)
    return [str(reason) for reason in refused.value.reasons]


@pytest.mark.parametrize("turned", [0.3, 1.5, 180, 90], ids=str)
def test_a_scan_of_the_whole_letter_is_known_by_its_code_however_it_lay(letter, way, turned):
    check_scan(scanned(page(turned=turned), page(None)), letter, CODE)


def test_a_page_more_is_no_harm(letter, way):
    check_scan(scanned(page(None), page(), page(None)), letter, CODE)


def test_the_code_of_another_letter_is_refused(letter, way):
    said = f"Dit is een andere brief: op de scan staat code {OTHER}, en op deze brief {CODE}."
    assert refusal(scanned(page(OTHER), page(None)), letter) == [said]
    assert refusal(scanned(page(), page(OTHER)), letter) == [said]


@pytest.mark.parametrize(
    "other",
    [
        page(None),
        page(address="https://elders.example/?code="),
        page("", address=""),
        page("//[", address="http:"),
    ],
    ids=["nothing", "another address", "blank", "no address"],
)
def test_a_scan_without_our_code_is_refused(letter, way, other):
    (reason,) = refusal(scanned(other, page(None)), letter)
    assert reason.startswith("Op deze scan staat geen QR-code die gelezen kan worden.")


def test_every_reason_is_said_at_once(letter, way):
    assert len(refusal(scanned(page(None)), letter)) == 2
    assert refusal(scanned(page()), letter) == ["De scan heeft 1 bladzijden en de brief 2. Scan alle bladzijden."]


def test_the_letter_itself_is_no_scan(letter):
    for given in (letter, letter + b"\n% bewaard"):
        assert refusal(given, letter)[0].startswith("Dit is de brief zelf en geen scan.")


@pytest.mark.parametrize(
    "given",
    [b"", b"geen pdf", b"%PDF-1.7\n%%EOF", scanned(page())[:3_000]],
    ids=["empty", "words", "header", "cut off"],
)
def test_what_is_no_pdf_is_told(letter, way, given):
    assert refusal(given, letter) == ["Deze PDF kan niet gelezen worden. Scan de brief opnieuw."]


def test_a_locked_scan_is_told(letter, way):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    (reason,) = refusal(out.getvalue(), letter)
    assert reason.startswith("Deze PDF is beveiligd met een wachtwoord.")


def test_a_scan_of_a_whole_cupboard_is_told(letter, way):
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(scan_reading.MOST_PAGES + 1):
            pdf.add_blank_page()
        pdf.save(out)
    assert refusal(out.getvalue(), letter) == ["Deze scan heeft meer dan 60 bladzijden. Scan alleen deze brief."]


def test_a_page_as_large_as_a_square_is_drawn_small(letter, way):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        pdf.pages[0].MediaBox = [0, 0, 14_400_000, 14_400_000]
        pdf.save(out)
    (reason,) = refusal(out.getvalue(), letter)
    assert reason.startswith("Op deze scan staat geen QR-code")


@pytest.mark.parametrize("lacking", [{"clock": 0.01}, {"memory": 50 * 2**20}], ids=str)
def test_a_reading_that_takes_too_much_is_told(letter, monkeypatch, lacking):
    monkeypatch.setattr(scan, "LIMITS", replace(scan.LIMITS, **lacking))
    (reason,) = refusal(scanned(page(), page(None)), letter)
    assert reason.startswith("Deze scan is te zwaar om te lezen.")


def test_a_reading_without_memory_says_so(monkeypatch):
    def full(page, dots):
        raise MemoryError

    monkeypatch.setattr(scan_reading, "_codes_on", full)
    assert scan_reading.read(scanned(page())) == {"trouble": "heavy"}


def test_the_reading_prints_what_it_found(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(scanned(page()))))
    monkeypatch.setattr(sys, "stdout", out := io.StringIO())
    scan_reading.main()
    assert json.loads(out.getvalue()) == {"pages": 1, "codes": [f"https://kantoor.example/controle?code={CODE}"]}
