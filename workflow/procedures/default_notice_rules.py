"""Conditions on a default between the parties: facts, registered letter, remedy, talks, notice, end (SWO art. 17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import Reckoning, Way, after_days, safe_notification
from workflow.wording import N_, written

if TYPE_CHECKING:
    from workflow.models.default_notice import DefaultNotice
    from workflow.models.organisation import Organisation

LONGEST_REMEDY = 365
"""Days: what nobody means is refused."""


@asked(N_("Noteer minstens één feit met zijn dag en zeg waaruit het blijkt. De dag ligt niet in de toekomst."))
def default_facts_dated(case: DefaultNotice, when: Moment) -> bool:
    """The file says what happened when, and how that shows."""
    facts = case.reported_facts
    return bool(facts) and all(fact["happened_on"] <= when.today and fact["evidence"] for fact in facts)


@asked(N_("Een ingebrekestelling is gemotiveerd: schrijf waarom dit een tekortkoming is (SWO art. 17)."))
def default_reasoned(case: DefaultNotice, when: Moment) -> bool:
    """The letter says why the facts are a default."""
    return bool(case.default_reason)


@asked(N_("Schrijf wat de andere partij moet doen om het in orde te brengen."))
def remedy_asked(case: DefaultNotice, when: Moment) -> bool:
    """The letter says what is asked."""
    return bool(case.remedy_asked)


@asked(N_("Geef de hersteltermijn in dagen: 1 tot 365 (SWO art. 17 noemt geen aantal)."))
def remedy_term_set(case: DefaultNotice, when: Moment) -> bool:
    """The letter sets a term, for the agreement has none."""
    return case.remedy_days is not None and 1 <= case.remedy_days <= LONGEST_REMEDY


@guard(N_("De ingebrekestelling is nog niet aangetekend verzonden, met het nummer van de zending (SWO art. 17)."))
def default_letter_registered(case: DefaultNotice, when: Moment) -> bool:
    """The letter left the house registered, and its number is known: another way does not count."""
    letter = case.letter("ingebrekestelling")
    if letter is None or not letter.left_the_house:
        return False
    return letter.way == Way.REGISTERED and bool(letter.registered_number)


def tell_the_other_party(case: DefaultNotice, when: Moment) -> None:
    """Share the file from the day of the letter on: before that it does not exist for the other party."""
    across = case.other_party(case.owner.id)
    assert across, "a notice has another party"
    case.share_with(across, when.now)


def remedy_term(case: DefaultNotice, when: Moment) -> Reckoning:
    """Count the remedy term from the day on which the registered letter surely counts as notified."""
    letter = case.letter("ingebrekestelling")
    assert letter and letter.posted_on and letter.way and case.remedy_days, "it starts when the letter left"
    notified = safe_notification(letter.posted_on, Way(letter.way), letter.presented_on)
    counted = after_days(notified.due, case.remedy_days, N_("hersteltermijn in de brief, SWO art. 17"))
    return Reckoning(counted.due, notified.steps + counted.steps)


@asked(N_("Schrijf het antwoord."))
def reply_written(case: DefaultNotice, when: Moment) -> bool:
    """The other party answers in words."""
    return bool(case.reply)


def keep_reply_day(case: DefaultNotice, when: Moment) -> None:
    """Keep the day on which the other party answered."""
    case.replied_on = when.today


@asked(N_("Zeg wanneer en hoe het in orde kwam. De dag ligt niet in de toekomst."))
def default_remedied(case: DefaultNotice, when: Moment) -> bool:
    """The file says when and how the default was remedied."""
    return case.remedied_on is not None and case.remedied_on <= when.today and bool(case.remedied_how)


def _remedy_due(case: DefaultNotice, when: Moment) -> str:
    running = case.running("hersteltermijn")
    return written(running.due_on) if running else ""


@guard(N_("De hersteltermijn loopt nog tot en met %(due)s (SWO art. 17)."), due=_remedy_due)
def default_term_over(case: DefaultNotice, when: Moment) -> bool:
    """The last day of the remedy term has passed."""
    running = case.running("hersteltermijn")
    return running is not None and running.due_on < when.today


@asked(N_("Zeg wanneer er overlegd is en wie erbij was: na de ingebrekestelling, en niet in de toekomst."))
def talks_held(case: DefaultNotice, when: Moment) -> bool:
    """The parties talked after the letter: the file says when and who."""
    letter = case.letter("ingebrekestelling")
    if case.talks_on is None or letter is None or letter.posted_on is None:
        return False
    return bool(case.talks_with) and letter.posted_on <= case.talks_on <= when.today


@asked(N_("Schrijf waarom de situatie onoplosbaar is (SWO art. 17)."))
def unsolvable_reasoned(case: DefaultNotice, when: Moment) -> bool:
    """The file says why the situation cannot be solved."""
    return bool(case.unsolvable_reason)


@asked(N_("Een opzegging is gemotiveerd: schrijf de redenen (SWO art. 17)."))
def termination_reasoned(case: DefaultNotice, when: Moment) -> bool:
    """The notice gives its reasons."""
    return bool(case.termination_reason)


@asked(N_("Opzeggen kan enkel uitzonderlijk: leg uit waarom dit geval uitzonderlijk is (SWO art. 17)."))
def exceptional_explained(case: DefaultNotice, when: Moment) -> bool:
    """The notice explains why this case is an exception."""
    return bool(case.exceptional_reason)


@asked(N_("Geef de dag waarop de brief zal vertrekken: niet in het verleden. De brief rekent daarmee."))
def departure_planned(case: DefaultNotice, when: Moment) -> bool:
    """The letter counts from the day on which it is meant to leave."""
    return case.planned_on is not None and case.planned_on >= when.today


@guard(N_("De opzegging is nog niet verzonden."))
def termination_sent(case: DefaultNotice, when: Moment) -> bool:
    """The notice left the house: the months count from that day (SWO art. 17)."""
    return case.sent("opzegging")


def notice_term(case: DefaultNotice, when: Moment) -> Reckoning | None:
    """Count the notice from its sending, in both readings; the latest defensible last day counts."""
    return case.notice.reckoning if case.notice else None


def _ends(case: DefaultNotice, when: Moment) -> str:
    return written(case.ends_on) if case.ends_on else ""


@guard(N_("De opzegtermijn is voorbij: intrekken kan niet meer."))
def notice_running(case: DefaultNotice, when: Moment) -> bool:
    """The last day of the notice has not passed."""
    return case.ends_on is not None and when.today <= case.ends_on


def answer_due_from(case: DefaultNotice) -> list[Organisation]:
    """Return the other party until it answered."""
    across = case.other_party(case.owner.id)
    return [across] if across and not case.reply else []


def second_consent_due_from(case: DefaultNotice) -> list[Organisation]:
    """Return the party whose consent is missing once the other one agreed to take the notice back."""
    return case.owing if len(case.owing) == 1 else []


def forget_end(case: DefaultNotice, when: Moment) -> None:
    """The agreement goes on: there is no last day any more."""
    case.ends_on = None


@guard(N_("De opzegtermijn loopt tot en met %(due)s (SWO art. 17)."), due=_ends)
def notice_over(case: DefaultNotice, when: Moment) -> bool:
    """The last day of the notice has passed."""
    return case.ends_on is not None and case.ends_on < when.today


def freeze_open_files(case: DefaultNotice, when: Moment) -> None:
    """Write down which shared files were still open on the last day: they are to be carried over (SWO art. 17)."""
    case.list_open_files()


@guard(N_("De ingebrekestelling is al vertrokken: intrekken kan niet meer."))
def nothing_sent(case: DefaultNotice, when: Moment) -> bool:
    """No letter reached the other party yet."""
    return not case.sent("ingebrekestelling")
