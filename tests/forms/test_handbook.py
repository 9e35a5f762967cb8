"""The handbook says what the program does: every table with its articles, its picture, the numbers and the words."""

import re

import pytest

from forms.handbook import GLOSSARY
from letters.register import LETTERS
from tests.forms.pages import flaws, tree_of, words_in
from workflow.parameters import PARAMETERS
from workflow.register import WORKFLOWS
from workflow.roles import TITLES
from workflow.rows import NEW, SAME

TABLES = pytest.mark.parametrize("kind", WORKFLOWS)
NUMBER_MARKS = {"V": "officiële tekst", "S": "andere bron", "A": "overeenkomst", "D": "eigen voorstel"}


@pytest.fixture
def read(staff, sign_in):
    """Return a function that opens a page of the handbook."""
    browser = sign_in("mw")

    def page(address):
        answer = browser.get(address)
        assert flaws(answer) == []
        return tree_of(answer)

    return page


def _table(page, heading):
    """The rows of the table under a heading, each as the words of its cells."""
    rows = page.findall(f".//section[@aria-labelledby='{heading}']//tbody/tr")
    return [[words_in(cell) for cell in row] for row in rows]


def _listed(parties):
    return ", ".join(TITLES[party] for party in parties) or "–"


def _plain(reason):
    return " ".join(re.sub(r"%\(\w+\)s", "…", reason).split())


def test_every_table_is_listed_with_its_article(read):
    page = read("/procedures")
    links = {link.get("href"): words_in(link.getparent()) for link in page.findall(".//main//li/a")}
    assert links == {f"/procedures/{w.kind}": f"{w.title} {w.article}".strip() for w in WORKFLOWS.values()}


def test_every_number_is_listed_with_its_source_and_its_certainty(read):
    rows = _table(read("/procedures"), "n-h")
    assert len(rows) == len(PARAMETERS)
    for row, parameter in zip(rows, PARAMETERS.values(), strict=True):
        assert (row[0], row[2]) == (parameter.title, " ".join(parameter.source.split()))
        assert ("ja" if parameter.value is True else parameter.written) in row[1]
        assert row[3] == ("te bevestigen" if parameter.to_confirm else NUMBER_MARKS[parameter.mark])


@TABLES
def test_every_state_is_shown_with_who_waits_reads_and_completes(read, kind):
    workflow = WORKFLOWS[kind]
    expected = [
        [state.title, _listed(state.waits_for), _listed(state.reads), _listed(state.edits)] for state in workflow.states
    ]
    page = read(f"/procedures/{kind}")
    assert _table(page, "s-h") == expected
    assert workflow.article in words_in(page.find(".//main"))


@TABLES
def test_every_step_is_shown_with_its_way_its_roles_its_rules_and_its_letter(read, kind):
    workflow, page = WORKFLOWS[kind], read(f"/procedures/{kind}")
    titles = {letter.name: letter.title for letter in LETTERS.values()}
    shown = _table(page, "t-h")
    assert len(shown) == len(workflow.steps)
    for row, step in zip(shown, workflow.steps, strict=True):
        sources = ["(nieuw)" if key == NEW else workflow.state(key).short for key in step.sources]
        dest = "(blijft)" if step.dest == SAME else workflow.state(step.dest).short
        letter = ", ".join(titles[name] for name in step.letters) or "–"
        assert row[:4] == [step.title, ", ".join(sources), dest, _listed(step.roles)]
        assert row[4] == " ".join(_plain(guard.reason) for guard in step.only_if) or row[4] == "–"
        assert row[5] == letter


@TABLES
def test_every_term_is_shown_with_what_moves_it_and_its_article(read, kind):
    workflow = WORKFLOWS[kind]
    titles = {step.action: step.title for step in workflow.steps}
    rows = _table(read(f"/procedures/{kind}"), "d-h")
    assert len(rows) == len(workflow.terms)
    for row, term in zip(rows, workflow.terms, strict=True):
        assert (row[0], row[3], row[4]) == (term.title, term.consequence, term.source)
        for cell, actions in ((row[1], term.starts), (row[2], term.stops)):
            assert sorted(cell.split(", ")) == sorted(", ".join({titles[a] for a in actions}).split(", "))


def test_every_term_and_every_table_of_law_has_an_article():
    assert all(term.source for workflow in WORKFLOWS.values() for term in workflow.terms)
    assert all(workflow.article for workflow in WORKFLOWS.values())


@TABLES
def test_the_picture_names_every_state_and_every_step_that_moves(read, kind):
    workflow = WORKFLOWS[kind]
    (picture,) = read(f"/procedures/{kind}").findall(".//svg[@class='flow']")
    assert [text.text for text in picture.iter("text")] == [state.short for state in workflow.states]
    ends = [group.get("class") for group in picture.findall(".//g")]
    assert ends == ["node end" if state.end else "node" for state in workflow.states]
    named = {title for label in picture.findall(".//path/title") for title in label.text.split(", ")}
    moving = [
        step.title
        for step in workflow.steps
        if any(source not in (NEW, step.dest_from(source)) for source in step.sources)
    ]
    assert {part for title in moving for part in title.split(", ")} == named


@TABLES
def test_everything_in_the_picture_lies_within_it(read, kind):
    (picture,) = read(f"/procedures/{kind}").findall(".//svg[@class='flow']")
    width, height = int(picture.get("width")), int(picture.get("height"))
    boxes = [[int(box.get(side)) for side in ("x", "y", "width", "height")] for box in picture.iter("rect")]
    assert all(min(x, y) >= 0 and x + w <= width and y + h <= height for x, y, w, h in boxes)
    assert len({y for _x, y, _w, _h in boxes}) == len(WORKFLOWS[kind].states)
    for path in picture.findall(".//path[@class='edge']"):
        across = [int(number) for number in re.findall(r"[MH](\d+)", path.get("d"))]
        down = [
            int(number) for number in re.findall(r"V(\d+)|M\d+ (\d+)", path.get("d")) for number in number if number
        ]
        assert max(across) < width and max(down) < height


def test_a_procedure_that_does_not_exist_is_not_found(sign_in, staff):
    assert flaws(sign_in("mw").get("/procedures/toverij"), 404) == []


def test_the_glossary_shows_every_word_of_its_file(read):
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    shown = [[words_in(cell) for cell in row] for row in read("/woordenlijst").findall(".//main//table//tr")]
    plain = [[" ".join(cell.replace("`", " ").split()) for cell in row] for row in rows]
    assert [[re.sub(r" ([,;)])", r"\1", cell) for cell in row] for row in shown] == [
        [re.sub(r" ([,;)])", r"\1", cell) for cell in row] for row in plain
    ]
    assert len(shown) > 30
