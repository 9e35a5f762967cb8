"""The register of agreements, end to end: signed by four, changed and ended by consent, read on any day."""

from datetime import date

import pytest

from forms import clock as wall
from forms.actions import Conflict, perform
from letters.store import store
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.letters import pdf_text
from tests.walks.agreement import AMAL, ARTICLES, OCMW
from workflow.models import Agreement, Baton, LogEntry, db
from workflow.rows import StepRefused

TITLE = "Samenwerkingsovereenkomst gezamenlijke cliënten"


@pytest.fixture
def drafted(file_at):
    return file_at("ontwerp", "agreement")


@pytest.fixture
def to_sign(file_at):
    return file_at("ter_ondertekening", "agreement")


@pytest.fixture
def in_force(file_at):
    return file_at("van_kracht", "agreement")


def turns(case):
    """Whose turn it is: the organisation and the task."""
    db.session.expire_all()
    names = {party.id: party.name for party in case.parties}
    return {(names[baton.organisation_id], baton.task) for baton in case.batons}


def reasons(refusal):
    return [str(reason) for reason in refusal.value.reasons]


# signing: three copies, four signatories, each once (M81)


def test_nobody_else_signs_and_only_with_the_fourth_signature_it_is_in_force(to_sign):
    to_sign.post("overeenkomst", "leg_voor", "directie")
    for number, login in enumerate((*OCMW, *AMAL)):
        assert to_sign.case.state == "ter_ondertekening"
        letter = to_sign.letter("overeenkomst")
        assert [bool(each.signed_at) for each in letter.signatures].count(True) == number
        to_sign.post("overeenkomst", "onderteken", login)
        with pytest.raises(StepRefused):
            to_sign.post("overeenkomst", "onderteken", login)
    assert to_sign.case.state == "van_kracht"
    assert (to_sign.case.signed_on, to_sign.letter("overeenkomst").state) == (date(2026, 1, 12), "verzonden")


def test_the_four_signatories_are_two_of_each_party_and_stand_with_their_own(to_sign):
    letter = to_sign.letter("overeenkomst")
    gent, amal = (party.id for party in to_sign.case.parties)
    assert [each.organisation_id for each in letter.signatures] == [gent, gent, amal, amal]
    assert len({each.person_id for each in letter.signatures}) == 4
    titles = [cell["functie"] for row in letter.facts["ondertekening"] for cell in row]
    assert titles == ["Directie, OCMW Gent", "Algemeen directeur, OCMW Gent", "Directie, Amal", "Directie, Amal"]


def test_it_is_signed_in_three_copies_with_their_numbers_on_them(to_sign):
    to_sign.sign("overeenkomst", *OCMW, *AMAL, maker="directie")
    papers = to_sign.letter("overeenkomst").papers
    assert [paper.number for paper in papers] == [1, 2, 3]
    for number, paper in enumerate(papers, 1):
        words = " ".join(pdf_text.paragraphs(store.get(paper.current_pdf_sha256)))
        assert f"Dit is exemplaar {number}/3." in words


def test_the_page_counts_the_signatures(to_sign, enter):
    to_sign.sign("overeenkomst", OCMW[0], maker="directie")
    for login in ("directie", "directie.amal"):
        words = words_on(enter(login).get(f"/dossiers/{to_sign.case.reference}"))
        assert "1 van 4 handtekeningen, 3 exemplaren." in words


def test_a_party_without_a_second_signatory_cannot_sign_yet(drafted):
    for grant in drafted.staff["directie2.amal"].grants:
        db.session.delete(grant)
    db.session.commit()
    with pytest.raises(StepRefused) as refusal:
        drafted.take("leg_ter_ondertekening", "directie")
    assert reasons(refusal) == ["Niemand heeft vandaag de functie 'Directie' bij Amal."]
    assert drafted.case.state == "ontwerp"


def test_whoever_opens_it_belongs_to_a_party(app, staff, clock):
    from tests.walks.agreement import File

    file = File(staff, clock)
    with pytest.raises(StepRefused) as refusal:
        perform(file.case, "stel_op", file.actor("partner"), clock(), fields={"title": "Van een ander"})
    assert any("Enkel voor" in reason for reason in reasons(refusal))


def test_a_changed_text_is_signed_again_from_the_start(to_sign):
    to_sign.sign("overeenkomst", *OCMW, maker="directie")
    first = to_sign.letter("overeenkomst")
    facts = {"title": TITLE, "agreement_kind": "werkafspraken", "starts_on": date(2026, 2, 1), "ends_on": None}
    to_sign.take("pas_aan", "directie.amal", place="Gent", draft={"articles": ARTICLES[:1]}, **facts)
    assert first.cancelled or to_sign.letter("overeenkomst") is not first
    letter = to_sign.letter("overeenkomst")
    assert [each.signed_at for each in letter.signatures] == [None] * 4
    assert letter.facts["artikelen"] == [
        {"nummer": "4", "titel": "Doorverwijzing", "tekst": "De partijen verwijzen cliënten warm door."}
    ]


