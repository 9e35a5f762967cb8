"""The work list: what waits for me, by its last day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from forms.access import STAFF, moment, open_to, visible_cases, visible_sessions
from forms.case_page import task_title
from forms.fields import cleaned
from workflow.models import Baton, BcsdSession, Case, Client, db
from workflow.models.client import folded
from workflow.models.database import FAR_AWAY
from workflow.moment import Moment
from workflow.procedures.session import READING
from workflow.register import CASES, WORKFLOWS
from workflow.roles import BCSD
from workflow.wording import N_

bp = Blueprint("worklist", __name__)

PAGE = 25
TILES = (
    ("laat", N_("Te laat"), "late"),
    ("vandaag", N_("Vandaag"), "soon"),
    ("week", N_("Deze week"), "week"),
    ("wacht", N_("Wacht op anderen"), ""),
    ("teken", N_("Te ondertekenen"), ""),
)
NAME = func.coalesce(Client.search_name, "")
"""What a list is sorted by when it is sorted by client: a file about no client comes first."""

SORTS = {"termijn": Baton.due_on, "client": NAME, "dossier": Case.reference}


@dataclass(frozen=True)
class Filters:
    """What somebody asked to see; it stands in the address, so a page can be kept or sent."""

    tile: str
    words: str
    kind: str
    state: str
    whose: str
    sort: str
    after: str

    @classmethod
    def asked(cls) -> "Filters":
        """Read the filters from the address."""
        get = request.args.get
        sort = get("sorteer", "termijn")
        return cls(
            get("t", ""),
            cleaned(get("zoek", ""))[0][:200],
            get("soort", ""),
            get("fase", ""),
            get("wie", "ik"),
            sort if sort in SORTS else "termijn",
            get("na", ""),
        )


def _mine(when: Moment, whose: str) -> ColumnElement[bool]:
    """Select the turns of this person: his own by name, and those of his role that have no name."""
    who = when.actor
    ours = and_(Baton.organisation_id == who.organisation_id, Baton.role.in_(who.roles))
    if whose == "team":
        return ours
    return and_(ours, or_(Baton.person_id.is_(None), Baton.person_id == who.person_id))


def _in_tile(tile: str, today: date) -> ColumnElement[bool]:
    week_ends = today + timedelta(days=6 - today.weekday())
    turn = Baton.since <= today
    return {
        "laat": and_(turn, Baton.due_on < today),
        "vandaag": and_(turn, Baton.due_on == today),
        "week": and_(turn, Baton.due_on.between(today, week_ends)),
        "wacht": Baton.since > today,
        "teken": and_(turn, Baton.task == "onderteken"),
    }.get(tile, turn)


def _counts(when: Moment, whose: str) -> tuple[int, ...]:
    """Count the turns in every tile, in one go through the index."""
    tiles = [func.count().filter(_in_tile(key, when.today)) for key, _title, _tone in TILES]
    return tuple(db.session.execute(select(*tiles).where(_mine(when, whose))).one())


def search_words(words: str) -> list[ColumnElement[bool]]:
    """Match every typed word with a part of the client's name, in any order and without accents."""
    parts = folded(words).split()
    if words and not parts:
        return [false()]  # an accent on its own is part of no name
    return [Client.search_name.contains(word, autoescape=True) for word in parts]


def in_words(words: str) -> ColumnElement[bool]:
    """Match what was typed with the client of a file, its title or its reference."""
    by_title = and_(Case.title != "", *(Case.title.icontains(word, autoescape=True) for word in words.split()))
    return or_(and_(*search_words(words)), by_title, Case.reference.icontains(words, autoescape=True))


def _query(when: Moment, filters: Filters) -> Select[Baton]:
    query = (
        select(Baton)
        .join(Baton.case)
        .outerjoin(Client, Case.client_id == Client.id)
        .options(contains_eager(Baton.case).contains_eager(Case.client), joinedload(Baton.letter))
        .where(_mine(when, filters.whose), _in_tile(filters.tile, when.today))
    )
    if filters.words:
        query = query.where(in_words(filters.words))
    if filters.kind:
        query = query.where(Case.kind == filters.kind)
    if filters.state:
        query = query.where(Case.state == filters.state)
    return query


def _page(query: Select[Any], filters: Filters) -> tuple[list[Baton], str]:
    """Read one page after the place in the address, and return where the next one begins."""
    column = SORTS[filters.sort]
    if "~" in filters.after:
        value, last = filters.after.rsplit("~", 1)
        start: Any = date.fromisoformat(value) if filters.sort == "termijn" else value
        query = query.where(tuple_(column, Baton.id) > tuple_(start, last))
    rows = list(db.session.scalars(query.order_by(column, Baton.id).limit(PAGE + 1)).unique())
    if len(rows) <= PAGE:
        return rows, ""
    last_row = rows[PAGE - 1]
    values = {
        "termijn": last_row.due_on,
        "client": last_row.case.client.search_name if last_row.case.client else "",
        "dossier": last_row.case.reference,
    }
    return rows[:PAGE], f"{values[filters.sort]}~{last_row.id}"


@bp.get("/")
@open_to(*STAFF)
def show() -> ResponseReturnValue:
    """Show what waits for this person."""
    when, filters = moment(), Filters.asked()
    try:
        rows, following = _page(_query(when, filters), filters)
    except ValueError:
        rows, following = [], ""
    return render_template(
        "worklist/show.html",
        rows=rows,
        following=following,
        filters=filters,
        tiles=[(*tile, count) for tile, count in zip(TILES, _counts(when, filters.whose), strict=True)],
        kinds=CASES,
        states=[state for workflow in CASES for state in workflow.states if not state.end],
        meetings=_meetings(when),
        task_title=task_title,
        FAR_AWAY=FAR_AWAY,
        when=when,
    )


def _meetings(when: Moment) -> list[BcsdSession]:
    """Return the sessions a member of the committee reads for or sits in now: no file of his tells him."""
    if not when.actor.roles & set(BCSD):
        return []
    mine = visible_sessions(when).where(BcsdSession.state.in_(READING)).order_by(BcsdSession.held_on)
    return list(db.session.scalars(mine).unique())


@bp.get("/dossiers")
@open_to(*STAFF)
def cases() -> ResponseReturnValue:
    """List every file this person may read, the newest first."""
    when, filters = moment(), Filters.asked()
    query = visible_cases(when).outerjoin(Client, Case.client_id == Client.id).options(contains_eager(Case.client))
    if filters.words:
        query = query.where(in_words(filters.words))
    if filters.kind:
        query = query.where(Case.kind == filters.kind)
    if filters.state:
        query = query.where(Case.state == filters.state)
    if filters.after:
        query = query.where(Case.id < filters.after)
    options = joinedload(Case.handler), joinedload(Case.batons).joinedload(Baton.person)
    rows = list(db.session.scalars(query.options(*options).order_by(Case.id.desc()).limit(PAGE + 1)).unique())
    return render_template(
        "worklist/cases.html",
        rows=rows[:PAGE],
        following=rows[PAGE - 1].id if len(rows) > PAGE else "",
        filters=filters,
        kinds=CASES,
        states=[state for workflow in CASES for state in workflow.states],
        workflows=WORKFLOWS,
        when=when,
    )
