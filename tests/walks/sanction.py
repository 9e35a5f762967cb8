"""A sanction file brought from one state to the next by perform(), as the people of the office do it.

`File(staff, clock)` opens one; `to("geadviseerd")` takes every step on the way. Dates are those
of a real calendar: the report on Monday 2 March 2026, the session on Tuesday 28 April 2026.
"""

from datetime import date

from forms.actions import perform
from tests.walks import meetings
from tests.walks.walk import BARCODE, Walk

__all__ = ["BARCODE", "File"]

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
DRAFT = {**GROUNDS, **{name: value for name, value in MEASURE.items() if name not in ("starts_on", "trial_until")}}
DECISION = {**GROUNDS, **MEASURE, "starts_on": date(2026, 6, 1)}


class File(Walk):
    """A sanction file with its people and its calendar."""

    kind = "sanction"
    opened_by = "tb"
    summons = True
    """Whether the committee is convened as soon as the file is on its agenda."""

    def plan_session(self, day=SESSION_DAY):
        self.session = meetings.planned(self, day)
        return self.session

    def explain(self):
        """The secretary writes the draft of the decision."""
        fields = {"draft": DRAFT}
        perform(self.case.agenda_item, "schrijf_ontwerp", self.actor("secretaris"), self.now, fields=fields)

    def convene(self):
        """The secretary explains what is proposed, and convenes the members."""
        self.explain()
        meetings.convened(self, self.case.agenda_item.session)

    def vote(self, item=None, **others):
        """The committee meets and votes: everybody for, but for the seats named by number, vote(s3="tegen")."""
        meetings.opened(self, self.case.agenda_item.session)
        meetings.voted(self, item or self.case.agenda_item, **others)

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
        if self.case.agenda_item.session.state == "gepland" and self.summons:
            self.convene()

    def beslist(self):
        self.clock.set(SESSION_DAY, 14)
        self.vote(s3="tegen")
        self.beslist_now()

    def beslist_now(self):
        """Write down the decision that was voted."""
        self.take("beslis", "secretaris", decision=DECISION)

    def kennisgegeven(self):
        self.sign("beslissing", "voorzitter", "directeur", maker="secretaris", day=date(2026, 4, 29))
        self.send("beslissing", date(2026, 4, 30))

    def in_beroep(self):
        self.take("stel_beroep_in", "klerk", date(2026, 5, 20), appeal_on=date(2026, 5, 19), appeal_roll="26/123/A")

    LINE = (
        "gemeld", "aanmaning", "aangemaand", "hoorzitting", "gehoord", "geadviseerd", "geagendeerd", "beslist",
        "kennisgegeven", "in_beroep",
    )  # fmt: skip
