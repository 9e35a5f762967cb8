"""The chapters of a sanction file before the committee and after it, as the demonstration office writes them."""

from datetime import timedelta

from forms.demo import words
from forms.demo.story import Story
from workflow.models import Seat, db
from workflow.procedures.sanction_decision import default_start
from workflow.roles import Role


def put_on_agenda(story: Story) -> None:
    """The team lead puts the file on the first session that can still carry it."""
    coming = [s for s in story.sessions if s.held_on >= story.day + timedelta(days=8)]
    story.take("agendeer", story.actor(Role.TEAM_LEAD), agenda={"session": coming[0]})


def decide(story: Story) -> None:
    """The committee decides, mostly as advised."""
    item, advice = story.case.agenda_item, story.case.advice
    assert item and advice
    names = (
        "measure",
        "whole",
        "monthly_cents",
        "duration",
        "unit",
        "deferral",
        "deferral_part",
        "trial_until",
        "conditions",
    )
    starts = default_start(item.session.held_on) if advice.measure in ("schorsing", "intrekking") else None
    story.take(
        "beslis",
        story.actor(Role.BCSD_SECRETARY),
        choices=_votes(story),
        decision={
            **{name: getattr(advice, name) for name in names},
            "starts_on": starts,
            "grounds_law": words.GROUNDS_LAW,
            "grounds_facts": story.random.choice(words.GROUNDS_FACTS),
            "grounds_measure": words.PROPORTION[advice.measure],
            "hearing_answer": words.HEARING_ANSWER,
            "departure": "",
        },
    )


def _votes(story: Story) -> dict[str, str]:
    seats = db.session.query(Seat).order_by(Seat.number).all()
    away = {seat.id for seat in story.random.sample(seats[1:], story.random.randrange(4))}
    against = {seat.id for seat in story.random.sample(seats[1:], story.random.randrange(3))}
    return {s.id: "afwezig" if s.id in away else "tegen" if s.id in against else "voor" for s in seats}


def notify(story: Story) -> None:
    """The decision is signed by chair and director and posted."""
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
    decision = story.case.decision
    if decision and decision.starts_on and decision.starts_on <= story.today:
        story.until(decision.starts_on)
        note = "Betaling aangepast in het betaalbestand."
        story.take("voer_uit", worker, executed_on=story.day, execution_note=note)


def appeal(story: Story) -> None:
    """The client goes to court."""
    story.wait(18)
    number = f"{story.day:%y}/{story.random.randrange(100, 999)}/A"
    story.take("stel_beroep_in", story.actor(Role.CLERK), appeal_on=story.day, appeal_roll=number)
