"""The chain of proof: from the clause in the GPMI to the sanction, one link after another (RMI-wet art. 6 § 3, 30 § 2).

A sanction stands only when every link does: the annex imposes what was breached, it was signed
and in force that day, it was offered with assistance and days to think it over, and the client
was told of his referral before the breach. A link that is missing or late breaks the chain: it is
shown in red, and no warning can leave.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from workflow import parameters
from workflow.breaches import BREACH_PARTS
from workflow.proof_link import Facts, Link, Standing, annex_facts, day_in
from workflow.trajectory import PART_TITLES, Part
from workflow.wording import N_, Sentence


def signed_after(annexes: Iterable[Any], day: date) -> date | None:
    """Return when the first annex was signed that came after a day."""
    return min((each.signed_on for each in annexes if each.signed_on and each.from_on > day), default=None)


def _clause(annex: Facts | None, wanted: frozenset[Part]) -> Link:
    """Look whether the annex imposes what was breached; one without parts has its clause."""
    if annex is None:
        reason = Sentence(N_("geen bijlage bij het GPMI legt dit op"))
        return Link("clausule", Standing.MISSING, reason=reason)
    reference = annex["gpmi_reference"]
    parts = {Part(part) for part in annex.get("parts") or ()}
    if (parts & wanted) if parts else annex["clause"]:
        return Link("clausule", Standing.HOLDS, day_in(annex, "from_on"), reference)
    titles = ", ".join(PART_TITLES[part] for part in sorted(wanted)) if parts else ""
    reason = (
        Sentence(N_("bijlage %(number)s legt dit niet op: %(parts)s"), number=annex["number"], parts=titles)
        if titles
        else Sentence(N_("bijlage %(number)s bevat geen verplichting"), number=annex["number"])
    )
    return Link("clausule", Standing.MISSING, None, reference, reason)


def _signed(annex: Facts | None, later: date | None, draft: bool) -> Link:
    if annex is not None and (signed := day_in(annex, "signed_on")):
        number = str(annex["number"])
        return Link("bijlage", Standing.HOLDS, signed, number)
    if later is not None:
        reason = Sentence(N_("een bijlage is pas ondertekend op %(day)s, na de inbreuk"), day=later)
        return Link("bijlage", Standing.LATE, later, reason=reason)
    if draft:
        return Link("bijlage", Standing.AHEAD, None, str(annex["number"]) if annex else "")
    reason = Sentence(N_("geen bijlage die elke partij ondertekende, was van kracht"))
    return Link("bijlage", Standing.MISSING, reason=reason)


def _offered(annex: Facts | None) -> Link:
    """Look whether the client heard of assistance and had his days to think it over."""
    if annex is None:
        reason = Sentence(N_("geen bijlage is aangeboden"))
        return Link("aanbod", Standing.MISSING, reason=reason)
    if not annex.get("parts"):
        return Link("aanbod", Standing.UNKNOWN)
    offered, signed = day_in(annex, "offered_on"), day_in(annex, "client_signed_on")
    if offered is None:
        return Link("aanbod", Standing.AHEAD)
    if not annex["assistance_offered"]:
        reason = Sentence(N_("er is niet gezegd dat de cliënt zich mag laten bijstaan"))
        return Link("aanbod", Standing.MISSING, offered, reason=reason)
    days = parameters.number("reflection_days")
    if signed and signed < offered + timedelta(days=days) and not annex["waived"]:
        reason = Sentence(N_("de cliënt had geen %(days)s dagen bedenktijd en zag er niet van af"), days=days)
        return Link("aanbod", Standing.MISSING, offered, reason=reason)
    waived = Sentence(N_("de cliënt zag af van de bedenktijd (te bevestigen)")) if annex["waived"] else None
    return Link("aanbod", Standing.HOLDS, offered, reason=waived)


def _told(annex: Facts | None, told_on: date | None, breached_on: date | None) -> Link:
    """Look whether the client was told that he is referred, before the breach."""
    if told_on and (breached_on is None or told_on <= breached_on):
        return Link("brief", Standing.HOLDS, told_on)
    if annex is not None and not annex.get("parts"):
        return Link("brief", Standing.UNKNOWN, told_on)
    if told_on:
        reason = Sentence(N_("de cliënt is pas op %(day)s ingelicht, na de inbreuk"), day=told_on)
        return Link("brief", Standing.LATE, told_on, reason=reason)
    if breached_on is None:
        return Link("brief", Standing.AHEAD)
    reason = Sentence(N_("er vertrok geen brief over de doorverwijzing, en er is geen gesprek genoteerd"))
    return Link("brief", Standing.MISSING, reason=reason)


def of_annex(annex: Any, told_on: date | None) -> list[Link]:
    """Return the links of an annex by itself, signed or only drawn up: nothing was breached yet."""
    facts = annex_facts(annex)
    parts = frozenset(Part(part) for part in annex.parts)
    return [_clause(facts, parts), _signed(facts, None, draft=True), _offered(facts), _told(facts, told_on, None)]


def of_client(client: Any, day: date) -> list[Link]:
    """Return the links for what a client has to do on a day; empty when nothing was ever drawn up."""
    drawn_up = [annex for annex in client.annexes if annex.drawn_up]
    annex = client.annex_on(day) or (drawn_up[-1] if drawn_up else None)
    return of_annex(annex, client.referral_told_on()) if annex else []


def grounds_of(case: Any) -> list[Link]:
    """Return the links on which the warning of a sanction file rests, as they were frozen when it opened."""
    frozen: Facts = case.frozen
    annex, breached = frozen["annex"], date.fromisoformat(frozen["breached_on"])
    return [
        _clause(annex, BREACH_PARTS[case.breach_type]),
        _signed(annex, day_in(frozen, "annex_signed_later"), draft=False),
        _offered(annex),
        _told(annex, day_in(frozen, "client_told_on"), breached),
    ]


def of_sanction(case: Any) -> list[Link]:
    """Return every link of a sanction file, from the clause to the decision."""
    breach = Link("inbreuk", Standing.HOLDS, case.breached_on, case.reference)
    return [*grounds_of(case), breach, _warned(case), _heard(case), _decided(case)]


def _warned(case: Any) -> Link:
    letter = case.letter("aanmaning")
    posted = letter.posted_on if letter else None
    standing = Standing.HOLDS if posted else Standing.AHEAD
    return Link("aanmaning", standing, posted, letter.reference if letter else "")


def _heard(case: Any) -> Link:
    standing = Standing.HOLDS if case.hearing_outcome else Standing.AHEAD
    return Link("gehoord", standing, case.hearing_on)


def _decided(case: Any) -> Link:
    """Look whether there is a decision, and whether the client was notified of it in time."""
    decision = case.decision
    if decision is None or decision.withdrawn_on:
        return Link("beslissing", Standing.AHEAD)
    posted = (letter := case.letter("beslissing")) and letter.posted_on
    days = parameters.number("notification_days")
    if posted and posted > decision.decided_on + timedelta(days=days):
        reason = Sentence(
            N_("kennis gegeven op %(day)s, later dan %(days)s dagen (te bevestigen)"), day=posted, days=days
        )
        return Link("beslissing", Standing.LATE, decision.decided_on, reason=reason)
    return Link("beslissing", Standing.HOLDS, decision.decided_on)


def gaps(links: Iterable[Link]) -> list[str]:
    """Say of every broken link what is wrong with it, for the refusal."""
    return [f"{link.title}: {link.reason} ({link.article})" for link in links if link.broken]
