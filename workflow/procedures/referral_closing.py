"""Conditions on the hours, the attest, what follows it, and a stop (SWO art. 11, 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow import parameters, pnt
from workflow.competence import Residence
from workflow.moment import Moment
from workflow.procedures.referral_vdab import before_the_rule, registered
from workflow.referrals import ATTEST_TITLES, B1_TITLES, STOP_TITLES, Attest, Message
from workflow.rows import asked, guard
from workflow.terms import Reckoning, months_after
from workflow.wording import N_, Sentence

if TYPE_CHECKING:
    from workflow.models.referral import Referral

MOST_HALVES = 48
"""The half hours of a day."""


def _possible(case: Referral, when: Moment, said: dict[str, object], least: int) -> bool:
    halves, day = said.get("halves"), said.get("done_on")
    if not isinstance(halves, int) or not least <= halves <= MOST_HALVES or not said.get("activity"):
        return False
    return case.contract_signed_on is not None and day is not None and case.contract_signed_on <= day <= when.today  # type: ignore[operator]


@asked(N_("Geef de dag (na het contract, niet in de toekomst), de uren in halve uren en de activiteit."))
def hours_noted(case: Referral, when: Moment) -> bool:
    """Hours have their day, their number in halves and their activity."""
    return _possible(case, when, case.new_hours, least=1)


def keep_hours(case: Referral, when: Moment) -> None:
    """Write the hours in the ledger; who is not obliged does them all voluntarily."""
    obliged = bool(case.pnt and case.pnt["obliged"])
    case.note_hours(when, **case.new_hours | {"voluntary": bool(case.new_hours.get("voluntary")) or not obliged})


@asked(N_("Kies de regel die je verbetert, geef de juiste gegevens en schrijf waarom."))
def correction_noted(case: Referral, when: Moment) -> bool:
    """A correction replaces a row that still counts, and says why; no hours at all takes the row out."""
    said = case.correction
    known = {entry.id for entry in case.counting_hours}
    return said.get("replaces_id") in known and bool(said.get("reason")) and _possible(case, when, said, least=0)


def keep_correction(case: Referral, when: Moment) -> None:
    """Write the correction as a new row: the one it replaces stays in the history."""
    replaced = next(entry for entry in case.hours if entry.id == case.correction["replaces_id"])
    case.note_hours(when, **{"voluntary": replaced.voluntary} | case.correction)


def pnt_done(case: Referral) -> bool:
    """Say whether enough hours that are due were done: 39,5 is not 40."""
    return case.halves(voluntary=False) >= pnt.needed()


@asked(N_("Kies het attest en geef zijn datum. Die ligt niet vóór het contract en niet in de toekomst."))
def attest_given(case: Referral, when: Moment) -> bool:
    """The attest is one of the two, with a day between the contract and today (SWO art. 13)."""
    if case.attest not in ATTEST_TITLES or case.attest_on is None or case.contract_signed_on is None:
        return False
    return case.contract_signed_on <= case.attest_on <= when.today


@guard(
    N_("Het participatie- en netwerktraject is niet klaar: %(done)s van de %(needed)s uur (SWO art. 11)."),
    done=lambda case, when: pnt.hours(case.halves(voluntary=False)),
    needed=lambda case, when: parameters.number("pnt_hours"),
)
def pnt_completed(case: Referral, when: Moment) -> bool:
    """Who is obliged did every hour."""
    return not (case.pnt and case.pnt["obliged"]) or pnt_done(case)


@guard(N_("De cliënt is niet ingeschreven bij de VDAB en niet vrijgesteld (SWO art. 10)."))
def vdab_settled(case: Referral, when: Moment) -> bool:
    """The client is registered with the VDAB, exempt today, or signed before the rule."""
    exempt = any(
        each.from_on <= when.today and (each.until_on is None or each.until_on >= when.today)
        for each in case.client.vdab_exemptions
    )
    return registered(case) or exempt or before_the_rule(case.contract_signed_on)


def b1_proposed(case: Referral, when: Moment) -> bool:
    """Propose B1 for an obliged newcomer: the agreement says "bepaalde inburgeraars" (SWO art. 13)."""
    return case.client.residence_on(when.today) is Residence.OBLIGED


@asked(
    N_(
        "Kies of de cliënt B1 mondeling moet halen. Dat kan enkel na een inburgeringsattest. Wijk je af van het voorstel? Schrijf waarom."
    )
)
def b1_decided(case: Referral, when: Moment) -> bool:
    """Somebody decided whether B1 follows; only after the attest itself, and a departure has its reason (SWO 13)."""
    if case.b1_required is None:
        return False
    if case.attest != Attest.INTEGRATION:
        return not case.b1_required
    return case.b1_required is b1_proposed(case, when) or bool(case.b1_reason)


def tell_attest(case: Referral, when: Moment) -> None:
    """Tell the welfare centre which attest the client obtained, and whether B1 follows."""
    assert case.attest and case.attest_on
    what = Sentence(N_("%(attest)s behaald op %(day)s."), attest=ATTEST_TITLES[Attest(case.attest)], day=case.attest_on)
    case.tell(Message.ATTEST, str(what), when, case.attest_on)
    case.vdab_reminder_open = False


def b1_term(case: Referral, when: Moment) -> Reckoning | None:
    """Count the months in which B1 must follow the attest."""
    if not case.b1_required or case.attest_on is None:
        return None
    return months_after(case.attest_on, parameters.number("b1_months"), N_("B1 mondeling, SWO art. 13"))


@guard(N_("De cliënt moet B1 mondeling nog halen (SWO art. 13)."))
def no_b1_to_follow(case: Referral, when: Moment) -> bool:
    """Nothing has to follow the attest."""
    return case.b1_required is False


@asked(N_("Kies wat er van B1 mondeling kwam, en geef de dag: na het attest en niet in de toekomst."))
def b1_outcome_noted(case: Referral, when: Moment) -> bool:
    """B1 has its outcome and its day."""
    if case.b1_outcome not in B1_TITLES or case.b1_on is None or case.attest_on is None:
        return False
    return case.attest_on <= case.b1_on <= when.today


def tell_b1(case: Referral, when: Moment) -> None:
    """Tell the welfare centre what came of B1."""
    assert case.b1_outcome
    case.tell(Message.LEVEL, B1_TITLES[case.b1_outcome] + ".", when, case.b1_on)


@asked(N_("Kies waarom het traject stopt, van welke dag, en leg het uit. De uitleg komt in de brief aan de cliënt."))
def stop_motivated(case: Referral, when: Moment) -> bool:
    """A stop has its reason, its day and its explanation."""
    return case.stop_reason in STOP_TITLES and bool(case.stop_explanation) and case.stop_on is not None


def tell_stop(case: Referral, when: Moment) -> None:
    """Tell the other organisation that the trajectory stops, and why."""
    assert case.stop_reason
    reason = Sentence(N_("Stopgezet: %(reason)s."), reason=STOP_TITLES[case.stop_reason].lower())
    case.tell(Message.OUTCOME, str(reason), when)
    case.vdab_reminder_open = False
