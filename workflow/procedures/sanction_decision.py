"""Conditions on the agenda, the vote and the decision (DLB art. 105-114; RMI-wet art. 21 and 30 § 2)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.deliberation import Subject
from workflow.measures import Deferral, Kind
from workflow.moment import Moment
from workflow.procedures.session import NOT_OVER
from workflow.rows import NEW, asked, guard
from workflow.terms import Reckoning, after_days, first_of_month, last_working_day, months_civil, on_day
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction


@guard(N_("Het sociaal verslag is nog niet ondertekend (RMI-wet art. 30 § 2)."))
def report_signed(case: Sanction, when: Moment) -> bool:
    """The social worker signed the report with the advice."""
    letter = case.letter("sociaal_verslag")
    return letter is not None and letter.state == "ondertekend"


@guard(N_("De vraag van het comité is nog niet beantwoord."))
def no_open_question(case: Sanction, when: Moment) -> bool:
    """No question of the committee waits for an answer."""
    return case.running("antwoordtermijn") is None


@asked(N_("Kies een zitting die nog moet plaatsvinden."))
def session_planned(case: Sanction, when: Moment) -> bool:
    """The chosen session is still to come; one that was convened takes only what is urgent."""
    item = case.agenda_item
    return item is not None and item.session.state in NOT_OVER and item.session.held_on >= when.today


def _convene_by(case: Sanction, when: Moment) -> date | str:
    return case.agenda_item.session.convene_by if case.agenda_item else ""


@asked(
    N_(
        "De oproeping voor die zitting moest uiterlijk op %(day)s vertrekken, of is al vertrokken. "
        "Een punt kan er dan alleen dringend op, met redenen (DLB art. 110)."
    ),
    day=_convene_by,
)
def convocation_possible(case: Sanction, when: Moment) -> bool:
    """The convocation can still carry the item, or it is urgent with reasons."""
    item = case.agenda_item
    if item is None:
        return False
    return item.session.takes_points_on(when.today) or (bool(item.urgent) and bool(item.urgency_reason))


@guard(N_("De zitting is niet geopend. Beslissen en verdagen kan alleen tijdens de zitting."))
def committee_meets(case: Sanction, when: Moment) -> bool:
    """The committee is meeting."""
    item = case.agenda_item
    return item is not None and item.session.state == "geopend"


@guard(N_("Over dit punt loopt een stemming."))
def no_vote_running(case: Sanction, when: Moment) -> bool:
    """Nobody is voting on the file."""
    return case.agenda_item is None or case.agenda_item.state != "stemming"


@asked(N_("Schrijf de vraag van het comité en tegen wanneer het antwoord er moet zijn."))
def question_asked(case: Sanction, when: Moment) -> bool:
    """A postponement asks the social worker something, with a date to come."""
    return bool(case.question) and case.answer_by is not None and case.answer_by > when.today


@guard(N_("De zitting is bezig: verdaag het punt."))
def session_not_under_way(case: Sanction, when: Moment) -> bool:
    """The committee is not meeting: during a session a point is postponed by the committee itself."""
    return not committee_meets.test(case, when)


@asked(N_("Schrijf in de opmerking waarom het dossier van de agenda gaat."))
def removal_from_agenda_explained(case: Sanction, when: Moment) -> bool:
    """The remark gives the reason."""
    return bool(case.remark)


@guard(N_("De stemming over dit punt is nog niet gesloten."))
def vote_closed(case: Sanction, when: Moment) -> bool:
    """The chair closed the vote on this file, or the secretary wrote it down."""
    return case.agenda_item is not None and case.agenda_item.state == "gestemd"


@guard(
    N_("Het quorum is niet bereikt: %(present)s aanwezig, %(needed)s nodig (DLB art. 110 jo. 26)."),
    present=lambda case, when: case.agenda_item.room_at_the_vote.present if case.agenda_item else 0,
    needed=lambda case, when: case.agenda_item.room_at_the_vote.needed if case.agenda_item else 0,
)
def quorum_reached(case: Sanction, when: Moment) -> bool:
    """The majority of the sitting members was there, or it was a second convocation."""
    item = case.agenda_item
    return item is not None and item.room_at_the_vote.has_quorum(item.second_time)


@guard(N_("Een lid met een gemeld belangenconflict kan niet meestemmen (DLB art. 27)."))
def recused_stayed_out(case: Sanction, when: Moment) -> bool:
    """Nobody voted whose conflict of interest was recorded."""
    return case.agenda_item is None or not case.agenda_item.recused_took_part


@asked(
    N_(
        "Het voorstel is niet aangenomen: %(in_favour)s voor, %(against)s tegen. "
        "Bij staking van stemmen is het verworpen. Dan kan enkel 'geen sanctie' of verdaging."
    ),
    in_favour=lambda case, when: case.agenda_item.tally.in_favour if case.agenda_item else 0,
    against=lambda case, when: case.agenda_item.tally.against if case.agenda_item else 0,
)
def majority_reached(case: Sanction, when: Moment) -> bool:
    """The measure has the absolute majority of the votes cast; a rejected proposal is no sanction."""
    item, decision = case.agenda_item, case.decision
    if item is None or decision is None:
        return False
    no_sanction = decision.measure == Kind.NONE and item.subject != "intrekking"
    return item.tally.accepted or no_sanction


VOTED = {
    "measure": N_("de maatregel"),
    "whole": N_("geheel of een deel"),
    "monthly_cents": N_("het bedrag"),
    "duration": N_("de duur"),
    "unit": N_("de eenheid van de duur"),
    "deferral": N_("het uitstel"),
    "deferral_part": N_("het deel met uitstel"),
    "conditions": N_("de voorwaarden"),
}
"""What of a measure is voted on; its start follows from the law, and the end of a trial where the draft leaves it open."""

UNNAMED = {"deferral": Deferral.NONE, "deferral_part": "", "conditions": ""}
"""What a draft says that does not speak of a deferral."""


@asked(
    N_(
        "De maatregel is niet die van het ontwerp waarover gestemd is: %(what)s. "
        "Laat opnieuw stemmen over een ander ontwerp, of noteer wat gestemd is."
    ),
    what=lambda case, when: ", ".join(_departs(case)),
)
def as_voted(case: Sanction, when: Moment) -> bool:
    """What is written down is what the majority voted for; after a rejection there is only no sanction."""
    item, decision = case.agenda_item, case.decision
    if item is None or decision is None:
        return False
    return not item.tally.accepted or not _departs(case)


def _departs(case: Sanction) -> list[str]:
    """Name what of the measure is written down otherwise than it was voted on."""
    if case.agenda_item is None or case.decision is None:
        return []
    voted, noted = UNNAMED | case.agenda_item.draft, case.decision.as_measured
    other = [title for name, title in VOTED.items() if noted[name] != voted.get(name)]
    later = voted.get("trial_until") not in (None, noted["trial_until"])
    return [*other, *([N_("het einde van de proeftermijn")] if later else [])]


@asked(N_("Motiveer in rechte en in feite: artikelen, feiten, waarom er geen wettige reden is (RMI-wet art. 21 § 2)."))
def reasoned(case: Sanction, when: Moment) -> bool:
    """The decision has its grounds in law and in fact."""
    decision = case.decision
    return decision is not None and bool(decision.grounds_law) and bool(decision.grounds_facts)


@asked(N_("Antwoord op wat de cliënt op de hoorzitting aanbracht (RMI-wet art. 20 en 21)."))
def hearing_answered(case: Sanction, when: Moment) -> bool:
    """The decision answers the arguments of the client."""
    return case.decision is not None and bool(case.decision.hearing_answer)


@asked(N_("Leg uit waarom deze maatregel, met deze duur en dit deel, in verhouding is."))
def measure_reasoned(case: Sanction, when: Moment) -> bool:
    """A sanction says why this long and this much."""
    decision = case.decision
    return decision is not None and (decision.measure == Kind.NONE or bool(decision.grounds_measure))


@asked(N_("Een schorsing heeft een deel, een bedrag, een duur en een startdatum; uitstel heeft een einddatum."))
def decision_complete(case: Sanction, when: Moment) -> bool:
    """The decided measure says all that the letter has to say."""
    decision = case.decision
    return decision is not None and decision.complete and (not decision.suspends or decision.starts_on is not None)


@asked(
    N_("De schorsing is langer dan %(months)s maand(en), de hoogste duur die nu kan (RMI-wet art. 30 § 2)."),
    months=lambda case, when: case.cap_on(case.decision.decided_on if case.decision else when.today).months,
)
def decision_within_cap(case: Sanction, when: Moment) -> bool:
    """The suspension stays within the cap on the day of the decision."""
    decision = case.decision
    if decision is None or decision.starts_on is None:
        return True
    return decision.fits(case.cap_on(decision.decided_on).months, decision.starts_on)


def default_start(decided_on: date) -> date:
    """Return the start both readings of the law allow: the first day of the second month."""
    return first_of_month(decided_on, parameters.number("start_default_month"))


def latest_start(decided_on: date) -> date:
    """Return the last possible start: the first day of the third month."""
    return first_of_month(decided_on, parameters.number("start_latest_month"))


def default_trial_end(decided_on: date) -> date:
    """Return the proposed end of the trial period of a deferral (RMI-wet art. 30 § 3, to be confirmed)."""
    return months_civil(decided_on, parameters.number("trial_years") * 12)


@asked(
    N_("De schorsing kan starten vanaf de dag na de kennisgeving en ten laatste op %(latest)s (te bevestigen)."),
    latest=lambda case, when: latest_start(case.decision.decided_on) if case.decision else "",
)
def start_in_window(case: Sanction, when: Moment) -> bool:
    """The suspension starts after the notification and not later than the law's last reading."""
    decision = case.decision
    if decision is None or decision.starts_on is None:
        return True
    return decision.decided_on < decision.starts_on <= latest_start(decision.decided_on)


