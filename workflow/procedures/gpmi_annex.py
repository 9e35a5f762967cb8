"""Conditions on the text of an annex of a GPMI: what it imposes, on which days, what every party does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.gpmi import void_condition
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import months_civil
from workflow.trajectory import Part
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.gpmi import Gpmi
    from workflow.models.gpmi_annex import GpmiAnnex

PARTS = frozenset(Part)


def must_draw_up(case: Gpmi) -> bool:
    """Say whether the contract still has no annex."""
    return case.annex is None


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
    amal = draft.partner is None or (draft.amal_does and draft.feedback)
    return bool(draft.breach_means and draft.ocmw_does and amal)


@asked(N_("Geef de eerste en de laatste dag van de bijlage: het einde ligt niet voor het begin."))
def period_known(case: Gpmi, when: Moment) -> bool:
    """The annex has a first and a last day."""
    draft = case.draft
    if draft is None:
        return True
    return draft.from_on is not None and draft.until_on is not None and draft.from_on <= draft.until_on


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
