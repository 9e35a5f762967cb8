"""What people type, field by field: dates, euros, numbers, texts."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from wtforms import Form

from forms.fields import Choice, DutchDate, Euro, Line, Pick, Required, WholeNumber, Words, cleaned, read_date
from forms.row_fields import FactRows

TODAY = date(2026, 3, 2)  # a Monday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3/11", date(2025, 11, 3)),  # the nearest: four months ago, not eight months ahead
        ("3/3", date(2026, 3, 3)),
        ("31/12", date(2025, 12, 31)),
        ("1/9", date(2025, 9, 1)),
        ("31/8", date(2026, 8, 31)),
        ("03-11-26", date(2026, 11, 3)),
        ("03.11.2026", date(2026, 11, 3)),
        ("3 11 2026", date(2026, 11, 3)),
        ("031126", date(2026, 11, 3)),
        ("03112026", date(2026, 11, 3)),
        ("3 november 2026", date(2026, 11, 3)),
        ("3  NOVEMBER  2026", date(2026, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("  15/12/2026 ", date(2026, 12, 15)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_a_date_is_read_as_people_type_it(typed, meant):
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "31/11", "31/11/2026", "29/2/2026", "0/1/2026", "1/0/2026", "13/13", "32/1", "3/11/26/1", "3//11", "/",
        "morgen", "3 brumaire 2026", "november 2026", "3 november", "2026", "311", "3111260", "2026-13-01", "3/11/0000",
        "三/十一", "1e9", "-3/11/2026", "3/11/2026 14u", "\u0663/\u0661\u0661/2026x",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValueError, match=r".*"):
        read_date(typed, TODAY)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_a_date(text):
    with suppress(ValueError):
        assert isinstance(read_date(text, TODAY), date)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_date_is_read_back_as_it_is_shown(day):
    for typed in (f"{day:%d/%m/%Y}", f"{day:%d%m%y}", f"{day.day}-{day.month}-{day:%y}", day.isoformat()):
        assert read_date(typed, TODAY) == day


@given(st.dates(date(2025, 9, 1), date(2026, 8, 31)))
def test_a_date_without_a_year_is_the_nearest_one(day):
    assert read_date(f"{day.day}/{day.month}", TODAY) == day


@pytest.mark.parametrize(
    ("typed", "kept", "gone"),
    [
        ("gewoon", "gewoon", 0),
        ("  rand \n", "rand", 0),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie", 0),
        ("nul\x00nul", "nulnul", 1),
        ("\x01\x08\x0b\x0c\x1f tab\tblijft", "tab\tblijft", 5),
        ("emoji \U0001f600 blijft", "emoji \U0001f600 blijft", 0),
        ("\ufffe\uffff", "", 2),
        ("half \ud800 paar", "half  paar", 1),
        ("eigen \ue020teken\ue021", "eigen teken", 2),
        ("\u202eomgekeerd", "\u202eomgekeerd", 0),
    ],
)
def test_what_word_cannot_hold_is_removed_and_counted(typed, kept, gone):
    assert cleaned(typed) == (kept, gone)


@given(st.text())
def test_what_was_cleaned_can_stand_in_xml(text):
    from lxml import etree

    kept, _gone = cleaned(text)
    element = etree.Element("t")
    element.text = kept
    assert etree.fromstring(etree.tostring(element)).text == (kept or None)


class Paper(Form):
    """One field of every kind."""

    line = Line("Regel", [Required("Vul de regel in.")], longest=10)
    words = Words("Tekst", [Required("Vul de tekst in.")])
    day = DutchDate("Dag", [Required("Geef de dag.")])
    amount = Euro("Bedrag", [Required("Geef het bedrag.")])
    number = WholeNumber("Getal", [Required("Geef het getal.")])
    choice = Choice("Keuze", [Required("Kies.")])
    pick = Pick("Lijst", [Required("Kies uit de lijst.")])
    rows = FactRows("Feiten", [Required("Noteer een feit.")])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.choice.choices = [("a", "A"), ("b", "B")]
        self.pick.choices = [("", ""), ("a", "A")]


@pytest.fixture
def paper(app):
    """Return a form as it is when somebody sent this."""

    def fill(**typed):
        with app.test_request_context("/"):
            form = Paper(MultiDict({"line": "", "rows-0-what": "", **typed}))
            form.validate()
            [field.errors for field in form]
        return form

    return fill


def test_an_empty_form_gives_an_instruction_for_every_field(paper):
    assert {name: [str(error) for error in errors] for name, errors in paper().errors.items()} == {
        "line": ["Vul de regel in."],
        "words": ["Vul de tekst in."],
        "day": ["Geef de dag."],
        "amount": ["Geef het bedrag."],
        "number": ["Geef het getal."],
        "choice": ["Kies."],
        "pick": ["Kies uit de lijst."],
        "rows": ["Noteer een feit."],
    }


@pytest.mark.parametrize("blank", [" ", "\t\n", "\x00", "\ue020"])
def test_what_is_blank_once_cleaned_is_empty(paper, blank):
    form = paper(line=blank, words=blank)
    assert form.line.errors == ["Vul de regel in."] and form.words.errors == ["Vul de tekst in."]


@pytest.mark.parametrize(
    ("typed", "cents", "shown"),
    [
        ("1288,46", 128846, "1288,46"), ("1.288,46", 128846, "1288,46"), ("1288.46", 128846, "1288,46"),
        ("€ 320", 32000, "320,00"), ("320 euro", 32000, "320,00"), ("0,5", 50, "0,50"), ("0", 0, "0,00"),
        ("320,", None, "320,"), ("1.288.46", None, "1.288.46"), ("-5", None, "-5"), ("veel", None, "veel"),
        ("1,234", None, "1,234"), ("99999999", None, "99999999"), ("1e3", None, "1e3"), ("1288,4 6", 128846, "1288,46"),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_cents_or_stays_as_it_was_typed(paper, typed, cents, shown):
    field = paper(amount=typed).amount
    assert (field.data, field._value()) == (cents, shown)
    assert field.errors == ([] if cents is not None else [f"'{typed}' is geen bedrag. Schrijf bijvoorbeeld 1288,46."])


@pytest.mark.parametrize(
    ("typed", "number"), [("1", 1), ("0012", 12), ("-1", None), ("1,5", None), ("een", None), ("12345", None)]
)
def test_a_number_is_read_or_stays_as_it_was_typed(paper, typed, number):
    field = paper(number=typed).number
    assert field.data == number
    assert field._value() == (str(number) if number is not None else typed)
    assert field.errors == ([] if number is not None else [f"'{typed}' is geen getal."])


def test_a_wrong_date_stays_as_it_was_typed(paper):
    field = paper(day="31/11").day
    assert (field.data, field._value()) == (None, "31/11")
    assert field.errors == ["'31/11' is geen datum. Schrijf bijvoorbeeld 15/12/2026."]


def test_a_right_date_is_shown_in_full(paper):
    field = paper(day="3 november 2026").day
    assert (field.data, field._value(), field.errors) == (date(2026, 11, 3), "03/11/2026", [])


def test_a_text_that_is_too_long_is_refused_and_kept(paper):
    field = paper(line="elf tekens!").line
    assert field.errors == ["Gebruik hoogstens 10 tekens."] and field.data == "elf tekens!"
    assert paper(words="x" * 20_001).words.errors == ["Gebruik hoogstens 20000 tekens."]
    assert paper(words="x" * 20_000).words.errors == []


@pytest.mark.parametrize("name", ["choice", "pick"])
def test_an_answer_that_was_not_offered_is_refused(paper, name):
    assert paper(**{name: "zomaar"})[name].errors == ["Kies een van de mogelijkheden."]
    assert paper(**{name: "a"})[name].errors == []
