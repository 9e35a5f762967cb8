"""A whole meeting in the browser: thirteen members and a secretary, each at a screen of their own."""

import re
from contextlib import ExitStack
from datetime import date

import factories
import pytest

from forms.actions import perform
from forms.demo.people import national_number
from tests.browser.steps import put_signature, said, shut, step
from tests.walks import meetings
from tests.walks.sanction import DRAFT, SESSION_DAY, File
from workflow.models import AgendaItem, BcsdSession, Sanction, db

SESSION = "/zittingen/ZIT-2026-0001"
FILES = 7
REFUSED = re.compile("status of (409|422)")
"""What the console says of a form that was refused, or came too late."""

AT_ONCE = """([form, when]) => {
    setTimeout(() => document.querySelector(form).requestSubmit(), when - Date.now());
}"""
"""Send a form at an instant."""


@pytest.fixture
def convened(staff, clock):
    """A session to which everybody is summoned: seven files and a fixed point. It is made before the browser starts."""
    files, session = [], None
    for number in range(FILES):
        clock.set(date(2026, 3, 2))
        who = national_number(date(1988, 2, 17), 900 + number)
        client = factories.dated(factories.client(who, social_worker=staff["mw"], counsellor=staff["tb"]))
        file = File(staff, clock, client)
        file.summons, file.session = False, session
        files.append(file.to("geagendeerd"))
        session = file.session
    clock.set(date(2026, 4, 17))
    point = {"subject": "vast", "title": "Mededelingen en rondvraag", "urgent": False, "urgency_reason": ""}
    perform(session, "voeg_punt_toe", files[0].actor("secretaris"), files[0].now, fields={"point": point})
    for file in files:
        item = file.case.agenda_item
        perform(item, "schrijf_ontwerp", file.actor("secretaris"), file.now, fields={"draft": DRAFT})
    meetings.convened(files[0], session)
    ids = [item.id for item in sorted(session.items, key=lambda each: each.position)]
    clock.set(SESSION_DAY, 14)
    db.session.rollback()
    return ids


class Meeting:
    """The people of the session at their screens, and the point they are treating."""

    def __init__(self, desk, clock, ids):
        self.clock, self.ids = clock, ids
        self.secretary, self.chair = desk("secretaris"), desk("voorzitter")
        logins = ["lid", *[f"bcsd{number}" for number in range(2, 13)]]
        self.members = {number: desk(login) for number, login in enumerate(logins, 1)}
        self.everybody = {0: self.chair, **self.members}

    def page(self, point):
        return f"{SESSION}/punten/{self.ids[point - 1]}"

    def open_vote(self, point):
        """The chair takes a point up and opens the vote."""
        self.chair.go(self.page(point))
        self.chair.press("Behandel dit punt")
        self.chair.press("Open de stemming")

    def choose(self, point, numbers, **others):
        """Fill in a vote on the screen of each of these members, without sending it."""
        for number in numbers:
            desk = self.everybody[number]
            desk.go(self.page(point))
            desk.page.check(f"[name=choosing][value={others.get(f's{number}', 'voor')}]")

    def send_at_once(self, numbers, *also):
        """Send every vote that is filled in at the same instant, and what else happens then."""
        sent = [(self.everybody[number].page, "form[action$='/stem']") for number in numbers]
        when = sent[0][0].evaluate("Date.now() + 800")
        with ExitStack() as arrived:
            for page, form in [*sent, *also]:
                arrived.enter_context(page.expect_navigation(timeout=60_000))
                page.evaluate(AT_ONCE, [form, when])

    def vote(self, point, numbers, **others):
        """Open a vote, let everybody vote at the same instant, and close it."""
        self.open_vote(point)
        self.choose(point, numbers, **others)
        self.send_at_once(numbers)
        self.close_vote(point)

    def close_vote(self, point):
        self.chair.go(self.page(point))
        self.chair.press("Sluit de stemming")

    def decide(self, point, **more):
        """The secretary writes the decision down, beginning with the draft."""
        self.secretary.go(self.page(point))
        self.secretary.press("Leg de beslissing vast")
        self.secretary.fill(**more)
        self.secretary.press("Noteer de beslissing")
        assert self.secretary.page.locator(".errors").count() == 0, self.secretary.text

    def note(self, action, title, **fields):
        """The secretary notes something of the session."""
        step(self.secretary, "/dossiers/ZIT-2026-0001", action, title, **fields)

    def seat(self, number):
        """Return the seat of a member, by its number."""
        db.session.rollback()
        session = db.session.query(BcsdSession).one()
        found = next(seat.id for seat in session.seats if seat.number == number)
        db.session.rollback()
        return found

    def choices(self, point):
        """Return what every member did, by number."""
        db.session.rollback()
        item = db.session.get(AgendaItem, self.ids[point - 1])
        seats = {seat.id: seat.number for seat in item.session.seats}
        found = [(seats[ballot.seat_id], ballot.choice) for ballot in item.ballots]
        assert len(found) == len(dict(found)), "nobody votes twice"
        db.session.rollback()
        return dict(found)


