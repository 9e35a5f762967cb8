"""Deviations of the demonstration office: one that holds for all shared files, and others in every state."""

from datetime import date, timedelta
from random import Random

from forms.demo.agreement_words import ABOUT, DEVIATION
from forms.demo.dealings import AMAL, OCMW, Dealings
from workflow.models import Agreement

# how many days ago it was proposed, for how many days, whose keys turned, and how it ended before its last day
PLAN: tuple[tuple[int, int, tuple[str, ...], str], ...] = (
    (40, 120, (OCMW, AMAL), ""),
    (5, 90, (AMAL,), ""),
    (200, 60, (AMAL, OCMW), ""),
    (25, 90, (AMAL,), "weiger"),
    (70, 200, (OCMW, AMAL), "trek_in"),
)


def write(main: Agreement, today: date, random: Random) -> None:
    """Write the deviations of the plan, which Amal proposes."""
    for ago, lasts, keys, end in PLAN:
        file, begins = Dealings(today, ago, random), today - timedelta(days=ago)
        days = {"from_on": begins, "until_on": begins + timedelta(days=lasts)}
        file.open("deviation", AMAL, main, files=[], **ABOUT, **DEVIATION, **days)
        for login in keys:
            file.take("keur_goed", login)
        if end:
            file.wait(8)
            file.take(end, OCMW, closing_reason="Het nieuwe formulier is klaar: de gewone weg kan opnieuw.")
