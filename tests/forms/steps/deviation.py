"""Every step of a deviation, as a browser sends it."""

from tests.forms.steps.notes import a_piece_of, a_scan
from tests.walks import sanction

PERIOD = {"article": "4", "from_on": "2/3/2026", "until_on": "30/6/2026"}


def a_shared_file(file):
    """A sanction file that both parties of the agreement work on; its reference."""
    return sanction.File(file.staff, file.clock, file.client).to("gemeld").case.reference


def _named(file):
    return {"files": a_shared_file(file)}


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("deviation", "stel_afwijking_voor", "voorgesteld", "directie.amal", None, lambda file: PERIOD | _named(file)),
    ("deviation", "keur_goed", "voorgesteld", "directie.amal", None),
    ("deviation", "weiger", "voorgesteld", "directie.amal", None),
    ("deviation", "gebruik_afwijking", "geldig", "directie", None, _named),
    ("deviation", "trek_in", "geldig", "directie", None),
    ("deviation", "noteer", "geldig", "directie", None),
    ("deviation", "voeg_stuk_toe", "geldig", "directie", None, a_scan),
    ("deviation", "verwijder_stuk", "geldig", "directie", None, lambda file: a_piece_of(file, "directie")),
)
# fmt: on
