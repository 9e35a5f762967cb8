"""A warm hand-over end to end: its letters, terms and turns at both organisations, and what each of them sees."""

from datetime import date

import factories
import pytest

from forms import clock as wall
from forms.actions import perform
from tests.forms.pages import words_on
from tests.walks.warm_handoff import AGREED, DRAFT, PLANNED, HandOver
from workflow.models import Case, Client, ClientShare, LogEntry, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.warm_handoff import WARM_HANDOFF
from workflow.rows import StepRefused

KIND = "warm_handoff"
MEETING = PLANNED["meeting_on"]


def turns(file):
    """Who has to do what: organisation, role, task."""
    names = {party.id: party.name for party in file.case.parties}
    return {(names[b.organisation_id], b.role, b.task) for b in file.case.batons}


def letters(file):
    return [(each.name, each.state) for each in file.case.letters]


def page(browser, file, path=""):
    return words_on(browser.get(f"/dossiers/{file.case.reference}{path}"))


def test_the_main_line_from_draft_to_intake(staff, clock):
    file = HandOver(staff, clock).to("ontwerp")
    assert turns(file) == {("Amal", "trajectbegeleider", "meld_aan")}
    file.to("aangemeld")
    assert letters(file) == [("warme_doorverwijzing", "verzonden")]
    assert file.case.running("opname").due_on == date(2026, 3, 16)
    assert turns(file) == {("OCMW Gent", "maatschappelijk_werker", "plan")}
    assert len(file.case.checks) == 5
    file.to("gepland")
    assert file.case.running("opname") is None and file.case.running("kennismaking").due_on == MEETING
    assert file.case.handler.login == "mw"
    file.to("overgedragen")
    sheet = file.letter("overdrachtsfiche")
    assert [(s.role, s.signed_at is not None) for s in sheet.signatures] == [
        ("maatschappelijk_werker", True),
        ("trajectbegeleider", True),
    ]
    file.to("opgenomen")
    assert file.client.social_worker_id == staff["mw"].id
    assert file.client.contact_point.login == "mw"
    assert file.case.outcome == "in_begeleiding" and not [d for d in file.case.deadlines if d.runs]
    assert db.session.query(ClientShare).filter_by(client_id=file.client.id).count() == 2
    assert turns(file) == {("Amal", "trajectbegeleider", "neem_kennis")}
    file.take("neem_kennis", "tb")
    assert turns(file) == set()


def test_the_checklist_stops_a_hand_over_until_every_line_is_done(file_at):
    file = file_at("gepland", KIND)
    file.clock.set(MEETING, 15)
    with pytest.raises(StepRefused, match="Er is een afspraak"):
        file.take("draag_over", "mw", client_present=True, agreements="x", next_step="y", next_step_on=MEETING,
                  contact_now="ocmw")  # fmt: skip
    file.take("vink_af", "tb", chosen_lines=(1,))
    first = file.case.checks[0]
    assert (first.ticked_by.login, first.ticked_at is not None, len(file.case.open_lines)) == ("tb", True, 4)


def test_the_report_returns_to_the_sender_once_and_both_are_told(file_at):
    file = file_at("aangemeld", KIND)
    file.clock.set(date(2026, 3, 16))
    assert wall.run(file.now) == []
    file.clock.set(date(2026, 3, 17))
    assert wall.run(file.now) == [file.case.reference]
    assert wall.run(file.now) == []
    file.clock.set(date(2026, 3, 24))
    assert wall.run(file.now) == []
    returned = db.session.query(LogEntry).filter_by(action="keer_terug").count()
    assert (returned, file.case.return_count, file.case.state) == (1, 1, "aangemeld")
    assert {
        ("Amal", "trajectbegeleider", "meld_opnieuw_aan"),
        ("Amal", "centraal_contactpersoon", "volg_vertraging_op"),
        ("OCMW Gent", "hoofdmaatschappelijk_werker", "volg_vertraging_op"),
    } <= turns(file)


