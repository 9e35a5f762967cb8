"""Every page, at two widths: no axe violation, a quiet console under the strict CSP, nothing that scrolls sideways."""

from datetime import date

import factories
import pytest

from forms.actions import perform
from letters.intake.recognise import MOST_BYTES
from tests.browser.conftest import SIDEWAYS
from tests.browser.steps import flaws_of
from tests.letters.pieces import picture
from tests.walks import meetings
from workflow.models import db

# who opens it, and where: {case}, {client}, {letter} and {session} stand for the file of the test
PAGES = (
    (None, "/aanmelden"),
    (None, "/controle"),
    (None, "/controle?code=ABCD-EFGH-JKMN"),
    (None, "/toegankelijkheid"),
    ("mw", "/"),
    ("mw", "/?t=wacht"),
    ("klerk", "/"),
    ("mw", "/dossiers"),
    ("mw", "/zoeken?q=niemand"),
    ("mw", "/clienten"),
    ("mw", "/clienten/{client}"),
    ("mw", "/clienten/{client}/wijzig"),
    ("mw", "/clienten/nieuw"),
    ("mw", "/nieuw/sanction/{client}"),
    ("mw", "/nieuw/referral/{client}"),
    ("mw", "/doorverwijzingen/niet-doorverwezen"),
    ("tb", "/doorverwijzingen/vdab"),
    ("mw", "/dossiers/{case}"),
    ("tb", "/dossiers/{case}"),
    ("secretaris", "/dossiers/{case}"),
    ("secretaris", "/dossiers/{case}/beslis"),
    ("secretaris", "/dossiers/{case}/verdaag"),
    ("mw", "/dossiers/{case}/noteer"),
    ("mw", "/dossiers/{case}/voeg_stuk_toe"),
    ("mw", "/dossiers/{case}/verwijder_stuk"),
    ("klerk", "/brieven/{letter}/voeg_bewijs_toe"),
    ("hoofd", "/dossiers/{case}/wijs_toe"),
    ("mw", "/brieven/{letter}"),
    ("klerk", "/brieven/{letter}/corrigeer"),
    ("klerk", "/post"),
    ("klerk", "/post?plank=alles"),
    ("klerk", "/post/lijsten"),
    ("klerk", "/post/omslagen"),
    ("secretaris", "/zittingen"),
    ("secretaris", "/zittingen/{session}"),
    ("voorzitter", "/zittingen/{session}"),
    ("lid", "/zittingen/{session}"),
    ("lid", "/zittingen/{session}/punten/{item}"),
    ("voorzitter", "/zittingen/{session}/punten/{item}"),
    ("secretaris", "/zittingen/{session}/punten/{item}"),
    ("secretaris", "/zittingen/{session}/punten/{item}/schrijf_ontwerp"),
    ("secretaris", "/zittingen/{session}/punten/{item}/noteer_belang"),
    ("secretaris", "/zittingen/{session}/punten/{item}/laat_toe"),
    ("lid", "/zittingen/{session}/punten/{item}/meld_belang"),
    ("lid", "/zittingen/{session}/bundel"),
    ("secretaris", "/zittingen/{session}/inzage"),
    ("secretaris", "/dossiers/{session}/noteer_vertrek"),
    ("secretaris", "/dossiers/{session}/schik"),
    ("secretaris", "/dossiers/{session}/stel_onvoltallig_vast"),
    ("secretaris", "/nieuw/session"),
    ("secretaris", "/zittingen/reeks"),
    ("secretaris", "/zittingen/beslissingen"),
    ("secretaris", "/zittingen/beslissingen/per-jaar"),
    ("secretaris", "/comite"),
    ("secretaris", "/comite/reglement"),
    ("secretaris", "/comite/zetels/nieuw"),
    ("beheer", "/sjablonen"),
    ("beheer", "/sjablonen/aanmaning"),
    ("mw", "/procedures"),
    ("mw", "/procedures/sanction"),
    ("mw", "/procedures/post"),
    ("mw", "/procedures/session"),
    ("mw", "/woordenlijst"),
    ("tb", "/nieuw/warm_handoff/{client}"),
    ("tb", "/overdrachten"),
    ("beheer", "/overdrachtslijst"),
    ("beheer", "/vertaalbladen"),
    ("beheer", "/vertaalbladen/ar/aanmaning"),
    ("mw", "/bestaat-niet"),
    ("mw", "/zittingen"),
)


