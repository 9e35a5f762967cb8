"""A referral from opening to attest through perform(), and what each organisation sees of it."""

from datetime import date

import factories
import pytest

from forms import clock as wall
from forms.referral_lists import missing
from tests.forms.pages import flaws, words_on
from tests.walks.referral import APPOINTMENT, NEW_PARTS, PARTS, STARTED, Referral
from workflow.models import Baton, Case, LogEntry, Sanction, db
from workflow.moment import Moment
from workflow.rows import StepRefused

MAY = date(2026, 5, 23)  # the last day to register with the VDAB


def turns(case, house):
    """The tasks of an organisation in a file."""
    key = {"ocmw": case.owner_id, "amal": case.other_party(case.owner_id).id}[house]
    return {baton.task for baton in case.batons if baton.organisation_id == key}


def refused(file, action, login, **fields):
    with pytest.raises(StepRefused) as reasons:
        file.take(action, login, **fields)
    return [str(reason) for reason in reasons.value.reasons]


def test_from_opening_to_b1_with_its_letters_terms_and_turns(staff, clock):
    file = Referral(staff, clock).to("b1_opvolging")
    case = file.case
    assert case.reference == "DV-2026-0001"
    assert [(letter.name, letter.state) for letter in case.letters] == [
        ("brief_aan_client", "ontwerp"),
        ("doorverwijzing", "verzonden"),
        ("ontvangstbevestiging", "verzonden"),
        ("bevestiging_attest", "ontwerp"),
    ]
    assert (case.running("b1").due_on, case.running("vdab"), case.running("evaluatie")) == (
        date(2028, 12, 11), None, None,
    )  # fmt: skip
    assert "noteer_b1" in turns(case, "amal")
    assert "lees_ocmw" in turns(case, "ocmw")  # the attest lands in the work list of the welfare centre
    file.sign("bevestiging_attest", "tb", maker="tb")
    file.afgerond()
    assert case.closed_on == date(2026, 12, 21)
    assert turns(case, "amal") == set()


def test_after_an_attest_of_efforts_the_file_closes_by_itself(file_at):
    file = file_at("lopend", "referral")
    file.registered(STARTED)
    for _half in range(2):
        file.hours(40, STARTED)
    attest = {"attest": "geleverde_inspanningen", "attest_on": STARTED, "b1_required": False, "b1_reason": ""}
    file.take("rond_af", "tb", **attest)
    assert file.case.state == "afgerond"
    assert file.case.running("b1") is None


def test_an_attest_waits_for_the_hours_and_the_vdab(file_at):
    file = file_at("lopend", "referral")
    attest = {"attest": "inburgeringsattest", "attest_on": STARTED, "b1_required": True, "b1_reason": ""}
    assert refused(file, "rond_af", "tb", **attest) == [
        "Het participatie- en netwerktraject is niet klaar: 0 van de 40 uur (SWO art. 11).",
        "De cliënt is niet ingeschreven bij de VDAB en niet vrijgesteld (SWO art. 10).",
    ]


def test_what_is_imposed_waits_for_the_annex_and_the_page_says_so(file_at, enter):
    file = file_at("ontwerp", "referral")
    (reason,) = refused(file, "bereid_voor", "mw")
    assert reason.startswith("Er is geen bijlage bij het GPMI opgemaakt met precies deze onderdelen")
    page = enter("mw").get(f"/dossiers/{file.case.reference}/bereid_voor")
    assert flaws(page) == []
    assert reason in words_on(page) and "Naar de GPMI-dossiers van de cliënt" in words_on(page)
    assert f"/clienten/{file.client.id}" in page.text


def test_the_agency_reads_nothing_of_a_draft_and_all_of_what_was_sent(file_at, enter):
    for state, status in (("ontwerp", 404), ("voorbereiding", 404), ("te_tekenen", 404), ("verzonden", 200)):
        file = file_at(state, "referral")
        theirs = enter("tb")
        assert theirs.get(f"/dossiers/{file.case.reference}").status_code == status, state
        listed = file.case.reference in words_on(theirs.get("/dossiers"))
        found = file.case.reference in words_on(theirs.get("/dossiers?zoek=Voorbeeld"))
        assert listed is found is (status == 200), state


