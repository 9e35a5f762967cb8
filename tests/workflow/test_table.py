"""A table that contradicts itself does not come into being; a good one answers what may be done."""

import pytest

from tests.workflow.dates import day
from tests.workflow.files import moment
from workflow.roles import Role
from workflow.rows import NEW, SAME, State, Step, StepRefused, Term, asked, guard
from workflow.table import Workflow

CLERK, HEAD = Role.CLERK, Role.TEAM_LEAD
TODAY = day("Mon 02/03/2026")


class File:
    """A file of the small table below."""

    def __init__(self, state=NEW, papers=True, words=True):
        self.state, self.papers, self.words, self.opened = state, papers, words, None


@guard("De papieren ontbreken (%(state)s).", state=lambda file, when: file.state)
def papers_there(file, when):
    return file.papers


@asked("Schrijf waarom.")
def explained(file, when):
    return file.words


def write_day(file, when):
    file.opened = when.today


DRAFT = State("ontwerp", "Ontwerp", "In ontwerp", (CLERK,), (CLERK, HEAD), (CLERK,))
DONE = State("klaar", "Klaar", "Is klaar", (), (HEAD,), end=True)
STEPS = (
    Step("open", NEW, "ontwerp", CLERK, "Open", then=write_day),
    Step("noteer", "ontwerp", SAME, (CLERK, HEAD), "Noteer", rare=True),
    Step("keur_goed", "ontwerp", "klaar", HEAD, "Keur goed", (papers_there, explained)),
    Step("verval", "ontwerp", "klaar", Role.SYSTEM, "Verval", (papers_there,)),
)


def table(states=(DRAFT, DONE), steps=STEPS, terms=()):
    return Workflow("proef", "Proef", "PR", "art. 1", "ocmw_gent", states, steps, terms)


def test_a_misspelt_state_fails_at_import():
    with pytest.raises(ValueError, match=r"proef: steps name states that do not exist: \['ontwerpp'\]"):
        table(steps=(*STEPS, Step("fout", "ontwerpp", "klaar", CLERK, "Fout")))
    with pytest.raises(ValueError, match=r"do not exist: \['klaarr'\]"):
        table(steps=(*STEPS, Step("fout", "ontwerp", "klaarr", CLERK, "Fout")))


def test_a_history_of_an_unknown_step_fails_at_import():
    with pytest.raises(ValueError, match=r"proef: history tells of steps that do not exist: \['sloot'\]"):
        Workflow("proef", "Proef", "PR", "art. 1", "ocmw_gent", (DRAFT, DONE), STEPS, told={"sloot": "Gesloten"})


def test_a_state_nobody_can_reach_fails_at_import():
    lost = State("zoek", "Zoek", "Zoek", (), (), end=True)
    with pytest.raises(ValueError, match=r"proef: states nobody can reach: \['zoek'\]"):
        table(states=(DRAFT, DONE, lost))


def test_two_states_that_only_reach_each_other_fail_at_import():
    island = [State(key, key, key, (), ()) for key in ("ver", "weg")]
    steps = (*STEPS, Step("heen", "ver", "weg", CLERK, "Heen"), Step("terug", "weg", "ver", CLERK, "Terug"))
    with pytest.raises(ValueError, match=r"nobody can reach: \['ver', 'weg'\]"):
        table(states=(DRAFT, DONE, *island), steps=steps)


def test_an_end_that_can_be_left_fails_at_import():
    with pytest.raises(ValueError, match=r"proef: states that end but can be left, .*: \['klaar'\]"):
        table(steps=(*STEPS, Step("heropen", "klaar", "ontwerp", HEAD, "Heropen")))


def test_a_state_without_a_way_out_that_is_no_end_fails_at_import():
    with pytest.raises(ValueError, match=r"or cannot be left: \['klaar'\]"):
        table(states=(DRAFT, State("klaar", "Klaar", "Is klaar", (), ())))


@pytest.mark.parametrize(("starts", "stops"), [(("opent",), ("noteer",)), (("open",), ("noteert",))])
def test_a_term_that_names_an_unknown_step_fails_at_import(starts, stops):
    term = Term("termijn", "Termijn", starts, stops, lambda file, when: None, "te laat", "art. 1")
    with pytest.raises(ValueError, match=r"proef: terms name steps that do not exist: \['(opent|noteert)'\]"):
        table(terms=(term,))


def test_a_step_that_keeps_the_state_may_stand_on_an_end():
    assert table(steps=(*STEPS, Step("nota", "klaar", SAME, HEAD, "Nota"))).step("nota", "klaar")


def test_taking_a_row_moves_the_file_and_does_what_the_row_fixes():
    file = File()
    step = table().take("open", file, moment(TODAY, CLERK))
    assert (step.action, file.state, file.opened) == ("open", "ontwerp", TODAY)


def test_a_refused_row_fixes_nothing():
    file = File()
    with pytest.raises(StepRefused, match="Enkel voor: administratief medewerker"):
        table().take("open", file, moment(TODAY, HEAD))
    assert (file.state, file.opened) == (NEW, None)


def test_two_rows_of_one_action_each_leave_their_own_state():
    steps = (*STEPS, Step("open", "ontwerp", "klaar", HEAD, "Open"))
    file, both = File(), moment(TODAY, CLERK, HEAD)
    assert table(steps=steps).take("open", file, both) is STEPS[0]
    assert table(steps=steps).take("open", file, both) is steps[-1]
    assert file.state == "klaar"


def test_what_the_form_asks_does_not_hide_a_step_but_what_lies_in_the_file_does():
    file, head = File("ontwerp", papers=False, words=False), moment(TODAY, HEAD)
    offered = {step.action: [str(o) for o in obstacles] for step, obstacles in table().offered(file, head)}
    assert offered == {"noteer": [], "keur_goed": ["De papieren ontbreken (ontwerp)."]}
    assert [str(o) for o in STEPS[2].objections(file, head)] == ["De papieren ontbreken (ontwerp).", "Schrijf waarom."]


def test_a_wrong_role_is_an_obstacle_too():
    assert STEPS[2].obstacles(File("ontwerp"), moment(TODAY, CLERK)) == ["Enkel voor: hoofdmaatschappelijk werker."]


def test_nobody_is_offered_a_step_of_another_role():
    assert list(table().offered(File("ontwerp"), moment(TODAY, Role.DPO))) == []


def test_the_office_takes_only_its_own_rows_and_only_when_nothing_is_against_them():
    assert table().automatic_step(File("ontwerp"), moment(TODAY, CLERK)) is STEPS[3]
    assert table().automatic_step(File("ontwerp", papers=False), moment(TODAY, CLERK)) is None
    assert table().automatic_step(File(), moment(TODAY, CLERK)) is None


def test_a_row_shared_with_people_is_not_automatic():
    assert [step.automatic for step in STEPS] == [False, False, False, True]
    assert not Step("weg", "ontwerp", "klaar", (CLERK, Role.SYSTEM), "Weg").automatic


def test_a_table_finds_its_states_and_rows():
    assert table().state("klaar") is DONE
    assert [step.action for step in table().steps_from("ontwerp")] == ["noteer", "keur_goed", "verval"]
    assert table().step("noteer", "ontwerp") is STEPS[1]
    assert table().step("noteer", "klaar") is None


def test_a_table_says_where_a_role_may_read():
    assert table().readable_in(frozenset({CLERK})) == ["ontwerp"]
    assert table().readable_in(frozenset({HEAD})) == ["ontwerp", "klaar"]
    assert table().readable_in(frozenset({Role.DPO})) == []
