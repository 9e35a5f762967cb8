"""Databases put aside: a file walks to a state once, and every test starts from a copy."""

import os
import shutil
from datetime import date
from pathlib import Path

import factories

from forms.demo.people import national_number
from tests.forms import archive
from tests.walks import WALKS
from workflow.models import BcsdSession, Case, Client, Person, db

NUMBER = national_number(date(1988, 2, 17), 954)
"""The national register number of the client on the shelf: one that can exist."""


def staff_of_the_office():
    """The people of factories.staff(), by login, as they stand in the database now."""
    return {person.login: person for person in db.session.query(Person)}


def furnish(password_hash):
    """Make the people of factories.staff(), who can sign in with factories.PASSWORD."""
    people = factories.staff()
    for person in db.session.query(Person):
        person.password_hash = password_hash
    db.session.commit()
    return people


class Shelf:
    """Copies of the database of the office, each with the time on the clock when it was put aside."""

    def __init__(self, office, clock, password_hash):
        self.folder, self.clock, self.password_hash = Path(office.instance_path), clock, password_hash
        self.moments = {}
        self.references = {}

    def put_aside(self, name):
        """Copy the database as it stands: the last connection that closes empties its log into it."""
        db.session.commit()
        self._let_go()
        shutil.copy(self.folder / "handreiking.sqlite", self.folder / f"{name}.sqlite")
        self.moments[name] = self.clock.now

    def take_down(self, name):
        """Put a copy in the place of the database, and the clock back with it."""
        self._let_go()
        for ending in ("-wal", "-shm"):
            if os.path.exists(self.folder / f"handreiking.sqlite{ending}"):
                os.remove(self.folder / f"handreiking.sqlite{ending}")
        shutil.copy(self.folder / f"{name}.sqlite", self.folder / "handreiking.sqlite")
        self.clock.now = self.moments.get(name, self.clock.now)

    def _let_go(self):
        db.session.remove()
        db.engine.dispose()

    def staff(self):
        """Put an office with its people, and nothing else, in the place of the database; the time stays what it is."""
        now = self.clock.now
        if "staff" not in self.moments:
            self.take_down("blank")
            furnish(self.password_hash)
            self.put_aside("staff")
        self.take_down("staff")
        self.clock.now = now
        return staff_of_the_office()

    def file_at(self, state, kind="sanction"):
        """Return a file of a kind that stands in a state, with its people and its calendar."""
        if f"{kind}-{state}" not in self.moments:
            self._walk_to(state, kind)
        self.take_down(f"{kind}-{state}")
        return self.revived(kind)

    def _walk_to(self, state, kind):
        """Walk on from the furthest state of this kind that is on the shelf, and put every state on the way aside."""
        line = WALKS[kind].LINE[: WALKS[kind].LINE.index(state) + 1]
        there = [chapter for chapter in line if f"{kind}-{chapter}" in self.moments]
        if there:
            self.take_down(f"{kind}-{there[-1]}")
            file = self.revived(kind)
        else:
            file = self._begun(kind)
        for chapter in line[len(there) :]:
            file.to(chapter)
            self.put_aside(f"{kind}-{chapter}")
            file = self.revived(kind)

    def _begun(self, kind):
        """Return a file of a kind before its first step, in an office with its people and one client."""
        people = self.staff()
        self.clock.set(WALKS[kind].BEGINS)
        client = factories.dated(factories.client(NUMBER, social_worker=people["mw"], counsellor=people["tb"]))
        return WALKS[kind](people, self.clock, client)

    def revived(self, kind="sanction"):
        """Return the first file of a kind in the database as it stands, with its people and its calendar."""
        file = WALKS[kind].__new__(WALKS[kind])
        file.staff, file.clock = staff_of_the_office(), self.clock
        file.case = db.session.query(Case).filter_by(kind=kind).order_by(Case.id).first()
        file.client, file.session = db.session.query(Client).first(), db.session.query(BcsdSession).first()
        return file

    def archive(self):
        """Fill the office with a file in every state; return the references by state."""
        if "archive" not in self.moments:
            self.references = archive.fill(self.staff(), self.clock)
            self.put_aside("archive")
        self.take_down("archive")
        return dict(self.references)
