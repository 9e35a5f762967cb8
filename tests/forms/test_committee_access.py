"""The committee and its papers: who opens what, from the planning of a session to the approval of its minutes."""

import re
import time
from contextlib import contextmanager
from datetime import date, timedelta

import factories
import pytest

from forms.actions import perform
from tests.forms.pages import words_on
from tests.forms.shelf import NUMBER
from tests.letters.pdf_view import page_texts
from tests.walks import meetings
from tests.walks.pieces import add_piece
from tests.walks.sanction import DECISION, SESSION_DAY
from tests.walks.session import NEXT_DAY
from workflow.models import CaseShare, Committee, Person, Recusal, RoleGrant, Seat, Substitution, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS
from workflow.roles import Kind, Role

# What everybody opens at every moment of one session with one file on its agenda; "-" is nothing at all.
#
#   z  the session: its page, its stand, its invitation, a link in the list of sessions, found by its reference
#   p  the point                                      s  the steps of a member: vote, interest, read, note
#   d  the file, also in the list of files            v  the file by searching: its reference, a name, a number
#   r  the social report: page, PDF, Word             u  the extract, likewise
#   g  the piece that is shared with Amal             e  the piece that is not
#   b  the page of the bundle                         B  the bundle itself, made just after the convocation
#   o  the convocation with the drafts                n  the minutes               c  the minutes while they meet
#
# "stemming" is a vote that is open; "volgende" is the next session, on whose agenda the minutes stand.
# "geroepen" is right after the convocation: then the bundles were made, a substitute came and a term was ended.
TABLE = """
             gepland  oproeping geroepen    stemming     beslist       gesloten    volgende    goedgekeurd
lid          -        -         zpsdvrgebBo zpsdvrgebBo  zpsdvrguebBo  -           n           -
belang       -        -         zb          zb           zb            -           n           -
terplekke    -        -         zpsdvrgebBo zb           zb            -           n           -
vervangen    -        -         -           -            -             -           n           -
vervanger    -        -         zpsdvrgebBo zpsdvrgebBo  zpsdvrguebBo  -           -           -
oudlid       -        -         -           -            -             -           -           -
ander        -        -         -           -            -             -           -           -
voorzitter   zpsdvrge zpsdvrgeo zpsdvrgebBo zpsdvrgebBoc zpsdvrguebBoc znc         znc         zn
voorz+belang z        z         zb          zbc          zbc           znc         znc         zn
secretaris   zpdvrge  zpdvrgeo  zpdvrgebBo  zpdvrgebBoc  zpdvrguebBoc  zpdvrgueonc zpdvrgueonc zpdvrgueon
hoofd        zpdvrge  zpdvrgeo  zpdvrgeo    zpdvrgeo     zpdvrgueo     zpdvrgueon  zpdvrgueon  zpdvrgueon
directeur    zp       zpo       zpo         zpoc         zpdvrgueoc    zpdvrgueonc zpdvrgueonc zpdvrgueon
mw           dvrge    dvrge     dvrge       dvrge        dvrgue        dvrgue      dvrgue      dvrgue
tb           dvg      dvg       dvg         dvg          dvg           dvg         dvg         dvg
beheer       -        -         -           -            -             -           -           -
"""
SEATED = {"belang": 2, "terplekke": 3, "vervangen": 4, "oudlid": 5}
"""The members of the table by the number of their seat; "lid" sits on the first."""

TAKES_BUNDLE = ("lid", *SEATED, "voorzitter", "secretaris")
NAME = "Voorbeeld"
STEPS = (
    *(("GET", action) for action in ("stem", "meld_belang")),
    *(("POST", action) for action in ("stem", "meld_belang", "lees", "nota")),
)
CLOSED = (403, 404)
ANSWERS = (200, 302, *CLOSED, 409, 422)