@asked(N_("De beslissing wijkt af van het voorstel: geef daarvoor eigen redenen."))
def departure_reasoned(case: Sanction, when: Moment) -> bool:
    """A decision that departs from the proposal has grounds of its own."""
    decision, advice = case.decision, case.advice
    if decision is None or advice is None or decision.same_as(advice):
        return True
    return bool(decision.departure)


@asked(N_("Zeg waarom de beslissing wordt ingetrokken en wat in de plaats komt."))
def withdrawal_explained(case: Sanction, when: Moment) -> bool:
    """The withdrawal has its reasons."""
    return case.decision is not None and bool(case.decision.withdrawal_reason)


@guard(N_("De intrekking staat niet op de agenda van een zitting."))
def withdrawal_on_agenda(case: Sanction, when: Moment) -> bool:
    """The committee is asked to take its decision back."""
    return case.agenda_item is not None and case.agenda_item.subject == Subject.WITHDRAWAL


@guard(N_("De intrekking staat al op de agenda van een zitting."))
def withdrawal_not_asked(case: Sanction, when: Moment) -> bool:
    """The committee was not asked before, or it rejected that."""
    items = [item for item in case.agenda_items if item.subject == Subject.WITHDRAWAL]
    return all(item.outcome is not None or item.state == NEW for item in items)


