"""Conditions on the dated register of a client: periods in order, no two at once, with their source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workflow.facts import FACTS, period, values_of
from workflow.moment import Moment
from workflow.roles import TITLES
from workflow.rows import asked
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.client import Client


@asked(N_("Geef de dag waarop het begint. Het einde ligt niet voor het begin."))
def period_in_order(client: Client, when: Moment) -> bool:
    """The fact begins on a day, and does not end before it."""
    return client.proposal is not None and client.proposal.in_order


@asked(N_("Zeg waaruit het blijkt (bron)."))
def source_named(client: Client, when: Moment) -> bool:
    """The fact says where it was read."""
    return client.proposal is not None and bool(client.proposal.values.get("source"))


@asked(N_("Vul alles in wat bij dit gegeven hoort."))
def fact_complete(client: Client, when: Moment) -> bool:
    """All is said that a fact of this kind needs."""
    return client.proposal is not None and client.proposal.complete


def _clash(client: Client) -> Any:
    proposal = client.proposal
    return proposal.clash(client.facts_of(proposal.kind)) if proposal and proposal.in_order else None


def _other(client: Client, when: Moment) -> str:
    assert client.proposal
    values = values_of(_clash(client), client.proposal.kind)
    return f"{FACTS[client.proposal.kind].told(values)} {period(values)}"


@asked(
    N_(
        "Deze periode valt deels samen met een andere: %(other)s. "
        "Beëindig of verbeter die eerst, of laat ze eindigen op de dag ervoor."
    ),
    other=_other,
)
def no_two_at_once(client: Client, when: Moment) -> bool:
    """No other fact of this kind holds on one of these days."""
    return _clash(client) is None


@asked(N_("Kies een gegeven dat nog in het register staat. Iemand heeft het intussen gewijzigd of geschrapt."))
def fact_there(client: Client, when: Moment) -> bool:
    """The chosen fact stands in the register and says what the form saw."""
    return client.seen_as_it_is


def _noted_by(client: Client, when: Moment) -> str:
    if client.proposal is None:
        return ""
    fact: Any = client.proposal.fact
    if fact is not None and fact.organisation is not None:
        return str(fact.organisation.name)
    return ", ".join(TITLES[role].lower() for role in FACTS[client.proposal.kind].by)


@asked(N_("Dit gegeven is van %(whose)s. Vraag daar om het te wijzigen."), whose=_noted_by)
def fact_ours(client: Client, when: Moment) -> bool:
    """This person notes facts of this kind, and it was not another organisation that noted this one."""
    proposal = client.proposal
    if proposal is None or when.actor.role_for(FACTS[proposal.kind].by) is None:
        return False
    return proposal.fact is None or proposal.fact.organisation_id in (None, when.actor.organisation_id)


@asked(N_("Dit gegeven is al beëindigd. Verbeter het als de laatste dag niet klopt."))
def fact_runs(client: Client, when: Moment) -> bool:
    """The chosen fact has no last day yet, and gets one."""
    proposal = client.proposal
    return proposal is not None and proposal.fact is not None and proposal.fact.until_on is None


@asked(N_("Geef de laatste dag."))
def last_day_given(client: Client, when: Moment) -> bool:
    """The fact gets its last day."""
    return client.last_day is not None


@asked(N_("Schrijf in de opmerking waarom."))
def change_explained(client: Client, when: Moment) -> bool:
    """What stood in the register is changed for a reason."""
    return bool(client.remark)


def write_fact(client: Client, when: Moment) -> None:
    """Write the fact in the register, with who entered it, when and for which organisation.

    Who corrects a fact of which that is not known, takes it on.
    """
    is_new, fact = client.new_fact is not None, client.write_fact()
    if is_new:
        fact.entered_by_id, fact.entered_at = when.actor.person_id, when.now
    fact.organisation_id = fact.organisation_id or when.actor.organisation_id


def strike_fact(client: Client, when: Moment) -> None:
    """Take the fact out of the register."""
    client.strike_fact()