def opened(meeting):
    """The secretary calls the roll: the twelfth comes late, the eleventh sent word."""
    meeting.secretary.go(SESSION)
    meeting.secretary.press("Open de zitting")
    for number in range(13):
        answer = {12: "afwezig", 11: "verontschuldigd"}.get(number, "aanwezig")
        meeting.secretary.page.check(f"[name='roll_call-{meeting.seat(number)}'][value={answer}]")
    meeting.secretary.press("Open de zitting")
    assert "11 van 13 aanwezig, minstens 7 nodig" in meeting.secretary.text


HERE = range(11)


def voted_by_all(meeting):
    """Point 1: eleven vote at the same instant; one reloads and changes his vote; nobody sees the count before."""
    meeting.open_vote(1)
    meeting.choose(1, HERE)
    meeting.send_at_once(HERE)
    assert meeting.choices(1) == dict.fromkeys(HERE, "voor")
    fourth = meeting.members[4]
    fourth.page.reload()
    assert fourth.page.is_checked("[name=choosing][value=voor]") and "11 voor" not in fourth.text
    fourth.page.check("[name=choosing][value=tegen]")
    fourth.press("Bevestig mijn stem")
    meeting.close_vote(1)
    assert meeting.choices(1) == {**dict.fromkeys(HERE, "voor"), 4: "tegen", 11: "afwezig", 12: "afwezig"}
    fourth.page.get_by_text("10 voor").first.wait_for()  # the page of a member goes on by itself
    meeting.decide(1)


def with_an_interest(meeting):
    """Point 2: a member has an interest; nothing of the point is open to him any more."""
    third = meeting.members[3]
    third.go(f"{meeting.page(2)}/meld_belang")
    third.fill(interest="De cliënt is mijn nicht.")
    third.press("Meld een belang")
    assert third.heading.startswith("Zitting van") and "je meldde een belang" in third.text
    assert shut(third, meeting.page(2)) and shut(third, "/dossiers/SD-2026-0002")
    meeting.vote(2, [number for number in HERE if number != 3])
    assert meeting.choices(2)[3] == "belangenconflict"
    meeting.decide(2)


def tied(meeting):
    """Point 3: the twelfth came in; six against six rejects."""
    meeting.note("noteer_aankomst", "Noteer een aankomst", seat_id=meeting.seat(12), hour="14.20")
    against = {f"s{number}": "tegen" for number in (1, 2, 3, 4, 5, 6)}
    meeting.vote(3, [*HERE, 12], **against)
    assert sorted(meeting.choices(3).values()).count("tegen") == 6
    meeting.secretary.go(meeting.page(3))
    assert "Verworpen bij staking van stemmen." in meeting.secretary.text
    own = {"grounds_law": "Het is verworpen.", "grounds_facts": "U was ziek.", "hearing_answer": "Het comité volgt u."}
    meeting.decide(3, departure="Zes stemmen voor en zes tegen: het voorstel is verworpen.", **own)


def postponed(meeting):
    """Point 4: the committee wants to know more."""
    meeting.secretary.go(meeting.page(4))
    meeting.secretary.press("Verdaag punt 4")
    meeting.secretary.fill(question="Hoeveel bedraagt de huur?", answer_by="12/5/2026")
    meeting.secretary.press("Verdaag het punt")
    assert meeting.secretary.page.locator(".errors").count() == 0


def closed_in_the_middle(meeting):
    """Point 5: the chair closes at the very instant at which the last member votes: counted whole, or refused."""
    meeting.open_vote(5)
    first = [number for number in HERE if number != 10]
    meeting.choose(5, first)
    meeting.send_at_once(first)
    meeting.choose(5, [10])
    meeting.chair.go(meeting.page(5))
    meeting.chair.press("Sluit de stemming")
    assert "Nog 2 leden stemden niet." in meeting.chair.text
    meeting.chair.fill(anyway=True)
    meeting.send_at_once([10], (meeting.chair.page, "main form[novalidate]"))
    last = meeting.choices(5)[10]
    assert last in ("voor", "niet_gestemd")
    refused = meeting.members[10].page.locator(".errors").count() == 1
    assert refused is (last == "niet_gestemd"), meeting.members[10].text
    assert [meeting.choices(5)[number] for number in first] == ["voor"] * len(first)
    meeting.decide(5)


def out_of_number(meeting):
    """Point 6: six members leave in the middle of the vote; it cannot be closed before one is back."""
    meeting.open_vote(6)
    leaving = (5, 6, 7, 8, 9, 10)
    meeting.clock.set(SESSION_DAY, 15)
    for number in leaving:
        meeting.note("noteer_vertrek", "Noteer een vertrek", seat_id=meeting.seat(number), hour="15.00")
    meeting.chair.go(meeting.page(6))
    assert "Het quorum is niet bereikt: 6 aanwezig, 7 nodig" in meeting.chair.text
    assert meeting.chair.page.get_by_role("button", name="Sluit de stemming").count() == 0
    step(meeting.chair, meeting.page(6), "breek_af", "Breek de stemming af", remark="Niet meer in aantal.")
    meeting.note("noteer_aankomst", "Noteer een aankomst", seat_id=meeting.seat(5), hour="15.10")
    meeting.chair.go(meeting.page(6))
    meeting.chair.press("Open de stemming")
    there = (0, 1, 2, 3, 4, 5, 12)
    meeting.choose(6, there)
    meeting.send_at_once(there)
    meeting.close_vote(6)
    assert list(meeting.choices(6).values()).count("voor") == 7
    meeting.decide(6)


