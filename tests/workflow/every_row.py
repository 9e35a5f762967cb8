"""Every row of every table, with a file for which it may be taken.

`ready(table, step, source)` builds a file in which everything was done right, standing in
`source`, and the moment at which that row may be taken; `tried` takes it and says what was
against it.
"""

from tests.workflow.files import GENT, REPORTED, moment
from tests.workflow.kinds import ROOMS, said
from workflow.register import WORKFLOWS
from workflow.rows import StepRefused

ROWS = [(table, step, source) for table in WORKFLOWS.values() for step in table.steps for source in step.sources]
GUARDED = [(*row, guard) for row in ROWS for guard in row[1].only_if]
GUARDS = {guard.name: guard for _, _, _, guard in GUARDED}
ACTIONS = [(table, step) for table in WORKFLOWS.values() for step in {s.action: s for s in table.steps}.values()]


def named(rows):
    """Name a test after the kind, the action, the state, and the condition when there is one."""
    names = ("kind", "action", "name")
    return ["-".join(next((getattr(p, n) for n in names if hasattr(p, n)), p) for p in row) for row in rows]


def bare(table, state):
    """A file of which only the first report, the plan or the draft is known."""
    return ROOMS[table.kind].bare(state)


def ready(table, step, source, role=None):
    """Build a file that may take this row from this state, and the moment when somebody in that role does."""
    role = role or step.roles[0]
    file = ROOMS[table.kind].built(source)
    if change := said(table.kind, "CHANGES", {}).get(step.action):
        change(file)
    if table.kind == "post":
        for signature in file.signatures:
            signature.role = role
    day = said(table.kind, "DAYS", {}).get(step.action, REPORTED)
    return file, moment(day, role, where=said(table.kind, "WHERE", {}).get(step.action, GENT))


def tried(kind, action, change=None, source=None, on=None, role=None):
    """Change a file in which everything was right, and take a step: return the reasons against it, or none."""
    table = WORKFLOWS[kind]
    step = next(s for s in table.steps if s.action == action and (source is None or source in s.sources))
    file, when = ready(table, step, source or step.sources[0], role)
    if change:
        change(file)
    try:
        table.take(action, file, moment(on, *when.actor.roles, where=when.actor.organisation_id) if on else when)
    except StepRefused as refused:
        return [str(reason) for reason in refused.reasons]
    return []
