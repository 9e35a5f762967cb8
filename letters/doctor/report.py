"""What the doctor found: every problem in a sentence of its own, and whether the template can be taken."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workflow.wording import Sentence

MOST = 60
"""More problems than anybody reads at once."""

_LONGEST = 80


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong; what does not refuse the template only warns."""

    sentence: Sentence
    refuses: bool = True


def refusal(text: str, **values: Any) -> Problem:
    """Say why a template cannot be taken."""
    return Problem(Sentence(text, **{name: shown(value) for name, value in values.items()}))


def warning(text: str, **values: Any) -> Problem:
    """Say what somebody should look at before the template is taken."""
    return Problem(refusal(text, **values).sentence, refuses=False)


def shown(value: Any) -> str:
    """Write a piece of the template so that it fits in a sentence: one line, not too long, nothing invisible."""
    words = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


@dataclass(frozen=True)
class Report:
    """The problems of a template, what refuses it first."""

    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> "Report":
        """Put problems in order: refusals first, each said once, no more than somebody reads."""
        found = sorted(dict.fromkeys(problems), key=lambda problem: not problem.refuses)
        return cls(tuple(found[:MOST]))

    @property
    def refusals(self) -> list[Sentence]:
        """Why the template cannot be taken."""
        return [problem.sentence for problem in self.problems if problem.refuses]

    @property
    def warnings(self) -> list[Sentence]:
        """What somebody should look at first."""
        return [problem.sentence for problem in self.problems if not problem.refuses]

    def written(self) -> str:
        """Write the report as JSON, to hand it over to another process."""
        rows = [[problem.refuses, problem.sentence.text, problem.sentence.values] for problem in self.problems]
        return json.dumps(rows)

    @classmethod
    def read(cls, text: str) -> "Report":
        """Read what `written` wrote."""
        return cls(tuple(Problem(Sentence(words, **values), refuses) for refuses, words, values in json.loads(text)))
