"""The reading bundle on paper: every point and piece in its order, and whose it is on every page."""

import io
import re
import zipfile
from datetime import datetime
from itertools import chain

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps

from letters.reading import papers
from letters.reading.book import make
from letters.reading.plan import Paper, Plan, Point, Text, Words
from letters.store import store
from tests.letters import pieces
from tests.letters.pdf_view import page_texts
from tests.letters.samples import paper
from workflow.moment import BRUSSELS

MADE = datetime(2026, 4, 20, 20, 15, tzinfo=BRUSSELS)  # a Monday
MARK = "Žofie Zetel1 · 20/04/2026 20:15"
WORDS = Words("Agenda", "Punt", "Bladzijde", "Dit is een Word-document.", "Dit stuk is beschadigd.")
LETTER = "bevestiging_naleving"


@pytest.fixture(autouse=True)
def _shelves(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "folder", tmp_path)


def kept(label, kind, content):
    return Paper(label, kind, store.put(content))


def point(number, *papers_, texts=()):
    return Point(f"i{number}", f"Punt {number}: Beslissing over een dossier", texts, papers_)


def plan(*points):
    return Plan("Zitting van dinsdag 28 april 2026", ("Raadzaal",), "Žofie Zetel1", MARK, MADE, points, WORDS)


def made(*points):
    out, told = io.BytesIO(), []
    pages = make(plan(*points), out, told.append)
    assert pages == len(page_texts(out.getvalue()))
    return out.getvalue(), told