def test_what_returned_is_reported_again_with_a_new_term_and_a_new_letter(file_at):
    file = file_at("aangemeld", KIND)
    first = file.letter("warme_doorverwijzing")
    file.clock.set(date(2026, 3, 17))
    wall.run(file.now)
    file.take("meld_opnieuw_aan", "tb", date(2026, 3, 18), **AGREED)
    assert file.case.running("opname").due_on == date(2026, 4, 1)
    assert first.recalled and file.letter("warme_doorverwijzing").id != first.id
    assert ("Amal", "trajectbegeleider", "meld_opnieuw_aan") not in turns(file)


def test_the_welfare_centre_can_still_plan_what_returned(file_at):
    file = file_at("aangemeld", KIND)
    file.clock.set(date(2026, 3, 17))
    wall.run(file.now)
    late = PLANNED | {"meeting_on": date(2026, 3, 19)}
    file.take("plan", "klerk", date(2026, 3, 18), handler_id=file.staff["mw2"].id, **late)
    assert file.case.state == "gepland" and file.case.returned_on is None
    assert file.letter("uitnodiging_kennismaking").next_signature.name == "Mw2 Tweede"


def test_a_no_show_is_counted_and_the_second_asks_a_choice(file_at):
    file = file_at("gepland", KIND)
    for number, day in ((1, MEETING), (2, date(2026, 3, 19))):
        file.take("niet_opgedaagd", "mw", day, no_show_reason="Kwam niet.")
        assert (file.case.no_show_count, file.case.state) == (number, "aangemeld")
        if number == 1:
            file.take("plan", "mw", handler_id=file.staff["mw"].id, **PLANNED | {"meeting_on": date(2026, 3, 19)})
    again = PLANNED | {"meeting_on": date(2026, 3, 26), "handler_id": file.staff["mw"].id}
    with pytest.raises(StepRefused, match="Kies"):
        file.take("plan", "mw", **again)
    file.take("neem_niet_op", "mw", outcome="geen_hulp", declined_reason="Kwam niet.", alternative="")
    assert letters(file)[-1] == ("bericht_niet_opgenomen", "ontwerp")


def test_a_team_lead_does_not_sign_in_the_place_of_a_social_worker(file_at):
    file = file_at("aangemeld", KIND)
    with pytest.raises(StepRefused, match="Wijs het dossier eerst toe"):
        file.take("neem_niet_op", "hoofd", outcome="geen_hulp", declined_reason="Verhuist.", alternative="")


def test_what_the_client_takes_back_leaves_the_screen_and_the_letter_of_the_welfare_centre(file_at, enter):
    file, browser = file_at("gepland", KIND), enter("mw")
    old = file.letter("warme_doorverwijzing")
    assert "Geen inkomen sinds februari." in page(browser, file)
    assert browser.get(f"/brieven/{old.reference}.pdf").status_code == 200
    file.take("trek_toestemming_in", "mw", withdrawn_item="inkomen", remark="Aan het loket gezegd.")
    assert "Geen inkomen sinds februari." not in page(browser, file)
    assert browser.get(f"/brieven/{old.reference}.pdf").status_code == 404
    new = file.letter("warme_doorverwijzing")
    assert (new.sender.key, new.made_as, new.next_signature.role) == ("amal", "trajectbegeleider", "trajectbegeleider")
    assert [each["titel"] for each in new.facts["gedeeld"]] == ["Contactgegevens", "Huisvesting"]
    ours = page(enter("tb"), file)
    assert f"Eerder al doorgegeven: {old.reference}" in ours and "Geen inkomen sinds februari." in ours


def test_a_draft_is_amals_alone_and_so_is_one_that_was_withdrawn(file_at, enter):
    file, browser = file_at("ontwerp", KIND), enter("mw")
    for _ in range(2):
        assert browser.get(f"/dossiers/{file.case.reference}").status_code == 404
        assert "Voorbeeld" not in words_on(browser.get("/dossiers"))
        assert "Amina Voorbeeld" not in words_on(browser.get("/zoeken?q=Amina"))
        if file.case.state == "ontwerp":
            file.take("trek_in", "tb", withdrawal_reason="Verhuisd.")
    assert file.case.state == "ingetrokken" and not file.case.shares


