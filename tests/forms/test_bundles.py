"""The reading bundle at the counter: who may make it, what is in it for whom, and when it is gone."""

import io
import os
import time
from datetime import timedelta

import pikepdf
import pytest

from forms import clock as clock_of_the_office
from forms.actions import perform
from forms.committee import bundle_making, bundle_shelf
from letters.store import store
from tests.forms.pages import flaws, tree_of, words_on
from tests.letters import pieces
from tests.letters.pdf_view import page_texts
from tests.walks import meetings
from tests.walks.sanction import SESSION_DAY
from workflow.models import AgendaItem, Bundle, Viewing, db

NAME = "Bcsd1 Zetel1"
OTHERS = ("klerk", "mw", "hoofd", "directeur", "directie", "privacy", "beheer", "tb", "contact", "partner")


def _piece(file, title, kind="pdf", content=None):
    """Add a piece to a file."""
    content = pieces.SOUND[kind]() if content is None else content
    said = {"name": f"stuk.{kind}", "kind": kind, "size": len(content), "sha256": store.put(content), "shared": False}
    perform(file.case, "voeg_stuk_toe", file.actor("mw"), file.now, fields={"new_piece": {"title": title} | said})


@pytest.fixture
def file(file_at):
    """A file on the agenda of a session to which the members are summoned, with two pieces."""
    file = file_at("geagendeerd")
    _piece(file, "Aanwezigheidslijst")
    _piece(file, "Foto van de lijst", "png")
    return file


def _at(file, more=""):
    return f"/zittingen/{file.session.reference}/bundel{more}"


def _waited_for(browser, file):
    """Wait until the page says something else than that the bundle is being made."""
    for _ in range(400):
        page = browser.get(_at(file))
        if "Je bundel wordt gemaakt" not in words_on(page):
            return page
        time.sleep(0.05)
    raise AssertionError("the bundle does not come")


def _made(browser, file):
    """Make a bundle and take it."""
    answer = browser.post(_at(file))
    assert (answer.status_code, answer.headers["Location"]) == (302, _at(file))
    assert "Je bundel is klaar" in words_on(_waited_for(browser, file))
    answer = _taken(browser, file)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.data


def _taken(browser, file):
    return browser.get(_at(file, "/bundel.pdf"), buffered=True)


def _recuse(file, number):
    item = file.case.agenda_item
    seat = next(seat for seat in item.session.seats if seat.number == number)
    reason = {"seat_id": seat.id, "reason": "Buur van de cliënt"}
    perform(item, "noteer_belang", file.actor("secretaris"), file.now, fields={"recusal": reason})


def _files():
    return sorted(path.name for path in bundle_shelf.folder().iterdir())


@pytest.fixture(autouse=True)
def _empty_shelf(app):
    for path in bundle_shelf.folder().iterdir():
        path.unlink()


def test_the_bundle_of_a_member_holds_the_point_its_letters_and_its_pieces(file, enter):
    data = _made(enter("lid"), file)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Zitting van dinsdag 28 april 2026",
            f"Punt 1: Beslissing over een dossier: {file.case.reference}",
        ]
        papers = [kid.title.partition(" · ")[0] for kid in outline.root[1].children]
    assert papers == [
        "Aanmaning", "Uitnodiging om gehoord te worden", "Verslag van de hoorzitting",
        "Sociaal verslag met advies",
        "Stuk 1: Aanwezigheidslijst", "Stuk 2: Foto van de lijst",
    ]  # fmt: skip
    texts = page_texts(data)
    assert all(f"{NAME} · 16/04/2026 10:00" in text for text in texts)
    assert all(f"{number} / {len(texts)}" in text for number, text in enumerate(texts, 1))
    assert file.session.reference in texts[0] and "Raadzaal, 14.00 uur" in texts[0] and f"bundel van {NAME}" in texts[0]
    assert "1. 23/02/2026: Niet aanwezig in de les (Aanwezigheidslijst)" in texts[1]
    assert "2. De afwezigheden staan vast." in texts[1] and file.client.name in texts[1]


def test_that_a_member_took_his_bundle_is_written_down(file, enter):
    _made(enter("lid"), file)
    seen = db.session.query(Viewing).one()
    assert (seen.what, seen.person_id) == (f"{file.session.reference}/bundel", file.staff["lid"].id)


def test_the_pages_say_what_the_bundle_will_hold_and_then_that_it_is_there(file, enter):
    browser = enter("lid")
    page = browser.get(_at(file))
    assert flaws(page) == []
    assert "6 brieven en stukken" in words_on(page) and "Maak mijn bundel" in words_on(page)
    _made(browser, file)
    page = browser.get(_at(file))
    assert flaws(page) == []
    assert "Je bundel is klaar" in words_on(page) and "Gemaakt op 16/04/2026 10:00." in words_on(page)
    assert "niet meer bij" not in words_on(page)


