"""The committee page: who sits in it, its house rules, and what every change is refused for."""

from datetime import date, timedelta

import factories
import pytest
from conftest import TODAY

from forms.fields import read_date
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.walks import meetings, sanction
from workflow.models import Committee, CommitteeChange, Person, RoleGrant, Seat, Substitution, db
from workflow.roles import Kind, Role
from workflow.wording import written

RULES, FILL = "/comite/reglement", "/comite/zetels/nieuw"
KEEPERS = ("secretaris", "beheer")
READERS = (*KEEPERS, "lid", "voorzitter", "hoofd", "directeur")
OTHERS = ("klerk", "mw", "directie", "privacy", "tb", "contact", "partner", "directie.amal")


def _person(login):
    return db.session.query(Person).filter_by(login=login).one()


def _seat(number):
    return db.session.query(Seat).filter_by(number=number).order_by(Seat.from_on.desc()).first()


def _free(number=12, last=date(2026, 2, 28)):
    """End the term of a member, so that his seat is free."""
    _seat(number).until_on = last
    db.session.commit()


@pytest.fixture
def newcomer(app, staff):
    """Somebody with a role in the committee and no seat."""
    who = factories.person("nieuw", Role.BCSD_MEMBER, first_name="Nora", last_name="Nieuwkomer")
    db.session.commit()
    return who


def _send(browser, address, **typed):
    return browser.post(address, data=sent_by(tree_of(browser.get(address))) | typed)


def _refused(browser, address, sentence, **typed):
    """Send a form that has to be refused with a sentence at a field; nothing changes and nothing typed is lost."""
    before = dump()
    answer = _send(browser, address, **typed)
    assert flaws(answer, 422) == []
    page = tree_of(answer)
    assert sentence in " ".join(" ".join(each.itertext()) for each in page.iter("p") if each.get("class") == "err")
    kept = sent_by(page)
    assert {name: kept[name] for name in typed} == {name: _as_kept(text) for name, text in typed.items()}
    assert changes(before, dump()) == []


def _as_kept(text):
    """A date that was understood comes back as the office writes it."""
    try:
        return written(read_date(text, TODAY))
    except ValueError:
        return text


def _done(answer):
    assert (answer.status_code, answer.headers["Location"]) == (302, "/comite"), words_on(answer)


def _history():
    return [change.what for change in db.session.query(CommitteeChange).order_by(CommitteeChange.id)]


# who may read and change it


@pytest.mark.parametrize("login", READERS)
def test_who_works_with_the_committee_reads_who_sits_in_it(app, sign_in, login):
    _seat(1).list_name = "Lijst A"
    answer = sign_in(login).get("/comite")
    words = words_on(answer)
    assert flaws(answer) == []
    assert "Voorzitter Bcsd0 Zetel0 – vanaf 01/01/2020" in words and "Zetel 1 Bcsd1 Zetel1 Lijst A" in words
    assert "Er is nog niets veranderd." in words and "minstens 8 dagen vooraf" in words
    assert ("Bezet een zetel" in words) == (login in KEEPERS)


@pytest.mark.parametrize("login", OTHERS)
def test_nobody_else_reads_it(app, sign_in, login):
    browser = sign_in(login)
    assert browser.get("/comite").status_code == 403
    assert "Comité" not in words_on(browser.get("/"))


def _addresses():
    seat = _seat(1)
    row = Substitution(seat=seat, person=_person("bcsd2"), from_on=TODAY)
    db.session.add(row)
    db.session.commit()
    of_a_seat = [f"/comite/zetels/{seat.id}/{action}" for action in ("vervanger", "einde", "schrap")]
    return [RULES, FILL, *of_a_seat, *[f"/comite/vervangingen/{row.id}/{action}" for action in ("einde", "schrap")]]


@pytest.mark.parametrize("login", [*OTHERS, *(each for each in READERS if each not in KEEPERS)])
def test_only_the_secretary_and_the_administrator_change_it(app, sign_in, login):
    browser, addresses = sign_in(login), _addresses()
    before = dump()
    for address in addresses:
        assert browser.post(address, data={"until_on": "3/3/2026", "convocation": "5"}).status_code == 403
        assert browser.get(address).status_code == (405 if address.endswith("schrap") else 403)
    assert changes(before, dump()) == []


