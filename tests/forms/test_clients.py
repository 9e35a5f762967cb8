"""The register of clients: what it refuses and why, what it keeps sealed, and that nothing typed is lost."""

from pathlib import Path

import factories
import pytest

from forms.client_form import ClientForm
from forms.fields import Line
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.letters import hostile
from workflow.models import Client, db

NUMBER = "88.02.17-954.10"
TYPED = {
    "first_name": "Zoë",
    "last_name": "Ångström-'t Hooft",
    "salutation": "",
    "born_on": "17/02/1988",
    "national_number": NUMBER,
    "street": "Voorbeeldstraat 12 <bus 3>",
    "postal_code": "9000",
    "city": "Gent",
    "phone": "0400 00 00 00",
    "contact_language": "Arabisch",
    "interpreter": "y",
    "social_worker_id": "",
    "joint": "y",
}

ELEVEN = "Een rijksregisternummer telt elf cijfers, bijvoorbeeld 88.02.17-354.92."
CHECK = "Het controlegetal van dit rijksregisternummer klopt niet. Kijk de cijfers na."
NO_DATE = "De geboortedatum in dit rijksregisternummer bestaat niet. Kijk de eerste zes cijfers na."
FUTURE = "De geboortedatum ligt in de toekomst."


def _other(day):
    return f"De geboortedatum past niet bij het rijksregisternummer ({day})."


@pytest.fixture
def desk(staff, enter):
    """The clerk of OCMW Gent at an empty register, on Monday 2 March 2026."""
    return enter("klerk")


