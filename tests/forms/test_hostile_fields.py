"""Whatever somebody types in a field of a step stands on the page and in the letter as it was typed."""

from io import BytesIO
from itertools import cycle
from urllib.parse import quote
from uuid import uuid4

import pytest
from werkzeug.datastructures import MultiDict

from forms.fields import Line, TimeOfDay, Words
from forms.procedures.sanction_decision import DecisionForm
from forms.register import form_for
from forms.row_fields import ArticleRows, FactRows
from tests.forms.dump import changes, dump
from tests.forms.pages import sent_by, tree_of, words_on
from tests.forms.steps.post import POSTED
from tests.forms.steps_by_post import STEPS
from tests.letters import hostile, pdf_text, word_text
from tests.walks import WALKS
from workflow.models import db
from workflow.register import WORKFLOWS
from workflow.roles import Role

LONG = {name: hostile.LONG[name] for name in ("without_spaces", "lines", "emoji")}
STRINGS = hostile.STRINGS | LONG | {"browser_lines": "een\r\ntwee\r\n\r\ndrie", "rtlo": "\u202efdp.exe"}
ALL_AT_ONCE = " | ".join(text for name, text in STRINGS.items() if name not in LONG)
FORBIDDEN = "\x00\x01\x08\x0b\x0c\x0e\x1f\ufffe\uffff\ue000\uf8ff"
"""What XML forbids, and what the letters keep for themselves."""

ONE_REMOVED = "is 1 teken weggehaald dat"

CHECKED = ("registered_number", "national_number", "files")
"""What is no free text: only the number of a registered letter, or of a person, fits, or the references of files."""


def squeezed(text):
    return " ".join(text.split())


def text_fields(kind, action):
    """Return the fields of a form that take words, by the name a browser sends: label, and how much fits."""
    named = {}
    for field in form_for(kind, action)():
        if isinstance(field, FactRows):
            named |= {f"{field.name}-0-{column}": (field.label.text, 20_000) for column in ("what", "evidence")}
        elif isinstance(field, ArticleRows):
            named |= {f"{field.name}-0-{column}": (field.label.text, 20_000) for column in field.columns}
        elif isinstance(field, (Line, Words)) and not isinstance(field, TimeOfDay) and field.name not in CHECKED:
            named[field.name] = (str(field.label.text), field.validators[-1].max)
    return named


def _fitting(text, name, most):
    """End a text with the name of its field, so that it stands in its own place; cut it where the field is short."""
    return f"{text[: most - len(name) - 3].strip()}\n| {name}"


def shelf_of(step):
    """The kind of file on the shelf: letters and points are those of a sanction file."""
    return step.kind if step.kind in WALKS else "sanction"


def _name(step):
    return f"{step.kind}-{step.action}"


@pytest.fixture
def fields_of(app):
    """Return the text fields of the form of a step."""

    def read(step):
        with app.test_request_context("/"):
            return text_fields(step.kind, step.action)

    return read


def _place(step, file):
    """Return where a step is posted, where its words are read, and the version that is seen now."""
    if step.kind == "post":
        letter = file.letter("aanmaning")
        return f"/brieven/{letter.reference}/{step.action}", f"/brieven/{letter.reference}", letter.version
    if step.kind == "agenda_item":
        point = getattr(file, "point", file.case.agenda_item)
        page = f"/zittingen/{point.session.reference}/punten/{point.id}"
        return f"{page}/{step.action}", page, point.version
    if step.kind == "client":
        return _place_of_client(step, file)
    table = WORKFLOWS[step.kind]
    if step.action == table.steps[0].action:
        new = f"/nieuw/{step.kind}{_about(table, file)}"
        return new, f"/dossiers/{table.prefix}-2026-0002", 1
    page = f"/dossiers/{file.case.reference}"
    return f"{page}/{step.action}", page, file.case.version


def _about(table, file):
    """Say in the address what a new file is about: a client, the file it is opened beside, or nothing."""
    if table.beside:
        return f"/bij/{file.case.origin.reference}"
    return "" if table.alone else f"/{file.client.id}"


def _place_of_client(step, file):
    """Return where a step with the register of a client is posted; a new client has a page of his own afterwards."""
    page = f"/clienten/{file.client.id}"
    if step.action == "schrijf_in":
        return "/clienten/nieuw", None, 1
    if step.action in ("beeindig_feit", "verbeter_feit", "schrap_feit"):
        fact = file.client.aids[0]
        return f"{page}/inkomen/{fact.id}/{step.action}", page, file.client.version
    return f"{page}/{step.action}", page, file.client.version


def _vote_on(file, decision):
    """Let the draft that was voted on say of the measure what is decided: nothing else is written down."""
    form = DecisionForm(MultiDict(decision), meta={"csrf": False})
    told = {name: getattr(value, "isoformat", lambda v=value: v)() for name, value in form.measure_fields().items()}
    file.case.agenda_item.draft = file.case.agenda_item.draft | told
    db.session.commit()


def _take(step, file, enter, typed):
    """Send the form of a step; return what its answer leads to, and where its words are read."""
    chosen = step.chosen(file) if callable(step.chosen) else step.chosen
    if step.day:
        file.clock.set(step.day)
    address, page, seen = _place(step, file)
    browser, form = enter(step.login), {"seen": seen, "ticket": uuid4().hex, "shared": "y"}
    if _name(step) == "sanction-beslis":
        _vote_on(file, chosen | typed)
    answer = browser.post(address, data=form | chosen | typed)
    assert answer.status_code == 302, words_on(answer)
    after = answer.headers["Location"]
    return browser.get(after, follow_redirects=True), page or after


