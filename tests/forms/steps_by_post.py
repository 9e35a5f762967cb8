"""Every step somebody can take, as a browser sends it: where, by whom, on which day, with which choices."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.forms.steps import ROOMS


@dataclass(frozen=True)
class Sent:
    """One step: the state on the shelf, who takes it and when, and what is chosen beside the typed words."""

    kind: str
    action: str
    state: str
    login: str
    day: date | None
    chosen: dict[str, str] | Callable[[Any], dict[str, str]] = field(default_factory=dict)
    letter: str = ""
    unprinted: tuple[str, ...] = ()
    then: Callable[[Any], Any] = lambda file: None


STEPS = [Sent(*row[:4], date(2026, *row[4]) if row[4] else None, *row[5:]) for room in ROOMS for row in room.ROWS]
"""One row for every step of every table; who takes it is one of its roles."""
