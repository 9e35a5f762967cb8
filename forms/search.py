"""One search box: a name in any order, a national register number, the title or reference of a file, a letter."""

import re

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import ColumnElement, and_, or_, select

from forms import national_number
from forms.access import STAFF, moment, open_to, visible_cases, visible_clients, visible_letters
from forms.fields import cleaned
from forms.worklist import search_words
from workflow.models import Case, Client, Letter, db
from workflow.models.sealing import vault
from workflow.moment import Moment
from workflow.register import WORKFLOWS

bp = Blueprint("search", __name__)

MOST = 50
_REFERENCE = re.compile(r"[a-z]{2,4}-\d{4}-\d{1,7}", re.IGNORECASE)


def _files_of(clients: list[Client], words: str, when: Moment) -> list[Case]:
    """Find the files of these clients, and those about no client whose title has every word."""
    about: ColumnElement[bool] = Case.client_id.in_([client.id for client in clients])
    if parts := words.split():
        titled = (Case.title.icontains(part, autoescape=True) for part in parts)
        about = or_(about, and_(Case.title != "", *titled))
    query = visible_cases(when).where(about).order_by(Case.id.desc())
    return list(db.session.scalars(query).unique())


@bp.get("/zoeken")
@open_to(*STAFF)
def find() -> ResponseReturnValue:
    """Find; one hit opens at once."""
    words, when = cleaned(request.args.get("q", ""))[0][:200], moment()
    if _REFERENCE.fullmatch(words):
        case = db.session.scalars(visible_cases(when).where(Case.reference == words.upper())).first()
        if case:
            return redirect(url_for("case.show", reference=case.reference))
        letter = db.session.scalars(visible_letters(when).where(Letter.reference == words.upper())).unique().first()
        if letter:
            return redirect(url_for("letter.show", reference=letter.reference))
    number = national_number.digits(words)
    of_a_file = visible_cases(when).where(Case.client_id == Client.id).exists()
    query = select(Client).where(or_(Client.id.in_(visible_clients(when).with_only_columns(Client.id)), of_a_file))
    if len(number) == 11:
        query = query.where(Client.number_index == vault.index(number))
    else:
        query = query.where(*search_words(words))
    clients = list(db.session.scalars(query.order_by(Client.search_name).limit(MOST))) if words else []
    ids = [client.id for client in clients]
    known = set(db.session.scalars(visible_clients(when).where(Client.id.in_(ids)).with_only_columns(Client.id)))
    cases = _files_of(clients, words, when)
    if len(clients) <= 1 and len(cases) == 1:
        return redirect(url_for("case.show", reference=cases[0].reference))
    if len(clients) == 1 and not cases:
        return redirect(url_for("clients.show", client_id=clients[0].id))
    found = {"clients": clients, "known": known, "cases": cases}
    return render_template("search.html", words=words, **found, workflows=WORKFLOWS, most=MOST, when=when)
