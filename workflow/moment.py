"""Who acts, and when: handed to every rule, so that no rule reads a clock or a session."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workflow.roles import Role

BRUSSELS = ZoneInfo("Europe/Brussels")


@dataclass(frozen=True)
class Actor:
    """A person acting for one organisation, in the roles that are valid on that day."""

    name: str
    roles: frozenset[Role]
    organisation_id: str | None = None
    person_id: str | None = None

    def role_for(self, roles: tuple[Role, ...]) -> Role | None:
        """Return the role in which this person takes a step that `roles` may take."""
        return next((role for role in roles if role in self.roles), None)


def civil_date(instant: datetime) -> date:
    """Return the date on the calendar in Ghent at an instant."""
    return instant.astimezone(BRUSSELS).date()


SYSTEM = Actor("Het systeem", frozenset({Role.SYSTEM}))
"""The office itself, when it takes an automatic step."""


@dataclass(frozen=True)
class Moment:
    """The actor and the instant of a step; `today` is the civil date in Brussels."""

    now: datetime
    actor: Actor

    @property
    def today(self) -> date:
        """The date on the calendar in Ghent at that instant."""
        return civil_date(self.now)

    def by_system(self) -> "Moment":
        """Return the same instant, acted on by the office itself."""
        return Moment(self.now, SYSTEM)
