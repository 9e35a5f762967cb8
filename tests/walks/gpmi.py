"""A GPMI file brought from one state to the next by perform(), as the people of the office do it.

The contract is opened on Monday 2 March 2026; the client gets the annex on Tuesday and signs the
Monday after, when his days to think it over are past.
"""

from datetime import date

import factories

from tests.walks.walk import Walk
from workflow.models import db

OPENED, OFFERED, SIGNED = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9)
EVALUATED = date(2026, 7, 9)  # a Thursday

CONTRACT = {
    "granted_on": date(2026, 1, 12),
    "link_decided_on": None,
    "ground": "verplicht",
    "ground_explained": "Voor het eerst leefloon.",
    "contract_reference": "",
    "contract_signed_on": None,
    "objective": "De cliënt wil als verpleegkundige werken.",
    "household": "Twee kinderen, de huur is 720 euro.",
}
OFFER = {"offered_on": OFFERED, "assistance_offered": True}
SIGNATURE = {"client_signed_on": SIGNED, "client_signed_how": "inkt", "waived": False, "waived_how": ""}
INTERVIEW = {"asked_on": date(2026, 3, 16), "subject": "De lesuren zijn moeilijk."}
HELD = {"held_on": date(2026, 3, 18), "outcome": "De lessen zijn verzet naar de avond."}
END = {"ended_on": EVALUATED, "end_reason": "afgewerkt", "end_explanation": "Alles is gedaan."}


def obligation(part="nt2", **values):
    """What an annex says of one part."""
    told = {"objective": f"U volgt {part} tot het einde.", "attendance": f"U bent er elke keer voor {part}."}
    return {"part": part, "starts_on": "2026-03-16", "ends_on": "2027-02-26", **told, **values}


def annex(*parts, partner=None, **values):
    """The text of an annex with these parts, and with the agency as a party or not."""
    parts = parts or ("nt2", "mo")
    return {
        "parts": list(parts),
        "obligations": [obligation(part) for part in parts],
        "from_on": date(2026, 3, 9),
        "until_on": date(2027, 3, 8),
        "breach_means": "Twee keer afwezig zonder te verwittigen.",
        "ocmw_does": "Wij betalen de boeken.",
        "amal_does": "Amal schrijft u in." if partner else "",
        "feedback": "Start, afwezigheid, attest." if partner else "",
        "evaluations_on": ["2026-07-09", "2026-11-09", "2027-03-09"],
        "partner": partner,
        "reason": "",
        **values,
    }


def evaluation(*results, **values):
    """An evaluation in which these parts were reached."""
    results = results or (
        {"part": "nt2", "outcome": "deels", "why": "Ziek."},
        {"part": "mo", "outcome": "bereikt", "why": ""},
    )
    told = {"held_on": EVALUATED, "face_to_face": True, "changes": "Niets.", "next_on": date(2026, 11, 9)}
    return {"results": list(results), **told, **values}


class GpmiWalk(Walk):
    """A GPMI file with its people and its calendar; the agency is a party of its annex."""

    kind = "gpmi"
    LINE = ("ontwerp", "aangeboden", "ondertekend")
    parts = ("nt2", "mo", "activering", "pnt")
    partner = True

    def __init__(self, staff, clock, client=None):
        super().__init__(staff, clock, client)
        self.client.counsellor = staff["tb"]
        db.session.commit()

    def draw_up(self, day=OFFERED, action="stel_bijlage_op", **values):
        text = annex(*self.parts, partner=factories.amal() if self.partner else None, **values)
        return self.take(action, "mw", day, annex_text=text)

    def sign_all(self, day=None):
        """Everybody signs for the organisations."""
        self.sign("bijlage_gpmi", "voorzitter", "directeur", *(["tb"] if self.partner else []), day=day)

    # the chapters, in the order of the table

    def ontwerp(self):
        workers = {"handler_id": self.staff["mw"].id, "replacement_id": self.staff["mw2"].id}
        self.take("open", "mw", OPENED, **CONTRACT, **workers)

    def aangeboden(self):
        self.draw_up()
        self.take("bied_aan", "mw", OFFERED, offer=OFFER)

    def ondertekend(self):
        self.take("teken_client", "mw", SIGNED, client_signature=SIGNATURE)
        self.sign_all()
