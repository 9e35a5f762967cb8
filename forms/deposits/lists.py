"""Deposit lists: letters are put on one, taken off again, and shown in the order of the list."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from forms import post_room
from forms.access import moment, open_to, visible_letters
from forms.deposits import making, page
from forms.deposits.page import HANDLERS, READERS, find
from forms.fields import cleaned
from forms.procedures.post import WAYS
from workflow.models import Deposit, DepositItem, Letter, db

bp = Blueprint("deposit", __name__, url_prefix="/post/lijsten")

PAGE = 25


@bp.get("")
@open_to(*READERS)
def index() -> ResponseReturnValue:
    """List the deposit lists of this organisation, the newest first."""
    when = moment()
    query = select(Deposit).where(Deposit.organisation_id == when.actor.organisation_id)
    if after := request.args.get("na"):
        query = query.where(Deposit.id < after)
    letters = joinedload(Deposit.items).joinedload(DepositItem.letter)
    query = query.options(letters, joinedload(Deposit.made_by)).order_by(Deposit.id.desc())
    rows = list(db.session.scalars(query.limit(PAGE + 1)).unique())
    return render_template(
        "deposit/index.html",
        rows=rows[:PAGE],
        following=rows[PAGE - 1].id if len(rows) > PAGE else "",
        shelves=post_room.SHELVES,
        ways=WAYS,
    )


@bp.post("")
@open_to(*HANDLERS)
def make() -> ResponseReturnValue:
    """Put the ticked letters on a new list or on one that is open."""
    when = moment()
    ticked = [cleaned(reference)[0] for reference in request.form.getlist("brief")]
    choice = post_room.Choice(frozenset(ticked), cleaned(request.form.get("lijst", ""))[0], "rp" in request.form)
    try:
        deposit = making.put_on_list(ticked, choice, when)
        db.session.commit()
    except making.ListRefused as refused:
        db.session.rollback()
        return post_room.page(request.form, choice, refused.reasons), 422
    except IntegrityError:  # somebody else put one of them on a list at the same instant
        db.session.rollback()
        return post_room.page(request.form, choice, making.taken(ticked, when)), 409
    flash(_("De brieven staan op afgiftelijst %(reference)s.", reference=deposit.reference))
    return redirect(url_for("deposit.show", reference=deposit.reference))


@bp.get("/<reference>")
@open_to(*READERS)
def show(reference: str) -> ResponseReturnValue:
    """Show a list with its letters in order."""
    when = moment()
    return page.render(find(reference, when), when)


@bp.post("/<reference>/haal_af")
@open_to(*HANDLERS)
def take_off(reference: str) -> ResponseReturnValue:
    """Take a letter off a list, as long as it did not leave."""
    when = moment()
    deposit = find(reference, when)
    letter = cleaned(request.form.get("brief", ""))[0]
    item = next((each for each in deposit.items if each.letter.reference == letter), None)
    here: dict[str, Any] = {"reference": reference}
    if item is None or db.session.scalar(visible_letters(when).where(Letter.id == item.letter_id)) is None:
        flash(_("Deze brief staat niet meer op de lijst."), "warn")
    elif item.letter.left_the_house:
        flash(_("%(letter)s is al vertrokken en blijft op de lijst.", letter=letter), "warn")
    else:
        deposit.items.remove(item)
        db.session.commit()
        flash(_("%(letter)s staat niet meer op de lijst.", letter=letter))
    return redirect(url_for("deposit.show", **here))
