"""Nine months of meetings in the demonstration office, in the order of their days, with the files that wait for them.

A file that is ready comes on the agenda of the next session, before it is convened. On the day
itself the committee treats it, and from there the file follows its course: decided, it leaves
for the client; postponed, it waits again.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random

from forms.demo import points, sanction_decision, sanction_files, words
from forms.demo.committee import Series
from forms.demo.fate import ASKED_BACK, Fate
from forms.demo.meeting import CHAIR, SECRETARY, Meeting
from forms.demo.story import Story
from workflow.models import AgendaItem, BcsdSession, db
from workflow.terms import last_working_day, roll

Event = Callable[[BcsdSession, date], None]

CANCELLED, VISIT, BREAK = -7, -3, -2
"""Which session was not held, had a point that was taken off, or was broken off for a while: counted from the last."""

MOST, SHORT = 8, 3
"""How many files come on an agenda at most, and on the short one of today or of a session that is convened early."""


class Season:
    """The calendar of the committee: what it does on which day, and which files wait for it."""

    def __init__(self, series: Series, files: list[Story], now: datetime, random: Random) -> None:
        self.series, self.now, self.today, self.random = series, now, now.date(), random
        self.waiting = list(files)
        self.stories: dict[str, Story] = {story.case.id: story for story in files}
        self.calendar: list[tuple[date, int, Event, BcsdSession]] = []
        self.number = count()
        for session in (*series.past, series.coming[0]):
            self._enter(last_working_day(session.held_on - timedelta(days=9)), self._convene, session)
        self._enter(last_working_day(self.today - timedelta(days=14)), self._convene, series.today)

    def _enter(self, day: date, event: Event, session: BcsdSession) -> None:
        heappush(self.calendar, (day, next(self.number), event, session))

    def run(self) -> None:
        """Let the days go by until today; then draw up the convocation after the next, and fill a later agenda."""
        while self.calendar and self.calendar[0][0] <= self.today:
            day, _number, event, session = heappop(self.calendar)
            event(session, day)
        _next, early, later, *_rest = self.series.coming
        self._fill(early, self.today, SHORT)
        Meeting(early, self.random).convene(last_working_day(self.today), sign=False)
        self._fill(later, self.today, MOST)
        assert not self.waiting, [(story.goal, story.fate, story.day) for story in self.waiting]

    def _convene(self, session: BcsdSession, day: date) -> None:
        meeting = Meeting(session, self.random)
        if session is self.series.past[CANCELLED]:
            return meeting.cancel(day)
        if not session.second_convocation:
            self._fill(session, day, SHORT if session is self.series.today else MOST)
        if session is self.series.past[VISIT]:
            meeting.add_point(words.EXTRA_POINT, day)
        meeting.convene(day)
        self._enter(session.held_on, self._meet, session)
        if session.held_on >= self.today:
            self._read(meeting)
        return None

    def _fill(self, session: BcsdSession, day: date, most: int) -> None:
        """Put the files that are ready on the agenda, those that wait longest first."""
        ready = [each for each in self.waiting if each.day < day and self._treats(session, each)]
        for story in sorted(ready, key=lambda each: each.day)[:most]:
            self.waiting.remove(story)
            if story.case.decision:
                sanction_decision.ask_back(story, session)
            else:
                sanction_decision.put_on_agenda(story, session)

    def _treats(self, session: BcsdSession, story: Story) -> bool:
        """Say whether a session is one for a file: what was decided last week waited for that session."""
        if story.goal == "geagendeerd":
            return session.held_on >= self.today
        if story.goal == "beslist":
            return session is self.series.past[-1]
        return session.held_on < self.today and story.fate is not Fate.URGENT

    def _read(self, meeting: Meeting) -> None:
        """Let half of the members read the first files, and one of them see that a client is family."""
        files = [item for item in meeting.session.items if item.subject == "beslissing"]
        for seat in meeting.session.seats[2::2]:
            for item in files[:4]:
                meeting.take(item, "lees", meeting.member(seat))
        if len(files) > SHORT:
            points.recuse(meeting, files[SHORT])

    def _meet(self, session: BcsdSession, day: date) -> None:
        if session is self.series.today:
            return self._open_for_a_visitor(session)
        meeting = Meeting(session, self.random)
        self._add_urgent(meeting)
        stories = [self.stories[item.case_id] for item in session.open_items if item.case_id]
        if any(story.fate is Fate.NO_QUORUM for story in stories):
            return self._meet_again(meeting, stories)
        meeting.open(away=self.random.randrange(4))
        self._treat_all(meeting)
        meeting.close()
        for story in stories:
            self._go_on(story)
        return None

    def _add_urgent(self, meeting: Meeting) -> None:
        """Put what cannot wait on the agenda after the convocation."""
        before = last_working_day(meeting.session.held_on - timedelta(days=1))
        for story in [each for each in self.waiting if each.fate is Fate.URGENT and each.day <= before]:
            self.waiting.remove(story)
            story.until(before)
            sanction_decision.put_on_agenda(story, meeting.session)
            meeting.explain(story.case.agenda_item)

    def _meet_again(self, meeting: Meeting, stories: list[Story]) -> None:
        """There are not enough members: everything goes to a second session, which is convened the next day."""
        session = meeting.session
        meeting.not_in_number(roll(session.held_on + timedelta(days=10)))
        for story in stories:
            story.fate = Fate.ADVISED
        second = db.session.query(BcsdSession).filter_by(origin_id=session.id).one()
        self._enter(roll(session.held_on + timedelta(days=1)), self._convene, second)

    def _treat_all(self, meeting: Meeting) -> None:
        """Treat every point; now and then somebody comes late or leaves before the end."""
        items = meeting.session.open_items
        late, early = self.random.random() < 0.3, self.random.random() < 0.3
        for number, item in enumerate(items, 1):
            if number == 2 and late:
                meeting.arrive_late()
            if number == 2 and meeting.session is self.series.past[BREAK]:
                meeting.pause()
            if number == len(items) and early:
                meeting.leave_early()
            self._treat(meeting, item)

    def _treat(self, meeting: Meeting, item: AgendaItem) -> None:
        if item.title == words.EXTRA_POINT:
            return meeting.take(item, "schrap", SECRETARY, words.SCRAPPED)
        return points.treat(meeting, item, self.stories.get(item.case_id or ""))

    def _go_on(self, story: Story) -> None:
        """Let a file follow its course after the session."""
        if story.case.state == "beslist":
            sanction_files.after_the_session(story)
            if story.fate in ASKED_BACK:
                self.waiting.append(story)
        elif story.case.state == "kennisgegeven":
            sanction_decision.execute(story)
        elif story.case.decisions:
            sanction_decision.undo(story)
        else:
            sanction_decision.answer(story)
            self.waiting.append(story)

    def _open_for_a_visitor(self, session: BcsdSession) -> None:
        """Open the session of today and its first vote, in which some members voted already."""
        meeting = Meeting(session, self.random, self.now)
        meeting.open(away=2)
        item = next((each for each in session.items if each.subject == "beslissing"), None)
        if item:
            meeting.take(item, "behandel", CHAIR)
            meeting.take(item, "open_stemming", CHAIR)
            for seat in [each for each in session.seats if each.id in item.room.voters][3:7]:
                meeting.take(item, "stem", meeting.member(seat), choosing="voor" if seat.number % 3 else "tegen")
