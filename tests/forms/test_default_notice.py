"""A notice of default, end to end: hidden until it leaves, registered, answered, counted from its sending, ended."""

from datetime import date

import pytest

from forms import clock as wall
from letters.store import store
from tests.forms.pages import flaws, words_on
from tests.letters import pdf_text
from tests.walks import sanction
from tests.walks.agreement import AMAL, OCMW
from workflow.models import Letter, LogEntry, db
from workflow.rows import StepRefused


def reasons(refusal):
    return [str(reason) for reason in refusal.value.reasons]


def page(enter, login, file):
    return words_on(enter(login).get(f"/dossiers/{file.case.reference}?alles=1"))


@pytest.mark.parametrize("state", ["ontwerp", "ingebrekestelling"])
def test_before_the_letter_leaves_the_file_does_not_exist_for_the_other_party(file_at, enter, state):
    file, browser = file_at(state, "default_notice"), enter("directie.amal")
    assert browser.get(f"/dossiers/{file.case.reference}").status_code == 404
    assert file.case.reference not in words_on(browser.get("/dossiers"))
    assert file.case.reference not in words_on(browser.get(f"/dossiers/{file.case.origin.reference}"))
    for letter in file.case.letters:
        assert browser.get(f"/brieven/{letter.reference}").status_code == 404


def test_another_way_than_registered_does_not_put_anybody_in_default(file_at):
    file = file_at("ingebrekestelling", "default_notice")
    file.sign("ingebrekestelling", *OCMW, maker="directie")
    file.send("ingebrekestelling", date(2026, 3, 3), way="tegen_ontvangstbewijs")
    assert (file.case.state, file.case.shares) == ("ingebrekestelling", [])
    assert [(baton.task, baton.role) for baton in file.case.batons] == [("verbeter_ingebrekestelling", "directie")]


def test_the_clerk_posts_the_letter_without_reading_the_file(file_at, enter):
    file = file_at("ingebrekestelling", "default_notice")
    file.sign("ingebrekestelling", *OCMW, maker="directie")
    browser, letter = enter("klerk"), file.letter("ingebrekestelling")
    assert browser.get(f"/brieven/{letter.reference}").status_code == 200
    assert letter.reference in words_on(browser.get("/post"))
    assert browser.get(f"/dossiers/{file.case.reference}").status_code == 404


def test_a_returned_letter_is_a_task_of_the_directorate_that_made_it(file_at):
    file = file_at("in_gebreke", "default_notice")
    back = {"returned_on": date(2026, 3, 20), "return_reason": "Niet afgehaald"}
    file.post("ingebrekestelling", "meld_terugkeer", "klerk", date(2026, 3, 20), **back)
    assert ("volg_op", "directie", file.staff["directie"].id) in {
        (baton.task, baton.role, baton.person_id) for baton in file.case.batons
    }


def test_only_the_other_party_answers_and_only_the_notifying_one_goes_on(file_at):
    file = file_at("in_gebreke", "default_notice")
    with pytest.raises(StepRefused, match="Dit is aan de andere partij."):
        file.take("antwoord", "directie", date(2026, 3, 16), reply="Zelf.")
    with pytest.raises(StepRefused, match="Dit is aan de organisatie die het dossier opende."):
        file.take("herstel", "directie.amal", remedied_on=date(2026, 3, 16), remedied_how="Alles.")
    file.take("antwoord", "directie.amal", reply="Vanaf april.")
    assert [baton.task for baton in file.case.batons] == ["herstel"]


def test_not_unsolvable_before_the_term_is_over_and_without_talks(file_at):
    file = file_at("in_gebreke", "default_notice")
    with pytest.raises(StepRefused) as refusal:
        file.take(
            "stel_onoplosbaar_vast", "directie", date(2026, 4, 5), talks_on=date(2026, 3, 2), talks_with="Niemand"
        )
    assert reasons(refusal)[0] == "De hersteltermijn loopt nog tot en met 05/04/2026 (SWO art. 17)."
    assert len(reasons(refusal)) == 3


# thirty November and the months that are shorter (M79)


