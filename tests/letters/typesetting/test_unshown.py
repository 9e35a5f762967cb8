"""What the PDF cannot show as Word does: every such thing is called by a name people know."""

import pytest

from letters.typesetting import unshown
from letters.typesetting.reader import read
from tests.letters.docx_parts import EDGES, MAIN, cell, docx, field, p, picture, r, table

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
BOX = f"<w:txbxContent>{p(r('x'))}</w:txbxContent>"


def run(inner):
    return p(f"<w:r>{inner}</w:r>")


def look(properties):
    return p(r("x", properties))


def joined(properties):
    return table((cell(p(r("x")), properties),))


UNSUPPORTED = {
    "a text box": (run(f"<w:pict>{BOX}</w:pict>"), {"tekstvak"}),
    "a shape": (
        run(f"<mc:AlternateContent {MC} {WPS}><mc:Choice><wps:wsp/></mc:Choice></mc:AlternateContent>"),
        {"vorm of tekstvak"},
    ),
    "an old drawing": (run("<w:pict/>"), {"tekening in een oud formaat"}),
    "a picture that floats": (p(picture("rId9", "x", kind="anchor")), {"zwevende afbeelding"}),
    "a chart": (p(picture("rId9", "x", inside="<a:graphicData><a:chart/></a:graphicData>")), {"grafiek"}),
    "a diagram": (p(picture("rId9", "x", inside="<a:graphicData><a:relIds/></a:graphicData>")), {"SmartArt"}),
    "a canvas": (p(picture("rId9", "x", inside="<a:graphicData/>")), {"tekening"}),
    "a picture that is elsewhere": (p(picture("rId9", "x")), {"afbeelding die elders staat"}),
    "a footnote": (run("<w:footnoteReference w:id='1'/>"), {"voetnoot"}),
    "an endnote": (run("<w:endnoteReference w:id='1'/>"), {"eindnoot"}),
    "a comment": (p('<w:commentRangeStart w:id="1"/>' + r("x")), {"opmerking"}),
    "a deleted word": (p("<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"), {"bijgehouden wijziging"}),
    "an added word": (p(f"<w:ins>{r('bij')}</w:ins>"), {"bijgehouden wijziging"}),
    "a changed paragraph": (p(r("x"), "<w:pPrChange/>"), {"bijgehouden wijziging"}),
    "a symbol": (run("<w:sym w:char='F0A7'/>"), {"symbool uit een symboollettertype"}),
    "a content control": (f"<w:sdt><w:sdtContent>{p(r('x'))}</w:sdtContent></w:sdt>", {"inhoudsbesturingselement"}),
    "a content control in a line": (
        p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('x')}</w:sdtContent></w:sdt>"),
        {"inhoudsbesturingselement"},
    ),
    "a formula": (p("<w:oMath/>"), {"formule"}),
    "a field": (p(field(" TOC ", r("x"))), {"veld TOC"}),
    "a page number in the letter": (p(field(" PAGE ", r("x"))), {"veld PAGE"}),
    "a field at once": (p(f'<w:fldSimple w:instr="DATE">{r("x")}</w:fldSimple>'), {"veld DATE"}),
    "a field without a name": (p(field("", r("x"))), {"veld zonder naam"}),
    "the end of a column": (run('<w:t>x</w:t><w:br w:type="column"/>'), {"kolomeinde"}),
    "a tab stop": (p("<w:r><w:tab/></w:r>", "<w:tabs/>"), {"tabstop"}),
    "a table in a table": (
        table((cell(table((cell(p(r("x"))),), grid=(900,)) + p("")),), grid=(2000,)),
        {"geneste tabel"},
    ),
    "borders of a cell": (joined("<w:tcBorders/>"), {"eigen randen van een cel"}),
    "a table that floats": (table((cell(p("")),), properties="<w:tblpPr/>"), {"zwevende tabel"}),
    "a border": (p(r("x"), "<w:pBdr/>"), {"rand om een alinea"}),
    "an initial": (p(r("x"), '<w:framePr w:dropCap="drop"/>'), {"initiaal"}),
    "a frame in the text": (
        p(r("x"), '<w:framePr w:w="1" w:h="1" w:x="1" w:y="1"/>'),
        {"kader dat niet op de pagina verankerd is"},
    ),
    "sections": (p(r("x"), "<w:sectPr/>"), {"meer dan één sectie"}),
    "struck out": (look("<w:strike/>"), {"doorgehaalde tekst"}),
    "raised": (look('<w:vertAlign w:val="superscript"/>'), {"superscript of subscript"}),
    "marked": (look('<w:highlight w:val="yellow"/>'), {"gemarkeerde tekst"}),
    "shaded": (look('<w:shd w:val="clear" w:fill="FF0000"/>'), {"tekst met een achtergrondkleur"}),
    "something new": (run("<w:hologram/>"), {"onbekend onderdeel (hologram)"}),
    "something new between paragraphs": ("<w:hologram/>", {"onbekend onderdeel (hologram)"}),
    "two at once": (run("<w:pict/>") + run("<w:object/>"), {"tekening in een oud formaat", "ingesloten object"}),
}


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_what_cannot_be_set_is_named(name):
    body, found = UNSUPPORTED[name]
    assert read(docx(body)).unsupported == found


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ('<w:cols w:num="2"/>', {"tekst in kolommen"}),
        ('<w:cols w:num="1"/><w:titlePg w:val="0"/>', set()),
        ("<w:titlePg/>", {"andere kop- of voettekst op de eerste pagina"}),
        ("<w:pgBorders/>", {"paginarand"}),
    ],
)
def test_what_a_page_cannot_show_is_named(section, found):
    assert read(docx(p(r("x")), section=section)).unsupported == found


@pytest.mark.parametrize(
    "properties",
    [
        '<w:strike w:val="0"/>', '<w:vertAlign w:val="baseline"/>', '<w:highlight w:val="none"/>', '<w:w w:val="100"/>',
        '<w:shd w:val="clear" w:fill="auto"/>', '<w:spacing w:val="0"/>',
    ],
)  # fmt: skip
def test_a_property_that_changes_nothing_is_not_named(properties):
    assert read(docx(look(properties))).unsupported == set()


def test_a_table_in_the_footer_is_named():
    footer = f"<w:ftr {MAIN}>{table((cell(p(r('x'))),))}</w:ftr>"
    assert read(docx(p(r("x")), EDGES, footer1=footer)).unsupported == {"tabel in kop- of voettekst"}


def test_the_name_of_what_is_missing_is_in_dutch_for_all_we_know():
    assert all(name and name == name.strip() for name in unshown.NAMES.values())
    assert not set(unshown.NAMES) & unshown.PASSED_OVER
