"""Whatever happens at a meeting, the tables agree with the law: two thousand sequences of comings, recusals and votes.

`Law` is written from the register of law alone (§d: d6, d7, d8, d12), and knows nothing of the program. `Office` moves
a session and a point through the real tables, in memory. After every event the two say the same.
"""

from datetime import timedelta
from functools import cache

import factories
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.walks import sanction as journey
from tests.workflow.files import GENT, SEATS, SESSION_DAY, committee, session
from workflow import parameters
from workflow.models import Sanction
from workflow.moment import Actor, Moment
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.session import SESSION
from workflow.roles import Role
from workflow.rows import StepRefused


class Law:
    """A committee that decides on one point, at a first or a second convocation."""

    MET = ("talking", "voting", "voted")
    DURING = {
        "open": ("convened",), "arrive": MET, "depart": MET, "recuse": ("convened", "talking", "voting"),
        "open vote": ("talking",), "vote": ("voting",), "close": ("voting",), "break off": ("voting",),
        "count": ("talking",), "again": ("voted",),
    }  # fmt: skip
    THEN = {"open": "talking", "open vote": "voting", "close": "voted", "count": "voted"}
    THEN |= {"break off": "talking", "again": "talking"}

    def __init__(self, seats, second, recused_count):
        self.seats, self.second, self.recused_count = seats, second, recused_count
        self.stage, self.room, self.out, self.votes, self.did = "convened", set(), set(), {}, {}

    def quorum(self, room, out):  # d6: the majority of the sitting members; after a second convocation, who came
        return 2 * len(room if self.recused_count else room - out) > self.seats or (self.second and room > room & out)

    def happens(self, what, who, choice, crowd):
        if self.stage not in self.DURING[what]:
            return "no"
        room = {"open": crowd, "arrive": self.room | {who}, "depart": self.room - {who}}.get(what, self.room)
        out = self.out | {who} if what == "recuse" else self.out
        needed = what in ("open", "open vote", "close", "count")
        if needed and not self.quorum(room, out if what != "open" else set()):
            return "no quorum"
        nothing_new = what in ("arrive", "depart", "recuse") and (room, out) == (self.room, self.out)
        if nothing_new or (what == "vote" and who not in room - out):  # d12: no vote for who has an interest
            return "no"
        votes = {"open vote": {}, "count": {each: choice if each in crowd else "tegen" for each in room - out}}
        self.room, self.out, self.votes = (
            room,
            out,
            votes.get(what, self.votes | ({who: choice} if what == "vote" else {})),
        )
        if what in ("close", "count"):  # what counts is who is in the room now, whatever he did before
            did = {each: self.votes.get(each, "niet_gestemd") for each in room} | dict.fromkeys(out, "belangenconflict")
            self.did = {each: did[each] if each in room else "afwezig" for each in range(self.seats)}
        self.stage = self.THEN.get(what, self.stage)
        return "yes"

    def accepted(self):  # d7, d8, d9: an abstention does not count, and a tie rejects
        return list(self.did.values()).count("voor") > list(self.did.values()).count("tegen")


STAGES = {"te_behandelen": "convened", "in_behandeling": "talking", "stemming": "voting", "gestemd": "voted"}
CHAIR, SECRETARY = "voorzitter", "secretaris"
STEPS = {
    "open": (SESSION, "open", CHAIR),
    "arrive": (SESSION, "noteer_aankomst", SECRETARY),
    "depart": (SESSION, "noteer_vertrek", SECRETARY),
    "recuse": (AGENDA_ITEM, "meld_belang", None),
    "open vote": (AGENDA_ITEM, "open_stemming", CHAIR),
    "vote": (AGENDA_ITEM, "stem", None),
    "close": (AGENDA_ITEM, "sluit_stemming", CHAIR),
    "count": (AGENDA_ITEM, "noteer_stemmen", SECRETARY),
    "break off": (AGENDA_ITEM, "breek_af", CHAIR),
    "again": (AGENDA_ITEM, "doe_over", CHAIR),
}
"""The step of every event, and who takes it: otherwise the member himself."""

house = cache(committee)


@cache
def actor(who, size):
    """Who acts: the chair, the secretary, or a member by the number of his seat."""
    if who == SECRETARY:
        return Actor("Secretaris", frozenset({Role.BCSD_SECRETARY}), GENT, "secretaris")
    seat = house(size).seats[0 if who == CHAIR else who]
    return Actor("Lid", frozenset({Role.BCSD_CHAIR if seat.chair else Role.BCSD_MEMBER}), GENT, seat.person.id)


