"""A GPMI file through perform(), and what each organisation sees of it."""

from datetime import date

import factories
import pytest

from forms.actions import perform
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.walks import gpmi as walk
from tests.walks.gpmi import GpmiWalk
from tests.walks.sanction import FACTS, WARNING
from workflow.models import GpmiAnnex, LogEntry, Sanction, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.gpmi import GPMI
from workflow.procedures.sanction import SANCTION
from workflow.roles import Role
from workflow.rows import StepRefused

JULY = date(2026, 7, 8)
AHEAD = ["2026-11-20", "2027-03-19", "2027-07-20"]
LATER = {"from_on": date(2026, 7, 20), "until_on": date(2027, 7, 19), "evaluations_on": AHEAD}


class Alone(GpmiWalk):
    """A GPMI of client and welfare centre, without the agency."""

    partner = False
    parts = ("nt2",)


def refused(file, action, login, day=None, **fields):
    with pytest.raises(StepRefused) as reasons:
        file.take(action, login, day, **fields)
    return [str(reason) for reason in reasons.value.reasons]


def turns(file, login):
    """The tasks of the organisation of somebody, in the file."""
    where = file.actor(login).organisation_id
    return {baton.task for baton in file.case.batons if baton.organisation_id == where}


def due(file, term):
    running = file.case.running(term)
    return running and running.due_on


# from contract to evaluation


def test_the_contract_waits_for_its_annex_and_counts_three_months(staff, clock):
    file = GpmiWalk(staff, clock).to("ontwerp")
    assert file.case.reference == "GPMI-2026-0001"
    assert turns(file, "mw") == {"stel_bijlage_op"}
    assert due(file, "opmaak") == date(2026, 4, 12)
    assert file.case.shares == []
    file.draw_up()
    assert turns(file, "mw") == {"bied_aan", "leg_voor"}


def test_the_annex_is_signed_by_every_party_and_then_in_force(staff, clock):
    file = GpmiWalk(staff, clock).to("aangeboden")
    letter, annex = file.letter("bijlage_gpmi"), file.case.draft
    assert letter.number_of_copies == 3
    assert [each.role for each in letter.signatures] == [Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL, Role.COUNSELLOR]
    assert due(file, "bedenktijd") == date(2026, 3, 8)
    file.take("teken_client", "mw", walk.SIGNED, client_signature=walk.SIGNATURE)
    assert (file.case.state, due(file, "bedenktijd")) == ("aangeboden", None)
    file.sign_all(date(2026, 3, 10))
    assert (file.case.state, annex.signed_on, annex.from_on) == ("ondertekend", date(2026, 3, 10), date(2026, 3, 10))
    assert due(file, "opmaak") is None
    assert due(file, "evaluatie") == date(2026, 7, 10)
    assert file.client.annex_on(date(2026, 3, 10)) is annex
    assert file.client.annex_on(date(2026, 3, 9)).number == 1  # the one from before
    entries = db.session.query(LogEntry).filter_by(subject_id=file.case.id).order_by(LogEntry.number)
    assert [entry.action for entry in entries] == [
        "open", "stel_bijlage_op", "bied_aan", "teken_client", "treedt_in_werking",
    ]  # fmt: skip


def test_the_client_may_sign_last(staff, clock):
    file = GpmiWalk(staff, clock).to("aangeboden")
    file.sign_all(date(2026, 3, 5))
    assert file.case.state == "aangeboden"
    file.take("teken_client", "mw", walk.SIGNED, client_signature=walk.SIGNATURE)
    assert file.case.state == "ondertekend"


def test_without_the_agency_two_copies_and_nothing_is_shared(staff, clock):
    file = Alone(staff, clock).to("ondertekend")
    assert file.letter("bijlage_gpmi").number_of_copies == 2
    assert file.case.shares == []
    assert len(file.letter("bijlage_gpmi").signatures) == 2


def test_an_annex_with_the_agency_needs_a_counsellor_who_signs(staff, clock):
    file = GpmiWalk(staff, clock).to("ontwerp")
    file.client.counsellor = file.case.counsellor = None
    db.session.commit()
    with pytest.raises(StepRefused, match="geen trajectbegeleider bij Amal"):
        file.draw_up()