def _places(meeting):
    """Return the places behind every letter of the table: how to go there, where, and what it has to name."""
    session, item, case = meeting.case, meeting.item, meeting.item.case
    sitting, point, file = (
        f"/zittingen/{session.reference}", f"/zittingen/{session.reference}/punten/{item.id}",
        f"/dossiers/{case.reference}",
    )  # fmt: skip
    told = f'/zittingen/{session.reference}"'
    found = [("GET", f"/zoeken?q={words}", file) for words in (case.reference, NAME, NUMBER)]
    shared, own = (f"{file}/stukken/{piece.id}" for piece in sorted(case.attachments, key=lambda each: each.title))
    papers = {"r": case.letter("sociaal_verslag"), "u": case.letter("uittreksel")}
    papers |= {"o": session.letter("oproeping"), "n": session.letter("notulen")}
    return {
        "z": [
            ("GET", sitting, ""), ("GET", f"{sitting}/stand", ""), ("GET", f"{sitting}/agenda.ics", ""),
            ("GET", "/zittingen", told), ("GET", f"/zoeken?q={session.reference}", f"/dossiers/{session.reference}"),
        ],
        "p": [("GET", point, "")],
        "s": [(how, f"{point}/{action}", "") for how, action in STEPS],
        "d": [("GET", file, ""), ("GET", "/dossiers", f'{file}"'), ("GET", f"/dossiers?zoek={NAME}", f'{file}"')],
        "v": found,
        "g": [("GET", shared, "")],
        "e": [("GET", own, "")],
        "b": [("GET", f"{sitting}/bundel", ""), ("GET", f"{sitting}/bundel/stand", "")],
        "B": [("GET", f"{sitting}/bundel/bundel.pdf", "")],
        "c": [("GET", f"{sitting}/notulen.{kind}", "") for kind in ("pdf", "docx")],
    } | {
        sign: [("GET", f"/brieven/{letter.reference}{kind}", "") for kind in ("", ".pdf", ".docx")] if letter else []
        for sign, letter in papers.items()
    }  # fmt: skip


def _opens(browser, how, address, told):
    answer = browser.open(address, method=how, buffered=True)
    assert answer.status_code in ANSWERS, (address, answer.status_code)
    if answer.status_code in CLOSED or not told:
        return answer.status_code not in CLOSED
    return told in answer.text or answer.headers.get("Location", "") == told


def _differences(browser, signs, places):
    """Yield every place that is open and should be closed, or the other way round."""
    for sign, addresses in places.items():
        for how, address, told in addresses:
            if _opens(browser, how, address, told) != (sign in signs):
                yield f"{sign}: {how} {address} is {'closed' if sign in signs else 'open'}"
    yield from (f"{sign}: there is no such paper" for sign in signs.strip("-") if not places[sign])


@contextmanager
def _with_an_interest(meeting, number):
    """Let a member have an interest in the point for as long as this lasts."""
    interest = Recusal(item_id=meeting.item.id, seat_id=_seat(meeting, number).id, reason="Buur")
    db.session.add(interest)
    db.session.commit()
    yield
    db.session.delete(interest)
    db.session.commit()


def _seat(meeting, number):
    return next(seat for seat in meeting.case.committee.seats if seat.number == number)


def _recuse(meeting, number, item=None):
    """The secretary writes down that a member has an interest."""
    interest = {"recusal": {"seat_id": _seat(meeting, number).id, "reason": "Buur van de cliënt"}}
    perform(item or meeting.item, "noteer_belang", meeting.actor("secretaris"), meeting.now, fields=interest)


def _votes(meeting, number, choice):
    member = factories.acts(_seat(meeting, number).holder_on(SESSION_DAY))
    perform(meeting.item, "stem", member, meeting.now, fields={"choosing": choice})


def _bundled(browser, meeting):
    """Make a bundle, and wait until it is there."""
    place = f"/zittingen/{meeting.case.reference}/bundel"
    browser.post(place)
    for _ in range(400):
        if "Je bundel is klaar" in words_on(browser.get(place)):
            return
        time.sleep(0.02)
    raise AssertionError("the bundle does not come")


@pytest.fixture
def newcomer(password_hash):
    """Return a function that gives somebody a role and a login."""

    def come(login, *roles, where=None):
        return factories.person(login, *roles, where=where, password_hash=password_hash)

    return come


@pytest.fixture
def meeting(file_at, newcomer):
    """A planned session of Tuesday 28 April with one file, its members under the names of the table."""
    meeting = file_at("gepland", "session")
    for login, number in SEATED.items():
        _seat(meeting, number).person.login = login
    newcomer("vervanger", Role.BCSD_MEMBER)
    add_piece(meeting, meeting.item.case, "1. gedeeld", shared=True)
    add_piece(meeting, meeting.item.case, "2. enkel voor ons", shared=False)
    return meeting