def _left_hanging(monkeypatch):
    """Whoever makes bundles is stopped before he begins."""
    monkeypatch.setattr(bundle_making, "start", lambda bundle_id, plan: None)


def test_the_progress_is_told_and_reaches_the_total(file, enter, monkeypatch):
    with monkeypatch.context() as stopped:
        _left_hanging(stopped)
        browser = enter("lid")
        browser.post(_at(file))
    page = browser.get(_at(file))
    assert flaws(page) == []
    bar = tree_of(page).get_element_by_id("balk")
    assert (bar.get("max"), bar.get("value")) == ("8", "0")
    assert "0 % klaar." in words_on(page) and tree_of(page).get_element_by_id("zin").get("role") == "status"
    bundle = db.session.query(Bundle).one()
    bundle.done = 5
    db.session.commit()
    same, other = (browser.get(_at(file, f"/stand?kwart={n}")) for n in (2, 0))
    assert "HX-Refresh" not in same.headers
    assert 'value="5"' in same.text and "50 % klaar" not in same.text and "50 % klaar" in other.text
    db.session.delete(bundle)
    db.session.commit()
    _made(browser, file)
    bundle = db.session.query(Bundle).one()
    assert (bundle.state, bundle.done, bundle.total) == ("klaar", 8, 8)
    assert browser.get(_at(file, "/stand")).headers["HX-Refresh"] == "true"


def test_a_bundle_whose_maker_died_can_be_made_again(file, enter, monkeypatch, clock):
    browser = enter("lid")
    with monkeypatch.context() as stopped:
        _left_hanging(stopped)
        browser.post(_at(file))
        first = db.session.query(Bundle).one().id
        clock.now += timedelta(minutes=4)
        browser.post(_at(file))
        assert db.session.query(Bundle).one().id == first, "it is waited for"
    clock.now += timedelta(minutes=2)
    page = browser.get(_at(file))
    assert flaws(page) == []
    assert "Je bundel is niet afgeraakt. Maak hem opnieuw." in words_on(page)
    _made(browser, file)
    assert db.session.query(Bundle).one().id != first


def test_a_maker_whose_bundle_was_replaced_stops(file, enter, office, monkeypatch):
    kept = []
    with monkeypatch.context() as stopped:
        stopped.setattr(bundle_making, "start", lambda *asked: kept.append(asked))
        enter("lid").post(_at(file))
    db.session.delete(db.session.query(Bundle).one())
    db.session.commit()
    bundle_making._run(office, *kept[0])
    assert (db.session.query(Bundle).count(), _files()) == (0, [])


def test_a_making_that_fails_says_so(file, enter, monkeypatch, caplog):
    def fails(*_asked):
        raise OSError("de schijf is vol")

    monkeypatch.setattr(bundle_making, "make", fails)
    browser = enter("lid")
    browser.post(_at(file))
    page = _waited_for(browser, file)
    assert "Je bundel is niet afgeraakt." in words_on(page) and _files() == []
    assert _taken(browser, file).status_code == 404


def test_a_broken_piece_is_a_note_in_the_bundle(file, enter):
    _piece(file, "Kapot", "pdf", b"%PDF-1.7\nhalf")
    texts = page_texts(_made(enter("lid"), file))
    assert "Dit stuk is beschadigd of beveiligd en kan hier niet getoond worden." in " ".join(texts[-1].split())


def test_a_new_bundle_takes_the_place_of_the_old_one(file, enter, clock):
    browser = enter("lid")
    old = _made(browser, file)
    first = _files()
    clock.now += timedelta(hours=1)
    new = _made(browser, file)
    assert new != old and len(_files()) == len(first) == 1 and _files() != first


def test_a_recused_member_finds_neither_point_nor_pieces(file, enter):
    notices = {"title": "Mededelingen", "subject": "vast", "position": 2, "state": "te_behandelen"}
    db.session.add(AgendaItem(session=file.session, **notices))
    db.session.commit()
    _recuse(file, 1)
    texts = page_texts(_made(enter("lid"), file))
    assert len(texts) == 2 and "Punt 2: Mededelingen" in texts[1]
    assert not any(words in text for text in texts for words in (file.case.reference, file.client.name, "Stuk 1"))
    others = page_texts(_made(enter("voorzitter"), file))
    assert any(file.case.reference in text for text in others)