def test_the_law_refuses_before_the_database_does(staff, clock):
    file = GpmiWalk(staff, clock).to("aangeboden")
    early = walk.SIGNATURE | {"client_signed_on": date(2026, 3, 7)}
    (reason,) = refused(file, "teken_client", "mw", date(2026, 3, 9), client_signature=early)
    assert "ten vroegste op 08/03/2026" in reason
    (reason,) = refused(file, "teken_client", "mw", client_signature=early | {"waived": True, "waived_how": ""})
    file.take("teken_client", "mw", client_signature=early | {"waived": True, "waived_how": "Mail."})
    assert file.case.draft.waived_how == "Mail."


def test_no_annex_says_community_service(staff, clock):
    file = GpmiWalk(staff, clock).to("ontwerp")
    with pytest.raises(StepRefused, match="86/2018"):
        file.draw_up(breach_means="U doet geen gemeenschapsdienst.")
    assert db.session.query(GpmiAnnex).filter(GpmiAnnex.gpmi_id.is_not(None)).all() == []


def test_equivalent_leefloon_without_its_decision_is_no_contract(staff, clock):
    who = factories.dated(factories.client(social_worker=staff["mw"]), aid="equivalent_leefloon")
    file = GpmiWalk(staff, clock, who)
    workers = {"handler_id": staff["mw"].id, "replacement_id": staff["mw2"].id}
    contract = walk.CONTRACT | {"ground": "beslissing"} | workers
    (reason,) = refused(file, "open", "mw", walk.OPENED, **contract)
    assert "OCMW-wet art. 60 § 3" in reason
    file.case = new_case(db.session, GPMI, who, Moment(file.now, file.actor("mw")))
    file.take("open", "mw", **contract | {"link_decided_on": date(2026, 1, 12)})
    file.draw_up()
    assert "Artikel 60, § 3" in _words(file, "bijlage_gpmi")


def _words(file, name):
    from letters.store import store
    from tests.letters import word_text

    return "\n".join(word_text.paragraphs(store.get(file.letter(name).docx_sha256)))


def test_an_evaluation_makes_its_report_and_plans_the_next_one(file_at):
    file = file_at("ondertekend", "gpmi")
    told = walk.evaluation(*({"part": part, "outcome": "bereikt", "why": ""} for part in GpmiWalk.parts))
    file.take("evalueer", "mw", walk.EVALUATED, evaluation=told)
    assert due(file, "evaluatie") == date(2026, 11, 9)
    assert file.letter("evaluatieverslag").state == "ontwerp"
    first = file.letter("evaluatieverslag")
    again = told | {"held_on": date(2026, 11, 9), "next_on": date(2027, 3, 9), "face_to_face": False}
    file.take("evalueer", "mw", date(2026, 11, 9), evaluation=again)
    assert not first.cancelled, "an earlier report stays"
    assert str(file.case.years(date(2026, 11, 9))[-1].sentence).startswith("2 van 3, 1 van 2 persoonlijk; nog 1 nodig")


def test_an_interview_that_is_asked_gets_five_working_days(file_at):
    file = file_at("ondertekend", "gpmi")
    file.take("vraag_onderhoud", "klerk", date(2026, 4, 1), interview={"asked_on": date(2026, 4, 1), "subject": "Uren"})
    assert due(file, "onderhoud") == date(2026, 4, 9)
    assert "houd_onderhoud" in turns(file, "mw")
    assert refused(file, "vraag_onderhoud", "mw", interview=walk.INTERVIEW)[0].startswith("De cliënt vroeg al")
    file.take("houd_onderhoud", "mw", date(2026, 4, 2), interview_held={"held_on": date(2026, 4, 2), "outcome": "Ok"})
    assert (due(file, "onderhoud"), "houd_onderhoud" in turns(file, "mw")) == (None, False)


# new annexes