def _papers(file, name, browser):
    """Return the words of a letter, as they stand in its Word and in its PDF."""
    letter = f"/brieven/{file.letter(name).reference}"
    docx, pdf = (BytesIO(browser.get(f"{letter}.{kind}").data).getvalue() for kind in ("docx", "pdf"))
    return {"word": "\n".join(word_text.paragraphs(docx)), "pdf": "\n".join(pdf_text.paragraphs(pdf))}


def _missing(typed, words):
    return [name for name, text in typed.items() if squeezed(text) not in words]


def _check(step, file, enter, typed, expected):
    """Take a step with these words; see them on the page and, those for the letter, in Word and PDF."""
    after, page = _take(step, file, enter, typed)
    readers = {"agenda_item": "secretaris", "warm_handoff": step.login}
    login = readers.get(step.kind) or WALKS[shelf_of(step)].read_by
    reader = enter(login)
    same = (login, page) == (step.login, after.request.path)
    assert _missing(expected, words_on(after if same else reader.get(page, follow_redirects=True))) == []
    if step.kind in ("post", "client") or not step.letter:
        return after
    db.session.expire_all()
    step.then(file)
    for_letter = {name: text for name, text in expected.items() if name not in ("remark", *step.unprinted)}
    for kind, words in _papers(file, step.letter, reader).items():
        assert _missing(for_letter, words) == [], kind
        assert squeezed(expected["remark"]) not in words, f"a remark is not for the letter ({kind})"
    return after


@pytest.mark.parametrize("step", STEPS, ids=_name)
def test_every_field_shows_every_string_as_it_was_typed_and_what_xml_forbids_is_removed_and_said(
    file_at, enter, fields_of, step
):
    expected = {name: _fitting(ALL_AT_ONCE, name, most) for name, (_label, most) in fields_of(step).items()}
    _typed_with_what_is_forbidden(step, file_at(step.state, shelf_of(step)), enter, fields_of(step), expected)


@pytest.fixture(scope="session")
def next_string():
    """The strings one after another, over all fields of all forms."""
    return cycle(STRINGS.values()).__next__


PRINTED = [step for step in STEPS if step.letter]
"""The steps that write a letter: a string that stands alone meets page, Word and PDF."""


@pytest.mark.parametrize("step", PRINTED, ids=_name)
def test_a_string_alone_stays_as_it_was_typed(file_at, enter, fields_of, next_string, step):
    expected = {name: _fitting(next_string(), name, most) for name, (_label, most) in fields_of(step).items()}
    _typed_with_what_is_forbidden(step, file_at(step.state, shelf_of(step)), enter, fields_of(step), expected)


def _typed_with_what_is_forbidden(step, file, enter, fields, expected):
    """Type these words, each with something XML forbids; see them without it, and see that said."""
    forbidden = cycle(FORBIDDEN)
    typed = {name: text + next(forbidden) for name, text in expected.items()}
    after = words_on(_check(step, file, enter, typed, expected))
    labels = [label for label, _most in fields.values()]
    for label in labels:
        several = f"zijn {labels.count(label)} tekens weggehaald die"
        said = after.replace("kunnen", "kan")
        # rows of one field are counted together, fields that only share their label each by itself
        assert any(f"In '{label}' {what} niet in een brief kan" in said for what in (several, ONE_REMOVED))


def test_there_is_a_string_for_every_field(app, fields_of):
    assert len(STRINGS) >= 40
    assert sum(len(fields_of(step)) for step in PRINTED) >= len(STRINGS), "every string stands alone somewhere"


def test_every_step_somebody_takes_is_here():
    rows = [(kind, row) for kind, table in WORKFLOWS.items() for row in table.steps]
    people = {(kind, row.action) for kind, row in rows if set(row.roles) != {Role.SYSTEM}}
    assert {(step.kind, step.action) for step in STEPS} == people


@pytest.mark.parametrize("half", range(0xD800, 0xE000, 0x3FF), ids=hex)
def test_half_a_character_comes_in_as_its_code_and_breaks_nothing(file_at, enter, half):
    file, browser = file_at("gemeld"), enter("mw")
    code, page = quote(chr(half), errors="surrogatepass"), f"/dossiers/{file.case.reference}"
    data = f"seen={file.case.version}&remark=voor{code}na"
    answer = browser.post(f"{page}/noteer", data=data, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 302
    assert f"voor{code}na" in words_on(browser.get(page))


@pytest.mark.parametrize(
    "number", [hostile.NASTY, "010" + "\u0661" * 27, "0" * 10_000], ids=["nasty", "arabic", "long"]
)
def test_the_number_of_a_registered_letter_takes_no_other_words_and_loses_nothing(file_at, enter, number):
    file, browser = file_at("aangemaand"), enter("klerk")
    letter, before = file.letter("aanmaning"), dump("refusal")
    data = POSTED | {"seen": letter.version, "registered_number": number, "remark": "verkeerd"}
    answer = browser.post(f"/brieven/{letter.reference}/corrigeer", data=data)
    assert answer.status_code == 422
    assert sent_by(tree_of(answer))["registered_number"] == number
    assert changes(before, dump("refusal")) == []
