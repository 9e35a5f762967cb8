"""A hundred and thirty sanction files, each brought to its state by the people of the office, step by step.

Every step goes through perform() with the date on which it happened, so that letters,
signatures, terms and log are as real as those of today.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from forms.demo import sanction, sanction_decision
from forms.demo.fate import Fate
from forms.demo.story import Story
from workflow.models import Client


class Row(NamedTuple):
    """So many files in a state, how many days ago the report came in, and what befalls them before the committee."""

    state: str
    files: int
    ago: range
    fate: Fate = Fate.ADVISED


PLAN = (
    Row("afgesloten", 8, range(230, 331)),
    Row("afgesloten", 1, range(290, 331), Fate.NO_QUORUM),
    Row("afgesloten", 2, range(245, 331), Fate.POSTPONED),
    Row("afgesloten", 1, range(230, 331), Fate.URGENT),
    Row("afgesloten", 1, range(230, 331), Fate.RECUSAL),
    Row("afgesloten", 1, range(230, 331), Fate.TIE),
    Row("in_beroep", 5, range(120, 250)),
    Row("kennisgegeven", 9, range(85, 130)),
    Row("kennisgegeven", 1, range(85, 130), Fate.TIE),
    Row("kennisgegeven", 1, range(85, 130), Fate.RECUSAL),
    Row("kennisgegeven", 1, range(100, 130), Fate.POSTPONED),
    Row("kennisgegeven", 1, range(85, 130), Fate.URGENT),
    Row("kennisgegeven", 1, range(115, 130), Fate.UPHELD),
    Row("beslist", 7, range(82, 92)),
    Row("geagendeerd", 16, range(74, 84)),
    Row("geadviseerd", 8, range(58, 70)),
    Row("geadviseerd", 1, range(125, 145), Fate.TAKEN_BACK),
    Row("gehoord", 7, range(52, 64)),
    Row("hoorzitting", 9, range(31, 43)),
    Row("aangemaand", 12, range(14, 26)),
    Row("aanmaning", 9, range(4, 7)),
    Row("gemeld", 9, range(1, 4)),
    Row("nageleefd", 8, range(60, 72)),
    Row("zonder_gevolg", 6, range(70, 82)),
    Row("bij_amal", 4, range(40, 52)),
)


def tell(story: Story) -> None:
    """Bring a file to its state, or to the door of the committee."""
    story.severe = story.goal == "in_beroep"
    sanction.report(story)
    carry_on(story)


def carry_on(story: Story) -> None:
    """Bring a file that was reported to its state, or to the door of the committee."""
    state = story.goal
    if state == "gemeld":
        return
    story.wait(2)
    if state == "bij_amal":
        return sanction.hand_over(story)
    if state == "zonder_gevolg" and story.random.random() < 0.5:
        return sanction.close_without(story)
    sanction.warn(story)
    if state == "aanmaning":
        return sanction.begin_signing(story, "aanmaning")
    story.wait(1)
    sanction.send_warning(story)
    if state == "aangemaand":
        return None
    if state == "nageleefd":
        return sanction.remedy(story)
    if state == "zonder_gevolg":
        story.wait(4)
        return sanction.close_without(story)
    return _to_the_committee(story)


def _to_the_committee(story: Story) -> None:
    running = story.case.running("hersteltermijn")
    assert running
    story.until(running.due_on + timedelta(days=1))
    sanction.invite(story)
    if story.goal == "hoorzitting":
        return
    assert story.case.hearing_on
    story.until(story.case.hearing_on)
    sanction.hear(story)
    if story.goal == "gehoord":
        return
    story.wait(3)
    sanction.advise(story)
    story.wait(1)


def waits_for_committee(story: Story) -> bool:
    """Say whether a file is ready and still has to come before the committee."""
    return story.case.state == "geadviseerd" and (story.goal != "geadviseerd" or story.fate is Fate.TAKEN_BACK)


def after_the_session(story: Story) -> None:
    """Bring a file that was decided to its state."""
    story.until(story.case.agenda_item.session.held_on)
    story.wait(1)
    if story.goal == "beslist":
        return sanction.begin_signing(story, "beslissing")
    sanction_decision.notify(story)
    sanction_decision.follow_up(story)
    if story.goal == "in_beroep":
        sanction_decision.appeal(story)
    return None


def write(clients: list[Client], today: date, random: Random, say: Callable[[str], None]) -> list[Story]:
    """Write every sanction file of the plan, the oldest first; what the committee has to treat comes to its door."""
    plan = [(random.choice(row.ago), row) for row in PLAN for _ in range(row.files)]
    ready = [c for c in clients if c.annexes and c.annexes[0].from_on < today - timedelta(days=380)]
    for_amal = [c for c in clients if not c.annexes and c.residences[0].residence == "verplicht"]
    random.shuffle(ready)
    stories: list[Story] = []
    for number, (ago, row) in enumerate(sorted(plan, reverse=True), 1):
        client = (for_amal if row.state == "bij_amal" else ready).pop()
        story = Story(client, today - timedelta(days=ago), today, random)
        story.goal, story.fate = row.state, row.fate
        tell(story)
        stories.append(story)
        if number % 20 == 0:
            say(f"{number} van {len(plan)} sanctiedossiers")
    return stories
