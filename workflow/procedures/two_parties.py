"""What files between two organisations ask: consent of both, each once, and an agreement in force beside it."""

from __future__ import annotations

from typing import Any

from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.wording import N_


def parties_owing(case: Any) -> list[Any]:
    """Return the parties that still have to say whether they agree."""
    found: list[Any] = case.owing
    return found


@guard(N_("Jouw organisatie moet nu niets goedkeuren, of deed het al."))
def own_consent_due(case: Any, when: Moment) -> bool:
    """Both parties are asked to agree, and that of whoever acts did not answer yet: each once."""
    return any(party.id == when.actor.organisation_id for party in case.owing)


def give_consent(case: Any, when: Moment) -> None:
    """Write down that the party of whoever acts agrees."""
    case.agree(when)


@guard(N_("Nog niet beide partijen stemden in (SWO art. 15 en 17)."))
def both_agreed(case: Any, when: Moment) -> bool:
    """Something was asked of both parties, and neither still owes its consent."""
    return bool(case.asked_consent) and not case.owing


@guard(N_("Dit kan enkel naast een overeenkomst die van kracht is."))
def agreement_in_force(case: Any, when: Moment) -> bool:
    """The file stands beside an agreement that is in force on this day."""
    agreement = case.agreement
    return agreement is not None and agreement.text_on(when.today) is not None


@asked(N_("Kies het artikel van de overeenkomst waarover het gaat."))
def article_named(case: Any, when: Moment) -> bool:
    """The file says which article of the agreement it is about."""
    return bool(case.article)


def name_after_agreement(case: Any, when: Moment) -> None:
    """Call the file after the agreement and the article it is about: it has no client to be called after."""
    case.title = f"{case.agreement.title}, artikel {case.article}"


@guard(N_("Dit is aan de organisatie die het dossier opende."))
def on_our_side(case: Any, when: Moment) -> bool:
    """Whoever acts belongs to the organisation that opened the file."""
    return bool(case.owner_id == when.actor.organisation_id)


@guard(N_("Dit is aan de andere partij."))
def on_the_other_side(case: Any, when: Moment) -> bool:
    """Whoever acts belongs to the party across from the one that opened the file."""
    return bool(when.actor.organisation_id) and not on_our_side.test(case, when)


@asked(N_("Schrijf in de opmerking waarom. De andere partij leest die reden."))
def reason_given(case: Any, when: Moment) -> bool:
    """Whoever refuses or withdraws says why."""
    return bool(case.closing_reason)
