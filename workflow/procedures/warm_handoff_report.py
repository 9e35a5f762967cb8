"""Conditions on the first half of a warm hand-over: the needs, the agreement of the client, the term (SWO art. 2, 4, 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow import parameters
from workflow.handoff import Item, Urgency
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import Reckoning, working_days_term
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.warm_handoff import WarmHandoff


@asked(
    N_(
        "Deze cliënt is al in begeleiding bij het OCMW. Neem contact op met %(contact)s in plaats van door te "
        "verwijzen (SWO art. 4). Schrijf waarom een doorverwijzing toch nodig is, als dat zo is."
    ),
    contact=lambda case, when: case.guided_by,
)
def not_in_guidance(case: WarmHandoff, when: Moment) -> bool:
    """The client is not guided by the welfare centre yet, or the counsellor says why he refers him all the same."""
    return not case.guided_by or bool(case.guidance_reason)


@asked(N_("Noteer minstens één nood, bij het levensdomein waar ze hoort (SWO art. 2)."))
def needs_named(case: WarmHandoff, when: Moment) -> bool:
    """There is a need in some domain of life, in words."""
    return bool(case.needs) and all(need.words for need in case.needs)


@asked(N_("Schrijf wat de cliënt zelf wil."))
def wish_written(case: WarmHandoff, when: Moment) -> bool:
    """The client says what he wants."""
    return bool(case.wish)


@asked(N_("Kies hoe dringend het is. Is het dringend, schrijf dan waarom."))
def urgency_explained(case: WarmHandoff, when: Moment) -> bool:
    """Somebody looked at how soon the client needs an answer."""
    return case.urgency in list(Urgency) and (case.urgency == Urgency.ORDINARY or bool(case.urgency_reason))


@asked(N_("Kies of de cliënt een tolk nodig heeft, en voor welke taal."))
def language_decided(case: WarmHandoff, when: Moment) -> bool:
    """The welfare centre knows whether it needs an interpreter."""
    return bool(case.interpreter)


@asked(N_("Geef de dag waarop je de cliënt informeerde, en hoe (in welke taal, met welke tolk). Niet in de toekomst."))
def informed_of_hand_over(case: WarmHandoff, when: Moment) -> bool:
    """The client was told what goes to whom and why (SWO art. 5)."""
    return case.informed_on is not None and case.informed_on <= when.today and bool(case.informed_how)


@asked(N_("Zeg bij elk onderdeel of de cliënt akkoord gaat, en schrijf dan wat je doorgeeft (SWO art. 5)."))
def every_item_decided(case: WarmHandoff, when: Moment) -> bool:
    """The client answered for every kind of information, and what he agrees to is written down."""
    answered = {each.item for each in case.items} == {str(item) for item in Item}
    return answered and all(bool(each.words) == each.agreed for each in case.items)


@asked(N_("Zonder akkoord over de contactgegevens kan het OCMW de cliënt niet uitnodigen. Dan kan je niet aanmelden."))
def contact_agreed(case: WarmHandoff, when: Moment) -> bool:
    """The client agrees that the welfare centre may reach him."""
    return not case.items or case.passes_on(Item.CONTACT)


def report(case: WarmHandoff, when: Moment) -> None:
    """Note the day of the report, and freeze the checklist that holds on it (SWO art. 4)."""
    case.reported_on, case.returned_on = when.today, None
    case.recall_letters()
    case.freeze_checklist(when)


def report_term(case: WarmHandoff, when: Moment) -> Reckoning:
    """Count how long the welfare centre has to plan a meeting."""
    return working_days_term(when.today, parameters.number("handoff_working_days"), "SWO art. 4, eigen voorstel")


@guard(N_("Het OCMW heeft nog tijd om de cliënt uit te nodigen."))
def report_term_over(case: WarmHandoff, when: Moment) -> bool:
    """The term passed and the sender does not know it yet."""
    running = case.running("opname")
    return running is not None and running.due_on < when.today and case.returned_on is None


def return_to_sender(case: WarmHandoff, when: Moment) -> None:
    """Count that the welfare centre did not take the client up in time: the counsellor has the turn again."""
    case.returned_on, case.return_count = when.today, case.return_count + 1


@guard(N_("De aanmelding is niet teruggekeerd: het OCMW heeft nog tijd."))
def returned_to_sender(case: WarmHandoff, when: Moment) -> bool:
    """The report came back to the sender."""
    return case.returned_on is not None


def must_report_again(case: WarmHandoff) -> bool:
    """Say whether the counsellor still has to report the client again, or withdraw."""
    return case.returned_on is not None


@asked(N_("Kies een onderdeel waarvoor de cliënt akkoord ging."))
def item_agreed(case: WarmHandoff, when: Moment) -> bool:
    """There is an agreement to take back."""
    return any(each.item == case.withdrawn_item and each.passed_on for each in case.items)


@asked(N_("Schrijf in de opmerking wanneer en hoe de cliënt zijn akkoord introk."))
def withdrawal_told(case: WarmHandoff, when: Moment) -> bool:
    """It is written down how the client took his agreement back."""
    return bool(case.remark)


def hide_item(case: WarmHandoff, when: Moment) -> None:
    """Hide one kind of information from the welfare centre at once, and list what had gone there (SWO art. 5)."""
    item = next(each for each in case.items if each.item == case.withdrawn_item)
    item.withdrawn_on, item.shared_before = when.today, ", ".join(case.recall_letters())
