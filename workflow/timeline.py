"""Who directs and who may sanction through time: periods drawn from dated facts (SWO art. 3, 12, 13).

Only the days are looked at on which a fact begins, ends, or is twelve months old; in between nothing
can change. No clock is read and nothing is written: what does not exist yet can be tried in the same way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import zip_longest
from typing import TypeVar

from workflow import parameters
from workflow.competence import (
    AID_TITLES,
    LEEFLOON,
    RESIDENCE_TITLES,
    Aid,
    Competence,
    Reading,
    Residence,
    competence,
    is_oudkomer,
)
from workflow.terms import ONE_DAY, months_civil
from workflow.wording import N_, Sentence

Stretch = tuple[date, date | None]
Value = TypeVar("Value", Residence, Aid)


def _on(facts: tuple[tuple[date, date | None, Value], ...], day: date, unknown: Value) -> Value:
    """Return what a fact says on a day, the latest one when two meet."""
    for first, last, value in reversed(facts):
        if first <= day and (last is None or day <= last):
            return value
    return unknown


def _since(stretches: tuple[Stretch, ...], day: date) -> date | None:
    """Return since when one stretch or another holds on a day, without a break."""
    since: date | None = None
    for first, last in reversed(stretches):
        if first <= day and (last is None or day <= last):
            since = first
            day = since - ONE_DAY
    return since


@dataclass(frozen=True)
class Facts:
    """The dated facts of one client on which competence rests; `reading` is the one that was chosen for him."""

    residences: tuple[tuple[date, date | None, Residence], ...] = ()
    aids: tuple[tuple[date, date | None, Aid], ...] = ()
    registrations: tuple[Stretch, ...] = ()
    stays: tuple[Stretch, ...] = ()
    reading: Reading | None = None

    @property
    def counts(self) -> Reading:
        """The reading that counts: the chosen one, else that of article 3."""
        return self.reading or Reading.REGISTER

    @property
    def other(self) -> Reading:
        """The reading that does not count."""
        return Reading.STAY if self.counts is Reading.REGISTER else Reading.REGISTER

    def stretches(self, reading: Reading) -> tuple[Stretch, ...]:
        """Return what a reading counts."""
        return self.registrations if reading is Reading.REGISTER else self.stays

    def residence_on(self, day: date) -> Residence:
        """Return the class on a day; unknown counts as no newcomer."""
        return _on(self.residences, day, Residence.NONE)

    def aid_on(self, day: date) -> Aid:
        """Return the aid on a day."""
        return _on(self.aids, day, Aid.NONE)

    def since_on(self, day: date, reading: Reading) -> date | None:
        """Return since when the months of a reading count on a day."""
        return _since(self.stretches(reading), day)

    def competence_on(self, day: date, reading: Reading | None = None) -> Competence:
        """Apply the table of the agreement to the facts of a day."""
        reading = reading or self.counts
        return competence(self.residence_on(day), self.aid_on(day), self.since_on(day, reading), day, reading)

    def in_the_other_reading(self, day: date) -> Competence | None:
        """Return what the other reading gives on a day; nothing when its facts are not known."""
        return self.competence_on(day, self.other) if self.stretches(self.other) else None

    def key_on(self, day: date) -> tuple[object, ...]:
        """Return what the table looks at on a day, in both readings: as long as it is the same, so is the answer."""
        months = [is_oudkomer(self.since_on(day, reading), day) for reading in Reading]
        return (self.residence_on(day), self.aid_on(day) in LEEFLOON, *months)

    @cached_property
    def change_days(self) -> set[date]:
        """Return every day on which something can change."""
        stretches = [(first, last) for first, last, _ in (*self.residences, *self.aids)]
        twelve = parameters.number("oudkomer_months")
        days = set()
        for reading in Reading:
            stretches += self.stretches(reading)
            days |= {months_civil(first, twelve) + ONE_DAY for first, _last in self.stretches(reading)}
        days |= {first for first, _last in stretches}
        return days | {last + ONE_DAY for _first, last in stretches if last}

    def with_leefloon_until(self, last: date) -> "Facts":
        """Return the facts as they would be if (equivalent) leefloon stopped after a day."""
        kept = tuple(
            (first, min(until or last, last) if aid in LEEFLOON else until, aid)
            for first, until, aid in self.aids
            if aid not in LEEFLOON or first <= last
        )
        return replace(self, aids=kept)

    def with_leefloon_from(self, first: date, aid: Aid = Aid.LEEFLOON) -> "Facts":
        """Return the facts as they would be if (equivalent) leefloon started on a day."""
        return replace(self, aids=(*self.aids, (first, None, aid)))


@dataclass(frozen=True)
class Span:
    """A period in which the same organisation directs and the same may sanction, and what changed on its first day."""

    from_on: date
    until_on: date | None
    found: Competence
    other: Competence | None
    changed: tuple[Sentence, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two readings of twelve months give another answer."""
        return self.other is not None and self.other.outcome != self.found.outcome

    @property
    def told(self) -> tuple[object, ...]:
        """What makes it another period when it changes."""
        other = self.other.outcome if self.differs and self.other else None
        return (*self.found.outcome, self.found.article, self.found.in_dialogue, other)


