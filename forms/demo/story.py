"""One file of the demonstration office, told from its report on: a calendar, people, steps, letters."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from forms.actions import perform
from forms.demo import words
from workflow.models import BcsdSession, Client, Letter, Person, RoleGrant, db
from workflow.moment import BRUSSELS, Actor
from workflow.roles import Role
from workflow.terms import last_working_day, roll


class Story:
    """One file, told from its report on; each chapter moves the calendar on.

    `beside` is another file about the same client on the same days; `severe` says that a sanction hurts.
    """

    def __init__(
        self, client: Client, began: date, today: date, random: Random, sessions: Sequence[BcsdSession] = ()
    ) -> None:
        self.client, self.today, self.random, self.sessions = client, today, random, sessions
        self.day = min(roll(began), last_working_day(today))
        self.hour = 9
        self.case: Any
        self.beside: Story | None = None
        self.severe = False
        self.text = random.choice(words.BREACHES)

    def tell(self, *chapters: "Chapter") -> "Story":
        """Let one chapter happen after the other."""
        for chapter in chapters:
            chapter(self)
        return self

    def wait(self, days: int) -> None:
        """Let working days pass, never beyond today."""
        self.day = min(roll(self.day + timedelta(days=days)), last_working_day(self.today))
        self.hour = 9

    def until(self, day: date) -> None:
        """Wait until a day."""
        self.wait(max((day - self.day).days, 0))

    def now(self) -> datetime:
        """Give the next moment of this day."""
        self.hour = min(self.hour + 1, 17)
        return datetime.combine(self.day, time(self.hour, self.random.randrange(60)), BRUSSELS)

    def take(self, action: str, who: Actor, remark: str = "", **fields: Any) -> None:
        """Take a step with the file."""
        perform(self.case, action, who, self.now(), fields=fields, remark=remark)

    def actor(self, role: Role) -> Actor:
        """Return the one person with a role; the social worker is the one of the file."""
        if role is Role.SOCIAL_WORKER and self.client.social_worker:
            return acts(self.client.social_worker)
        if role is Role.COUNSELLOR and self.client.counsellor:
            return acts(self.client.counsellor)
        grant = db.session.query(RoleGrant).filter_by(role=role).order_by(RoleGrant.id).first()
        assert grant
        return acts(grant.person)

    def letter(self, name: str) -> Letter:
        """Return the newest letter of that name."""
        found: Letter | None = self.case.letter(name)
        assert found
        return found

    def sign(self, name: str, signatures: int | None = None) -> None:
        """Put a letter before its signatories and let them sign, all or the first few."""
        letter = self.letter(name)
        maker = acts(letter.made_by) if letter.made_by else self.actor(Role.SOCIAL_WORKER)
        perform(letter, "leg_voor", maker, self.now())
        for signature in letter.signatures[:signatures]:
            perform(letter, "onderteken", acts(signature.person), self.now())

    def post(self, name: str, way: str = "aangetekend") -> None:
        """Let the post room send a letter."""
        number = f"010{self.random.randrange(10**27):027d}" if way == "aangetekend" else None
        who = self.actor(Role.SOCIAL_WORKER if way == "programma" else Role.CLERK)
        fields = {"way": way, "posted_on": self.day, "registered_number": number}
        perform(self.letter(name), "verzend", who, self.now(), fields=fields)


Chapter = Callable[[Story], Any]
"""What happens next in a file."""

Chapters = tuple[Chapter, ...]


def acts(person: Person) -> Actor:
    """Return a person as he acts for his organisation."""
    roles = frozenset(Role(grant.role) for grant in person.grants)
    return Actor(person.name, roles, person.grants[0].organisation_id, person.id)
