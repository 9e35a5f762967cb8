"""A referral brought from one state to the next by perform(), as the people of both organisations do it."""

from datetime import date

from tests.walks.walk import Walk
from workflow.models import GpmiAnnex, db

PARTS = ["nt2", "mo"]
NEW_PARTS = ["nt2", "mo", "activering"]
OPENED = {
    "basis": "opgelegd",
    "asked_parts": PARTS,
    "motivation": "U wilt werken in de zorg.",
    "known_nt2": "A1 behaald.",
    "known_mo": "",
    "known_work": "Zoekt werk.",
    "availability": "Elke voormiddag.",
}
INFORMED = {
    "data_told_on": date(2026, 3, 9),
    "data_told_by": "Mw Werker",
    "data_language": "Arabisch, met tolk",
    "informed_on": date(2026, 3, 9),
    "informed_how": "Op kantoor uitgelegd waarom.",
    "informed_interpreter": "Arabisch",
}
APPOINTMENT = {
    "appointment_on": date(2026, 3, 24),
    "appointment_time": "14.00 uur",
    "appointment_place": "Proefstraat 1, Gent",
}
STARTED = date(2026, 3, 24)  # a Tuesday
REGISTERED = date(2026, 4, 14)
FINISHED = date(2026, 12, 14)  # a Monday
ATTEST = {"attest": "inburgeringsattest", "attest_on": date(2026, 12, 11), "b1_required": True, "b1_reason": ""}


class Referral(Walk):
    """A referral with its people and its calendar; the social worker imposes Dutch and social orientation."""

    kind = "referral"

    def annex(self, parts=PARTS, signed=None):
        """Draw up an annex of the GPMI with these parts, offered on Monday 2 March."""
        number = max((each.number for each in self.client.annexes), default=0) + 1
        row = GpmiAnnex(
            number=number, gpmi_reference="GPMI-2026-0001", gpmi_signed_on=date(2025, 1, 10), parts=parts, clause="",
            from_on=signed or date(2026, 3, 2), offered_on=date(2026, 3, 2), assistance_offered=True, source="proef",
        )  # fmt: skip
        self.client.annexes.append(row)
        if signed:
            self.sign_annex(row, signed)
        db.session.commit()
        return row

    def sign_annex(self, row, day):
        """Let every party sign an annex."""
        row.signed_on = row.client_signed_on = row.from_on = day
        db.session.commit()

    def hours(self, halves, day, **values):
        """Note hours of the participation trajectory."""
        said = {"done_on": day, "halves": halves, "activity": "Praatcafé", "voluntary": False} | values
        self.take("noteer_pnt", "tb", max(day, self.now.date()), new_hours=said)

    def tell(self, login, kind="signaal", text="Zoekt kinderopvang.", day=None):
        """Write a message to the other organisation."""
        said = {"kind": kind, "happened_on": day or self.now.date(), "text": text}
        self.take("koppel_terug", login, day, new_message=said)

    # the chapters, in the order of the table

    def ontwerp(self):
        for registration in list(self.client.vdab_registrations):
            db.session.delete(registration)
        db.session.commit()
        db.session.refresh(self.client)
        self.take("open", "mw", date(2026, 3, 2), **OPENED)

    def voorbereiding(self):
        if self.case.basis == "opgelegd" and not self.case.annex_on(self.now.date()):
            self.annex()
        self.take("bereid_voor", "mw", date(2026, 3, 3))

    def te_tekenen(self):
        if self.case.basis == "opgelegd":
            self.sign_annex(self.client.annexes[-1], date(2026, 3, 9))
        self.take("licht_in", "klerk", date(2026, 3, 9), **INFORMED)
        self.take("verstuur", "mw")

    def verzonden(self):
        self.sign("doorverwijzing", "mw")

    def aanvaard(self):
        counsellor = self.staff["tb"].id
        self.take("aanvaard", "contact", date(2026, 3, 11), counsellor_id=counsellor, **APPOINTMENT)
        self.sign("ontvangstbevestiging", "tb", maker="contact")

    def lopend(self):
        self.take("start", "tb", STARTED, contract_signed_on=STARTED)

    def registered(self, day=REGISTERED):
        """The client registered with the VDAB."""
        self.take("noteer_vdab", "tb", day, vdab_registration={"from_on": day, "source": "Mijn Loopbaan"})

    def b1_opvolging(self):
        self.registered()
        self.hours(40, date(2026, 5, 4))
        self.hours(40, date(2026, 5, 11))
        self.take("rond_af", "tb", FINISHED, **ATTEST)

    def afgerond(self):
        self.take("noteer_b1", "tb", date(2026, 12, 21), b1_outcome="behaald", b1_on=date(2026, 12, 18))

    LINE = (
        "ontwerp", "voorbereiding", "te_tekenen", "verzonden", "aanvaard", "lopend", "b1_opvolging", "afgerond",
    )  # fmt: skip
