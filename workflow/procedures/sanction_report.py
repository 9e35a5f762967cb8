"""Conditions on the first half of a sanction file: the report, the competence, the warning, the remedy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from workflow import parameters, proof_chain
from workflow.breaches import BREACHES, NO_CONSEQUENCE
from workflow.competence import BODY_TITLES, Body
from workflow.moment import Moment
from workflow.proof_link import annex_facts
from workflow.rows import asked, guard
from workflow.terms import Reckoning, Way, after_days, latest, on_day, safe_notification
from workflow.wording import N_, written

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction

NO_REASON = "geen"
"""What the social worker enters when the client has no lawful reason."""


@asked(N_("Kies de cliënt over wie het gaat."))
def client_known(case: Sanction, when: Moment) -> bool:
    """The file is about a client in the register."""
    return case.client is not None


@asked(N_("Kies welke verplichting niet is nagekomen."))
def breach_chosen(case: Sanction, when: Moment) -> bool:
    """The kind of breach comes from the list."""
    return case.breach_type in BREACHES


@asked(N_("Noteer minstens één feit met zijn datum. Een feit ligt niet in de toekomst."))
def facts_dated(case: Sanction, when: Moment) -> bool:
    """Every fact has a day, and none lies in the future."""
    return bool(case.facts) and all(fact.happened_on <= when.today for fact in case.facts)


@asked(N_("Zeg bij elk feit waaruit het blijkt (bewijs)."))
def evidence_given(case: Sanction, when: Moment) -> bool:
    """Every fact names its evidence."""
    return all(fact.evidence for fact in case.facts)


def freeze_facts(case: Sanction, when: Moment) -> None:
    """Freeze what competence and legal basis rest on, as it is on this day (SWO 12; RMI-wet art. 30 § 2)."""
    client, today, breached = case.client, when.today, case.breached_on
    annex, told = client.annex_on(breached), client.referral_told_on()
    later = None if annex else proof_chain.signed_after(client.annexes, breached)
    facts = client.dated
    registered, stays = client.registered_since(today), client.stay_since(today)
    outcome = facts.competence_on(today)
    case.frozen = {
        "on": today.isoformat(),
        "breached_on": breached.isoformat(),
        "residence": facts.residence_on(today),
        "aid": facts.aid_on(today),
        "registered_on": registered and registered.isoformat(),
        "stays_since": stays and stays.isoformat(),
        "reading": facts.counts,
        "directs": outcome.directs,
        "sanctions": outcome.sanctions,
        "article": outcome.article,
        "reasons": [str(reason) for reason in outcome.reasons],
        "annex": annex and annex_facts(annex),
        "annex_signed_later": later and later.isoformat(),
        "client_told_on": told and told.isoformat(),
    }


def _who_sanctions(case: Sanction, when: Moment) -> str:
    return BODY_TITLES[case.sanctioning]


def _article(case: Sanction, when: Moment) -> str:
    return str(case.frozen["article"])


@guard(
    N_("Het OCMW is niet bevoegd. Wie mag sanctioneren: %(who)s (%(article)s)."), who=_who_sanctions, article=_article
)
def ocmw_competent(case: Sanction, when: Moment) -> bool:
    """The welfare centre may sanction (SWO 12)."""
    return case.sanctioning is Body.OCMW


@guard(N_("Amal is niet bevoegd. Wie mag sanctioneren: %(who)s (%(article)s)."), who=_who_sanctions, article=_article)
def amal_competent(case: Sanction, when: Moment) -> bool:
    """The agency may sanction (SWO 12, 13)."""
    return case.sanctioning is Body.AMAL or case.goes_to_amal


@guard(
    N_(
        "Het OCMW behandelt dit dossier verder. Overdragen kan pas als het leefloon stopte "
        "en daarbij gekozen is om het dossier over te dragen (SWO art. 13)."
    )
)
def hand_over_chosen(case: Sanction, when: Moment) -> bool:
    """Leefloon stopped while the file ran, and the social worker chose to hand it over (SWO 13)."""
    return case.goes_to_amal


@guard(
    N_(
        "Op %(day)s was er geen ondertekende bijlage bij het GPMI van kracht die dit oplegt. "
        "Zonder die bijlage is er geen grondslag (RMI-wet art. 30 § 2; SWO art. 4)."
    ),
    day=lambda case, when: case.breached_on,
)
def clause_in_force(case: Sanction, when: Moment) -> bool:
    """A signed annex that contains the clause was in force on the day of the breach."""
    return case.annex is not None and bool(case.annex["clause"])


def _gaps(case: Sanction, when: Moment) -> str:
    return "; ".join(proof_chain.gaps(proof_chain.grounds_of(case)))


@guard(N_("De bewijsketen is niet gesloten. %(gaps)s."), gaps=_gaps)
def chain_unbroken(case: Sanction, when: Moment) -> bool:
    """Every link from the clause to the breach holds: none is missing and none came too late (RMI-wet art. 6, 30)."""
    return not any(link.broken for link in proof_chain.grounds_of(case))


def _other_file(case: Sanction) -> str | None:
    days = {fact.happened_on for fact in case.facts}
    for other in case.client.sanctions:
        same = other.breach_type == case.breach_type and days & {f.happened_on for f in other.facts}
        if other.id != case.id and other.closed_on is None and same:
            return other.reference
    return None


@guard(
    N_("Er loopt al een dossier over dezelfde feiten: %(reference)s."),
    reference=lambda case, when: _other_file(case),
)
def no_other_file(case: Sanction, when: Moment) -> bool:
    """No other file about the same breach on the same days is open: nobody is punished twice."""
    return _other_file(case) is None


@asked(
    N_(
        "Er is een wettige reden. Dan kan er geen aanmaning zijn: sluit het dossier zonder gevolg (RMI-wet art. 30 § 2)."
    )
)
def no_lawful_reason(case: Sanction, when: Moment) -> bool:
    """The social worker looked for a lawful reason and found none."""
    return case.lawful_reason == NO_REASON


@asked(N_("Zeg hoe je nagekeken hebt of er een wettige reden is."))
def reason_looked_for(case: Sanction, when: Moment) -> bool:
    """The file says how a lawful reason was looked for."""
    return bool(case.reason_examined)


@asked(N_("Schrijf welke verplichting niet is nagekomen en wat de cliënt moet doen."))
def warning_complete(case: Sanction, when: Moment) -> bool:
    """The warning can say what was agreed and what has to be done."""
    return bool(case.obligation) and bool(case.remedy)


def earliest_remedy_date(day: date) -> date:
    """Return the first day a warning posted on a day may name as its limit."""
    return safe_notification(day, Way.REGISTERED).due + timedelta(days=parameters.number("aanmaning_days"))


@asked(
    N_("Geef de cliënt tijd tot minstens %(earliest)s: %(days)s dagen na de veilige kennisgevingsdag."),
    earliest=lambda case, when: earliest_remedy_date(when.today),
    days=lambda case, when: parameters.number("aanmaning_days"),
)
def remedy_date_far_enough(case: Sanction, when: Moment) -> bool:
    """The date in the warning leaves the whole term when the letter is posted today."""
    return case.remedy_by is not None and case.remedy_by >= earliest_remedy_date(when.today)


def remedy_term(case: Sanction, when: Moment) -> Reckoning | None:
    """Count the remedy term: from the safe notification of the warning, or the date in the letter if later."""
    letter = case.letter("aanmaning")
    if letter is None or letter.posted_on is None or letter.way is None or case.remedy_by is None:
        return None
    notified = safe_notification(letter.posted_on, Way(letter.way), letter.presented_on)
    days = after_days(notified.due, parameters.number("aanmaning_days"), N_("hersteltermijn"))
    counted = Reckoning(days.due, notified.steps + days.steps)
    return latest([counted, on_day(case.remedy_by, N_("in de brief staat %(day)s"))])


@guard(
    N_("De brief '%(letter)s' is nog niet verzonden."),
    letter=lambda case, when: {"aanmaning": "Aanmaning", "beslist": "Beslissing"}[case.state],
)
def letter_sent(case: Sanction, when: Moment) -> bool:
    """The letter this state waits for left the house."""
    return case.sent({"aanmaning": "aanmaning", "beslist": "beslissing"}[case.state])


@asked(N_("Zeg wanneer en hoe de cliënt het in orde bracht: na de inbreuk, en niet in de toekomst."))
def remedy_described(case: Sanction, when: Moment) -> bool:
    """The file says when and how the breach was remedied."""
    if case.remedied_on is None:
        return False
    return bool(case.remedied_how) and case.breached_on <= case.remedied_on <= when.today


@asked(N_("Kies waarom het dossier zonder gevolg blijft en leg dat uit."))
def closing_explained(case: Sanction, when: Moment) -> bool:
    """A ground from the list is chosen and explained."""
    return case.closing_reason in NO_CONSEQUENCE and bool(case.closing_explanation)


def _remedy_due(case: Sanction, when: Moment) -> str:
    running = case.running("hersteltermijn")
    return written(running.due_on) if running else ""


@guard(N_("De hersteltermijn loopt nog tot en met %(due)s."), due=_remedy_due)
def remedy_term_over(case: Sanction, when: Moment) -> bool:
    """The last day of the remedy term has passed."""
    running = case.running("hersteltermijn")
    return running is not None and running.due_on < when.today