class Office:
    """The same committee in the program: a session that was convened, with one file on its agenda."""

    def __init__(self, size, second):
        self.size, self.now = size, factories.at(SESSION_DAY)
        self.session = session("opgeroepen", there=(), house=house(size), second_convocation=second)
        case = Sanction(reference="SD-2026-0001", state="geagendeerd")
        if second:
            self.session.origin = session("onvoltallig", there=(), house=house(size))
            case.put_on_agenda(self.session.origin, state="verdaagd")
        self.item = case.put_on_agenda(self.session, draft=journey.DRAFT, state="te_behandelen")
        self.item.remark, self.item.interest = "Er is nieuws.", "Nicht van de cliënt."

    def happens(self, what, who, choice, crowd):
        """Take the step; what a refused form brought is lost, as it is in the office."""
        self.now += timedelta(minutes=1)
        stays, ballots = list(self.session.attendances), self.item.choices if what == "count" else {}
        try:
            self._take(what, who, choice, crowd)
        except StepRefused as refused:
            if what in ("open", "arrive"):
                self.session.attendances = stays
            if what == "count":
                self.item.choices = ballots
            return "no quorum" if "quorum" in str(refused) else "no"
        if what == "open":
            self._step(AGENDA_ITEM, self.item, "behandel", CHAIR)
        return "yes"

    def _take(self, what, who, choice, crowd):
        table, action, by = STEPS[what]
        row = self.session if table is SESSION else self.item
        row.fill(self._form(what, who, choice, {SEATS[each] for each in crowd}))
        self._step(table, row, action, who if by is None else by)

    def _form(self, what, who, choice, crowd):
        if what == "open":
            return {"roll_call": dict.fromkeys(crowd, {"presence": "aanwezig", "arrived_at": self.now})}
        if what == "count":
            return {"choices": {seat: choice if seat in crowd else "tegen" for seat in self.item.room.voters}}
        if what == "arrive":
            return {"arrival": {"seat_id": SEATS[who], "arrived_at": self.now}}
        if what == "depart":
            return {"departure": {"seat_id": SEATS[who], "left_at": self.now}}
        return {"choosing": choice} if what == "vote" else {}

    def _step(self, table, row, action, by):
        table.take(action, row, Moment(self.now, actor(by, self.size)))


CHOICES = ("voor", "tegen", "onthouding")
WHAT = ("poll", "poll", "poll", "vote", "vote", "close", "close", "depart", "arrive", "recuse", *Law.DURING)
EVENT = st.integers(0, 2**24 - 1)
"""What happens, to whom, with which vote and which crowd, in one number: cheap to draw."""


def told(number, size):
    """Read from a number what happens; a poll is the opening of a vote, and the votes of many members."""
    number, what = divmod(number, len(WHAT))
    number, who = divmod(number, size)
    number, choice = divmod(number, len(CHOICES))
    crowd = frozenset(each for each in range(size) if number >> each & 1)
    if WHAT[what] != "poll":
        return [(WHAT[what], who, CHOICES[choice], crowd)]
    votes = [("vote", each, CHOICES[choice] if each in crowd else "tegen", crowd) for each in {*crowd, *range(who)}]
    return [("open vote", who, "", crowd), *votes]


@pytest.fixture(scope="module")
def read_as():
    """Choose the reading of DLB art. 27: whether who left for an interest counts for the quorum."""
    parameter = parameters.PARAMETERS["recused_count_for_quorum"]
    readings = {value: parameters.Parameter(**{**vars(parameter), "value": value}) for value in (True, False)}
    with pytest.MonkeyPatch.context() as patched:
        yield lambda value: patched.setitem(parameters.PARAMETERS, parameter.key, readings[value])


@settings(max_examples=2000, deadline=None)
@given(
    size=st.sampled_from((1, 2, 3, 4, 5, 7, 13)),
    second=st.booleans(),
    recused_count=st.booleans(),
    away=st.sets(st.integers(0, 12), max_size=6),
    numbers=st.lists(EVENT, min_size=5, max_size=15),
)
def test_whatever_happens_at_a_meeting_the_tables_agree_with_the_law(
    read_as, size, second, recused_count, away, numbers
):
    read_as(recused_count)
    law, office = Law(size, second, recused_count), Office(size, second)
    opening = ("open", 0, "voor", frozenset(range(size)) - away)
    for event in (opening, *(event for number in numbers for event in told(number, size))):
        assert office.happens(*event) == law.happens(*event), event
        assert STAGES[office.item.state] == law.stage
        if law.stage == "voted":
            assert {SEATS.index(seat): did for seat, did in office.item.choices.items()} == law.did
            assert office.item.tally.accepted is law.accepted()