def test_a_new_annex_replaces_the_former_one_only_when_it_is_signed(file_at):
    file = file_at("ondertekend", "gpmi")
    first, paper = file.case.in_force, file.letter("bijlage_gpmi")
    file.draw_up(JULY, "wijzig", reason="Meer lessen.", **LATER)
    second = file.case.draft
    assert (second.number, second.replaces, file.case.state) == (first.number + 1, first.number, "ondertekend")
    assert {"evalueer", "bied_aan", "leg_voor"} == turns(file, "mw")
    assert not paper.cancelled
    file.take("bied_aan", "mw", offer=walk.OFFER | {"offered_on": JULY})
    assert file.client.annex_on(date(2026, 7, 15)) is first
    signed = walk.SIGNATURE | {"client_signed_on": date(2026, 7, 15)}
    file.take("teken_client", "mw", date(2026, 7, 15), client_signature=signed)
    file.sign_all()
    assert (first.until_on, second.from_on, file.case.state) == (date(2026, 7, 19), date(2026, 7, 20), "ondertekend")
    assert file.client.annex_on(date(2026, 7, 20)) is second
    assert paper.state == "ondertekend", "the former annex stays readable"


def test_an_annex_that_is_not_wanted_any_more_falls_and_the_former_one_stays(file_at):
    file = file_at("ondertekend", "gpmi")
    first, paper = file.case.in_force, file.letter("bijlage_gpmi")
    file.draw_up(JULY, "wijzig", reason="Meer lessen.")
    new = file.letter("bijlage_gpmi")
    perform(file.case, "behoud_vorige", file.actor("mw"), file.now, remark="De cliënt wil niet.")
    assert (new.cancelled, paper.cancelled, file.case.in_force, file.case.draft) == (True, False, first, None)
    assert first.until_on == date(2027, 3, 8)


def test_an_annex_that_is_taken_back_is_written_anew_with_another_number(staff, clock):
    file = GpmiWalk(staff, clock).to("aangeboden")
    number, paper = file.case.draft.number, file.letter("bijlage_gpmi")
    perform(file.case, "neem_terug", file.actor("mw"), file.now, remark="Fout in de datum.")
    assert (file.case.state, paper.cancelled, turns(file, "mw")) == ("ontwerp", True, {"stel_bijlage_op"})
    file.draw_up()
    assert file.case.draft.number == number + 1


# ends


@pytest.mark.parametrize(("action", "state"), [("beeindig", "beeindigd"), ("vervang", "vervangen")])
def test_a_contract_that_ends_takes_its_annex_along(file_at, action, state):
    file = file_at("ondertekend", "gpmi")
    more = {"new_contract": "GPMI-2026-0100"} if action == "vervang" else {}
    file.take(action, "hoofd", walk.EVALUATED, **walk.END, **more)
    assert (file.case.state, file.case.closed_on) == (state, walk.EVALUATED)
    assert [deadline for deadline in file.case.deadlines if deadline.runs] == []
    assert file.client.annex_on(date(2026, 7, 10)).number == 1


def test_a_contract_that_was_never_in_force_is_withdrawn(staff, clock):
    file = GpmiWalk(staff, clock).to("aangeboden")
    file.take("trek_in", "mw", end_reason="vergissing", end_explanation="Dubbel.")
    assert (file.case.state, file.letter("bijlage_gpmi"), file.case.annex) == ("ingetrokken", None, None)
    assert turns(file, "mw") == set()


def test_a_client_has_one_contract_at_a_time(file_at):
    file = file_at("ondertekend", "gpmi")
    other = GpmiWalk(file.staff, file.clock, file.client)
    workers = {"handler_id": file.staff["mw"].id, "replacement_id": file.staff["mw2"].id}
    (reason,) = refused(other, "open", "mw", **walk.CONTRACT, **workers)
    assert "GPMI-2026-0001" in reason


# the chain of proof on the sanction file


def reported(file, breach, on):
    """A sanction file about the client, reported by the social worker."""
    file.clock.set(date(2026, 5, 18))
    case = new_case(db.session, SANCTION, file.client, Moment(file.now, file.actor("mw")))
    facts = [FACTS[0] | {"happened_on": on}]
    fields = {"breach_type": breach, "reported_facts": facts, "client_explanation": ""}
    perform(case, "meld", file.actor("mw"), file.now, fields=fields)
    return case


def warn(file, case):
    limit = WARNING | {"remedy_by": date(2026, 6, 15)}
    try:
        perform(case, "maan_aan", file.actor("mw"), file.now, fields=limit)
    except StepRefused as refused:
        return [str(reason) for reason in refused.reasons]
    return []


