"""What the database repeats of the law: in this state of a sanction file, these facts are filled in."""

from sqlalchemy import CheckConstraint

from workflow.procedures.sanction import SANCTION

_WARNED = "'aanmaning', 'aangemaand', 'hoorzitting', 'gehoord', 'geadviseerd', 'geagendeerd'"
_LATE = "'beslist', 'kennisgegeven', 'in_beroep', 'afgesloten'"


def _in_state(states: str, *columns: str) -> str:
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"state NOT IN ({states}) OR ({filled})"


RULES = (
    CheckConstraint(SANCTION.check(), name="state_known"),
    CheckConstraint(_in_state(f"{_WARNED}, {_LATE}", "obligation", "remedy", "remedy_by"), name="warned"),
    CheckConstraint(_in_state("'hoorzitting'", "hearing_on", "hearing_time", "hearing_place"), name="invited"),
    CheckConstraint(
        _in_state(f"'gehoord', 'geadviseerd', 'geagendeerd', {_LATE}", "hearing_outcome", "hearing_report"),
        name="heard",
    ),
    CheckConstraint(_in_state(f"'geadviseerd', 'geagendeerd', {_LATE}", "advice_id"), name="advised"),
    CheckConstraint(_in_state(f"'geagendeerd', {_LATE}", "agenda_item_id"), name="on_agenda"),
    CheckConstraint(_in_state(_LATE, "decision_id"), name="decided"),
    CheckConstraint(_in_state("'in_beroep'", "appeal_on", "appeal_roll"), name="appealed"),
    CheckConstraint(_in_state("'nageleefd'", "remedied_on", "remedied_how"), name="remedied"),
    CheckConstraint(_in_state("'zonder_gevolg'", "closing_reason", "closing_explanation"), name="closed_with_a_reason"),
)
