"""The register of decisions: what the committee of this house decided, found by words and by year, and counted."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import ColumnElement, Select, and_, extract, func, or_, select, true, tuple_
from sqlalchemy.orm import contains_eager, joinedload

from forms.access import moment, open_to, visible_cases
from forms.fields import cleaned
from forms.texts import translated
from forms.worklist import search_words
from workflow.measures import KIND_TITLES
from workflow.models import AgendaItem, BcsdSession, Case, Client, Decision, Sanction, db
from workflow.models.client import folded
from workflow.moment import Moment
from workflow.roles import Role

bp = Blueprint("decisions", __name__, url_prefix="/zittingen/beslissingen")

READERS = (Role.BCSD_SECRETARY, Role.TEAM_LEAD, Role.DIRECTOR_GENERAL)

PAGE = 25

COUNTED = ("verdaagd", "ingetrokken", "verworpen")
"""The outcomes of a point that are counted beside the decisions."""


@dataclass(frozen=True)
class Filters:
    """What somebody asked to see; it stands in the address."""

    words: str
    year: int | None
    after: str

    @classmethod
    def asked(cls) -> "Filters":
        """Read the filters from the address; what is no year is none."""
        year = request.args.get("jaar", "")
        words = cleaned(request.args.get("zoek", ""))[0][:200]
        return cls(words, int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None, _place())


def _place() -> str:
    """Read where a page begins; what is no place is the first page."""
    day, _, last = request.args.get("na", "").partition("~")
    try:
        date.fromisoformat(day)
    except ValueError:
        return ""
    return f"{day}~{last}"


@bp.get("")
@open_to(*READERS)
def index() -> ResponseReturnValue:
    """List the decisions, the newest first, and what every year brought."""
    when, filters = moment(), Filters.asked()
    rows = _page(when, filters)
    return render_template(
        "session/decisions.html",
        rows=rows[:PAGE],
        following=_following(rows),
        filters=filters,
        readable=_readable([row.sanction_id for row in rows], when),
        years=_years(when),
        measures=KIND_TITLES,
        outcomes=COUNTED,
        when=when,
    )


def _ours(when: Moment) -> Select[Decision]:
    """Select the decisions of the committee of this house, with the file and the client of each."""
    query = select(Decision).join(Decision.sanction).outerjoin(Client, Sanction.client_id == Client.id)
    return query.where(Sanction.owner_id == when.actor.organisation_id)


def _page(when: Moment, filters: Filters) -> Sequence[Decision]:
    """Read one page and the row after it: who may not read a file cannot find its decision by the client either."""
    query = _ours(when).where(_found(filters.words, when), _in_year(filters.year))
    if filters.after:
        day, _, last = filters.after.partition("~")
        query = query.where(tuple_(Decision.decided_on, Decision.id) < tuple_(date.fromisoformat(day), last))
    item = joinedload(Decision.item)
    query = query.options(
        contains_eager(Decision.sanction).contains_eager(Sanction.client),
        item.selectinload(AgendaItem.ballots),
    )
    ordered = query.order_by(Decision.decided_on.desc(), Decision.id.desc()).limit(PAGE + 1)
    return db.session.scalars(ordered).unique().all()


def _following(rows: Sequence[Decision]) -> str:
    """Return where the next page begins."""
    return f"{rows[PAGE - 1].decided_on.isoformat()}~{rows[PAGE - 1].id}" if len(rows) > PAGE else ""


def _in_year(year: int | None) -> ColumnElement[bool]:
    if year is None or not date.min.year < year < date.max.year:
        return true()
    return Decision.decided_on.between(date(year, 1, 1), date(year, 12, 31))


def _found(words: str, when: Moment) -> ColumnElement[bool]:
    """Match every typed word with the file or the measure; with the client too, where somebody may read the file."""
    parts = words.split()
    open_to_all = and_(true(), *map(_named, parts))
    with_client = and_(true(), *[or_(_named(part), and_(*search_words(part))) for part in parts])
    return or_(open_to_all, and_(with_client, Sanction.id.in_(_mine(when)))) if parts else true()


def _named(word: str) -> ColumnElement[bool]:
    """Match a word with the reference of the file or the words for the measure."""
    plain = folded(word).strip()  # an accent on its own is part of no measure
    measures = [key for key, title in KIND_TITLES.items() if plain and plain in folded(translated(title))]
    return or_(Sanction.reference.icontains(word, autoescape=True), Decision.measure.in_(measures))


def _mine(when: Moment) -> Select[str]:
    """Select the files somebody may read, by id."""
    return visible_cases(when).with_only_columns(Case.id)


def _readable(ids: Sequence[str], when: Moment) -> set[str]:
    """Return which of these files somebody may read."""
    return set(db.session.scalars(_mine(when).where(Case.id.in_(ids))))


def _years(when: Moment) -> list[tuple[int, Counter[str], Counter[str]]]:
    """Count every year: its decisions by measure, and its points by outcome; the newest year first."""
    decided, treated = defaultdict[int, Counter[str]](Counter), defaultdict[int, Counter[str]](Counter)
    for year, measure, number in db.session.execute(_decisions_by_year(when)):
        decided[int(year)][measure] = number
    for year, state, number in db.session.execute(_points_by_year(when)):
        treated[int(year)][state] = number
    return [(year, decided[year], treated[year]) for year in sorted({*decided, *treated}, reverse=True)]


def _decisions_by_year(when: Moment) -> Select[int, str, int]:
    year = extract("year", Decision.decided_on)
    return (
        select(year, Decision.measure, func.count())
        .join(Case, Case.id == Decision.sanction_id)
        .where(Case.owner_id == when.actor.organisation_id)
        .group_by(year, Decision.measure)
    )


def _points_by_year(when: Moment) -> Select[int, str, int]:
    year = extract("year", BcsdSession.held_on)
    return (
        select(year, AgendaItem.state, func.count())
        .join(BcsdSession, AgendaItem.session_id == BcsdSession.id)
        .where(BcsdSession.owner_id == when.actor.organisation_id, AgendaItem.state.in_(COUNTED))
        .group_by(year, AgendaItem.state)
    )
