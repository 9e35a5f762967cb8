"""The pages of the templates: what is in use, take one home, see what changed, go back."""

import pytest

from forms import templates
from letters import compose
from letters.register import LETTERS
from tests.forms.pages import tree_of, words_on
from tests.forms.template_pages import PAGE, flaws, kept, rows, upload
from tests.letters.doctored import TEXT, para
from workflow.models import TemplateChoice, db

FIRST, SECOND = para("Bel ons gerust."), para("Kom gerust langs.")


@pytest.fixture
def browser(staff, enter):
    """The administrator."""
    return enter("beheer")


def test_the_list_names_every_text_and_the_version_in_use(browser, staff):
    kept(staff, FIRST)
    answer = browser.get("/sjablonen")
    assert flaws(answer) == []
    words = words_on(answer)
    assert all(text in words for letter in LETTERS.values() for text in letter.texts)
    assert words.count("eigen sjabloon") == len(templates.TEXTS) - 1
    assert "versie 1 Beheer Beheer 02/03/2026 10:00" in words


class TestGoingBack:
    """One click goes back."""

    def test_one_click_goes_back_to_a_version_and_to_the_house(self, browser, staff):
        kept(staff, FIRST)
        kept(staff, SECOND, seen=1)
        for number in (1, 0):
            answer = browser.post(f"{PAGE}/{number}/kies")
            assert (answer.status_code, answer.location) == (302, PAGE)
            page = browser.get(PAGE)
            assert flaws(page) == []
            assert f"elke nieuwe brief gemaakt met versie {number}." in words_on(page)
        assert [choice.number for choice in db.session.query(TemplateChoice).order_by("id")] == [1, 2, 1, 0]

    def test_a_second_click_changes_nothing(self, browser, staff):
        kept(staff, FIRST)
        browser.post(f"{PAGE}/1/kies")
        assert rows() == (1, 1)

    def test_the_page_tells_who_chose_what_and_offers_the_others(self, browser, staff):
        kept(staff, FIRST)
        page = browser.get(PAGE)
        assert "02/03/2026 10:00 · Beheer Beheer versie 1" in words_on(page)
        actions = [form.get("action") for form in tree_of(page).find(".//main").iter("form")]
        assert actions == [None, f"{PAGE}/0/kies"]


class TestDownloads:
    """The templates themselves."""

    def test_the_template_in_use_and_the_one_of_the_house_go_home(self, browser, staff):
        kept(staff, FIRST)
        assert browser.get(f"{PAGE}/1.docx").data == FIRST
        answer = browser.get(f"{PAGE}/0.docx")
        assert answer.data == compose.template(TEXT)
        assert answer.headers["Content-Disposition"] == "attachment; filename=aanmaning-versie-0.docx"

    @pytest.mark.parametrize("address", ["/sjablonen/weg", f"{PAGE}/1", f"{PAGE}/0", f"{PAGE}/7.docx"])
    def test_what_does_not_exist_is_not_found(self, browser, address):
        assert browser.get(address).status_code == 404

    def test_a_version_that_does_not_exist_is_not_chosen(self, browser):
        assert browser.post(f"{PAGE}/3/kies").status_code == 404


LOGINS = (
    "klerk",
    "mw",
    "hoofd",
    "secretaris",
    "lid",
    "voorzitter",
    "directeur",
    "directie",
    "privacy",
    "tb",
    "partner",
)


def test_nobody_but_the_administrator_comes_near(staff, enter):
    for login in LOGINS:
        browser = enter(login)
        answers = [
            browser.get(address).status_code
            for address in ("/sjablonen", PAGE, f"{PAGE}/1", f"{PAGE}/0.docx", "/proefdruk/alles.zip")
        ]
        answers += [upload(browser, FIRST).status_code, browser.post(f"{PAGE}/0/kies").status_code]
        assert set(answers) == {403}, login
    assert rows() == (0, 0)
