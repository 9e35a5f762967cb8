"""The languages of our clients: every script in its own order, in the PDF as in Word, for the eye and for the ear."""

import io

import conftest
import pikepdf
import pytest

from letters.typesetting import shaping
from letters.typesetting.document import Look
from letters.typesetting.lines import set_lines
from letters.typesetting.pdf import draw, to_pdf
from letters.typesetting.typeset import Setter
from tests.letters import pdf_text, pdf_view, samples, word_text
from tests.letters.docx_parts import docx, p, r
from tests.letters.model import PAGE, document, listed, paragraph
from tests.letters.tools import PDFTOTEXT, run

SENTENCES = {
    "ar-SY": "مرحبا بكم في مركز الرعاية (OCMW) في مدينة خنت. موعدكم يوم 14 أكتوبر 2026، والمبلغ هو 1.288,46 يورو.",
    "prs-AF": "شما باید تا تاریخ ۳۰ نوامبر ۲۰۲۶ به مرکز خدمات اجتماعی مراجعه کنید. یک ترجمان (مترجم) بخواهید.",
    "ps-AF": "تاسو کولی شئ د دې پرېکړې پر وړاندې په درېیو میاشتو کې اعتراض وکړئ. ځوان، ښار، ګټه، ټول، ډېر، ږغ، بڼه.",
    "ti-ET": "እዚ ደብዳበ ብዛዕባ ውሳነ ኮሚተ እዩ። ኣብ ውሽጢ 3 ኣዋርሕ ይግባይ ክትብሉ ትኽእሉ ኢኹም።",
    "tr": "Bu karara karşı üç ay içinde itiraz edebilirsiniz: İğdır, Şırnak, çağrı.",
    "bg": "Можете да обжалвате това решение в срок от три месеца пред съда по труда.",
    "uk": "Ви можете оскаржити це рішення протягом трьох місяців. Ґанок, їжа, є.",
    "ro": "Puteți contesta această decizie în termen de trei luni. Și, țară, înțeles.",
    "fr": "Vous pouvez contester cette décision dans les trois mois : l’œuvre, ça.",
}
LEFTWARDS = {"ar-SY", "prs-AF", "ps-AF"}
every_language = pytest.mark.parametrize("language", SENTENCES)
leftwards = pytest.mark.parametrize("language", sorted(LEFTWARDS))


def sheet(language, more="", text=None):
    """Return a Word file with one sentence said often enough for several lines."""
    rtl = language in LEFTWARDS
    spoken = f'<w:rtl/><w:lang w:bidi="{language}"/>' if rtl else f'<w:lang w:val="{language}"/>'
    words = text or " ".join([SENTENCES[language]] * 3)
    return docx(p(r(words, spoken), "<w:bidi/>" * rtl + more))


def made(language, more="", text=None):
    return to_pdf(sheet(language, more, text), "OCMW Gent", samples.NOW).data


def look(**more):
    return Look(bidi=True, rtl=True, language_rtl="ar-SY", **more)


@every_language
class TestEveryLanguage:
    def test_the_pdf_says_what_word_says_and_in_which_language(self, language):
        tagged = pdf_text.Tagged(made(language))
        (node,) = tagged.blocks()
        assert [" ".join(tagged.text(node).split())] == word_text.paragraphs(sheet(language))
        assert node.language == language

    def test_no_letter_is_missing(self, language):
        for bold in (False, True):
            (whole,) = Setter(document(paragraph(SENTENCES[language], Look(bold=bold)))).run().sheets
            stretches = [s for each in whole.lines for piece in each.line.pieces for s in piece.stretches]
            assert all(glyph.number for stretch in stretches for glyph in stretch.glyphs)
            assert shaping.MISSING not in {glyph.text for stretch in stretches for glyph in stretch.glyphs}

    def test_justified_and_in_a_list_it_says_the_same(self, language):
        said = word_text.paragraphs(sheet(language))
        for more in ('<w:jc w:val="both"/>', '<w:pStyle w:val="Lijst"/>'):
            assert pdf_text.paragraphs(made(language, more)) == said

    def test_poppler_reads_it_in_its_logical_order(self, language, tmp_path):
        conftest.require("POPPLER", PDFTOTEXT, "poppler")
        words = SENTENCES[language]
        (tmp_path / "blad.pdf").write_bytes(made(language, text=words))
        seen = run("pdftotext", "blad.pdf", "-", at=tmp_path)
        steering = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"), " ")
        found = set(seen.translate(steering).split())
        # both kinds of reader turn the two letters of lam-alef around, also in what LibreOffice makes
        expected = {word for word in words.split() if "لا" not in word and not set(word) & set("()،.,:")}
        assert expected - found == set()


