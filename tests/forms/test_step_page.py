"""The page of a step before it can be taken, and after the time to send it ran out."""

from datetime import date

from tests.forms.pages import flaws, sent_by, tree_of, words_on


def test_a_step_that_is_not_possible_yet_says_why_and_asks_nothing(file_at, enter):
    file = file_at("geagendeerd")
    answer = enter("secretaris").get(f"/dossiers/{file.case.reference}/beslis")
    assert flaws(answer) == []
    assert "De zitting is niet geopend." in words_on(answer)
    assert tree_of(answer).findall(".//main//textarea") == []
    assert [button for button in tree_of(answer).findall(".//main//button") if button.get("type") == "submit"] == []


def test_a_form_that_expired_gives_back_what_was_typed_and_no_secret(file_at, enter, app, monkeypatch):
    file, browser = file_at("gemeld"), enter("mw")
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    typed = {
        "remark": "Drie keer gebeld & <niemand> thuis.",
        "password": "geheim-en-lang",
        "csrf_token": "verlopen-teken",
    }
    answer = browser.post(f"/dossiers/{file.case.reference}/noteer", data=typed)
    assert answer.status_code == 400
    assert [area.text.strip() for area in tree_of(answer).findall(".//main//textarea")] == [typed["remark"]]
    assert "geheim-en-lang" not in answer.text and "verlopen-teken" not in answer.text


def test_a_warning_is_proposed_with_time_to_post_and_keeps_the_day_that_was_chosen(file_at, enter, clock):
    file, browser = file_at("gemeld"), enter("mw")
    page = f"/dossiers/{file.case.reference}"
    proposed = sent_by(tree_of(browser.get(f"{page}/maan_aan")))["remedy_by"]
    assert proposed == "24/03/2026"  # the earliest is Thursday 19 March
    words = {
        "lawful_reason": "geen",
        "reason_examined": "Gebeld.",
        "obligation": "U volgt les.",
        "remedy": "Ga naar les.",
    }
    file.take("maan_aan", "mw", remedy_by=date(2026, 3, 23), **words)
    assert sent_by(tree_of(browser.get(f"{page}/pas_aanmaning_aan")))["remedy_by"] == "23/03/2026"
    clock.set(date(2026, 3, 4))
    assert sent_by(tree_of(browser.get(f"{page}/pas_aanmaning_aan")))["remedy_by"] == "23/03/2026"
