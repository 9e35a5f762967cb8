"""A workflow is a table of states and steps; `transitions` walks it.

This is the only module that imports `transitions`. One machine serves all files of a
kind: a light token is moved, the database row is never handed to the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, cast

from transitions import EventData, Machine

from workflow.moment import Moment
from workflow.roles import Kind, Role
from workflow.rows import NEW, State, Step, StepRefused, Term
from workflow.wording import N_, Sentence


class Case(Protocol):
    """What a table needs to know of a file."""

    state: str


@dataclass
class _Token:
    """What the machine moves in place of the row."""

    case: Case
    when: Moment
    state: str = NEW
    taken: Step | None = None
    objections: list[Sentence] = field(default_factory=list)


def _condition(step: Step) -> Callable[[EventData], bool]:
    def allowed(event: EventData) -> bool:
        """Say whether every guard of a row lets the file through, and keep what they object."""
        token = cast(_Token, event.model)
        token.objections = step.objections(token.case, token.when)
        token.taken = None if token.objections else step
        return not token.objections

    return allowed


@dataclass(frozen=True)
class Workflow:
    """A kind of file: its states in the order of its life, its steps, its terms.

    `owner` is the organisation that keeps files of this kind, or nothing when it is whoever
    opens one; `partner` is the kind of organisation a new file is shared with, `joint` only when
    that one knows the client too; `alone` is a kind about no client and from no other file, and
    `beside` names the kinds of file a kind is opened beside, when it is about no client either;
    `prefix` starts their reference; `told` is what the history says of a step once it was taken,
    where its title is a command.
    Raises ValueError when the table contradicts itself, so a typing error fails at import.
    """

    kind: str
    title: str
    prefix: str
    article: str
    owner: str
    states: tuple[State, ...]
    steps: tuple[Step, ...]
    terms: tuple[Term, ...] = ()
    partner: Kind | None = Kind.AGENCY
    joint: bool = False
    alone: bool = False
    beside: tuple[str, ...] = ()
    told: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    machine: Machine = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._check()
        moves = [
            {"trigger": s.action, "source": src, "dest": s.dest_from(src), "conditions": [_condition(s)]}
            for s in self.steps
            for src in s.sources
        ]
        keys = [NEW, *(state.key for state in self.states)]
        machine = Machine(
            model=None, states=keys, initial=NEW, transitions=moves, auto_transitions=False, send_event=True
        )
        object.__setattr__(self, "machine", machine)

    def _check(self) -> None:
        known = {NEW, *(state.key for state in self.states)}
        moves = [(src, s.dest_from(src)) for s in self.steps for src in s.sources]
        if unknown := {key for move in moves for key in move} - known:
            raise ValueError(f"{self.kind}: steps name states that do not exist: {sorted(unknown)}")
        reached, grew = {NEW}, True
        while grew:
            more = {dest for src, dest in moves if src in reached} - reached
            reached, grew = reached | more, bool(more)
        if lost := known - reached:
            raise ValueError(f"{self.kind}: states nobody can reach: {sorted(lost)}")
        left = {src for src, dest in moves if src != dest}
        if wrong := {s.key for s in self.states if s.end == (s.key in left)}:
            raise ValueError(f"{self.kind}: states that end but can be left, or cannot be left: {sorted(wrong)}")
        actions = {step.action for step in self.steps}
        if loose := {a for term in self.terms for a in (*term.starts, *term.stops)} - actions:
            raise ValueError(f"{self.kind}: terms name steps that do not exist: {sorted(loose)}")
        if untaken := self.told.keys() - actions:
            raise ValueError(f"{self.kind}: history tells of steps that do not exist: {sorted(untaken)}")

    def state(self, key: str) -> State:
        """Return a state by its key."""
        return next(state for state in self.states if state.key == key)

    def steps_from(self, state: str) -> list[Step]:
        """Return the rows that leave `state`, in table order."""
        return [step for step in self.steps if state in step.sources]

    def step(self, action: str, state: str) -> Step | None:
        """Return the row that `action` means in `state`."""
        return next((step for step in self.steps_from(state) if step.action == action), None)

    def tell(self, action: str) -> str:
        """Return what the history says of a step that was taken."""
        return self.told.get(action) or next(step.title for step in self.steps if step.action == action)

    def take(self, action: str, case: Case, when: Moment) -> Step:
        """Move a file along `action`; raise StepRefused, and leave it where it is, when that may not be."""
        if self.step(action, case.state) is None:
            title = Sentence(self.state(case.state).title) if case.state != NEW else NEW
            raise StepRefused([Sentence(N_("Dit kan niet in de fase '%(state)s'."), state=title)])
        token = _Token(case, when, case.state)
        self.machine.events[action].trigger(token)
        if token.taken is None:  # `transitions` answers False, silently, when a condition fails
            raise StepRefused(token.objections)
        case.state = token.state
        if token.taken.then:
            token.taken.then(case, when)
        return token.taken

    def offered(self, case: Case, when: Moment) -> Iterator[tuple[Step, list[Sentence]]]:
        """Yield the steps this actor's roles may take from here, each with its obstacles."""
        for step in self.steps_from(case.state):
            if when.actor.role_for(step.roles):
                yield step, step.obstacles(case, when)

    def automatic_step(self, case: Case, when: Moment) -> Step | None:
        """Return the first step the office can take by itself now."""
        rows = (step for step in self.steps_from(case.state) if step.automatic)
        return next((step for step in rows if not step.objections(case, when.by_system())), None)

    def check(self) -> str:
        """Return the condition the database repeats: the state is one of the table."""
        return f"state IN ({', '.join(repr(state.key) for state in self.states)})"

    def readable_in(self, roles: frozenset[Role]) -> list[str]:
        """Return the states in which somebody with these roles may read a file."""
        return [state.key for state in self.states if roles & set(state.reads)]