def test_the_welfare_centre_reads_of_a_withdrawn_file_only_that_it_was(file_at, enter):
    file = file_at("gepland", KIND)
    letter = file.letter("warme_doorverwijzing")
    file.take("trek_in", "tb", withdrawal_reason="De cliënt trekt zijn akkoord in.")
    assert turns(file) == {("OCMW Gent", "maatschappelijk_werker", "neem_kennis")}
    theirs = page(enter("mw"), file)
    assert "Ingetrokken door Amal" in theirs
    hidden = ("Geen inkomen", "spaargeld", "Voorbeeldstraat", "huur kunnen betalen", "trekt zijn akkoord in")
    assert [words for words in hidden if words in theirs] == []
    assert enter("mw").get(f"/brieven/{letter.reference}").status_code == 404


def test_the_welfare_centre_has_no_client_page_before_it_took_him_in(file_at, enter):
    file, browser = file_at("aangemeld", KIND), enter("mw")
    assert browser.get(f"/clienten/{file.client.id}").status_code == 404
    assert browser.get(f"/nieuw/sanction/{file.client.id}").status_code == 404
    assert "Amina Voorbeeld" not in words_on(browser.get("/clienten"))
    found = browser.get("/zoeken?q=Amina", follow_redirects=True)
    assert file.case.reference in words_on(found) and "88.02.17" not in words_on(found)
    file.to("opgenomen")
    assert "Aanspreekpunt Mw Werker" in words_on(browser.get(f"/clienten/{file.client.id}"))


def test_search_links_no_client_the_reader_does_not_know(file_at, enter):
    file = file_at("aangemeld", KIND)
    factories.client("85073003328", first_name="Amina", last_name="Tweede", shares=[factories.organisation()])
    db.session.commit()
    answer = enter("mw").get("/zoeken?q=Amina").get_data(as_text=True)
    assert f"/clienten/{file.client.id}" not in answer and file.case.reference in answer


def test_what_the_client_does_not_agree_to_is_nowhere_at_the_welfare_centre(file_at, enter):
    file = file_at("aangemeld", KIND)
    letter = file.letter("warme_doorverwijzing")
    assert "Slaapt slecht." in page(enter("tb"), file)
    for login in ("mw", "klerk", "hoofd"):
        browser = enter(login)
        assert "Slaapt slecht." not in page(browser, file)
        assert "Slaapt slecht." not in words_on(browser.get(f"/brieven/{letter.reference}"))
    assert "Slaapt slecht." not in str(letter.facts)


def test_health_is_read_by_the_social_worker_and_not_by_the_clerk_or_in_a_letter(staff, clock, sign_in):
    file = HandOver(staff, clock).to("ontwerp")
    agreed = AGREED["agreed_items"] | {"gezondheid": "Diabetes."}
    file.take("meld_aan", "tb", **AGREED | {"agreed_items": agreed})
    file.sign("warme_doorverwijzing", "tb", maker="tb")
    assert "Diabetes." not in str(file.letter("warme_doorverwijzing").facts)
    assert "Diabetes." in page(sign_in("mw"), file) and "Diabetes." in page(sign_in("tb"), file)
    assert "Diabetes." not in page(sign_in("klerk"), file)
    assert "Diabetes." not in page(sign_in("contact"), file)


SECRET = ("Schulden bij Luminus.", "Nota enkel voor ons.", "Te weinig plaats.", "CAW Artevelde")


