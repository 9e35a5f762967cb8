"""A refused step changes nothing in the file; the refusal is kept apart, and the page says every reason."""

import factories
import pytest

from forms.actions import perform
from tests.forms.dump import changes, dump
from tests.forms.pages import blank_form, flaws, tree_of, words_on
from tests.forms.shelf import staff_of_the_office
from tests.walks.sanction import ADVICE
from workflow.models import Case, Refusal, db
from workflow.procedures.sanction import SANCTION
from workflow.roles import Role
from workflow.rows import NEW, StepRefused

LOGIN = {
    Role.SOCIAL_WORKER: "mw", Role.COUNSELLOR: "tb", Role.TEAM_LEAD: "hoofd", Role.BCSD_SECRETARY: "secretaris",
    Role.CLERK: "klerk",
}  # fmt: skip
ROWS = [row for row in SANCTION.steps if not row.automatic and NEW not in row.sources]
ACTIONS = list(dict.fromkeys(row.action for row in ROWS))


def _who(action, state):
    """Return who takes a step in a state, or would take it elsewhere and reads the file here."""
    rows = [row for row in ROWS if row.action == action]
    here = [row for row in rows if state in row.sources] or rows
    return next((LOGIN[r] for r in here[0].roles if r in SANCTION.state(state).reads and r in LOGIN), None)


def _leaves(action):
    return {state for row in ROWS if row.action == action for state in row.sources}


@pytest.fixture
def desks(archive, enter):
    """One browser for everybody who needs one."""
    browsers = {}

    def desk(login):
        if login not in browsers:
            browsers[login] = enter(login)
        return browsers[login]

    return desk


@pytest.fixture
def nothing_changes(archive):
    """Whatever happens in the test: every table stays as it was, but that of the refusals."""
    before = dump("refusal", "person")
    yield
    assert changes(before, dump("refusal", "person")) == []


@pytest.mark.parametrize("action", ACTIONS)
def test_a_form_with_nothing_filled_in_is_refused_and_changes_nothing(archive, desks, nothing_changes, action):
    for state in _leaves(action):
        browser, address = desks(_who(action, state)), f"/dossiers/{archive[state]}/{action}"
        answer = browser.post(address, data=blank_form(tree_of(browser.get(address))))
        assert flaws(answer, 422) == [], state
        assert tree_of(answer).findtext("head/title").startswith("Fout: "), state


@pytest.mark.parametrize("action", ACTIONS)
def test_a_step_is_refused_in_every_state_it_does_not_leave_from(archive, desks, nothing_changes, action):
    for state in set(archive) - _leaves(action):
        if who := _who(action, state):
            browser, address = desks(who), f"/dossiers/{archive[state]}/{action}"
            page = browser.get(address)
            assert "Deze stap kan nu niet" in words_on(page), state
            assert browser.post(address, data=blank_form(tree_of(page))).status_code == 422, state


NOTHING = {
    "maan_aan": {"remedy_by": None}, "pas_aanmaning_aan": {"remedy": ""}, "vul_melding_aan": {"reported_facts": []},
    "wijs_toe": {"handler_id": None}, "voer_uit": {"executed_on": None}, "verbeter_verslag": {"hearing_report": ""},
    "herzie_advies": {"advice": {**ADVICE, "situation": ""}}, "verbeter_beslissing": {"grounds": {"grounds_law": ""}},
}  # fmt: skip
"""What a form brings when somebody emptied a field that had a value; the other steps bring nothing at all."""


@pytest.mark.parametrize("action", ACTIONS)
def test_perform_refuses_a_step_without_its_facts_and_keeps_the_reasons(archive, nothing_changes, clock, action):
    people = staff_of_the_office()
    for state in _leaves(action):
        case = db.session.query(Case).filter_by(reference=archive[state]).one()
        person, kept = people[_who(action, state)], db.session.query(Refusal).count()
        with pytest.raises(StepRefused) as refused:
            perform(case, action, factories.acts(person), clock.now, fields=NOTHING.get(action, {}))
        refusal = db.session.query(Refusal).order_by(Refusal.id.desc()).first()
        assert db.session.query(Refusal).count() == kept + 1
        assert (refusal.subject_id, refusal.action, refusal.actor_id) == (case.id, action, person.id)
        assert refusal.reasons.split("\n") == [str(reason) for reason in refused.value.reasons] != [""]


def test_a_refusal_of_the_law_comes_back_on_the_page_with_every_reason_and_all_that_was_typed(file_at, enter):
    file = file_at("aangemaand")  # the remedy term still runs
    answer = enter("mw").post(
        f"/dossiers/{file.case.reference}/roep_op",
        data={
            "hearing_on": "6/3/2026",
            "hearing_time": "14.00 uur",
            "hearing_place": "In het zaaltje achteraan",
            "needs_interpreter": "neen",
            "file_access": "aan het onthaal",
            "reschedule_by": "5/3/2026",
            "remark": "Ze belde zelf.",
            "seen": file.case.version,
        },
    )
    assert answer.status_code == 422
    words = words_on(answer)
    assert "De hersteltermijn loopt nog tot en met" in words
    assert "kan ten vroegste op" in words
    page = tree_of(answer)
    typed = {field.get("name"): field.get("value") for field in page.iter("input")}
    assert (typed["hearing_on"], typed["hearing_place"]) == ("06/03/2026", "In het zaaltje achteraan")
    assert page.find(".//textarea[@name='remark']").text.strip() == "Ze belde zelf."
    assert file.case.state == "aangemaand"
