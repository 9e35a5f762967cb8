"""Conditions on what follows a decision: notification, execution, information, appeal, closing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.measures import Judgment
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import Reckoning, Way, appeal_end, on_day, safe_notification
from workflow.wording import N_, written

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction


def record_notification(case: Sanction, when: Moment) -> None:
    """Keep the day on which the decision surely counts as notified."""
    letter = case.letter("beslissing")
    assert case.decision and letter and letter.posted_on and letter.way
    case.decision.notified_on = safe_notification(letter.posted_on, Way(letter.way), letter.presented_on).due


def appeal_term(case: Sanction, when: Moment) -> Reckoning | None:
    """Count the latest defensible end of the appeal, and the margin before the decision is final."""
    letter = case.letter("beslissing")
    if letter is None or letter.posted_on is None or letter.way is None:
        return None
    counted = appeal_end(letter.posted_on, Way(letter.way), parameters.number("appeal_months"), letter.presented_on)
    margin = parameters.number("finality_days")
    final = counted.due + timedelta(days=margin)
    return counted.then(final, N_("+ %(margin)s dagen marge = %(final)s"), margin=margin, final=final)


def execution_term(case: Sanction, when: Moment) -> Reckoning | None:
    """Show when a suspension or withdrawal starts; nothing else has to be executed."""
    decision = case.decision
    if decision is None or decision.starts_on is None:
        return None
    return on_day(decision.starts_on, N_("start van de maatregel: %(day)s"))


def must_execute(case: Sanction) -> bool:
    """Say whether the decision still has to be carried out."""
    return bool(case.decision and case.decision.starts_on) and case.executed_on is None


def ocmw_must_inform(case: Sanction) -> bool:
    """Say whether the welfare centre still has to inform the client (SWO 12)."""
    return case.ocmw_informed_on is None


def amal_must_inform(case: Sanction) -> bool:
    """Say whether the agency still has to inform the client, when the file is shared with it (SWO 12)."""
    return bool(case.shares) and case.amal_informed_on is None


def _since_decision(case: Sanction, day: date | None, when: Moment) -> bool:
    """Say whether a day lies between the decision and today."""
    return day is not None and case.decision is not None and case.decision.decided_on <= day <= when.today


@asked(N_("Zeg wanneer en hoe de maatregel is uitgevoerd: niet vóór de beslissing en niet in de toekomst."))
def execution_described(case: Sanction, when: Moment) -> bool:
    """The file says when and how the measure was executed."""
    return bool(case.execution_note) and _since_decision(case, case.executed_on, when)


@asked(N_("Zeg wanneer (na de beslissing) en hoe het OCMW de cliënt inlichtte (SWO art. 12)."))
def ocmw_informed(case: Sanction, when: Moment) -> bool:
    """The welfare centre told the client, between the decision and today."""
    return bool(case.ocmw_informed_how) and _since_decision(case, case.ocmw_informed_on, when)


@asked(N_("Zeg wanneer (na de beslissing) en hoe Amal de cliënt inlichtte (SWO art. 12)."))
def amal_informed(case: Sanction, when: Moment) -> bool:
    """The agency told the client, between the decision and today."""
    return bool(case.amal_informed_how) and _since_decision(case, case.amal_informed_on, when)


@asked(N_("Geef de datum van het beroep en het rolnummer. De datum ligt niet vóór de beslissing of in de toekomst."))
def appeal_registered(case: Sanction, when: Moment) -> bool:
    """The appeal has a roll number and a day between the decision and today."""
    decision = case.decision
    if decision is None or case.appeal_on is None:
        return False
    return bool(case.appeal_roll) and decision.decided_on <= case.appeal_on <= when.today


@asked(N_("Geef de uitspraak, de datum en wat de rechtbank besliste."))
def judgment_described(case: Sanction, when: Moment) -> bool:
    """The judgment has its outcome, its day and its content."""
    if case.judgment not in set(Judgment) or case.judgment_on is None or case.appeal_on is None:
        return False
    return bool(case.judgment_text) and case.appeal_on <= case.judgment_on <= when.today


def record_judgment(case: Sanction, when: Moment) -> None:
    """An annulled decision no longer counts as an earlier sanction."""
    assert case.decision
    case.decision.annulled = case.judgment == Judgment.ANNULLED


def _appeal_due(case: Sanction, when: Moment) -> str:
    running = case.running("beroepstermijn")
    return written(running.due_on) if running else ""


@guard(N_("De beroepstermijn met marge loopt tot en met %(due)s."), due=_appeal_due)
def appeal_term_over(case: Sanction, when: Moment) -> bool:
    """The latest defensible end of the appeal has passed, margin included."""
    running = case.running("beroepstermijn")
    return running is not None and running.due_on < when.today


@guard(N_("De uitvoering van de maatregel is nog niet genoteerd."))
def executed(case: Sanction, when: Moment) -> bool:
    """What had to be executed was executed."""
    return not must_execute(case)


@guard(N_("OCMW en Amal hebben de cliënt nog niet allebei ingelicht (SWO art. 12)."))
def both_informed(case: Sanction, when: Moment) -> bool:
    """Both organisations informed the client."""
    return not ocmw_must_inform(case) and not amal_must_inform(case)