@pytest.mark.parametrize(
    ("state", "end", "status"), [("voorbereiding", "niet_verzonden", 404), ("verzonden", "ingetrokken", 200)]
)
def test_a_withdrawal_before_sending_stays_in_the_house(file_at, enter, state, end, status):
    file = file_at(state, "referral")
    file.take("trek_in", "mw", withdrawal_reason="U vond werk.")
    assert file.case.state == end
    assert enter("tb").get(f"/dossiers/{file.case.reference}").status_code == status
    stopped = {letter.name for letter in file.case.letters if not letter.cancelled}
    expected = {"doorverwijzing", "bericht_stopzetting", "bericht_stopzetting_client"} if status == 200 else set()
    assert stopped == expected


SECRET = ("Op kantoor uitgelegd waarom.", "enkel voor ons", "88.02.17-", "GPMI-2026-0001")
SHARED = ("U wilt werken in de zorg.", "A1 behaald.", "Arabisch, met tolk", "ook voor Amal", "bijlage 2")


def test_the_agency_reads_no_note_and_no_conversation_of_the_welfare_centre(file_at, enter):
    from forms.actions import perform

    file = file_at("lopend", "referral")
    file.sign("brief_aan_client", "mw")
    file.send("brief_aan_client", way="gewoon")
    file.take("noteer", "mw", remark="enkel voor ons")
    perform(file.case, "noteer", file.actor("mw"), file.now, remark="ook voor Amal", shared=True)
    address = f"/dossiers/{file.case.reference}?alles=1"
    ours, theirs = (words_on(enter(login).get(address)) for login in ("mw", "tb"))
    assert [text for text in (*SECRET, *SHARED) if text not in ours] == []
    assert [text for text in SECRET if text in theirs] == []
    assert [text for text in SHARED if text not in theirs] == []
    browser = enter("tb")
    answers = {each.name: browser.get(f"/brieven/{each.reference}").status_code for each in file.case.letters}
    assert answers == {"brief_aan_client": 404, "doorverwijzing": 200, "ontvangstbevestiging": 200}


def test_the_outcome_of_the_agency_shows_at_once_and_lands_in_the_work_list(file_at, enter):
    file = file_at("verzonden", "referral")
    refusal = {"werkgebied": "De cliënt woont in Evergem."}
    file.take("weiger", "contact", date(2026, 3, 11), refusal=refusal)
    ours = enter("mw")
    page = words_on(ours.get(f"/dossiers/{file.case.reference}"))
    assert "Geweigerd door Amal" in page and "De cliënt woont in Evergem." in page
    assert "Lees de terugkoppeling van Amal" in words_on(ours.get("/?wie=team"))
    message = file.case.messages[-1]
    file.take("lees_ocmw", "mw", reading={"id": message.id, "answer": ""})
    assert turns(file.case, "ocmw") & {"lees_ocmw"} == set()


def test_an_answer_that_stays_out_is_put_before_the_leaders_of_both(file_at):
    file = file_at("verzonden", "referral")
    assert file.case.running("antwoord_amal").due_on == date(2026, 3, 23)
    file.clock.set(date(2026, 3, 23))
    wall.run(file.now)
    assert file.case.escalated_on is None
    file.clock.set(date(2026, 3, 24))
    assert wall.run(file.now) == [file.case.reference]
    assert "volg_vertraging_op" in turns(file.case, "ocmw") & turns(file.case, "amal")


def test_a_question_of_the_agency_stops_the_term_and_the_answer_starts_it(file_at):
    file = file_at("verzonden", "referral")
    file.take("vraag_aanvulling", "tb", date(2026, 3, 16), question="Welk niveau?")
    assert file.case.running("antwoord_amal") is None
    assert turns(file.case, "ocmw") >= {"vul_aan"}
    file.take("vul_aan", "mw", date(2026, 3, 18), answer="A1.")
    assert file.case.running("antwoord_amal").due_on == date(2026, 4, 1)
    file.take("aanvaard", "contact", counsellor_id=file.staff["tb"].id, **APPOINTMENT)
    assert file.case.counsellor_id == file.staff["tb"].id