@pytest.mark.parametrize(
    ("number", "born_on", "sentence"),
    [
        ("88.02.17-954.11", "17/02/1988", CHECK),
        ("88.02.17-955.10", "17/02/1988", CHECK),
        ("98.47.28-997.66", "28/07/1998", CHECK),  # a bis number
        ("00000000000", "17/02/1988", CHECK),
        ("88.02.17-954.1", "17/02/1988", ELEVEN),
        ("88.02.17-954.101", "17/02/1988", ELEVEN),
        ("88.02.17-954.1O", "17/02/1988", ELEVEN),
        ("88021795410x", "17/02/1988", ELEVEN),
        ("\u0668\u0668021795410", "17/02/1988", ELEVEN),  # two Arabic digits
        ("geen", "17/02/1988", ELEVEN),
        ("", "17/02/1988", "Vul het rijksregisternummer in."),
        ("88.13.17-354.08", "17/02/1988", NO_DATE),  # month 13, with a right check
        ("88.17.17-354.36", "17/02/1988", NO_DATE),
        (NUMBER, "18/02/1988", _other("17/02/1988")),
        ("04.05.09-997.45", "09/05/1904", _other("09/05/2004")),  # born since 2000: a 2 before the digits
        ("04.05.09-997.16", "09/05/2004", _other("09/05/1904")),
        ("98.47.28-997.65", "27/07/1998", _other("28/07/1998")),
        ("26.03.03-355.54", "03/03/2026", FUTURE),  # tomorrow
        (NUMBER, "31/02/1988", "'31/02/1988' is geen datum. Schrijf bijvoorbeeld 15/12/2026."),
        (NUMBER, "morgen", "'morgen' is geen datum. Schrijf bijvoorbeeld 15/12/2026."),
        (NUMBER, "", "Vul de geboortedatum in."),
        (NUMBER, "17/02/9999", FUTURE),
    ],
)
def test_a_wrong_number_or_date_is_refused_in_a_sentence_and_nothing_typed_is_lost(desk, number, born_on, sentence):
    before, typed = dump(), TYPED | {"national_number": number, "born_on": born_on}
    answer = desk.post("/clienten/nieuw", data=typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert {name: text for name, text in sent_by(tree_of(answer)).items() if name in typed} == typed
    assert changes(before, dump()) == []


@pytest.mark.parametrize(
    ("number", "born_on"),
    [
        (NUMBER, "17/02/1988"),
        ("88021795410", "17/02/1988"),
        (" 88 02 17 954 10 ", "17 februari 1988"),
        ("88/02/17-954-10", "1988-02-17"),
        ("04.05.09-997.45", "9/5/2004"),
        ("98.47.28-997.65", "28/7/1998"),  # a bis number
        ("88.22.17-354.71", "17/2/1988"),  # a bis number of somebody whose sex was not known
        ("00.00.01-354.33", "1/1/1990"),  # the birth was not known when the number was given
        ("26.03.02-354.85", "2/3/2026"),  # born today
    ],
)
def test_a_right_number_is_accepted_as_people_type_it(desk, number, born_on):
    answer = desk.post("/clienten/nieuw", data=TYPED | {"national_number": number, "born_on": born_on})
    who = db.session.query(Client).one()
    assert answer.headers["Location"] == f"/clienten/{who.id}"
    assert who.national_number == "".join(filter(str.isdigit, number))
    assert who.version == 1


def test_the_number_cannot_be_read_in_the_database(desk, app):
    assert desk.post("/clienten/nieuw", data=TYPED).status_code == 302
    assert db.session.query(Client).one().national_number == "88021795410"
    db.session.remove()
    db.engine.dispose()
    kept = b"".join(path.read_bytes() for path in Path(app.instance_path).glob("handreiking.sqlite*"))
    assert "Ångström".encode() in kept
    for written in ("88021795410", NUMBER, "95410", "88 02 17 954 10"):
        assert written.encode() not in kept, written


def test_a_client_who_is_known_is_not_entered_twice(desk):
    known = factories.client("88021795410")
    db.session.commit()
    before = dump()
    answer = desk.post("/clienten/nieuw", data=TYPED | {"national_number": "88021795410"})
    assert flaws(answer, 422) == []
    assert "Deze cliënt staat al in het register: Amina Voorbeeld." in words_on(answer)
    assert f'href="/clienten/{known.id}"' in answer.text
    assert changes(before, dump()) == []


def test_of_a_client_of_another_organisation_only_that_he_is_known_is_said(desk):
    elsewhere = factories.organisation("ocmw_evergem")
    known = factories.client("88021795410", shares=[elsewhere])
    db.session.commit()
    answer = desk.post("/clienten/nieuw", data=TYPED)
    assert answer.status_code == 422
    said = "Dit rijksregisternummer staat al in het register van een andere organisatie. Vraag haar om de cliënt"
    assert said in words_on(answer)
    assert "Amina" not in answer.text and known.id not in answer.text


def _saved(desk, known, **typed):
    form = sent_by(tree_of(desk.get(f"/clienten/{known.id}/wijzig")))
    return desk.post(f"/clienten/{known.id}/wijzig", data=form | typed)


def test_a_correction_keeps_the_number_raises_the_version_and_cannot_take_anothers_number(desk):
    known, other = factories.client("88021795410"), factories.client("98472899765")
    db.session.commit()
    assert _saved(desk, known, street="Nieuwe straat 1").status_code == 302
    db.session.expire_all()
    assert (known.version, known.street, known.national_number) == (2, "Nieuwe straat 1", "88021795410")
    before = dump()
    taken = _saved(desk, known, national_number="98.47.28-997.65", born_on="28/7/1998")
    assert flaws(taken, 422) == []
    assert "Deze cliënt staat al in het register" in words_on(taken)
    assert changes(before, dump()) == [] and other.version == 1


@pytest.mark.parametrize(
    ("login", "finds"), [("mw", 200), ("tb", 200), ("contact", 200), ("partner", 404), ("lid", 403)]
)
def test_a_new_client_is_known_to_the_office_and_to_amal(desk, enter, login, finds):
    page = desk.post("/clienten/nieuw", data=TYPED).headers["Location"]
    assert enter(login).get(page).status_code == finds


@pytest.mark.parametrize("login", ["partner", "lid", "secretaris", "directeur", "privacy", "beheer"])
def test_who_does_not_keep_the_register_changes_nothing_in_it(desk, enter, login):
    known = factories.client("98472899765")
    db.session.commit()
    before, browser = dump(), enter(login)
    assert browser.post("/clienten/nieuw", data=TYPED).status_code == 403
    assert browser.post(f"/clienten/{known.id}/wijzig", data=TYPED).status_code == 403
    assert changes(before, dump()) == []


def _limits(app, desk):
    """Return the text fields of the form, and how long each may be."""
    with app.test_request_context("/"):
        return {field.name: field.validators[-1].max for field in ClientForm() if isinstance(field, Line)}


def test_every_field_shows_every_string_as_it_was_typed(app, desk):
    known, limits = factories.client("88021795410"), _limits(app, desk)
    limits.pop("national_number")
    db.session.commit()
    for value in hostile.STRINGS.values():
        typed = {name: value.strip()[:most].strip() for name, most in limits.items()} | {"contact_language": "andere"}
        assert _saved(desk, known, **typed).status_code == 302, value
        words = words_on(desk.get(f"/clienten/{known.id}"))
        del typed["contact_language"]
        assert [name for name, text in typed.items() if " ".join(text.split()) not in words] == [], value


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Zo\x00ë", "In 'Voornaam' is 1 teken weggehaald dat"), ("\x01Zo\x00ë", "In 'Voornaam' zijn 2 tekens")],
)
def test_what_a_letter_cannot_hold_is_removed_and_said(desk, typed, said):
    answer = desk.post("/clienten/nieuw", data=TYPED | {"first_name": typed}, follow_redirects=True)
    assert said in words_on(answer)
    assert db.session.query(Client).one().first_name == "Zoë"
