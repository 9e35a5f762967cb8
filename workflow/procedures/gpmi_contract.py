"""Conditions on the contract of a GPMI file: for whom, on which ground, how it ends, what its client asks for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workflow import parameters
from workflow.competence import Aid
from workflow.gpmi import END_REASONS, GROUNDS_FOR
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import Reckoning, months_after, working_days_term
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.gpmi import Gpmi


def _aid(case: Gpmi, when: Moment) -> Aid:
    """Return the aid the contract is about: what was frozen at its opening, else what the client gets today."""
    return Aid(case.aid) if case.aid else case.client.aid_on(when.today)


@guard(
    N_(
        "De cliënt krijgt vandaag geen leefloon of equivalent leefloon. "
        "Dan is er geen GPMI (RMI-wet art. 11, 13; OCMW-wet art. 60 § 3)."
    )
)
def aid_received(case: Gpmi, when: Moment) -> bool:
    """The client receives (equivalent) leefloon."""
    return _aid(case, when) in GROUNDS_FOR


def _other_contract(case: Gpmi) -> str | None:
    others = (each for each in case.client.gpmis if each.id != case.id and each.closed_on is None)
    return next((each.reference for each in others), None)


@guard(
    N_("Er loopt al een GPMI voor deze cliënt: %(reference)s. Wijzig dat, of vervang het eerst."),
    reference=lambda case, when: _other_contract(case),
)
def no_other_contract(case: Gpmi, when: Moment) -> bool:
    """The client has no other contract that runs or is being drawn up."""
    return _other_contract(case) is None


@asked(N_("Geef de dag van de beslissing die de steun toekende: niet in de toekomst."))
def grant_day_known(case: Gpmi, when: Moment) -> bool:
    """The term to draw the contract up starts at the decision that granted the aid."""
    return case.granted_on is not None and case.granted_on <= when.today


@asked(
    N_(
        "Bij equivalent leefloon gelden de afspraken enkel als een beslissing over deze cliënt ze oplegt. "
        "Geef de dag van die beslissing: niet in de toekomst (OCMW-wet art. 60 § 3)."
    )
)
def linked_by_decision(case: Gpmi, when: Moment) -> bool:
    """For equivalent leefloon an individual decision links the aid to the contract."""
    if _aid(case, when) is not Aid.EQUIVALENT:
        return True
    return case.link_decided_on is not None and case.link_decided_on <= when.today


@asked(N_("Kies waarom er een GPMI is, en leg dat uit: de keuze moet passen bij de steun (RMI-wet art. 11, 13)."))
def ground_explained(case: Gpmi, when: Moment) -> bool:
    """It is known whether the contract is compulsory, and why."""
    return case.ground in GROUNDS_FOR.get(_aid(case, when), frozenset()) and bool(case.ground_explained)


@asked(N_("Schrijf wat de cliënt met dit GPMI wil bereiken."))
def objective_written(case: Gpmi, when: Moment) -> bool:
    """The contract has an objective."""
    return bool(case.objective)


@asked(N_("Noem de maatschappelijk werker, en een andere die hem vervangt (modelcontract POD MI)."))
def workers_named(case: Gpmi, when: Moment) -> bool:
    """The contract names the social worker and a replacement, who is somebody else."""
    return None not in (case.handler_id, case.replacement_id) and case.handler_id != case.replacement_id


@asked(N_("De dag waarop het contract zelf ondertekend is, ligt niet in de toekomst."))
def contract_day_possible(case: Gpmi, when: Moment) -> bool:
    """A contract that was signed before its annexes was signed by today."""
    return case.contract_signed_on is None or case.contract_signed_on <= when.today


def freeze_aid(case: Gpmi, when: Moment) -> None:
    """Fix which aid the contract is about, as it is on this day."""
    case.aid = case.client.aid_on(when.today)


@guard(N_("Er is al een bijlage van kracht. Beëindig of vervang het GPMI, in plaats van het in te trekken."))
def nothing_in_force(case: Gpmi, when: Moment) -> bool:
    """No annex was ever signed by everybody."""
    return case.in_force is None


@asked(N_("Kies de reden, en leg ze uit."))
def end_explained(case: Gpmi, when: Moment) -> bool:
    """A reason from the list is chosen and explained."""
    return case.end_reason in END_REASONS and bool(case.end_explanation)


def _begins(case: Gpmi, when: Moment) -> date | None:
    return case.in_force.from_on if case.in_force else None


@asked(
    N_("Geef de laatste dag waarop het GPMI geldt: tussen %(begins)s en vandaag."),
    begins=_begins,
)
def end_day_possible(case: Gpmi, when: Moment) -> bool:
    """The last day lies between the first day of the annex that is in force and today."""
    begins = _begins(case, when)
    return begins is not None and case.ended_on is not None and begins <= case.ended_on <= when.today


@asked(N_("Geef het nummer van het contract dat in de plaats komt."))
def new_contract_named(case: Gpmi, when: Moment) -> bool:
    """A contract that is replaced says by which one."""
    return bool(case.new_contract)


@guard(N_("De cliënt vroeg al een onderhoud, op %(day)s. Houd dat eerst."), day=lambda case, when: _asked_on(case))
def no_interview_open(case: Gpmi, when: Moment) -> bool:
    """No interview the client asked for is still to be held."""
    return case.running("onderhoud") is None


def _asked_on(case: Gpmi) -> date | None:
    return next((each.asked_on for each in case.interviews if not each.held_on), None)


@asked(N_("Geef de dag waarop de cliënt het vroeg, en waarover: de dag ligt niet in de toekomst."))
def interview_described(case: Gpmi, when: Moment) -> bool:
    """It is known when the client asked, and about what."""
    interview = case.open_interview
    if interview is None or interview.asked_on is None:
        return False
    return bool(interview.subject) and interview.asked_on <= when.today


def must_hold_interview(case: Gpmi) -> bool:
    """Say whether the client still waits for an interview he asked for."""
    return case.open_interview is not None


@guard(N_("De cliënt vroeg geen onderhoud dat nog gehouden moet worden."))
def interview_asked(case: Gpmi, when: Moment) -> bool:
    """The client asked for an interview, and the days for it run."""
    return case.running("onderhoud") is not None


@asked(N_("Geef de dag van het onderhoud, en wat het opleverde: na de vraag, en niet in de toekomst."))
def interview_reported(case: Gpmi, when: Moment) -> bool:
    """It is known when the interview was held and what came of it."""
    held = case.interviews[-1] if case.interviews else None
    if held is None or held.held_on is None:
        return False
    return bool(held.outcome) and held.asked_on <= held.held_on <= when.today


def drafting_term(case: Gpmi, when: Moment) -> Reckoning | None:
    """Count the months in which the contract has to be drawn up, from the decision that granted the aid."""
    term = parameters.PARAMETERS["gpmi_draft_months"]
    return months_after(case.granted_on, term.number, term.source)


def interview_term(case: Gpmi, when: Moment) -> Reckoning | None:
    """Count the working days within which the client gets the interview he asked for."""
    term, interview = parameters.PARAMETERS["interview_working_days"], case.open_interview
    return working_days_term(interview.asked_on, term.number, term.source) if interview else None
