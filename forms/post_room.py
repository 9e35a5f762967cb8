"""The post room: what has to be signed, what can leave, what is under way, what came back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from forms.access import FULL_VIEW, moment, open_to, visible_letters
from forms.procedures.post import WAYS
from forms.texts import translated
from workflow.models import Case, Deposit, DepositItem, Letter, db
from workflow.models.deposit import POSTAL
from workflow.moment import Moment
from workflow.procedures.post import POST
from workflow.wording import N_, Sentence

bp = Blueprint("post_room", __name__)

PAGE = 25
READY = 60
"""How many letters the shelf of what can leave shows at once: they are ticked together."""

SHELVES = (
    ("versturen", N_("Te versturen"), ("ondertekend",)),
    ("ondertekenen", N_("Te ondertekenen"), ("ter_ondertekening",)),
    ("ontwerp", N_("In ontwerp"), ("ontwerp",)),
    ("onderweg", N_("Onderweg"), ("verzonden",)),
    ("terug", N_("Teruggekeerd"), ("teruggekeerd",)),
    ("alles", N_("Alle brieven"), tuple(state.key for state in POST.states)),
)


@dataclass(frozen=True)
class Choice:
    """What somebody ticked on the shelf for a deposit list, to show again when it is refused."""

    letters: frozenset[str] = frozenset()
    onto: str = ""
    rp: bool = False


@bp.get("/post")
@open_to(*FULL_VIEW)
def show() -> ResponseReturnValue:
    """Show one shelf of the post room."""
    return page(request.args)


def page(asked: Mapping[str, str], choice: Choice | None = None, reasons: Sequence[Sentence] = ()) -> str:
    """Lay out a shelf, with what was ticked on it and why that was refused."""
    when = moment()
    shelf = next((each for each in SHELVES if each[0] == asked.get("plank")), SHELVES[0])
    ready, way = shelf[0] == "versturen", asked.get("hoe", "")
    query, most = _on(shelf[2], when), READY if ready else PAGE
    if ready:
        query = query.where(Letter.to_be_sent.is_not(None))
        query = query.where(Letter.to_be_sent == way) if way in POSTAL else query
    if after := asked.get("na"):
        query = query.where(Letter.id < after)
    rows = list(db.session.scalars(query.limit(most + 1)).unique())
    return render_template(
        "post_room.html",
        rows=rows[:most],
        following=rows[most - 1].id if len(rows) > most else "",
        after=after or "",
        shelf=shelf,
        shelves=SHELVES,
        ways=WAYS,
        way=way,
        states={state.key: state for state in POST.states},
        when=when,
        summary=[("", translated(reason)) for reason in reasons],
        choice=choice or Choice(),
        **(_for_lists(rows[:most], when) if ready else {}),
    )


def _on(states: Sequence[str], when: Moment) -> Select[Letter]:
    options = joinedload(Letter.case).joinedload(Case.client)
    return visible_letters(when).where(Letter.state.in_(states)).options(options).order_by(Letter.id.desc())


def _for_lists(rows: Sequence[Letter], when: Moment) -> dict[str, Any]:
    """Return what the shelf needs to put letters on a list: which stand on one, and the lists that are open."""
    listed = select(DepositItem).where(DepositItem.letter_id.in_([letter.id for letter in rows]))
    items = db.session.scalars(listed.options(joinedload(DepositItem.deposit))).unique()
    return {
        "listed": {item.letter_id: item.deposit.reference for item in items},
        "open_lists": open_lists(when),
        "postal": POSTAL,
    }


def open_lists(when: Moment) -> list[tuple[Deposit, int]]:
    """Return the lists of this organisation on which a letter waits, the newest first, with how many letters."""
    waiting = select(DepositItem.deposit_id).join(DepositItem.letter).where(Letter.state == "ondertekend")
    ours = Deposit.organisation_id == when.actor.organisation_id
    query = select(Deposit).where(ours, Deposit.id.in_(waiting)).order_by(Deposit.id.desc())
    return [(deposit, len(deposit.items)) for deposit in db.session.scalars(query)]
