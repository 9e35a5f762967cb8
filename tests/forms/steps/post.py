"""Every step of a letter, as a browser sends it."""

from datetime import date
from io import BytesIO

import factories

from letters.store import store
from tests.forms.steps.notes import a_scan
from tests.letters.scans import scan_of
from tests.walks.walk import BARCODE

POSTED = {"way": "aangetekend", "posted_on": "3/3/2026", "registered_number": BARCODE}


def _put_forward(file):
    file.post("aanmaning", "leg_voor", "mw", date(2026, 3, 3))
    return {"read": "y", "password": factories.PASSWORD}


def _scanned(file):
    _put_forward(file)
    scan = scan_of(store.get(file.letter("aanmaning").pdf_sha256))
    return {
        "outside_way": "inkt", "outside_on": "3/3/2026", "outside_until": "1", "upload": (BytesIO(scan), "scan.pdf")
    }  # fmt: skip


def _signed(file):
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    return POSTED


def _returned(file):
    back = {"returned_on": date(2026, 3, 20), "return_reason": "Niet afgehaald"}
    file.post("aanmaning", "meld_terugkeer", "klerk", date(2026, 3, 20), **back)
    return {}


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("post", "leg_voor", "aanmaning", "mw", None),
    ("post", "annuleer", "aanmaning", "mw", None),
    ("post", "onderteken", "aanmaning", "mw", (3, 3), _put_forward),
    ("post", "neem_op", "aanmaning", "klerk", (3, 3), _scanned),
    ("post", "stuur_terug", "aanmaning", "mw", (3, 3), _put_forward),
    ("post", "verzend", "aanmaning", "klerk", (3, 3), _signed),
    ("post", "corrigeer", "aangemaand", "klerk", (3, 4), POSTED),
    ("post", "meld_aanbieding", "aangemaand", "klerk", (3, 4), {"presented_on": "4/3/2026"}),
    ("post", "meld_terugkeer", "aangemaand", "klerk", (3, 20), {"returned_on": "20/3/2026"}),
    ("post", "voeg_bewijs_toe", "aangemaand", "klerk", (3, 4), a_scan),
    ("post", "volg_op", "aangemaand", "klerk", (3, 20), _returned),
)
# fmt: on
