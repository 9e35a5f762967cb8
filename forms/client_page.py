"""What the page of a client shows: his dated register as this reader may see it, and the history of it."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from workflow.facts import AT_OCMW, FACTS, FactKind, KindOfFact, period, values_of
from workflow.models import Client, GpmiAnnex, LogEntry, db
from workflow.models.dated_fact import DatedFact
from workflow.moment import Moment
from workflow.procedures.client import CLIENT, NOTED_BY
from workflow.wording import N_, Sentence

LINES = 60
"""How many lines of the log the page shows."""

STALE_DAYS = 30
"""After how many days the page says that nobody looked whether the facts are still right."""


@dataclass(frozen=True)
class Row:
    """One fact as it is shown: what it says, from when until when, what only some may read, and whether it is ours."""

    fact: DatedFact
    told: Sentence
    period: Sentence
    runs: bool
    kept: str
    note: str
    mine: bool


@dataclass(frozen=True)
class Part:
    """The facts of one kind, the newest first, with the step that adds one when this reader may."""

    key: str
    kind: KindOfFact
    rows: list[Row]
    add: str


@dataclass(frozen=True)
class Line:
    """One line of the history of a client."""

    entry: LogEntry
    title: str
    detail: list[Sentence]
    remark: str


def annexes_of(client: Client, when: Moment) -> list[GpmiAnnex]:
    """Return the annexes this reader may see: all of his own organisation's, of others those he is a party of.

    Those from before the office kept GPMI files have no party: both organisations knew them.
    """
    ours = {case.id for case in client.gpmis if case.owner_id == when.actor.organisation_id}
    return [
        annex
        for annex in client.annexes
        if annex.drawn_up
        and (annex.gpmi_id is None or annex.gpmi_id in ours or _offered_to(annex, when.actor.organisation_id))
    ]


def _offered_to(annex: GpmiAnnex, organisation_id: str | None) -> bool:
    return annex.partner_id == organisation_id and annex.offered_on is not None


def register_of(client: Client, when: Moment) -> list[Part]:
    """Return the dated register of a client as somebody may read it."""
    return [_part(client, key, when) for key in FACTS]


def _part(client: Client, key: str, when: Moment) -> Part:
    kind = FACTS[key]
    may_note = client.state == "lopend" and when.actor.role_for(kind.by) is not None
    rows = [_row(fact, key, may_note, when) for fact in reversed(client.facts_of(key))]
    return Part(key, kind, rows, NOTED_BY[FactKind(key)] if may_note else "")


def _row(fact: Any, key: str, may_note: bool, when: Moment) -> Row:
    kind, values = FACTS[key], values_of(fact, key)
    at_centre = bool(when.actor.roles & set(AT_OCMW))
    ours = fact.organisation_id == when.actor.organisation_id
    return Row(
        fact=fact,
        told=kind.told(values),
        period=period(values),
        runs=fact.from_on <= when.today <= (fact.until_on or date.max),
        kept=", ".join(values[name] for name in kind.kept if values[name]) if at_centre else "",
        note=fact.note if ours else "",
        mine=may_note and (ours or fact.organisation_id is None),
    )


def stale(client: Client, today: date) -> bool:
    """Say whether nobody confirmed for a while that what the register says is still so."""
    return client.checked_on is None or (today - client.checked_on).days > STALE_DAYS


def entries_of(client: Client) -> list[LogEntry]:
    """Return the newest lines of the log of a client."""
    query = select(LogEntry).where(LogEntry.chain_id == client.id).order_by(LogEntry.number.desc())
    return list(db.session.scalars(query.limit(LINES)))


def history(client: Client, when: Moment) -> list[Line]:
    """Write the log for this reader: who did what, and words only of his own organisation or shared ones."""
    return [_line(entry, entry.organisation_id == when.actor.organisation_id) for entry in entries_of(client)]


def _line(entry: LogEntry, ours: bool) -> Line:
    remark = entry.remark if ours or entry.shared else ""
    return Line(entry, CLIENT.tell(entry.action), list(_detail(json.loads(entry.fields))), remark)


def _detail(fields: dict[str, Any]) -> list[Sentence]:
    """Say which fact a line is about: what was noted, or what it said before and says now."""
    if noted := fields.get("new_fact"):
        return [_said(noted["kind"], noted)]
    if chosen := fields.get("chosen_fact"):
        return [_said(chosen["kind"], chosen["was"]), *_became(chosen, fields)]
    return []


def _became(chosen: dict[str, Any], fields: dict[str, Any]) -> list[Sentence]:
    if last := fields.get("last_day"):
        return [Sentence(N_("laatste dag: %(day)s"), day=date.fromisoformat(last))]
    if now := fields.get("new_values"):
        return [Sentence(N_("werd: %(now)s"), now=_said(chosen["kind"], now))]
    return []


def said(kind: str, values: dict[str, Any]) -> Sentence:
    """Write what a fact says in one line, with its period."""
    return Sentence(N_("%(what)s, %(period)s"), what=FACTS[kind].told(values), period=period(values))


def _said(kind: str, kept: dict[str, Any]) -> Sentence:
    """Write what the log kept of a fact."""
    days = {name: kept[name] and date.fromisoformat(kept[name]) for name in ("from_on", "until_on")}
    return said(kind, kept | days)