def test_an_agreement_signed_before_the_program_came_needs_its_scan(drafted, clock):
    said = {"signed_on": date(2023, 12, 14), "signed_by": "Twee voor Amal, twee voor het OCMW"}
    with pytest.raises(StepRefused) as refusal:
        drafted.take("neem_ondertekende_op", "directie", **said)
    assert reasons(refusal) == ["Voeg eerst de scan van de ondertekende overeenkomst toe als gedeeld stuk."]
    from tests.forms.steps.notes import a_piece_of

    a_piece_of(drafted, "directie")
    drafted.take("neem_ondertekende_op", "directie", **said)
    assert (drafted.case.state, drafted.case.signed_on) == ("van_kracht", date(2023, 12, 14))
    assert drafted.case.text_on(date(2026, 2, 1)).number == 1
    assert drafted.case.letters == []


# the text on a day (M70)


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2026, 1, 31), None), (date(2026, 2, 1), 1), (date(2026, 3, 31), 1), (date(2026, 4, 1), 2)],
)
def test_the_text_of_a_day_is_that_of_the_version_in_force(in_force, enter, day, number):
    in_force.propose()
    in_force.agreed()
    in_force.signed()
    valid = in_force.case.text_on(day)
    assert (valid and valid.number) == number
    page = enter("directie.amal").get(f"/overeenkomsten/{in_force.case.reference}/tekst?dag={day:%d/%m/%Y}")
    assert flaws(page) == []
    words = words_on(page)
    assert ("De partijen koppelen binnen 10 dagen terug." in words) == (number == 2)
    assert ("De partijen verwijzen cliënten warm door." in words) == (number == 1)
    assert ("gold deze overeenkomst niet" in words) == (number is None)


def test_an_impossible_day_is_said_and_the_text_of_today_shown(in_force, enter):
    page = enter("privacy").get(f"/overeenkomsten/{in_force.case.reference}/tekst?dag=31/2/2026")
    assert "'31/2/2026' is geen datum." in words_on(page)
    assert flaws(page) == []


# a change needs both (M76)


def test_a_change_is_written_in_the_text_that_was_signed_last(in_force, enter):
    in_force.propose()
    in_force.agreed()
    in_force.signed()
    page = enter("directie").get(f"/dossiers/{in_force.case.reference}/stel_wijziging_voor")
    typed = sent_by(tree_of(page))
    assert [typed[f"articles-{n}-text"] for n in (0, 1)] == [
        "De partijen koppelen binnen 10 dagen terug.",
        ARTICLES[1]["text"],
    ]


def test_one_consent_leaves_a_change_pending_and_the_old_text_in_force(in_force):
    in_force.propose()
    assert turns(in_force.case) == {("OCMW Gent", "stem_in"), ("Amal", "stem_in")}
    in_force.take("stem_in", "directie", date(2026, 3, 4))
    assert turns(in_force.case) == {("Amal", "stem_in")}
    assert in_force.case.pending.standing == "voorgesteld"
    assert in_force.case.text_on(date(2026, 12, 31)).number == 1
    assert [letter.name for letter in in_force.case.letters] == ["overeenkomst"]


def test_nobody_consents_twice_for_his_party(in_force):
    in_force.propose()
    in_force.take("stem_in", "directie.amal")
    for login in AMAL:
        with pytest.raises(StepRefused) as refusal:
            in_force.take("stem_in", login)
        assert reasons(refusal) == ["Jouw organisatie moet nu niets goedkeuren, of deed het al."]


def test_with_both_consents_the_new_document_goes_to_the_four_and_holds_once_they_signed(in_force):
    in_force.propose()
    in_force.agreed()
    letter = in_force.letter("overeenkomst")
    assert (letter.state, len(letter.signatures), letter.number_of_copies) == ("ontwerp", 4, 3)
    assert letter.facts["versie"]["vervangt"] == 1
    assert [each["partij"] for each in letter.facts["instemming"]] == ["OCMW Gent", "Amal"]
    assert turns(in_force.case) == {("OCMW Gent", "leg_voor")}
    assert in_force.case.text_on(date(2026, 12, 31)).number == 1
    in_force.signed()
    assert in_force.case.text_on(date(2026, 12, 31)).number == 2
    assert in_force.case.pending is None
    assert [each.state for each in in_force.case.letters] == ["verzonden", "verzonden"]


