"""A series of sessions: its days, what falls away, and all of them planned at once or none."""

from datetime import date

import factories
import pytest
from conftest import TODAY

from forms.committee import series
from forms.fields import read_date
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.walks import meetings, sanction
from workflow.models import BcsdSession, Committee, LogEntry, Refusal, db
from workflow.rows import StepRefused
from workflow.session_days import days_of
from workflow.wording import Sentence, written

SERIES = "/zittingen/reeks"
FROM_APRIL = {
    "first_on": "31/3/2026", "rhythm": "1", "last_on": "5/5/2026", "starts_at": "14", "place": "Raadzaal",
}  # fmt: skip
TUESDAYS = ["2026-03-31", "2026-04-07", "2026-04-14", "2026-04-21", "2026-04-28", "2026-05-05"]
OTHERS = ("klerk", "mw", "hoofd", "lid", "voorzitter", "directeur", "directie", "privacy", "tb", "partner", "beheer")


@pytest.mark.parametrize(("first", "rhythm", "last", "days"), [
    (date(2026, 3, 31), "1", date(2026, 4, 14), ["31/03/2026", "07/04/2026", "14/04/2026"]),
    (date(2026, 3, 31), "2", date(2026, 4, 14), ["31/03/2026", "14/04/2026"]),
    (date(2026, 3, 31), "4", date(2026, 5, 31), ["31/03/2026", "28/04/2026", "26/05/2026"]),
    (date(2026, 3, 10), "maand", date(2026, 6, 30), ["10/03/2026", "14/04/2026", "12/05/2026", "09/06/2026"]),
    (date(2026, 3, 31), "maand", date(2026, 7, 1), ["31/03/2026", "28/04/2026", "26/05/2026", "30/06/2026"]),
    (date(2026, 11, 3), "maand", date(2027, 1, 31), ["03/11/2026", "01/12/2026", "05/01/2027"]),
    (date(2026, 3, 31), "1", date(2026, 3, 31), ["31/03/2026"]),
])  # fmt: skip
def test_the_days_of_a_series(first, rhythm, last, days):
    assert [written(day) for day in days_of(first, rhythm, last)] == days


def _shown(browser, **typed):
    """Ask for the days of a series; return the page."""
    fields = sent_by(tree_of(browser.get(SERIES))) | FROM_APRIL | {"do": "toon"} | typed
    return browser.post(SERIES, data=fields)


def _ticks(page):
    return [box.get("value") for box in tree_of(page).xpath("//input[@name='days']") if box.get("checked") is not None]


def _planned(browser, page, **typed):
    """Send the page with the days that are ticked on it, or with others."""
    fields = sent_by(tree_of(page)) | {"days": _ticks(page), "do": "plan"} | typed
    return browser.post(SERIES, data=fields)


def _sessions():
    return db.session.query(BcsdSession).order_by(BcsdSession.held_on).all()


def test_a_series_is_shown_first_and_then_planned_at_once(app, sign_in):
    browser = sign_in("secretaris")
    page = browser.get("/zittingen")
    assert flaws(page) == [] and SERIES in page.text
    assert flaws(browser.get(SERIES)) == []
    shown = _shown(browser)
    assert flaws(shown) == []
    assert _ticks(shown) == TUESDAYS and _sessions() == []
    assert "dinsdag 31 maart 2026" in words_on(shown)
    answer = _planned(browser, shown, days=TUESDAYS[:3])
    assert (answer.status_code, answer.headers["Location"]) == (302, "/zittingen")
    assert "3 zittingen zijn gepland." in words_on(browser.get("/zittingen"))
    assert [(each.held_on.isoformat(), each.starts_at, each.place, each.state) for each in _sessions()] == [
        (day, "14.00 uur", "Raadzaal", "gepland") for day in TUESDAYS[:3]
    ]
    assert [each.reference for each in _sessions()] == [f"ZIT-2026-000{number}" for number in (1, 2, 3)]
    assert [entry.action for entry in db.session.query(LogEntry).filter_by(subject_kind="session")] == ["plan"] * 3
    assert [each.deadlines[0].due_on for each in _sessions()] == [
        date(2026, 3, 23),
        date(2026, 3, 30),
        date(2026, 4, 6),
    ]


def test_holidays_and_weekends_fall_away_and_are_named(app, sign_in):
    shown = _shown(sign_in("secretaris"), first_on="23/3/2026", last_on="4/5/2026", rhythm="2")
    assert _ticks(shown) == ["2026-03-23", "2026-04-20", "2026-05-04"]
    assert "maandag 6 april 2026 (Paasmaandag)" in words_on(shown)
    answer = _shown(sign_in("secretaris"), first_on="4/4/2026", last_on="25/4/2026")
    assert flaws(answer, 422) == []
    words = words_on(answer)
    assert "Op geen enkele dag van deze reeks kan het comité vergaderen." in words
    assert "zaterdag 4 april 2026 (zaterdag)" in words


