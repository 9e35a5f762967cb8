"""Every row of every table is taken once, and every condition refuses once: without a database."""

import pytest

from tests.workflow.every_row import ACTIONS, GUARDED, GUARDS, ROWS, named, ready
from tests.workflow.files import moment
from tests.workflow.kinds import companions_of, every, spoil_of
from workflow.register import WORKFLOWS
from workflow.roles import TITLES, Role
from workflow.rows import NEW, StepRefused


def refusals(table, action, file, when):
    """The reasons with which a table refuses; the file must stay where it was."""
    before = file.state
    with pytest.raises(StepRefused) as refused:
        table.take(action, file, when)
    assert file.state == before
    return [str(reason) for reason in refused.value.reasons]


@pytest.mark.parametrize(("table", "step", "source"), ROWS, ids=named(ROWS))
def test_every_row_is_taken_by_every_role_it_names(table, step, source):
    for role in step.roles:
        file, when = ready(table, step, source, role)
        assert table.take(step.action, file, when) is step
        assert file.state == (source if step.dest == "=" else step.dest)


@pytest.mark.parametrize(("table", "step", "source", "guard"), GUARDED, ids=named(GUARDED))
def test_every_condition_refuses_its_row_and_no_other_condition_does(table, step, source, guard):
    file, when = ready(table, step, source)
    spoil_of(table.kind, guard.name)(file)
    reasons = refusals(table, step.action, file, when)
    refusing = [g.name for g in step.only_if if g.objection(file, when)]
    assert set(refusing) == {guard.name} | companions_of(table.kind, guard.name)
    assert str(guard.objection(file, when)) in reasons
    assert len(reasons) == len(refusing)


def test_every_condition_has_a_way_to_spoil_it():
    assert every("SPOILS", {}).keys() == GUARDS.keys()


def test_a_name_stands_for_one_condition():
    assert all(GUARDS[guard.name] is guard for _, _, _, guard in GUARDED)


@pytest.mark.parametrize(("table", "step", "source"), ROWS, ids=named(ROWS))
def test_every_row_is_closed_to_all_other_roles(table, step, source):
    file, when = ready(table, step, source)
    others = frozenset(Role) - set(step.roles)
    reasons = refusals(table, step.action, file, moment(when.today, *others))
    assert f"Enkel voor: {', '.join(TITLES[role].lower() for role in step.roles)}." in reasons


@pytest.mark.parametrize(("table", "step"), ACTIONS, ids=named(ACTIONS))
def test_a_step_is_refused_in_every_state_it_does_not_leave(table, step):
    file, when = ready(table, step, step.sources[0])
    for state, title in [(NEW, NEW), *((state.key, state.title) for state in table.states)]:
        if table.step(step.action, state) is None:
            file.state = state
            assert refusals(table, step.action, file, when) == [f"Dit kan niet in de fase '{title}'."]


def test_a_step_that_does_not_exist_is_refused():
    file, when = ready(*ROWS[0])
    assert refusals(WORKFLOWS["sanction"], "verbeurd", file, when) == ["Dit kan niet in de fase 'nieuw'."]


def test_every_reason_is_given_at_once():
    table = WORKFLOWS["sanction"]
    file, when = ready(table, table.step("maan_aan", "gemeld"), "gemeld")
    file.lawful_reason, file.reason_examined, file.remedy, file.remedy_by = None, "", "", None
    assert refusals(table, "maan_aan", file, moment(when.today, Role.CLERK)) == [
        "Enkel voor: maatschappelijk werker.",
        "Er is een wettige reden. Dan kan er geen aanmaning zijn: sluit het dossier zonder gevolg "
        "(RMI-wet art. 30 § 2).",
        "Zeg hoe je nagekeken hebt of er een wettige reden is.",
        "Schrijf welke verplichting niet is nagekomen en wat de cliënt moet doen.",
        "Geef de cliënt tijd tot minstens 19/03/2026: 14 dagen na de veilige kennisgevingsdag.",
    ]


def test_a_refusal_reads_as_one_text():
    assert str(StepRefused(["Eerst dit.", "Dan dat."])) == "Eerst dit. Dan dat."
