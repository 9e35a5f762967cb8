"""A deviation: two keys, an end date, shown on every file that uses it (SWO art. 15)."""

from datetime import date

import pytest

from forms import clock as wall
from tests.forms.pages import flaws, words_on
from tests.walks import sanction
from workflow.models import Case, db
from workflow.rows import StepRefused

NOTE = "Hier wordt afgeweken van artikel 4 (Doorverwijzing) van de overeenkomst"


@pytest.fixture
def proposed(file_at):
    return file_at("voorgesteld", "deviation")


def a_file(file):
    return sanction.File(file.staff, file.clock, file.client).to("gemeld").case


def test_one_key_is_pending_and_two_are_valid_in_any_order(proposed):
    proposed.take("keur_goed", "directie.amal", date(2026, 3, 3))
    assert proposed.case.state == "voorgesteld"
    with pytest.raises(StepRefused, match="deed het al"):
        proposed.take("keur_goed", "directie2.amal")
    proposed.take("keur_goed", "directie")
    assert proposed.case.state == "geldig"


def test_a_refusal_needs_a_reason_and_ends_it(proposed):
    with pytest.raises(StepRefused):
        proposed.take("weiger", "directie.amal", closing_reason="")
    proposed.take("weiger", "directie.amal", closing_reason="Niet nodig.")
    assert proposed.case.state == "geweigerd"


def test_it_expires_by_itself_the_day_after_its_last_day(file_at):
    file = file_at("geldig", "deviation")
    file.clock.set(date(2026, 6, 30))
    assert wall.run(file.now) == []
    file.clock.set(date(2026, 7, 1))
    assert wall.run(file.now) == [file.case.reference]


def test_without_a_named_file_it_stands_on_every_shared_file_while_it_holds(file_at, enter):
    file = file_at("geldig", "deviation")
    case = a_file(file)
    for login in ("mw", "tb"):
        answer = enter(login).get(f"/dossiers/{case.reference}")
        assert flaws(answer) == []
        words = words_on(answer)
        assert NOTE in words and file.case.reference in words and "tot en met 30/06/2026" in words
    file.clock.set(date(2026, 7, 1))
    assert NOTE not in words_on(enter("mw").get(f"/dossiers/{case.reference}"))


def test_with_named_files_it_stands_on_those_and_stays_there_as_expired(proposed, enter):
    case = a_file(proposed)
    about = {"article": "4", "article_heading": "Doorverwijzing", "reason": "Proef.", "instead": "Per mail."}
    named = _opened(proposed, about | {"from_on": date(2026, 3, 2), "until_on": date(2026, 6, 30), "files": [case]})
    assert NOTE not in words_on(enter("mw").get(f"/dossiers/{case.reference}"))
    proposed.case = named
    proposed.geldig()
    words = words_on(enter("mw").get(f"/dossiers/{case.reference}"))
    assert NOTE in words and "voor alle gedeelde dossiers" not in words
    proposed.clock.set(date(2026, 7, 1))
    wall.run(proposed.now)
    assert f"{NOTE} verlopen" in words_on(enter("mw").get(f"/dossiers/{case.reference}"))


def _opened(file, fields):
    from forms.actions import perform
    from workflow.moment import Moment
    from workflow.opening import new_case
    from workflow.register import WORKFLOWS

    file.clock.set(date(2026, 3, 2))
    when = Moment(file.now, file.actor("directie"))
    case = new_case(db.session, WORKFLOWS["deviation"], None, when, origin=file.case.origin)
    entry = perform(case, "stel_afwijking_voor", when.actor, when.now, fields=fields)
    return db.session.get_one(Case, entry.chain_id)


def test_a_file_is_added_to_one_that_holds(file_at, enter):
    file = file_at("geldig", "deviation")
    case = a_file(file)
    file.take("gebruik_afwijking", "directie.amal", files=[case])
    assert [(use.case_id, use.added_on) for use in file.case.uses] == [(case.id, date(2026, 3, 2))]
    with pytest.raises(StepRefused):
        file.take("gebruik_afwijking", "directie", files=[case])


def test_a_reference_that_both_parties_do_not_share_is_said(file_at, enter):
    file = file_at("geldig", "deviation")
    answer = enter("directie").post(
        f"/dossiers/{file.case.reference}/gebruik_afwijking",
        data={"seen": file.case.version, "ticket": "t", "files": "SD-2026-0099 onzin"},
    )
    assert answer.status_code == 422
    assert "Geen dossier dat beide partijen delen: SD-2026-0099, ONZIN." in words_on(answer)


def test_either_party_withdraws_it_with_a_reason(file_at):
    file = file_at("geldig", "deviation")
    file.take("trek_in", "directie.amal", closing_reason="Proef voorbij.")
    assert (file.case.state, file.case.running("einddatum")) == ("ingetrokken", None)