def draft_as_advised(case: Sanction, when: Moment) -> None:
    """Begin the draft of the decision with the advice; the secretary completes it."""
    assert case.agenda_item and case.advice
    item = case.agenda_item
    if not item.draft:
        item.draft = case.advice.as_draft
    if item.session.takes_points_on(when.today):
        item.urgent, item.urgency_reason = False, ""  # the convocation carries it: it needs no two thirds


def take_off_agenda(case: Sanction, when: Moment) -> None:
    """Take the file off the agenda: it comes back as a new item."""
    case.agenda_item_id = None


def postpone_item(case: Sanction, when: Moment) -> None:
    """Leave the question of the committee at the item, for the minutes, and take the file off the agenda."""
    assert case.agenda_item, "only a file on an agenda is postponed"
    case.agenda_item.note = case.question or ""
    take_off_agenda(case, when)


def withdraw_decision(case: Sanction, when: Moment) -> None:
    """Take the decision back: it is kept, but what follows it has to be done again for the next one."""
    assert case.agenda_item and case.decision
    case.decision.withdrawn_on = case.agenda_item.session.held_on
    case.decision_id = case.agenda_item_id = None
    case.executed_on = case.ocmw_informed_on = case.amal_informed_on = None
    case.execution_note = case.ocmw_informed_how = case.amal_informed_how = None


def session_term(case: Sanction, when: Moment) -> Reckoning | None:
    """Show the day of the session among the terms of the file."""
    return on_day(case.agenda_item.session.held_on, N_("gekozen zitting: %(day)s")) if case.agenda_item else None


def notification_term(case: Sanction, when: Moment) -> Reckoning | None:
    """Count the days to notify the decision; aim at the last working day (RMI-wet art. 21 § 4)."""
    if case.decision is None:
        return None
    counted = after_days(case.decision.decided_on, parameters.number("notification_days"), "RMI-wet art. 21 § 4")
    target = last_working_day(counted.due)
    if target == counted.due:
        return counted
    return Reckoning(counted.due, counted.then(target, N_("post uiterlijk op werkdag %(target)s"), target=target).steps)
