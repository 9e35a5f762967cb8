"""Roles end, and a person with roles at two organisations acts for one at a time."""

from datetime import timedelta

import factories
import pytest
from conftest import TODAY

from tests.forms.pages import words_on
from workflow.models import RoleGrant, db
from workflow.roles import Role

NUMBER = "88.02.17-954."


def _ended(person, day):
    for grant in person.grants:
        grant.until_on = day
    db.session.commit()


@pytest.mark.parametrize("login", ["mw", "klerk", "hoofd", "secretaris", "lid", "voorzitter", "directeur", "tb"])
def test_somebody_whose_role_has_ended_sees_nothing(file_at, enter, login):
    file = file_at("geagendeerd")
    browser, letter = enter(login), file.letter("sociaal_verslag").reference
    _ended(file.staff[login], file.now.date() - timedelta(days=1))
    for address in (
        "/", "/dossiers", f"/dossiers/{file.case.reference}", f"/brieven/{letter}", f"/brieven/{letter}.pdf",
        "/clienten",
        "/zoeken?q=Amina", "/post", "/zittingen", "/procedures",
    ):  # fmt: skip
        answer = browser.get(address)
        assert answer.status_code == 403 and "Amina" not in words_on(answer), address


def test_somebody_whose_role_has_ended_takes_no_step(file_at, enter):
    file = file_at("geagendeerd")
    browser = enter("mw")
    _ended(file.staff["mw"], file.now.date() - timedelta(days=1))
    answer = browser.post(f"/dossiers/{file.case.reference}/noteer", data={"remark": "nog iets", "seen": 1})
    assert answer.status_code == 403
    assert "noteer" not in {e.action for e in _entries(file)}


def _entries(file):
    from workflow.models import LogEntry

    return db.session.query(LogEntry).filter_by(chain_id=file.case.id)


def test_somebody_whose_role_has_ended_can_still_sign_out(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    _ended(file.staff["mw"], file.now.date() - timedelta(days=1))
    assert browser.post("/afmelden").headers["Location"] == "/aanmelden"
    assert browser.get("/").status_code == 302


def test_a_role_is_held_on_its_last_day(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    _ended(file.staff["mw"], file.now.date())
    assert browser.get("/").status_code == 200


def test_a_role_that_starts_tomorrow_opens_nothing_today(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    file.staff["mw"].grants[0].from_on = file.now.date() + timedelta(days=1)
    db.session.commit()
    assert browser.get("/").status_code == 403


@pytest.fixture
def both(file_at):
    """A notified file, and a social worker of OCMW Gent who is a counsellor of Amal as well."""
    file = file_at("kennisgegeven")
    file.staff["mw"].grants.append(RoleGrant(organisation=factories.amal(), role=Role.COUNSELLOR, from_on=TODAY))
    db.session.commit()
    return file


def _works_for(browser, organisation):
    answer = browser.post("/organisatie", data={"organisation": organisation.id})
    assert answer.status_code == 302
    return browser


def test_a_person_of_two_organisations_sees_the_part_of_the_one_he_acts_for(both, enter):
    browser, page = enter("mw"), f"/dossiers/{both.case.reference}"
    assert NUMBER in words_on(browser.get(page))
    _works_for(browser, factories.amal())
    assert browser.get(page).status_code == 200
    assert NUMBER not in words_on(browser.get(page))
    _works_for(browser, factories.organisation())
    assert NUMBER in words_on(browser.get(page))


def test_a_person_of_two_organisations_takes_only_the_steps_of_the_one_he_acts_for(both, enter):
    browser, file = enter("mw"), f"/dossiers/{both.case.reference}"
    assert browser.get(f"{file}/licht_in_ocmw").status_code == 200
    assert browser.get(f"{file}/licht_in_amal").status_code == 404
    _works_for(browser, factories.amal())
    assert browser.get(f"{file}/licht_in_ocmw").status_code == 404
    assert browser.get(f"{file}/licht_in_amal").status_code == 200


def test_a_step_is_logged_for_the_organisation_one_acts_for(both, enter):
    browser = _works_for(enter("mw"), factories.amal())
    page = f"/dossiers/{both.case.reference}/noteer"
    assert browser.post(page, data={"remark": "gebeld", "seen": both.case.version}).status_code == 302
    entry = _entries(both).filter_by(action="noteer").one()
    assert (entry.organisation_id, entry.role) == (factories.amal().id, Role.COUNSELLOR)


def test_nobody_acts_for_an_organisation_where_he_has_no_role(both, enter):
    browser = enter("mw")
    for organisation in (factories.organisation("ocmw_evergem").id, "", "onzin"):
        assert browser.post("/organisatie", data={"organisation": organisation}).status_code == 404
    assert "OCMW Gent" in words_on(browser.get("/"))


def test_a_letter_to_sign_for_one_organisation_is_not_there_for_the_other(file_at, enter):
    file = file_at("beslist")
    file.post("beslissing", "leg_voor", "secretaris")
    evergem = factories.organisation("ocmw_evergem")
    file.staff["voorzitter"].grants.append(RoleGrant(organisation=evergem, role=Role.DIRECTORATE, from_on=TODAY))
    db.session.commit()
    browser, letter = enter("voorzitter"), f"/brieven/{file.letter('beslissing').reference}"
    _works_for(browser, factories.organisation())
    assert browser.get(letter).status_code == 200
    _works_for(browser, evergem)
    assert browser.get(letter).status_code == 404


def test_a_role_that_ended_at_the_chosen_organisation_leaves_the_other(both, enter, clock):
    browser = _works_for(enter("mw"), factories.amal())
    amal = next(g for g in both.staff["mw"].grants if g.role == Role.COUNSELLOR)
    amal.until_on = clock.now.date() - timedelta(days=1)
    db.session.commit()
    assert NUMBER in words_on(browser.get(f"/dossiers/{both.case.reference}"))
