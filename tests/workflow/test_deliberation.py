"""How the committee decides: quorum, majority, tie, abstention, recusal, urgency, second convocation."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.files import SEATS, item, sanction, session, vote
from workflow import parameters
from workflow.deliberation import CHOICE_TITLES, Choice, Room, Tally, urgency_accepted

FOR, AGAINST, ABSTAIN = "voor", "tegen", "onthouding"
RECUSED, ABSENT = "belangenconflict", "afwezig"


def tally(**counts):
    """The count of so many members for each choice."""
    return Tally.of(choice for choice, count in counts.items() for _ in range(count))


def at_the_vote(**counts):
    """The room in which so many members did each thing."""
    did = [choice for choice, count in counts.items() for _ in range(count)]
    return Room.at_the_vote({f"zetel{number}": choice for number, choice in enumerate(did)})


@pytest.fixture
def recused_leave_the_quorum(monkeypatch):
    """The other reading of DLB art. 27, as the legal service may choose it."""
    parameter = parameters.PARAMETERS["recused_count_for_quorum"]
    other = parameters.Parameter(**{**vars(parameter), "value": False})
    monkeypatch.setitem(parameters.PARAMETERS, parameter.key, other)


@pytest.mark.parametrize(("seats", "needed"), [(13, 7), (12, 7), (11, 6), (2, 2), (1, 1)])
def test_the_quorum_is_the_majority_of_the_sitting_members(seats, needed):
    assert at_the_vote(afwezig=seats).needed == needed
    assert not at_the_vote(voor=needed - 1, afwezig=seats - needed + 1).has_quorum(second_time=False)
    assert at_the_vote(voor=needed, afwezig=seats - needed).has_quorum(second_time=False)


def test_everybody_who_votes_or_abstains_is_present():
    room = at_the_vote(voor=3, tegen=2, onthouding=2, afwezig=6)
    assert (len(room.seats), len(room.voters), room.present) == (13, 7, 7)
    assert room.has_quorum(second_time=False)


def test_a_recused_member_counts_for_the_quorum_but_not_in_the_vote():
    room = at_the_vote(voor=6, belangenconflict=1, afwezig=6)
    assert (len(room.voters), room.present, len(room.recused)) == (6, 7, 1)
    assert room.has_quorum(second_time=False)


def test_a_recused_member_leaves_the_quorum_when_the_parameter_says_so(recused_leave_the_quorum):
    room = at_the_vote(voor=6, belangenconflict=1, afwezig=6)
    assert room.present == 6
    assert not room.has_quorum(second_time=False)


def test_a_second_convocation_needs_no_quorum_but_somebody_who_votes():
    assert at_the_vote(voor=1, afwezig=12).has_quorum(second_time=True)
    assert not at_the_vote(afwezig=13).has_quorum(second_time=True)
    assert not at_the_vote(belangenconflict=2, afwezig=11).has_quorum(second_time=True)


@pytest.mark.parametrize(
    ("votes", "accepted"),
    [
        ({FOR: 7, AGAINST: 6}, True),
        ({FOR: 6, AGAINST: 6, ABSENT: 1}, False),
        ({FOR: 6, AGAINST: 7}, False),
        ({FOR: 1, ABSTAIN: 12}, True),
        ({FOR: 1, AGAINST: 1, ABSTAIN: 11}, False),
        ({ABSTAIN: 13}, False),
        ({FOR: 4, AGAINST: 3, RECUSED: 6}, True),
        ({ABSENT: 13}, False),
    ],
)
def test_a_tie_rejects_and_an_abstention_does_not_count(votes, accepted):
    assert tally(**votes).accepted is accepted


@pytest.mark.parametrize(
    ("agreeing", "present", "accepted"),
    [
        (9, 13, True),
        (8, 13, False),
        (8, 12, True),
        (7, 12, False),
        (2, 3, True),
        (1, 1, True),
        (0, 1, False),
        (0, 0, False),
    ],
)
def test_a_late_item_needs_two_thirds_of_the_members_present(agreeing, present, accepted):
    assert urgency_accepted(agreeing, present) is accepted


def test_two_thirds_is_a_parameter(monkeypatch):
    parameter = parameters.PARAMETERS["urgent_majority"]
    half = parameters.Parameter(**{**vars(parameter), "value": Fraction(1, 2)})
    monkeypatch.setitem(parameters.PARAMETERS, parameter.key, half)
    assert urgency_accepted(7, 13)


def test_an_unknown_choice_is_a_mistake():
    with pytest.raises(ValueError, match="misschien"):
        Tally.of(["misschien"])


def test_every_choice_has_a_title():
    assert CHOICE_TITLES.keys() == set(Choice)


def reference(choices, second_time):
    """The same rules, counted member by member."""
    there = [choice for choice in choices if choice != ABSENT]
    cast = [choice for choice in choices if choice in (FOR, AGAINST)]
    voters = [choice for choice in there if choice != RECUSED]
    quorum = 2 * len(there) > len(choices) or (second_time and voters != [])
    return quorum, 2 * cast.count(FOR) > len(cast)


@given(st.lists(st.sampled_from(Choice), min_size=1, max_size=15), st.booleans())
def test_the_count_agrees_with_a_member_by_member_count(choices, second_time):
    room = Room.at_the_vote({str(number): choice for number, choice in enumerate(choices)})
    assert (room.has_quorum(second_time), Tally.of(choices).accepted) == reference(choices, second_time)


@given(st.integers(1, 15).flatmap(lambda present: st.tuples(st.integers(0, present), st.just(present))))
def test_urgency_agrees_with_counting_in_thirds(counts):
    agreeing, present = counts
    assert urgency_accepted(agreeing, present) is (3 * agreeing >= 2 * present)


# on the agenda


def test_the_item_counts_what_every_seat_did():
    row = vote(item(), zetel1=AGAINST, zetel2=ABSTAIN, zetel3=RECUSED, zetel4=ABSENT)
    assert row.tally == Tally(in_favour=9, against=1, abstained=1, recused=1)
    assert row.choices["zetel1"] == AGAINST


def again(first, **values):
    """The same point in the second session after one."""
    second = session("geopend", there=SEATS[:1], second_convocation=True, origin=first.session, **values)
    first.carry_to(second)
    first.state = "verdaagd"
    return second.items[-1]


def test_a_second_convocation_holds_for_what_stood_on_the_first_agenda():
    row = again(item())
    assert row.second_time and row.room.has_quorum(row.second_time)
    assert not row.room.has_quorum()


@pytest.mark.parametrize("subject", ["notulen", "vast"])
def test_a_second_convocation_holds_for_a_point_about_no_file(subject):
    first = session("onvoltallig").add_point(subject=subject, title="Varia", minutes_of=session("gesloten"))
    assert again(first).second_time


def test_a_second_convocation_does_not_hold_for_what_was_added_later_or_settled_before():
    first = item()
    second = again(first)
    assert not second.session.add_point(subject="vast", title="Varia").second_time
    assert not sanction("geagendeerd").put_on_agenda(second.session).second_time
    first.state = "beslist"
    assert not second.second_time


def test_a_second_convocation_does_not_hold_for_what_was_never_announced():
    late = item(urgent=True, urgency_reason="De client verhuist.")
    assert not again(late).second_time


def test_what_was_postponed_elsewhere_was_not_convened_twice():
    first = item()
    second = again(first)
    second.session.origin = session("onvoltallig")
    assert not second.second_time
    second.session.second_convocation, second.session.origin = False, first.session
    assert not second.second_time


@pytest.mark.parametrize(
    ("did", "took_part"), [(FOR, True), (AGAINST, True), (ABSTAIN, True), (RECUSED, False), (ABSENT, False)]
)
def test_a_recused_member_takes_no_part(did, took_part):
    row = item()
    row.recuse(SEATS[3], "Nicht van de cliënt.")
    vote(row, zetel3=did)
    assert row.recused_took_part is took_part
