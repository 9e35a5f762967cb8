"""One file from report to notified decision, by the seven people whose work it is, in a browser."""

import shutil
import subprocess
from datetime import date
from tempfile import NamedTemporaryFile

import factories
import pytest
from conftest import require

from tests.browser.steps import inspected, letter, post, said, sign, state, step
from tests.letters import pdf_text, word_text
from tests.walks import sanction as journey
from workflow.models import db

FILE, SESSION = "/dossiers/SD-2026-0001", "/zittingen/ZIT-2026-0001"


@pytest.fixture
def file_at_start(staff):
    """A client with everything a file needs, and a planned session."""
    client = factories.dated(factories.client(social_worker=staff["mw"]))
    db.session.commit()
    kept = client.id
    db.session.rollback()
    return kept


def report(desk, client_id):
    desk.go(f"/clienten/{client_id}")
    desk.press("Meld een inbreuk")
    desk.fill(breach_type="afwezig_nt2")
    desk.fill(**{"reported_facts-0-happened_on": "23/2", "reported_facts-0-what": "Niet aanwezig in de les"})
    desk.fill(**{"reported_facts-0-evidence": "Aanwezigheidslijst", "client_explanation": "Ik was het vergeten."})
    desk.press("Meld een inbreuk")


def open_file(desk):
    desk.go(FILE)


def warn(desk):
    open_file(desk)
    desk.press("Maan de cliënt aan")
    desk.fill(lawful_reason="geen", reason_examined="Gebeld met de school.", obligation="U volgt de lessen.")
    desk.fill(remedy="Ga vanaf nu naar elke les.", remedy_by="23/03/2026")
    desk.press("Maan de cliënt aan")


def invite(desk):
    open_file(desk)
    desk.press("Nodig uit om gehoord te worden")
    desk.fill(hearing_on="14-04-26", hearing_time="14.00 uur", hearing_place="Proefstraat 1, Gent")
    desk.fill(needs_interpreter="ja", interpreter_language="Arabisch", file_access="elke werkdag tot 12 uur")
    desk.fill(reschedule_by="100426")
    desk.press("Nodig uit om gehoord te worden")


def hear(desk):
    open_file(desk)
    desk.press("Schrijf het verslag van de hoorzitting")
    desk.fill(
        hearing_outcome="gehouden", hearing_present="De cliënt en een tolk.", hearing_report="Hij werkte 's nachts."
    )
    desk.press("Schrijf het verslag van de hoorzitting")


def measure(desk, **more):
    desk.fill(measure="schorsing", share="deel", monthly_cents="320,00", duration="1", unit="maanden", deferral="geen")
    desk.fill(**more)


def advise(desk):
    open_file(desk)
    desk.press("Schrijf het sociaal verslag met advies")
    desk.fill(
        situation="Alleenstaande.", reason_examined="Geen wettige reden.", hearing_answer="Nachtwerk zonder contract."
    )
    measure(desk, proportionality="Er waren al gesprekken.", family_effect="Geen kinderen ten laste.")
    desk.press("Schrijf het sociaal verslag met advies")


def plan_session(desk):
    desk.go("/zittingen")
    desk.press("Plan een zitting")
    desk.fill(held_on="28/04/2026", starts_at="14.00 uur", place="Raadzaal")
    desk.press("Plan een zitting")


def put_on_agenda(desk):
    open_file(desk)
    desk.press("Zet op de agenda van het BCSD")
    choice = desk.page.locator("select[name='session_id'] option").nth(1).get_attribute("value")
    desk.fill(session_id=choice)
    desk.press("Zet op de agenda van het BCSD")


GROUNDS = {
    "grounds_law": "Het GPMI legt dit op.",
    "grounds_facts": "De feiten staan vast.",
    "grounds_measure": "Een lichtere maatregel volstaat niet.",
    "hearing_answer": "Het comité begrijpt het nachtwerk.",
}


def open_point(desk):
    desk.go(SESSION)
    desk.page.locator("#agenda h3 a").first.click()
    desk.page.wait_for_load_state()


