"""Conditions on the meeting of a warm hand-over: invitation, checklist, the client present (SWO art. 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow import parameters
from workflow.handoff import CONTACT_TITLES, Item
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import Reckoning, is_working_day, on_day
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.warm_handoff import WarmHandoff


@guard(N_("De cliënt trok zijn akkoord over de contactgegevens in. Zonder kan het OCMW hem niet uitnodigen."))
def contact_still_agreed(case: WarmHandoff, when: Moment) -> bool:
    """The welfare centre may still write to the client."""
    return case.passes_on(Item.CONTACT)


@asked(N_("Kies een werkdag voor de kennismaking, vandaag of later."))
def meeting_day_chosen(case: WarmHandoff, when: Moment) -> bool:
    """The meeting is on a day on which the office is open."""
    return case.meeting_on is not None and case.meeting_on >= when.today and is_working_day(case.meeting_on)


@asked(N_("Geef het uur en de plaats van de kennismaking, wie erbij is, en of er een tolk komt."))
def meeting_arranged(case: WarmHandoff, when: Moment) -> bool:
    """The invitation can say when, where, with whom and in which language."""
    return all((case.meeting_time, case.meeting_place, case.meeting_present, case.meeting_interpreter))


@asked(N_("Kies welke maatschappelijk werker de cliënt ontvangt."))
def worker_named(case: WarmHandoff, when: Moment) -> bool:
    """Somebody of the welfare centre receives the client."""
    return case.handler_id is not None


def second_no_show(case: WarmHandoff) -> bool:
    """Say whether the client stayed away so often that there has to be a choice."""
    return case.no_show_count >= parameters.number("handoff_attempts")


@asked(
    N_(
        "De cliënt kwam al %(count)s keer niet. Kies: schrijf in de opmerking waarom een nieuwe poging zin heeft, "
        "of stop en noteer dat de cliënt niet opgenomen wordt."
    ),
    count=lambda case, when: case.no_show_count,
)
def further_attempt_explained(case: WarmHandoff, when: Moment) -> bool:
    """After the second time the client stayed away, a new attempt has its reason."""
    return not second_no_show(case) or bool(case.remark)


def take_up(case: WarmHandoff, when: Moment) -> None:
    """Note that the welfare centre took the client up; an approval for an earlier meeting is over."""
    case.returned_on = case.absence_approved_by_id = None


def meeting_term(case: WarmHandoff, when: Moment) -> Reckoning | None:
    """Show when the meeting is."""
    return on_day(case.meeting_on, N_("kennismaking: %(day)s")) if case.meeting_on else None


@guard(N_("De kennismaking is pas op %(day)s."), day=lambda case, when: case.meeting_on)
def meeting_day_reached(case: WarmHandoff, when: Moment) -> bool:
    """The day of the meeting has come."""
    return case.meeting_on is not None and case.meeting_on <= when.today


@asked(N_("Schrijf waarom de kennismaking niet doorging."))
def no_show_explained(case: WarmHandoff, when: Moment) -> bool:
    """It is written down why there was no meeting."""
    return bool(case.no_show_reason)


def count_no_show(case: WarmHandoff, when: Moment) -> None:
    """Count that the client did not come: there is a second attempt, and then a choice."""
    case.no_show_count += 1


@asked(N_("Duid aan welke lijnen gedaan zijn."))
def line_ticked(case: WarmHandoff, when: Moment) -> bool:
    """Some line that stood open is done."""
    return bool(case.new_ticks)


def tick_lines(case: WarmHandoff, when: Moment) -> None:
    """Write at every line that was ticked who did so, and when."""
    for check in case.new_ticks:
        check.ticked_at, check.ticked_by_id = when.now, when.actor.person_id


@guard(
    N_("Nog niet elke lijn van de afgestemde procedure is gedaan (SWO art. 4): %(open)s"),
    open=lambda case, when: "; ".join(check.words for check in case.open_lines),
)
def checklist_complete(case: WarmHandoff, when: Moment) -> bool:
    """Every line of the agreed procedure is ticked."""
    return not case.open_lines


@asked(N_("Was de cliënt erbij? Zo niet: noteer dat hij niet kwam, of vraag eerst de goedkeuring van de leiding."))
def present_or_approved(case: WarmHandoff, when: Moment) -> bool:
    """The client was at the meeting, or the team lead approved that it went on without him."""
    return bool(case.client_present) or (case.client_present is False and case.absence_approved_by_id is not None)


@asked(N_("Schrijf de afspraken, de volgende stap met zijn dag, en wie nu het aanspreekpunt van de cliënt is."))
def agreements_written(case: WarmHandoff, when: Moment) -> bool:
    """The sheet can say what was agreed, what comes next, and whom the client can call (SWO art. 4)."""
    planned = case.next_step_on is not None and case.next_step_on >= when.today
    return bool(case.agreements) and bool(case.next_step) and planned and case.contact_now in CONTACT_TITLES


@asked(N_("Schrijf waarom de overdracht zonder de cliënt kan."))
def absence_explained(case: WarmHandoff, when: Moment) -> bool:
    """The team lead says why the hand-over may go on without the client."""
    return bool(case.absence_reason)


def approve_absence(case: WarmHandoff, when: Moment) -> None:
    """Note who approved that the hand-over goes on without the client."""
    case.absence_approved_by_id = when.actor.person_id


def next_step_term(case: WarmHandoff, when: Moment) -> Reckoning | None:
    """Show when the next step that was agreed is due."""
    return on_day(case.next_step_on, N_("afgesproken volgende stap: %(day)s")) if case.next_step_on else None
