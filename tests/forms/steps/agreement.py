"""Every step of an agreement, as a browser sends it."""

from datetime import date

from tests.forms.steps.notes import a_piece_of, a_scan
from workflow.models import Organisation, db

TEXT = {"agreement_kind": "werkafspraken", "starts_on": "1/2/2026", "ends_on": ""}
DAY = (3, 2)
FROM = {"in_force_on": "1/4/2026"}


def _draw_up(file):
    return TEXT | {"partner": db.session.query(Organisation).filter_by(key="amal").one().id}


def _proposed(file):
    file.propose()
    return {}


def _proposed_by_amal(file):
    file.propose("directie.amal")
    return {}


def _scanned(file):
    a_piece_of(file, "directie")
    return {"signed_on": "5/1/2026"}


def _cancelled(file):
    file.propose(day=date(2026, 3, 2))
    file.agreed(day=date(2026, 3, 2))
    file.post("overeenkomst", "annuleer", "directie")
    return {}


def _agree_and_see(file):
    file.agreed(day=date(2026, 3, 2))


def _lay_before(file):
    file.take("leg_ter_ondertekening", "directie")


# fmt: off
_STEPS = (
    # action, state on the shelf, who, day, chosen, letter, what is not in it
    ("stel_op", "ontwerp", "directie", None, _draw_up),
    ("pas_aan", "ontwerp", "directie", None, TEXT, "overeenkomst", (), _lay_before),
    ("leg_ter_ondertekening", "ontwerp", "directie", None),
    ("neem_ondertekende_op", "ontwerp", "directie", None, _scanned),
    ("stel_wijziging_voor", "van_kracht", "directie.amal", DAY, FROM, "overeenkomst", (), _agree_and_see),
    ("stel_beeindiging_voor", "van_kracht", "directie", DAY, FROM, "overeenkomst", (), _agree_and_see),
    ("stem_in", "van_kracht", "directie", DAY, _proposed),
    ("weiger", "van_kracht", "directie", DAY, _proposed_by_amal),
    ("trek_voorstel_in", "van_kracht", "directie", DAY, _proposed),
    ("maak_document_opnieuw", "van_kracht", "directie", DAY, _cancelled),
    ("trek_in", "ter_ondertekening", "directie", None),
    ("noteer", "van_kracht", "directie", None),
    ("voeg_stuk_toe", "ontwerp", "directie", None, a_scan),
    ("verwijder_stuk", "ontwerp", "directie", None, lambda file: a_piece_of(file, "directie")),
)
# fmt: on

ROWS = [("agreement", *step) for step in _STEPS]
