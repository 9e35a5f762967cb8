"""Conditions on an annex of a GPMI: what it imposes, how it is offered, who signs it, what takes its place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.gpmi import SIGNED_HOW, void_condition
from workflow.moment import Moment, civil_date
from workflow.rows import asked, guard
from workflow.terms import ONE_DAY, Reckoning, after_days, months_civil
from workflow.trajectory import Part
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.gpmi import Gpmi
    from workflow.models.gpmi_annex import GpmiAnnex

PARTS = frozenset(Part)


def must_draw_up(case: Gpmi) -> bool:
    """Say whether the contract still has no annex."""
    return case.annex is None


def must_offer(case: Gpmi) -> bool:
    """Say whether an annex lies ready that the client did not get yet."""
    return case.draft is not None


def _written_before(case: Gpmi) -> list[GpmiAnnex]:
    """Return the annexes that are not signed, apart from the one that is being written now."""
    return [each for each in case.annexes if each.draft and each.version]


@guard(
    N_("Bijlage %(number)s is nog niet ondertekend. Verbeter die, of laat ze vallen."),
    number=lambda case, when: _written_before(case)[0].number,
)
def no_draft(case: Gpmi, when: Moment) -> bool:
    """No other annex waits to be offered or signed."""
    return not _written_before(case)


@guard(N_("Er is geen bijlage die nog aangeboden moet worden. Stel ze eerst op."))
def draft_there(case: Gpmi, when: Moment) -> bool:
    """An annex was drawn up."""
    return case.draft is not None


@guard(N_("Er is geen bijlage die nog verbeterd kan worden."))
def annex_to_correct(case: Gpmi, when: Moment) -> bool:
    """An annex was drawn up that not everybody has signed."""
    return case.draft is not None


@asked(N_("Kies minstens één onderdeel dat de bijlage oplegt (SWO art. 4, 8 tot 11)."))
def parts_imposed(case: Gpmi, when: Moment) -> bool:
    """The annex imposes at least one part of the trajectory."""
    parts = set(case.draft.parts) if case.draft else set()
    return bool(parts) and parts <= PARTS


@asked(
    N_(
        "Schrijf voor elk gekozen onderdeel wat de cliënt doet, van wanneer tot wanneer, en hoe de aanwezigheid telt. "
        "Het einde ligt niet voor het begin."
    )
)
def obligations_complete(case: Gpmi, when: Moment) -> bool:
    """Every part has an objective, a first and a last day and a rule of attendance."""
    draft = case.draft
    if draft is None:
        return True  # nothing was written yet, so nothing is missing in it
    if [each["part"] for each in draft.obligations] != list(draft.parts):
        return False
    told = all(each["objective"] and each["attendance"] for each in draft.obligations)
    return told and all("" < each["starts_on"] <= each["ends_on"] for each in draft.obligations)


def _void(case: Gpmi) -> str | None:
    draft = case.draft
    if draft is None:
        return None
    told = [text for each in draft.obligations for text in (each["objective"], each["attendance"])]
    return void_condition([*told, draft.breach_means])


@asked(
    N_(
        "'%(words)s' kan geen voorwaarde zijn in een GPMI. De gemeenschapsdienst is vernietigd "
        "(Grondwettelijk Hof 86/2018), en vrijwilligerswerk is geen verplichting."
    ),
    words=lambda case, when: _void(case),
)
def no_void_condition(case: Gpmi, when: Moment) -> bool:
    """No obligation speaks of community service or voluntary work (GwH 5 July 2018, nr. 86/2018)."""
    return _void(case) is None


@asked(N_("Schrijf wat als inbreuk telt en wat het OCMW doet. Is Amal partij: ook wat Amal doet en wat het meldt."))
def engagements_written(case: Gpmi, when: Moment) -> bool:
    """The annex says what counts as a breach, and what every party does."""
    draft = case.draft
    if draft is None:
        return True
    if not (draft.breach_means and draft.ocmw_does):
        return False
    return draft.partner is None or bool(draft.amal_does and draft.feedback)


@asked(N_("Geef de eerste en de laatste dag van de bijlage: het einde ligt niet voor het begin."))
def period_known(case: Gpmi, when: Moment) -> bool:
    """The annex has a first and a last day."""
    draft = case.draft
    if draft is None:
        return True
    if draft.from_on is None or draft.until_on is None:
        return False
    return draft.from_on <= draft.until_on


@asked(
    N_(
        "Plan %(least)s evaluaties op verschillende dagen, in de eerste twaalf maanden (KB RMI art. 15, te bevestigen)."
    ),
    least=lambda case, when: parameters.number("evaluations_a_year"),
)
def evaluations_planned(case: Gpmi, when: Moment) -> bool:
    """Enough evaluations are planned in the first year of the annex."""
    draft = case.draft
    if draft is None or draft.from_on is None:
        return True
    days = {date.fromisoformat(day) for day in draft.evaluations_on}
    within = [day for day in days if draft.from_on < day <= months_civil(draft.from_on, 12)]
    return len(within) >= parameters.number("evaluations_a_year")


@asked(N_("Schrijf waarom de bijlage verandert (RMI-wet art. 11 § 3)."))
def annex_change_reasoned(case: Gpmi, when: Moment) -> bool:
    """An annex that replaces another one says why."""
    return case.in_force is None or case.draft is None or bool(case.draft.reason)


@asked(N_("De cliënt heeft nog geen trajectbegeleider bij Amal. Noteer die eerst bij de cliënt, of laat Amal weg."))
def counsellor_known(case: Gpmi, when: Moment) -> bool:
    """Where the agency is a party, somebody there can sign for it."""
    partner = case.draft.partner if case.draft else None
    return partner is None or (case.counsellor_id or case.client.counsellor_id) is not None


WRITTEN = (
    parts_imposed, obligations_complete, no_void_condition, engagements_written, period_known, evaluations_planned,
    annex_change_reasoned, counsellor_known,
)  # fmt: skip
"""What must stand in an annex before it is printed."""


def keep_text(case: Gpmi, when: Moment) -> None:
    """Count the version of the text, name what it replaces, and let the agency see it where it is a party."""
    draft = case.draft
    assert draft, "only an annex that was written is kept"
    draft.version += 1
    draft.replaces = case.in_force.number if case.in_force else None
    draft.clause = " ".join(f"{each['objective']} {each['attendance']}" for each in draft.obligations)
    case.annex_id, case.counsellor_id = draft.id, case.counsellor_id or case.client.counsellor_id
    if draft.partner:
        case.share_with(draft.partner, when.now)


@asked(N_("Geef de dag waarop de cliënt de bijlage kreeg: niet in de toekomst, en niet voor ze opgemaakt is."))
def offer_day_possible(case: Gpmi, when: Moment) -> bool:
    """The client got the document between its making and today."""
    letter, draft = case.letter("bijlage_gpmi"), case.draft
    if draft is None:
        return True
    if letter is None or draft.offered_on is None:
        return False
    return civil_date(letter.made_at) <= draft.offered_on <= when.today


@asked(
    N_(
        "Zeg de cliënt dat hij zich mag laten bijstaan door iemand van zijn keuze, en vink dat aan. "
        "Anders is de bijlage geen grondslag (RMI-wet art. 6 § 3)."
    )
)
def assistance_told(case: Gpmi, when: Moment) -> bool:
    """The client heard that somebody of his choice may assist him."""
    return case.draft is None or case.draft.assistance_offered


def earliest_signing(offered_on: date) -> date:
    """Return the first day on which a client may sign who does not waive his days to think it over."""
    return offered_on + timedelta(days=parameters.number("reflection_days"))


def _earliest(case: Gpmi, when: Moment) -> date | None:
    offered = case.draft.offered_on if case.draft else None
    return earliest_signing(offered) if offered else None


@asked(N_("Geef de dag waarop de cliënt ondertekende, en hoe: na het aanbod, en niet in de toekomst."))
def client_signature_known(case: Gpmi, when: Moment) -> bool:
    """It is known when and how the client signed."""
    draft = case.draft
    if draft is None or draft.offered_on is None or draft.client_signed_on is None:
        return False
    return draft.client_signed_how in SIGNED_HOW and draft.offered_on <= draft.client_signed_on <= when.today


@asked(
    N_(
        "De cliënt kan ten vroegste op %(earliest)s ondertekenen: hij heeft %(days)s dagen bedenktijd "
        "(RMI-wet art. 6 § 3). Vroeger kan enkel als hij er zelf van afziet, en je schrijft hoe (te bevestigen)."
    ),
    earliest=_earliest,
    days=lambda case, when: parameters.number("reflection_days"),
)
def reflection_over(case: Gpmi, when: Moment) -> bool:
    """The days to think it over are past, or the client waived them himself."""
    draft, earliest = case.draft, _earliest(case, when)
    if draft is None or earliest is None or draft.client_signed_on is None:
        return False
    if draft.waived:
        return bool(parameters.PARAMETERS["reflection_waivable"].value) and bool(draft.waived_how)
    return draft.client_signed_on >= earliest


@guard(N_("Nog niet alle partijen hebben ondertekend: de cliënt, het OCMW, en Amal waar het partij is."))
def all_parties_signed(case: Gpmi, when: Moment) -> bool:
    """The client signed, and nobody is missing on the letter."""
    letter, draft = case.letter("bijlage_gpmi"), case.draft
    if letter is None or draft is None or draft.client_signed_on is None:
        return False
    return letter.state == "ondertekend"


def put_in_force(case: Gpmi, when: Moment) -> None:
    """Let the annex begin on its first day or, if that is later, the day the last party signed; the former one ends."""
    letter, draft, former = case.letter("bijlage_gpmi"), case.draft, case.in_force
    assert letter and draft and draft.client_signed_on, "only what every party signed begins"
    days = [civil_date(each.signed_at) for each in letter.signatures if each.signed_at]
    draft.signed_on = max([draft.client_signed_on, *days])
    draft.from_on = max(draft.from_on, draft.signed_on)
    draft.until_on = draft.until_on and max(draft.from_on, draft.until_on)
    case.contract_signed_on = case.contract_signed_on or draft.signed_on
    draft.gpmi_signed_on = case.contract_signed_on
    if former:
        last = max(former.from_on, draft.from_on - ONE_DAY)
        former.until_on = min(former.until_on or last, last)


@guard(N_("Er is nog geen bijlage van kracht."))
def annex_in_force(case: Gpmi, when: Moment) -> bool:
    """Every party signed an annex."""
    return case.in_force is not None


@asked(N_("Schrijf in de opmerking waarom de bijlage vervalt."))
def dropping_explained(case: Gpmi, when: Moment) -> bool:
    """Taking back an annex that is not signed has its reason."""
    return bool(case.remark)


def drop_draft(case: Gpmi, when: Moment) -> None:
    """Take back the annex that is not signed; its number is not used again."""
    if draft := case.draft:
        draft.dropped_on = when.today
    case.annex_id = case.annex.id if case.annex else None


def end_annexes(case: Gpmi, when: Moment) -> None:
    """End the annex that is in force with the contract, and take back the one that is not signed."""
    drop_draft(case, when)
    assert case.in_force and case.ended_on, "only what was in force ends"
    case.in_force.until_on = min(case.in_force.until_on or case.ended_on, case.ended_on)


def reflection_term(case: Gpmi, when: Moment) -> Reckoning | None:
    """Count the days the client has to think it over, from the day he got the document."""
    term, offered = parameters.PARAMETERS["reflection_days"], case.draft.offered_on if case.draft else None
    return after_days(offered, term.number, term.source) if offered else None