def test_a_bundle_with_a_point_that_was_closed_since_is_closed_too(file, enter):
    browser = enter("lid")
    _made(browser, file)
    _recuse(file, 1)
    assert _taken(browser, file).status_code == 404
    page = browser.get(_at(file))
    assert flaws(page) == []
    assert "Je vorige bundel bevat een punt dat je niet meer mag lezen." in words_on(page)


def test_the_page_says_that_a_bundle_is_out_of_date(file, enter):
    browser = enter("lid")
    _made(browser, file)
    _piece(file, "Nakomer")
    page = browser.get(_at(file))
    assert flaws(page) == []
    assert "Deze bundel is niet meer bij" in words_on(page)
    assert _taken(browser, file).status_code == 200
    _made(browser, file)
    assert "niet meer bij" not in words_on(browser.get(_at(file)))


def test_everybody_has_a_bundle_of_his_own_and_none_of_another(file, enter):
    member, chair = enter("lid"), enter("voorzitter")
    _made(member, file)
    assert _taken(chair, file).status_code == 404
    assert all("Zetel0" in text for text in page_texts(_made(chair, file)))
    assert all("Secretaris" in text for text in page_texts(_made(enter("secretaris"), file)))
    assert all(NAME in text for text in page_texts(_taken(member, file).data))


@pytest.mark.parametrize("login", OTHERS)
def test_nobody_without_a_seat_takes_a_bundle(file, enter, login):
    browser = enter(login)
    for more in ("", "/stand", "/bundel.pdf"):
        assert browser.get(_at(file, more)).status_code == 403
    assert browser.post(_at(file)).status_code == 403
    if login in ("hoofd", "directeur"):
        assert "Bundel (PDF)" not in words_on(browser.get(f"/zittingen/{file.session.reference}"))


def test_a_member_of_another_day_has_no_seat_and_no_bundle(file, enter):
    seat = file.session.seats[1]
    seat.until_on = SESSION_DAY - timedelta(days=1)
    db.session.commit()
    assert enter("lid").get(_at(file)).status_code == 404


def test_who_may_finds_the_button_on_the_session_and_the_point(file, enter):
    item = file.case.agenda_item
    for login in ("lid", "voorzitter", "secretaris"):
        browser = enter(login)
        for address in (
            f"/zittingen/{file.session.reference}",
            f"/zittingen/{file.session.reference}/punten/{item.id}",
        ):
            page = browser.get(address)
            assert flaws(page) == []
            assert "Bundel (PDF)" in words_on(page)


def test_there_is_no_bundle_before_the_convocation(file_at, enter):
    file = file_at("geadviseerd")
    file.plan_session()
    db.session.commit()
    for login in ("lid", "voorzitter", "secretaris"):
        browser = enter(login)
        assert browser.get(_at(file)).status_code == 404
        assert browser.post(_at(file)).status_code == 404
    assert db.session.query(Bundle).count() == 0


def test_after_the_session_the_bundle_is_gone(file, enter, clock):
    member, chair = enter("lid"), enter("voorzitter")
    for browser in (member, chair):
        _made(browser, file)
    file.beslist()
    meetings.closed(file, file.session)
    db.session.commit()
    for browser in (member, chair):
        for more in ("", "/stand", "/bundel.pdf"):
            assert browser.get(_at(file, more)).status_code == 404
    assert len(_files()) == 2
    clock_of_the_office.run(clock.now)
    assert (_files(), db.session.query(Bundle).count()) == ([], 0)


def test_the_clock_leaves_running_sessions_and_clears_forgotten_files(file, enter, clock):
    _made(enter("lid"), file)
    kept = _files()
    forgotten, young = (bundle_shelf.draft_of(name) for name in ("oud", "jong"))
    for path in (forgotten, young):
        path.write_bytes(b"half")
    os.utime(forgotten, (time.time() - 7200,) * 2)
    clock_of_the_office.run(clock.now)
    assert _files() == sorted([*kept, young.name])


def test_nobody_else_on_the_machine_reads_the_bundles(file, enter):
    _made(enter("lid"), file)
    assert bundle_shelf.folder().stat().st_mode & 0o077 == 0
    bundle = db.session.query(Bundle).one()
    for guess in (bundle.id, bundle.sha256, f"{bundle.sha256}.pdf"):
        assert enter("lid").get(_at(file, f"/{guess}")).status_code == 404


def test_two_readers_at_once_have_each_their_own(file, enter):
    browsers = [enter(login) for login in ("lid", "voorzitter", "secretaris")]
    for browser in browsers:
        browser.post(_at(file))
    for browser, name in zip(browsers, ("Zetel1", "Zetel0", "Secretaris"), strict=True):
        assert "klaar" in words_on(_waited_for(browser, file))
        assert all(name in text for text in page_texts(_taken(browser, file).data))