@pytest.fixture
def elsewhere(meeting, newcomer):
    """The session of the committee of another OCMW, to which the file is shared, with "ander" on a seat."""
    house = factories.organisation("ocmw_ander", "OCMW Ander", Kind.OCMW)
    db.session.flush()
    committee = Committee(organisation_id=house.id, standing_points="")
    db.session.add(committee)
    people = [
        newcomer("voorzitter.ander", Role.BCSD_CHAIR, where=house),
        newcomer("ander", Role.BCSD_MEMBER, where=house),
    ]
    committee.seats = [
        Seat(number=number, person=person, chair=number == 0, from_on=factories.LONG_AGO)
        for number, person in enumerate(people)
    ]
    db.session.add(CaseShare(case_id=meeting.item.case.id, organisation_id=house.id, since=meeting.now))
    secretary = factories.acts(newcomer("secretaris.ander", Role.BCSD_SECRETARY, where=house))
    session = new_case(db.session, WORKFLOWS["session"], None, Moment(meeting.now, secretary))
    fields = {"held_on": SESSION_DAY, "starts_at": "14.00 uur", "place": "Elders", "digital": False}
    perform(session, "plan", secretary, meeting.now, fields=fields)
    session.state = "opgeroepen"
    db.session.commit()
    return session


def _evening(meeting, enter):
    """Bring the session from its planning to the approval of its minutes; yield the name of every moment."""
    yield "gepland"
    meeting.to("oproeping")
    yield "oproeping"
    meeting.to("opgeroepen")
    for login in TAKES_BUNDLE:
        _bundled(enter(login), meeting)
    stands_in = db.session.query(Person).filter_by(login="vervanger").one()
    _seat(meeting, 4).substitutions.append(Substitution(person=stands_in, from_on=SESSION_DAY, until_on=SESSION_DAY))
    _seat(meeting, 5).until_on = SESSION_DAY - timedelta(days=1)
    db.session.commit()
    _bundled(enter("vervanger"), meeting)
    _recuse(meeting, 2)
    yield "geroepen"
    meeting.to("geopend")
    chair = meeting.actor("voorzitter")
    perform(meeting.item, "behandel", chair, meeting.now)
    perform(meeting.item, "open_stemming", chair, meeting.now)
    _votes(meeting, 3, "tegen")
    _recuse(meeting, 3)
    yield "stemming"
    for number in (0, 1, 4, 6, 7, 8):
        _votes(meeting, number, "voor")
    perform(meeting.item, "sluit_stemming", chair, meeting.now)
    perform(meeting.item.case, "beslis", meeting.actor("secretaris"), meeting.now, fields={"decision": DECISION})
    yield "beslist"
    meetings.closed(meeting, meeting.case)
    yield "gesloten"
    meeting.clock.set(date(2026, 4, 30))
    following = meetings.planned(meeting, NEXT_DAY)
    meetings.convened(meeting, following)
    yield "volgende"
    meeting.clock.set(NEXT_DAY, 14)
    meetings.opened(meeting, following)
    meetings.voted(meeting, following.items[0])
    meetings.closed(meeting, following)
    assert meeting.case.state == "goedgekeurd"
    yield "goedgekeurd"


def _table():
    """Read the table: what everybody opens, by moment and by name."""
    heading, *lines = [line.split() for line in TABLE.splitlines() if line.strip()]
    return {moment: {line[0]: line[column] for line in lines} for column, moment in enumerate(heading, 1)}


def test_who_opens_what_of_a_session_depends_on_who_he_is_and_on_the_moment(meeting, elsewhere, enter):
    found, expected, passed = [], _table(), []
    for moment in _evening(meeting, enter):
        places = _places(meeting)
        for who, signs in expected[moment].items():
            if who == "voorz+belang":
                with _with_an_interest(meeting, 0):
                    differences = list(_differences(enter("voorzitter"), signs, places))
            else:
                differences = _differences(enter(who), signs, places)
            found += [f"{moment}, {who}: {difference}" for difference in differences]
        passed.append(moment)
    assert passed == list(expected)
    assert enter("ander").get(f"/zittingen/{elsewhere.reference}").status_code == 200
    assert not found, "\n".join(["", *found])


def _point(item, action=""):
    return f"/zittingen/{item.session.reference}/punten/{item.id}/{action}".rstrip("/")


@pytest.fixture
def convened(meeting):
    """The session to which the members are summoned."""
    return meeting.to("opgeroepen")


@pytest.fixture
def voting(convened):
    """The session in which the vote about the file is open."""
    convened.to("geopend")
    for action in ("behandel", "open_stemming"):
        perform(convened.item, action, convened.actor("voorzitter"), convened.now)
    return convened


def test_a_point_of_another_session_does_not_exist_under_ones_own(convened, elsewhere, enter):
    browser, item = enter("ander"), convened.item
    point = f"/zittingen/{elsewhere.reference}/punten/{item.id}"
    answers = [browser.open(f"{point}/{action}".rstrip("/"), method=how) for how, action in (("GET", ""), *STEPS)]
    piece = f"/dossiers/{elsewhere.reference}/stukken/{item.case.attachments[0].id}"
    assert {answer.status_code for answer in [*answers, browser.get(piece)]} == {404}


