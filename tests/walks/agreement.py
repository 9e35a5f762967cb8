"""An agreement of OCMW Gent and Amal brought from draft to its end by perform(), as both directorates do it."""

from datetime import date

from tests.walks.walk import Walk
from workflow.models import Organisation, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS

ARTICLES = [
    {"number": "4", "heading": "Doorverwijzing", "text": "De partijen verwijzen cliënten warm door."},
    {"number": "15", "heading": "Uitwerking", "text": "Afwijken vereist goedkeuring van beide directies."},
    {"number": "17", "heading": "Duur", "text": "Deze overeenkomst geldt voor onbepaalde duur."},
]
OCMW, AMAL = ("directie", "directeur"), ("directie.amal", "directie2.amal")
"""The two who sign for each party, in their order."""


class File(Walk):
    """An agreement with the people of both directorates and its calendar."""

    kind = "agreement"
    opened_by = "directie"
    read_by = "directie"
    BEGINS = date(2026, 1, 5)  # a Monday
    LINE = ("ontwerp", "ter_ondertekening", "van_kracht")

    def __init__(self, staff, clock, client=None):
        self.staff, self.clock, self.client, self.session = staff, clock, client, None
        when = Moment(self.now, self.actor(self.opened_by))
        self.case = new_case(db.session, WORKFLOWS[self.kind], None, when)

    def ontwerp(self, **values):
        """Both parties write the text."""
        partner = db.session.query(Organisation).filter_by(key="amal").one()
        facts = {"agreement_kind": "samenwerkingsovereenkomst", "ends_on": None, "place": "Gent", "partner": partner}
        facts |= {"title": "Samenwerkingsovereenkomst gezamenlijke cliënten", "starts_on": date(2026, 2, 1)}
        facts |= {"draft": {"articles": ARTICLES}}
        self.take("stel_op", "directie", self.BEGINS, **facts | values)

    def ter_ondertekening(self):
        """The text is laid before the signatories."""
        self.take("leg_ter_ondertekening", "directie", date(2026, 1, 12))

    def van_kracht(self):
        """Two people of each party sign."""
        self.sign("overeenkomst", *OCMW, *AMAL, maker="directie", day=date(2026, 1, 13))

    # what can follow

    def propose(self, login="directie", day=date(2026, 3, 2), **values):
        """A party proposes a change."""
        text = [ARTICLES[0] | {"text": "De partijen koppelen binnen 10 dagen terug."}, *ARTICLES[1:]]
        proposal = {"change": "wijziging", "articles": text, "reason": "Sneller.", "in_force_on": date(2026, 4, 1)}
        self.take("stel_wijziging_voor", login, day, proposal=proposal | values)

    def agreed(self, day=date(2026, 3, 4)):
        """Both parties agree to what is proposed."""
        self.take("stem_in", "directie", day)
        self.take("stem_in", "directie.amal", day)

    def signed(self, day=date(2026, 3, 10)):
        """Everybody signs the document of the new version."""
        self.sign("overeenkomst", *OCMW, *AMAL, maker="directie", day=day)
