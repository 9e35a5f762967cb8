"""Recording that a deposit list was handed to the carrier: every letter takes its own step, with its own answer."""

import re
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_wtf import FlaskForm
from wtforms import HiddenField

from forms.access import moment, open_to
from forms.actions import Conflict, perform
from forms.case_page import overtaken
from forms.deposits import page
from forms.deposits.page import HANDLERS, Desk, find, items_of
from forms.fields import DutchDate, Required, cleaned
from forms.registered_numbers import letter_with
from forms.texts import translated
from workflow.models import DepositItem, Letter, db
from workflow.moment import Moment
from workflow.rows import StepRefused
from workflow.terms import Way
from workflow.wording import N_, Sentence

bp = Blueprint("deposit_posting", __name__, url_prefix="/post/lijsten")


class PostedForm(FlaskForm):
    """The day on which the carrier took the list."""

    ticket = HiddenField(filters=[lambda typed: cleaned(typed or "")[0]])
    posted_on = DutchDate(_l("Dag van afgifte"), [Required("Geef de dag van afgifte.")])


@dataclass(frozen=True)
class _Handover:
    """What is recorded of every letter of the list."""

    way: str
    posted_on: date
    ticket: str | None


@dataclass(frozen=True)
class _Sending:
    """One letter that leaves with the list: what is recorded of it, and what the page showed."""

    letter_id: str
    reference: str
    number: str | None
    remark: str
    seen: int | None

    @classmethod
    def of(cls, item: DepositItem) -> "_Sending":
        """Read what the page brings for a letter."""
        name = item.letter.reference
        seen = request.form.get(f"seen-{name}", "")
        remark = cleaned(request.form.get(f"remark-{name}", "")[:2000])[0]
        return cls(item.letter_id, name, item.barcode, remark, int(seen) if re.fullmatch("[0-9]{1,9}", seen) else None)


@bp.post("/<reference>/afgifte")
@open_to(*HANDLERS)
def post(reference: str) -> ResponseReturnValue:
    """Record the posting of every letter of a list; what is refused is said, what succeeded stays."""
    when, form = moment(), PostedForm()
    deposit = find(reference, when)
    sendings = [_Sending.of(item) for item in items_of(deposit, when)]
    desk = Desk(remarks={each.reference: each.remark for each in sendings}, posted_on=form.posted_on._value())
    if not form.validate_on_submit():
        for error in form.posted_on.errors:
            desk.refuse(error, "posted_on")
        return page.render(deposit, when, desk), 422
    assert form.posted_on.data
    handover = _Handover(deposit.way, form.posted_on.data, form.ticket.data or None)
    done = sum(_send(sending, handover, desk, when) for sending in sendings)
    if done:
        flash(ngettext("%(num)s brief is vertrokken.", "%(num)s brieven zijn vertrokken.", done))
    if desk.summary:
        return page.render(find(reference, when), when, desk), 422
    return redirect(url_for("deposit.show", reference=reference))


def _send(sending: _Sending, handover: _Handover, desk: Desk, when: Moment) -> bool:
    """Let one letter leave; say whether it did now, and put on the desk why it could not."""
    letter = db.session.get_one(Letter, sending.letter_id)
    if letter.state != "ondertekend":
        _already(letter, handover.posted_on, desk)
        return False
    number = sending.number if handover.way == Way.REGISTERED else None
    if objection := _objection(sending, number):
        desk.refuse(objection, f"code-{sending.reference}")
        return False
    ticket = handover.ticket and f"{handover.ticket}-{sending.reference}"
    fields = {"way": handover.way, "posted_on": handover.posted_on, "registered_number": number}
    asked = {"fields": fields, "remark": sending.remark, "seen": sending.seen}
    try:
        perform(letter, "verzend", when.actor, when.now, ticket=ticket, **asked)
    except StepRefused as refused:
        _explain(sending, refused, handover.posted_on, desk)
        return False
    except Conflict as conflict:
        for sentence in overtaken(conflict.entries):
            desk.refuse(f"{sending.reference}: {translated(sentence)}")
        return False
    return True


def _already(letter: Letter, posted_on: date, desk: Desk) -> None:
    """Say that a letter left on another day; one that left on this day, or was cancelled, needs no word."""
    if letter.left_the_house and letter.posted_on != posted_on:
        text = N_("%(letter)s was al genoteerd als afgegeven op %(day)s. Die dag blijft staan.")
        desk.refuse(Sentence(text, letter=letter.reference, day=letter.posted_on))


def _objection(sending: _Sending, number: str | None) -> Sentence | None:
    """Say what keeps a letter back before its step is tried."""
    if sending.seen is None:
        text = N_("%(letter)s kwam op de lijst nadat deze pagina getoond werd. Kijk na en probeer opnieuw.")
        return Sentence(text, letter=sending.reference)
    if other := letter_with(number, sending.letter_id):
        text = N_("%(letter)s: deze code staat al bij brief %(other)s.")
        return Sentence(text, letter=sending.reference, other=other)
    return None


def _explain(sending: _Sending, refused: StepRefused, posted_on: date, desk: Desk) -> None:
    letter = db.session.get_one(Letter, sending.letter_id)
    late = letter.post_by is not None and letter.post_by < posted_on
    if late:
        desk.late.add(sending.reference)
    place = f"remark-{sending.reference}" if late else f"code-{sending.reference}"
    for reason in refused.reasons:
        desk.refuse(f"{sending.reference}: {translated(reason)}", place)