def _terminated(file, day, planned=None):
    file.take("zeg_op", "directie", day, termination_reason="R", exceptional_reason="U", planned_on=planned or day)
    file.sign("opzegging", *OCMW, maker="directie")
    file.send("opzegging", day)


@pytest.mark.parametrize(
    ("sent", "ends"),
    [
        (date(2026, 11, 30), date(2027, 3, 1)),  # 28/02/2027 is a Sunday
        (date(2027, 11, 30), date(2028, 2, 29)),  # a leap year
        (date(2026, 4, 30), date(2026, 7, 31)),  # both readings differ
        (date(2026, 9, 25), date(2026, 12, 28)),  # Christmas and a weekend
    ],
)
def test_three_months_from_sending_in_both_readings_and_rolled(file_at, enter, sent, ends):
    file = file_at("onoplosbaar", "default_notice")
    _terminated(file, sent)
    assert (file.case.state, file.case.ends_on) == ("opgezegd", ends)
    assert file.case.running("opzegtermijn").reasoning == str(file.case.notice)
    for login in ("directie", "directie.amal"):
        words = page(enter, login, file)
        assert f"{ends:%d/%m/%Y}" in words
        assert all(str(step) in words for step in file.case.notice.steps)


def test_a_corrected_posting_day_counts_again_with_a_line_of_its_own(file_at):
    file = file_at("opgezegd", "default_notice")
    assert file.case.ends_on == date(2026, 7, 16)
    said = {"way": "aangetekend", "registered_number": sanction.BARCODE, "posted_on": date(2026, 4, 17)}
    file.post("opzegging", "corrigeer", "klerk", date(2026, 4, 20), remark="De stempel zegt 17 april.", **said)
    db.session.refresh(file.case)
    assert file.case.ends_on == file.case.running("opzegtermijn").due_on == date(2026, 7, 17)
    line = db.session.query(LogEntry).filter_by(action="herreken").one()
    assert "17/07/2026" in line.fields


# withdrawal, and the end


def test_the_notice_is_withdrawn_by_both_and_never_by_one(file_at):
    file = file_at("opgezegd", "default_notice")
    file.take("stem_in_met_intrekking", "directie.amal", date(2026, 5, 4))
    assert (file.case.state, [baton.task for baton in file.case.batons]) == ("opgezegd", ["stem_in_met_intrekking"])
    with pytest.raises(StepRefused):
        file.take("stem_in_met_intrekking", "directie2.amal")
    file.take("stem_in_met_intrekking", "directie")
    assert (file.case.state, file.case.ends_on) == ("hersteld", None)
    letter = file.letter("bevestiging_intrekking")
    assert len(letter.signatures) == 4
    file.sign("bevestiging_intrekking", *OCMW, *AMAL, maker="directie")
    assert letter.state == "verzonden"
    file.clock.set(date(2026, 8, 3))
    assert wall.run(file.now) == []
    assert file.case.agreement.state == "van_kracht"


def test_the_clock_ends_notice_and_agreement_and_lists_what_was_open(file_at):
    file = file_at("opgezegd", "default_notice")
    shared = sanction.File(file.staff, file.clock, file.client).to("gemeld").case.reference
    file.clock.set(date(2026, 7, 16))
    assert file.case.reference not in wall.run(file.now)
    file.clock.set(date(2026, 7, 17))
    moved = wall.run(file.now)
    assert [moved.count(each.reference) for each in (file.case, file.case.agreement)] == [1, 1]
    db.session.expire_all()
    assert (file.case.state, file.case.agreement.state) == ("beeindigd", "beeindigd")
    assert file.case.agreement.ends_on == date(2026, 7, 16)
    letter = file.letter("eindbericht")
    assert (letter.state, letter.way) == ("verzonden", "programma")
    assert [row["reference"] for row in file.case.open_files] == [shared]
    words = " ".join(pdf_text.paragraphs(store.get(letter.pdf_sha256)))
    assert shared in words and "Voorbeeld" not in words, "the file is named, not the client"