def test_a_request_by_htmx_opens_nothing_more(convened, elsewhere, enter):
    sitting = f"/zittingen/{convened.case.reference}"
    places = (sitting, f"{sitting}/stand?fase=x", f"{sitting}/bundel/stand?kwart=0", _point(convened.item))
    asked = {"HX-Request": "true", "HX-Boosted": "true", "HX-Current-URL": sitting}
    assert {enter("ander").get(place, headers=asked).status_code for place in places} == {404}


def test_nobody_votes_for_another_whatever_he_sends(voting, enter):
    item, victim = voting.item, _seat(voting, 6)
    sent = {"choosing": "tegen", "seen": item.version, "version": "1", "remark": ""}
    more = {"seat_id": victim.id, "seat": victim.id, "person_id": victim.person_id, "choices": victim.id}
    more |= {f"choices-{victim.id}": "tegen", "recusal": victim.id, "interest": "Buur", "state": "gestemd"}
    assert enter("lid").post(_point(item, "stem"), data=sent | more).status_code == 302
    db.session.expire_all()
    assert item.choices == {_seat(voting, 1).id: "tegen"}
    assert (item.state, item.recusals) == ("stemming", [])
    for action in ("noteer_stemmen", "noteer_belang", "sluit_stemming", "breek_af"):
        assert enter("lid").post(_point(item, action), data=sent | more).status_code == 404


def _told(meeting, browser):
    """Everything a reader finds about a vote, on every page that could speak of it."""
    sitting, file = f"/zittingen/{meeting.case.reference}", f"/dossiers/{meeting.item.case.reference}"
    pages = (sitting, f"{sitting}/stand", _point(meeting.item), f"{file}?alles=1", "/zittingen/beslissingen", "/")
    told = [re.sub(r'name="csrf_token" value="[^"]*"|[0-9a-f]{32}', "", browser.get(page).text) for page in pages]
    return told, page_texts(draft.data) if (draft := browser.get(f"{sitting}/notulen.pdf")).status_code == 200 else ""


READERS = ("secretaris", "hoofd", "voorzitter", "directeur", "mw", "bcsd6", "tb")


def test_no_page_shows_what_was_voted_while_the_vote_is_open(file_at, enter):
    told = []
    for choice in ("voor", "tegen"):
        meeting = file_at("geopend", "session")
        chair = meeting.actor("voorzitter")
        perform(meeting.item, "behandel", chair, meeting.now)
        perform(meeting.item, "open_stemming", chair, meeting.now)
        for number in (1, 2, 3):
            _votes(meeting, number, choice)
        told.append([_told(meeting, enter(login)) for login in READERS])
    assert told[0] == told[1]
    perform(meeting.item, "sluit_stemming", chair, meeting.now)
    assert all(_told(meeting, enter(login)) != told[1][n] for n, login in enumerate(READERS[:4]))


def test_a_note_is_for_nobody_else_not_even_for_who_takes_the_place(convened, newcomer, enter):
    note = "Vraag naar de huur."
    assert enter("lid").post(_point(convened.item, "nota"), data={"note": note}).status_code == 302
    stands_in = db.session.query(Person).filter_by(login="vervanger").one()
    _seat(convened, 1).substitutions.append(Substitution(person=stands_in, from_on=SESSION_DAY))
    db.session.commit()
    assert enter("lid").get(_point(convened.item)).status_code == 404
    for login in ("vervanger", "voorzitter", "bcsd6", "secretaris", "hoofd", "directeur"):
        answer = enter(login).get(_point(convened.item))
        assert answer.status_code == 200 and note not in answer.text


def test_a_member_with_an_interest_finds_its_client_nowhere(convened, enter):
    _recuse(convened, 1)
    browser, case, sitting = enter("lid"), convened.item.case, f"/zittingen/{convened.case.reference}"
    pages = ("/", "/?wie=team", "/dossiers", "/zittingen", sitting, f"{sitting}/bundel", "/tekenmap", "/post")
    for page in (*pages, f"/zoeken?q={NAME}", f"/dossiers?zoek={NAME}"):
        words = words_on(browser.get(page))
        assert case.client.first_name not in words and case.reference not in words, page