def test_amal_reads_the_outcome_and_no_content_of_the_welfare_centre(file_at, enter):
    file = file_at("opgenomen", KIND)
    file.take("noteer", "mw", remark="Nota enkel voor ons.")
    sent = file.letter("bevestiging_opname")
    for login in ("tb", "contact"):
        browser = enter(login)
        others = (browser.get(f"/brieven/{sent.reference}"), browser.get("/zoeken?q=Amina", follow_redirects=True))
        texts = [page(browser, file, "?alles=1"), *map(words_on, (*others, browser.get("/")))]
        assert "In begeleiding" in texts[0] and "Mw Werker" in texts[0]
        assert [secret for secret in SECRET for text in texts if secret in text] == []
        invitation = file.letter("uitnodiging_kennismaking")
        assert browser.get(f"/brieven/{invitation.reference}").status_code == 404
        assert invitation.reference not in texts[0]
        assert browser.get(f"/brieven/{file.letter('overdrachtsfiche').reference}").status_code == 200
    assert "Schulden bij Luminus." in page(enter("mw"), file)
    assert "Schulden" not in str(sent.facts)


@pytest.mark.parametrize(("told", "outcome"), [(False, "doorverwezen"), (True, "doorverwezen"), (True, "geen_hulp")])
def test_amal_hears_the_alternative_only_with_the_agreement_of_the_client(file_at, enter, told, outcome):
    file = file_at("overgedragen", KIND)
    chosen = {"declined_reason": "Te weinig plaats.", "alternative": "CAW Artevelde", "alternative_told": told}
    file.take("neem_niet_op", "hoofd", date(2026, 3, 13), outcome=outcome, **chosen)
    file.sign("bericht_niet_opgenomen", "mw")
    letter, browser = file.letter("bericht_niet_opgenomen"), enter("tb")
    theirs = page(browser, file)
    assert "Te weinig plaats." not in theirs + str(letter.facts)
    assert ("CAW Artevelde" in theirs) is told
    assert ("CAW Artevelde" in str(letter.facts)) is (told and outcome == "doorverwezen")
    assert letter.state == "verzonden"


def test_a_client_who_is_guided_already_is_refused_with_his_contact_person(staff, clock, sign_in):
    client = factories.client(social_worker=staff["mw"], counsellor=staff["tb"])
    db.session.commit()
    asked = words_on(sign_in("tb").get(f"/nieuw/{KIND}/{client.id}"))
    assert "neem contact op met Mw Werker" in asked
    when = Moment(clock(), factories.acts(staff["tb"]))
    with pytest.raises(StepRefused, match="Mw Werker"):
        perform(new_case(db.session, WARM_HANDOFF, client, when), "stel_op", when.actor, when.now, fields=DRAFT)
    case = new_case(db.session, WARM_HANDOFF, db.session.query(Client).one(), when)
    told = DRAFT | {"guidance_reason": "De begeleiding stopte in 2024."}
    perform(case, "stel_op", when.actor, when.now, fields=told)
    assert case.state == "ontwerp"


def test_a_colleague_takes_over_at_either_organisation(file_at, enter):
    file = file_at("gepland", KIND)
    workers = enter("hoofd").get(f"/dossiers/{file.case.reference}/wijs_toe").get_data(as_text=True)
    counsellors = enter("contact").get(f"/dossiers/{file.case.reference}/wijs_begeleider_toe").get_data(as_text=True)
    assert "Mw2 Tweede" in workers and "Tb Begeleider" not in workers
    assert "Tb Begeleider" in counsellors and "Mw2 Tweede" not in counsellors


def test_words_that_do_not_fit_the_answer_are_asked_again_and_kept(file_at, enter):
    file, browser = file_at("ontwerp", KIND), enter("tb")
    sent = {"seen": file.case.version, "informed_on": "2/3/2026", "informed_how": "Gesprek"}
    sent |= {f"agree_{item}": "neen" for item in AGREED["agreed_items"]} | {"agree_contactgegevens": "ja"}
    sent |= {"words_contactgegevens": "", "words_gezin": "Twee kinderen."}
    answer = browser.post(f"/dossiers/{file.case.reference}/meld_aan", data=sent)
    words = words_on(answer)
    assert answer.status_code == 422
    assert "Schrijf wat je doorgeeft." in words and "maak dit veld leeg" in words and "Twee kinderen." in words