OVER = {
    Reading.REGISTER: N_("twaalf maanden in het rijksregister zijn voorbij, sinds %(since)s"),
    Reading.STAY: N_("twaalf maanden verblijf in België zijn voorbij, sinds %(since)s"),
}
BROKEN = {
    Reading.REGISTER: N_("de inschrijving in het rijksregister is onderbroken"),
    Reading.STAY: N_("het verblijf in België is onderbroken"),
}


def changed_on(facts: Facts, day: date) -> tuple[Sentence, ...]:
    """Say which facts are other on a day than on the day before."""
    return tuple(_changes(facts, day - ONE_DAY, day))


def _changes(facts: Facts, before: date, day: date) -> Iterator[Sentence]:
    residence, aid = facts.residence_on(day), facts.aid_on(day)
    if residence is not facts.residence_on(before):
        yield Sentence(N_("de klasse van inburgering wordt: %(title)s"), title=RESIDENCE_TITLES[residence].lower())
    if aid is not facts.aid_on(before):
        yield Sentence(N_("de steun wordt: %(title)s"), title=AID_TITLES[aid].lower())
    for reading in (facts.counts, facts.other):
        since, was = facts.since_on(day, reading), facts.since_on(before, reading)
        if is_oudkomer(since, day) and not is_oudkomer(was, before):
            yield Sentence(OVER[reading], since=since)
        if is_oudkomer(was, before) and not is_oudkomer(since, day):
            yield Sentence(BROKEN[reading])


def timeline(facts: Facts, from_on: date, until_on: date) -> list[Span]:
    """Return the periods between two days; the last one ends on `until_on` only when something changes after it."""
    spans: list[Span] = []
    key: tuple[object, ...] = ()
    for day in sorted({from_on, *(each for each in facts.change_days if from_on < each <= until_on)}):
        if key == (key := facts.key_on(day)):
            continue
        span = Span(day, None, facts.competence_on(day), facts.in_the_other_reading(day))
        if not spans or spans[-1].told != span.told:
            spans.append(span)
    ends = [following.from_on - ONE_DAY for following in spans[1:]]
    return [
        replace(span, until_on=end, changed=changed_on(facts, span.from_on)) for span, end in zip_longest(spans, ends)
    ]


def changes_after(facts: Facts, day: date) -> Iterator[tuple[date, Competence]]:
    """Yield the days after a day on which somebody else directs or may sanction, in their order."""
    before = facts.competence_on(day).outcome
    for each in sorted(each for each in facts.change_days if each > day):
        found = facts.competence_on(each)
        if found.outcome != before:
            yield each, found
        before = found.outcome


def since_when(facts: Facts, day: date) -> date | None:
    """Return since when the outcome of a day holds; nothing when it always did."""
    outcome = facts.competence_on(day).outcome
    for each in sorted((each for each in facts.change_days if each <= day), reverse=True):
        if facts.competence_on(each - ONE_DAY).outcome != outcome:
            return each
    return None
