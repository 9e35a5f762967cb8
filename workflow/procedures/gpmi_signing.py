"""Conditions on the signing of an annex of a GPMI: how it is offered, who signs it, what takes its place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.gpmi import SIGNED_HOW
from workflow.moment import Moment, civil_date
from workflow.rows import asked, guard
from workflow.terms import ONE_DAY, Reckoning, after_days
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.gpmi import Gpmi


def must_offer(case: Gpmi) -> bool:
    """Say whether an annex lies ready that the client did not get yet."""
    return case.draft is not None


@guard(N_("Er is geen bijlage die nog aangeboden moet worden. Stel ze eerst op."))
def draft_there(case: Gpmi, when: Moment) -> bool:
    """An annex was drawn up."""
    return case.draft is not None


@asked(N_("Geef de dag waarop de cliënt de bijlage kreeg: niet in de toekomst, en niet voor ze opgemaakt is."))
def offer_day_possible(case: Gpmi, when: Moment) -> bool:
    """The client got the document between its making and today."""
    letter, draft = case.letter("bijlage_gpmi"), case.draft
    if draft is None:
        return True
    if letter is None or draft.offered_on is None:
        return False
    return civil_date(letter.made_at) <= draft.offered_on <= when.today


@asked(
    N_(
        "Zeg de cliënt dat hij zich mag laten bijstaan door iemand van zijn keuze, en vink dat aan. "
        "Anders is de bijlage geen grondslag (RMI-wet art. 6 § 3)."
    )
)
def assistance_told(case: Gpmi, when: Moment) -> bool:
    """The client heard that somebody of his choice may assist him."""
    return case.draft is None or case.draft.assistance_offered


def earliest_signing(offered_on: date) -> date:
    """Return the first day on which a client may sign who does not waive his days to think it over."""
    return offered_on + timedelta(days=parameters.number("reflection_days"))


def _earliest(case: Gpmi, when: Moment) -> date | None:
    offered = case.draft.offered_on if case.draft else None
    return earliest_signing(offered) if offered else None


@asked(N_("Geef de dag waarop de cliënt ondertekende, en hoe: na het aanbod, en niet in de toekomst."))
def client_signature_known(case: Gpmi, when: Moment) -> bool:
    """It is known when and how the client signed."""
    draft = case.draft
    if draft is None or draft.offered_on is None or draft.client_signed_on is None:
        return False
    return draft.client_signed_how in SIGNED_HOW and draft.offered_on <= draft.client_signed_on <= when.today


@asked(
    N_(
        "De cliënt kan ten vroegste op %(earliest)s ondertekenen: hij heeft %(days)s dagen bedenktijd "
        "(RMI-wet art. 6 § 3). Vroeger kan enkel als hij er zelf van afziet, en je schrijft hoe (te bevestigen)."
    ),
    earliest=_earliest,
    days=lambda case, when: parameters.number("reflection_days"),
)
def reflection_over(case: Gpmi, when: Moment) -> bool:
    """The days to think it over are past, or the client waived them himself."""
    draft, earliest = case.draft, _earliest(case, when)
    if draft is None or earliest is None or draft.client_signed_on is None:
        return False
    if draft.waived:
        return bool(parameters.PARAMETERS["reflection_waivable"].value) and bool(draft.waived_how)
    return draft.client_signed_on >= earliest


@guard(N_("Nog niet alle partijen hebben ondertekend: de cliënt, het OCMW, en Amal waar het partij is."))
def all_parties_signed(case: Gpmi, when: Moment) -> bool:
    """The client signed, and nobody is missing on the letter."""
    letter, draft = case.letter("bijlage_gpmi"), case.draft
    if letter is None or draft is None or draft.client_signed_on is None:
        return False
    return letter.state == "ondertekend"


def put_in_force(case: Gpmi, when: Moment) -> None:
    """Let the annex begin on its first day or, if that is later, the day the last party signed; the former one ends."""
    letter, draft, former = case.letter("bijlage_gpmi"), case.draft, case.in_force
    assert letter and draft and draft.client_signed_on, "only what every party signed begins"
    days = [civil_date(each.signed_at) for each in letter.signatures if each.signed_at]
    draft.signed_on = max([draft.client_signed_on, *days])
    draft.from_on = max(draft.from_on, draft.signed_on)
    draft.until_on = draft.until_on and max(draft.from_on, draft.until_on)
    case.contract_signed_on = case.contract_signed_on or draft.signed_on
    draft.gpmi_signed_on = case.contract_signed_on
    if former:
        last = max(former.from_on, draft.from_on - ONE_DAY)
        former.until_on = min(former.until_on or last, last)


@guard(N_("Er is nog geen bijlage van kracht."))
def annex_in_force(case: Gpmi, when: Moment) -> bool:
    """Every party signed an annex."""
    return case.in_force is not None


@asked(N_("Schrijf in de opmerking waarom de bijlage vervalt."))
def dropping_explained(case: Gpmi, when: Moment) -> bool:
    """Taking back an annex that is not signed has its reason."""
    return bool(case.remark)


def drop_draft(case: Gpmi, when: Moment) -> None:
    """Take back the annex that is not signed; its number is not used again."""
    if draft := case.draft:
        draft.dropped_on = when.today
    case.annex_id = case.annex.id if case.annex else None


def end_annexes(case: Gpmi, when: Moment) -> None:
    """End the annex that is in force with the contract, and take back the one that is not signed."""
    drop_draft(case, when)
    assert case.in_force and case.ended_on, "only what was in force ends"
    case.in_force.until_on = min(case.in_force.until_on or case.ended_on, case.ended_on)


def reflection_term(case: Gpmi, when: Moment) -> Reckoning | None:
    """Count the days the client has to think it over, from the day he got the document."""
    term, offered = parameters.PARAMETERS["reflection_days"], case.draft.offered_on if case.draft else None
    return after_days(offered, term.number, term.source) if offered else None
