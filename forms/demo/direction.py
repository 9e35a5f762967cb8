"""Changes of direction: leefloon stops, the office tells both organisations, and they take note or do not yet."""

from datetime import date, timedelta
from random import Random
from typing import Any

from forms.actions import perform
from forms.demo.story import Chapters, Story
from workflow.models import AidPeriod, Client, db
from workflow.models.proposal import said_by
from workflow.roles import Role
from workflow.terms import roll

MW, TB = Role.SOCIAL_WORKER, Role.COUNSELLOR
KIND = "inkomen"
RUNNING = ("gemeld", "aanmaning", "aangemaand", "hoorzitting", "gehoord", "geadviseerd")


def _change(story: Story, action: str, fact: AidPeriod, remark: str = "", **fields: Any) -> None:
    """Take a step with the register of the client."""
    chosen = {"chosen_fact": {"kind": KIND, "id": fact.id, "was": said_by(fact, KIND)}}
    perform(story.client, action, story.actor(MW), story.now(), fields=chosen | fields, remark=remark)


def stopped(story: Story) -> None:
    """Leefloon ended the day before, and the social worker notes it."""
    fact = next(each for each in story.client.aids if each.until_on is None)
    _change(story, "beeindig_feit", fact, last_day=story.day - timedelta(days=1))
    db.session.refresh(story.client)
    story.case = story.client.directions[-1]


def noted_by_ocmw(story: Story) -> None:
    """The social worker takes note."""
    story.wait(1)
    story.take("neem_kennis_ocmw", story.actor(MW))


def noted_by_amal(story: Story) -> None:
    """The counsellor takes note."""
    story.wait(1)
    story.take("neem_kennis_amal", story.actor(TB))


def corrected(story: Story) -> None:
    """It was the leefloon of somebody else that stopped."""
    story.wait(2)
    fact = story.client.aids[-1]
    _change(story, "verbeter_feit", fact, "Bij de verkeerde cliënt genoteerd.", new_values={"until_on": None})


def went_on(story: Story) -> None:
    """A sanction file runs: it goes on, for the welfare centre could sanction when it was opened."""
    story.wait(1)
    why = "De feiten dateren van toen de cliënt leefloon kreeg."
    story.take("kies_vervolg", story.actor(MW), follow_up="verder", follow_up_reason=why)


# how many days ago leefloon stopped, whether a sanction file runs, and the chapters after it
PLAN: tuple[tuple[int, bool, Chapters], ...] = (
    (1, False, ()),
    (6, False, (noted_by_ocmw,)),
    (45, False, (noted_by_ocmw, noted_by_amal)),
    (20, False, (corrected,)),
    (2, True, ()),
    (9, True, (noted_by_ocmw, noted_by_amal, went_on)),
)


def write(clients: list[Client], today: date, random: Random) -> None:
    """Let leefloon stop for some clients whom welfare centre and agency both know."""
    obliged = [c for c in clients if c.annexes and c.residences[0].residence == "verplicht" and c.counsellor]
    quiet = [each for each in obliged if not each.cases]
    sanctioned = [each for each in obliged if any(s.state in RUNNING and s.closed_on is None for s in each.sanctions)]
    for ago, runs, chapters in PLAN:
        client = (sanctioned if runs else quiet).pop()
        Story(client, roll(today - timedelta(days=ago)), today, random).tell(stopped, *chapters)