# messages both ways


def test_a_message_goes_both_ways_and_is_closed_by_who_reads_it(file_at):
    file = file_at("lopend", "referral")
    for message in file.case.unread(by_owner=True):
        file.take("lees_ocmw", "mw", reading={"id": message.id, "answer": ""})
    assert "lees_ocmw" not in turns(file.case, "ocmw")
    for writer, reader, house in (("tb", "mw", "ocmw"), ("mw", "tb", "amal")):
        file.tell(writer, "afwezigheid", "Twee lessen afwezig.")
        assert f"lees_{house}" in turns(file.case, house)
        last = file.case.messages[-1]
        file.take(f"lees_{house}", reader, reading={"id": last.id, "answer": "Bedankt."})
        assert f"lees_{house}" not in turns(file.case, house)
        assert (last.answer, last.read_by_id) == ("Bedankt.", file.staff[reader].id)


def test_a_significant_change_is_a_task_of_both_until_both_gave_a_result(file_at):
    file = file_at("lopend", "referral")
    file.tell("mw", "ingrijpend", "De cliënt wordt mantelzorger.")
    change = file.case.messages[-1]
    assert "stem_af_ocmw" in turns(file.case, "ocmw") and "stem_af_amal" in turns(file.case, "amal")
    file.take("stem_af_ocmw", "mw", result={"id": change.id, "text": "Minder uren."})
    assert "stem_af_ocmw" not in turns(file.case, "ocmw") and "stem_af_amal" in turns(file.case, "amal")
    file.take("stem_af_amal", "tb", result={"id": change.id, "text": "Avondcursus."})
    assert "stem_af_amal" not in turns(file.case, "amal")


def test_a_breach_opens_a_sanction_file_that_is_linked(file_at, enter):
    file = file_at("lopend", "referral")
    facts = [{"happened_on": STARTED, "what": "Afwezig", "evidence": "Lijst"}]
    opening = {"breach_type": "afwezig_nt2", "reported_facts": facts, "client_explanation": ""}
    file.take("meld_inbreuk", "tb", opening=opening)
    sanction = db.session.query(Sanction).one()
    assert (sanction.origin_id, sanction.state, sanction.client_id) == (file.case.id, "gemeld", file.client.id)
    assert sanction.reference in words_on(enter("tb").get(f"/dossiers/{file.case.reference}"))


# parts


def test_only_who_directs_changes_the_parts_and_the_letter_names_the_new_version(file_at):
    file = file_at("lopend", "referral")
    new = {"parts": NEW_PARTS, "reason": "U bent klaar voor werk."}
    file.annex(NEW_PARTS, signed=STARTED)
    assert refused(file, "wijzig_onderdelen", "mw", new_parts=new) == [
        "Enkel wie vandaag de regie heeft, wijzigt de onderdelen: Amal (SWO art. 3, 12)."
    ]
    file.case.new_parts = {}
    file.take("wijzig_traject", "tb", new_parts=new)
    versions = [(each.number, each.from_on, each.parts, each.annex.number) for each in file.case.versions]
    assert versions == [(1, date(2026, 3, 2), PARTS, 2), (2, STARTED, NEW_PARTS, 3)]
    letter = file.letter("brief_wijziging")
    assert letter.facts["versie"]["vroeger"].startswith("Nederlands als tweede taal")
    assert [each["naam"][:11] for each in letter.facts["onderdelen"]][-1] == "Activering "
    assert [(s.role, s.title) for s in letter.signatures] == [("trajectbegeleider", "Trajectbegeleider")]


