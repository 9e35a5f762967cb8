"""The lists of Word: what stands before every paragraph, and how far it is indented."""

import pytest

from letters.typesetting.reader import read
from tests.letters.docx_parts import MAIN, docx, p, r


def level(depth, kind, text, start=1, left=0):
    indent = f'<w:pPr><w:ind w:left="{left}" w:hanging="200"/></w:pPr>' if left else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f"{indent}</w:lvl>"
    )


def numbering(*levels, restart=""):
    shape = '<w:abstractNumId w:val="1"/>'
    lists = f'<w:num w:numId="5">{shape}</w:num><w:num w:numId="6">{shape}{restart}</w:num>'
    return (
        f'<w:numbering {MAIN}><w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>{lists}</w:numbering>'
    )


def item(depth=0, number="5", more=""):
    return p(r("x"), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>{more}')


def labels(items, *levels, restart=""):
    document = read(docx("".join(items), numbering=numbering(*levels, restart=restart)))
    return [paragraph.label for paragraph in document.blocks]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("bullet", "\uf0b7", ["•"] * 3),
        ("bullet", "–", ["–"] * 3),
        ("none", "%1", [""] * 3),
    ],
)
def test_every_item_has_its_bullet_or_number(kind, text, found):
    assert labels([item()] * 3, level(0, kind, text)) == found


def test_letters_go_on_after_z():
    assert labels([item()] * 28, level(0, "lowerLetter", "%1"))[25:] == ["z", "aa", "bb"]


def test_deeper_levels_count_anew_and_name_those_above():
    levels = level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")
    items = [item(0), item(1), item(1), item(2), item(0), item(1), item(2)]
    assert labels(items, *levels) == ["1.", "1.1", "1.2", "a)", "2.", "2.1", "a)"]


def test_a_level_without_one_above_it_counts_that_as_begun():
    assert labels([item(1)], level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) == ["1.1"]


def test_another_list_of_the_same_shape_goes_on_unless_it_says_where_to_start():
    one = level(0, "decimal", "%1.", start=3)
    assert labels([item(), item(number="6"), item(number="6")], one) == ["3.", "4.", "5."]
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert labels([item(), item(number="6"), item(number="6")], one, restart=restart) == ["3.", "1.", "2."]


def test_a_list_the_document_does_not_know_has_no_label():
    assert labels([item(number="99"), item(7), item(number="0")], level(0, "decimal", "%1.")) == ["", "", ""]


def test_a_list_brings_its_indents_and_the_paragraph_its_own_before_them():
    levels = numbering(level(0, "decimal", "%1.", left=400))
    body = item() + item(more='<w:ind w:left="600"/>')
    looks = [paragraph.look for paragraph in read(docx(body, numbering=levels)).blocks]
    assert [(look.left, look.hanging) for look in looks] == [(20, 10), (30, 10)]


def test_the_list_of_a_style_is_that_of_its_paragraphs():
    (paragraph,) = read(docx(p(r("x"), '<w:pStyle w:val="Lijst"/>'))).blocks
    assert (paragraph.label, paragraph.look.left, paragraph.look.hanging) == ("•", 18, 13)


def test_a_list_that_cannot_be_set_is_named():
    deep = [level(depth, "upperRoman", "%1") for depth in range(4)]
    document = read(docx(item(3), numbering=numbering(*deep)))
    assert document.unsupported == {"nummering van de soort upperRoman", "lijst met meer dan drie niveaus"}
