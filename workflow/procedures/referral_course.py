"""Conditions on a trajectory that runs: messages both ways, significant changes, other parts, breaches (SWO art. 3-6, 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.breaches import BREACHES
from workflow.competence import BODY_TITLES, Body
from workflow.moment import Moment
from workflow.procedures.referral_preparation import directs_on
from workflow.referrals import WRITTEN, Basis, Message
from workflow.rows import asked, guard
from workflow.trajectory import PART_TITLES, Part
from workflow.wording import N_, Sentence, written

if TYPE_CHECKING:
    from workflow.models.referral import Referral


@asked(N_("Kies wat je meldt, van welke dag het is (niet in de toekomst), en schrijf het op."))
def message_written(case: Referral, when: Moment) -> bool:
    """A message has its kind, its day and its words."""
    said = case.new_message
    if said.get("kind") not in WRITTEN or not said.get("text"):
        return False
    return said.get("happened_on") is not None and said["happened_on"] <= when.today


def send_message(case: Referral, when: Moment) -> None:
    """Put the message in the work list of the other organisation."""
    said = case.new_message
    case.tell(said["kind"], said["text"], when, said["happened_on"])


def must_evaluate(case: Referral) -> bool:
    """Say that a trajectory that runs is evaluated again and again."""
    return case.running("evaluatie") is not None


@asked(N_("Schrijf wat er uit de evaluatie kwam."))
def evaluation_written(case: Referral, when: Moment) -> bool:
    """The evaluation says something."""
    return bool(case.new_message.get("text"))


def send_evaluation(case: Referral, when: Moment) -> None:
    """Keep the evaluation, and tell the other organisation."""
    case.tell(Message.EVALUATION, case.new_message["text"], when)


def ocmw_must_read(case: Referral) -> bool:
    """Say whether the agency wrote something the welfare centre did not read yet."""
    return bool(case.unread(by_owner=True))


def amal_must_read(case: Referral) -> bool:
    """Say whether the welfare centre wrote something the agency did not read yet."""
    return bool(case.unread(by_owner=False))


@asked(N_("Kies een melding van Amal die nog niet gelezen is."))
def message_of_amal_chosen(case: Referral, when: Moment) -> bool:
    """The message was written by the agency, and waits for a reader."""
    return case.message(case.reading.get("id")) in case.unread(by_owner=True)


@asked(N_("Kies een melding van het OCMW die nog niet gelezen is."))
def message_of_ocmw_chosen(case: Referral, when: Moment) -> bool:
    """The message was written by the welfare centre, and waits for a reader."""
    return case.message(case.reading.get("id")) in case.unread(by_owner=False)


def note_reading(case: Referral, when: Moment) -> None:
    """Write who read the message, and what he answered."""
    message = case.message(case.reading["id"])
    assert message
    message.read_on, message.read_by_id = when.today, when.actor.person_id
    message.answer = case.reading.get("answer") or ""


def ocmw_owes_result(case: Referral) -> bool:
    """Say whether the welfare centre still has to say what it does about a significant change (SWO art. 6)."""
    return bool(case.unsettled(by_owner=True))


def amal_owes_result(case: Referral) -> bool:
    """Say whether the agency still has to say what it does about a significant change (SWO art. 6)."""
    return bool(case.unsettled(by_owner=False))


@asked(N_("Kies een ingrijpende wijziging en schrijf wat het OCMW ermee doet (SWO art. 6)."))
def result_of_ocmw_given(case: Referral, when: Moment) -> bool:
    """The welfare centre says what it does about one change that waits for it."""
    return bool(case.result.get("text")) and case.message(case.result.get("id")) in case.unsettled(by_owner=True)


@asked(N_("Kies een ingrijpende wijziging en schrijf wat Amal ermee doet (SWO art. 6)."))
def result_of_amal_given(case: Referral, when: Moment) -> bool:
    """The agency says what it does about one change that waits for it."""
    return bool(case.result.get("text")) and case.message(case.result.get("id")) in case.unsettled(by_owner=False)


def note_result_of_ocmw(case: Referral, when: Moment) -> None:
    """Write what the welfare centre does about a significant change."""
    message = case.message(case.result["id"])
    assert message
    message.ocmw_result, message.ocmw_result_on = case.result["text"], when.today


def note_result_of_amal(case: Referral, when: Moment) -> None:
    """Write what the agency does about a significant change."""
    message = case.message(case.result["id"])
    assert message
    message.amal_result, message.amal_result_on = case.result["text"], when.today


def _who_directs(case: Referral, when: Moment) -> str:
    return BODY_TITLES[directs_on(case, when).directs]


def _article(case: Referral, when: Moment) -> str:
    return directs_on(case, when).article


_DIRECTS = N_("Enkel wie vandaag de regie heeft, wijzigt de onderdelen: %(who)s (%(article)s).")


@guard(_DIRECTS, who=_who_directs, article=_article)
def ocmw_directs(case: Referral, when: Moment) -> bool:
    """The welfare centre directs today; where nobody does, it keeps what it imposed (SWO art. 3)."""
    return directs_on(case, when).directs is not Body.AMAL


@guard(_DIRECTS, who=_who_directs, article=_article)
def amal_directs(case: Referral, when: Moment) -> bool:
    """The agency directs today (SWO art. 3, 13)."""
    return directs_on(case, when).directs is Body.AMAL


@asked(N_("Kies andere onderdelen dan nu, minstens één, en schrijf waarom."))
def other_parts_chosen(case: Referral, when: Moment) -> bool:
    """The new parts differ from those of now, and the change has its reason."""
    parts = case.new_parts.get("parts") or []
    return (
        bool(parts) and set(parts) <= set(Part) and set(parts) != set(case.parts) and bool(case.new_parts.get("reason"))
    )


@asked(
    N_(
        "Er is geen ondertekende bijlage bij het GPMI met deze nieuwe onderdelen. Maak ze eerst op in het GPMI-dossier (SWO art. 4)."
    )
)
def annex_covers_new_parts(case: Referral, when: Moment) -> bool:
    """What is imposed from now on stands in a signed version of the annex."""
    parts = case.new_parts.get("parts")
    annex = case.client.annex_with(parts, when.today) if parts and case.basis == Basis.IMPOSED else None
    return case.basis != Basis.IMPOSED or (annex is not None and annex.signed_on is not None)


def change_parts(case: Referral, when: Moment) -> None:
    """Write the new version of the parts, and tell the other organisation."""
    case.set_parts([str(part) for part in Part if part in case.new_parts["parts"]], case.new_parts["reason"], when)
    named = ", ".join(PART_TITLES[Part(part)] for part in case.parts)
    text = Sentence(
        N_("De onderdelen zijn nu: %(parts)s. Reden: %(reason)s"), parts=named, reason=case.new_parts["reason"]
    )
    case.tell(Message.CHANGE, str(text), when)


@asked(N_("Kies welke verplichting niet is nagekomen, en noteer de feiten."))
def breach_described(case: Referral, when: Moment) -> bool:
    """A breach that is reported names the obligation and its facts; the sanction file looks at the rest."""
    return bool(case.opening.get("breach_type") and case.opening.get("reported_facts"))


def tell_breach(case: Referral, when: Moment) -> None:
    """Tell the other organisation which breach was reported; the sanction file goes its own way (SWO art. 12)."""
    said = case.opening
    lines = [BREACHES.get(said["breach_type"], "")]
    lines += [f"{written(f['happened_on'])}: {f['what']} ({f['evidence']})" for f in said["reported_facts"]]
    lines += [said["client_explanation"]] if said.get("client_explanation") else []
    case.tell(Message.SANCTION, "\n".join(lines), when)


@guard(N_("De doorverwijzing is vrijwillig: er is geen verplichting uit het GPMI die niet is nagekomen (SWO art. 12)."))
def part_of_gpmi(case: Referral, when: Moment) -> bool:
    """Only what is imposed can be breached towards the welfare centre (SWO art. 12)."""
    return case.basis == Basis.IMPOSED
