"""A point on the agenda: taken up, discussed, voted on by every member himself, and brought to its outcome."""

import factories
import pytest

from tests.walks import sanction as journey
from tests.workflow.dates import day
from tests.workflow.every_row import ready, tried
from tests.workflow.files import GENT, MINE, SEATS, SESSION_DAY, WORKER, item, moment, sanction, session, vote
from tests.workflow.spoils import put
from workflow.deliberation import SUBJECTS, Choice, Subject
from workflow.moment import Actor, Moment
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.roles import Role
from workflow.rows import StepRefused

CHAIR = moment(SESSION_DAY, Role.BCSD_CHAIR)


def refused(action, change=None, **where):
    return bool(tried("agenda_item", action, change, **where))


def by(seat):
    """The moment at which the member on a seat acts himself."""
    who = WORKER if seat == MINE else f"bcsd{SEATS.index(seat)}"
    return Moment(factories.at(SESSION_DAY), Actor("Lid", frozenset({Role.BCSD_MEMBER}), GENT, who))


def votes(row, seat, choice):
    """A member votes on his own screen."""
    row.fill({"choosing": choice})
    AGENDA_ITEM.take("stem", row, by(seat))


def open_vote():
    """A point of which the vote is open."""
    row = item("in_behandeling")
    AGENDA_ITEM.take("open_stemming", row, CHAIR)
    return row


# before the vote


@pytest.mark.parametrize(("agreed", "no"), [(9, False), (8, True), (None, True)])
@pytest.mark.parametrize("action", ["behandel", "neem_akte"])
def test_an_urgent_point_was_let_in_by_two_thirds(action, agreed, no):
    assert refused(action, put(urgent=True, urgency_agreed=agreed, urgency_present=13)) is no


def test_absent_members_do_not_count_for_two_thirds():
    def ten_there(agreed):
        def change(row):
            row.session.attendances = row.session.attendances[:10]
            row.urgent, row.urgency_agreed, row.urgency_present = True, agreed, 10

        return change

    assert not refused("behandel", ten_there(7))
    assert refused("behandel", ten_there(6))


def test_who_leaves_afterwards_lets_no_point_in():
    def six_of_thirteen_and_four_left(row):
        row.urgent, row.urgency_agreed, row.urgency_present = True, 6, 13
        row.session.attendances = row.session.attendances[:9]

    assert refused("behandel", six_of_thirteen_and_four_left)


@pytest.mark.parametrize(("agreed", "no"), [(0, False), (13, False), (14, True), (-1, True), (None, True)])
def test_no_more_members_agree_than_are_there(agreed, no):
    assert refused("aanvaard_dringend", put(urgency_agreed=agreed)) is no


@pytest.mark.parametrize("busy", ["in_behandeling", "stemming", "gestemd"])
def test_one_point_at_a_time(busy):
    assert refused("behandel", lambda row: row.session.add_point(title="Varia", state=busy))


@pytest.mark.parametrize("rest", ["te_behandelen", "verdaagd", "akte"])
def test_what_waits_or_is_settled_stands_in_the_way_of_nothing(rest):
    assert not refused("behandel", lambda row: row.session.add_point(title="Varia", state=rest))


def test_the_hour_at_which_a_point_is_taken_up_is_kept():
    row, when = ready(AGENDA_ITEM, AGENDA_ITEM.step("behandel", "te_behandelen"), "te_behandelen")
    AGENDA_ITEM.take("behandel", row, when)
    assert row.treated_at == when.now


def test_who_is_heard_comes_in_and_leaves_before_the_vote():
    row = item("in_behandeling")
    row.fill({"guests": [{"name": "Amina Voorbeeld", "function": "cliënt"}]})
    AGENDA_ITEM.take("laat_toe", row, CHAIR)
    for action in ("open_stemming", "noteer_stemmen"):
        step = AGENDA_ITEM.step(action, "in_behandeling")
        assert "guests_gone" in [guard.name for guard in step.only_if if guard.objection(row, CHAIR)]
    assert AGENDA_ITEM.step("laat_uit", "in_behandeling").duty(row)
    AGENDA_ITEM.take("laat_uit", row, CHAIR)
    assert not AGENDA_ITEM.step("laat_uit", "in_behandeling").duty(row)
    AGENDA_ITEM.take("open_stemming", row, CHAIR)


