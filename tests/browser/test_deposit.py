"""The post room at a real browser: a hand scanner goes from row to row, and every page of a list is accessible."""

from datetime import date

import pytest

from tests.browser.conftest import SIDEWAYS
from tests.forms.post_letters import barcodes, codes, twins
from tests.walks import sanction as journey
from workflow.models import db

FOCUS = "document.activeElement.id"


@pytest.fixture
def ready(staff, clock):
    """Four warnings that were signed on Tuesday 3 March 2026."""
    file = journey.File(staff, clock).to("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    warning = file.letter("aanmaning")
    references = [warning.reference, *twins(warning, 3)]
    db.session.rollback()
    return references


def test_a_list_is_made_scanned_and_handed_over_by_keyboard(ready, desk, axe):
    clerk = desk("klerk", axe=axe)
    clerk.go("/post")
    clerk.page.get_by_label("Kies alle brieven op deze bladzijde").check()
    clerk.fill(rp=True)
    clerk.press("Maak een afgiftelijst")
    assert clerk.heading == "Afgiftelijst AL-2026-0001"
    fields = clerk.page.locator("[data-scan]")
    fields.first.focus()
    for code in codes(4):  # a hand scanner types, and ends with Enter
        clerk.page.keyboard.type(code)
        clerk.page.keyboard.press("Enter")
    assert clerk.page.evaluate("document.activeElement.textContent") == "Bewaar de barcodes"
    clerk.page.keyboard.press("Enter")
    clerk.page.get_by_text("4 barcodes bewaard.").wait_for()
    assert barcodes("/post/lijsten/AL-2026-0001") == codes(4)
    clerk.go("/post/lijsten/AL-2026-0001/uitvoer")
    clerk.go("/post/lijsten/AL-2026-0001")
    clerk.fill(posted_on="3/3/2026")
    clerk.press("Noteer de afgifte")
    clerk.page.get_by_text("4 brieven zijn vertrokken.").wait_for()
    clerk.go("/post/lijsten")
    assert "Afgehandeld" in clerk.text
    assert [said for said in clerk.said if "422" not in str(said)] == []


def test_without_javascript_a_list_is_scanned_too(ready, desk):
    clerk = desk("klerk", javascript=False)
    clerk.go("/post")
    for tick in clerk.page.locator("[name=brief]").all():
        tick.check()
    clerk.press("Maak een afgiftelijst")
    clerk.page.fill("#codes", "\n".join(codes(4)))
    clerk.press("Bewaar de barcodes")
    assert barcodes("/post/lijsten/AL-2026-0001") == codes(4)


def test_a_wrong_code_is_announced_and_leads_to_its_row(ready, desk, axe):
    clerk = desk("klerk", width=390)
    clerk.go("/post")
    clerk.page.locator("[name=brief]").first.check()
    clerk.press("Maak een afgiftelijst")
    clerk.page.locator("[data-scan]").fill("123")
    clerk.press("Bewaar de barcodes")
    assert clerk.page.evaluate("document.activeElement.className") == "errors"
    assert clerk.violations(axe) == []
    assert clerk.page.evaluate(SIDEWAYS) <= 0
    clerk.page.get_by_role("link", name="30 cijfers").click()
    assert clerk.page.evaluate(FOCUS).startswith("code-BR-")