def test_new_parts_that_are_imposed_need_a_signed_annex(file_at):
    file = file_at("lopend", "referral")
    file.annex(NEW_PARTS)
    (reason,) = refused(file, "wijzig_traject", "tb", new_parts={"parts": NEW_PARTS, "reason": "Klaar voor werk."})
    assert reason.startswith("Er is geen ondertekende bijlage bij het GPMI met deze nieuwe onderdelen.")


# the VDAB


def test_the_clock_asks_for_reminders_and_the_letter_closes_them(file_at):
    file = file_at("lopend", "referral")
    assert file.case.running("vdab").due_on == MAY
    for day in (date(2026, 4, 23), date(2026, 5, 16), MAY):
        file.clock.set(day)
        wall.run(file.now)
        assert "herinner_client" in turns(file.case, "amal"), day
        file.take("herinner_client", "tb")
        assert "herinner_client" not in turns(file.case, "amal")
        wall.run(file.now)
        assert "herinner_client" not in turns(file.case, "amal")
    assert len([letter for letter in file.case.letters if letter.name == "vdab_herinnering"]) == 3
    entries = db.session.query(LogEntry).filter_by(chain_id=file.case.id, action="herinner").all()
    assert [entry.role for entry in entries] == ["systeem"] * 3


def test_an_exemption_stops_the_term_and_its_end_starts_it_again(file_at):
    file = file_at("lopend", "referral")
    given = {"reason": "werk_of_studie", "from_on": date(2026, 4, 1), "until_on": None, "proof": "Contract"}
    file.take("noteer_vrijstelling", "mw", date(2026, 4, 1), exemption=given)
    assert (file.case.running("vdab"), file.case.running("vdab_herinnering")) == (None, None)
    file.take("beeindig_vrijstelling", "tb", date(2026, 5, 4), exemption_end={"until_on": date(2026, 4, 30)})
    assert file.case.running("vdab").due_on == date(2026, 6, 22)
    assert file.case.running("vdab_herinnering").due_on == date(2026, 5, 23)


def test_a_fact_in_the_register_moves_the_term_at_the_next_step(file_at):
    file = file_at("lopend", "referral")
    file.case.exempt(
        Moment(file.now, file.actor("tb")),
        reason="geen_toegang",
        proof="Kaart",
        from_on=STARTED,
        until_on=date(2026, 3, 30),
        source="register",
    )
    db.session.commit()
    file.take("noteer", "tb", remark="Gebeld.")
    assert file.case.running("vdab").due_on == date(2026, 5, 29)


def test_both_see_who_took_the_support_and_nobody_takes_it_twice(file_at, enter):
    file = file_at("lopend", "referral")
    file.take("neem_vdab_op", "mw")
    assert refused(file, "neem_vdab_op", "tb") == ["Iemand nam de ondersteuning bij de VDAB al op: Mw Werker."]
    for login in ("mw", "tb"):
        browser = enter(login)
        assert "Ondersteuning opgenomen door Mw Werker" in words_on(browser.get(f"/dossiers/{file.case.reference}"))
        page = browser.get("/doorverwijzingen/vdab")
        assert flaws(page) == [] and "Mw Werker" in words_on(page)


def test_the_list_of_the_vdab_shows_who_is_late(file_at, enter):
    file = file_at("lopend", "referral")
    file.clock.set(date(2026, 5, 25))
    assert "2 dagen te laat" in words_on(enter("tb").get("/doorverwijzingen/vdab"))
    file.registered(date(2026, 5, 25))
    assert "Niemand moet zich nog inschrijven." in words_on(enter("tb").get("/doorverwijzingen/vdab"))


# imposed but not referred


def test_who_has_parts_imposed_and_is_not_referred_is_listed_with_the_days(file_at, enter):
    file = file_at("voorbereiding", "referral")
    browser = enter("hoofd")
    assert "Iedereen met een opgelegd traject is doorverwezen." in words_on(
        browser.get("/doorverwijzingen/niet-doorverwezen")
    )
    file.sign_annex(file.client.annexes[-1], date(2026, 3, 9))
    file.clock.set(date(2026, 3, 20))
    page = browser.get("/doorverwijzingen/niet-doorverwezen")
    words = words_on(page)
    assert flaws(page) == []
    assert file.client.name in words and "11 dagen geleden" in words and file.case.reference in words
    file.take("licht_in", "klerk", **_informed())
    file.take("verstuur", "mw")
    file.verzonden()
    assert file.client.name not in words_on(browser.get("/doorverwijzingen/niet-doorverwezen"))