@leftwards
class TestFromRightToLeft:
    def test_lines_begin_at_the_right_and_their_words_go_left(self, language):
        (sheet_made,) = Setter(document(paragraph(SENTENCES[language], look()))).run().sheets
        right = PAGE.width - PAGE.right
        for placed in sheet_made.lines:
            assert placed.x + placed.line.width == pytest.approx(right)
        first, second = SENTENCES[language].split()[:2]
        data = draw(document(paragraph(f"{first} {second}", look())), "OCMW Gent", samples.NOW).data
        assert pdf_view.find(data, second)[0].right < pdf_view.find(data, first)[0].left + 1

    def test_a_line_break_follows_the_logical_order(self, language):
        lines = set_lines(paragraph(SENTENCES[language], look()), 150)
        assert "".join(piece.text for line in lines for piece in line.pieces) == SENTENCES[language]
        assert all(line.width <= 150 for line in lines)

    def test_a_bullet_stands_at_the_right_of_its_text(self, language):
        (sheet_made,) = Setter(document(listed(SENTENCES[language], look=look()))).run().sheets
        label, first, *_ = sheet_made.lines
        assert label.label
        assert label.x > first.x + first.line.width
        assert first.x + first.line.width == pytest.approx(PAGE.width - PAGE.right - 18)

    def test_a_justified_line_fills_its_room_and_the_last_does_not(self, language):
        text = " ".join([SENTENCES[language]] * 3)
        (sheet_made,) = Setter(document(paragraph(text, look(align="both")))).run().sheets
        *full, last = sheet_made.lines
        for placed in full:
            spaces = "".join(piece.text for piece in placed.line.pieces).rstrip().count(" ")
            assert placed.x == pytest.approx(PAGE.left)
            assert placed.line.width + spaces * placed.extra == pytest.approx(PAGE.width - PAGE.left - PAGE.right)
        assert last.extra == 0
        assert last.x + last.line.width == pytest.approx(PAGE.width - PAGE.right)


@pytest.mark.parametrize(
    ("align", "edge"), [("left", "right"), ("start", "right"), ("right", "left"), ("end", "left"), ("center", "middle")]
)
def test_alignment_is_mirrored_from_right_to_left(align, edge):
    (made_sheet,) = Setter(document(paragraph("مرحبا", look(align=align, left=10, right=20)))).run().sheets
    (placed,) = made_sheet.lines
    left, right = PAGE.left + 20, PAGE.width - PAGE.right - 10
    middle = (left + right) / 2
    expected = {"left": left, "right": right - placed.line.width, "middle": middle - placed.line.width / 2}
    assert placed.x == pytest.approx(expected[edge])


def test_dutch_words_and_numbers_in_arabic_keep_their_own_order():
    data = draw(document(paragraph("مرحبا OCMW Gent مرحبا 17 مرحبا 2043 نعم", look())), "OCMW Gent", samples.NOW).data
    at = {character: left for character, left, _ in pdf_view.characters(data) if character.isascii()}
    assert sorted(at, key=at.__getitem__) == list("204317OCMWGent")


def test_brackets_are_mirrored():
    (line,) = set_lines(paragraph("(مرحبا)", look()), 300)
    brackets = [stretch for piece in line.pieces for stretch in piece.stretches if stretch.text in "()"]
    assert [stretch.face.letters[stretch.glyphs[0].number] for stretch in brackets] == [")", "("]


def test_a_word_in_bold_stays_in_its_place():
    runs = paragraph("مرحبا ", look()).runs + paragraph("OCMW", look(bold=True)).runs + paragraph(" نعم", look()).runs
    whole = paragraph("", look())
    data = draw(document(type(whole)(whole.style, whole.look, runs)), "OCMW Gent", samples.NOW).data
    assert pdf_text.paragraphs(data) == ["مرحبا OCMW نعم"]
    assert pdf_view.find(data, "نعم")[0].right < pdf_view.find(data, "OCMW")[0].left


def test_persian_digits_keep_their_forms():
    (line,) = set_lines(paragraph("۴۶", look()), 300)
    (stretch,) = [stretch for piece in line.pieces for stretch in piece.stretches]
    assert [stretch.face.glyphs[ord(digit)] for digit in "۴۶"] == [chr(glyph.number) for glyph in stretch.glyphs]


def test_letters_that_join_say_both_and_a_joiner_stays_said():
    data = draw(document(paragraph("الاجتماعية می‌خواهم اللَّه", look())), "OCMW Gent", samples.NOW).data
    assert pdf_text.paragraphs(data) == ["الاجتماعية می‌خواهم اللَّه"]


def test_justified_dutch_fills_its_line_too():
    text = "een twee drie vier vijf zes zeven acht negen tien " * 4
    data = draw(document(paragraph(text, Look(align="both"))), "OCMW Gent", samples.NOW).data
    rights = sorted(right for _, _, right in pdf_view.characters(data))
    assert rights[-2:] == pytest.approx([PAGE.width - PAGE.right] * 2, abs=1)
    assert pdf_text.paragraphs(data) == [text.strip()]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert b"TJ" in pdf.pages[0].Contents.read_bytes()
