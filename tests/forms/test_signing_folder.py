"""The signing folder: what waits for a signature, one or several signed at once, each by itself."""

import factories
import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from workflow.models import LogEntry, db

FOLDER = "/tekenmap"


@pytest.fixture
def file(file_at):
    """A file whose decision is drawn up, on Tuesday 28 April."""
    file = file_at("beslist")
    file.post("beslissing", "leg_voor", "secretaris")
    return file


def _sign(browser, *references, password=factories.PASSWORD, read="y", **typed):
    page = browser.get(FOLDER)
    assert flaws(page) == []
    fields = sent_by(tree_of(page)) | {"brief": list(references), "password": password} | {"read": read}
    return browser.post(FOLDER, data=fields | typed)


def test_only_what_waits_for_this_person_lies_in_his_folder(file, enter):
    reference = file.letter("beslissing").reference
    assert reference in words_on(enter("voorzitter").get(FOLDER))
    for login in ("directeur", "mw", "lid", "tb"):
        assert "Er ligt niets te ondertekenen." in words_on(enter(login).get(FOLDER))


def test_ticked_letters_are_signed_with_one_password(file, enter):
    letter, browser = file.letter("beslissing"), enter("voorzitter")
    answer = _sign(browser, letter.reference)
    assert answer.headers["Location"] == FOLDER
    assert "1 brief ondertekend." in words_on(browser.get(FOLDER))
    assert [bool(signature.signed_at) for signature in letter.signatures] == [True, False]
    _sign(enter("directeur"), letter.reference)
    assert letter.state == "ondertekend"


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"password": "een verkeerd wachtwoord"}, "Dit wachtwoord is niet juist. Er is niets ondertekend."),
    ({"password": ""}, "Vul je wachtwoord in."),
    ({"read": ""}, "Vink aan dat je de brieven gelezen hebt."),
])  # fmt: skip
def test_without_password_or_reading_nothing_is_signed(file, enter, typed, sentence):
    letter, before = file.letter("beslissing"), dump("person")
    answer = _sign(enter("voorzitter"), letter.reference, **typed)
    assert flaws(answer, 422) == [] and sentence in words_on(answer)
    assert tree_of(answer).xpath(f"//input[@value='{letter.reference}']/@checked") == ["checked"]
    assert changes(before, dump("person")) == []


def test_no_letter_ticked_signs_nothing(file, enter):
    answer = _sign(enter("voorzitter"))
    assert answer.status_code == 422 and "Vink minstens één brief aan." in words_on(answer)


def test_what_cannot_be_signed_is_said_and_the_rest_is_signed(file, enter):
    letter, browser = file.letter("beslissing"), enter("voorzitter")
    _sign(browser, "BR-2026-9999", letter.reference)
    words = words_on(browser.get(FOLDER))
    assert "1 brief ondertekend." in words
    assert "BR-2026-9999: ligt niet meer in je tekenmap." in words


def test_a_letter_that_changed_meanwhile_is_read_again_first(file, enter):
    letter, browser = file.letter("beslissing"), enter("voorzitter")
    _sign(browser, letter.reference, **{f"versie-{letter.reference}": "1"})
    assert "is intussen gewijzigd. Lees hem opnieuw." in words_on(browser.get(FOLDER))
    assert letter.signatures[0].signed_at is None


def test_a_folder_sent_twice_signs_once(file, enter):
    browser, reference = enter("voorzitter"), file.letter("beslissing").reference
    fields = sent_by(tree_of(browser.get(FOLDER))) | {"brief": reference, "password": factories.PASSWORD, "read": "y"}
    assert [browser.post(FOLDER, data=fields).status_code for _ in range(2)] == [302, 302]
    assert (
        db.session.query(LogEntry).filter_by(action="onderteken", subject_id=file.letter("beslissing").id).count() == 1
    )


def test_one_letter_is_not_signed_either_by_who_did_not_say_he_read_it(file, enter):
    page, browser = f"/brieven/{file.letter('beslissing').reference}", enter("voorzitter")
    fields = sent_by(tree_of(browser.get(page))) | {"password": factories.PASSWORD, "read": ""}
    answer = browser.post(f"{page}/onderteken", data=fields)
    assert flaws(answer, 422) == [] and "Vink aan dat je de brief gelezen hebt." in words_on(answer)
    assert file.letter("beslissing").signatures[0].signed_at is None
