"""A translation sheet in Word and in the PDF: a page of its own, every word in its language and its direction."""

import io
import re
import zipfile
from datetime import datetime

import pytest

from letters import compose, word
from letters.samples.register import FIRST
from letters.translations import texts as translations
from letters.translations.languages import LANGUAGES
from letters.typesetting import reader
from letters.typesetting.pdf import to_pdf
from letters.typesetting.wordml import W
from tests.letters import pdf_text, word_text
from workflow.moment import BRUSSELS

NOW = datetime(2026, 4, 28, 14, 30, tzinfo=BRUSSELS)  # a Tuesday
TEXTS = ("aanmaning", "uitnodiging_hoorzitting", "beslissing/schorsing_leefloon")
NOTICE = "vertaling ter informatie - enkel de Nederlandse tekst geldt"

every_language = pytest.mark.parametrize("key", LANGUAGES)
every_text = pytest.mark.parametrize("text", TEXTS)


def filled(text, key, confirmed=False):
    """A letter with its sheet, as it leaves the house."""
    template = translations.with_sheet(compose.template(text), text.split("/")[0], key, confirmed)
    return word.render(template, FIRST[text].facts)


def plain(text):
    return word.render(compose.template(text), FIRST[text].facts)


def sheet(docx):
    """The paragraphs of the sheet: from the one that begins a new page."""
    paragraphs = word_text.opened(docx).paragraphs
    (start,) = [i for i, p in enumerate(paragraphs) if p._p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    return paragraphs[start:]


def look(run):
    """What a run says of itself, by the name of the property."""
    return {e.tag.removeprefix(W): {k.removeprefix(W): v for k, v in e.attrib.items()} for e in run._r.rPr}


def runs(paragraphs):
    """Every run with its paragraph, and whether it is Dutch."""
    for p in paragraphs:
        for run in p.runs:
            yield p, run, look(run)["lang"] == {"val": "nl-BE"}


def turned(p):
    return p._p.find(f"{W}pPr/{W}bidi") is not None


@every_language
class TestInWord:
    def test_every_word_says_its_language_and_only_dutch_ones_are_dutch(self, key):
        language = LANGUAGES[key]
        for _p, run, dutch in runs(sheet(filled("aanmaning", key))):
            if not dutch:
                lang = look(run)["lang"]
                assert lang["bidi" if language.rtl else "val"] == language.tag
            elif language.script != "Latn":
                assert re.search("[A-Za-z]", run.text)

    def test_what_is_read_from_right_to_left_says_so_twice_and_dutch_does_not(self, key):
        rtl, found = LANGUAGES[key].rtl, list(runs(sheet(filled("aanmaning", key))))
        assert all(("rtl" in look(run)) == (rtl and not dutch) for _p, run, dutch in found)
        assert {turned(p) for p, _run, dutch in found if not dutch} == {rtl}
        assert not any(turned(p) for p, _run, _dutch in found[:1] if p.style.name == "Klein")
        assert not any(turned(p) for p, _run, _dutch in found if p.text == NOTICE)

    def test_a_writing_the_letterhead_lacks_brings_its_typeface_for_every_kind_of_character(self, key):
        font = LANGUAGES[key].font
        fonts = [look(run).get("rFonts", {}) for _p, run, dutch in runs(sheet(filled("aanmaning", key))) if not dutch]
        assert all(set(each.values()) == ({font} if font else set()) for each in fonts)
        assert all(set(each) == {"ascii", "hAnsi", "cs", "eastAsia"} for each in fonts if font)

    @every_text
    def test_its_headings_follow_those_of_the_letter_in_order(self, key, text):
        docx = filled(text, key)
        levels = [int(p.style.name[-1]) for p in word_text.body(docx) if p.style.name.startswith("Heading")]
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
        own = [p.style.name for p in sheet(docx) if p.style.name.startswith("Heading")]
        assert own[0] == "Heading 2" and set(own[1:]) == {"Heading 3"}

    @every_text
    def test_the_letter_before_it_is_unchanged_with_all_its_mentions_and_no_empty_paragraph_more(self, key, text):
        alone, docx = plain(text), filled(text, key)
        dutch = word_text.paragraphs(alone)
        assert word_text.paragraphs(docx)[: len(dutch)] == dutch
        read = reader.read(docx)
        assert FIRST[text].letter.missing(read, FIRST[text].facts) == []
        assert (read.mentions, read.unsupported) == (reader.read(alone).mentions, reader.read(alone).unsupported)
        assert all(p.text.strip() for p in sheet(docx))


@every_language
@every_text
class TestInThePdf:
    def test_it_says_what_word_says_on_one_page_more(self, key, text):
        docx = filled(text, key)
        pdf = to_pdf(docx, "OCMW Gent", NOW)
        assert pdf.pages == to_pdf(plain(text), "OCMW Gent", NOW).pages + 1
        assert pdf_text.paragraphs(pdf.data) == word_text.paragraphs(docx)


def test_the_mark_stands_above_it_until_it_is_confirmed():
    marked, confirmed = (sheet(filled("aanmaning", "fr", state)) for state in (False, True))
    assert [p.text for p in marked[1:]] == [p.text for p in confirmed]
    assert marked[0].text == "nog na te lezen door een vertaler"
    assert [run.bold for run in marked[0].runs] == [True]
    assert (marked[0].style.name, confirmed[0].style.name) == ("Klein", "Heading 2")


def test_a_heading_of_the_letter_is_marked_as_dutch_inside_another_language():
    dutch = {run.text for p, run, dutch in runs(sheet(filled("aanmaning", "fr"))) if dutch}
    headings = {p.text for p in word_text.body(plain("aanmaning")) if p.style.name == "Heading 2"}
    assert len(dutch & headings) >= 2


def test_arabic_is_set_bigger_and_bold_is_bold_for_its_characters_too():
    title, _notice, own, heading, text, *_ = sheet(filled("aanmaning", "ar", True))
    sizes = [look(p.runs[0])["sz"]["val"] for p in (title, heading, text)]
    assert sizes == ["25", "24", "24"]
    assert all(look(p.runs[0])["szCs"] == look(p.runs[0])["sz"] for p in (title, heading, text))
    assert ["bCs" in look(p.runs[0]) for p in (title, own, heading, text)] == [True, True, True, False]


def test_the_same_sheet_is_made_once_and_always_of_the_same_bytes():
    template = compose.template("aanmaning")
    made = translations.with_sheet(template, "aanmaning", "ti", False)
    assert translations.with_sheet(template, "aanmaning", "ti", False) is made
    again = zipfile.ZipFile(io.BytesIO(made))
    assert {info.date_time for info in again.infolist()} == {
        info.date_time for info in zipfile.ZipFile(io.BytesIO(template)).infolist()
    }


def test_the_sheet_for_the_translator_is_a_word_file_with_nothing_else():
    docx = translations.alone("brief_aan_client", "ps", False)
    document = word_text.opened(docx)
    assert [p.text for p in document.paragraphs] == [p.text for p in sheet(docx)]
    assert document.paragraphs[0].text == "nog na te lezen door een vertaler"
    names = zipfile.ZipFile(io.BytesIO(docx)).namelist()
    assert not [name for name in names if re.search("header|footer|media|docProps", name)]
    assert b"{" not in b"".join(zipfile.ZipFile(io.BytesIO(docx)).read(name) for name in names)
