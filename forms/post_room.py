"""The post room: what has to be signed, what can leave, what is under way, what came back."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import joinedload

from forms.access import FULL_VIEW, moment, open_to, visible_letters
from forms.procedures.post import WAYS
from workflow.models import Case, Letter, db
from workflow.procedures.post import POST
from workflow.wording import N_

bp = Blueprint("post_room", __name__)

PAGE = 25
SHELVES = (
    ("versturen", N_("Te versturen"), ("ondertekend",)),
    ("ondertekenen", N_("Te ondertekenen"), ("ter_ondertekening",)),
    ("ontwerp", N_("In ontwerp"), ("ontwerp",)),
    ("onderweg", N_("Onderweg"), ("verzonden",)),
    ("terug", N_("Teruggekeerd"), ("teruggekeerd",)),
    ("alles", N_("Alle brieven"), tuple(state.key for state in POST.states)),
)


@bp.get("/post")
@open_to(*FULL_VIEW)
def show() -> ResponseReturnValue:
    """Show one shelf of the post room."""
    when = moment()
    shelf = next((each for each in SHELVES if each[0] == request.args.get("plank")), SHELVES[0])
    query = visible_letters(when).where(Letter.state.in_(shelf[2]))
    if shelf[0] == "versturen":
        query = query.where(Letter.to_be_sent.is_not(None))
    if after := request.args.get("na"):
        query = query.where(Letter.id < after)
    options = joinedload(Letter.case).joinedload(Case.client)
    rows = list(db.session.scalars(query.options(options).order_by(Letter.id.desc()).limit(PAGE + 1)).unique())
    return render_template(
        "post_room.html",
        rows=rows[:PAGE],
        following=rows[PAGE - 1].id if len(rows) > PAGE else "",
        shelf=shelf,
        shelves=SHELVES,
        ways=WAYS,
        states={state.key: state for state in POST.states},
        when=when,
    )
