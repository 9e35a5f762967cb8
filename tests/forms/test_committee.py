"""The sessions of the committee: planned, convened in time, opened in number, closed when every point is settled."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from forms.actions import perform
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.letters import pieces
from tests.walks import meetings
from tests.walks.pieces import add_piece
from tests.walks.sanction import DRAFT, GROUNDS, SESSION_DAY
from workflow.models import AgendaItem, BcsdSession, LogEntry, Mandate, Viewing, db
from workflow.rows import StepRefused

PLAN = {"held_on": "28/4/2026", "starts_at": "14.00 uur", "place": "Raadzaal"}
MEASURE = {"measure": "schorsing", "share": "deel", "monthly_cents": "320,00", "duration": "1", "unit": "maanden"}
DECISION = GROUNDS | MEASURE | {"starts_on": "1/6/2026", "deferral": "geen"}
NOT_YET = "Geef een dag die nog komt, een uur en een plaats."
OTHERS = ("klerk", "mw", "hoofd", "lid", "voorzitter", "directeur", "directie", "tb", "contact", "partner", "beheer")


@pytest.fixture
def file(file_at):
    """A file on the agenda of the session of Tuesday 28 April, to which the members are summoned."""
    return file_at("geagendeerd")


@pytest.fixture
def planned(file_at):
    """The session of Tuesday 28 April with a file on its agenda, before it is convened."""
    return file_at("gepland", "session")


def _page(file, action):
    return f"/dossiers/{file.case.reference}/{action}"


def _page_of(session, action):
    return f"/dossiers/{session.reference}/{action}"


def _point(item, action=""):
    return f"/zittingen/{item.session.reference}/punten/{item.id}/{action}".rstrip("/")


def _send(browser, address, **typed):
    return browser.post(address, data=sent_by(tree_of(browser.get(address))) | typed)


def _click(browser, page, action):
    """Press the button of a step that asks nothing."""
    form = tree_of(browser.get(page)).xpath(f"//form[contains(@action, '/{action}')]")[0]
    fields = {field.get("name"): field.get("value") for field in form.iter("input") if field.get("name")}
    return browser.post(form.get("action"), data=fields)


def _refused(browser, address, sentence, **typed):
    """Send a form that has to be refused with a sentence; nothing changes."""
    before = dump("refusal")
    answer = _send(browser, address, **typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert changes(before, dump("refusal")) == []


def _roll(session, away=(), excused=()):
    def answer(seat):
        return "afwezig" if seat.number in away else "verontschuldigd" if seat.number in excused else "aanwezig"

    return {f"roll_call-{seat.id}": answer(seat) for seat in session.seats}


def _votes(item, **others):
    """What everybody in the room voted: for, but for the seats named by number, votes(s3="tegen")."""
    seats = [seat for seat in item.session.seats if seat.id in item.room.voters]
    return {f"choices-{seat.id}": others.get(f"s{seat.number}", "voor") for seat in seats}


def test_the_secretary_plans_a_session(file_at, enter):
    file_at("geadviseerd")
    browser = enter("secretaris")
    assert _send(browser, "/nieuw/session", **PLAN).headers["Location"] == "/dossiers/ZIT-2026-0001"
    session = db.session.query(BcsdSession).one()
    assert (session.state, session.held_on, session.starts_at, session.place) == (
        "gepland", SESSION_DAY, "14.00 uur", "Raadzaal",
    )  # fmt: skip
    assert [entry.action for entry in db.session.query(LogEntry).filter_by(chain_id=session.id)] == ["plan"]
    assert session.running("oproeping").due_on == date(2026, 4, 20)
    assert "28/04/2026 ZIT-2026-0001 14.00 uur, Raadzaal 0 punten Gepland" in words_on(browser.get("/zittingen"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"held_on": "14/4/2026"}, NOT_YET),
        ({"held_on": "15/4/2026"}, NOT_YET),
        ({"held_on": "31/4/2026"}, "'31/4/2026' is geen datum. Schrijf bijvoorbeeld 15/12/2026."),
        ({"held_on": ""}, "Geef de dag."),
        ({"starts_at": " "}, "Geef het uur."),
        ({"place": ""}, "Geef de plaats."),
        ({"digital": "y"}, "Het huishoudelijk reglement kent geen vergadering op afstand."),
    ],
)
def test_a_session_needs_a_day_to_come_an_hour_and_a_place(file_at, enter, typed, sentence):
    file = file_at("geadviseerd")
    assert file.now.date() == date(2026, 4, 15)
    _refused(enter("secretaris"), "/nieuw/session", sentence, **PLAN | typed)


@pytest.mark.parametrize("login", OTHERS)
def test_only_the_secretary_plans_convenes_and_cancels(planned, enter, login):
    browser, before = enter(login), dump()
    data = PLAN | {"held_on": "5/5/2026", "cancel_reason": "Zomaar.", "seen": "1"}
    for address in ("/nieuw/session", _page(planned, "roep_op"), _page(planned, "annuleer")):
        assert browser.get(address).status_code in (403, 404)
        assert browser.post(address, data=data).status_code in (403, 404)
    assert changes(before, dump()) == []
    assert "Plan een zitting" not in words_on(browser.get("/zittingen"))


def test_a_convocation_carries_the_agenda_with_an_explained_draft_and_leaves_in_time(planned, enter, clock):
    browser, address = enter("secretaris"), _page(planned, "roep_op")
    assert "Nog zonder ontwerp van beslissing: punt 1" in words_on(browser.get(address))
    planned.explain()
    clock.set(date(2026, 4, 21))
    late = "De oproeping moest uiterlijk op 20/04/2026 vertrekken."
    assert late in words_on(browser.get(address))
    clock.set(date(2026, 4, 20))
    assert _send(browser, address).status_code == 302
    letter = planned.case.letter("oproeping")
    words = words_on(browser.get(f"/brieven/{letter.reference}"))
    assert "Amina" not in words and planned.item.case.reference in words
    assert DRAFT["grounds_facts"] in words and "dinsdag 28 april 2026" in words
    assert enter("lid").get(f"/zittingen/{planned.case.reference}").status_code == 404
    planned.sign("oproeping", "voorzitter", maker="secretaris")
    assert planned.case.state == "opgeroepen"
    assert enter("lid").get(f"/zittingen/{planned.case.reference}").status_code == 200


def test_a_convocation_that_is_signed_too_late_convenes_nobody(file_at, clock):
    session = file_at("oproeping", "session")
    clock.set(date(2026, 4, 21))
    session.sign("oproeping", "voorzitter", maker="secretaris")
    assert session.case.state == "oproeping"
    session.take("trek_oproeping_in", "secretaris")
    assert session.case.state == "gepland"
    session.take("wijzig", "secretaris", held_on=date(2026, 5, 5), starts_at="14.00 uur", place="Raadzaal")
    session.take("roep_op", "secretaris")
    session.sign("oproeping", "voorzitter", maker="secretaris")
    assert session.case.state == "opgeroepen"


def test_the_house_rules_shorten_the_convocation(planned, clock):
    planned.explain()
    planned.case.committee.short_convocation = True
    db.session.commit()
    clock.set(date(2026, 4, 23))
    planned.take("roep_op", "secretaris")
    assert planned.case.state == "oproeping"


def test_a_file_goes_on_the_agenda_in_time_or_as_urgent(file_at, enter, clock):
    file = file_at("geadviseerd")
    session_id = file.plan_session().id
    clock.set(date(2026, 4, 21))
    address, late = _page(file, "agendeer"), "De oproeping voor die zitting moest uiterlijk op 20/04/2026 vertrekken"
    browser = enter("hoofd")
    _refused(browser, address, late, session_id=session_id)
    _refused(browser, address, late, session_id=session_id, urgent="y", urgency_reason="")
    _refused(browser, address, "Kies een zitting.", session_id="")
    _refused(browser, address, "Kies een van de mogelijkheden.", session_id="x")
    urgent = {"urgent": "y", "urgency_reason": "De huur vervalt op 1 mei."}
    assert _send(browser, address, session_id=session_id, **urgent).status_code == 302
    assert (file.case.state, file.case.agenda_item.urgent) == ("geagendeerd", True)


def test_after_the_convocation_only_what_is_urgent_comes_on_the_agenda(file, enter):
    browser = enter("secretaris")
    address = _page(type("", (), {"case": file.session}), "voeg_punt_toe")
    _refused(browser, address, "schrijf waarom (DLB art. 110 jo. 23)", title="Nieuwe steunregels")
    typed = {"title": "Nieuwe steunregels", "urgency_reason": "Gisteren beslist."}
    assert _send(browser, address, **typed).status_code == 302
    assert "Dringend: Gisteren beslist." in words_on(browser.get(f"/zittingen/{file.session.reference}"))


def test_a_member_adds_a_point_until_five_days_before(file, enter, clock):
    clock.set(SESSION_DAY - timedelta(days=5), 17)
    member, address = enter("lid"), _page_of(file.session, "voeg_toe_als_lid")
    page = member.get(f"/zittingen/{file.session.reference}")
    assert tree_of(page).xpath(f"//a[@href='{address}']") and "voeg_punt_toe" not in page.text
    assert _send(member, address, title="Werking van de voedselbank").status_code == 302
    assert (file.session.items[-1].urgent, file.session.items[-1].state) == (False, "te_behandelen")
    words = words_on(enter("bcsd3").get(f"/zittingen/{file.session.reference}"))
    assert "Werking van de voedselbank Toegevoegd door een lid, na de oproeping" in words
    assert member.get(_page_of(file.session, "voeg_punt_toe")).status_code == 404
    clock.set(SESSION_DAY - timedelta(days=4), 9)
    assert address not in enter("lid").get(f"/zittingen/{file.session.reference}").text
    sentence = "Een lid kan een punt toevoegen tot en met 23/04/2026."
    assert sentence in words_on(enter("lid").get(address))
    late = enter("lid").post(address, data={"title": "Te laat", "seen": file.session.version})
    assert late.status_code == 422 and sentence in words_on(late) and len(file.session.items) == 2


def test_two_thirds_let_an_urgent_point_in(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    point = {"subject": "vast", "title": "Steunregels", "urgent": True, "urgency_reason": "Vandaag."}
    perform(file.session, "voeg_punt_toe", file.actor("voorzitter"), file.now, fields={"point": point})
    meetings.opened(file, file.session, away=(1,))
    item, chair = file.session.items[-1], file.actor("voorzitter")
    with pytest.raises(StepRefused, match="Twee derde"):
        perform(item, "behandel", chair, file.now)
    browser = enter("secretaris")
    _refused(browser, _point(item, "aanvaard_dringend"), "hoeveel van de 12 aanwezige leden", urgency_agreed="13")
    assert _send(browser, _point(item, "aanvaard_dringend"), urgency_agreed="7").status_code == 302
    with pytest.raises(StepRefused, match="Twee derde"):
        perform(item, "behandel", chair, file.now)
    assert _send(browser, _point(item, "aanvaard_dringend"), urgency_agreed="8").status_code == 302
    perform(item, "behandel", chair, file.now)
    assert item.state == "in_behandeling"


def test_the_points_are_put_in_another_order(planned, enter):
    planned.take("voeg_punt_toe", "secretaris", point={"subject": "vast", "title": "Rondvraag"})
    browser, page = enter("secretaris"), f"/zittingen/{planned.case.reference}"
    first, second = planned.case.items
    form = {field.get("name"): field.get("value") for field in tree_of(browser.get(page)).find(".//form[@id='schik']")}
    address = f"/dossiers/{planned.case.reference}/schik"
    button = tree_of(browser.get(page)).xpath("//button[@name='order'][@aria-label='Verplaats Rondvraag omhoog']")[0]
    assert browser.post(address, data=form | {"order": button.get("value")}).status_code == 302
    db.session.expire_all()
    assert [item.id for item in planned.case.items] == [second.id, first.id]
    stale = browser.post(address, data=form | {"order": f"{first.id},{second.id}"})
    assert stale.status_code == 409
    again = sent_by(tree_of(browser.get(address)))
    before = dump("refusal")
    assert browser.post(address, data=again | {"order": first.id}).status_code == 422
    assert changes(before, dump("refusal")) == []


def test_a_file_is_not_put_on_an_agenda_twice(file, enter):
    before, data = dump("refusal"), {"session_id": file.session.id, "seen": file.case.version}
    answer = enter("hoofd").post(_page(file, "agendeer"), data=data)
    assert answer.status_code in (404, 422)
    assert changes(before, dump("refusal")) == []


def test_a_cancelled_session_takes_no_files(file_at, enter):
    file = file_at("geadviseerd")
    session, secretary = file.plan_session(), enter("secretaris")
    address = f"/dossiers/{session.reference}/annuleer"
    _refused(secretary, address, "Schrijf waarom.", cancel_reason="")
    assert _send(secretary, address, cancel_reason="De zaal is bezet.").status_code == 302
    assert session.state == "geannuleerd"
    _refused(enter("hoofd"), _page(file, "agendeer"), "Kies een van de mogelijkheden.", session_id=session.id)


def test_a_session_with_a_file_on_its_agenda_is_not_cancelled(planned, enter):
    sentence = "Er staan nog dossiers op de agenda: verdaag ze eerst."
    assert sentence in words_on(enter("secretaris").get(_page(planned, "annuleer")))


def test_a_session_opens_on_its_day_with_the_majority_of_the_members(file_at, enter, clock):
    session = file_at("opgeroepen", "session")
    browser, address = enter("voorzitter"), _page(session, "open")
    assert "De zitting is pas op 28/04/2026." in words_on(browser.get(address))
    clock.set(SESSION_DAY, 14)
    missing = "Het quorum is niet bereikt: 6 aanwezig, 7 nodig (DLB art. 110 jo. 26)."
    _refused(browser, address, missing, **_roll(session.case, away=range(6), excused=(6,)))
    some = dict(list(_roll(session.case).items())[1:])
    _refused(browser, address, "Kies voor elk lid wat het deed.", **some)
    assert _send(browser, address, **_roll(session.case, away=range(1, 6), excused=(6,))).status_code == 302
    words = words_on(browser.get(f"/zittingen/{session.case.reference}"))
    assert "7 van 13 aanwezig, minstens 7 nodig" in words and "Verontschuldigd" in words


def test_a_committee_that_is_not_in_number_meets_a_second_time_without_needing_it(file_at, enter, clock):
    session = file_at("opgeroepen", "session")
    clock.set(SESSION_DAY, 14)
    browser, address = enter("secretaris"), _page(session, "stel_onvoltallig_vast")
    again = {"held_on": "12/5/2026", "starts_at": "14u", "place": "Raadzaal"}
    _refused(browser, address, "Het quorum is wel bereikt: open de zitting.", **again, **_roll(session.case))
    few = _roll(session.case, away=range(2, 13))
    _refused(browser, address, "Geef een dag die nog komt", **again | {"held_on": "28/4/2026"}, **few)
    assert _send(browser, address, **again, **few).status_code == 302
    second = db.session.query(BcsdSession).filter_by(origin_id=session.case.id).one()
    assert (session.case.state, second.state, second.second_convocation) == ("onvoltallig", "gepland", True)
    case = session.client.cases[0]
    assert [item.state for item in case.agenda_items] == ["verdaagd", "te_behandelen"]
    assert case.agenda_item.session is second and case.agenda_item.explained
    clock.set(date(2026, 4, 29))
    meetings.convened(session, second)
    assert "tweede oproeping" in words_on(browser.get(f"/brieven/{second.letter('oproeping').reference}"))
    clock.set(date(2026, 5, 12), 14)
    meetings.opened(session, second, away=range(2, 13))
    meetings.voted(session, case.agenda_item)
    assert case.agenda_item.tally.in_favour == 2 and case.agenda_item.state == "gestemd"


def test_no_second_convocation_where_the_house_rules_know_none(file_at, enter, clock):
    session = file_at("opgeroepen", "session")
    session.case.committee.second_convocation = False
    db.session.commit()
    clock.set(SESSION_DAY, 14)
    page = words_on(enter("secretaris").get(_page(session, "stel_onvoltallig_vast")))
    assert "Het huishoudelijk reglement kent geen tweede oproeping." in page


def test_the_chair_opens_and_closes_the_vote_and_the_members_vote_on_their_own_screens(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session, away=(9,))
    item, chair, member = file.case.agenda_item, enter("voorzitter"), enter("lid")
    page = _point(item)
    assert _click(chair, page, "behandel").status_code == 302
    assert _click(chair, page, "open_stemming").status_code == 302
    assert _send(member, _point(item, "stem"), choosing="").status_code == 422
    assert _send(member, _point(item, "stem"), choosing="tegen").status_code == 302
    assert _send(member, _point(item, "stem"), choosing="voor").status_code == 302
    absent = enter("bcsd9").post(_point(item, "stem"), data={"choosing": "voor", "seen": item.version})
    assert absent.status_code == 422 and "je bent niet aanwezig" in words_on(absent)
    for login in ("lid", "secretaris", "hoofd"):
        words = words_on(enter(login).get(page))
        assert "1 van 12 leden stemden" in words and "1 voor" not in words
        assert "1 voor" not in words_on(enter(login).get(f"/dossiers/{file.case.reference}"))
    early = _click(chair, page, "sluit_stemming")
    assert early.status_code == 422 and "Nog 11 leden stemden niet. Wacht, of vink dit aan." in words_on(early)
    assert item.state == "stemming"
    assert _send(chair, _point(item, "sluit_stemming"), anyway="y").status_code == 302
    words = words_on(member.get(page))
    assert "1 voor" in words and "Aanwezig, stemde niet" in words and item.tally.silent == 11
    late = enter("bcsd2").post(_point(item, "stem"), data={"choosing": "voor", "seen": item.version})
    assert late.status_code == 422 and "Dit kan niet in de fase" in words_on(late)


def test_the_decision_follows_the_vote_moves_the_file_and_makes_its_letters(file, enter, clock):
    browser, address = enter("secretaris"), _page(file, "beslis")
    assert "De zitting is niet geopend." in words_on(browser.get(address))
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    assert "De stemming over dit punt is nog niet gesloten." in words_on(browser.get(address))
    item, chair = file.case.agenda_item, file.actor("voorzitter")
    perform(item, "behandel", chair, file.now)
    few = _votes(item)
    _refused(browser, _point(item, "noteer_stemmen"), "Kies voor elk lid wat het deed.", **dict(list(few.items())[1:]))
    tied = {f"s{number}": "tegen" for number in range(1, 7)} | {"s7": "onthouding"}
    assert _send(browser, _point(item, "noteer_stemmen"), **_votes(item, **tied)).status_code == 302
    _refused(browser, address, "Het voorstel is niet aangenomen: 6 voor, 6 tegen.", **DECISION)
    perform(item, "doe_over", chair, file.now, remark="Eén stem was verkeerd genoteerd.")
    assert _send(browser, _point(item, "noteer_stemmen"), **_votes(item, s3="tegen")).status_code == 302
    assert _send(browser, address, **DECISION).status_code == 302
    assert (file.case.state, item.state, file.case.decision.item) == ("beslist", "beslist", item)
    assert [letter.name for letter in file.case.letters[-2:]] == ["beslissing", "uittreksel"]
    assert "12 voor" in words_on(browser.get(f"/zittingen/{file.session.reference}"))


def test_one_row_speaks_for_all_who_have_no_choice_of_their_own(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    browser, item = enter("secretaris"), file.case.agenda_item
    seats = {seat.number: seat.id for seat in file.session.seats}
    present = {"roll_call-anderen": "aanwezig", f"roll_call-{seats[12]}": "afwezig"}
    assert _send(browser, _page_of(file.session, "open"), **present).status_code == 302
    assert file.session.room.present == 12
    perform(item, "behandel", file.actor("voorzitter"), file.now)
    votes = {"choices-anderen": "voor", f"choices-{seats[3]}": "tegen"}
    assert _send(browser, _point(item, "noteer_stemmen"), **votes).status_code == 302
    assert (item.tally.in_favour, item.tally.against) == (11, 1)


def test_who_came_in_while_the_form_lay_open_has_no_choice_yet(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session, away=(12,))
    item, chair, browser = file.case.agenda_item, file.actor("voorzitter"), enter("secretaris")
    perform(item, "behandel", chair, file.now)
    form = sent_by(tree_of(browser.get(_point(item, "noteer_stemmen")))) | {"choices-anderen": "voor"}
    newcomer = next(seat for seat in file.session.seats if seat.number == 12)
    came = {"arrival": {"seat_id": newcomer.id, "arrived_at": file.now, "digital": False}}
    perform(file.session, "noteer_aankomst", chair, file.now, fields=came)
    answer = browser.post(_point(item, "noteer_stemmen"), data=form)
    assert answer.status_code == 422 and "Kies voor elk lid wat het deed." in words_on(answer)
    ticked = tree_of(answer).xpath("//input[@type='radio' and @checked]/@name")
    assert ticked == ["choices-anderen"]
    assert _send(browser, _point(item, "noteer_stemmen"), **{"choices-anderen": "voor"}).status_code == 302
    assert item.tally.in_favour == 13


def test_what_was_rejected_is_not_written_down_with_its_reasons(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    file.vote(**{f"s{number}": "tegen" for number in range(1, 7)}, s7="onthouding")
    browser, page = enter("secretaris"), _point(file.case.agenda_item)
    assert "Verworpen bij staking van stemmen." in words_on(browser.get(page))
    shown = sent_by(tree_of(browser.get(_page(file, "beslis"))))
    assert shown["measure"] == "geen_sanctie"
    assert {shown[name] for name in ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer")} == {""}
    reasons = {"grounds_law": "Het comité verwerpt het voorstel.", "grounds_facts": "Er was ziekte."}
    more = {"hearing_answer": "Het comité volgt u.", "departure": "Zes tegen zes."}
    assert _send(browser, _page(file, "beslis"), **reasons, **more).status_code == 302
    assert "Beslist: Geen sanctie" in words_on(browser.get(f"/zittingen/{file.session.reference}"))
    words = words_on(browser.get(page))
    assert "Wat beslist is Geen sanctie Het comité verwerpt het voorstel. Er was ziekte." in words


def test_minutes_of_a_session_the_chair_closed_wait_for_the_secretary(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    file.vote()
    file.beslist_now()
    perform(file.session, "sluit", file.actor("voorzitter"), file.now)
    (turn,) = file.session.batons
    assert (turn.task, turn.role, turn.person_id) == ("leg_voor", "bcsd_secretaris", None)
    words = words_on(enter("secretaris").get(f"/zittingen/{file.session.reference}"))
    assert "Volgende stap: Leg voor ter ondertekening: Notulen van de zitting" in words
    minutes = file.session.letter("notulen")
    perform(minutes, "annuleer", file.actor("secretaris"), file.now, remark="Een naam was fout.")
    assert [turn.task for turn in file.session.batons] == ["verbeter_notulen"]
    assert "Verbeter de notulen" in words_on(enter("secretaris").get("/"))


def test_a_closed_session_says_so_to_who_sat_in_it(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    file.vote()
    file.beslist_now()
    meetings.closed(file, file.session)
    page = f"/zittingen/{file.session.reference}"
    answer = enter("lid").get(page)
    assert answer.status_code == 404 and "De zitting is gesloten: je leest ze niet meer." in words_on(answer)
    assert "De zitting is gesloten" not in words_on(enter("lid").get("/zittingen/ZIT-2026-0404"))
    coming, former = tree_of(enter("secretaris").get("/zittingen")).xpath("//section[contains(@class, 'card')]")
    assert file.session.reference in former.text_content() and file.session.reference not in coming.text_content()


def test_a_session_that_moves_takes_the_terms_of_its_files_along(planned, enter):
    case = planned.case.items[0].case
    assert case.running("zitting").due_on == SESSION_DAY
    earlier = PLAN | {"held_on": "24/4/2026"}
    assert _send(enter("secretaris"), _page(planned, "wijzig"), **earlier).status_code == 302
    assert case.running("zitting").due_on == date(2026, 4, 24)
    assert {turn.due_on for turn in case.batons} == {date(2026, 4, 24)}


def test_a_piece_goes_on_proving_its_fact_when_the_facts_are_reported_again(file):
    case = file.case
    piece = add_piece(file, case, "Lijst")
    first, *others = [{"happened_on": f.happened_on, "what": f.what, "evidence": f.evidence} for f in case.facts]
    piece.proves = 1
    new = {"happened_on": first["happened_on"] - timedelta(days=2), "what": "Nog een feit", "evidence": ""}
    case.reported_facts = [new, first, *others]
    assert piece.proves == 2
    case.reported_facts = [new, *others]
    assert piece.proves is None


def test_a_member_sees_what_he_read_and_everybody_goes_on_after_a_point(file, enter, clock):
    point = {"subject": "vast", "title": "Varia", "urgent": True, "urgency_reason": "Vandaag."}
    perform(file.session, "voeg_punt_toe", file.actor("voorzitter"), file.now, fields={"point": point})
    item, member = file.case.agenda_item, enter("lid")
    assert _click(member, _point(item), "lees").status_code == 302
    page = f"/zittingen/{file.session.reference}"
    assert words_on(member.get(page)).count("Je las dit punt") == 1
    assert "Je las dit punt" not in words_on(enter("voorzitter").get(page))
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    varia = file.session.items[-1]
    perform(varia, "aanvaard_dringend", file.actor("voorzitter"), file.now, fields={"urgency_agreed": 13})
    noted = _send(enter("voorzitter"), _point(varia, "neem_akte"), note="De planning van mei.")
    assert noted.headers["Location"] == page


def test_who_came_from_the_session_goes_back_there(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    file.vote()
    browser, session = enter("secretaris"), f"/zittingen/{file.session.reference}"
    (link,) = tree_of(browser.get(_point(file.case.agenda_item))).xpath("//a[contains(@href, '/beslis?')]/@href")
    assert tree_of(browser.get(link)).xpath("//a[text()='Annuleer']/@href") == [_point(file.case.agenda_item)]
    assert (
        _send(browser, _page(file, "noteer") + "?zitting=ZIT-2026-0404", remark="Gebeld.")
        .headers["Location"]
        .endswith(f"/dossiers/{file.case.reference}")
    )
    assert _send(browser, link, **DECISION).headers["Location"] == session


def test_a_member_leaves_after_the_votes_he_cast(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    clock.set(SESSION_DAY, 15)
    file.vote()
    seat = file.session.seats[2].id
    address, sentence = _page_of(file.session, "noteer_vertrek"), "Dit lid stemde na dat uur nog over punt 1."
    _refused(enter("secretaris"), address, sentence, seat_id=seat, hour="14.30 uur")
    clock.set(SESSION_DAY, 16)
    assert _send(enter("secretaris"), address, seat_id=seat, hour="15.30 uur").status_code == 302


def test_the_question_of_the_committee_stands_in_the_minutes(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    item, asked = file.case.agenda_item, {"question": "Hoeveel bedraagt de huur?", "answer_by": "12/5/2026"}
    assert _send(enter("secretaris"), _page(file, "verdaag"), **asked).status_code == 302
    assert (item.state, item.note) == ("verdaagd", "Hoeveel bedraagt de huur?")
    owes = next(turn for turn in file.case.batons if turn.task == "herzie_advies")
    assert (owes.role, owes.due_on) == ("maatschappelijk_werker", date(2026, 5, 12))
    assert "Volgende stap: Herzie het sociaal verslag" in words_on(enter("mw").get(f"/dossiers/{file.case.reference}"))
    meetings.closed(file, file.session)
    minutes = words_on(enter("secretaris").get(f"/brieven/{file.session.letter('notulen').reference}"))
    assert "Het comité vraagt: Hoeveel bedraagt de huur? Verdaagd" in minutes


def test_a_chair_with_an_interest_signs_by_another_with_a_mandate(file, enter, clock):
    chair, browser = file.actor("voorzitter"), enter("secretaris")
    seat = next(seat for seat in file.session.seats if seat.chair)
    perform(file.case.agenda_item, "noteer_belang", file.actor("secretaris"), file.now, fields={
        "recusal": {"seat_id": seat.id, "reason": "Familie."}
    })  # fmt: skip
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    file.vote()
    sentence = "Geef eerst iemand anders mandaat om te ondertekenen (DLB art. 281)."
    _refused(browser, _page(file, "beslis"), sentence, **DECISION)
    member = file.staff["lid"]
    db.session.add(Mandate(
        person=member, organisation_id=file.case.owner_id, role="bcsd_voorzitter", decision="Besluit van 1 april 2026",
        from_on=SESSION_DAY, made_at=file.now, made_by_id=member.id,
    ))  # fmt: skip
    db.session.commit()
    assert _send(browser, _page(file, "beslis"), **DECISION).status_code == 302
    letters = [file.letter("beslissing"), file.letter("uittreksel")]
    assert all(chair.person_id not in [each.person_id for each in letter.signatures] for letter in letters)
    assert any(each.person_id == member.id for each in letters[1].signatures)


def test_the_work_list_says_for_what_the_secretary_waits(file, enter, clock):
    def tasks():
        return words_on(enter("secretaris").get("/"))

    assert "Wacht op de zitting van het comité" in tasks() and "Noteer de beslissing" not in tasks()
    clock.set(SESSION_DAY, 14)
    assert "Noteer de beslissing" in tasks() and "Wacht op de zitting" not in tasks()
    meetings.opened(file, file.session)
    file.vote()
    file.beslist_now()
    meetings.closed(file, file.session)
    assert "Wacht op de goedkeuring van de notulen" in tasks() and "Verbeter de notulen" not in tasks()


def test_a_tie_that_rejects_ends_in_no_sanction_with_its_own_reasons(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    tied = {f"s{number}": "tegen" for number in range(1, 7)} | {"s7": "onthouding"}
    file.vote(**tied)
    free = DECISION | {"measure": "geen_sanctie"}
    browser, address = enter("secretaris"), _page(file, "beslis")
    _refused(browser, address, "De beslissing wijkt af van het voorstel: geef daarvoor eigen redenen.", **free)
    assert _send(browser, address, **free | {"departure": "Zes tegen zes."}).status_code == 302
    assert file.case.decision.measure == "geen_sanctie"


def test_a_member_with_an_interest_leaves_and_what_he_leaves_is_closed_to_him(file, enter, clock):
    item, member = file.case.agenda_item, enter("lid")
    convocation = f"/brieven/{file.session.letter('oproeping').reference}"
    assert member.get(convocation).status_code == 200
    _refused(member, _point(item, "meld_belang"), "Schrijf welk belang je hebt.", interest=" ")
    assert (
        _send(member, _point(item, "meld_belang"), interest="Mijn nicht.").headers["Location"].endswith("ZIT-2026-0001")
    )
    report = f"/brieven/{file.letter('sociaal_verslag').reference}"
    closed = (_point(item), f"/dossiers/{file.case.reference}", report, f"{report}.pdf", convocation)
    assert {member.get(address).status_code for address in closed} == {404}
    words = words_on(member.get(f"/zittingen/{file.session.reference}"))
    assert "Gesloten voor jou: je meldde een belang" in words and file.case.reference not in words
    assert "Amina" not in words_on(member.get("/zoeken?q=Voorbeeld"))
    clock.set(SESSION_DAY, 14)
    file.vote()
    assert item.tally.recused == 1 and item.tally.in_favour == 12
    file.beslist_now()
    meetings.closed(file, file.session)
    minutes = words_on(enter("secretaris").get(f"/brieven/{file.session.letter('notulen').reference}"))
    assert "Bcsd1 Zetel1 verliet de zitting voor dit punt wegens een belang" in minutes and "nicht" not in minutes


def test_an_interest_is_recorded_once(file, enter):
    item, browser = file.case.agenda_item, enter("secretaris")
    seat = file.session.seats[3].id
    assert _send(browser, _point(item, "noteer_belang"), seat_id=seat, reason="Familie.").status_code == 302
    _refused(browser, _point(item, "noteer_belang"), "Elk lid wordt één keer genoteerd.", seat_id=seat, reason="Weer.")


def test_who_is_heard_leaves_before_the_vote(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    item, chair = file.case.agenda_item, enter("voorzitter")
    _click(chair, _point(item), "behandel")
    assert _send(chair, _point(item, "laat_toe")).status_code == 302
    assert item.guests == [{"name": "Mw Werker", "function": "maatschappelijk werker"}]
    assert "Wie gehoord is, verlaat eerst de zitting" in words_on(chair.get(_point(item)))
    assert _click(chair, _point(item), "laat_uit").status_code == 302
    assert _click(chair, _point(item), "open_stemming").status_code == 302


def test_without_a_quorum_no_vote_is_opened_or_closed(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session, away=range(7, 13))
    item, chair = file.case.agenda_item, file.actor("voorzitter")
    perform(item, "behandel", chair, file.now)
    perform(item, "open_stemming", chair, file.now)
    seat = file.session.seats[4]
    clock.set(SESSION_DAY, 14, 30)
    gone = {"departure": {"seat_id": seat.id, "left_at": file.now}}
    perform(file.session, "noteer_vertrek", chair, file.now, fields=gone)
    with pytest.raises(StepRefused, match="6 aanwezig, 7 nodig"):
        perform(item, "sluit_stemming", chair, file.now)
    perform(item, "breek_af", chair, file.now, remark="Niet in aantal.")
    with pytest.raises(StepRefused, match="6 aanwezig, 7 nodig"):
        perform(item, "open_stemming", chair, file.now)
    back = {"arrival": {"seat_id": seat.id, "arrived_at": file.now, "digital": False}}
    perform(file.session, "noteer_aankomst", chair, file.now, fields=back)
    perform(item, "open_stemming", chair, file.now)
    assert item.state == "stemming"


def test_a_session_closes_when_every_point_has_an_outcome_and_its_minutes_are_approved_first_in_the_next(
    file_at, enter, clock
):
    session = file_at("geopend", "session")
    browser, address = enter("voorzitter"), _page(session, "sluit")
    assert "Nog niet elk punt heeft een uitkomst: punt 1." in words_on(browser.get(address))
    session.decide()
    clock.set(SESSION_DAY, 15, 40)
    assert _send(browser, address).status_code == 302
    assert session.case.state == "gesloten" and enter("lid").get("/zittingen/ZIT-2026-0001").status_code == 404
    words = words_on(enter("secretaris").get(f"/brieven/{session.case.letter('notulen').reference}"))
    assert "geopend om 14.00 uur , gesloten om 15.40 uur ." in words and "11 voor, 1 tegen" in words
    assert "Verslag: Secretaris Secretaris" in words
    session.sign("notulen", "voorzitter", "directeur", maker="secretaris")
    clock.set(date(2026, 4, 29))
    following = meetings.planned(session, date(2026, 5, 12))
    meetings.convened(session, following)
    first = following.items[0]
    assert (first.subject, first.minutes_of) == ("notulen", session.case)
    minutes = f"/brieven/{session.case.letter('notulen').reference}"
    assert enter("lid").get(minutes).status_code == 200, "a member reads what he is asked to approve"
    clock.set(date(2026, 5, 12), 14)
    meetings.opened(session, following)
    meetings.voted(session, first)
    assert (first.state, session.case.state) == ("goedgekeurd", "goedgekeurd")
    with pytest.raises(StepRefused):
        session.take("verbeter_notulen", "secretaris")


def test_minutes_that_are_not_approved_stay_open(file_at, clock):
    session = file_at("gesloten", "session")
    clock.set(date(2026, 4, 29))
    following = meetings.planned(session, date(2026, 5, 12))
    meetings.convened(session, following)
    clock.set(date(2026, 5, 12), 14)
    meetings.opened(session, following)
    meetings.voted(session, following.items[0], **{f"s{number}": "tegen" for number in range(1, 8)})
    assert (following.items[0].state, session.case.state) == ("verworpen", "gesloten")


def test_the_draft_of_the_minutes_is_there_while_they_meet(file, enter, clock):
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    before = dump()
    for kind, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = enter("secretaris").get(f"/zittingen/{file.session.reference}/notulen.{kind}")
        assert answer.status_code == 200 and answer.data.startswith(begins)
    assert changes(before, dump()) == []
    assert enter("lid").get(f"/zittingen/{file.session.reference}/notulen.pdf").status_code == 403


def test_a_private_note_is_for_nobody_else(file, enter):
    item = file.case.agenda_item
    assert enter("lid").post(_point(item, "nota"), data={"note": "Vraag naar de huur."}).status_code == 302
    assert "Vraag naar de huur." in words_on(enter("lid").get(_point(item)))
    for login in ("voorzitter", "bcsd2", "secretaris", "hoofd"):
        assert "Vraag naar de huur." not in words_on(enter(login).get(_point(item)))
    assert b"Vraag naar de huur" not in dump_of_notes()
    assert enter("secretaris").post(_point(item, "nota"), data={"note": "x"}).status_code == 403


def dump_of_notes():
    from workflow.models import PrivateNote

    return b"".join(note.sealed for note in db.session.query(PrivateNote))


def test_what_a_member_read_the_chair_sees(file, enter):
    item, member = file.case.agenda_item, enter("lid")
    assert _click(member, _point(item), "lees").status_code == 302
    assert "1 lid las dit punt" in words_on(enter("voorzitter").get(f"/zittingen/{file.session.reference}"))
    assert "1 lid las dit punt" not in words_on(member.get(f"/zittingen/{file.session.reference}"))


def test_every_view_of_a_member_is_written_down_and_read_by_the_secretary(file, enter):
    item, member, case = file.case.agenda_item, enter("lid"), file.case.reference
    report, convocation = file.letter("sociaal_verslag").reference, file.session.letter("oproeping").reference
    piece = add_piece(file, file.case, "Presentielijst")
    opened = [
        (_point(item), f"Punt: Beslissing over een dossier: {case}"),
        (f"/dossiers/{case}", case),
        (f"/dossiers/{case}/stukken/{piece.id}", f"{case}, {piece.title}"),
        (f"/brieven/{report}", report),
        (f"/brieven/{report}.pdf", f"{report}.pdf"),
        (f"/brieven/{convocation}", convocation),
    ]
    for address, _what in opened:
        assert member.get(address).status_code == 200
    enter("mw").get(f"/dossiers/{case}")
    enter("secretaris").get(_point(item))
    seen = db.session.query(Viewing).order_by(Viewing.id).all()
    assert [(view.what, view.person.name, view.session_id) for view in seen] == [
        (what, file.staff["lid"].name, file.session.id) for _address, what in opened
    ]
    page = f"/zittingen/{file.session.reference}/inzage"
    words = words_on(enter("secretaris").get(page))
    assert all(what in words for _address, what in opened) and words.count(file.staff["lid"].name) == 6
    assert {enter(login).get(page).status_code for login in ("lid", "voorzitter", "directeur", "mw")} == {403}


def test_the_list_of_views_goes_on_to_older_ones(file, enter):
    for number in range(60):
        view = {"session_id": file.session.id, "person_id": file.staff["lid"].id, "at": file.now}
        db.session.add(Viewing(what=f"blad {number:02}", **view))
        db.session.flush()
    db.session.commit()
    browser = enter("secretaris")
    first = browser.get(f"/zittingen/{file.session.reference}/inzage")
    assert "blad 59" in words_on(first) and "blad 09" not in words_on(first)
    (older,) = tree_of(first).xpath("//a[text()='Ouder']/@href")
    assert "blad 09" in words_on(browser.get(older)) and "blad 10" not in words_on(browser.get(older))


def test_a_fact_leads_to_the_piece_that_proves_it_and_back(file, enter):
    address, scan = _page(file, "voeg_stuk_toe"), {"upload": (BytesIO(pieces.paper()), "lijst.pdf")}
    browser = enter("mw")
    options = tree_of(browser.get(address)).xpath("//select[@name='proves']/option/@value")
    assert options == ["", *(str(fact.position) for fact in file.case.facts)]
    sent = sent_by(tree_of(browser.get(address))) | {"title": "Presentielijst", "proves": "1"} | scan
    assert browser.post(address, data=sent).status_code == 302
    add_piece(file, file.case, "Los stuk")
    assert [piece.proves for piece in file.case.attachments] == [1, None]
    point = tree_of(enter("lid").get(_point(file.case.agenda_item)))
    assert point.xpath("//div[@id='feit-1']//a/@href") == ["#stuk-1"]
    assert point.xpath("//tr[@id='stuk-1']//a[starts-with(@href, '#')]/@href") == ["#feit-1"]
    assert point.xpath("//tr[@id='stuk-2']//a[starts-with(@href, '#')]") == []


def test_every_edit_of_a_draft_is_kept(file, enter):
    item, browser = file.case.agenda_item, enter("secretaris")
    typed = GROUNDS | MEASURE | {"deferral": "geen", "grounds_facts": "De lijsten tonen het aan."}
    assert _send(browser, _point(item, "schrijf_ontwerp"), **typed, blocks="gehoord").status_code == 302
    words = words_on(browser.get(_point(item)))
    assert "De lijsten tonen het aan." in words and GROUNDS["grounds_facts"] in words
    assert item.draft["hearing_answer"].endswith("Wij hielden daar rekening mee.")


def test_a_substitute_sits_in_the_place_of_a_member(file, enter):
    from workflow.models import Substitution

    seat, stands_in = file.session.seats[2], file.staff["lid"]
    other = enter(seat.person.login)
    assert other.get(_point(file.case.agenda_item)).status_code == 200
    assert stands_in.id != seat.person_id
    seat.substitutions.append(Substitution(person=file.staff["mw2"], from_on=SESSION_DAY, until_on=SESSION_DAY))
    db.session.commit()
    assert other.get(_point(file.case.agenda_item)).status_code == 404


def test_the_invitation_for_a_calendar_names_no_client(file, enter):
    answer = enter("lid").get(f"/zittingen/{file.session.reference}/agenda.ics")
    assert answer.mimetype == "text/calendar" and b"DTSTART;TZID=Europe/Brussels:20260428T140000" in answer.data
    assert b"Amina" not in answer.data and b"SD-2026" not in answer.data


def test_points_of_another_session_do_not_exist_under_this_one(file, enter):
    other = file.plan_session(date(2026, 5, 12))
    item = db.session.query(AgendaItem).one()
    assert enter("secretaris").get(f"/zittingen/{other.reference}/punten/{item.id}").status_code == 404