@pytest.mark.parametrize(("urgent", "agreed", "due"), [(True, None, True), (True, 9, False), (False, None, False)])
def test_to_let_an_urgent_point_in_is_a_duty_until_it_was_counted(urgent, agreed, due):
    step = AGENDA_ITEM.step("aanvaard_dringend", "te_behandelen")
    assert step.duty(item(urgent=urgent, urgency_agreed=agreed)) is due


@pytest.mark.parametrize("missing", ["measure", "grounds_law", "grounds_facts"])
def test_a_draft_says_what_is_proposed_and_why(missing):
    row = item(draft=journey.DRAFT | {missing: ""})
    assert not row.explained
    assert refused("open_stemming", lambda each: put(draft=row.draft)(each))
    assert item(draft=journey.DRAFT).explained


def test_a_point_is_read_once_by_each_member():
    row = item()
    for seat in (MINE, SEATS[2], MINE):
        AGENDA_ITEM.take("lees", row, by(seat))
    assert [each.person_id for each in row.readings] == [WORKER, "bcsd2"]


# an interest


def test_a_member_leaves_for_his_interest_once():
    row = item("in_behandeling", interest="Nicht van de cliënt.")
    AGENDA_ITEM.take("meld_belang", row, by(MINE))
    assert (row.recused, row.room.voters) == ({MINE}, set(SEATS) - {MINE})
    with pytest.raises(StepRefused, match="al genoteerd"):
        AGENDA_ITEM.take("meld_belang", row, by(MINE))


@pytest.mark.parametrize("meets", ["gepland", "opgeroepen", "geschorst"])
def test_an_interest_is_told_beforehand_too(meets):
    assert not refused("meld_belang", put("session", state=meets))


@pytest.mark.parametrize(
    ("again", "no"),
    [((SEATS[3], "Buur"), True), ((SEATS[4], ""), True), (("", "Buur"), True), ((SEATS[4], "Buur"), False)],
)
def test_a_recusal_names_a_member_once_with_his_interest(again, no):
    assert refused("noteer_belang", lambda row: row.recuse(*again)) is no


# the vote


def test_a_member_changes_his_vote_until_it_is_closed():
    row = open_vote()
    for choice in ("voor", "tegen", "onthouding"):
        votes(row, MINE, choice)
    assert (row.choices, row.voted, row.counted) == ({MINE: "onthouding"}, 1, False)
    AGENDA_ITEM.take("sluit_stemming", row, CHAIR)
    assert row.counted and row.busy
    with pytest.raises(StepRefused):
        votes(row, MINE, "voor")


@pytest.mark.parametrize("choice", ["", "niet_gestemd", "belangenconflict", "afwezig"])
def test_nobody_votes_that_he_was_not_there(choice):
    assert refused("stem", put(choosing=choice))


def test_at_the_closing_everybody_did_something():
    row = open_vote()
    row.interest = "Nicht van de cliënt."
    for seat, choice in zip(SEATS[:5], ("voor", "voor", "tegen", "voor", "onthouding"), strict=True):
        votes(row, seat, choice)
    AGENDA_ITEM.take("meld_belang", row, by(SEATS[3]))
    row.session.depart({"seat_id": SEATS[0], "left_at": factories.at(SESSION_DAY, 15)})
    assert row.voted == 3
    AGENDA_ITEM.take("sluit_stemming", row, CHAIR)
    did = [row.choices[seat] for seat in SEATS[:5]]
    assert did == [Choice.ABSENT, Choice.FOR, Choice.AGAINST, Choice.RECUSED, Choice.ABSTAIN]
    assert set(list(row.choices.values())[5:]) == {Choice.NONE}
    assert not row.recused_took_part and not row.tally.accepted