def test_another_house_has_its_own_committee_or_none(app, sign_in, staff, password_hash):
    addresses = _addresses()
    for key, kind, there in (("ocmw_aalst", Kind.OCMW, 200), ("amal", Kind.AGENCY, 404)):
        house = factories.organisation(key, key, kind)
        factories.person(f"beheer.{key}", Role.ADMINISTRATOR, where=house, password_hash=password_hash)
        db.session.commit()
        browser, before = sign_in(f"beheer.{key}"), dump()
        answer = browser.get("/comite")
        assert answer.status_code == there
        assert "Bcsd1" not in answer.text
        assert ("/comite" in browser.get("/").text) == (there == 200)
        for address in addresses[2:]:
            assert browser.post(address, data={"until_on": "3/3/2026"}).status_code == 404
        assert changes(before, dump()) == []


def test_a_house_without_a_committee_makes_it_with_its_first_change(app, sign_in, staff, password_hash):
    house = factories.organisation("ocmw_aalst", "OCMW Aalst", Kind.OCMW)
    factories.person("beheer.aalst", Role.ADMINISTRATOR, where=house, password_hash=password_hash)
    db.session.commit()
    browser = sign_in("beheer.aalst")
    assert browser.post(RULES, data={"convocation": "9"}).status_code == 422
    assert db.session.query(Committee).count() == 1
    _done(_send(browser, RULES, convocation="5"))
    made = db.session.get(Committee, house.id)
    assert (made.short_convocation, made.second_convocation, made.digital) == (True, True, False)


# the house rules


