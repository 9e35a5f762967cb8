"""The log as proof: every entry carries the hash of the one before it (one chain per file).

An edited, removed or inserted entry breaks the chain from that place on; `breaks` names it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any

from workflow.models.case import NO_ENTRY, Chained
from workflow.models.log_entry import LogEntry

_HASHED = (
    "chain_id",
    "number",
    "actor_id",
    "actor_name",
    "role",
    "organisation_id",
    "subject_kind",
    "subject_id",
    "version",
    "action",
    "source",
    "dest",
    "remark",
    "fields",
    "papers",
    "shared",
    "ticket",
    "previous",
)


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return getattr(value, "reference", None) or value.id


def canonical(value: Any) -> str:
    """Write a value as the one JSON text that is hashed: sorted keys, no spaces, dates as ISO."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def sha256_of(value: Any) -> str:
    """Compute the SHA-256 of a value over its one JSON text."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def hash_of(entry: LogEntry) -> str:
    """Compute the hash of an entry over everything it says and over the entry before it."""
    facts = {name: getattr(entry, name) for name in _HASHED} | {"at": f"{entry.at:%Y-%m-%dT%H:%M:%S.%f%z}"}
    return sha256_of(facts)


def append(chained: Chained, entry: LogEntry) -> LogEntry:
    """Add an entry to the chain of a file and move the head of the chain."""
    entry.chain_id, entry.number, entry.previous = chained.id, chained.entries + 1, chained.head
    entry.hash = hash_of(entry)
    chained.head, chained.entries = entry.hash, entry.number
    return entry


def breaks(chained: Chained, entries: Iterable[LogEntry]) -> Iterator[str]:
    """Name every place where the chain of a file does not hold, in Dutch."""
    previous, number, state = NO_ENTRY, 0, chained.state
    for entry in entries:
        number += 1
        if entry.number != number or entry.previous != previous:
            yield f"{chained.reference}, regel {entry.number}: sluit niet aan op de regel ervoor"
        if hash_of(entry) != entry.hash:
            yield f"{chained.reference}, regel {entry.number}: is veranderd na het schrijven"
        previous, number = entry.hash, entry.number
        state = entry.dest if entry.subject_id == chained.id else state
    if (previous, number) != (chained.head, chained.entries):
        yield f"{chained.reference}: de laatste regel ontbreekt of hoort er niet bij"
    if state != chained.state:
        yield f"{chained.reference}: de stand in het dossier is niet die van het logboek"