def bookmarks(data):
    """Every bookmark with the page it leads to, those of the papers under those of the points."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [
            (item.title, _leads(pdf, item), [(kid.title, _leads(pdf, kid)) for kid in item.children])
            for item in outline.root
        ]


def _leads(pdf, item):
    return pdf.pages.index(pikepdf.Page(item.destination[0])) + 1


def test_every_page_says_whose_it_is_and_its_number():
    data, _told = made(point(1, kept("Stuk 1: brief", "pdf", paper(LETTER).pdf.data)), point(2))
    texts = page_texts(data)
    assert all(text.count(MARK) == 2 for text in texts), "slantwise and below"
    for number, text in enumerate(texts, 1):
        assert text.rstrip().endswith(f"{number} / {len(texts)}")
    assert "Punt 1 · Stuk 1: brief" in texts[2]


def test_the_pages_of_a_letter_are_in_it_word_for_word():
    letter = paper("beslissing_schorsing_leefloon").pdf.data
    data, _told = made(point(1, kept("Beslissing", "pdf", letter)))
    assert [text.partition(MARK)[0].strip() for text in page_texts(data)[2:]] == [
        text.strip() for text in page_texts(letter)
    ]


def test_bookmarks_lead_to_points_and_papers_and_the_agenda_names_their_pages():
    letter = paper("beslissing_schorsing_leefloon").pdf.data
    papers_ = [kept("Beslissing", "pdf", letter), kept("Stuk 1: foto", "png", pieces.picture())]
    data, _told = made(point(1, *papers_), point(3, papers_[1]))
    pages = len(page_texts(letter))
    assert bookmarks(data) == [
        ("Zitting van dinsdag 28 april 2026", 1, []),
        ("Punt 1: Beslissing over een dossier", 2, [("Beslissing", 3), ("Stuk 1: foto", 3 + pages)]),
        ("Punt 3: Beslissing over een dossier", 4 + pages, [("Stuk 1: foto", 5 + pages)]),
    ]
    agenda = page_texts(data)[0]
    assert "Punt 1: Beslissing over een dossier 2" in agenda
    assert f"Punt 3: Beslissing over een dossier {4 + pages}" in agenda


def test_an_agenda_of_more_than_a_page_counts_its_own_pages():
    data, _told = made(*(point(number) for number in range(1, 61)))
    front = next(page for _title, page, _kids in bookmarks(data)[1:2])
    assert front > 2
    agenda = " ".join(page_texts(data)[: front - 1]).replace(MARK, "")
    assert f"Punt 60: Beslissing over een dossier {front + 59}" in " ".join(agenda.split())


def test_a_tap_on_a_point_of_the_agenda_leads_to_it():
    data, _told = made(*(point(number) for number in range(1, 61)))
    led = []
    with pikepdf.open(io.BytesIO(data)) as pdf, pypdfium2.PdfDocument(data) as seen:
        for page, shown in zip(pdf.pages, seen, strict=True):
            for link in page.obj.get("/Annots", []):
                under = shown.get_textpage().get_text_bounded(*map(float, link.Rect))
                leads = pdf.pages.index(pikepdf.Page(link.Dest[0]))
                led.append((under.split(":")[0], page_texts(data)[leads].split(":")[0]))
    assert led == [(f"Punt {number}", f"Punt {number}") for number in range(1, 61)]


def test_a_divider_numbers_facts_and_grounds():
    texts = (
        Text("Amina Voorbeeld · SD-2026-0001"),
        Text("Feiten", heading=True),
        Text("23/02/2026: Niet in de les", number="1"),
        Text("Ontwerp", heading=True),
        Text("Schorsing"),
        Text("Het GPMI legt dit op.", number="1"),
        Text("De feiten staan vast.", number="2"),
    )
    divider = page_texts(made(point(1, texts=texts))[0])[1]
    assert "1. 23/02/2026: Niet in de les" in divider
    assert re.search(r"Schorsing\s+1\. Het GPMI legt dit op\.\s+2\. De feiten staan vast\.", divider)


def test_progress_counts_dividers_papers_and_the_opening():
    asked = plan(point(1, kept("a", "png", pieces.picture())), point(2))
    _data, told = made(*asked.points)
    assert told == list(range(1, asked.total + 1)) == [1, 2, 3, 4]


def locked():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pieces.paper())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="b", user=""))
    return out.getvalue()


def no_width():
    return pieces.paper(lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", pikepdf.Array([0, 0, 0, 0])))


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("pdf", lambda: paper(LETTER).pdf.data[:2000]),
        ("pdf", lambda: b"%PDF-1.7\nniets\n%%EOF"),
        ("pdf", locked),
        ("pdf", no_width),
        ("jpg", lambda: b"\xff\xd8\xff\xd9"),
        ("png", lambda: pieces.picture()[:40]),
    ],
)
def test_a_paper_that_cannot_be_read_is_a_note_and_no_failure(kind, content):
    after = kept("Stuk 2: daarna", "pdf", paper(LETTER).pdf.data)
    data, told = made(point(1, kept("Stuk 1: kapot", kind, content()), after))
    assert "Dit stuk is beschadigd." in page_texts(data)[2]
    assert bookmarks(data)[1][2] == [("Stuk 1: kapot", 3), ("Stuk 2: daarna", 4)]
    assert told[-1] == 4
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_paper_that_is_gone_or_changed_is_a_note():
    data, _told = made(point(1, Paper("Stuk 1: weg", "pdf", "0" * 64)))
    assert "Dit stuk is beschadigd." in page_texts(data)[2]


def test_a_word_file_is_set_when_all_of_it_shows_and_noted_otherwise():
    simple = paper("beslissing_schorsing_leefloon").docx
    with_box = pieces.document(main=pieces.body("<w:r><w:pict/></w:r>"))
    data, _told = made(point(1, kept("Stuk 1: nota", "docx", simple), kept("Stuk 2: affiche", "docx", with_box)))
    texts = page_texts(data)
    assert "Beslissing over uw leefloon" in texts[2]
    assert "Dit is een Word-document." in texts[-1]


def test_a_letter_with_something_the_pdf_does_not_show_is_a_note_and_never_a_page_without_it():
    with zipfile.ZipFile(io.BytesIO(paper(LETTER).docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = b"<w:body>"
    assert body in parts["word/document.xml"]
    drawn = body + b"<w:p><w:r><w:pict/></w:r></w:p>"
    parts["word/document.xml"] = parts["word/document.xml"].replace(body, drawn, 1)
    data, _told = made(point(1, kept("Stuk 1: affiche", "docx", pieces.zipped(parts))))
    assert "Dit is een Word-document." in page_texts(data)[2]


def test_a_very_long_word_file_is_a_note(monkeypatch):
    monkeypatch.setattr(papers, "LONGEST_WORD", 100)
    data, _told = made(point(1, kept("Stuk 1: boek", "docx", paper(LETTER).docx)))
    assert "Dit is een Word-document." in page_texts(data)[2]


def seen(data, number):
    with pypdfium2.PdfDocument(data) as document:
        return document[number].render().to_pil().convert("RGB")


def photo(turn, kind="jpeg"):
    """A photo of 80 by 40 whose upper left corner is black, as a camera held some way stores it."""
    picture = Image.new("RGB", (80, 40), "orange")
    picture.paste("black", (0, 0, 20, 10))
    exif, out = Image.Exif(), io.BytesIO()
    exif[274] = turn
    picture.save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(turn):
    content = photo(turn)
    with papers.pages_of("jpg", content, MADE) as bare:
        out = io.BytesIO()
        bare.save(out)
    page = seen(out.getvalue(), 0)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
    assert (page.width > page.height) == (upright.width > upright.height)
    left, top = (page.width - upright.width) // 2, (page.height - upright.height) // 2
    shown = page.crop((left, top, left + upright.width, top + upright.height))
    differ = ImageChops.difference(shown, upright).convert("L").point(lambda grey: 255 * (grey > 90))
    assert differ.histogram()[255] < 150, "but for the edges"


def test_a_see_through_screenshot_lies_on_white_paper():
    out = io.BytesIO()
    Image.new("RGBA", (100, 50), (255, 0, 0, 0)).save(out, "png")
    data, _told = made(point(1, kept("Stuk 1: scherm", "png", out.getvalue())))
    page = seen(data, 2)
    assert page.getpixel((page.width // 2, page.height // 3)) != (0, 0, 0)


def test_a_picture_too_large_to_unpack_is_a_note(monkeypatch):
    monkeypatch.setattr(papers, "MOST_UNPACKED", 100)
    out = io.BytesIO()
    Image.new("RGBA", (100, 50)).save(out, "png")
    data, _told = made(point(1, kept("Stuk 1: scherm", "png", out.getvalue())))
    assert "Dit stuk is beschadigd." in page_texts(data)[2]


def filled_in(pdf):
    """A form somebody filled in: the words are those of a field, not of the page."""
    look = pdf.make_stream(b"BT /Helv 12 Tf 5 5 Td (Ingevuld door Amina) Tj ET")
    helv = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 200, 20])
    look.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=helv))
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T=pikepdf.String("naam"),
            V=pikepdf.String("Ingevuld door Amina"), Rect=pikepdf.Array([50, 700, 250, 720]), F=4,
            AP=pikepdf.Dictionary(N=look), DA=pikepdf.String("/Helv 12 Tf"),
        )
    )  # fmt: skip
    pdf.pages[0].Annots = pikepdf.Array([field])
    pdf.Root.AcroForm = pdf.make_indirect(
        pikepdf.Dictionary(
            Fields=pikepdf.Array([field]),
            DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=helv)),
            NeedAppearances=True,
        )
    )


def test_what_was_filled_in_on_a_form_stays_to_be_read():
    data, _told = made(point(1, kept("Stuk 1: formulier", "pdf", pieces.paper(filled_in))))
    assert "Ingevuld door Amina" in page_texts(data)[2]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/AcroForm" not in pdf.Root and "/Annots" not in pdf.pages[2]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("box", [(0, 0, 400, 600), (30, 50, 700, 350)])
def test_the_line_below_stands_below_on_a_page_however_it_is_turned(turn, box):
    def turned(pdf):
        pdf.pages[0].obj.MediaBox = pikepdf.Array([-20, -20, 900, 900])
        pdf.pages[0].obj.CropBox = pikepdf.Array(box)
        pdf.pages[0].obj.Rotate = turn

    data, _told = made(point(1, kept("Stuk 1", "pdf", pieces.paper(turned))))
    page = seen(data, 2)
    below = page.crop((0, int(page.height * 0.96), page.width, page.height))
    corner = page.crop((0, 0, page.width // 4, page.height // 8))
    assert below.convert("L").getextrema()[0] < 200, "words stand there"
    assert corner.convert("L").getextrema() == (255, 255), "and none above"
    assert page_texts(data)[2].count(MARK) == 2


def test_the_mark_is_light_enough_to_read_through():
    page = seen(made(point(1))[0], 1)
    middle = page.crop((50, 150, page.width - 50, page.height - 80)).convert("L")
    darkest, _white = middle.getextrema()
    assert 200 < darkest < 250


def test_a_long_label_is_cut_short_before_the_number():
    data, _told = made(point(1, kept("Stuk 1: " + "lang " * 60, "png", pieces.picture())))
    last = page_texts(data)[2].strip().splitlines()[-1]
    assert last.endswith("3 / 3") and "…" in last


def test_a_bundle_without_points_is_its_opening_page():
    data, told = made()
    assert len(page_texts(data)) == 1 and told == [1]


def test_two_pages_that_share_their_resources_have_each_their_own_stamp():
    def shared(pdf):
        pdf.add_blank_page()
        resources = pdf.make_indirect(pikepdf.Dictionary(XObject=pikepdf.Dictionary()))
        for page in pdf.pages:
            page.obj.Resources = resources

    data, _told = made(point(1, kept("Stuk 1", "pdf", pieces.paper(shared))))
    assert [text.split()[-3:] for text in page_texts(data)[2:]] == [["3", "/", "4"], ["4", "/", "4"]]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stamps = list(chain.from_iterable(page.Resources.XObject.keys() for page in pdf.pages))
    assert len(stamps) == len(set(stamps)) == 4


def test_the_figure_of_the_contents_changes_with_the_papers_and_not_with_the_hour():
    one = kept("a", "png", pieces.picture())
    before = plan(point(1, one))
    later = Plan(**{**before.__dict__, "made_at": MADE.replace(hour=21), "mark": "later"})
    assert later.contents == before.contents != plan(point(1)).contents
