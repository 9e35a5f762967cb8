"""The log as proof: an entry that was edited, removed, swapped or inserted is named."""

import re
from datetime import UTC, datetime, timedelta
from enum import Enum

import pytest

from tests.workflow.dates import day
from tests.workflow.files import letter, sanction
from workflow import chain
from workflow.measures import Kind
from workflow.models import Client, LogEntry
from workflow.models.case import NO_ENTRY

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STATES = ("nieuw", "gemeld", "aanmaning", "aangemaand", "hoorzitting")


def entry(case, source, dest, **changes):
    """An entry as a step writes it."""
    facts = {
        "at": NOON,
        "actor_id": "mw",
        "actor_name": "Mia Werker",
        "role": "maatschappelijk_werker",
        "organisation_id": "gent",
        "subject_kind": "sanction",
        "subject_id": case.id,
        "version": 1,
        "action": "stap",
        "source": source,
        "dest": dest,
        "remark": "",
        "fields": "{}",
        "papers": "[]",
        "shared": False,
        "ticket": None,
    }
    return LogEntry(**facts | changes)


def written():
    """A file with four entries, in the state the last one says."""
    case = sanction("hoorzitting")
    entries = [
        chain.append(case, entry(case, source, dest, at=NOON + timedelta(days=n)))
        for n, (source, dest) in enumerate(zip(STATES, STATES[1:], strict=False))
    ]
    return case, entries


def broken(case, entries):
    """What is said of a chain, without the reference it begins with."""
    return [said.removeprefix("SD-2026-0001").lstrip(",: ") for said in chain.breaks(case, entries)]


LOOSE = "sluit niet aan op de regel ervoor"
EDITED = "is veranderd na het schrijven"
TAIL = "de laatste regel ontbreekt of hoort er niet bij"
STAND = "de stand in het dossier is niet die van het logboek"


def test_an_untouched_chain_holds():
    case, entries = written()
    assert broken(case, entries) == []
    assert (case.head, case.entries) == (entries[-1].hash, 4)


def test_every_entry_carries_the_hash_of_the_one_before_it():
    case, entries = written()
    assert [e.number for e in entries] == [1, 2, 3, 4]
    assert [e.previous for e in entries] == [NO_ENTRY, *(e.hash for e in entries[:-1])]
    assert {e.chain_id for e in entries} == {case.id}
    assert all(re.fullmatch("[0-9a-f]{64}", e.hash) for e in entries)


def test_a_file_without_entries_holds_until_it_claims_some():
    case = sanction("nieuw")
    assert broken(case, []) == []
    case.entries = 1
    assert broken(case, []) == [TAIL]


SAID = {
    "at": NOON + timedelta(seconds=1),
    "chain_id": "een ander dossier",
    "actor_id": "mw2",
    "actor_name": "Iemand anders",
    "role": "beheerder",
    "organisation_id": "amal",
    "subject_kind": "post",
    "version": 7,
    "action": "noteer",
    "source": "geadviseerd",
    "dest": "gehoord",
    "remark": "Achteraf toegevoegd.",
    "fields": '{"remedy_by":"2026-03-24"}',
    "papers": '[{"pdf":"0"}]',
    "shared": True,
    "ticket": "abc",
}


@pytest.mark.parametrize(("name", "other"), SAID.items())
def test_an_edited_entry_is_named_whatever_was_changed_in_it(name, other):
    case, entries = written()
    setattr(entries[1], name, other)
    assert broken(case, entries) == [f"regel 2: {EDITED}"]


def test_everything_an_entry_says_is_under_its_hash():
    unhashed = {"id", "hash"}
    tied = {"number", "previous", "subject_id"}
    assert {column.name for column in LogEntry.__table__.columns} == SAID.keys() | unhashed | tied


def test_an_entry_about_another_subject_is_edited_and_leaves_the_state_unexplained():
    case, entries = written()
    entries[3].subject_id = "een brief"
    assert broken(case, entries) == [f"regel 4: {EDITED}", STAND]


def test_an_entry_with_another_place_in_the_chain_is_edited():
    case, entries = written()
    entries[3].number = 9
    assert broken(case, entries) == [f"regel 9: {LOOSE}", f"regel 9: {EDITED}", TAIL]


def test_an_edited_entry_with_a_new_hash_breaks_the_next_one():
    case, entries = written()
    entries[1].remark = "Achteraf toegevoegd."
    entries[1].hash = chain.hash_of(entries[1])
    assert broken(case, entries) == [f"regel 3: {LOOSE}"]


def test_the_last_entry_edited_with_a_new_hash_no_longer_fits_the_file():
    case, entries = written()
    entries[3].remark = "Achteraf toegevoegd."
    entries[3].hash = chain.hash_of(entries[3])
    assert broken(case, entries) == [TAIL]


def test_a_removed_entry_is_named_by_the_one_after_it():
    case, entries = written()
    del entries[1]
    assert broken(case, entries) == [f"regel 3: {LOOSE}"]


def test_a_removed_first_entry_is_named():
    case, entries = written()
    assert broken(case, entries[1:]) == [f"regel 2: {LOOSE}"]


def test_a_removed_last_entry_is_named():
    case, entries = written()
    assert broken(case, entries[:-1]) == [TAIL, STAND]


def test_two_swapped_entries_are_named():
    case, entries = written()
    entries[1], entries[2] = entries[2], entries[1]
    assert broken(case, entries) == [f"regel {n}: {LOOSE}" for n in (3, 2, 4)]


def test_an_inserted_entry_is_named_with_the_one_after_it():
    case, entries = written()
    false = entry(case, "gemeld", "gemeld", chain_id=case.id, number=2, previous=entries[0].hash)
    false.hash = chain.hash_of(false)
    assert broken(case, [entries[0], false, *entries[1:]]) == [f"regel 2: {LOOSE}"]
    assert broken(case, [*entries, false])[0] == f"regel 2: {LOOSE}"


def test_a_file_that_was_moved_without_an_entry_is_named():
    case, entries = written()
    case.state = "gehoord"
    assert list(chain.breaks(case, entries)) == [f"SD-2026-0001: {STAND}"]


def test_an_entry_of_a_letter_leaves_the_state_of_its_file():
    case, entries = written()
    row = letter("ontwerp")
    about = entry(case, "nieuw", "ontwerp", subject_id=row.id, subject_kind="post")
    assert broken(case, [*entries, chain.append(case, about)]) == []


def test_the_instant_counts_to_the_microsecond():
    case, (first, *_) = written()
    first.at = first.at + timedelta(microseconds=1)
    assert chain.hash_of(first) != first.hash


def test_values_are_written_as_one_canonical_text():
    case = sanction()
    written_out = chain.canonical(
        {"z": day("Mon 02/03/2026"), "a": NOON, "kind": Kind.NONE, "file": case, "who": Client(id="k1"), "naam": "Zoë"}
    )
    assert written_out == (
        '{"a":"2026-03-02T12:00:00+00:00","file":"SD-2026-0001","kind":"geen_sanctie","naam":"Zoë","who":"k1",'
        '"z":"2026-03-02"}'
    )


def test_an_enumeration_that_is_no_text_is_written_by_its_value():
    assert chain.canonical([Enum("Proef", {"EEN": 1}).EEN]) == "[1]"
