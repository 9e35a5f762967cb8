"""One session of the committee of the demonstration office: convened, opened, voted, closed, its minutes signed."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from forms.actions import perform
from forms.demo import words
from forms.demo.dealings import actor
from forms.demo.story import acts
from forms.step import Subject
from workflow.models import AgendaItem, BcsdSession, Seat
from workflow.models.session import EXCUSED, PRESENT
from workflow.moment import BRUSSELS, Actor
from workflow.terms import roll

SECRETARY, CHAIR, DIRECTOR = "secretaris", "voorzitter", "directeur"


class Meeting:
    """A session as it goes: everything said or done takes a few minutes."""

    def __init__(self, session: BcsdSession, random: Random, at: datetime | None = None) -> None:
        self.session, self.random = session, random
        self.at = at or datetime.combine(session.held_on, time(13, 58), BRUSSELS)

    def now(self) -> datetime:
        """Give the next moment of the session."""
        self.at += timedelta(minutes=self.random.randrange(1, 5))
        return self.at

    def take(self, subject: Subject, action: str, who: str | Actor, remark: str = "", **fields: Any) -> None:
        """Let somebody take a step, with the session itself, a point of it or a file."""
        acting = actor(who) if isinstance(who, str) else who
        perform(subject, action, acting, self.now(), fields=fields, remark=remark)

    def member(self, seat: Seat) -> Actor:
        """Return who sits on a seat on the day of the session, as he acts."""
        return acts(seat.holder_on(self.session.held_on))

    def convene(self, day: date, sign: bool = True) -> None:
        """Explain every draft, and send the convocation; an early one still waits for the chair."""
        self.at = datetime.combine(day, time(9), BRUSSELS)
        for item in self.session.items:
            if item.subject == "beslissing" and not item.explained:
                self.explain(item)
        self.take(self.session, "roep_op", SECRETARY)
        self._sign("oproeping", CHAIR if sign else None)

    def add_point(self, title: str, day: date) -> None:
        """Put a point about no file on the agenda."""
        self.at = datetime.combine(day, time(8), BRUSSELS)
        self.take(self.session, "voeg_punt_toe", SECRETARY, point={"subject": "vast", "title": title})

    def cancel(self, day: date) -> None:
        """Call the session off before it is convened."""
        self.at = datetime.combine(day, time(9), BRUSSELS)
        self.take(self.session, "annuleer", SECRETARY, cancel_reason=words.CANCELLED)

    def explain(self, item: AgendaItem) -> None:
        """Complete the draft of a decision with its grounds."""
        grounds = {"grounds_law": words.GROUNDS_LAW, "grounds_facts": self.random.choice(words.GROUNDS_FACTS)}
        self.take(item, "schrijf_ontwerp", SECRETARY, draft=item.draft | grounds)

    def call_the_roll(self, away: int) -> dict[str, dict[str, Any]]:
        """Write down who is there; of those who are not, the first two sent word. The chair is always there."""
        absent = self.random.sample([seat.id for seat in self.session.seats if not seat.chair], away)
        here = {"presence": PRESENT, "digital": False, "arrived_at": self.at}
        there = {seat.id: here for seat in self.session.seats if seat.id not in absent}
        return there | {seat: {"presence": EXCUSED, "digital": False, "arrived_at": None} for seat in absent[:2]}

    def open(self, away: int) -> None:
        """Open the session with so many members away."""
        self.take(self.session, "open", CHAIR, roll_call=self.call_the_roll(away))

    def not_in_number(self, day: date) -> None:
        """Find that six members do not make a committee, and meet again on a day."""
        second = {"held_on": day, "starts_at": self.session.starts_at, "place": self.session.place}
        opening = second | {"second_convocation": True, "digital": self.session.digital}
        roll_call = self.call_the_roll(away=7)
        self.take(self.session, "stel_onvoltallig_vast", SECRETARY, roll_call=roll_call, opening=opening)

    def arrive_late(self) -> None:
        """Let somebody in who was not there at the opening."""
        away = [seat.id for seat in self.session.seats if seat.id not in self.session.room.there]
        if away:
            arrival = {"seat_id": self.random.choice(away), "arrived_at": self.now(), "digital": False}
            self.take(self.session, "noteer_aankomst", SECRETARY, arrival=arrival)

    def leave_early(self) -> None:
        """Let a member go before the end."""
        there = [seat.id for seat in self.session.seats if seat.id in self.session.room.there and not seat.chair]
        departure = {"seat_id": self.random.choice(there), "left_at": self.now()}
        self.take(self.session, "noteer_vertrek", SECRETARY, departure=departure)

    def pause(self) -> None:
        """Break off for a quarter of an hour."""
        self.take(self.session, "schors", CHAIR)
        self.at += timedelta(minutes=15)
        self.take(self.session, "hervat", CHAIR)

    def hear(self, item: AgendaItem) -> None:
        """Hear the social worker of the file, who leaves before the vote."""
        worker = item.case.handler
        if worker:
            self.take(item, "laat_toe", CHAIR, guests=[{"name": worker.name, "function": "maatschappelijk werker"}])
            self.take(item, "laat_uit", CHAIR)

    def vote(self, item: AgendaItem, against: int = 0, abstained: int = 0) -> None:
        """Let everybody vote for, but for so many against and so many who abstain."""
        voters = [seat.id for seat in self.session.seats if seat.id in item.room.voters]
        others = ["tegen"] * against + ["onthouding"] * abstained
        self.random.shuffle(voters)
        choices = {seat: others[number] if number < len(others) else "voor" for number, seat in enumerate(voters)}
        self.take(item, "noteer_stemmen", SECRETARY, choices=choices)

    def tie(self, item: AgendaItem) -> None:
        """Let as many members vote for as against; whoever is over abstains."""
        half, over = divmod(len(item.room.voters), 2)
        self.vote(item, against=half, abstained=over)

    def close(self) -> None:
        """Close the session; chair and director sign its minutes two days later."""
        self.take(self.session, "sluit", CHAIR)
        self.at = datetime.combine(roll(self.session.held_on + timedelta(days=2)), time(10), BRUSSELS)
        self._sign("notulen", CHAIR, DIRECTOR)

    def _sign(self, name: str, *signatories: str | None) -> None:
        letter = self.session.letter(name)
        assert letter
        self.take(letter, "leg_voor", SECRETARY)
        for login in filter(None, signatories):
            self.take(letter, "onderteken", login)
