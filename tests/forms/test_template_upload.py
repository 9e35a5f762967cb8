"""A template comes back from Word: the doctor looks at it, and it is kept with a number or refused with reasons."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from pysqlite3 import dbapi2  # the same SQLite as the office: another one would not see its locks

from forms import templates
from letters.doctor import ward
from letters.doctor.package import LARGEST
from letters.doctor.report import Report
from tests.forms.pages import tree_of, words_on
from tests.forms.template_pages import PAGE, flaws, kept, rows, upload
from tests.letters.doctored import para
from tests.walks import sanction as journey

FIRST, SECOND = para("Bel ons gerust."), para("Kom gerust langs.")
DOUBLE = para("Uw {% if equivalent %}equivalent{% endif %} leefloon")


@pytest.fixture
def browser(staff, enter):
    """The administrator."""
    return enter("beheer")


@pytest.fixture
def healthy(monkeypatch):
    """A doctor who finds nothing: what he finds is tested elsewhere."""
    monkeypatch.setattr(ward, "consult", lambda docx, text: Report())


def test_a_good_template_is_examined_kept_and_used_for_the_next_letter(browser, staff, clock):
    answer = upload(browser, FIRST)
    assert (answer.status_code, answer.location) == (302, f"{PAGE}/1")
    page = browser.get(answer.location)
    assert flaws(page) == []
    words = words_on(page)
    assert "Versie 1 is bewaard en in gebruik voor elke nieuwe brief." in words
    assert hashlib.sha256(FIRST).hexdigest() in words
    assert "Bewaard door Beheer Beheer" in words and "Opmerking Vriendelijker" in words
    assert [(e.tag, e.text) for e in tree_of(page).iter("ins", "del")] == [("ins", "Bel ons gerust.")]
    file = journey.File(staff, clock).to("gemeld")
    file.take("maan_aan", "mw", date(2026, 3, 2), **journey.WARNING)  # a Monday
    assert file.letter("aanmaning").template_version == 1


def test_a_bad_template_is_refused_with_everything_that_is_wrong_and_the_remark_stays(browser):
    answer = upload(browser, para("{{ kenmrk }} {{ ''.__class__ }}"), remark="Mijn uitleg")
    assert flaws(answer, 422) == []
    words = words_on(answer)
    assert "Het sjabloon is niet aangenomen: er zijn" in words
    assert "In de brief staat het onbekende veld 'kenmrk'. Bedoel je 'kenmerk'?" in words
    assert "een verborgen kenmerk '__class__'" in words
    assert "kies het bestand opnieuw" in words
    assert tree_of(answer).get_element_by_id("remark").text.strip() == "Mijn uitleg"
    assert rows() == (0, 0)


def test_what_the_doctor_only_warns_for_is_kept_when_somebody_says_so(browser):
    answer = upload(browser, DOUBLE)
    assert answer.status_code == 422
    assert "blijft een dubbele of losse spatie achter" in words_on(answer)
    assert rows() == (0, 0)
    assert upload(browser, DOUBLE, anyway="y").status_code == 302
    assert rows() == (1, 1)


def test_a_runaway_template_is_a_sentence_on_the_page(browser, monkeypatch):
    consult = ward.consult
    monkeypatch.setattr(ward, "consult", lambda docx, text: consult(docx, text, replace(ward.LIMITS, clock=0)))
    answer = upload(browser, FIRST)
    assert flaws(answer, 422) == []
    assert "Het onderzoek van dit sjabloon is gestopt" in words_on(answer)
    assert rows() == (0, 0)


def test_nobody_waits_while_the_doctor_is_busy(browser, app, monkeypatch):
    def busy(docx, text):
        other = dbapi2.connect(f"{app.instance_path}/handreiking.sqlite", timeout=0)
        other.execute("BEGIN IMMEDIATE")
        other.rollback()
        other.close()
        return Report()

    monkeypatch.setattr(ward, "consult", busy)
    assert upload(browser, FIRST).status_code == 302


INCOMPLETE = {
    "nothing": ({}, "Kies het Word-bestand dat je wilt opladen."),
    "no_remark": ({"remark": " "}, "Schrijf wat er veranderd is, en waarom."),
}


@pytest.mark.parametrize("name", INCOMPLETE)
def test_an_incomplete_form_says_what_is_missing(browser, name):
    data, expected = INCOMPLETE[name]
    answer = browser.post(PAGE, data=data) if name == "nothing" else upload(browser, FIRST, **data)
    assert flaws(answer, 422) == []
    assert expected in words_on(answer)


@pytest.mark.parametrize(("size", "status"), [(LARGEST + 1, 422), (templates.ROOM + 1, 413)])
def test_a_file_that_is_too_big_is_refused_by_its_size(browser, healthy, size, status):
    answer = upload(browser, b"x" * size)
    assert flaws(answer, status) == []
    assert "Het bestand is groter dan 5 MB." in words_on(answer)
    assert rows() == (0, 0)


def test_a_file_bigger_than_an_ordinary_form_still_comes_in(browser, healthy):
    assert upload(browser, b"x" * LARGEST).status_code == 302


class TestTwoAdministrators:
    """Two people at the same template."""

    def test_the_second_is_told_who_was_first_and_loses_nothing(self, browser, staff, healthy):
        kept(staff, FIRST)
        answer = upload(browser, SECOND, remark="Mijn uitleg", seen="0")
        assert flaws(answer, 409) == []
        words = words_on(answer)
        assert "Intussen bewaarde Beheer Beheer versie 1 van dit sjabloon." in words
        assert "Mijn uitleg" in words
        assert rows() == (1, 1)

    def test_who_looked_again_can_keep_his_own(self, browser, staff, healthy):
        kept(staff, FIRST)
        seen = tree_of(upload(browser, SECOND, seen="0")).get_element_by_id("seen").value
        assert (seen, upload(browser, SECOND, seen=seen).status_code) == ("1", 302)
        assert rows() == (2, 2)

    def test_a_strange_number_is_read_as_none(self, browser, healthy):
        assert upload(browser, FIRST, seen="²x").status_code == 302
