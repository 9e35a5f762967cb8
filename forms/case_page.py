"""What the page of a file shows, worked out from its table, its rows and its log."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from forms.access import sees_whole, visible_cases, visible_letters
from forms.step import RECOUNT
from forms.texts import instant, translated
from workflow.models import Baton, Case, Letter, LogEntry, db
from workflow.models.database import FAR_AWAY
from workflow.moment import Moment, civil_date
from workflow.register import CASES, WORKFLOWS
from workflow.roles import TITLES, Role
from workflow.rows import NEW, Step
from workflow.table import Workflow
from workflow.wording import N_, Sentence

OWN_WORDS = ("noteer", "voeg_stuk_toe", "verwijder_stuk")
"""Steps another organisation reads only when they are shared with it."""

LINES = 60
"""How many lines of the log the page shows before it offers the rest."""


@dataclass(frozen=True)
class Stop:
    """One state on the track: passed, now, or to come, with the day it was reached."""

    title: str
    status: str
    reached: date | None


@dataclass(frozen=True)
class Offer:
    """A step somebody may take, or the reasons why not yet."""

    step: Step
    obstacles: list[Sentence]


@dataclass(frozen=True)
class Turn:
    """Somebody who has to do something for a file: for whom, since when, until when, and with which letter."""

    title: str
    who: str
    organisation: str
    since: date
    until: date | None
    letter: str | None
    mine: bool


@dataclass(frozen=True)
class Line:
    """One line of history as it is shown; what is not ours is left out."""

    entry: LogEntry
    title: str
    source: str
    dest: str
    moved: bool
    remark: str
    papers: list[dict[str, str]]


def track(workflow: Workflow, case: Case, reached: dict[str, date]) -> list[Stop]:
    """Lay out the life of a file: the states it passed, where it stands, and what normally follows."""
    ends = [state.key for state in workflow.states if state.end]
    main_line = [state for state in workflow.states if not state.end or state.key == ends[0]]
    stands = workflow.state(case.state)
    if stands.end and stands.key != ends[0]:
        main_line = [state for state in main_line if state.key in reached] + [stands]
    position = [state.key for state in main_line].index(case.state)
    stops = []
    for i, state in enumerate(main_line):
        if state.detour and state.key not in reached and case.state != state.key:
            continue
        status = "now" if i == position else "done" if i < position else ""
        stops.append(Stop(state.short, status, reached.get(state.key) if i <= position else None))
    return stops


def offers(workflow: Workflow, case: Any, when: Moment) -> dict[str, list[Offer]]:
    """Sort the steps of this actor: the main ones, those that cannot be taken yet, the rare ones."""
    sorted_steps: dict[str, list[Offer]] = {"main": [], "refused": [], "rare": []}
    for step, obstacles in workflow.offered(case, when):
        expected = step.duty is not None and step.duty(case)
        if (step.duty and not expected and not step.rare) or _owed_by_others(step, case, when):
            continue
        rare = step.rare and not expected
        place = "rare" if rare and not obstacles else "refused" if obstacles else "main"
        if not (rare and obstacles):
            sorted_steps[place].append(Offer(step, obstacles))
    return sorted_steps


def _owed_by_others(step: Step, case: Any, when: Moment) -> bool:
    """Say whether every party takes this step once, and that of the reader did or need not."""
    if step.owed_by is None or step.rare:
        return False
    return all(party.id != when.actor.organisation_id for party in step.owed_by(case))


def task_title(baton: Baton, when: Moment) -> str:
    """Say what has to be done: the title of the step, with the letter it is about; or for what the file waits."""
    kind = "post" if baton.letter_id else baton.case.kind
    step = next((s for s in WORKFLOWS[kind].steps if s.action == baton.task), None)
    state = WORKFLOWS[baton.case.kind].state(baton.case.state)
    its_own = not baton.letter_id and not (step and step.rare)
    if state.meanwhile and its_own and baton.role in state.waits_for and baton.due_on > when.today:
        return translated(state.meanwhile)
    title = translated(step.title if step else N_("Volg het dossier op"))
    letter: Letter | None = baton.letter
    return f"{title}: {translated(letter.title)}" if letter else title


def turns(case: Case, when: Moment) -> list[Turn]:
    """Return who has to do something for a file today; of another's letter only that it is on its way."""
    found = [_turn(case, baton, when) for baton in case.batons if baton.since <= when.today]
    return list(dict.fromkeys(found))