def informed(file, on):
    """The client was told in a conversation that he is referred."""
    from tests.walks.referral import OPENED
    from workflow.procedures.referral import REFERRAL

    case = new_case(db.session, REFERRAL, file.client, Moment(file.now, file.actor("mw")))
    perform(case, "open", file.actor("mw"), file.now, fields=OPENED | {"basis": "vrijwillig"})
    case.informed_on, case.informed_how, case.informed_interpreter = on, "Op kantoor.", "geen"
    db.session.commit()


def test_a_breach_outside_the_annex_is_shown_in_red_and_stops_the_warning(staff, clock, enter):
    file = Alone(staff, clock).to("ondertekend")
    informed(file, date(2026, 3, 9))
    case = reported(file, "afwezig_mo", date(2026, 5, 11))
    (reason,) = warn(file, case)
    assert reason.startswith("De bewijsketen is niet gesloten. Verplichting: bijlage 2 legt dit niet op")


def test_without_a_letter_to_the_client_no_warning_leaves(staff, clock):
    file = Alone(staff, clock).to("ondertekend")
    case = reported(file, "afwezig_nt2", date(2026, 5, 11))
    (reason,) = warn(file, case)
    assert "Brief aan de cliënt: er vertrok geen brief" in reason


def test_an_unbroken_chain_lets_the_warning_leave(staff, clock):
    file = Alone(staff, clock).to("ondertekend")
    informed(file, date(2026, 3, 9))
    case = reported(file, "afwezig_nt2", date(2026, 5, 11))
    assert warn(file, case) == []
    assert isinstance(case, Sanction) and case.state == "aanmaning"


def test_the_page_of_a_sanction_file_shows_the_chain_to_the_welfare_centre_only(file_at, enter):
    file = file_at("ondertekend", "gpmi")
    case = reported(file, "afwezig_nt2", date(2026, 5, 11))
    ours, theirs = (enter(login).get(f"/dossiers/{case.reference}") for login in ("mw", "tb"))
    assert flaws(ours) == []
    assert "1 schakel niet in orde" in words_on(ours)
    assert "er vertrok geen brief over de doorverwijzing" in words_on(ours)
    assert "Bewijsketen" not in words_on(theirs)


# who sees what

SECRET = (
    "Twee kinderen, de huur is 720 euro.",
    "De cliënt wil als verpleegkundige werken.",
    "Voor het eerst leefloon.",
    "Twee keer afwezig zonder te verwittigen.",
    "Wij betalen de boeken.",
    "enkel voor ons",
    "Bewijsketen",
    "88.02.17-354.92",
)
SHARED = ("U volgt nt2 tot het einde.", "Amal schrijft u in.", "Start, afwezigheid, attest.", "09/03/2026")


def test_the_agency_sees_only_what_concerns_the_trajectory(file_at, enter):
    file = file_at("ondertekend", "gpmi")
    told = walk.evaluation(*({"part": part, "outcome": "deels", "why": "Ziek."} for part in GpmiWalk.parts))
    file.take("evalueer", "mw", walk.EVALUATED, evaluation=told)
    file.take("vraag_onderhoud", "mw", interview=walk.INTERVIEW)
    file.take("noteer", "mw", remark="enkel voor ons")
    page = f"/dossiers/{file.case.reference}"
    ours, theirs = (enter(login).get(page) for login in ("mw", "tb"))
    assert flaws(ours) == [] == flaws(theirs)
    for text in SECRET[:-1]:
        assert text in words_on(ours), text
    for text in (*SECRET, "Ziek.", "De lesuren zijn moeilijk."):
        assert text not in words_on(theirs), text
    for text in SHARED:
        assert text in words_on(ours) and text in words_on(theirs), text
    assert "Deels bereikt" in words_on(theirs)


def test_a_draft_does_not_exist_for_the_agency(staff, clock, enter, file_at):
    file = file_at("ontwerp", "gpmi")
    file.draw_up()
    page = f"/dossiers/{file.case.reference}"
    assert file.case.shared_with(factories.amal().id)
    assert enter("tb").get(page).status_code == 404
    assert file.case.reference not in words_on(enter("tb").get("/zoeken?q=GPMI"))
    assert file.case.reference not in words_on(enter("contact").get("/dossiers?soort=gpmi"))
    assert "U volgt nt2 tot het einde." not in words_on(enter("tb").get(f"/clienten/{file.client.id}"))


