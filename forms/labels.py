"""The words for the codes a file keeps, for the pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from workflow.breaches import BREACHES, NO_CONSEQUENCE
from workflow.competence import BODY_TITLES
from workflow.measures import DEFERRAL_TITLES, HEARING_TITLES, JUDGMENT_TITLES, KIND_TITLES, UNIT_TITLES
from workflow.wording import N_

breach = BREACHES
body = BODY_TITLES
closing = NO_CONSEQUENCE
hearing = HEARING_TITLES
measure = KIND_TITLES
unit = UNIT_TITLES
deferral = DEFERRAL_TITLES
judgment = JUDGMENT_TITLES
outcome = {
    "beslist": N_("beslist"),
    "verdaagd": N_("verdaagd"),
    "ingetrokken": N_("beslissing ingetrokken"),
}


def labelled(titles: Mapping[Any, str]) -> list[tuple[str, str]]:
    """Return codes with their words, for a list to choose from."""
    return [(str(code), _(title)) for code, title in titles.items()]


def iso(day: str) -> date:
    """Read a frozen date back."""
    return date.fromisoformat(day)