def _turn(case: Case, baton: Baton, when: Moment) -> Turn:
    actor = when.actor
    ours = baton.organisation_id == actor.organisation_id
    shown = ours or not baton.letter_id
    who = baton.person.name if baton.person else translated(TITLES[Role(baton.role)])
    others = [] if baton.organisation_id == case.owner_id else case.parties
    organisation = next((each.name for each in others if each.id == baton.organisation_id), case.owner.name)
    return Turn(
        title=task_title(baton, when)
        if shown
        else translated(N_("Een brief is onderweg naar ondertekening of verzending")),
        who=who if shown else organisation,
        organisation=organisation,
        since=baton.since,
        until=None if baton.due_on == FAR_AWAY else baton.due_on,
        letter=baton.letter.reference if baton.letter and shown else None,
        mine=ours and baton.role in actor.roles and baton.person_id in (None, actor.person_id),
    )


def openings(case: Case, when: Moment) -> list[Workflow]:
    """Return the kinds of file this person may open beside a file."""
    beside = (workflow for workflow in CASES if case.kind in workflow.beside)
    return [workflow for workflow in beside if when.actor.role_for(workflow.steps[0].roles)]


def entries_of(case: Case, limit: int | None = LINES) -> list[LogEntry]:
    """Return the log of a file, the newest first."""
    query = select(LogEntry).where(LogEntry.chain_id == case.id).order_by(LogEntry.number.desc()).limit(limit)
    return list(db.session.scalars(query))


def history(case: Case, entries: Iterable[LogEntry], when: Moment) -> list[Line]:
    """Write the log for this reader: every organisation sees the steps, and only its own or shared words."""
    whole = sees_whole(case, when)
    own_letters = {each.id for each in case.letters if each.from_organisation_id == when.actor.organisation_id}
    lines = []
    for entry in entries:
        ours = entry.organisation_id == when.actor.organisation_id
        told = entry.subject_kind != "post" or (entry.organisation_id is None and entry.subject_id in own_letters)
        if entry.action == "maak" or (not ours and not told):
            continue
        if not ours and entry.action in OWN_WORDS and not entry.shared:
            continue
        lines.append(_line(entry, ours, whole))
    return lines


def _line(entry: LogEntry, ours: bool, whole: bool) -> Line:
    workflow = WORKFLOWS[entry.subject_kind]
    source = "" if entry.source in (NEW, "") else workflow.state(entry.source).title
    return Line(
        entry=entry,
        title=_title(entry),
        source=source,
        dest=workflow.state(entry.dest).title,
        moved=entry.source != entry.dest,
        remark=entry.remark if ours or entry.shared else "",
        papers=json.loads(entry.papers) if ours or (whole and entry.organisation_id is None) else [],
    )


def overtaken(entries: Iterable[LogEntry]) -> list[Sentence]:
    """Say who was first, when and with what, to somebody whose form went stale."""
    text = N_("%(who)s was je voor op %(at)s: %(what)s. Kijk na en probeer opnieuw.")
    first = [Sentence(text, who=e.actor_name, at=instant(e.at), what=translated(_title(e))) for e in entries]
    return first or [Sentence(N_("Iemand anders was je voor. Kijk na en probeer opnieuw."))]


def _title(entry: LogEntry) -> str:
    if entry.action == RECOUNT.action:
        return RECOUNT.title
    return WORKFLOWS[entry.subject_kind].tell(entry.action)


def first_days(case: Case) -> dict[str, date]:
    """Return when a file last came into each state."""
    query = select(LogEntry.dest, LogEntry.at).where(LogEntry.subject_id == case.id, LogEntry.source != LogEntry.dest)
    return {dest: civil_date(at) for dest, at in db.session.execute(query.order_by(LogEntry.number))}


def letters_of(case: Case, when: Moment) -> list[Letter]:
    """Return the letters of a file this reader may see, the newest first."""
    query = visible_letters(when).where(Letter.case_id == case.id).order_by(Letter.id.desc())
    return list(db.session.scalars(query).unique())


def related(case: Case, when: Moment) -> list[Case]:
    """Return the other files this reader may see of the same client, and those this one comes from or led to."""
    linked = or_(Case.origin_id == case.id, Case.id == case.origin_id)
    same = or_(linked, Case.client_id == case.client_id) if case.client_id else linked
    query = visible_cases(when).where(same, Case.id != case.id)
    return list(db.session.scalars(query.order_by(Case.id.desc()).limit(10)).unique())
