"""A file between two organisations in the demonstration office: its calendar, its steps, its letters."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from forms.actions import perform
from forms.demo.story import acts
from workflow.models import Case, Letter, Person, db
from workflow.moment import BRUSSELS, Actor, Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS
from workflow.terms import roll

OCMW, AMAL = "directie", "directie.amal"
"""Who acts for each of the two."""


class Dealings:
    """A file between two organisations, with its calendar; each step is a day and an hour later."""

    def __init__(self, today: date, ago: int, random: Random) -> None:
        self.today, self.day, self.random, self.hour = today, roll(today - timedelta(days=ago)), random, 9
        self.case: Any

    def now(self) -> datetime:
        """Give the next moment of this day, never beyond today."""
        self.hour = min(self.hour + 1, 17)
        return datetime.combine(min(self.day, self.today), time(self.hour, self.random.randrange(60)), BRUSSELS)

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.day, self.hour = min(roll(self.day + timedelta(days=days)), self.today), 9

    def open(self, kind: str, login: str, beside: Case | None = None, **fields: Any) -> "Dealings":
        """Open a file of a kind, alone or beside an agreement."""
        who, now = actor(login), self.now()
        self.case = new_case(db.session(), WORKFLOWS[kind], None, Moment(now, who), beside)
        perform(self.case, WORKFLOWS[kind].steps[0].action, who, now, fields=fields)
        return self

    def take(self, action: str, login: str, **fields: Any) -> None:
        """Take a step with the file."""
        perform(self.case, action, actor(login), self.now(), fields=fields)

    def sign(self, name: str, login: str, signatures: int | None = None) -> Letter:
        """Put a letter before its signatories, and let them sign, all or the first few."""
        letter: Letter = self.case.letter(name)
        perform(letter, "leg_voor", actor(login), self.now())
        for signature in letter.signatures[:signatures]:
            perform(letter, "onderteken", acts(signature.person), self.now())
        return letter

    def post(self, name: str, login: str, poster: str) -> None:
        """Sign a registered letter, and let it leave the same day."""
        letter, number = self.sign(name, login), f"010{self.random.randrange(10**27):027d}"
        fields = {"way": "aangetekend", "posted_on": min(self.day, self.today), "registered_number": number}
        perform(letter, "verzend", actor(poster), self.now(), fields=fields)


def actor(login: str) -> Actor:
    """Return somebody of a directorate, or a clerk, as he acts."""
    return acts(db.session.query(Person).filter_by(login=login).one())
