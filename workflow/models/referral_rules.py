"""What the database repeats of the agreement: in this state of a referral, these facts are filled in."""

from sqlalchemy import CheckConstraint

from workflow.procedures.referral import REFERRAL

_SENT = "'te_tekenen', 'verzonden', 'teruggestuurd', 'aanvaard', 'lopend', 'b1_opvolging', 'afgerond', 'geweigerd'"


def _in_state(states: str, *columns: str) -> str:
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"state NOT IN ({states}) OR ({filled})"


RULES = (
    CheckConstraint(REFERRAL.check(), name="state_known"),
    CheckConstraint("basis IN ('opgelegd', 'vrijwillig')", name="basis_known"),
    CheckConstraint("motivation <> ''", name="motivated"),
    CheckConstraint(_in_state(_SENT, "data_told_on", "data_told_by", "data_language"), name="data_explained"),
    CheckConstraint("(informed_on IS NULL) = (informed_how IS NULL)", name="conversation_complete"),
    CheckConstraint(_in_state("'teruggestuurd'", "question"), name="asked"),
    CheckConstraint(_in_state("'aanvaard', 'lopend', 'b1_opvolging', 'afgerond'", "appointment_on"), name="appointed"),
    CheckConstraint(_in_state("'geweigerd'", "refusal"), name="refused_with_reasons"),
    CheckConstraint(_in_state("'lopend', 'b1_opvolging', 'afgerond'", "contract_signed_on", "pnt"), name="started"),
    CheckConstraint(_in_state("'b1_opvolging', 'afgerond'", "attest", "attest_on", "b1_required"), name="attested"),
    CheckConstraint("state <> 'afgerond' OR b1_required = false OR b1_outcome IS NOT NULL", name="b1_followed_up"),
    CheckConstraint(_in_state("'stopgezet'", "stop_reason", "stop_explanation", "stop_on"), name="stopped"),
    CheckConstraint(_in_state("'ingetrokken', 'niet_verzonden'", "withdrawal_reason"), name="withdrawn"),
)
