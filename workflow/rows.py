"""The rows a table is made of: states, steps, terms, and the conditions that guard a step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workflow.moment import Moment
from workflow.roles import TITLES, Party, Role
from workflow.terms import Reckoning
from workflow.wording import N_, Sentence

NEW = "nieuw"
"""Where a file stands before it is opened: the first row of every table leaves from here."""

SAME = "="
"""The destination of a step that keeps the file in its state."""


Test = Callable[[Any, Moment], bool]
Value = Callable[[Any, Moment], object]


class StepRefused(Exception):
    """The step is not allowed now; `reasons` says why, every reason at once."""

    def __init__(self, reasons: list[Sentence]) -> None:
        super().__init__(" ".join(str(reason) for reason in reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Guard:
    """A condition on a step, with the sentence that refuses it and quotes the article.

    `asked` marks what the form of the step itself asks, so that a page can offer the step
    before the form is filled in.
    """

    test: Test
    reason: str
    values: dict[str, Value]
    asked: bool

    @property
    def name(self) -> str:
        """The condition as the table names it."""
        return self.test.__name__

    def objection(self, case: Any, when: Moment) -> Sentence | None:
        """Return the sentence that refuses, or nothing when the condition is met."""
        if self.test(case, when):
            return None
        return Sentence(self.reason, **{name: value(case, when) for name, value in self.values.items()})


def guard(reason: str, **values: Value) -> Callable[[Test], Guard]:
    """Mark a function of the file and the moment as a condition on the circumstances."""
    return lambda test: Guard(test, reason, values, asked=False)


def asked(reason: str, **values: Value) -> Callable[[Test], Guard]:
    """Mark a function as a condition on what the form of the step asks."""
    return lambda test: Guard(test, reason, values, asked=True)


@dataclass(frozen=True)
class State:
    """One state: whom the file waits for, who may read it and who may edit its facts meanwhile.

    A `detour` lies off the main line: the track shows it only for a file that came there. `meanwhile`
    is what the work list says until the last day of its term comes, where there is nothing to do before.
    """

    key: str
    short: str
    title: str
    waits_for: tuple[Role | Party, ...]
    reads: tuple[Role, ...]
    edits: tuple[Role, ...] = ()
    end: bool = False
    detour: bool = False
    meanwhile: str = ""


@dataclass(frozen=True)
class Step:
    """One row: who may bring a file from which states to the next, under which conditions.

    `letter` names the letter, or letters, it makes; `then` sets what the step itself fixes;
    `cancels` names unsent letters it makes pointless; `opens` is the kind of file it opens
    beside this one; `duty` says whether the step is still expected of its roles, even a rare one; `owed_by` names
    the organisations that each still have to take it, where every party takes it once; `rare`
    keeps it out of the main buttons; a `silent` step makes nobody's open form stale.
    """

    action: str
    source: str | tuple[str, ...]
    dest: str
    by: Role | tuple[Role, ...]
    title: str
    only_if: tuple[Guard, ...] = ()
    letter: str | tuple[str, ...] = ()
    then: Callable[[Any, Moment], None] | None = None
    cancels: tuple[str, ...] = ()
    opens: str = ""
    duty: Callable[[Any], bool] | None = None
    owed_by: Callable[[Any], list[Any]] | None = None
    rare: bool = False
    silent: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The states this step leaves from."""
        return self.source if isinstance(self.source, tuple) else (self.source,)

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that may take this step."""
        return self.by if isinstance(self.by, tuple) else (self.by,)

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters this step makes, in the order in which they are made."""
        return self.letter if isinstance(self.letter, tuple) else (self.letter,)

    @property
    def automatic(self) -> bool:
        """Whether only the office takes it, by itself, as soon as it is possible."""
        return self.roles == (Role.SYSTEM,)

    def dest_from(self, source: str) -> str:
        """Return where the file goes when it leaves `source`."""
        return source if self.dest == SAME else self.dest

    def _wrong_role(self, when: Moment) -> list[Sentence]:
        if when.actor.role_for(self.roles):
            return []
        return [Sentence(N_("Enkel voor: %(roles)s."), roles=", ".join(TITLES[r].lower() for r in self.roles))]

    def obstacles(self, case: Any, when: Moment) -> list[Sentence]:
        """Return every reason in the circumstances, apart from what the form will ask."""
        found = (g.objection(case, when) for g in self.only_if if not g.asked)
        return self._wrong_role(when) + [sentence for sentence in found if sentence]

    def objections(self, case: Any, when: Moment) -> list[Sentence]:
        """Return every reason against this step now; empty when it is allowed."""
        found = (g.objection(case, when) for g in self.only_if)
        return self._wrong_role(when) + [sentence for sentence in found if sentence]


@dataclass(frozen=True)
class Term:
    """A legal or internal term of a file: what starts it, how it is counted, what stops it.

    `sets` names the field of the file that keeps its last day, where somebody acts on that day.
    """

    name: str
    title: str
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    reckon: Callable[[Any, Moment], Reckoning | None]
    consequence: str
    source: str
    sets: str = ""