def test_the_calendar_gets_the_meeting_without_a_name(file_at, enter):
    file, browser = file_at("gepland", KIND), enter("tb")
    answer = browser.get(f"/overdrachten/{file.case.reference}/kennismaking.ics")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/calendar"
    assert "DTSTART;TZID=Europe/Brussels:20260312T140000" in text and "SUMMARY:Kennismaking WO-2026-0001" in text
    assert "Amina" not in text and "Voorbeeld" not in text.replace("Voorbeeldstraat", "")
    file.to("opgenomen")
    assert browser.get(f"/overdrachten/{file.case.reference}/kennismaking.ics").status_code == 404


def test_the_report_by_domain_adds_up_to_the_needs_somebody_may_read(staff, clock, sign_in):
    first = HandOver(staff, clock).to("opgenomen")
    second = HandOver(staff, clock, factories.client("85073003328"))
    second.take("stel_op", "tb", date(2026, 3, 16), **DRAFT | {"named_needs": {"wonen": "Zoekt een woning."}})
    counted = {"tb": 4, "hoofd": 3}  # the draft is Amal's alone
    for login, number in counted.items():
        words = words_on(sign_in(login).get("/overdrachten"))
        assert (
            words.endswith(f"Alle noden {number - 3} 3 0 0 0 {number}")
            or f"Alle noden {number - 3} 3 0 0 0 {number}" in words
        )
    assert len(first.case.needs) + len(second.case.needs) == 4


LINE = {"words": "De tolk is gevraagd.", "position": "2", "from_on": "1/3/2026", "until_on": "", "confirmed": "y"}


def test_the_administrator_keeps_the_list_and_a_reported_file_keeps_its_own(file_at, enter):
    file, browser = file_at("aangemeld", KIND), enter("beheer")
    assert "voorbeeld, te bevestigen" in words_on(browser.get("/overdrachtslijst"))
    assert browser.post("/overdrachtslijst/nieuw", data=LINE).status_code == 302
    first = "0" * 31 + "1"
    ended = LINE | {"words": "Amal belde het OCMW.", "position": "1", "from_on": "1/1/2024", "until_on": "1/3/2026"}
    assert browser.post(f"/overdrachtslijst/{first}", data=ended).status_code == 302
    words = words_on(browser.get("/overdrachtslijst"))
    assert "De tolk is gevraagd." in words and "afgesproken" in words and "geldt niet meer" in words
    assert len(file.case.checks) == 5 and "De tolk is gevraagd." not in page(enter("tb"), file)
    other = HandOver(file.staff, file.clock, factories.client("85073003328")).to("aangemeld")
    assert [check.words for check in other.case.checks][:2] != ["Amal belde het OCMW."]
    assert "De tolk is gevraagd." in [check.words for check in other.case.checks] and len(other.case.checks) == 5


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": ""}, "Schrijf wat gedaan moet zijn."),
        ({"until_on": "1/2/2026"}, "De laatste dag ligt voor de eerste."),
    ],
)
def test_a_line_that_is_not_right_is_asked_again(staff, sign_in, wrong, said):
    answer = sign_in("beheer").post("/overdrachtslijst/nieuw", data=LINE | wrong)
    assert (answer.status_code, said in words_on(answer)) == (422, True)


def test_the_list_does_not_exist_for_a_partner_and_is_read_only_for_others(staff, sign_in):
    assert "Nieuwe lijn" not in words_on(sign_in("tb").get("/overdrachtslijst"))
    assert sign_in("tb").get("/overdrachtslijst/nieuw").status_code == 403
    evergem = next(grant.organisation for grant in staff["partner"].grants)
    factories.person("beheer2", "beheerder", where=evergem, password_hash=staff["mw"].password_hash)
    db.session.commit()
    assert sign_in("beheer2").get("/overdrachtslijst").status_code == 404


def test_only_the_people_of_a_file_open_its_steps(file_at, enter):
    file = file_at("aangemeld", KIND)
    for login in ("secretaris", "directie", "privacy", "beheer", "partner", "lid"):
        assert enter(login).get(f"/dossiers/{file.case.reference}").status_code == 404
    assert db.session.query(Case).count() == 1
