"""What the database repeats of the agreement: in this state of a warm hand-over, these facts are filled in."""

from sqlalchemy import CheckConstraint

from workflow.handoff import Outcome, Urgency, quoted
from workflow.procedures.warm_handoff import WARM_HANDOFF

_REPORTED = "'aangemeld', 'gepland', 'overgedragen', 'opgenomen', 'niet_opgenomen'"
_MET = "'overgedragen', 'opgenomen'"


def _in_state(states: str, *columns: str) -> str:
    filled = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"state NOT IN ({states}) OR ({filled})"


RULES = (
    CheckConstraint(WARM_HANDOFF.check(), name="state_known"),
    CheckConstraint(f"urgency IN ({quoted(Urgency)})", name="urgency_known"),
    CheckConstraint("wish <> '' AND interpreter <> ''", name="draft_complete"),
    CheckConstraint(f"outcome IS NULL OR outcome IN ({quoted(Outcome)})", name="outcome_known"),
    CheckConstraint("contact_now IS NULL OR contact_now IN ('amal', 'ocmw')", name="contact_known"),
    CheckConstraint(_in_state(_REPORTED, "reported_on", "informed_on", "informed_how"), name="client_agreed"),
    CheckConstraint(_in_state("'gepland'", "meeting_on", "meeting_time", "meeting_place"), name="invited"),
    CheckConstraint(
        _in_state("'overgedragen', 'opgenomen'", "client_present", "agreements", "contact_now"), name="met"
    ),
    CheckConstraint(_in_state("'opgenomen', 'niet_opgenomen'", "outcome"), name="ended_somehow"),
    CheckConstraint(_in_state("'niet_opgenomen'", "declined_reason"), name="declined_with_a_reason"),
    CheckConstraint(_in_state("'ingetrokken'", "withdrawal_reason"), name="withdrawn_with_a_reason"),
    CheckConstraint("no_show_count >= 0 AND return_count >= 0", name="counts"),
)
