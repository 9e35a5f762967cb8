"""What the pages of a referral show beside its rows: who directs today, how the VDAB term is counted, the hours."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask

from workflow import parameters
from workflow import pnt as rule
from workflow.competence import Competence
from workflow.models import Referral
from workflow.moment import Moment
from workflow.procedures.referral_closing import pnt_done
from workflow.procedures.referral_preparation import directs_on
from workflow.procedures.referral_vdab import before_the_rule, registered, registration_term
from workflow.terms import Reckoning


@dataclass(frozen=True)
class Vdab:
    """Where a client stands with the VDAB: registered, not bound, or the last day; none while it stands still."""

    registered: bool
    before_the_rule: bool
    counted: Reckoning | None
    rule_since: date
    real_start: date
    in_doubt: bool


def vdab(case: Referral, when: Moment) -> Vdab:
    """Work out where the client stands; a contract between the two starting days needs a person to decide."""
    signed, since = case.contract_signed_on, parameters.PARAMETERS["vdab_exempt_before"].day
    real_start = parameters.PARAMETERS["vdab_real_start"].day
    return Vdab(
        registered(case),
        before_the_rule(signed),
        registration_term(case, when),
        since,
        real_start,
        signed is not None and since <= signed < real_start,
    )


def direction(case: Referral, when: Moment) -> Competence:
    """Say who directs and who may sanction today (SWO art. 3, 12, 13)."""
    return directs_on(case, when)


def pnt(case: Referral, when: Moment) -> rule.Obligation:
    """Say whether the participation trajectory is an obligation today (SWO art. 11)."""
    client, first = case.client, case.client.first_contract
    signed = first.from_on if first else when.today
    return rule.obligation(client.residence_on(when.today), signed, client.occupied_on(when.today))


def number_of(case: Referral, entry_id: str) -> int:
    """Return the number of a row of hours."""
    return next(entry.number for entry in case.hours if entry.id == entry_id)


def house(case: Referral, organisation_id: str) -> str:
    """Name the organisation that wrote a message."""
    return next((party.name for party in case.parties if party.id == organisation_id), case.owner.name)


TOOLS: dict[str, Any] = {
    "vdab": vdab,
    "direction": direction,
    "pnt": pnt,
    "hours": rule.hours,
    "needed": parameters.number("pnt_hours"),
    "done": pnt_done,
    "number_of": number_of,
    "house": house,
}


def init_app(app: Flask) -> None:
    """Give the pages of a referral what they show."""
    app.jinja_env.globals["referral"] = TOOLS
