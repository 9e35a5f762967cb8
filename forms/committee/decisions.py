"""The register of decisions: what the committee of this house decided, found by words and by year, and counted.

It is read as lines and not as files: thousands of decisions stay quick, and who may not read a file gets no name.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import ColumnElement, Row, Select, and_, extract, func, or_, select, true, tuple_

from forms.access import moment, open_to, visible_cases
from forms.committee.rows import tallies
from forms.fields import cleaned
from forms.texts import translated
from forms.worklist import search_words
from workflow.measures import KIND_TITLES
from workflow.models import AgendaItem, BcsdSession, Case, Client, Decision, db
from workflow.models.client import folded
from workflow.moment import Moment
from workflow.roles import Role

bp = Blueprint("decisions", __name__, url_prefix="/zittingen/beslissingen")

READERS = (Role.BCSD_SECRETARY, Role.TEAM_LEAD, Role.DIRECTOR_GENERAL)

PAGE = 25

COUNTED = ("verdaagd", "ingetrokken", "verworpen")
"""The outcomes of a point that are counted beside the decisions."""

FILE, SITTING = Case.__table__.alias("file"), Case.__table__.alias("sitting")
"""The file a decision is about, and the session in which it was taken."""


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
        known = year.isascii() and year.isdigit() and date.min.year < int(year) < date.max.year
        return cls(cleaned(request.args.get("zoek", ""))[0][:200], int(year) if known else None, _place())


def _place() -> str:
    """Read where a page begins; what is no place is the first page."""
    day, _, last = request.args.get("na", "").partition("~")
    try:
        return f"{date.fromisoformat(day).isoformat()}~{last}"
    except ValueError:
        return ""


@bp.get("")
@open_to(*READERS)
def index() -> ResponseReturnValue:
    """List the decisions, the newest first."""
    when, filters = moment(), Filters.asked()
    found = db.session.execute(_page(when, filters)).all()
    rows = _lines([each.id for each in found[:PAGE]])
    return render_template(
        "session/decisions.html",
        rows=rows,
        following=f"{found[PAGE - 1].decided_on.isoformat()}~{found[PAGE - 1].id}" if len(found) > PAGE else "",
        filters=filters,
        readable=_readable([row.file_id for row in rows], when),
        tallies=tallies(AgendaItem.id.in_([row.item_id for row in rows if row.item_id])),
        years=_years_in_it(when),
        when=when,
    )


@bp.get("/per-jaar")
@open_to(*READERS)
def by_year() -> ResponseReturnValue:
    """Count what every year brought: its decisions by measure, its points by outcome."""
    when = moment()
    years = _counted_by_year(when)
    return render_template("session/decisions_by_year.html", years=years, measures=KIND_TITLES, outcomes=COUNTED)


def _ours(when: Moment) -> Select[str]:
    """Select the file of a decision when it is of this house: the decisions are read in the order of their index."""
    return select(FILE.c.id).where(FILE.c.id == Decision.sanction_id, FILE.c.owner_id == when.actor.organisation_id)


def _page(when: Moment, filters: Filters) -> Select[str, date]:
    """Select the decisions of one page, and one more to know whether there is a next page."""
    query = select(Decision.id, Decision.decided_on).where(_found(filters.words, when).exists())
    if filters.year:
        query = query.where(Decision.decided_on.between(date(filters.year, 1, 1), date(filters.year, 12, 31)))
    if filters.after:
        day, _, last = filters.after.partition("~")
        query = query.where(tuple_(Decision.decided_on, Decision.id) < tuple_(date.fromisoformat(day), last))
    return query.order_by(Decision.decided_on.desc(), Decision.id.desc()).limit(PAGE + 1)


def _found(words: str, when: Moment) -> Select[str]:
    """Match every word with the file or the measure; with the client too, where somebody may read the file."""
    ours, parts = _ours(when), words.split()
    if not parts:
        return ours
    with_client = and_(*[or_(_named(part), and_(true(), *search_words(part))) for part in parts])
    read_by_me = FILE.c.id.in_(visible_cases(when).with_only_columns(Case.id))
    ours = ours.outerjoin(Client, Client.id == FILE.c.client_id)
    return ours.where(or_(and_(*map(_named, parts)), and_(with_client, read_by_me)))


def _named(word: str) -> ColumnElement[bool]:
    """Match a word with the reference of the file or the words for the measure."""
    plain = folded(word).strip()  # an accent on its own is part of no measure
    measures = [key for key, title in KIND_TITLES.items() if plain and plain in folded(translated(title))]
    return or_(FILE.c.reference.icontains(word, autoescape=True), Decision.measure.in_(measures))


def _lines(ids: Sequence[str]) -> Sequence[Row[Any]]:
    """Read what the register says of some decisions, the newest first."""
    decision = (Decision.decided_on, Decision.measure, Decision.withdrawn_on, Decision.annulled)
    file = (FILE.c.id.label("file_id"), FILE.c.reference, Client.first_name, Client.last_name)
    point = (AgendaItem.id.label("item_id"), AgendaItem.position, SITTING.c.reference.label("sitting"))
    query = (
        select(*decision, *file, *point)
        .join(FILE, FILE.c.id == Decision.sanction_id)
        .outerjoin(Client, Client.id == FILE.c.client_id)
        .outerjoin(AgendaItem, AgendaItem.id == Decision.item_id)
        .outerjoin(SITTING, SITTING.c.id == AgendaItem.session_id)
    )
    ordered = query.where(Decision.id.in_(ids)).order_by(Decision.decided_on.desc(), Decision.id.desc())
    return db.session.execute(ordered).all()


def _readable(ids: Sequence[str], when: Moment) -> set[str]:
    """Return which of these files somebody may read."""
    return set(db.session.scalars(visible_cases(when).with_only_columns(Case.id).where(Case.id.in_(ids))))


def _years_in_it(when: Moment) -> list[int]:
    """Return the years from the first decision to the last, the newest first."""
    days = select(Decision.decided_on).where(_ours(when).exists()).limit(1)
    first, last = (
        db.session.scalar(days.order_by(order)) for order in (Decision.decided_on, Decision.decided_on.desc())
    )
    return list(range(last.year, first.year - 1, -1)) if first and last else []


def _counted_by_year(when: Moment) -> list[tuple[int, Counter[str], Counter[str]]]:
    """Count every year, the newest first."""
    decided, treated = defaultdict[int, Counter[str]](Counter), defaultdict[int, Counter[str]](Counter)
    for year, measure, number in db.session.execute(_decisions_by_year(when)):
        decided[int(year)][measure] = number
    for year, state, number in db.session.execute(_points_by_year(when)):
        treated[int(year)][state] = number
    return [(year, decided[year], treated[year]) for year in sorted({*decided, *treated}, reverse=True)]


def _decisions_by_year(when: Moment) -> Select[int, str, int]:
    year = extract("year", Decision.decided_on)
    query = select(year, Decision.measure, func.count()).where(_ours(when).exists())
    return query.group_by(year, Decision.measure)


def _points_by_year(when: Moment) -> Select[int, str, int]:
    year = extract("year", BcsdSession.held_on)
    return (
        select(year, AgendaItem.state, func.count())
        .join(BcsdSession, AgendaItem.session_id == BcsdSession.id)
        .where(BcsdSession.owner_id == when.actor.organisation_id, AgendaItem.state.in_(COUNTED))
        .group_by(year, AgendaItem.state)
    )
