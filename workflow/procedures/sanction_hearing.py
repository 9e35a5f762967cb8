"""Conditions on the hearing and the social report (RMI-wet art. 20, KB RMI art. 7, RMI-wet art. 30 § 2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.measures import Hearing
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import Reckoning, Way, first_of_month, is_working_day, on_day, safe_notification
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction


def earliest_hearing(day: date) -> date:
    """Return the first day for a hearing to which an invitation is posted on a day."""
    return safe_notification(day, Way.REGISTERED).due + timedelta(days=parameters.number("hearing_notice_days"))


@asked(
    N_("De cliënt kan ten vroegste op %(earliest)s gehoord worden: minstens %(days)s dagen na de uitnodiging."),
    earliest=lambda case, when: earliest_hearing(when.today),
    days=lambda case, when: parameters.number("hearing_notice_days"),
)
def hearing_far_enough(case: Sanction, when: Moment) -> bool:
    """The hearing lies far enough ahead for an invitation posted today."""
    return case.hearing_on is not None and case.hearing_on >= earliest_hearing(when.today)


@asked(N_("Kies een werkdag voor de hoorzitting, geen weekend of feestdag."))
def hearing_on_working_day(case: Sanction, when: Moment) -> bool:
    """The office is open on the day of the hearing."""
    return case.hearing_on is None or is_working_day(case.hearing_on)


@asked(N_("Geef uur en plaats van de hoorzitting, en waar de cliënt zijn dossier kan inkijken."))
def hearing_arranged(case: Sanction, when: Moment) -> bool:
    """The invitation can say when, where, and where the file can be read."""
    return bool(case.hearing_time) and bool(case.hearing_place) and bool(case.file_access)


@asked(N_("Kies of er een tolk nodig is, en voor welke taal."))
def interpreter_decided(case: Sanction, when: Moment) -> bool:
    """Somebody looked at whether an interpreter is needed."""
    return bool(case.hearing_interpreter)


@asked(N_("Geef tot wanneer de cliënt een andere dag kan vragen: vóór de hoorzitting."))
def reschedule_date_given(case: Sanction, when: Moment) -> bool:
    """The invitation says until when another day can be asked."""
    return bool(case.reschedule_by and case.hearing_on and when.today < case.reschedule_by < case.hearing_on)


@guard(N_("De uitnodiging is nog niet verzonden. Zonder uitnodiging is de sanctie nietig (RMI-wet art. 20)."))
def invitation_sent(case: Sanction, when: Moment) -> bool:
    """The newest invitation left the house."""
    return case.sent("uitnodiging_hoorzitting")


@guard(N_("De hoorzitting is pas op %(day)s."), day=lambda case, when: case.hearing_on)
def hearing_day_reached(case: Sanction, when: Moment) -> bool:
    """The day of the hearing has come."""
    return case.hearing_on is not None and case.hearing_on <= when.today


def invited_in_time(case: Sanction) -> bool:
    """Say whether the invitation counts as notified the whole notice before the hearing."""
    letter = case.letter("uitnodiging_hoorzitting")
    if letter is None or letter.posted_on is None or letter.way is None or case.hearing_on is None:
        return False
    notified = safe_notification(letter.posted_on, Way(letter.way), letter.presented_on).due
    return notified + timedelta(days=parameters.number("hearing_notice_days")) <= case.hearing_on


@asked(
    N_(
        "De uitnodiging vertrok te laat: de cliënt had geen %(days)s dagen. "
        "Wie niet kwam, moet opnieuw uitgenodigd worden (RMI-wet art. 20)."
    ),
    days=lambda case, when: parameters.number("hearing_notice_days"),
)
def absence_counts(case: Sanction, when: Moment) -> bool:
    """A client who did not come was invited in time; who came or waived was not harmed by a late letter."""
    return case.hearing_outcome != Hearing.NO_SHOW or invited_in_time(case)


@asked(N_("Kies hoe de hoorzitting verliep en schrijf het verslag."))
def hearing_reported(case: Sanction, when: Moment) -> bool:
    """The file says whether the client was heard, waived or did not come, and what was said."""
    return case.hearing_outcome in set(Hearing) and bool(case.hearing_report)


@asked(N_("Noteer wie aanwezig was op de hoorzitting."))
def attendance_noted(case: Sanction, when: Moment) -> bool:
    """A hearing that was held names who was there."""
    return case.hearing_outcome != Hearing.HELD or bool(case.hearing_present)


@asked(N_("Beschrijf de situatie, onderzoek de wettige reden en antwoord op wat de cliënt zei."))
def report_written(case: Sanction, when: Moment) -> bool:
    """The social report has its parts; the client's arguments are answered."""
    advice = case.advice
    return advice is not None and all((advice.situation, advice.reason_examined, advice.hearing_answer))


@asked(N_("Een schorsing heeft een deel, een bedrag en een duur; uitstel heeft een einddatum."))
def advice_complete(case: Sanction, when: Moment) -> bool:
    """The advised measure says all that a decision would need."""
    return case.advice is not None and case.advice.complete


@asked(N_("Leg uit waarom deze maatregel en geen lichtere, en wat hij voor het gezin betekent."))
def advice_proportionate(case: Sanction, when: Moment) -> bool:
    """The advice says why this and not less, and what it does to the family."""
    return case.advice is not None and bool(case.advice.proportionality) and bool(case.advice.family_effect)


@asked(
    N_("Het voorstel is langer dan %(months)s maand(en), de hoogste duur die nu kan (RMI-wet art. 30 § 2)."),
    months=lambda case, when: case.cap_on(when.today).months,
)
def advice_within_cap(case: Sanction, when: Moment) -> bool:
    """The advised suspension stays within the cap of today."""
    start = first_of_month(when.today, parameters.number("start_default_month"))
    advice = case.advice
    return advice is None or advice.fits(case.cap_on(when.today).months, advice.starts_on or start)


@asked(N_("Antwoord op de vraag van het comité."))
def question_answered(case: Sanction, when: Moment) -> bool:
    """A question of the committee has its answer in the newest report."""
    return case.running("antwoordtermijn") is None or bool(case.advice and case.advice.answer)


def hearing_term(case: Sanction, when: Moment) -> Reckoning | None:
    """Show the day of the hearing among the terms of the file."""
    return on_day(case.hearing_on, N_("gekozen dag: %(day)s")) if case.hearing_on else None


def answer_term(case: Sanction, when: Moment) -> Reckoning | None:
    """Show until when the committee wants its answer."""
    return on_day(case.answer_by, N_("gevraagd door het comité: %(day)s")) if case.answer_by else None
