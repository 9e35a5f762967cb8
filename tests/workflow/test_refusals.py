"""The refusals that carry a date, a number or a name, written out in full."""

import pytest

from tests.workflow.every_row import GUARDED, GUARDS, ROWS, bare, named, ready
from tests.workflow.files import REPORTED, moment
from tests.workflow.kinds import every, spoil_of

FILLED = every("FILLED", {})


def spoiled(name):
    """The condition, with a file in which it does not hold and the moment."""
    table, step, source, guard = next(row for row in GUARDED if row[3].name == name)
    file, when = ready(table, step, source)
    spoil_of(table.kind, name)(file)
    return guard, file, when


def test_every_refusal_that_carries_a_value_is_written_out():
    assert FILLED.keys() == {name for name, guard in GUARDS.items() if guard.values}


@pytest.mark.parametrize("name", FILLED)
def test_a_refusal_names_its_date_its_number_or_its_person(name):
    guard, file, when = spoiled(name)
    assert str(guard.objection(file, when)) == FILLED[name]


@pytest.mark.parametrize("name", sorted(GUARDS.keys() - FILLED.keys()))
def test_every_other_refusal_is_a_whole_sentence(name):
    guard, file, when = spoiled(name)
    said = str(guard.objection(file, when))
    assert said == guard.reason
    assert said[0].isupper() and said.endswith(".") and "%" not in said


HOLDS_ON_AN_EMPTY_FILE = every("HOLDS_ON_AN_EMPTY_FILE", set())


def test_a_request_without_its_form_is_refused_in_words():
    for table, step, source in ROWS:
        file = bare(table, source)
        for guard in step.only_if:
            holds = guard.objection(file, moment(REPORTED, *step.roles)) is None
            assert holds is (guard.name in HOLDS_ON_AN_EMPTY_FILE), (named([(table, step, source)]), guard.name)