@pytest.fixture
def places(file_at, clock):
    """A file on the agenda, with the names that stand in the addresses."""
    file = file_at("geagendeerd")
    found = {
        "case": file.case.reference,
        "client": file.client.id,
        "letter": file.letter("aanmaning").reference,
        "session": file.session.reference,
        "item": file.case.agenda_item.id,
    }
    clock.set(date(2026, 4, 28), 14)
    meetings.opened(file, file.session, away=(3,))
    for action in ("behandel", "open_stemming"):
        perform(file.case.agenda_item, action, file.actor("voorzitter"), file.now)
    db.session.rollback()
    return found


def test_every_page_is_accessible_quiet_and_fits_wide_and_narrow(places, desk, axe):
    assert flaws_of(PAGES, places, desk, axe) == []


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_somebody_signs_in_and_out_by_keyboard(places, desk, javascript):
    visitor = desk(None, javascript=javascript)
    visitor.go("/dossiers")
    visitor.page.locator("#login").focus()
    visitor.page.keyboard.type("mw")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.type(factories.PASSWORD)
    visitor.page.keyboard.press("Enter")
    visitor.page.get_by_role("heading", name="Dossiers", level=1).wait_for()
    visitor.page.locator("summary", has_text="Mijn account").click()
    visitor.press("Afmelden")
    assert visitor.heading == "Aanmelden"
    visitor.go("/dossiers")
    assert visitor.heading == "Aanmelden"


def test_errors_of_a_form_are_announced_and_lead_to_their_field(places, desk, axe):
    secretary = desk("secretaris")
    secretary.go(f"/zittingen/{places['session']}/punten/{places['item']}/noteer_belang")
    secretary.press("Noteer een belangenconflict")
    assert secretary.page.evaluate("document.activeElement.className") == "errors"
    assert secretary.violations(axe) == []
    secretary.page.get_by_role("link", name="Schrijf welk belang.").click()
    assert secretary.page.evaluate("document.activeElement.id") == "reason"


def test_a_page_fits_a_narrow_telephone(places, desk, axe):
    narrow = desk("mw", width=320)
    for path in ("/", "/dossiers/{case}", "/brieven/{letter}", "/nieuw/sanction/{client}"):
        narrow.go(path.format(**places))
        assert (narrow.violations(axe), narrow.page.evaluate(SIDEWAYS)) == ([], 0), path


def test_the_work_list_is_worked_by_keyboard(places, desk, clock):
    clock.set(date(2026, 4, 28))
    secretary = desk("secretaris")
    secretary.go("/")
    secretary.page.locator("h1").click()
    secretary.page.keyboard.press("j")
    assert secretary.page.evaluate("document.activeElement.textContent") == "Amina Voorbeeld"
    secretary.page.keyboard.press("/")
    assert secretary.page.evaluate("document.activeElement.id") == "q"


def test_the_list_filters_while_typing(places, desk):
    secretary = desk("secretaris")
    secretary.go("/")
    secretary.page.locator("#zoek").press_sequentially("niemand")
    secretary.page.get_by_text("Geen taken gevonden.").wait_for()
    assert "zoek=niemand" in secretary.page.url
    assert secretary.said == []


def test_the_reference_is_copied_with_one_click(places, desk):
    worker = desk("mw")
    worker.context.grant_permissions(["clipboard-read", "clipboard-write"])
    worker.go(f"/dossiers/{places['case']}")
    worker.press("Kopieer")
    assert worker.page.evaluate("navigator.clipboard.readText()") == places["case"]


def test_a_file_that_is_too_large_is_not_sent_and_a_smaller_one_is(places, desk, axe, tmp_path):
    worker = desk("mw")
    for name, size in (("groot.png", MOST_BYTES + 1), ("scan.png", 0)):
        (tmp_path / name).write_bytes(picture() + bytes(size))
    worker.go(f"/dossiers/{places['case']}/voeg_stuk_toe")
    assert not worker.page.is_visible("#upload-large")
    worker.page.set_input_files("#upload", tmp_path / "groot.png")
    worker.page.wait_for_selector("#upload-large:not([hidden])")
    assert (worker.page.input_value("#upload"), worker.violations(axe)) == ("", [])
    worker.page.set_input_files("#upload", tmp_path / "scan.png")
    assert not worker.page.is_visible("#upload-large")
    worker.press("Voeg een stuk toe")
    assert "Stuk toegevoegd." in worker.text and worker.violations(axe) == []
    with worker.page.expect_download() as download:
        worker.page.locator("#stukken .title-link").click()
    assert download.value.suggested_filename == "scan.png"
