"""What the database repeats of the law for files between two parties: in this state, these facts are filled in."""

from sqlalchemy import CheckConstraint

from workflow.procedures.agreement import AGREEMENT
from workflow.procedures.default_notice import DEFAULT_NOTICE
from workflow.procedures.deviation import DEVIATION


def _in_state(states: str, *columns: str) -> str:
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"state NOT IN ({states}) OR ({filled})"


AGREEMENT_RULES = (
    CheckConstraint(AGREEMENT.check(), name="state_known"),
    CheckConstraint(_in_state("'van_kracht', 'beeindigd'", "signed_on"), name="signed"),
    CheckConstraint(_in_state("'beeindigd'", "ends_on"), name="ended_on_a_day"),
    CheckConstraint(_in_state("'ingetrokken'", "closing_reason"), name="withdrawn_with_a_reason"),
    CheckConstraint("ends_on IS NULL OR starts_on <= ends_on", name="dates_in_order"),
)

_SENT = "'in_gebreke', 'onoplosbaar', 'opzegging', 'opgezegd', 'beeindigd'"
_TERMINATED = "'opzegging', 'opgezegd', 'beeindigd'"
DEFAULT_NOTICE_RULES = (
    CheckConstraint(DEFAULT_NOTICE.check(), name="state_known"),
    CheckConstraint(
        _in_state(f"'ingebrekestelling', 'hersteld', {_SENT}", "default_reason", "remedy_asked", "remedy_days"),
        name="reasoned",
    ),
    CheckConstraint(
        _in_state(f"'onoplosbaar', {_TERMINATED}", "talks_on", "talks_with", "unsolvable_reason"), name="talked"
    ),
    CheckConstraint(_in_state(_TERMINATED, "termination_reason", "exceptional_reason"), name="terminated"),
    CheckConstraint(_in_state("'opgezegd', 'beeindigd'", "ends_on"), name="ends_on_a_day"),
    CheckConstraint(_in_state("'ingetrokken'", "closing_reason"), name="withdrawn_with_a_reason"),
)

DEVIATION_RULES = (
    CheckConstraint(DEVIATION.check(), name="state_known"),
    CheckConstraint(_in_state("'geweigerd', 'ingetrokken'", "closing_reason"), name="ended_with_a_reason"),
    CheckConstraint("from_on <= until_on", name="dates_in_order"),
)
