"""A deviation brought to its last day by perform(), as both directorates do it."""

from datetime import date

from forms import clock as wall
from tests.walks import agreement
from tests.walks.walk import Walk
from workflow.models import db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS


class File(Walk):
    """A deviation from article 4 that OCMW Gent proposes, beside its agreement with Amal."""

    kind = "deviation"
    opened_by = "directie"
    read_by = "directie"
    BEGINS = date(2026, 1, 5)
    LINE = ("voorgesteld", "geldig", "verlopen")

    def __init__(self, staff, clock, client=None):
        self.staff, self.clock, self.client, self.session = staff, clock, client, None
        self.beside = agreement.File(staff, clock, client).to("van_kracht")
        self.clock.set(date(2026, 3, 2))
        when = Moment(self.now, self.actor(self.opened_by))
        self.case = new_case(db.session, WORKFLOWS[self.kind], None, when, origin=self.beside.case)

    def voorgesteld(self, **values):
        """OCMW Gent proposes it."""
        about = {"article": "4", "article_heading": "Doorverwijzing", "reason": "Proefproject.", "files": []}
        about |= {"instead": "Doorverwijzen kan per mail.", "from_on": date(2026, 3, 2)}
        about |= {"until_on": date(2026, 6, 30)}
        self.take("stel_afwijking_voor", "directie", date(2026, 3, 2), **about | values)

    def geldig(self):
        """Both directorates turn their key."""
        self.take("keur_goed", "directie.amal", date(2026, 3, 3))
        self.take("keur_goed", "directie", date(2026, 3, 4))

    def verlopen(self):
        """The office sees that its last day passed."""
        self.clock.set(date(2026, 7, 1))
        wall.run(self.now)
        db.session.refresh(self.case)
