"""Walking a file of any kind from one state to the next by perform(), as the people of the office do it.

A kind of file has a walk of its own in this folder: its chapters are methods named after the state
they lead to, and LINE names them in order. Dates are those of a real calendar.
"""

from datetime import date

import factories

from forms.actions import perform
from workflow.models import db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS

BARCODE = "010" + "1" * 27


class Walk:
    """A file with its people and its calendar; `kind` and LINE are those of the kind that walks."""

    kind = ""
    opened_by = "mw"
    read_by = "mw"
    """Who reads the file and its letters whole."""
    LINE: tuple[str, ...] = ()
    BEGINS = date(2026, 3, 2)  # a Monday

    def __init__(self, staff, clock, client=None):
        self.staff, self.clock = staff, clock
        self.client = client or factories.dated(factories.client(social_worker=staff["mw"]))
        db.session.commit()
        self.session = None
        self.case = new_case(
            db.session, WORKFLOWS[self.kind], self.client, Moment(self.now, self.actor(self.opened_by))
        )

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
        """Let the post room send a letter; what goes through the program left by itself."""
        if self.letter(name).state == "verzonden" and way == "programma":
            return
        number = BARCODE if way == "aangetekend" else None
        posted_on = day or self.now.date()
        self.post(name, "verzend", login, day, way=way, posted_on=posted_on, registered_number=number)

    def to(self, state):
        """Take every step until the file stands in `state`."""
        start = self.LINE.index(self.case.state) + 1 if self.case.state in self.LINE else 0
        for chapter in self.LINE[start : self.LINE.index(state) + 1]:
            getattr(self, chapter)()
        assert self.case.state == state
        return self
