"""Conditions on what every kind of file allows at any moment: a note, another handler."""

from typing import Any

from workflow.moment import Moment
from workflow.rows import asked
from workflow.wording import N_


@asked(N_("Schrijf de nota."))
def note_written(case: Any, when: Moment) -> bool:
    """The note says something."""
    return bool(case.remark)


@asked(N_("Kies de collega die het dossier overneemt."))
def assigned_to_somebody(case: Any, when: Moment) -> bool:
    """The file gets a handler."""
    return case.handler_id is not None