def test_a_day_with_a_session_and_one_that_is_too_near_are_shown_and_not_ticked(app, staff, sign_in, clock):
    file = sanction.File(staff, clock)
    meetings.planned(file, date(2026, 4, 14))
    other = meetings.planned(file, date(2026, 4, 21))
    other.owner_id = factories.organisation("ocmw_evergem").id  # another house
    browser = sign_in("secretaris")
    shown = _shown(browser, first_on="3/3/2026")
    assert _ticks(shown) == [
        "2026-03-10",
        "2026-03-17",
        "2026-03-24",
        *[day for day in TUESDAYS if day != "2026-04-14"],
    ]
    words = words_on(shown)
    assert "dinsdag 14 april 2026; er is die dag al een zitting" in words
    assert "dinsdag 3 maart 2026; de oproeping moest uiterlijk op 23/02/2026 vertrekken" in words
    assert _planned(browser, shown, days=["2026-04-14"]).status_code == 302  # whoever ticks it, means it
    assert len(_sessions()) == 3


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"first_on": ""}, "Geef de eerste dag."),
    ({"first_on": "31/4/2026"}, "'31/4/2026' is geen datum."),
    ({"first_on": "2/3/2026"}, "Geef een dag die nog komt, binnen de 24 maanden."),
    ({"first_on": "1/12/9999"}, "Geef een dag die nog komt, binnen de 24 maanden."),
    ({"rhythm": ""}, "Kies hoe vaak."),
    ({"rhythm": "3"}, "Kies een van de mogelijkheden."),
    ({"last_on": ""}, "Geef de laatste dag."),
    ({"last_on": "30/3/2026"}, "De laatste dag ligt voor de eerste."),
    ({"last_on": "1/4/2028"}, "Een reeks loopt hoogstens 24 maanden."),
    ({"starts_at": ""}, "Geef het uur."),
    ({"starts_at": "25 uur"}, "'25 uur' is geen uur."),
    ({"place": " "}, "Geef de plaats."),
])  # fmt: skip
@pytest.mark.parametrize("do", ["toon", "plan"])
def test_a_series_that_cannot_be_is_refused_and_nothing_typed_is_lost(app, sign_in, do, typed, sentence):
    browser, before = sign_in("secretaris"), dump()
    answer = _shown(browser, **typed, do=do, days=TUESDAYS[:1])
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    kept = sent_by(tree_of(answer))
    for name, text in (FROM_APRIL | typed).items():
        if name != "rhythm":
            assert kept[name] == _as_kept(name, text).strip()
    assert changes(before, dump()) == []


def _as_kept(name, text):
    if name == "starts_at":
        return "14.00 uur" if text == "14" else text
    try:
        return written(read_date(text, TODAY))
    except ValueError:
        return text


@pytest.mark.parametrize(("days", "sentence"), [
    ([], "Vink minstens één dag aan."),
    (["2026-04-01"], "De aangevinkte dagen horen niet bij deze reeks. Kijk ze opnieuw na."),
    (["2026-04-07", "morgen"], "De aangevinkte dagen horen niet bij deze reeks. Kijk ze opnieuw na."),
])  # fmt: skip
def test_only_days_of_the_series_are_planned(app, sign_in, days, sentence):
    browser = sign_in("secretaris")
    shown, before = _shown(browser), dump()
    answer = _planned(browser, shown, days=days)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert _ticks(answer) == [day for day in days if day in TUESDAYS]
    assert changes(before, dump()) == []


def test_a_form_that_is_sent_twice_plans_once(app, sign_in):
    browser = sign_in("secretaris")
    shown = _shown(browser)
    for _time in range(2):
        assert _planned(browser, shown).status_code == 302
    assert [each.held_on.isoformat() for each in _sessions()] == TUESDAYS
    answer = _planned(browser, shown, place="Elders")
    assert flaws(answer, 409) == []
    assert "Dit formulier werd al verstuurd, met andere gegevens." in words_on(answer)
    assert len(_sessions()) == len(TUESDAYS)


def test_when_one_is_refused_none_is_planned(app, sign_in, monkeypatch):
    browser = sign_in("secretaris")
    shown, before = _shown(browser), dump("refusal")
    said = Sentence("De raadzaal is gesloten op %(day)s.", day=date(2026, 4, 21))
    real = series.perform_all

    def refuse_one(steps, *who):
        subject = steps[3][0]
        monkeypatch.setattr(type(subject), "take_over_agenda", lambda session: _refuse(session, subject, said))
        return real(steps, *who)

    monkeypatch.setattr(series, "perform_all", refuse_one)
    answer = _planned(browser, shown)
    assert flaws(answer, 422) == []
    assert "De raadzaal is gesloten op 21/04/2026." in words_on(answer)
    assert _ticks(answer) == TUESDAYS and sent_by(tree_of(answer))["place"] == "Raadzaal"
    assert changes(before, dump("refusal")) == []
    assert [refusal.action for refusal in db.session.query(Refusal)] == ["plan"]


def _refuse(session, subject, said):
    if session is subject:
        raise StepRefused([said])


@pytest.mark.parametrize("login", OTHERS)
def test_only_the_secretary_plans_a_series(app, sign_in, login):
    browser, before = sign_in(login), dump()
    assert browser.get(SERIES).status_code == 403
    assert browser.post(SERIES, data=FROM_APRIL | {"days": TUESDAYS, "do": "plan"}).status_code == 403
    assert SERIES not in browser.get("/zittingen").text
    assert changes(before, dump()) == []


def test_digital_attendance_is_asked_only_where_the_house_rules_allow_it(app, sign_in):
    browser = sign_in("secretaris")
    assert "op afstand" not in words_on(browser.get(SERIES))
    db.session.query(Committee).one().digital = True
    db.session.query(Committee).one().standing_points = "Mededelingen\nRondvraag"
    db.session.commit()
    shown = _shown(browser, digital="y")
    assert "op afstand" in words_on(shown)
    assert _planned(browser, shown, days=TUESDAYS[:1]).status_code == 302
    session = db.session.query(BcsdSession).one()
    assert session.digital and [item.title for item in session.items] == ["Mededelingen", "Rondvraag"]


def test_a_series_of_two_years_is_planned(app, sign_in):
    browser = sign_in("secretaris")
    shown = _shown(browser, last_on="31/3/2028")
    assert flaws(shown) == [] and len(_ticks(shown)) > 100
    assert _planned(browser, shown).status_code == 302
    assert len(_sessions()) == len(_ticks(shown))
