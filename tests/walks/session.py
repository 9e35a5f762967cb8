"""A session of the committee with one file on its agenda, from its planning to the approval of its minutes."""

from datetime import date

import factories

from forms.actions import perform
from tests.walks import meetings, sanction
from tests.walks.walk import Walk
from workflow.models import db

NEXT_DAY = date(2026, 5, 12)


class Meeting(Walk):
    """The session of Tuesday 28 April 2026, and the next one in which its minutes are approved."""

    kind = "session"
    opened_by = read_by = "secretaris"
    LINE = ("gepland", "oproeping", "opgeroepen", "geopend", "gesloten", "goedgekeurd")

    def __init__(self, staff, clock, client=None):
        self.staff, self.clock = staff, clock
        self.client = client or factories.dated(factories.client(social_worker=staff["mw"]))
        db.session.commit()
        self.session = self.case = None

    def to(self, state):
        """Take every step until the session stands in `state`; before the first there is only a file."""
        start = self.LINE.index(self.case.state) + 1 if self.case else 0
        for chapter in self.LINE[start : self.LINE.index(state) + 1]:
            getattr(self, chapter)()
        assert self.case.state == state
        return self

    @property
    def item(self):
        """The point about the file."""
        return next(item for item in self.case.items if item.case)

    # the chapters, in the order of the table

    def gepland(self):
        file = sanction.File(self.staff, self.clock, self.client)
        file.summons = False
        file.to("geagendeerd")
        self.case = self.session = file.session

    def explain(self):
        """Write the draft of the decision."""
        fields = {"draft": sanction.DRAFT}
        perform(self.item, "schrijf_ontwerp", self.actor("secretaris"), self.now, fields=fields)
        return {}

    def oproeping(self):
        self.clock.set(date(2026, 4, 17))
        self.explain()
        self.take("roep_op", "secretaris")

    def opgeroepen(self):
        self.sign("oproeping", "voorzitter", maker="secretaris")

    def geopend(self):
        self.clock.set(sanction.SESSION_DAY, 14)
        meetings.opened(self, self.case, away=(12,))

    def decide(self):
        """Vote on the file, and write the decision down."""
        meetings.voted(self, self.item, s3="tegen")
        perform(self.item.case, "beslis", self.actor("secretaris"), self.now, fields={"decision": sanction.DECISION})

    def gesloten(self):
        self.decide()
        self.clock.set(sanction.SESSION_DAY, 16)
        meetings.closed(self, self.case)

    def goedgekeurd(self):
        self.clock.set(date(2026, 4, 30))
        following = meetings.planned(self, NEXT_DAY)
        meetings.convened(self, following)
        self.clock.set(NEXT_DAY, 14)
        meetings.opened(self, following)
        meetings.voted(self, following.items[0])
