"""Conditions on how a warm hand-over ends; Amal hears the outcome and no more (SWO art. 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.handoff import Outcome
from workflow.moment import Moment
from workflow.rows import asked
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.warm_handoff import WarmHandoff


@asked(N_("Kies de maatschappelijk werker die de cliënt begeleidt."))
def contact_person_named(case: WarmHandoff, when: Moment) -> bool:
    """The client has a social worker from now on."""
    return case.handler_id is not None


def take_client_in(case: WarmHandoff, when: Moment) -> None:
    """Make the client one of the welfare centre, with his social worker as the contact point (SWO art. 4)."""
    case.outcome, case.contact_now = Outcome.GUIDED, "ocmw"
    case.take_client_in()


@asked(N_("Kies wat eruit kwam, en schrijf de reden. Is de cliënt doorverwezen, schrijf dan naar wie."))
def decline_explained(case: WarmHandoff, when: Moment) -> bool:
    """There is a reason why the client is not taken in, and what he was offered instead."""
    chosen = case.outcome == Outcome.NO_HELP or (case.outcome == Outcome.REFERRED and bool(case.alternative))
    return chosen and bool(case.declined_reason)


@asked(N_("Schrijf waarom je de overdracht intrekt."))
def hand_over_withdrawal_explained(case: WarmHandoff, when: Moment) -> bool:
    """A withdrawal has its reason."""
    return bool(case.withdrawal_reason)


def withdraw(case: WarmHandoff, when: Moment) -> None:
    """Take back what the welfare centre could read; a file it never saw it never sees."""
    case.recall_letters()
    if case.reported_on is None:
        case.stop_sharing()


def outcome_unread(case: WarmHandoff) -> bool:
    """Say whether the other organisation has still to take note of how the file ended."""
    return bool(case.shares) and case.read_on is None


def note_outcome(case: WarmHandoff, when: Moment) -> None:
    """Note that the other organisation took note of how the file ended."""
    case.read_on = when.today
