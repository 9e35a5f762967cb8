"""A notice of default brought to the end of the agreement by perform(), as both directorates do it."""

from datetime import date

from forms import clock as wall
from tests.walks import agreement
from tests.walks.walk import Walk
from workflow.models import db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS

FACTS = [{"happened_on": date(2026, 2, 23), "what": "Geen terugkoppeling", "evidence": "Mail van 24 februari"}]
DEFAULT = {
    "default_reason": "Artikel 4 vraagt terugkoppeling.",
    "remedy_asked": "Koppel elke open doorverwijzing terug.",
    "remedy_days": 30,
}
TALKS = {
    "talks_on": date(2026, 4, 9),
    "talks_with": "Beide directies",
    "unsolvable_reason": "Er is geen zicht op verbetering.",
}
TERMINATION = {
    "termination_reason": "Zo kunnen wij cliënten niet begeleiden.",
    "exceptional_reason": "Dit duurt al een jaar.",
    "planned_on": date(2026, 4, 16),
}


class File(Walk):
    """A notice of OCMW Gent to Amal, beside the agreement between both."""

    kind = "default_notice"
    opened_by = "directie"
    read_by = "directie"
    BEGINS = date(2026, 1, 5)
    LINE = ("ontwerp", "ingebrekestelling", "in_gebreke", "onoplosbaar", "opzegging", "opgezegd", "beeindigd")

    def __init__(self, staff, clock, client=None):
        self.staff, self.clock, self.client, self.session = staff, clock, client, None
        self.beside = agreement.File(staff, clock, client).to("van_kracht")
        self.clock.set(date(2026, 3, 2))
        when = Moment(self.now, self.actor(self.opened_by))
        self.case = new_case(db.session, WORKFLOWS[self.kind], None, when, origin=self.beside.case)

    def ontwerp(self):
        """OCMW Gent notes what Amal does not keep."""
        about = {"article": "4", "article_heading": "Doorverwijzing", "reported_facts": FACTS}
        self.take("meld_tekortkoming", "directie", date(2026, 3, 2), **about)

    def ingebrekestelling(self):
        """It draws up the registered letter."""
        self.take("stel_in_gebreke", "directie", date(2026, 3, 2), **DEFAULT)

    def in_gebreke(self):
        """The letter leaves."""
        self.sign("ingebrekestelling", *agreement.OCMW, maker="directie")
        self.send("ingebrekestelling", date(2026, 3, 3))

    def onoplosbaar(self):
        """Amal answers, they talk, it leads to nothing."""
        self.take("antwoord", "directie.amal", date(2026, 3, 16), reply="Vanaf april kan het opnieuw.")
        self.take("stel_onoplosbaar_vast", "directie", date(2026, 4, 14), **TALKS)

    def opzegging(self):
        """OCMW Gent draws up the notice."""
        self.take("zeg_op", "directie", date(2026, 4, 15), **TERMINATION)

    def opgezegd(self):
        """The notice leaves on the day it was meant to."""
        self.sign("opzegging", *agreement.OCMW, maker="directie")
        self.send("opzegging", date(2026, 4, 16))

    def beeindigd(self):
        """The office sees that three months are over."""
        self.clock.set(date(2026, 7, 17))
        wall.run(self.now)
        db.session.refresh(self.case)