def _informed():
    return {
        "data_told_on": date(2026, 3, 20), "data_told_by": "Mw", "data_language": "Arabisch",
        "informed_on": date(2026, 3, 20), "informed_how": "Op kantoor", "informed_interpreter": "Arabisch",
    }  # fmt: skip


def test_a_referral_of_only_a_part_leaves_the_rest_on_the_list(file_at):
    file = file_at("lopend", "referral")
    when = Moment(factories.at(date(2026, 3, 30)), file.actor("mw"))
    assert missing(when) == []
    file.annex(NEW_PARTS, signed=date(2026, 3, 25))
    (row,) = missing(when)
    assert (row.parts, row.days) == (["activering"], 5)


def test_another_welfare_centre_sees_nobody_on_the_list(file_at, enter):
    file = file_at("voorbereiding", "referral")
    file.sign_annex(file.client.annexes[-1], date(2026, 3, 9))
    for share in file.client.shares:
        db.session.delete(share)
    db.session.commit()
    assert file.client.name not in words_on(enter("mw").get("/doorverwijzingen/niet-doorverwezen"))


# the other ends


@pytest.mark.parametrize(("login", "signer"), [("tb", "trajectbegeleider"), ("mw", "maatschappelijk_werker")])
def test_whoever_stops_a_trajectory_writes_to_the_other_party_and_the_client(file_at, login, signer):
    file = file_at("lopend", "referral")
    why = {"stop_reason": "verhuisd", "stop_on": STARTED, "stop_explanation": "U verhuisde."}
    file.take("zet_stop", login, **why)
    assert file.case.state == "stopgezet"
    letters = {letter.name: letter for letter in file.case.letters}
    for name in ("bericht_stopzetting", "bericht_stopzetting_client"):
        assert [signature.role for signature in letters[name].signatures] == [signer]
    assert not any(deadline.runs for deadline in file.case.deadlines)
    reader = "amal" if login == "mw" else "ocmw"
    assert f"lees_{reader}" in turns(file.case, reader)


def test_a_change_of_aid_is_a_warning_on_the_file(file_at, enter):
    file = file_at("lopend", "referral")
    file.client.aids[0].until_on = date(2026, 3, 20)
    db.session.commit()
    page = enter("tb").get(f"/dossiers/{file.case.reference}")
    assert flaws(page) == []
    assert "De situatie is veranderd sinds de doorverwijzing" in words_on(page)
    assert "(SWO art. 3, 12, 13)" in words_on(page)


def test_every_page_of_a_referral_is_well_made(file_at, enter):
    for state in Referral.LINE:
        file = file_at(state, "referral")
        for login in ("mw", "tb"):
            browser, address = enter(login), f"/dossiers/{file.case.reference}"
            if login == "tb" and state in ("ontwerp", "voorbereiding", "te_tekenen"):
                continue
            assert flaws(browser.get(address)) == [], (state, login)
            for link in _steps_on(browser.get(address), address):
                assert flaws(browser.get(link)) == [], link


def _steps_on(answer, address):
    from tests.forms.pages import tree_of

    links = (link.get("href", "") for link in tree_of(answer).iter("a"))
    return sorted({link for link in links if link.startswith(f"{address}/")})


def test_every_turn_is_of_somebody_who_can_take_it(file_at):
    from workflow.register import WORKFLOWS

    table = WORKFLOWS["referral"]
    for state in Referral.LINE:
        file = file_at(state, "referral")
        case = db.session.query(Case).filter_by(id=file.case.id).one()
        for baton in db.session.query(Baton).filter_by(case_id=case.id, letter_id=None):
            step = table.step(baton.task, case.state)
            assert step is not None and baton.role in step.roles, (state, baton.task)
