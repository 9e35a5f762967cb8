"""A sanction file brought from one state to the next by perform(), as the people of the office do it.

`File(staff, clock)` opens one; `to("geadviseerd")` takes every step on the way. Dates are those
of a real calendar: the report on Monday 2 March 2026, the session on Tuesday 28 April 2026.
"""

from datetime import date

import factories

from forms.actions import perform
from workflow.models import BcsdSession, Seat, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS

BARCODE = "010" + "1" * 27
SESSION_DAY = date(2026, 4, 28)

FACTS = [{"happened_on": date(2026, 2, 23), "what": "Niet aanwezig in de les", "evidence": "Aanwezigheidslijst"}]
WARNING = {
    "lawful_reason": "geen",
    "reason_examined": "Gebeld met de cliënt en de school.",
    "obligation": "U volgt de lessen Nederlands.",
    "remedy": "Ga vanaf nu naar elke les.",
    "remedy_by": date(2026, 3, 23),
}
HEARING = {
    "hearing_on": date(2026, 4, 14),
    "hearing_time": "14.00 uur",
    "hearing_place": "Proefstraat 1, Gent",
    "hearing_interpreter": "Arabisch",
    "file_access": "elke werkdag van 9 tot 12 uur",
    "reschedule_by": date(2026, 4, 10),
}
HEARD = {
    "hearing_outcome": "gehouden",
    "hearing_present": "De cliënt en een tolk.",
    "hearing_report": "De cliënt werkte 's nachts.",
    "hearing_papers": "",
    "hearing_remarks": "",
}
MEASURE = {
    "measure": "schorsing",
    "whole": False,
    "monthly_cents": 32000,
    "duration": 1,
    "unit": "maanden",
    "starts_on": None,
    "deferral": "geen",
    "deferral_part": "",
    "trial_until": None,
    "conditions": "",
}
ADVICE = {
    "written_on": date(2026, 4, 15),
    "situation": "Alleenstaande.",
    "reason_examined": "Geen wettige reden.",
    "hearing_answer": "Nachtwerk zonder contract.",
    "proportionality": "Er waren al gesprekken.",
    "family_effect": "Geen kinderen ten laste.",
    "answer": "",
    **MEASURE,
}
GROUNDS = {
    "grounds_law": "Het GPMI legt deze verplichting op.",
    "grounds_facts": "De afwezigheden staan vast.",
    "grounds_measure": "Een lichtere maatregel volstaat niet.",
    "hearing_answer": "Het comité begrijpt het nachtwerk.",
    "departure": "",
}
DECISION = {**GROUNDS, **MEASURE, "starts_on": date(2026, 6, 1)}


class File:
    """A sanction file with its people and its calendar."""

    def __init__(self, staff, clock, client=None):
        self.staff, self.clock = staff, clock
        self.client = client or factories.dated(factories.client(social_worker=staff["mw"]))
        db.session.commit()
        self.session = None
        self.case = new_case(db.session, WORKFLOWS["sanction"], self.client, Moment(self.now, self.actor("tb")))

    @property
    def now(self):
        return self.clock()

    def actor(self, login):
        return factories.acts(self.staff[login])

    def take(self, action, login, day=None, remark="", **fields):
        """Take a step with the file, on a day."""
        if day:
            self.clock.set(day)
        return perform(self.case, action, self.actor(login), self.now, fields=fields, remark=remark)

    def letter(self, name):
        return self.case.letter(name)

    def post(self, name, action, login, day=None, remark="", **fields):
        """Take a step with a letter of the file."""
        if day:
            self.clock.set(day)
        return perform(self.letter(name), action, self.actor(login), self.now, fields=fields, remark=remark)

    def sign(self, name, *logins, maker="mw", day=None):
        """Put a letter before its signatories, and let them sign."""
        self.post(name, "leg_voor", maker, day)
        for login in logins:
            self.post(name, "onderteken", login)

    def send(self, name, day=None, way="aangetekend", login="klerk"):
        """Let the post room send a letter."""
        number = BARCODE if way == "aangetekend" else None
        posted_on = day or self.now.date()
        self.post(name, "verzend", login, day, way=way, posted_on=posted_on, registered_number=number)

    def plan_session(self, day=SESSION_DAY):
        self.session = BcsdSession(owner_id=self.case.owner_id)
        fields = {"held_on": day, "starts_at": "14.00 uur", "place": "Raadzaal"}
        perform(self.session, "plan", self.actor("secretaris"), self.now, fields=fields)
        return self.session

    def votes(self, **others):
        """Everybody votes for, but for the seats named by number: votes(s3="tegen")."""
        seats = db.session.query(Seat).order_by(Seat.number).all()
        return {seat.id: others.get(f"s{seat.number}", "voor") for seat in seats}

    # the chapters, in the order of the table

    def gemeld(self):
        self.take(
            "meld", "tb", date(2026, 3, 2), breach_type="afwezig_nt2", reported_facts=FACTS, client_explanation=""
        )

    def aanmaning(self):
        self.take("maan_aan", "mw", date(2026, 3, 2), **WARNING)

    def aangemaand(self):
        self.sign("aanmaning", "mw", day=date(2026, 3, 3))
        self.send("aanmaning")

    def hoorzitting(self):
        self.take("roep_op", "mw", date(2026, 3, 24), **HEARING)
        self.sign("uitnodiging_hoorzitting", "mw")
        self.send("uitnodiging_hoorzitting")

    def gehoord(self):
        self.take("hoor", "mw", date(2026, 4, 14), **HEARD)
        self.sign("hoorverslag", "mw")

    def geadviseerd(self):
        self.take("adviseer", "mw", date(2026, 4, 15), advice=ADVICE)
        self.sign("sociaal_verslag", "mw")

    def geagendeerd(self):
        self.take("agendeer", "hoofd", date(2026, 4, 16), agenda={"session": self.session or self.plan_session()})

    def beslist(self):
        self.take("beslis", "secretaris", SESSION_DAY, choices=self.votes(s3="tegen"), decision=DECISION)

    def kennisgegeven(self):
        self.sign("beslissing", "voorzitter", "directeur", maker="secretaris", day=date(2026, 4, 29))
        self.send("beslissing", date(2026, 4, 30))

    def in_beroep(self):
        self.take("stel_beroep_in", "klerk", date(2026, 5, 20), appeal_on=date(2026, 5, 19), appeal_roll="26/123/A")

    LINE = (
        "gemeld", "aanmaning", "aangemaand", "hoorzitting", "gehoord", "geadviseerd", "geagendeerd", "beslist",
        "kennisgegeven", "in_beroep",
    )  # fmt: skip

    def to(self, state):
        """Take every step until the file stands in `state`."""
        start = self.LINE.index(self.case.state) + 1 if self.case.state in self.LINE else 0
        for chapter in self.LINE[start : self.LINE.index(state) + 1]:
            getattr(self, chapter)()
        assert self.case.state == state
        return self
