"""The looks of Word: properties are translated to points, and styles inherit."""

import pytest
from lxml import etree

from letters.typesetting.styles import Styles, paragraph_properties, run_properties, styles_of
from tests.letters.docx_parts import MAIN


def element(inner):
    return etree.fromstring(f"<w:x {MAIN}>{inner}</w:x>")


@pytest.mark.parametrize(
    ("xml", "read"),
    [
        ('<w:spacing w:before="200" w:after="120"/>', {"before": 10, "after": 6}),
        ('<w:spacing w:line="264" w:lineRule="auto"/>', {"line": 1.1, "exact": False, "at_least": False}),
        ('<w:spacing w:line="760" w:lineRule="exact"/>', {"line": 38, "exact": True, "at_least": False}),
        ('<w:spacing w:line="300" w:lineRule="atLeast"/>', {"line": 15, "exact": False, "at_least": True}),
        ('<w:spacing w:line="480"/>', {"line": 2, "exact": False, "at_least": False}),
        ('<w:ind w:left="360" w:hanging="260"/>', {"left": 18, "hanging": 13}),
        ('<w:ind w:left="360"/>', {"left": 18}),
        ('<w:ind w:start="360" w:end="200" w:firstLine="100"/>', {"left": 18, "right": 10, "hanging": -5}),
        ('<w:framePr w:x="1417" w:y="2721" w:w="4252" w:h="2268"/>', {"frame": (70.85, 136.05, 212.6, 113.4)}),
        ('<w:jc w:val="right"/>', {"align": "right"}),
        ("<w:keepNext/>", {"keep_next": True}),
        ('<w:keepNext w:val="false"/>', {"keep_next": False}),
        ("<w:pageBreakBefore/>", {"page_break": True}),
        ("<w:keepLines/><w:widowControl w:val='0'/>", {"keep_lines": True, "widows": False}),
        ("<w:bidi/><w:contextualSpacing/>", {"bidi": True, "close": True}),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>', {"listed": ("3", 1)}),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', {"listed": None}),
        ("<w:numPr/>", {"listed": None}),
        ("<w:tabs/>", {"tabs": True}),
        ("<w:outlineLvl w:val='0'/>", {}),
    ],
)
def test_the_properties_of_a_paragraph_are_translated(xml, read):
    found = paragraph_properties(element(xml))
    assert found == {
        name: pytest.approx(value) if type(value) is float or name == "frame" else value for name, value in read.items()
    }


@pytest.mark.parametrize(
    ("xml", "read"),
    [
        ("<w:b/><w:i/>", {"bold": True, "italic": True}),
        ('<w:b w:val="0"/>', {"bold": False}),
        ('<w:u w:val="single"/>', {"underline": True}),
        ('<w:u w:val="none"/>', {"underline": False}),
        ('<w:sz w:val="25"/>', {"size": 12.5}),
        ('<w:color w:val="022064"/>', {"color": "022064"}),
        ('<w:color w:val="auto"/>', {"color": "000000"}),
        ('<w:lang w:val="nl-BE" w:bidi="ar-SA"/>', {"language": "nl-BE", "language_rtl": "ar-SA"}),
        ('<w:rtl/><w:lang w:eastAsia="ja-JP"/>', {"rtl": True}),
        ('<w:rFonts w:ascii="Arial"/>', {}),
    ],
)
def test_the_properties_of_a_run_are_translated(xml, read):
    assert run_properties(element(xml)) == read


def style(key, name, inner="", base="", default=False):
    first = ' w:default="1"' if default else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}"{first}><w:name w:val="{name}"/>{based}{inner}</w:style>'


def styles(*each, defaults="<w:docDefaults/>"):
    return f"<w:styles {MAIN}>{defaults}{''.join(each)}</w:styles>".encode()


def test_a_style_inherits_what_it_does_not_say_itself():
    known = Styles(styles(
        style("A", "Normal", '<w:rPr><w:sz w:val="20"/></w:rPr>', default=True),
        style("B", "Kop", '<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>', base="A"),
        style("C", "Kopje", '<w:rPr><w:b w:val="0"/><w:sz w:val="18"/></w:rPr>', base="B"),
    ))  # fmt: skip
    assert known.default == "A"
    assert known.names == {"A": "Normal", "B": "Kop", "C": "Kopje"}
    assert [(known.look(key).size, known.look(key).bold, known.look(key).keep_next) for key in "ABC"] == [
        (10, False, False),
        (10, True, True),
        (9, False, True),
    ]


def test_every_style_starts_from_the_defaults_of_the_document():
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:spacing w:after='120'/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    look = Styles(styles(style("A", "Normal", default=True), defaults=defaults)).look("A")
    assert (look.size, look.after) == (11, 6)


def test_the_same_styles_are_read_once():
    xml = styles(style("A", "Normal", default=True))
    assert styles_of(xml) is styles_of(bytes(xml))
