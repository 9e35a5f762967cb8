"""Conditions on registering with the VDAB during a trajectory: the clock, exemptions, support, reminders (SWO art. 10)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import ONE_DAY, Reckoning, days_before
from workflow.vdab import EXEMPTION_TITLES, NEVER, vdab_term
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.referral import Referral

REMINDERS = (30, 7, 0)
"""How many days before the last day somebody is asked to remind the client."""


def registered(case: Referral) -> bool:
    """Say whether the client is registered with the VDAB since, or still at, the contract."""
    signed = case.contract_signed_on
    return signed is not None and any(
        each.until_on is None or each.until_on >= signed for each in case.client.vdab_registrations
    )


def before_the_rule(signed: date | None) -> bool:
    """Say whether a contract is older than the duty to register (SWO art. 10)."""
    return signed is not None and signed < parameters.PARAMETERS["vdab_exempt_before"].day


def _owes(case: Referral) -> bool:
    return case.contract_signed_on is not None and not registered(case) and not before_the_rule(case.contract_signed_on)


def registration_term(case: Referral, when: Moment) -> Reckoning | None:
    """Count the last day to register; nothing runs once it is done, and while an exemption without an end goes on."""
    if not _owes(case):
        return None
    assert case.contract_signed_on
    periods = [(each.from_on, each.until_on) for each in case.client.vdab_exemptions]
    counted = vdab_term(case.contract_signed_on, periods)
    return None if counted.due == NEVER else counted


def _stage(due: date, days: int) -> str:
    return f"{due:%Y-%m-%d}/{days}"


def reminder_term(case: Referral, when: Moment) -> Reckoning | None:
    """Return the day of the next reminder before the last day as it is counted now."""
    counted = registration_term(case, when)
    if counted is None:
        return None
    left = [days for days in REMINDERS if _stage(counted.due, days) not in case.vdab_reminded]
    return days_before(counted.due, left[0], N_("herinnering voor de VDAB")) if left else None


@guard(N_("Er is vandaag geen herinnering voor de VDAB te geven."))
def reminder_reached(case: Referral, when: Moment) -> bool:
    """The day of a reminder has come."""
    coming = reminder_term(case, when)
    return coming is not None and coming.due <= when.today


def ask_reminder(case: Referral, when: Moment) -> None:
    """Put the reminder in the work list; one that was passed over meanwhile is not asked again."""
    counted = registration_term(case, when)
    assert counted
    passed = [_stage(counted.due, d) for d in REMINDERS if counted.due - timedelta(days=d) <= when.today]
    case.vdab_reminded = [*case.vdab_reminded, *(key for key in passed if key not in case.vdab_reminded)]
    case.vdab_reminder_open = True


def must_remind(case: Referral) -> bool:
    """Say whether somebody has to remind the client to register."""
    return case.vdab_reminder_open and not registered(case)


@guard(N_("De cliënt hoeft zich niet meer in te schrijven bij de VDAB, of de klok staat stil."))
def registration_expected(case: Referral, when: Moment) -> bool:
    """The term to register runs."""
    return registration_term(case, when) is not None


def note_reminder(case: Referral, when: Moment) -> None:
    """The letter is made: the reminder leaves the work list."""
    case.vdab_reminder_open = False


@guard(N_("De termijn voor de VDAB is juist geteld."))
def counted_differently(case: Referral, when: Moment) -> bool:
    """The dated facts of the client give another last day than the one that runs."""
    counted, running = registration_term(case, when), case.running("vdab")
    return (counted and counted.due) != (running and running.due_on)


@guard(N_("De inschrijving bij de VDAB is al genoteerd."))
def not_yet_registered(case: Referral, when: Moment) -> bool:
    """The client is not registered yet."""
    return not registered(case)


def must_register(case: Referral) -> bool:
    """Say whether the registration is still awaited."""
    return _owes(case)


@asked(N_("Geef de dag van de inschrijving (na het contract, niet in de toekomst) en waaruit ze blijkt."))
def registration_proven(case: Referral, when: Moment) -> bool:
    """The registration has its day and its proof."""
    said, signed = case.vdab_registration, case.contract_signed_on
    day = said.get("from_on")
    return day is not None and signed is not None and signed <= day <= when.today and bool(said.get("source"))


def note_registration(case: Referral, when: Moment) -> None:
    """Write the registration in the register of the client; no reminder is needed any more."""
    case.register_with_vdab(when, **case.vdab_registration)
    case.vdab_reminder_open = False


@asked(N_("Kies de grond van de vrijstelling, geef de eerste dag en zeg welk bewijs er is (SWO art. 10)."))
def exemption_proven(case: Referral, when: Moment) -> bool:
    """An exemption has its ground, its first day and its proof, and ends after it began."""
    said = case.exemption
    if said.get("reason") not in EXEMPTION_TITLES or not said.get("proof") or said.get("from_on") is None:
        return False
    return said.get("until_on") is None or said["until_on"] >= said["from_on"]


def note_exemption(case: Referral, when: Moment) -> None:
    """Write the exemption in the register of the client: the clock stands still meanwhile."""
    case.exempt(when, **case.exemption, source=case.reference)


@guard(N_("Er loopt geen vrijstelling zonder einddatum."))
def exemption_open(case: Referral, when: Moment) -> bool:
    """An exemption goes on without a last day."""
    return any(each.until_on is None for each in case.client.vdab_exemptions)


@asked(N_("Geef de laatste dag van de vrijstelling: niet vóór haar eerste dag en niet in de toekomst."))
def exemption_end_given(case: Referral, when: Moment) -> bool:
    """The exemption ended on a day between its beginning and today."""
    day = case.exemption_end.get("until_on")
    begun = [each.from_on for each in case.client.vdab_exemptions if each.until_on is None]
    return day is not None and bool(begun) and max(begun) <= day <= when.today


def end_exemption(case: Referral, when: Moment) -> None:
    """Close the exemption: from the next day the clock goes on."""
    for each in case.client.vdab_exemptions:
        if each.until_on is None:
            each.until_on = case.exemption_end["until_on"]


def restarts_on(case: Referral) -> date | None:
    """Return the day on which the clock goes on after the exemption that ended last."""
    ends = [each.until_on for each in case.client.vdab_exemptions if each.until_on]
    return max(ends) + ONE_DAY if ends else None


@guard(
    N_("Iemand nam de ondersteuning bij de VDAB al op: %(who)s."),
    who=lambda case, when: case.vdab_support_by and case.vdab_support_by.name,
)
def support_free(case: Referral, when: Moment) -> bool:
    """Nobody else took the support yet, so that nobody does it twice (SWO art. 10)."""
    return case.vdab_support_on is None


def take_support(case: Referral, when: Moment) -> None:
    """Write who supports the client with his registration: both organisations see it."""
    case.vdab_support_by_id, case.vdab_support_of_id = when.actor.person_id, when.actor.organisation_id
    case.vdab_support_on = when.today
