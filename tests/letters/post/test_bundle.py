"""One PDF to print: every letter as it was signed, in order, each on a sheet of its own, whatever their number."""

import io
import shutil
import subprocess
import tracemalloc

import pikepdf
import pytest

from letters.post.bundle import join
from tests.letters.pdf_view import page_texts
from tests.letters.samples import paper
from tests.letters.tools import QPDF

LONG, SHORT = "beslissing_schorsing_leefloon", "bevestiging_naleving"
TITLE = "Drukexemplaar AL-2026-0001"


def joined(letters, double_sided=False):
    out = io.BytesIO()
    pages = join(letters, out, TITLE, double_sided)
    return out.getvalue(), pages


@pytest.fixture(scope="module")
def two():
    return [("1. BR-2026-0001 Amina", paper(LONG).pdf.data), ("2. BR-2026-0002 Žofie", paper(SHORT).pdf.data)]


def test_every_page_of_every_letter_is_in_it_as_it_is(two):
    data, pages = joined(two)
    expected = [text for _label, letter in two for text in page_texts(letter)]
    assert page_texts(data) == expected
    assert pages == len(expected)


def test_the_letters_themselves_are_not_touched(signed):
    kept = bytes(signed.twice)
    joined([("1", signed.twice)])
    assert signed.twice == kept


def test_a_signed_letter_prints_without_its_signature_fields(signed):
    data, _pages = joined([("1", signed.twice)])
    assert page_texts(data) == page_texts(signed.twice)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/AcroForm" not in pdf.Root and "/StructTreeRoot" not in pdf.Root
        assert not any(name in page for page in pdf.pages for name in ("/Annots", "/StructParents", "/Tabs"))


def test_it_says_that_it_is_a_print_copy(two):
    with pikepdf.open(io.BytesIO(joined(two)[0])) as pdf:
        assert str(pdf.docinfo["/Title"]) == TITLE
        assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("nl-BE", True)


@pytest.mark.parametrize("double_sided", [False, True])
def test_every_letter_has_a_bookmark_to_its_first_page(two, double_sided):
    letters = [*two, ("3. BR-2026-0003", two[1][1])]
    data, _pages = joined(letters, double_sided)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [label for label, _letter in letters]
        starts = [pdf.pages.index(pikepdf.Page(item.destination[0])) for item in outline.root]
    texts = page_texts(data)
    assert [texts[start] for start in starts] == [page_texts(letter)[0] for _label, letter in letters]


def test_printed_double_sided_every_letter_begins_on_the_front_of_a_sheet(two):
    short = two[1][1]
    assert len(page_texts(short)) % 2, "a letter of an odd number of pages"
    data, pages = joined([("1", short), ("2", short), ("3", short)], double_sided=True)
    texts = page_texts(data)
    assert pages == len(texts) == 2 * (len(page_texts(short)) + 1) + len(page_texts(short))
    assert [number for number, text in enumerate(texts) if text == page_texts(short)[0]] == [
        0, len(page_texts(short)) + 1, 2 * (len(page_texts(short)) + 1),
    ]  # fmt: skip
    assert [text for text in texts if not text.strip()] == ["", ""]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len({tuple(map(float, page.mediabox)) for page in pdf.pages}) == 1


def test_a_letter_of_another_maker_with_a_loose_end_is_joined():
    """A reference to nothing, a text that looks like a reference, an inherited size: as a scanner may write them."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(420, 595))
        page = pdf.pages[0]
        page.Note = pikepdf.String("zie 3 0 R (en 12 0 R)")
        page.Loose = pdf.make_indirect(pikepdf.Dictionary(A=1))
        page.Contents = pdf.make_stream(b"0 0 10 10 re f % 4 0 R endobj stream")
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    content = out.getvalue()
    data, _pages = joined([("1", content), ("2", content)], double_sided=True)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 3
        assert str(pdf.pages[2].Note) == "zie 3 0 R (en 12 0 R)"
        assert pdf.pages[2].Contents.read_bytes() == b"0 0 10 10 re f % 4 0 R endobj stream"
        assert [float(side) for side in pdf.pages[1].mediabox] == [0, 0, 420, 595]


def test_a_reference_to_what_is_not_there_is_nothing():
    content = _with_a_hole()
    data, _pages = joined([("1", content)])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pages[0].get("/Hole") is None


def _with_a_hole():
    """A PDF written by hand, with a reference to an object it does not have."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Hole 99 0 R >>",
    )
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 4\n0000000000 65535 f \n%strailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + end % (table, len(out))


@pytest.mark.skipif(QPDF is None, reason="overgeslagen: qpdf is hier niet")
def test_qpdf_finds_nothing_wrong(two, tmp_path):
    (tmp_path / "druk.pdf").write_bytes(joined(two * 3, double_sided=True)[0])
    done = subprocess.run([shutil.which("qpdf"), "--check", "druk.pdf"], cwd=tmp_path, capture_output=True, check=True)
    assert b"No syntax or stream encoding errors" in done.stdout


def test_two_hundred_letters_take_no_more_memory_than_ten(two, tmp_path):
    """Counted twice: what Python holds, and what the whole process came to hold."""

    def most(count):
        tracemalloc.start()
        with (tmp_path / "druk.pdf").open("wb") as out:
            join((two[i % 2] for i in range(count)), out, TITLE, double_sided=True)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak, _resident()

    small, before = most(10)
    large, after = most(200)
    assert large < small + 2_000_000
    assert after < before + 15_000_000


def _resident():
    with open("/proc/self/statm", encoding="ascii") as pages:
        return int(pages.read().split()[1]) * 4096