def test_a_vote_is_not_closed_without_its_quorum_but_it_is_broken_off():
    row = open_vote()
    votes(row, MINE, "voor")
    for seat in SEATS[6:]:
        row.session.depart({"seat_id": seat, "left_at": factories.at(SESSION_DAY, 15)})
    with pytest.raises(StepRefused, match="6 aanwezig, 7 nodig"):
        AGENDA_ITEM.take("sluit_stemming", row, CHAIR)
    row.remark = "Het quorum is weg."
    AGENDA_ITEM.take("breek_af", row, CHAIR)
    assert (row.state, row.choices) == ("in_behandeling", {})


def test_a_vote_that_is_done_again_begins_empty():
    row = vote(item(remark="Een lid vergiste zich."))
    AGENDA_ITEM.take("doe_over", row, CHAIR)
    assert (row.state, row.choices, row.counted) == ("in_behandeling", {}, False)


def test_the_secretary_writes_down_the_vote_of_everybody_who_may_vote_and_of_nobody_else():
    secretary = moment(SESSION_DAY, Role.BCSD_SECRETARY)
    row = item("in_behandeling")
    row.recuse(SEATS[3], "Nicht van de cliënt.")
    row.choices = dict.fromkeys(SEATS, "voor")
    with pytest.raises(StepRefused, match="Wie een belang heeft, stemt niet"):
        AGENDA_ITEM.take("noteer_stemmen", row, secretary)
    row.choices = {seat: "tegen" for seat in SEATS if seat != SEATS[3]}
    AGENDA_ITEM.take("noteer_stemmen", row, secretary)
    assert row.choices[SEATS[3]] == Choice.RECUSED
    assert (row.tally.against, row.tally.recused) == (12, 1)


# the outcome


@pytest.mark.parametrize("subject", ["notulen", "vast", "intrekking"])
@pytest.mark.parametrize("action", ["verdaag", "schrap"])
def test_what_waits_for_no_file_is_postponed_or_taken_off_the_agenda(action, subject):
    assert not refused(action, put(subject=subject))
    assert refused(action, put(subject="beslissing"))


@pytest.mark.parametrize(
    ("subject", "against", "outcome"),
    [
        ("notulen", 6, "goedgekeurd"),
        ("notulen", 7, "verworpen"),
        ("intrekking", 6, None),
        ("intrekking", 7, "verworpen"),
        ("beslissing", 7, None),
    ],
)
def test_the_vote_settles_what_follows_from_it_alone(subject, against, outcome):
    row = vote(item(subject=subject), **dict.fromkeys(SEATS[:against], "tegen"))
    step = AGENDA_ITEM.automatic_step(row, CHAIR)
    assert (step and step.dest) == outcome


def test_a_question_to_withdraw_that_came_too_late_does_not_keep_a_session_open():
    case = sanction("in_beroep")
    row = vote(case.put_on_agenda(session("geopend"), subject="intrekking"))
    assert AGENDA_ITEM.automatic_step(row, CHAIR) is None
    row.remark = "Er is beroep ingesteld."
    AGENDA_ITEM.take("verdaag", row, CHAIR)
    assert row.session.open_items == []


@pytest.mark.parametrize("state", ["te_behandelen", "in_behandeling", "gestemd"])
def test_the_whole_agenda_moves_on_when_the_committee_is_not_in_number(state):
    row = item(state, meets="onvoltallig")
    assert AGENDA_ITEM.automatic_step(row, CHAIR).dest == "verdaagd"
    row.session.state = "geopend"
    assert AGENDA_ITEM.automatic_step(row, CHAIR) is None


def test_a_point_is_called_after_its_file_its_session_or_its_title():
    row = item()
    assert (row.reference, row.named) == ("ZIT-2026-0001/1", "SD-2026-0001")
    varia = session().add_point(subject="vast", title="Varia")
    assert (varia.named, varia.stands, varia.outcome) == ("Varia", False, None)
    minutes = session().add_point(subject="notulen", minutes_of=session(held_on=day("Tue 12/05/2026")))
    assert minutes.named == "12/05/2026"


def test_every_subject_has_a_title():
    assert SUBJECTS.keys() == set(Subject)
