"""Conditions on the answer of the agency to a referral, and on the start of the trajectory (SWO art. 4, 10, 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow import parameters, pnt
from workflow.moment import Moment
from workflow.referrals import CRITERIA, Message
from workflow.rows import asked
from workflow.terms import Reckoning, months_after, on_day
from workflow.wording import N_, Sentence

if TYPE_CHECKING:
    from workflow.models.referral import Referral


@asked(N_("Schrijf wat het OCMW moet aanvullen."))
def question_to_ocmw_written(case: Referral, when: Moment) -> bool:
    """The agency says what it still needs."""
    return bool(case.question)


@asked(N_("Schrijf je antwoord op de vraag van Amal."))
def question_of_amal_answered(case: Referral, when: Moment) -> bool:
    """The welfare centre answers what was asked."""
    return bool(case.answer)


def forget_answer(case: Referral, when: Moment) -> None:
    """Make room for the answer to a new question; an earlier one stays in the log."""
    case.answer = None


@asked(N_("Kies de trajectbegeleider."))
def counsellor_named(case: Referral, when: Moment) -> bool:
    """The agency names who guides the client."""
    return case.counsellor_id is not None


@asked(N_("Geef dag, uur en plaats van de eerste afspraak. De dag ligt niet in het verleden."))
def first_appointment_given(case: Referral, when: Moment) -> bool:
    """The first appointment has its day, not in the past, its hour and its place."""
    if case.appointment_on is None or case.appointment_on < when.today:
        return False
    return bool(case.appointment_time and case.appointment_place)


def tell_acceptance(case: Referral, when: Moment) -> None:
    """Tell the welfare centre that the referral is accepted, and when the client is expected."""
    text = Sentence(
        N_("Aanvaard. Eerste afspraak: %(day)s om %(hour)s."), day=case.appointment_on, hour=case.appointment_time
    )
    case.tell(Message.OUTCOME, str(text), when)


@asked(N_("Leg bij minstens één criterium uit waarom er niet aan voldaan is."))
def criteria_explained(case: Referral, when: Moment) -> bool:
    """A refusal says criterion by criterion what is not met."""
    return bool(case.refusal) and set(case.refusal or {}) <= CRITERIA.keys()


def tell_refusal(case: Referral, when: Moment) -> None:
    """Tell the welfare centre that the referral is refused, and on which criteria."""
    failed = "; ".join(f"{CRITERIA[key]}: {why}" for key, why in (case.refusal or {}).items())
    case.tell(Message.OUTCOME, str(Sentence(N_("Geweigerd. Niet voldaan: %(failed)s"), failed=failed)), when)


def appointment_term(case: Referral, when: Moment) -> Reckoning | None:
    """Expect the start of the trajectory on the day of the first appointment."""
    if case.appointment_on is None:
        return None
    return on_day(case.appointment_on, N_("eerste afspraak op %(day)s"))


@asked(N_("Geef de dag waarop het inburgeringscontract ondertekend is. Die ligt niet in de toekomst."))
def contract_signed(case: Referral, when: Moment) -> bool:
    """The integration contract was signed, at the latest today."""
    return case.contract_signed_on is not None and case.contract_signed_on <= when.today


def begin(case: Referral, when: Moment) -> None:
    """Write the contract in the register, apply the rule of the participation trajectory, tell the welfare centre."""
    case.sign_contract(when)
    freeze_pnt(case, when)
    assert case.contract_signed_on
    text = Sentence(N_("Gestart. Inburgeringscontract ondertekend op %(day)s."), day=case.contract_signed_on)
    case.tell(Message.STARTED, str(text), when, case.contract_signed_on)


def freeze_pnt(case: Referral, when: Moment) -> None:
    """Freeze whether the participation and network trajectory is an obligation today, with the reasoning (SWO 11)."""
    client, today = case.client, when.today
    first = client.first_contract
    signed = first.from_on if first else None
    found = pnt.obligation(client.residence_on(today), signed, client.occupied_on(today))
    reasons = [str(reason) for reason in found.reasons]
    case.pnt = {"on": today.isoformat(), "obliged": found.obliged, "reasons": reasons, "article": pnt.ARTICLE}


def evaluation_term(case: Referral, when: Moment) -> Reckoning | None:
    """Plan the next evaluation, counted from the last one or from the start."""
    held = [message.written_on for message in case.messages if message.kind == Message.EVALUATION]
    return months_after(
        max(held, default=case.state_since), parameters.number("evaluation_months"), N_("evaluatie van het traject")
    )
