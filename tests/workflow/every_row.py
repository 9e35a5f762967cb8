"""Every row of every table, with a file for which it may be taken.

`ready(table, step, source)` builds a file in which everything was done right, standing in
`source`, and the moment at which that row may be taken; `tried` takes it and says what was
against it.
"""

import factories

from tests.workflow.dates import day
from tests.workflow.files import (
    INVITED,
    NOTIFIED,
    REPORTED,
    SEATS,
    SESSION_DAY,
    WARNED,
    WITHDRAWN,
    letter,
    moment,
    sanction,
    session,
    signs_as_anybody,
    vote,
)
from workflow.models import BcsdSession, Letter, Sanction
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


DAYS = {
    "vul_melding_aan": WARNED,
    "pas_aanmaning_aan": WARNED,
    "verstuurd": WARNED,
    "roep_op": INVITED,
    "leef_na": day("Fri 20/03/2026"),
    "hoor": day("Tue 14/04/2026"),
    "verplaats": day("Wed 25/03/2026"),
    "adviseer": day("Wed 15/04/2026"),
    "agendeer": day("Thu 16/04/2026"),
    "herzie_advies": day("Thu 16/04/2026"),
    "beslis": SESSION_DAY,
    "verdaag": SESSION_DAY,
    "kennisgegeven": NOTIFIED,
    "trek_in": WITHDRAWN,
    "voer_uit": day("Tue 02/06/2026"),
    "licht_in_ocmw": day("Mon 04/05/2026"),
    "licht_in_amal": day("Tue 05/05/2026"),
    "stel_beroep_in": day("Wed 20/05/2026"),
    "uitspraak": day("Tue 13/10/2026"),
    "sluit": day("Mon 17/08/2026"),
    "onderteken": WARNED,
    "neem_op": WARNED,
    "verzend": WARNED,
    "meld_aanbieding": day("Wed 04/03/2026"),
    "meld_terugkeer": day("Fri 20/03/2026"),
    "corrigeer": day("Fri 20/03/2026"),
}
"""The day of a row; a row without one is taken on the day of the report."""


def _for_amal(case):
    case.frozen = case.frozen | {"sanctions": "amal"}


def _withdrawn(case):
    vote(case.put_on_agenda(session(held_on=WITHDRAWN), subject="intrekking"))
    case.withdraw("Een artikel ontbrak.")


def _recused(case):
    case.recuse(SEATS[3], "Nicht van de cliënt.")


def _signed(row):
    row.signatures[0].signed_at = factories.at(WARNED)


def _adding(case):
    case.new_piece = {"title": "Attest", "name": "attest.pdf", "kind": "pdf", "size": 1, "sha256": "ab" * 32}


def _leaving(case):
    _adding(case)
    case.attachments[0].added_at, case.attachments[0].added_by_id = factories.at(REPORTED), "mw"
    case.leaving_piece = {"id": case.attachments[0].id}


def _proven(letter):
    letter.case = sanction()
    letter.proof = {"title": "Afgiftebewijs", "name": "scan.jpg", "kind": "jpg", "size": 1, "sha256": "cd" * 32}


def _brought(letter):
    """The letter is back, signed with ink by somebody who may sign in every function."""
    letter.case, letter.made_at = sanction(), factories.at(REPORTED)
    letter.signatures[0].person = signs_as_anybody()
    letter.outside_way, letter.outside_sha256 = "inkt", "ab" * 32
    letter.outside_on, letter.outside_until = WARNED, 1


CHANGES = {
    "neem_op": _brought,
    "draag_over": _for_amal,
    "trek_in": _withdrawn,
    "meld_belang": _recused,
    "alles_ondertekend": _signed,
    "voeg_stuk_toe": _adding,
    "verwijder_stuk": _leaving,
    "voeg_bewijs_toe": _proven,
}
"""What a row needs that would stand in the way of the others."""


def committee_session(state):
    """A session whose one item was decided; it is planned for a day to come."""
    row = session(state, cancel_reason="De raadzaal is bezet.")
    row.held_on = REPORTED if state == "gepland" else SESSION_DAY
    sanction("beslist").put_on_agenda(row, outcome="beslist")
    return row


def bare(table, state):
    """A file of which only the first report, the plan or the draft is known."""
    if table.kind == "sanction":
        full = sanction(state)
        case = Sanction(reference=full.reference, state=state, breach_type=full.breach_type, frozen=full.frozen)
        case.client, case.reported_facts = full.client, full.reported_facts
        return case
    return BcsdSession(state=state, held_on=REPORTED) if table.kind == "session" else Letter(state=state)


BUILDERS = {"sanction": sanction, "session": committee_session, "post": letter}


def ready(table, step, source, role=None):
    """Build a file that may take this row from this state, and the moment when somebody in that role does."""
    role = role or step.roles[0]
    file = BUILDERS[table.kind](source)
    if change := CHANGES.get(step.action):
        change(file)
    if table.kind == "post":
        file.signatures[0].role = role
    return file, moment(DAYS.get(step.action, REPORTED), role)


def tried(kind, action, change=None, source=None, on=None, role=None):
    """Change a file in which everything was right, and take a step: return the reasons against it, or none."""
    table = WORKFLOWS[kind]
    step = next(s for s in table.steps if s.action == action and (source is None or source in s.sources))
    file, when = ready(table, step, source or step.sources[0], role)
    if change:
        change(file)
    try:
        table.take(action, file, moment(on, *when.actor.roles) if on else when)
    except StepRefused as refused:
        return [str(reason) for reason in refused.reasons]
    return []