@pytest.mark.parametrize("login", KEEPERS)
def test_the_house_rules_change_and_the_change_is_written_down(app, sign_in, login):
    browser = sign_in(login)
    assert flaws(browser.get(RULES)) == []
    points = "Mededelingen\r\n\r\n  Rondvraag "
    _done(_send(browser, RULES, convocation="5", names_in_minutes="y", digital="y", standing_points=points))
    committee = db.session.query(Committee).one()
    assert (committee.convocation_days, committee.names_in_minutes, committee.digital) == (5, True, True)
    assert committee.standing_points == "Mededelingen\nRondvraag"
    said = (
        "Oproeping minstens 5 dagen vooraf. De notulen noemen wie wat stemde. Op afstand deelnemen mag. "
        "Vaste punten: Mededelingen; Rondvraag."
    )
    change = db.session.query(CommitteeChange).one()
    assert (change.what, change.person.login, change.at) == (said, login, factories.at(TODAY))
    page = browser.get("/comite")
    assert flaws(page) == []
    assert f"02/03/2026 10:00 · {_person(login).name} {said}" in words_on(page)
    _done(_send(browser, RULES))  # sent as it stands
    assert _history() == [said]


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"convocation": "9"}, "Kies een van de mogelijkheden."),
    ({"convocation": ""}, "Kies het aantal dagen."),
    ({"standing_points": "x" * 201}, "Gebruik hoogstens 200 tekens per vast punt."),
    ({"standing_points": "a " * 10_001}, "Gebruik hoogstens 20000 tekens."),
])  # fmt: skip
def test_house_rules_that_cannot_be_are_refused(app, sign_in, typed, sentence):
    before, browser = dump(), sign_in("secretaris")
    answer = _send(browser, RULES, **typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert typed.get("standing_points", "").strip() in answer.text
    assert changes(before, dump()) == []


def test_a_planned_session_takes_the_new_house_rules_and_a_convened_one_keeps_its_convocation(file_at, enter):
    file = file_at("geagendeerd")
    letter, browser = file.session.letter("oproeping"), enter("secretaris")
    frozen = (letter.docx_sha256, letter.state, letter.posted_on)
    assert "Al opgeroepen, en hun oproeping verandert niet: ZIT-2026-0001 (28/04/2026)" in words_on(browser.get(RULES))
    _done(_send(browser, RULES, digital="y", standing_points="Rondvraag"))
    db.session.expire_all()
    assert (letter.docx_sha256, letter.state, letter.posted_on) == frozen
    assert [item.subject for item in file.session.items] == ["beslissing"]
    page = browser.get("/comite")
    assert "28/04/2026 ZIT-2026-0001 · Opgeroepen" in words_on(page)
    assert f"/zittingen/{file.session.reference}" in page.text
    assert "ZIT-2026-0001" in words_on(enter("beheer").get("/comite"))
    assert f"/zittingen/{file.session.reference}" not in enter("beheer").get("/comite").text
    assert [item.title for item in meetings.planned(file, date(2026, 5, 12)).items] == ["Rondvraag"]


# a seat


def test_a_free_seat_is_filled(app, sign_in, newcomer):
    _free()
    browser = sign_in("secretaris")
    page = browser.get("/comite")
    assert "Zetel 12 niet bezet" in words_on(page)
    assert "Vroegere leden" in words_on(page) and "Bcsd12 Zetel12 – van 01/01/2020 tot en met 28/02/2026" in words_on(
        page
    )
    address = f"{FILL}?zetel=12"
    assert flaws(browser.get(address)) == []
    said = sent_by(tree_of(browser.get(address))) | {"person_id": newcomer.id, "list_name": "Lijst B"}
    assert said["number"] == "12"
    _done(browser.post(FILL, data=said))
    seat = _seat(12)
    assert (seat.person, seat.list_name, seat.chair, seat.from_on, seat.until_on) == (
        newcomer, "Lijst B", False, TODAY, None,
    )  # fmt: skip
    _done(browser.post(FILL, data=said))  # sent twice
    assert _history() == ["Zetel 12: Nora Nieuwkomer, vanaf 02/03/2026."]
    assert "Zetel 12 Nora Nieuwkomer Lijst B vanaf 02/03/2026" in words_on(browser.get("/comite"))


def test_a_member_to_come_stands_apart(app, sign_in, newcomer):
    _free(12, date(2026, 12, 31))
    browser = sign_in("secretaris")
    days = {"from_on": "1/1/2027", "until_on": "31/12/2030"}
    _done(_send(browser, FILL, number="12", person_id=newcomer.id, **days))
    page = browser.get("/comite")
    assert flaws(page) == []
    assert "Komende leden" in words_on(page)
    assert "Zetel 12 Nora Nieuwkomer – van 01/01/2027 tot en met 31/12/2030" in words_on(page)


ON_12 = {"number": "12", "from_on": "2/3/2026"}


@pytest.mark.parametrize(("login", "typed", "sentence"), [
    ("nieuw", {"number": ""}, "Kies de zetel."),
    ("", {}, "Kies de persoon."),
    ("nieuw", {"from_on": ""}, "Geef de eerste dag."),
    ("nieuw", {"from_on": "30/2/2026"}, "'30/2/2026' is geen datum."),
    ("nieuw", {"until_on": "ooit"}, "'ooit' is geen datum."),
    ("nieuw", {"until_on": "1/3/2026"}, "De laatste dag ligt voor de eerste."),
    ("nieuw", {"from_on": "28/2/2026"}, "Op deze zetel zit Bcsd12 Zetel12 van 01/01/2020 tot en met 28/02/2026."),
    ("nieuw", {"number": "3"}, "Op deze zetel zit Bcsd3 Zetel3 sinds 01/01/2020: beëindig eerst dat mandaat."),
    ("bcsd2", {}, "Bcsd2 Zetel2 zit dan al op zetel 2."),
    ("voorzitter", {}, "Bcsd0 Zetel0 is dan zelf voorzitter."),
    ("nieuw", {"from_on": "31/12/2019"}, "Nora Nieuwkomer heeft op 31/12/2019 geen rol in het BCSD."),
    ("nieuw", {"list_name": "x" * 101}, "Gebruik hoogstens 100 tekens."),
])  # fmt: skip
def test_a_seat_that_cannot_be_filled_is_refused(app, sign_in, newcomer, login, typed, sentence):
    _free()
    person_id = _person(login).id if login else ""
    _refused(sign_in("secretaris"), FILL, sentence, **ON_12 | {"person_id": person_id} | typed)


@pytest.mark.parametrize(
    ("number", "login"), [("13", "nieuw"), ("-1", "nieuw"), ("12", "mw"), ("12", "tb"), ("12", "x")]
)
def test_there_is_no_thirteenth_member_and_nobody_without_a_role(app, sign_in, newcomer, number, login):
    _free()
    before, browser = dump(), sign_in("secretaris")
    person_id = _person(login).id if login != "x" else "x"
    answer = _send(browser, FILL, **ON_12 | {"number": number, "person_id": person_id})
    assert flaws(answer, 422) == []
    assert "Kies een van de mogelijkheden." in words_on(answer)
    assert changes(before, dump()) == []


def test_who_holds_his_role_elsewhere_is_not_offered(app, sign_in, staff):
    house = factories.organisation("ocmw_aalst", "OCMW Aalst", Kind.OCMW)
    factories.person("aalst", Role.BCSD_MEMBER, where=house, first_name="Anna", last_name="Aalst")
    db.session.commit()
    assert "Anna Aalst" not in sign_in("secretaris").get(FILL).text


def test_the_chair_needs_the_role_of_chair(app, sign_in, newcomer):
    _free(0)
    sentence = "Nora Nieuwkomer heeft op 02/03/2026 niet de rol van voorzitter van het BCSD."
    said = {"number": "0", "person_id": newcomer.id}
    _refused(sign_in("secretaris"), FILL, sentence, **said)
    newcomer.grants.append(RoleGrant(organisation=factories.organisation(), role=Role.BCSD_CHAIR, from_on=TODAY))
    db.session.commit()
    _done(_send(sign_in("secretaris"), FILL, **said))
    assert _seat(0).chair
    assert _history() == ["Voorzitter: Nora Nieuwkomer, vanaf 02/03/2026."]


def test_who_stands_in_for_somebody_does_not_get_a_seat_of_his_own(app, sign_in, newcomer):
    _free()
    db.session.add(Substitution(seat=_seat(3), person=newcomer, from_on=TODAY))
    sentence = "Nora Nieuwkomer vervangt dan al Bcsd3 Zetel3."
    _refused(sign_in("secretaris"), FILL, sentence, **ON_12, person_id=newcomer.id)


# the end


def _end(number):
    return f"/comite/zetels/{_seat(number).id}/einde"


def test_a_term_of_office_ends_and_who_stood_in_goes_with_it(app, sign_in, newcomer):
    db.session.add(Substitution(seat=_seat(3), person=newcomer, from_on=TODAY))
    db.session.commit()
    browser = sign_in("beheer")
    assert flaws(browser.get(_end(3))) == []
    said = sent_by(tree_of(browser.get(_end(3)))) | {"until_on": "31/3/2026"}
    _done(browser.post(_end(3), data=said))
    _done(browser.post(_end(3), data=said))  # sent twice
    assert (_seat(3).until_on, _seat(3).substitutions[0].until_on) == (date(2026, 3, 31), date(2026, 3, 31))
    assert _history() == ["Zetel 3: het mandaat van Bcsd3 Zetel3 eindigt op 31/03/2026."]


@pytest.mark.parametrize(("typed", "sentence"), [
    ("", "Geef de laatste dag."),
    ("32/1", "'32/1' is geen datum."),
    ("31/12/2019", "De eerste dag is 01/01/2020: de laatste ligt niet daarvoor."),
    ("1/1/2027", "Dit eindigt al op 31/12/2026."),
])  # fmt: skip
def test_an_end_that_cannot_be_is_refused(app, sign_in, staff, typed, sentence):
    _free(3, date(2026, 12, 31))
    _refused(sign_in("secretaris"), _end(3), sentence, until_on=typed)


def test_a_term_does_not_end_before_a_substitution_that_is_to_come(app, sign_in, newcomer):
    db.session.add(Substitution(seat=_seat(3), person=newcomer, from_on=date(2026, 4, 1)))
    sentence = "Nora Nieuwkomer vervangt dit lid vanaf 01/04/2026: haal eerst die vervanging weg."
    _refused(sign_in("secretaris"), _end(3), sentence, until_on="31/3/2026")


def test_a_session_that_was_held_keeps_its_members(file_at, enter):
    file = file_at("geagendeerd")
    meetings_day = sanction.SESSION_DAY
    file.clock.set(meetings_day, 14)
    meetings.opened(file, file.session)
    who = factories.person("nieuw", Role.BCSD_MEMBER, first_name="Nora", last_name="Nieuwkomer")
    db.session.commit()
    browser = enter("secretaris")
    assert "Was dit een vergissing?" not in words_on(browser.get(_end(12)))
    _refused(
        browser,
        _end(12),
        "Op 28/04/2026 was er nog een zitting: dit eindigt ten vroegste die dag.",
        until_on="27/4/2026",
    )
    answer = browser.post(f"/comite/zetels/{_seat(12).id}/schrap", follow_redirects=True)
    assert "Er was al een zitting met dit mandaat: beëindig het." in words_on(answer)
    too_late = "Op 28/04/2026 was er al een zitting: dit begint ten vroegste de dag erna."
    stand_in = f"/comite/zetels/{_seat(3).id}/vervanger"
    _refused(browser, stand_in, too_late, person_id=who.id, from_on="28/4/2026")
    _done(_send(browser, _end(12), until_on="28/4/2026"))
    free_again = {"number": "12", "person_id": who.id}
    _refused(browser, FILL, too_late, **free_again, from_on="28/4/2026")
    _done(_send(browser, FILL, **free_again, from_on="29/4/2026"))
    db.session.expire_all()
    assert len(file.session.seats) == 13 and who.id not in [seat.person_id for seat in file.session.seats]


def test_a_seat_that_was_filled_by_mistake_is_taken_away_and_that_is_written_down(app, sign_in, newcomer):
    _free()
    browser = sign_in("secretaris")
    _done(_send(browser, FILL, **ON_12, person_id=newcomer.id))
    page = browser.get(_end(12))
    assert flaws(page) == [] and "Was dit een vergissing?" in words_on(page)
    _done(browser.post(f"/comite/zetels/{_seat(12).id}/schrap"))
    assert _seat(12).until_on == date(2026, 2, 28)
    assert _history()[-1] == "Zetel 12: het mandaat van Nora Nieuwkomer vanaf 02/03/2026 is geschrapt."


# a substitute


def _stand_in(number):
    return f"/comite/zetels/{_seat(number).id}/vervanger"


def test_a_substitute_sits_for_a_while_and_the_member_comes_back(app, sign_in, newcomer):
    browser = sign_in("secretaris")
    assert flaws(browser.get(_stand_in(3))) == []
    said = sent_by(tree_of(browser.get(_stand_in(3)))) | {"person_id": newcomer.id, "until_on": "30/6/2026"}
    _done(browser.post(_stand_in(3), data=said))
    _done(browser.post(_stand_in(3), data=said))  # sent twice
    row = db.session.query(Substitution).one()
    assert (row.seat, row.person, row.from_on, row.until_on) == (_seat(3), newcomer, TODAY, date(2026, 6, 30))
    words = words_on(browser.get("/comite"))
    assert "vervangen door Nora Nieuwkomer, van 02/03/2026 tot en met 30/06/2026" in words
    address = f"/comite/vervangingen/{row.id}/einde"
    assert flaws(browser.get(address)) == []
    _refused(browser, address, "Dit eindigt al op 30/06/2026.", until_on="1/7/2026")
    _refused(browser, address, "De eerste dag is 02/03/2026: de laatste ligt niet daarvoor.", until_on="1/3/2026")
    _done(_send(browser, address, until_on="31/3/2026"))
    assert _history() == [
        "Zetel 3: Nora Nieuwkomer vervangt Bcsd3 Zetel3, van 02/03/2026 tot en met 30/06/2026.",
        "Zetel 3: de vervanging door Nora Nieuwkomer eindigt op 31/03/2026.",
    ]


def test_a_substitution_without_an_end_ends_with_the_term_and_one_by_mistake_is_taken_away(app, sign_in, newcomer):
    _free(3, date(2026, 12, 31))
    browser = sign_in("secretaris")
    _done(_send(browser, _stand_in(3), person_id=newcomer.id, from_on="1/4/2026"))
    row = db.session.query(Substitution).one()
    assert row.until_on == date(2026, 12, 31)
    assert "later vervangen door Nora Nieuwkomer" in words_on(browser.get("/comite"))
    _done(browser.post(f"/comite/vervangingen/{row.id}/schrap"))
    assert db.session.query(Substitution).count() == 0
    assert _history()[-1] == "Zetel 3: de vervanging door Nora Nieuwkomer vanaf 01/04/2026 is geschrapt."


@pytest.mark.parametrize(("login", "typed", "sentence"), [
    ("", {}, "Kies de persoon."),
    ("nieuw", {"from_on": ""}, "Geef de eerste dag."),
    ("nieuw", {"from_on": "x"}, "'x' is geen datum."),
    ("nieuw", {"until_on": "1/3/2026"}, "De laatste dag ligt voor de eerste."),
    ("nieuw", {"from_on": "31/12/2019"}, "Het mandaat van het lid begint pas op 01/01/2020."),
    ("nieuw", {"until_on": "1/1/2027"}, "Het mandaat van het lid eindigt op 31/12/2026."),
    ("nieuw", {"from_on": "1/1/2027"}, "Het mandaat van het lid eindigt op 31/12/2026."),
    ("bcsd3", {}, "Bcsd3 Zetel3 zit dan al op zetel 3."),
    ("bcsd4", {}, "Bcsd4 Zetel4 zit dan al op zetel 4."),
    ("voorzitter", {}, "Bcsd0 Zetel0 is dan zelf voorzitter."),
    ("nieuw", {"from_on": "15/6/2026"}, "Tine Tweede vervangt dit lid dan al."),
    ("nieuw", {"from_on": "1/4/2026", "until_on": "1/5/2026"}, "Nora Nieuwkomer vervangt dan al Bcsd5 Zetel5."),
])  # fmt: skip
def test_a_substitute_who_cannot_be_is_refused(app, sign_in, newcomer, login, typed, sentence):
    _free(3, date(2026, 12, 31))
    other = factories.person("tine", Role.BCSD_MEMBER, first_name="Tine", last_name="Tweede")
    db.session.add(Substitution(seat=_seat(3), person=other, from_on=date(2026, 6, 1), until_on=date(2026, 6, 30)))
    db.session.add(Substitution(seat=_seat(5), person=newcomer, from_on=date(2026, 5, 1), until_on=date(2026, 5, 31)))
    db.session.commit()
    person_id = _person(login).id if login else ""
    said = {"person_id": person_id, "from_on": "2/3/2026", "until_on": "31/3/2026"} | typed
    if typed.get("from_on") in ("15/6/2026", "1/1/2027") and "until_on" not in typed:
        said["until_on"] = ""
    _refused(sign_in("secretaris"), _stand_in(3), sentence, **said)


def test_the_history_is_read_in_pages(app, sign_in, staff):
    house = factories.organisation().id
    for number in range(30):
        change = CommitteeChange(
            organisation_id=house, at=factories.at(TODAY - timedelta(days=30 - number)),
            person_id=_person("beheer").id, what=f"Wijziging nummer {number}.",
        )  # fmt: skip
        db.session.add(change)
        db.session.flush()
    db.session.commit()
    browser = sign_in("secretaris")
    page = browser.get("/comite")
    assert flaws(page) == []
    assert "nummer 29." in page.text and "nummer 5." in page.text and "nummer 4." not in page.text
    following = tree_of(page).xpath("//div[@class='pager']//a")[0].get("href")
    assert "nummer 4." in browser.get(following).text and "nummer 5." not in browser.get(following).text
