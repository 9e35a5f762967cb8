"""A warm hand-over brought from one state to the next by perform(), as the people of both organisations do it."""

from datetime import date

import factories

from tests.walks.walk import Walk
from workflow.handoff import Item
from workflow.models import ClientShare, db

DRAFT = {
    "named_needs": {
        "inkomen": "Het spaargeld is op.",
        "wonen": "De studio is vochtig.",
        "gezondheid": "Slaapt slecht.",
    },
    "wish": "Ik wil de huur kunnen betalen.",
    "urgency": "gewoon",
    "urgency_reason": "",
    "interpreter": "Tigrinya",
    "guidance_reason": "",
}
WORDS = {
    "contactgegevens": "Voorbeeldstraat 12, 9000 Gent",
    "inkomen": "Geen inkomen sinds februari.",
    "huisvesting": "Huurt een studio.",
}
AGREED = {
    "informed_on": date(2026, 3, 2),
    "informed_how": "Gesprek met tolk.",
    "agreed_items": {str(item): WORDS.get(item) for item in Item},
}
PLANNED = {
    "meeting_on": date(2026, 3, 12),  # a Thursday
    "meeting_time": "14.00 uur",
    "meeting_place": "Proefstraat 1, Gent",
    "meeting_present": "Uw trajectbegeleider en uw maatschappelijk werker.",
    "meeting_interpreter": "Tigrinya",
    "meeting_papers": "",
}
HANDED = {
    "client_present": True,
    "agreements": "U bezorgt ons uw huurcontract.",
    "next_step": "Huisbezoek.",
    "next_step_on": date(2026, 3, 18),
    "contact_now": "ocmw",
}


class HandOver(Walk):
    """A client only Amal knows, handed over to the welfare centre."""

    kind = "warm_handoff"
    opened_by = "tb"

    def __init__(self, staff, clock, client=None):
        client = client or factories.client(social_worker=None, counsellor=staff["tb"])
        client.social_worker_id = None
        db.session.query(ClientShare).filter_by(
            organisation_id=factories.organisation().id, client_id=client.id
        ).delete()
        db.session.commit()
        super().__init__(staff, clock, client)

    def tick_all(self, login="mw"):
        """Tick every line of the checklist that stands open."""
        self.take("vink_af", login, chosen_lines=tuple(check.position for check in self.case.open_lines))

    # the chapters, in the order of the table

    def ontwerp(self):
        self.take("stel_op", "tb", date(2026, 3, 2), **DRAFT)

    def aangemeld(self):
        self.take("meld_aan", "tb", date(2026, 3, 2), **AGREED)
        self.sign("warme_doorverwijzing", "tb", maker="tb")

    def gepland(self):
        self.take("plan", "mw", date(2026, 3, 4), handler_id=self.staff["mw"].id, **PLANNED)
        self.sign("uitnodiging_kennismaking", "mw")
        self.send("uitnodiging_kennismaking", way="gewoon")

    def overgedragen(self):
        self.clock.set(PLANNED["meeting_on"], 14)
        self.tick_all()
        self.take("draag_over", "mw", **HANDED)
        self.sign("overdrachtsfiche", "mw", "tb")

    def opgenomen(self):
        self.take(
            "neem_op", "mw", date(2026, 3, 13), handler_id=self.staff["mw"].id, intake_note="Schulden bij Luminus."
        )
        self.sign("bevestiging_opname", "mw")

    LINE = ("ontwerp", "aangemeld", "gepland", "overgedragen", "opgenomen")