def test_a_new_draft_beside_the_annex_in_force_is_hidden_too(file_at, enter):
    file = file_at("ondertekend", "gpmi")
    file.draw_up(JULY, "wijzig", reason="Meer lessen.", ocmw_does="x", breach_means="y", amal_does="Iets nieuws.")
    for address in (f"/dossiers/{file.case.reference}", f"/clienten/{file.client.id}"):
        assert "Iets nieuws." not in words_on(enter("tb").get(address)), address
    assert "Iets nieuws." in words_on(enter("mw").get(f"/dossiers/{file.case.reference}"))


@pytest.mark.parametrize("login", ["tb", "contact"])
def test_a_contract_without_the_agency_does_not_exist_for_it(staff, clock, enter, file_at, login):
    file = file_at("ontwerp", "gpmi")
    file.partner, file.parts = False, ("nt2",)
    file.aangeboden()
    file.take("teken_client", "mw", walk.SIGNED, client_signature=walk.SIGNATURE)
    file.sign("bijlage_gpmi", "voorzitter", "directeur")
    assert file.case.state == "ondertekend"
    assert enter(login).get(f"/dossiers/{file.case.reference}").status_code == 404
    assert "U volgt nt2 tot het einde." not in words_on(enter(login).get(f"/clienten/{file.client.id}"))


def test_the_agency_reads_the_annex_it_signs_and_no_other_letter(file_at, enter):
    file = file_at("aangeboden", "gpmi")
    annex = f"/brieven/{file.letter('bijlage_gpmi').reference}"
    assert [enter(login).get(annex).status_code for login in ("tb", "contact")] == [404, 404]
    file.ondertekend()
    told = walk.evaluation(*({"part": part, "outcome": "bereikt", "why": ""} for part in GpmiWalk.parts))
    file.take("evalueer", "mw", walk.EVALUATED, evaluation=told)
    report = f"/brieven/{file.letter('evaluatieverslag').reference}"
    file.sign("evaluatieverslag", "mw")
    assert [enter(login).get(annex).status_code for login in ("tb", "contact", "mw")] == [200, 200, 200]
    assert [enter(login).get(report).status_code for login in ("tb", "contact", "mw")] == [404, 404, 200]


def test_the_annex_form_proposes_what_is_usually_agreed(file_at, enter):
    file = file_at("ontwerp", "gpmi")
    fields = sent_by(tree_of(enter("mw").get(f"/dossiers/{file.case.reference}/stel_bijlage_op")))
    usual = {"nt2_objective": "U volgt de cursus Nederlands tot en met niveau A2."}
    usual |= {"pnt_attendance": "Uw trajectbegeleider telt de uren. Kunt u niet? Verwittig hem vooraf."}
    usual |= {"feedback": "Start, afwezigheid, niveau en attest.", "with_amal": "y"}
    assert {name: fields[name] for name in usual} == usual
    assert fields["breach_means"] == "Twee keer afwezig zijn zonder te verwittigen, of stoppen zonder afspraak."


def test_the_annex_form_takes_the_parts_a_referral_asks(file_at, enter):
    file = file_at("ontwerp", "gpmi")
    page = enter("mw").get(f"/dossiers/{file.case.reference}/stel_bijlage_op?onderdelen=mo,zwemmen")
    assert flaws(page) == []
    assert 'name="mo" value="y" checked' in page.text
    assert 'name="nt2" value="y" checked' not in page.text


def test_a_referral_without_its_annex_shows_the_way_to_it(file_at, enter):
    file = file_at("ontwerp", "referral")
    page = enter("mw").get(f"/dossiers/{file.case.reference}")
    assert flaws(page) == []
    assert f"/nieuw/gpmi/{file.client.id}" in page.text
    assert f"/nieuw/gpmi/{file.client.id}" not in enter("tb").get(f"/dossiers/{file.case.reference}").text


def test_pages_of_the_steps_have_no_flaws(file_at, enter):
    file = file_at("ondertekend", "gpmi")
    browser = enter("mw")
    for action in ("evalueer", "wijzig", "vraag_onderhoud", "beeindig", "vervang"):
        page = browser.get(f"/dossiers/{file.case.reference}/{action}")
        assert (page.status_code, flaws(page)) == (200, []), action
    assert "0 van 3, 0 van 2 persoonlijk" in words_on(browser.get(f"/dossiers/{file.case.reference}/evalueer"))
