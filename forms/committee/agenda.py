"""The agenda of a session as one reader sees it: a line for every point, closed where he stays out of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Row, and_, func, select

from forms import labels
from forms.texts import translated
from workflow.deliberation import SUBJECTS, Subject, Tally
from workflow.measures import Kind as Measure
from workflow.models import AgendaItem, BcsdSession, Case, Client, Decision, Person, Reading, Seat, db
from workflow.wording import N_, Sentence, written

MOVABLE = ("gepland", "opgeroepen", "geopend")
"""While the points can change places."""

TO_CONVENE = ("gepland", "oproeping")
"""While the drafts of the decisions are still being written."""

FILE, MINUTES = Case.__table__.alias("file"), BcsdSession.__table__.alias("minutes")
CLIENT, REPORTER = Client.__table__.alias("client_of_file"), Person.__table__.alias("reporter")


@dataclass(frozen=True)
class Line:
    """A point as the agenda shows it: its name, what is proposed under it, who leaves, how many members read it.

    `moves` are its arrows with what a screen reader hears of them; a point that keeps its place has none.
    `unwritten` asks for the draft of its decision.
    """

    item: AgendaItem
    readable: bool
    name: str
    under: str
    urgency: str
    leaving: str
    readers: int
    read: bool
    tally: Tally | None
    unwritten: bool
    busy: bool
    moves: Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Reader:
    """Who reads an agenda: which points he may read, on which seat he sits, whether he leads the session."""

    readable: set[str]
    seat: Seat | None
    leads: bool

    def stays_out_of(self, item: AgendaItem) -> bool:
        """Say whether an interest of his closes a point to him."""
        return self.seat is not None and any(each.seat_id == self.seat.id for each in item.recusals)

    def moves_points(self, session: BcsdSession) -> bool:
        """Say whether he may put the points in another order."""
        return self.leads and session.state in MOVABLE


def about(item: AgendaItem, named: str) -> str:
    """Say what a point is about: its title, or its subject with the file or the session."""
    return item.title or f"{translated(SUBJECTS[Subject(item.subject)])}: {named}"


def lines(session: BcsdSession, reader: Reader, tallies: Mapping[str, Tally]) -> Iterator[Line]:
    """Write the agenda for a reader; `tallies` counts the votes that were closed, by point."""
    files = _files(session, reader)
    movable, convenes = reader.moves_points(session), reader.leads and session.state in TO_CONVENE
    proposal = cache(_proposal)  # an evening says the same of many files
    arrows = [(-1, translated(N_("Verplaats %(title)s omhoog"))), (1, translated(N_("Verplaats %(title)s omlaag")))]
    for item in session.items:
        file, busy, readable = files[item.id], item.busy, item.id in reader.readable
        title, name, under = _read(item, file, proposal) if readable else _closed(item, reader)
        free = movable and not busy and item.outcome is None and item.subject != Subject.MINUTES
        yield Line(
            item=item,
            readable=readable,
            name=name,
            under=under,
            urgency=item.urgency_reason if item.urgent and readable else "",
            leaving="" if reader.seat else _leaving(session, item),
            readers=file.readers if reader.leads else 0,
            read=readable and not reader.leads and bool(file.read),
            tally=tallies.get(item.id) if readable else None,
            unwritten=convenes and item.subject == Subject.DECISION and not item.explained,
            busy=busy,
            moves=[(step, said % {"title": title}) for step, said in arrows] if free else (),
        )


def _files(session: BcsdSession, reader: Reader) -> dict[str, Row[*tuple[str, ...]]]:
    """Return of every point its file, client and reporter, the day of its minutes, what was decided, who read."""
    readers = select(func.count()).where(Reading.item_id == AgendaItem.id).scalar_subquery()
    me = reader.seat.holder_on(session.held_on).id if reader.seat else ""
    mine = select(Reading.item_id).where(Reading.item_id == AgendaItem.id, Reading.person_id == me).exists()
    query = (
        select(
            AgendaItem.id,
            FILE.c.reference,
            (CLIENT.c.first_name + " " + CLIENT.c.last_name).label("client"),
            (REPORTER.c.first_name + " " + REPORTER.c.last_name).label("reporter"),
            MINUTES.c.held_on,
            readers.label("readers"),
            Decision.measure.label("decided"),
            mine.label("read"),
        )
        .outerjoin(FILE, FILE.c.id == AgendaItem.case_id)
        .outerjoin(CLIENT, CLIENT.c.id == FILE.c.client_id)
        .outerjoin(REPORTER, REPORTER.c.id == FILE.c.handler_id)
        .outerjoin(Decision, and_(Decision.item_id == AgendaItem.id, Decision.withdrawn_on.is_(None)))
        .outerjoin(MINUTES, MINUTES.c.id == AgendaItem.minutes_of_id)
        .where(AgendaItem.session_id == session.id)
    )
    return {row.id: row for row in db.session.execute(query)}


def _read(item: AgendaItem, file: Row[*tuple[str, ...]], proposal: Callable[..., str]) -> tuple[str, str, str]:
    """Say what a point is about, how it is named, and what is proposed by whom."""
    named = written(file.held_on) if file.held_on else file.reference or item.title
    whole = about(item, named)
    name = file.reference if item.subject == Subject.DECISION and not item.title else whole
    under = proposal(file.decided, item.draft["measure"], file.reporter) if item.draft else _kind_of(item)
    return whole, f"{name} · {file.client}" if file.client else name, under


def _kind_of(item: AgendaItem) -> str:
    if item.added_later:
        return translated(N_("Toegevoegd door een lid, na de oproeping"))
    return "" if item.subject == Subject.MINUTES else translated(SUBJECTS[Subject(item.subject)])


def _leaving(session: BcsdSession, item: AgendaItem) -> str:
    """Name the members who leave the room at a point; a member reads of no other member's interest."""
    return ", ".join(each.seat.holder_on(session.held_on).name for each in item.recusals)


def _proposal(decided: str | None, proposed: str, reporter: str | None) -> str:
    """Say what was decided, or what is proposed, and by whom."""
    said = N_("Beslist: %(what)s") if decided else N_("Voorstel: %(what)s")
    what = translated(Sentence(said, what=translated(labels.measure[Measure(decided or proposed)])))
    by = translated(Sentence(N_("verslaggever %(name)s"), name=reporter)) if reporter else ""
    return " · ".join(filter(None, (what, by)))


def _closed(item: AgendaItem, reader: Reader) -> tuple[str, str, str]:
    """Say of a point that is closed to its reader no more than that, and why."""
    if reader.stays_out_of(item):
        closed = translated(N_("Gesloten voor jou: je meldde een belang"))
        return closed, closed, ""
    subject = translated(SUBJECTS[Subject(item.subject)])
    over = translated(N_("De zitting is gesloten: je leest dit punt niet meer.")) if item.session.ended_at else ""
    return subject, subject, over
