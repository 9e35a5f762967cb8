"""A hundred and twenty sanction files, each brought to its state by the people of the office, step by step.

Every step goes through perform() with the date on which it happened, so that letters,
signatures, terms and log are as real as those of today.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random

from forms.actions import perform
from forms.demo import sanction, sanction_decision
from forms.demo.story import Story, acts
from workflow.models import BcsdSession, Client, Organisation, Person, db
from workflow.moment import BRUSSELS
from workflow.terms import roll

# How many files end in each state, and how many days ago the report came in.
PLAN = {
    "afgesloten": (14, 330),
    "in_beroep": (5, 165),
    "kennisgegeven": (14, 115),
    "beslist": (7, 0),
    "geagendeerd": (8, 0),
    "geadviseerd": (8, 58),
    "gehoord": (7, 52),
    "hoorzitting": (9, 31),
    "aangemaand": (12, 14),
    "aanmaning": (9, 4),
    "gemeld": (9, 1),
    "nageleefd": (8, 60),
    "zonder_gevolg": (6, 70),
    "bij_amal": (4, 40),
}


def tell(story: Story, state: str) -> None:
    """Bring a file to a state."""
    story.severe = state == "in_beroep"
    sanction.report(story)
    carry_on(story, state)


def carry_on(story: Story, state: str) -> None:
    """Bring a file that was reported to a state."""
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
    return _to_the_committee(story, state)


def _to_the_committee(story: Story, state: str) -> None:
    running = story.case.running("hersteltermijn")
    assert running
    story.until(running.due_on + timedelta(days=1))
    sanction.invite(story)
    if state == "hoorzitting":
        return
    assert story.case.hearing_on
    story.until(story.case.hearing_on)
    sanction.hear(story)
    if state == "gehoord":
        return
    story.wait(3)
    sanction.advise(story)
    if state == "geadviseerd":
        return
    story.wait(1)
    if state == "geagendeerd":
        story.until(story.today - timedelta(days=story.random.randrange(1, 6)))
    sanction_decision.put_on_agenda(story)
    if state != "geagendeerd":
        _after_the_session(story, state)


def _after_the_session(story: Story, state: str) -> None:
    item = story.case.agenda_item
    assert item
    story.until(item.session.held_on)
    sanction_decision.decide(story)
    if state == "beslist":
        return sanction.begin_signing(story, "beslissing")
    story.wait(1)
    sanction_decision.notify(story)
    sanction_decision.follow_up(story)
    if state == "in_beroep":
        sanction_decision.appeal(story)
    return None


def plan_sessions(today: date) -> list[BcsdSession]:
    """Plan a session every second Monday, from long ago until two months ahead."""
    gent = db.session.query(Organisation).filter_by(key="ocmw_gent").one()
    secretary = db.session.query(Person).filter_by(login="secretaris").one()
    first = today - timedelta(days=400 + today.weekday() - 1)
    sessions = []
    for fortnight in range(34):
        held_on = first + timedelta(days=14 * fortnight)
        session = BcsdSession(owner_id=gent.id)
        when = datetime.combine(held_on - timedelta(days=90), time(9), BRUSSELS)
        fields = {"held_on": held_on, "starts_at": "14.00 uur", "place": "Onderbergen 86, raadzaal"}
        perform(session, "plan", acts(secretary), min(when, datetime.combine(today, time(8), BRUSSELS)), fields=fields)
        sessions.append(session)
    return sessions


def close_sessions(sessions: list[BcsdSession], today: date) -> None:
    """Close the sessions of the past whose every item has an outcome."""
    secretary = db.session.query(Person).filter_by(login="secretaris").one()
    for session in sessions:
        if session.held_on < today - timedelta(days=10) and not session.open_items:
            when = datetime.combine(roll(session.held_on + timedelta(days=3)), time(16), BRUSSELS)
            perform(session, "sluit", acts(secretary), when)


def _began(state: str, ago: int, sessions: list[BcsdSession], today: date, random: Random) -> date:
    """Choose the day of the report so that the file now stands in its state."""
    if state == "beslist":
        held = max(s.held_on for s in sessions if s.held_on < today)
        return held - timedelta(days=60 + random.randrange(4))
    if state == "geagendeerd":
        return today - timedelta(days=66 + random.randrange(6))
    return today - timedelta(days=ago + random.randrange(12 if ago > 10 else 3))


def write(
    clients: list[Client], sessions: list[BcsdSession], today: date, random: Random, say: Callable[[str], None]
) -> None:
    """Write every sanction file of the plan, the oldest first."""
    plan = [(_began(s, ago, sessions, today, random), s) for s, (count, ago) in PLAN.items() for _ in range(count)]
    ready = [c for c in clients if c.annexes and c.annexes[0].from_on < today - timedelta(days=380)]
    for_amal = [c for c in clients if not c.annexes and c.residences[0].residence == "verplicht"]
    random.shuffle(ready)
    for number, (began, state) in enumerate(sorted(plan), 1):
        client = (for_amal if state == "bij_amal" else ready).pop()
        tell(Story(client, began, today, random, sessions), state)
        if number % 20 == 0:
            say(f"{number} van {len(plan)} sanctiedossiers")
