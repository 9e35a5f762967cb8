"""The pages of every other kind of file, at two widths: no axe violation, a quiet console, nothing scrolls sideways."""

from datetime import date

import pytest

from tests.browser.steps import flaws_of
from tests.walks import WALKS
from workflow.models import db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS

# who opens it, and where: the reference of a file stands under its kind, {client} for the client of the test
PAGES = (
    ("mw", "/dossiers/{gpmi}"),
    ("tb", "/dossiers/{gpmi}"),
    ("mw", "/dossiers/{gpmi}/wijzig"),
    ("directie", "/overeenkomsten"),
    ("directie", "/overeenkomsten/{agreement}/tekst"),
    ("directie", "/dossiers/{agreement}"),
    ("directie", "/dossiers/{agreement}/stel_wijziging_voor"),
    ("directie.amal", "/dossiers/{default_notice}"),
    ("directie.amal", "/dossiers/{default_notice}/antwoord"),
    ("directie", "/nieuw/default_notice/bij/{agreement}"),
    ("directie.amal", "/dossiers/{deviation}"),
    ("directie", "/nieuw/deviation/bij/{agreement}"),
    ("tb", "/dossiers/{direction}"),
    ("tb", "/dossiers/{direction}/neem_kennis_amal"),
    ("mw", "/clienten/{client}/bevoegdheid"),
)


def deviation_beside(file):
    """Propose a deviation beside the agreement of a notice."""
    beside = WALKS["deviation"].__new__(WALKS["deviation"])
    beside.staff, beside.clock = file.staff, file.clock
    when = Moment(file.now, file.actor("directie"))
    beside.case = new_case(db.session, WORKFLOWS["deviation"], None, when, origin=file.case.origin)
    beside.voorgesteld()
    return beside.case


@pytest.fixture
def places(file_at, clock):
    """An office with a file of every kind; they walk there before the browser starts, which signs elsewhere."""
    file = file_at("in_gebreke", "default_notice")
    cases = [file.case, file.case.origin, deviation_beside(file)]
    gpmi = WALKS["gpmi"](file.staff, clock, file.client).to("ondertekend")
    cases += [gpmi.case, WALKS["direction"](file.staff, clock, file.client).to("gemeld").case]
    clock.set(date(2026, 3, 16))
    found = {case.kind: case.reference for case in cases} | {"client": file.client.id}
    db.session.rollback()
    return found


def test_every_page_of_every_kind_is_accessible_quiet_and_fits_wide_and_narrow(places, desk, axe):
    assert flaws_of(PAGES, places, desk, axe, refused=False) == []
