"""The contact language of a client: a list, another one in words, and what was kept before there was a list."""

import factories
import pytest

from forms.demo.names import LANGUAGES as DEMO
from letters.translations.languages import LANGUAGES
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.forms.test_clients import TYPED
from workflow.models import db


@pytest.fixture
def desk(staff, enter):
    """The clerk of OCMW Gent at an empty register, on Monday 2 March 2026."""
    return enter("klerk")


def _saved(desk, known, **typed):
    form = sent_by(tree_of(desk.get(f"/clienten/{known.id}/wijzig")))
    return desk.post(f"/clienten/{known.id}/wijzig", data=form | typed)


def _chosen(desk, known):
    """Which language the form shows as chosen, and which other one it shows as typed."""
    form = sent_by(tree_of(desk.get(f"/clienten/{known.id}/wijzig")))
    return form["contact_language"], form["other_language"]


@pytest.mark.parametrize(("kept", "shown"), [
    ("Arabisch", ("Arabisch", "")),
    ("dari", ("Dari", "")),
    ("Nederlands", ("Nederlands", "")),
    ("Somali", ("andere", "Somali")),
    ("", ("", "")),
])  # fmt: skip
def test_a_language_that_is_known_already_stays_what_it_was(desk, kept, shown):
    known = factories.client("88021795410", contact_language=kept)
    db.session.commit()
    assert _chosen(desk, known) == shown
    assert _saved(desk, known).status_code == 302
    db.session.expire_all()
    assert known.contact_language.casefold() == kept.casefold()


def test_every_language_with_a_sheet_can_be_chosen_beside_dutch_and_another(desk):
    options = tree_of(desk.get("/clienten/nieuw")).xpath("//select[@id='contact_language']/option/@value")
    assert options == ["", "Nederlands", *[language.dutch for language in LANGUAGES.values()], "andere"]
    assert set(DEMO) <= set(options)


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"contact_language": "andere", "other_language": " "}, "Schrijf welke taal het is."),
    ({"contact_language": "Turks", "other_language": "Koerdisch"}, "Kies 'Een andere taal' bij Contacttaal,"),
    ({"contact_language": "Klingon"}, "Kies een van de mogelijkheden."),
])  # fmt: skip
def test_a_language_that_is_not_clear_is_asked_again_and_nothing_is_lost(desk, typed, sentence):
    before = dump()
    answer = desk.post("/clienten/nieuw", data=TYPED | typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert tree_of(answer).get_element_by_id("other_language").get("value") == typed.get("other_language", "").strip()
    assert changes(before, dump()) == []


def test_another_language_is_kept_in_words_and_goes_when_one_of_the_list_is_chosen(desk):
    known = factories.client("88021795410")
    db.session.commit()
    _saved(desk, known, contact_language="andere", other_language="Koerdisch")
    assert "Koerdisch" in words_on(desk.get(f"/clienten/{known.id}"))
    _saved(desk, known, contact_language="Turks", other_language="")
    db.session.expire_all()
    assert known.contact_language == "Turks"
