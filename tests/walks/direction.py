"""A change of direction, as the office writes it: leefloon stops on a day, and both organisations take note."""

from datetime import date

import factories

from forms.actions import perform
from tests.walks.walk import Walk
from workflow.models import Direction, db
from workflow.models.proposal import said_by

LAST_DAY = date(2026, 2, 28)  # a Saturday
STOPS_ON = date(2026, 3, 1)  # a Sunday


class Turn(Walk):
    """A joint client whose leefloon stops on the last of February 2026; it is noted on Monday 2 March."""

    kind = "direction"

    def __init__(self, staff, clock, client=None):
        self.staff, self.clock = staff, clock
        self.client = client or factories.dated(factories.client(social_worker=staff["mw"], counsellor=staff["tb"]))
        db.session.commit()
        self.session = self.case = None

    def note(self, action, login="mw", remark="", **fields):
        """Take a step with the register of the client."""
        return perform(self.client, action, self.actor(login), self.now, fields=fields, remark=remark)

    def stop(self, last_day=LAST_DAY):
        """Note that leefloon ended on a day."""
        fact = next(each for each in self.client.aids if each.until_on is None)
        chosen = {"kind": "inkomen", "id": fact.id, "was": said_by(fact, "inkomen")}
        self.note("beeindig_feit", chosen_fact=chosen, last_day=last_day)
        return self.newest()

    def newest(self):
        """Return the newest message about the client."""
        query = db.session.query(Direction).filter_by(changed_client_id=self.client.id)
        self.case = query.order_by(Direction.id.desc()).first()
        return self.case

    def to(self, state):
        """Take every step until the message stands in `state`; it is there only once leefloon stopped."""
        start = self.LINE.index(self.case.state) + 1 if self.case else 0
        for chapter in self.LINE[start : self.LINE.index(state) + 1]:
            getattr(self, chapter)()
        assert self.case.state == state
        return self

    # the chapters, in the order of the table

    def gemeld(self):
        self.stop()

    def afgerond(self):
        self.take("neem_kennis_ocmw", "mw", date(2026, 3, 3))
        self.take("neem_kennis_amal", "tb", date(2026, 3, 4))

    LINE = ("gemeld", "afgerond")