def written_down(meeting):
    """Point 7: the secretary writes the votes down; point 8 is only taken note of."""
    meeting.chair.go(meeting.page(7))
    meeting.chair.press("Behandel dit punt")
    votes = {f"choices-{meeting.seat(number)}": "voor" for number in (0, 1, 2, 3, 4, 5, 12)}
    step(meeting.secretary, meeting.page(7), "noteer_stemmen", "Noteer de stemmen", **votes)
    meeting.decide(7)
    step(meeting.secretary, meeting.page(8), "neem_akte", "Neem akte", note="De zitting van 12 mei begint om 15 uur.")


def closed(meeting, director):
    """The chair closes; the minutes are signed; the members no longer read anything."""
    step(meeting.chair, "/dossiers/ZIT-2026-0001", "sluit", "Sluit de zitting")
    meeting.secretary.go(SESSION)
    meeting.secretary.press("Notulen van de zitting")
    minutes = meeting.secretary.page.url.removeprefix(meeting.secretary.server)
    for line in ("Bcsd3 Zetel3 verliet de zitting voor dit punt", "6 voor, 6 tegen", "Verdaagd.", "tot 15.00 uur"):
        assert line in meeting.secretary.text, line
    meeting.secretary.press("Leg voor ter ondertekening")
    for desk in (meeting.chair, director):
        desk.go(minutes)
        put_signature(desk)
    assert shut(meeting.members[1], SESSION) and shut(meeting.members[1], meeting.page(1))


def test_thirteen_members_and_a_secretary_hold_a_session_of_eight_points(convened, desk, clock):
    meeting, director = Meeting(desk, clock, convened), desk("directeur")
    opened(meeting)
    voted_by_all(meeting)
    with_an_interest(meeting)
    tied(meeting)
    postponed(meeting)
    closed_in_the_middle(meeting)
    out_of_number(meeting)
    written_down(meeting)
    heard = said(*meeting.everybody.values(), meeting.secretary)  # what lies open afterwards is refused: it is over
    closed(meeting, director)
    states = [case.state for case in db.session.query(Sanction).order_by(Sanction.reference)]
    assert states == ["beslist", "beslist", "beslist", "geadviseerd", "beslist", "beslist", "beslist"]
    db.session.rollback()
    assert [line for line in heard if not REFUSED.search(line)] == []


def test_a_whole_vote_is_cast_without_a_mouse_and_the_order_of_points_is_told(convened, desk):
    secretary, chair = desk("secretaris"), desk("voorzitter")
    secretary.go(SESSION)
    secretary.page.locator("button[data-mv='-1']").nth(1).focus()
    secretary.page.keyboard.press("Enter")
    secretary.page.wait_for_load_state()
    told = secretary.page.locator("#toast")
    told.get_by_text("staat nu op plaats 1").wait_for()
    assert "SD-2026-0002" in told.inner_text()
    assert secretary.page.evaluate("document.activeElement.dataset.mv") == "-1"
    secretary.page.locator("#agenda li").first.drag_to(secretary.page.locator("#agenda li").nth(3))
    secretary.page.wait_for_load_state()
    told.get_by_text("staat nu op plaats").wait_for()
    opened_by_keyboard(secretary)
    chair.go(SESSION)
    first = chair.page.locator("#agenda h3 a").first
    first.focus()
    chair.page.keyboard.press("Enter")
    for button in ("Behandel dit punt", "Open de stemming"):
        chair.page.get_by_role("button", name=button).focus()
        chair.page.keyboard.press("Enter")
        chair.page.get_by_role("button", name=button).wait_for(state="detached")
    chair.page.locator("[name=choosing]").first.focus()
    chair.page.keyboard.press("Space")
    chair.page.keyboard.press("Tab")
    chair.page.keyboard.press("Enter")
    chair.page.get_by_text("1 van 13").first.wait_for()
    assert chair.page.is_checked("[name=choosing][value=voor]")
    assert said(secretary, chair) == []


def opened_by_keyboard(secretary):
    """Call the roll with the keys alone: everybody is there."""
    secretary.go("/dossiers/ZIT-2026-0001/open")
    for radio in secretary.page.locator("input[type=radio][value=aanwezig]").all():
        radio.focus()
        secretary.page.keyboard.press("Space")
    secretary.page.get_by_role("button", name="Open de zitting").focus()
    secretary.page.keyboard.press("Enter")
    secretary.page.get_by_text("13 van 13 aanwezig").first.wait_for()
