"""The turn in a shared file: past its term it is put before the team leads of both organisations, once."""

from datetime import date
from typing import Any

from workflow.moment import Moment
from workflow.roles import Role
from workflow.rows import SAME, Step, asked, guard
from workflow.wording import N_

ESCALATION = "volg_vertraging_op"
"""The step with which a team lead says what he did about an overdue turn."""


def overdue(turn: Any, today: date) -> bool:
    """Say whether somebody's own turn passed its last day; the answer to an escalation is no such turn."""
    return bool(turn.since <= today and turn.due_on < today and turn.task != ESCALATION)


def turn_key(turn: Any) -> str:
    """Name a turn, so that it is escalated once."""
    return f"{turn.organisation_id}/{turn.task}/{turn.letter_id or ''}/{turn.due_on:%Y-%m-%d}"


def _late(case: Any, when: Moment) -> list[str]:
    return [turn_key(baton) for baton in case.batons if overdue(baton, when.today)]


@guard(N_("Geen beurt in dit gedeelde dossier is te laat."))
def shared_turn_overdue(case: Any, when: Moment) -> bool:
    """A turn in a file that is shared passed its last day, and the team leads do not know it yet."""
    return bool(case.shares) and bool(set(_late(case, when)) - set(case.escalated))


def escalate(case: Any, when: Moment) -> None:
    """Remember which turns were put before the team leads, and that nobody answered yet."""
    case.escalated = [*case.escalated, *(key for key in _late(case, when) if key not in case.escalated)]
    case.escalated_on, case.delay_answered = when.today, []


@guard(N_("Er is geen vertraging gemeld waarop je nog moet antwoorden."))
def delay_reported(case: Any, when: Moment) -> bool:
    """An overdue turn was put before the team leads, and this organisation did not answer yet."""
    return case.escalated_on is not None and when.actor.organisation_id not in case.delay_answered


@asked(N_("Schrijf in de opmerking wat je met de vertraging doet."))
def delay_answer_given(case: Any, when: Moment) -> bool:
    """The team lead says what he does about the delay."""
    return bool(case.remark)


def answer_delay(case: Any, when: Moment) -> None:
    """Take the escalation off the work list of the organisation that answered."""
    case.delay_answered = [*case.delay_answered, when.actor.organisation_id]


def steps(states: tuple[str, ...]) -> tuple[Step, Step]:
    """Return the rows of a shared kind of file that watch its turns, in the states in which it can be late."""
    return (
        Step(
            "escaleer",
            states,
            SAME,
            Role.SYSTEM,
            N_("Een beurt is te laat: gemeld aan de leiding van beide organisaties"),
            (shared_turn_overdue,),
            then=escalate,
            silent=True,
        ),
        Step(
            ESCALATION,
            states,
            SAME,
            (Role.TEAM_LEAD, Role.CONTACT_POINT),
            N_("Noteer wat je met de vertraging doet"),
            (delay_reported, delay_answer_given),
            then=answer_delay,
            rare=True,
            silent=True,
        ),
    )


TOLD = {ESCALATION: N_("Op de vertraging geantwoord")}
"""What the history says of these rows."""
