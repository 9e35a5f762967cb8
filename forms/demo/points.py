"""How the committee of the demonstration office treats each point on its agenda."""

from collections.abc import Callable
from datetime import timedelta

from forms.demo import sanction_decision, words
from forms.demo.fate import Fate
from forms.demo.meeting import CHAIR, SECRETARY, Meeting
from forms.demo.story import Story
from workflow.models import AgendaItem


def treat(meeting: Meeting, item: AgendaItem, story: Story | None) -> None:
    """Treat a point: take note of it, approve minutes, or let its file meet its fate."""
    if item.subject == "vast":
        return meeting.take(item, "neem_akte", SECRETARY, note=meeting.random.choice(words.NOTES_TAKEN))
    if story is None or item.subject == "notulen":
        meeting.take(item, "behandel", CHAIR)
        return meeting.vote(item)
    if item.subject == "intrekking":
        return _take_back(meeting, item, story)
    return TREATED.get(story.fate, _decide)(meeting, item, story)


def _discuss(meeting: Meeting, item: AgendaItem, heard: bool = False) -> None:
    meeting.take(item, "behandel", CHAIR)
    if heard or meeting.random.random() < 0.2:
        meeting.hear(item)


def _decide(meeting: Meeting, item: AgendaItem, story: Story) -> None:
    """Decide as advised, mostly with a few members against."""
    _discuss(meeting, item)
    meeting.vote(item, against=meeting.random.randrange(3), abstained=meeting.random.randrange(2))
    meeting.take(story.case, "beslis", SECRETARY, decision=sanction_decision.as_advised(story))


def _tie(meeting: Meeting, item: AgendaItem, story: Story) -> None:
    """Reject the proposal, for a tie rejects: there is no sanction, with reasons of its own."""
    _discuss(meeting, item, heard=True)
    meeting.tie(item)
    meeting.take(story.case, "beslis", SECRETARY, decision=sanction_decision.rejected(story))


def _postpone(meeting: Meeting, item: AgendaItem, story: Story) -> None:
    """Ask the social worker something; the file comes back on a later agenda."""
    _discuss(meeting, item, heard=True)
    answer_by = meeting.session.held_on + timedelta(days=7)
    meeting.take(story.case, "verdaag", SECRETARY, question=words.QUESTION, answer_by=answer_by)
    story.fate = Fate.ADVISED


def _let_in(meeting: Meeting, item: AgendaItem, story: Story) -> None:
    """Let a late point on the agenda: two thirds of those who are there agree that it cannot wait."""
    agreed = len(meeting.session.room.there) - 1
    meeting.take(item, "aanvaard_dringend", SECRETARY, urgency_agreed=agreed)
    _decide(meeting, item, story)


def _recuse(meeting: Meeting, item: AgendaItem, story: Story) -> None:
    """Decide without a member who has an interest."""
    recuse(meeting, item)
    _decide(meeting, item, story)


def recuse(meeting: Meeting, item: AgendaItem) -> None:
    """Let a member declare his interest in a file, so that he stays out of it."""
    seat = next(seat for seat in reversed(meeting.session.seats) if not seat.chair)
    meeting.take(item, "meld_belang", meeting.member(seat), interest=words.INTEREST)


def _take_back(meeting: Meeting, item: AgendaItem, story: Story) -> None:
    """Take a decision back, or let it stand when most members are against that."""
    agreed = story.fate is Fate.TAKEN_BACK
    _discuss(meeting, item, heard=True)
    meeting.vote(item, against=1 if agreed else len(item.room.voters) - 3)
    if agreed:
        meeting.take(story.case, "trek_in", SECRETARY, withdrawal={"reason": words.TAKEN_BACK})


TREATED: dict[Fate, Callable[[Meeting, AgendaItem, Story], None]] = {
    Fate.TIE: _tie,
    Fate.POSTPONED: _postpone,
    Fate.URGENT: _let_in,
    Fate.RECUSAL: _recuse,
}
"""What is done with a file that is not simply decided as advised."""