def test_a_change_signed_after_its_day_holds_from_the_day_of_the_last_signature(in_force):
    in_force.propose()
    in_force.agreed()
    in_force.signed(date(2026, 4, 20))
    assert in_force.case.text_on(date(2026, 4, 19)).number == 1
    assert in_force.case.text_on(date(2026, 4, 20)).number == 2


def test_a_refused_change_falls_and_both_read_why(in_force, enter):
    in_force.propose()
    in_force.take("stem_in", "directie")
    in_force.take("weiger", "directie.amal", closing_reason="Te duur voor Amal.")
    assert in_force.case.pending is None
    assert in_force.case.text_on(date(2026, 12, 31)).number == 1
    assert "Te duur voor Amal." in words_on(enter("directie").get(f"/dossiers/{in_force.case.reference}"))
    in_force.propose("directie.amal", date(2026, 3, 5))
    assert in_force.case.pending.number == 3
    assert len(in_force.case.owing) == 2


def test_only_the_party_that_proposed_takes_a_proposal_back(in_force):
    in_force.propose("directie.amal")
    with pytest.raises(StepRefused):
        in_force.take("trek_voorstel_in", "directie", closing_reason="Liever niet.")
    in_force.agreed()
    document = in_force.letter("overeenkomst")
    in_force.take("trek_voorstel_in", "directie.amal", closing_reason="Eerst overleg.")
    assert document.cancelled
    assert in_force.case.pending is None


def test_a_cancelled_document_is_made_again_while_the_proposal_stands(in_force):
    in_force.propose()
    in_force.agreed()
    in_force.post("overeenkomst", "annuleer", "directie")
    assert in_force.letter("overeenkomst") is None
    in_force.take("maak_document_opnieuw", "directie")
    in_force.signed()
    assert in_force.case.text_on(date(2026, 12, 31)).number == 2


def test_two_directors_who_consent_on_the_same_page_do_not_both_count(in_force):
    in_force.propose()
    seen = in_force.case.version
    in_force.take("stem_in", "directie")
    with pytest.raises(Conflict):
        perform(in_force.case, "stem_in", in_force.actor("directie.amal"), in_force.now, seen=seen)


# the end


def test_the_parties_end_it_together_and_not_one_alone(in_force):
    ending = {
        "change": "beeindiging",
        "articles": [],
        "reason": "Er komt een nieuwe.",
        "in_force_on": date(2026, 6, 30),
    }
    in_force.take("stel_beeindiging_voor", "directie", date(2026, 3, 2), proposal=ending)
    in_force.take("stem_in", "directie")
    in_force.clock.set(date(2026, 7, 1))
    assert wall.run(in_force.now) == []
    assert in_force.case.state == "van_kracht"
    in_force.take("trek_voorstel_in", "directie", closing_reason="Te laat.")
    ending["in_force_on"] = date(2026, 9, 30)
    in_force.take("stel_beeindiging_voor", "directie.amal", proposal=ending)
    in_force.agreed(date(2026, 7, 2))
    in_force.signed(date(2026, 7, 3))
    assert in_force.case.ends_on == date(2026, 9, 30)
    assert in_force.case.running("looptijd").due_on == date(2026, 9, 30)
    in_force.clock.set(date(2026, 9, 30))
    assert wall.run(in_force.now) == []
    in_force.clock.set(date(2026, 10, 1))
    assert wall.run(in_force.now) == [in_force.case.reference]
    db.session.refresh(in_force.case)
    assert in_force.case.state == "beeindigd"
    assert in_force.case.text_on(date(2026, 9, 30)).number == 1
    assert in_force.case.text_on(date(2026, 10, 1)) is None


def test_an_agreement_for_a_time_ends_by_the_clock(drafted):
    facts = {"title": TITLE, "agreement_kind": "werkafspraken", "starts_on": date(2026, 2, 1)}
    facts |= {"ends_on": date(2026, 2, 28), "place": "Gent", "draft": {"articles": ARTICLES}}
    drafted.take("pas_aan", "directie", **facts)
    drafted.to("van_kracht")
    drafted.propose(day=date(2026, 2, 2), in_force_on=date(2026, 2, 10))
    drafted.clock.set(date(2026, 3, 1))
    assert wall.run(drafted.now) == [drafted.case.reference]
    db.session.refresh(drafted.case)
    assert (drafted.case.state, drafted.case.versions[-1].standing) == ("beeindigd", "ingetrokken")


