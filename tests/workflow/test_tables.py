"""One set of tests over every table: states, steps, roles, letters and terms fit together."""

import pytest

from letters.register import LETTERS
from tests.workflow.every_row import ROWS
from tests.workflow.kinds import ROOMS, said
from workflow.register import CASES, WORKFLOWS
from workflow.roles import HELD_AT, TITLES, Party, Role
from workflow.rows import NEW, SAME

TABLES = pytest.mark.parametrize("table", WORKFLOWS.values(), ids=WORKFLOWS)
HELD = set().union(*HELD_AT.values())


def moves(table):
    """Where every row goes from and to."""
    return [(source, source if s.dest == SAME else s.dest) for t, s, source in ROWS if t is table]


@TABLES
def test_every_state_can_be_reached_from_the_opening(table):
    reached, todo = set(), [NEW]
    while todo:
        state = todo.pop()
        reached.add(state)
        todo += [dest for source, dest in moves(table) if source == state and dest not in reached]
    assert reached == {NEW, *(state.key for state in table.states)}


@TABLES
def test_an_end_is_never_left_and_every_other_state_is(table):
    left = {source for source, dest in moves(table) if source != dest}
    assert {state.key for state in table.states if not state.end} | {NEW} == left


@TABLES
def test_an_end_can_be_reached_from_every_state(table):
    near_end = {state.key for state in table.states if state.end}
    while more := {source for source, dest in moves(table) if dest in near_end} - near_end:
        near_end |= more
    assert near_end == {NEW, *(state.key for state in table.states)}


@TABLES
def test_a_file_waits_for_nobody_only_where_nothing_more_is_done(table):
    waiting = {state.key for state in table.states if state.waits_for}
    assert waiting.isdisjoint(state.key for state in table.states if state.end)
    silent = getattr(ROOMS[table.kind], "SILENT", ())
    assert {state.key for state in table.states if not state.end} - waiting == set(silent)


@TABLES
def test_every_state_step_and_term_has_a_title(table):
    named = [*table.states, *table.steps, *table.terms, table]
    assert all(row.title.strip() and row.title[0].isupper() for row in named)
    assert all(state.short for state in table.states)
    assert all(term.consequence and term.source for term in table.terms)


@TABLES
def test_states_steps_and_terms_have_one_meaning_each(table):
    states = [state.key for state in table.states]
    rows = [(step.action, source) for t, step, source in ROWS if t is table]
    terms = [term.name for term in table.terms]
    assert len(states) == len(set(states))
    assert len(rows) == len(set(rows))
    assert len(terms) == len(set(terms))


@TABLES
def test_one_action_has_one_title(table):
    titles = {}
    for step in table.steps:
        assert titles.setdefault(step.action, step.title) == step.title


@TABLES
def test_a_file_is_opened_by_one_row(table):
    assert sum(NEW in step.sources for step in table.steps) == 1
    assert NEW in table.steps[0].sources


@TABLES
def test_every_role_in_a_table_is_held_by_some_organisation(table):
    for step in table.steps:
        assert step.roles
        assert set(step.roles) <= HELD | {Role.SYSTEM}
    for state in table.states:
        assert set(state.reads) | set(state.edits) <= HELD
        assert set(state.waits_for) <= HELD | set(Party)


@TABLES
def test_nothing_is_named_without_a_title_for_its_role(table):
    assert {role for step in table.steps for role in step.roles} <= TITLES.keys()
    assert {who for state in table.states for who in state.waits_for} <= TITLES.keys()


@TABLES
def test_every_letter_a_table_names_exists(table):
    assert {name for step in table.steps for name in step.letters} <= LETTERS.keys()
    assert {name for step in table.steps for name in step.cancels} <= LETTERS.keys()


def test_every_letter_is_made_by_some_row():
    assert LETTERS.keys() == {name for _, step, _ in ROWS for name in step.letters}


@TABLES
def test_who_edits_a_state_also_reads_it(table):
    for state in table.states:
        assert set(state.edits) <= set(state.reads), state.key


@TABLES
def test_who_takes_a_step_reads_the_file_where_it_stands(table):
    for state in table.states:
        for step in table.steps_from(state.key):
            assert set(step.roles) - {Role.SYSTEM} <= set(state.reads), (state.key, step.action)


@TABLES
def test_whom_a_file_waits_for_can_read_it(table):
    for state in table.states:
        assert {role for role in state.waits_for if isinstance(role, Role)} <= set(state.reads)


@TABLES
def test_terms_name_steps_of_their_table(table):
    actions = {step.action for step in table.steps}
    for term in table.terms:
        assert term.starts and term.stops
        assert {*term.starts, *term.stops} <= actions


@TABLES
def test_no_term_runs_on_in_a_file_that_ended(table):
    seen, todo = set(), [(NEW, frozenset())]
    proven = said(table.kind, "STOPPED_BY_ITS_CONDITION", set())
    while todo:
        state, terms = todo.pop()
        for step in table.steps_from(state):
            stopped = {t.name for t in table.terms if step.action in t.stops}
            stopped |= {name for action, name in proven if action == step.action}
            started = {t.name for t in table.terms if step.action in t.starts}
            after = (step.dest_from(state), frozenset(terms - stopped | started))
            todo += [] if after in seen else [after]
            seen.add(after)
    ends = {state.key for state in table.states if state.end}
    assert not {(state, terms) for state, terms in seen if state in ends and terms}


@TABLES
def test_the_history_tells_of_every_step_somebody_takes(table):
    assert table.told.keys() == {step.action for step in table.steps if not step.automatic}
    assert all(table.tell(step.action) != step.title for step in table.steps if not step.automatic)
    assert all(table.tell(step.action) == step.title for step in table.steps if step.automatic)


def test_every_kind_has_its_own_name_and_prefix():
    assert list(WORKFLOWS) == [table.kind for table in WORKFLOWS.values()]
    assert WORKFLOWS.keys() == ROOMS.keys()
    assert len({table.prefix for table in WORKFLOWS.values()}) == len(WORKFLOWS)
    assert all(table.article for table in WORKFLOWS.values())


def test_the_work_list_shows_files_and_not_letters_points_or_clients():
    beside = ("agenda_item", "post", "client")
    assert [table.kind for table in CASES] == [kind for kind in WORKFLOWS if kind not in beside]


@TABLES
def test_the_database_is_told_every_state(table):
    listed = ", ".join(f"'{state.key}'" for state in table.states)
    assert table.check() == f"state IN ({listed})"
