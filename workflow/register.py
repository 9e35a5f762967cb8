"""Every table by the kind of file it moves."""

from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.agreement import AGREEMENT
from workflow.procedures.client import CLIENT
from workflow.procedures.default_notice import DEFAULT_NOTICE
from workflow.procedures.deviation import DEVIATION
from workflow.procedures.direction import DIRECTION
from workflow.procedures.gpmi import GPMI
from workflow.procedures.post import POST
from workflow.procedures.referral import REFERRAL
from workflow.procedures.sanction import SANCTION
from workflow.procedures.session import SESSION
from workflow.procedures.warm_handoff import WARM_HANDOFF
from workflow.table import Workflow

CASES: tuple[Workflow, ...] = (
    SANCTION,
    REFERRAL,
    WARM_HANDOFF,
    AGREEMENT,
    DEFAULT_NOTICE,
    DEVIATION,
    GPMI,
    DIRECTION,
    SESSION,
)
"""The kinds of file that appear on the work list, in the order of the menu."""

WORKFLOWS: dict[str, Workflow] = {workflow.kind: workflow for workflow in (*CASES, AGENDA_ITEM, POST, CLIENT)}
