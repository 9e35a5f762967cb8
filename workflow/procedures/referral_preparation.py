"""Conditions on a referral before it leaves the house: basis and parts, GPMI, the client informed (SWO art. 3, 4, 5)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from workflow import parameters
from workflow.competence import Competence
from workflow.moment import Moment
from workflow.referrals import Basis
from workflow.rows import asked, guard
from workflow.terms import Reckoning, Way, after_days, safe_notification
from workflow.trajectory import PART_TITLES, Part
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.referral import Referral


@asked(N_("Kies de cliënt die je doorverwijst."))
def referred_client_known(case: Referral, when: Moment) -> bool:
    """The file is about a client in the register."""
    return case.client is not None


@asked(N_("Kies of het traject opgelegd wordt of vrijwillig is (SWO art. 4)."))
def basis_chosen(case: Referral, when: Moment) -> bool:
    """It is said whether the parts are imposed or asked."""
    return case.basis in set(Basis)


@asked(N_("Kies minstens één onderdeel van het traject (SWO art. 8-11)."))
def parts_chosen(case: Referral, when: Moment) -> bool:
    """There is at least one part, and each is one of the trajectory."""
    parts = case.asked_parts or case.parts
    return bool(parts) and set(parts) <= set(Part)


@asked(N_("Schrijf waarom je de cliënt doorverwijst."))
def motivation_given(case: Referral, when: Moment) -> bool:
    """The referral says why."""
    return bool(case.motivation)


def directs_on(case: Any, when: Moment) -> Competence:
    """Work out who directs and who may sanction today, from the dated facts (SWO art. 3, 12, 13)."""
    found: Competence = case.client.competence_on(when.today)
    return found


def freeze_direction(case: Referral, when: Moment) -> None:
    """Freeze who directs with its article and the facts of this day, and write the first version of the parts."""
    client, today = case.client, when.today
    registered, outcome = client.registered_since(today), directs_on(case, when)
    case.frozen = {
        "on": today.isoformat(),
        "residence": client.residence_on(today),
        "aid": client.aid_on(today),
        "registered_on": registered and registered.isoformat(),
        "directs": outcome.directs,
        "sanctions": outcome.sanctions,
        "article": outcome.article,
        "reasons": [str(reason) for reason in outcome.reasons],
    }
    case.set_parts(case.asked_parts, "", when)


def correct_draft(case: Referral, when: Moment) -> None:
    """Take over the parts of a draft that is corrected."""
    case.correct_parts(case.asked_parts or case.parts)


def _parts(case: Referral, when: Moment) -> str:
    return ", ".join(PART_TITLES[Part(part)] for part in case.parts)


@guard(
    N_(
        "Er is geen bijlage bij het GPMI opgemaakt met precies deze onderdelen: %(parts)s. "
        "Maak ze eerst op in het GPMI-dossier (SWO art. 4)."
    ),
    parts=_parts,
)
def annex_drawn_up(case: Referral, when: Moment) -> bool:
    """What is imposed stands in a GPMI annex, as a way to be willing to work (SWO art. 4)."""
    return case.basis != Basis.IMPOSED or case.annex_on(when.today) is not None


@guard(N_("Niet alle partijen ondertekenden de bijlage bij het GPMI (SWO art. 4)."))
def annex_signed_by_all(case: Referral, when: Moment) -> bool:
    """Every party signed the annex that imposes these parts, where there is one."""
    annex = case.annex_on(when.today) if case.basis == Basis.IMPOSED else None
    return annex is None or annex.signed_on is not None


@guard(
    N_("De cliënt kreeg geen %(days)s dagen bedenktijd voor hij de bijlage ondertekende (RMI-wet art. 6 § 3)."),
    days=lambda case, when: parameters.number("reflection_days"),
)
def reflection_respected(case: Referral, when: Moment) -> bool:
    """Between the offer and the signature of the client lies the time to reflect, unless he waived it."""
    annex = case.annex_on(when.today) if case.basis == Basis.IMPOSED else None
    if annex is None or annex.waived or annex.offered_on is None or annex.client_signed_on is None:
        return True
    return bool(annex.client_signed_on >= annex.offered_on + timedelta(days=parameters.number("reflection_days")))


def link_annex(case: Referral, when: Moment) -> None:
    """Link the annex that imposes these parts to their version."""
    if case.basis == Basis.IMPOSED and case.version_now:
        case.version_now.annex = case.annex_on(when.today)


@asked(N_("Zeg wanneer, door wie en in welke taal de cliënt uitleg kreeg over zijn gegevens (SWO art. 5)."))
def data_explanation_noted(case: Referral, when: Moment) -> bool:
    """The information on data protection has its day, its person and its language."""
    if case.data_told_on is None or case.data_told_on > when.today:
        return False
    return bool(case.data_told_by and case.data_language)


@asked(N_("Noteer bij een gesprek de dag, hoe het verliep en of er een tolk was. De dag ligt niet in de toekomst."))
def conversation_noted(case: Referral, when: Moment) -> bool:
    """A conversation, where there was one, has its day, how it went and whether there was an interpreter."""
    if case.informed_on is None:
        return not case.informed_how
    return bool(case.informed_how and case.informed_interpreter) and case.informed_on <= when.today


def must_inform(case: Referral) -> bool:
    """Say whether it still has to be noted that the client was informed (SWO art. 4, 5)."""
    return case.data_told_on is None


@guard(N_("De cliënt is nog niet ingelicht: verzend de brief, of noteer een gesprek (SWO art. 4)."))
def client_informed(case: Referral, when: Moment) -> bool:
    """The letter to the client left the house, or somebody talked with him."""
    return case.sent("brief_aan_client") or case.informed_on is not None


@guard(N_("Er is niet genoteerd dat de cliënt uitleg kreeg over zijn gegevens (SWO art. 5)."))
def data_explained(case: Referral, when: Moment) -> bool:
    """The client knows which information goes to the agency, and why that is allowed."""
    return case.data_told_on is not None


@guard(N_("De brief 'Doorverwijzing' is nog niet verzonden."))
def referral_sent(case: Referral, when: Moment) -> bool:
    """The letter with the referral reached the agency."""
    return case.sent("doorverwijzing")


@asked(N_("Schrijf waarom je de doorverwijzing intrekt."))
def withdrawal_motivated(case: Referral, when: Moment) -> bool:
    """The withdrawal has its reason."""
    return bool(case.withdrawal_reason)


def receipt_term(case: Referral, when: Moment) -> Reckoning | None:
    """Count the days in which the agency answers: from the day the referral, or what was added to it, reached it."""
    letter = case.letter("doorverwijzing")
    start = case.state_since
    if not case.answer and letter and letter.posted_on and letter.way:
        start = safe_notification(letter.posted_on, Way(letter.way), letter.presented_on).due
    return after_days(start, parameters.number("receipt_days"), N_("antwoord van Amal"))
