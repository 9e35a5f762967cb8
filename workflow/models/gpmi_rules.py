"""What the database repeats of the law: in this state of a GPMI file, these facts are filled in."""

from sqlalchemy import CheckConstraint

from workflow.procedures.gpmi import GPMI

_OVER = "'vervangen', 'beeindigd'"


def _in_state(states: str, *columns: str) -> str:
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"state NOT IN ({states}) OR ({filled})"


RULES = (
    CheckConstraint(GPMI.check(), name="state_known"),
    CheckConstraint("aid IN ('leefloon', 'equivalent_leefloon')", name="aid_known"),
    CheckConstraint("aid <> 'equivalent_leefloon' OR link_decided_on IS NOT NULL", name="linked_by_a_decision"),
    CheckConstraint(_in_state(f"'aangeboden', 'ondertekend', {_OVER}", "annex_id"), name="has_an_annex"),
    CheckConstraint(_in_state(_OVER, "ended_on", "end_reason", "end_explanation"), name="ended_with_a_reason"),
    CheckConstraint(_in_state("'ingetrokken'", "end_reason", "end_explanation"), name="withdrawn_with_a_reason"),
)