def test_a_draft_is_withdrawn_with_its_reason(to_sign):
    document = to_sign.letter("overeenkomst")
    to_sign.take("trek_in", "directie.amal", closing_reason="Geen akkoord.")
    assert (to_sign.case.state, document.cancelled) == ("ingetrokken", True)
    assert db.session.query(Baton).count() == 0


# who finds and reads it


def test_it_is_found_by_the_words_of_its_title(in_force, enter):
    browser = enter("directie")
    for words in ("samenwerkingsovereenkomst", "gezamenlijke samenwerkings", in_force.case.reference.lower()):
        answer = browser.get("/zoeken", query_string={"q": words})
        assert answer.headers["Location"].endswith(in_force.case.reference)
    for address in ("/dossiers?zoek=gezamenlijke", f"/dossiers?zoek={in_force.case.reference}"):
        assert TITLE in words_on(browser.get(address))
    assert TITLE not in words_on(browser.get("/dossiers?zoek=ongevonden"))
    in_force.propose("directie.amal")
    assert TITLE in words_on(enter("directie").get("/?zoek=gezamenlijke"))


@pytest.mark.parametrize("login", ["mw", "klerk", "hoofd", "secretaris", "tb", "contact", "partner"])
def test_who_does_not_read_agreements_finds_none(in_force, enter, login):
    browser = enter(login)
    assert browser.get(f"/dossiers/{in_force.case.reference}").status_code == 404
    assert browser.get("/overeenkomsten").status_code == 403
    answers = (browser.get(address) for address in ("/dossiers", "/?wie=team", "/zoeken?q=samenwerkingsovereenkomst"))
    assert all(TITLE not in words_on(answer) for answer in answers)


def test_the_register_shows_what_was_valid_on_a_day(in_force, enter):
    for login in ("directie", "directie.amal", "directeur", "privacy", "beheer"):
        browser = enter(login)
        page = browser.get("/overeenkomsten?dag=1/2/2026")
        assert flaws(page) == []
        assert f"{TITLE} {in_force.case.reference}, Samenwerkingsovereenkomst OCMW Gent Amal" in words_on(page)
        assert "Versie 1" in words_on(page)
        assert "Versie 1" not in words_on(browser.get("/overeenkomsten?dag=31/1/2026"))
    assert "'gisteren' is geen datum." in words_on(enter("directie").get("/overeenkomsten?dag=gisteren"))


def test_only_a_directorate_draws_one_up(in_force, enter):
    assert "Nieuwe overeenkomst" in words_on(enter("directie.amal").get("/overeenkomsten"))
    assert "Nieuwe overeenkomst" not in words_on(enter("directeur").get("/overeenkomsten"))
    assert enter("directeur").get("/nieuw/agreement").status_code == 403


def test_amal_draws_up_an_agreement_with_ocmw_gent_and_with_nobody_else(app, staff, enter):
    page = tree_of(enter("directie.amal").get("/nieuw/agreement"))
    assert [option.text for option in page.findall(".//select[@name='partner']/option") if option.text] == ["Amal"]
    gent = tree_of(enter("directie").get("/nieuw/agreement"))
    offered = [option.text for option in gent.findall(".//select[@name='partner']/option") if option.text]
    assert offered == ["Amal", "OCMW Evergem"]


@pytest.mark.parametrize(
    "address", ["/nieuw/sanction", "/nieuw/default_notice", "/nieuw/deviation", "/nieuw/session", "/nieuw/wat"]
)
def test_what_is_about_a_client_or_stands_beside_a_file_is_not_opened_alone(app, staff, enter, address):
    assert enter("directie").get(address).status_code in (403, 404)
    assert enter("mw").get(address).status_code in (403, 404)


def test_what_stands_beside_an_agreement_is_not_opened_beside_another_file(file_at, enter):
    file = file_at("gemeld")
    file.staff["mw"].grants[0].role = "directie"
    db.session.commit()
    assert enter("mw").get(f"/nieuw/default_notice/bij/{file.case.reference}").status_code == 404


def test_the_log_of_an_agreement_holds(in_force):
    in_force.propose()
    in_force.agreed()
    in_force.signed()
    actions = [entry.action for entry in db.session.query(LogEntry).order_by(LogEntry.number)]
    assert actions.count("stem_in") == 2
    assert {"maak_document", "versie_van_kracht", "treedt_in_werking"} <= set(actions)
    result = in_force_app_runner(in_force)
    assert (result.exit_code, result.output) == (0, "Het logboek klopt.\n")


def in_force_app_runner(file):
    from flask import current_app

    assert db.session.query(Agreement).one() is file.case
    return current_app.test_cli_runner().invoke(args=["verify"])
