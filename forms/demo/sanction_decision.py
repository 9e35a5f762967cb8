"""The chapters of a sanction file before the committee and after it, as the demonstration office writes them."""

from typing import Any

from forms.demo import sanction, words
from forms.demo.fate import ASKED_BACK, Fate
from forms.demo.story import Story
from workflow.models import BcsdSession
from workflow.models.measure import MEASURED
from workflow.procedures.sanction_decision import default_start
from workflow.roles import Role


def put_on_agenda(story: Story, session: BcsdSession) -> None:
    """The team lead puts the file on the agenda, after the convocation only when it is urgent."""
    story.until(session.opened_on)
    place: dict[str, Any] = {"session": session}
    if story.fate is Fate.URGENT:
        place |= {"urgent": True, "urgency_reason": words.URGENCY}
    story.take("agendeer", story.actor(Role.TEAM_LEAD), agenda=place)


def ask_back(story: Story, session: BcsdSession) -> None:
    """The team lead asks the committee to take its decision back."""
    place = {"session": session, "subject": "intrekking"}
    story.take("agendeer_intrekking", story.actor(Role.TEAM_LEAD), agenda=place)


def as_advised(story: Story) -> dict[str, Any]:
    """Write the decision as the social worker advised it, with its grounds."""
    advice, item = story.case.advice, story.case.agenda_item
    starts = default_start(item.session.held_on) if advice.measure in ("schorsing", "intrekking") else None
    return {
        **{name: getattr(advice, name) for name in MEASURED},
        "starts_on": starts,
        "grounds_law": words.GROUNDS_LAW,
        "grounds_facts": story.random.choice(words.GROUNDS_FACTS),
        "grounds_measure": words.PROPORTION[advice.measure],
        "hearing_answer": words.HEARING_ANSWER,
        "departure": "",
    }


def rejected(story: Story) -> dict[str, Any]:
    """Write that there is no sanction, because the proposal had no majority."""
    nothing = dict.fromkeys(("whole", "monthly_cents", "duration", "unit", "starts_on", "trial_until"))
    words_only = {"deferral": "geen", "deferral_part": "", "conditions": "", "departure": words.REJECTED}
    return as_advised(story) | nothing | words_only | {"measure": "geen_sanctie", "grounds_measure": ""}


def answer(story: Story) -> None:
    """The social worker answers the question of the committee in a new report."""
    story.until(story.case.agenda_items[-1].session.held_on)
    story.wait(3)
    sanction.advise(story, "herzie_advies", words.ANSWER)
    story.wait(1)


def notify(story: Story) -> None:
    """Decision and extract are signed by chair and director, and the decision is posted."""
    story.sign("uittreksel")
    story.sign("beslissing")
    story.wait(1)
    story.post("beslissing")


def follow_up(story: Story) -> None:
    """Both organisations inform the client, and the measure is executed."""
    story.wait(2)
    story.sign("bericht_aan_amal")
    worker, counsellor = story.actor(Role.SOCIAL_WORKER), story.actor(Role.COUNSELLOR)
    story.take("licht_in_ocmw", worker, ocmw_informed_on=story.day, ocmw_informed_how="Gesprek op het bureau, met tolk")
    story.wait(3)
    story.take("licht_in_amal", counsellor, amal_informed_on=story.day, amal_informed_how="Telefonisch")
    if story.fate not in ASKED_BACK:
        execute(story)


def execute(story: Story) -> None:
    """The measure is executed, when its day has come."""
    decision = story.case.decision
    if decision and decision.starts_on and decision.starts_on <= story.today:
        story.until(decision.starts_on)
        note = "Betaling aangepast in het betaalbestand."
        story.take("voer_uit", story.actor(Role.SOCIAL_WORKER), executed_on=story.day, execution_note=note)


def appeal(story: Story) -> None:
    """The client goes to court."""
    story.wait(18)
    number = f"{story.day:%y}/{story.random.randrange(100, 999)}/A"
    story.take("stel_beroep_in", story.actor(Role.CLERK), appeal_on=story.day, appeal_roll=number)


def undo(story: Story) -> None:
    """The client hears that the decision was taken back, and the social worker starts on another report."""
    story.until(story.case.decisions[-1].withdrawn_on)
    story.wait(1)
    story.sign("intrekking")
    story.wait(1)
    story.post("intrekking")