def convene(secretary, chair):
    """The secretary explains what is proposed and convenes the members; the chair signs."""
    open_point(secretary)
    secretary.press("Schrijf het ontwerp van de beslissing")
    secretary.fill(**GROUNDS)
    secretary.press("Schrijf het ontwerp van de beslissing")
    step(secretary, "/dossiers/ZIT-2026-0001", "roep_op", "Roep de leden op")
    sign("oproeping", chair, maker=secretary)


def meet(secretary, chair):
    """The chair opens the session and takes the file up; the secretary writes down who was there and voted what."""
    chair.go("/dossiers/ZIT-2026-0001/open")
    for each in chair.page.locator("input[type=radio][value=aanwezig]").all():
        each.check()
    chair.press("Open de zitting")
    open_point(chair)
    chair.press("Behandel dit punt")
    open_point(secretary)
    secretary.press("Noteer de stemmen")
    for row, each in enumerate(secretary.page.locator(".ballots tbody tr").all()):
        each.locator(f"input[value={'tegen' if row == 3 else 'voor'}]").check()
    secretary.press("Noteer de stemmen")
    assert "12 voor" in secretary.text and "1 tegen" in secretary.text


def decide(desk):
    """The secretary writes the decision down: it begins with the draft."""
    desk.press("Leg de beslissing vast")
    assert desk.page.input_value("[name=grounds_facts]") == GROUNDS["grounds_facts"]
    measure(desk, starts_on="1 juni 2026")
    desk.press("Noteer de beslissing")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_seven_people_bring_a_file_from_report_to_notified_decision(desk, clock, axe, file_at_start, javascript):
    tb, mw, lead, secretary, chair, director, clerk = (
        desk(login, javascript=javascript, axe=axe if javascript else None)
        for login in ("tb", "mw", "hoofd", "secretaris", "voorzitter", "directeur", "klerk")
    )

    report(tb, file_at_start)
    assert state("sanction") == "gemeld"
    warn(mw)
    sign("aanmaning", mw, maker=mw)
    post(clerk, "aanmaning", "2/3/2026")
    assert state("sanction") == "aangemaand"

    clock.set(date(2026, 3, 24))
    invite(mw)
    sign("uitnodiging_hoorzitting", mw, maker=mw)
    post(clerk, "uitnodiging_hoorzitting", "24/03/2026")
    plan_session(secretary)

    clock.set(date(2026, 4, 14))
    hear(mw)
    advise(mw)
    sign("sociaal_verslag", mw, maker=mw)
    put_on_agenda(lead)
    assert state("sanction") == "geagendeerd"
    clock.set(date(2026, 4, 17))
    convene(secretary, chair)

    clock.set(date(2026, 4, 28), 16)
    meet(secretary, chair)
    decide(secretary)
    sign("beslissing", chair, director, maker=secretary)
    clock.set(date(2026, 4, 29))
    post(clerk, "beslissing", "29/04/2026")

    open_file(mw)
    assert "Kennis gegeven, beroepstermijn loopt" in mw.text
    assert state("sanction") == "kennisgegeven"
    _two_signed_letters(mw)
    assert said(tb, mw, lead, secretary, chair, director, clerk) == []


def _two_signed_letters(desk):
    for name, signatories in (("aanmaning", 1), ("beslissing", 2)):
        made = letter(name)
        pdf = desk.download(f"/brieven/{made}.pdf")
        assert [finding.valid for finding in inspected(pdf, journey.SESSION_DAY)] == [True] * signatories
        docx = desk.download(f"/brieven/{made}.docx")
        assert pdf_text.paragraphs(pdf) == word_text.paragraphs(docx)
        assert any("Amina Voorbeeld" in line for line in word_text.paragraphs(docx))
        _pdfsig_agrees(pdf, signatories)


def _pdfsig_agrees(pdf, signatories):
    require("POPPLER", shutil.which("pdfsig"), "pdfsig")
    with NamedTemporaryFile(suffix=".pdf") as paper:
        paper.write(pdf)
        paper.flush()
        said = subprocess.run(["pdfsig", paper.name], capture_output=True, check=False).stdout.decode()
    assert said.count("Signature is Valid") == signatories


def test_the_client_page_offers_to_report(desk, file_at_start):
    tb = desk("tb")
    tb.go(f"/clienten/{file_at_start}")
    assert tb.heading == "Amina Voorbeeld"
    assert tb.page.get_by_role("link", name="Meld een inbreuk").count() == 1
