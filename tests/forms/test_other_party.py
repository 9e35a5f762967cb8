"""Every kind of file in every state: the other organisation sees only its part, and a third one nothing."""

from collections import Counter

import pytest

from forms.actions import perform
from tests.forms.pages import tree_of, words_on
from tests.walks import WALKS
from workflow.models import Baton, Letter, Person, db
from workflow.moment import civil_date
from workflow.procedures.post import OUTSIDE
from workflow.register import CASES, WORKFLOWS
from workflow.roles import Role

STANDS = [(kind, state) for kind, walk in WALKS.items() for state in walk.LINE]
TWINS = {"mw2", "directie2.amal"}
"""Who has the same role at the same house as somebody else."""
SECRET, TOLD = "Alleenonshuis", "Ookvoorjullie"


@pytest.fixture
def walked(file_at, request):
    """A file with a note of the house that keeps it, and one it shares with the other party."""
    kind, state = request.param
    file = file_at(state, kind)
    login = _writer(file)
    for words, shared in ((SECRET, False), (TOLD, True)):
        perform(file.case, "noteer", file.actor(login), file.now, remark=words, shared=shared)
    db.session.commit()
    return file


def _writer(file):
    """Somebody of the house that keeps the file, who may write a note now."""
    step = WORKFLOWS[file.case.kind].step("noteer", file.case.state)
    return next(login for login, who in _people(file.case.owner_id).items() if who & set(step.roles))


def _people(organisation_id, without=False):
    """The roles of everybody of an organisation, or of all others, by login."""
    found = {}
    for person in db.session.query(Person):
        roles = {Role(grant.role) for grant in person.grants if (grant.organisation_id == organisation_id) != without}
        if roles and not person.login.startswith("bcsd"):
            found[person.login] = roles
    return {login: roles for login, roles in found.items() if login not in TWINS}


def _readers(file):
    """Everybody of another organisation, with whether he may read the file where it stands."""
    readable = set(WORKFLOWS[file.case.kind].state(file.case.state).reads)
    parties = {share.organisation_id for share in file.case.shares}
    for login, roles in _people(file.case.owner_id, without=True).items():
        house = next(p for p in db.session.query(Person) if p.login == login).grants[0].organisation_id
        yield login, house, house in parties and bool(roles & readable)


def _late(login, house, today):
    """How many turns of somebody's roles at his house are late."""
    roles = [grant.role for person in db.session.query(Person).filter_by(login=login) for grant in person.grants]
    own = (Baton.organisation_id == house, Baton.role.in_(roles), Baton.since <= today, Baton.due_on < today)
    return db.session.query(Baton).filter(*own).count()


@pytest.mark.parametrize("walked", STANDS, ids="-".join, indirect=True)
def test_another_organisation_sees_only_its_part_and_counts_only_its_own_turns(walked, enter):
    case, number = walked.case, walked.client.national_number if walked.case.client_id else "no number"
    letters = [(letter.reference, letter.from_organisation_id, letter.to_organisation_id, letter.state)
               for letter in db.session.query(Letter).filter_by(case_id=case.id)]  # fmt: skip
    cosigned = {(s.letter.reference, s.organisation_id) for letter in case.letters for s in letter.signatures}
    signers = {(s.letter.reference, s.person.login) for letter in case.letters for s in letter.signatures}
    reference, seen, today = case.reference, Counter(), civil_date(walked.now)
    for login, house, reads in list(_readers(walked)):
        browser = enter(login)
        page = browser.get(f"/dossiers/{reference}")
        assert page.status_code == (200 if reads else 404), login
        seen[reads] += 1
        if reads:
            words = words_on(page)
            assert {SECRET, TOLD} & set(words.split()) == {TOLD} and number not in words, login
        assert (reference in words_on(browser.get("/dossiers"))) is reads, login
        team = browser.get("/?wie=team")
        assert (reference in words_on(team)) <= reads, login
        assert int(tree_of(team).find(".//nav[@class='tiles']/a/b").text) == _late(login, house, today), login
        found = browser.get(f"/zoeken?q={reference}")
        assert found.headers.get("Location", "").endswith(reference) is reads, login
        for name, sender, to, state in letters:
            ours = sender == house and reads
            received = to == house and state in OUTSIDE
            waiting = (name, login) in signers and state in ("ter_ondertekening", "ondertekend")
            answer = browser.get(f"/brieven/{name}").status_code
            assert (answer == 200) <= (ours or received or waiting or (name, house) in cosigned), (login, name)
            assert answer in (200, 404)
            assert browser.get(f"/brieven/{name}.pdf").status_code == answer, (login, name)
    assert seen[False], "somebody sees nothing"


def test_every_kind_of_file_walks():
    assert {table.kind for table in CASES} - WALKS.keys() <= {"direction"}, "the clock opens those"