def test_the_proof_sheet_says_every_letter_number_day_and_counting(file_at, enter):
    file = file_at("beeindigd", "default_notice")
    file.take("maak_bewijsblad", "directie")
    file.take("maak_bewijsblad", "directie.amal")
    sheets = db.session.query(Letter).filter_by(name="bewijsblad").all()
    assert [sheet.state for sheet in sheets] == ["ontwerp", "ontwerp"]
    words = " ".join(pdf_text.paragraphs(store.get(sheets[0].pdf_sha256))).replace(" ", "")
    for said in (sanction.BARCODE, "3maart2026", "16april2026", "verzondenop16/04/2026+3maanden=16/07/2026"):
        assert said in words
    assert enter("directie.amal").get(f"/brieven/{sheets[0].reference}").status_code == 404


def test_the_proof_sheet_says_who_agreed_to_take_the_notice_back(file_at):
    file = file_at("opgezegd", "default_notice")
    file.take("stem_in_met_intrekking", "directie.amal", date(2026, 5, 4))
    file.take("maak_bewijsblad", "directie")
    words = " ".join(pdf_text.paragraphs(store.get(file.letter("bewijsblad").pdf_sha256)))
    (consent,) = file.case.consents
    assert f"4 mei 2026: {consent.name} stemde in met de {consent.subject}" in words


def test_the_draft_of_the_termination_is_not_read_by_the_other_party(file_at, enter):
    file = file_at("opzegging", "default_notice")
    ours, theirs = (page(enter, login, file) for login in ("directie", "directie.amal"))
    for secret in ("Dit duurt al een jaar.", "Er is geen zicht op verbetering."):
        assert secret in ours and secret not in theirs
    assert "Koppel elke open doorverwijzing terug." in theirs


@pytest.mark.parametrize("state", ["ontwerp", "in_gebreke", "opgezegd", "beeindigd"])
def test_its_page_obeys_the_rules(file_at, enter, state):
    file = file_at(state, "default_notice")
    assert flaws(enter("directie").get(f"/dossiers/{file.case.reference}")) == []


def test_it_is_withdrawn_only_before_anything_left(file_at):
    file = file_at("ingebrekestelling", "default_notice")
    file.take("trek_in", "directie", closing_reason="Vergissing.")
    assert (file.case.state, file.case.letter("ingebrekestelling")) == ("ingetrokken", None)


def test_a_remedied_default_is_confirmed_and_the_agreement_goes_on(file_at):
    file = file_at("in_gebreke", "default_notice")
    file.take(
        "herstel", "directie", date(2026, 3, 20), remedied_on=date(2026, 3, 20), remedied_how="Elke week een lijst."
    )
    file.sign("bevestiging_herstel", *OCMW, maker="directie")
    assert (file.case.state, file.letter("bevestiging_herstel").state) == ("hersteld", "verzonden")
    assert file.case.agreement.state == "van_kracht"


def test_the_proof_sheet_names_the_scan_and_what_came_back(file_at):
    file = file_at("in_gebreke", "default_notice")
    scan = {"title": "Afgiftebewijs", "name": "bewijs.png", "kind": "png", "size": 1, "sha256": "ab" * 32}
    file.post("ingebrekestelling", "meld_aanbieding", "klerk", date(2026, 3, 5), presented_on=date(2026, 3, 4))
    file.post("ingebrekestelling", "voeg_bewijs_toe", "klerk", proof=scan | {"shared": False})
    back = {"returned_on": date(2026, 3, 20), "return_reason": "Niet afgehaald"}
    file.post("ingebrekestelling", "meld_terugkeer", "klerk", date(2026, 3, 20), **back)
    file.take("maak_bewijsblad", "directie")
    row = file.letter("bewijsblad").facts["brieven"][0]
    assert row["bewijs"] == [{"titel": "Afgiftebewijs", "controlegetal": "abababababab"}]
    assert (row["aangeboden"], row["teruggekeerd"]) == ("4 maart 2026", "20 maart 2026")
    words = " ".join(pdf_text.paragraphs(store.get(file.letter("bewijsblad").pdf_sha256)))
    assert "aangeboden op 4 maart 2026, teruggekeerd op 20 maart 2026: Niet afgehaald" in words
    file.take("maak_bewijsblad", "directie.amal")
    unseen = file.letter("bewijsblad").facts["brieven"][0]["bewijs"]
    assert unseen == [], "a scan of the other party that is not shared"