def test_the_reason_of_an_interest_is_for_chair_and_secretary(convened, enter):
    _recuse(convened, 2)
    pages = (
        _point(convened.item),
        f"/dossiers/{convened.item.case.reference}",
        f"/zittingen/{convened.case.reference}",
    )
    for login in ("voorzitter", "secretaris", "hoofd", "mw", "lid"):
        read = [login for page in pages if "Buur van de cliënt" in enter(login).get(page).text]
        assert bool(read) == (login in ("voorzitter", "secretaris")), login


def test_the_social_worker_who_sits_keeps_his_file_and_not_the_point(convened, enter):
    worker = convened.staff["mw"]
    worker.grants.append(
        RoleGrant(organisation=worker.grants[0].organisation, role=Role.BCSD_MEMBER, from_on=factories.LONG_AGO)
    )
    _seat(convened, 6).person = worker
    db.session.commit()
    browser, places = enter("mw"), _places(convened)
    assert list(_differences(browser, "zpsdvrgebo", places)) == []
    _recuse(convened, 6)
    assert list(_differences(browser, "zdvrgeb", places)) == []


def test_who_sits_in_two_committees_reads_that_of_the_house_for_which_he_works(convened, elsewhere, enter):
    both = db.session.query(Person).filter_by(login="ander").one()
    both.grants.append(RoleGrant(organisation=convened.case.owner, role=Role.BCSD_MEMBER, from_on=factories.LONG_AGO))
    _seat(convened, 6).person = both
    db.session.commit()
    browser, there, here = enter("ander"), f"/zittingen/{elsewhere.reference}", _point(convened.item)
    for house, opens in ((convened.case.owner, [404, 200]), (elsewhere.owner, [200, 404])):
        browser.post("/organisatie", data={"organisation": house.id})
        assert [browser.get(place).status_code for place in (there, here)] == opens


def test_who_stood_in_on_another_day_is_not_touched_by_the_interest_of_that_seat(convened, enter):
    former = _seat(convened, 6).person
    earlier = SESSION_DAY - timedelta(days=14)
    _seat(convened, 7).substitutions.append(Substitution(person=former, from_on=earlier, until_on=earlier))
    db.session.commit()
    _recuse(convened, 7)
    assert enter("bcsd6").get(_point(convened.item)).status_code == 200
    assert enter("bcsd7").get(_point(convened.item)).status_code == 404


def test_an_interest_in_a_file_holds_at_its_next_point_too(convened, enter):
    _recuse(convened, 1)
    convened.clock.set(SESSION_DAY, 14)
    again = {"held_on": NEXT_DAY, "starts_at": "14.00 uur", "place": "Raadzaal", "second_convocation": True}
    fields = {"opening": again | {"digital": False}, "roll_call": {}}
    convened.take("stel_onvoltallig_vast", "secretaris", **fields)
    item = convened.item.case.agenda_item
    convened.clock.set(date(2026, 4, 29))
    meetings.convened(convened, item.session)
    assert item.session is not convened.case and item.recused == {_seat(convened, 1).id}
    closed = (
        _point(item),
        f"/dossiers/{item.case.reference}",
        f"/brieven/{item.session.letter('oproeping').reference}",
    )
    assert {enter("lid").get(place).status_code for place in closed} == {404}
    assert {enter("bcsd6").get(place).status_code for place in closed} == {200}


def test_an_interest_does_not_pass_to_who_sits_on_the_seat_afterwards(convened):
    _recuse(convened, 1)
    stands_in = db.session.query(Person).filter_by(login="vervanger").one()
    _seat(convened, 1).substitutions.append(Substitution(person=stands_in, from_on=NEXT_DAY))
    db.session.commit()
    item = convened.item.case.put_on_agenda(meetings.planned(convened, NEXT_DAY))
    assert item.recused == frozenset()


def test_after_the_session_its_points_are_closed_to_the_chair_who_has_no_interest(meeting, enter):
    meeting.to("gesloten")
    words = words_on(enter("voorzitter").get(f"/zittingen/{meeting.case.reference}"))
    assert "De zitting is gesloten: je leest dit punt niet meer." in words and "je meldde een belang" not in words


def test_a_chair_with_an_interest_reads_what_he_signs_while_it_waits_for_him(meeting, enter):
    meeting.to("oproeping")
    _recuse(meeting, 0)
    place = f"/brieven/{meeting.case.letter('oproeping').reference}"
    assert enter("voorzitter").get(place).status_code == 404
    meeting.post("oproeping", "leg_voor", "secretaris")
    assert enter("voorzitter").get(place).status_code == 200
    meeting.post("oproeping", "onderteken", "voorzitter")
    assert enter("voorzitter").get(place).status_code == 404
