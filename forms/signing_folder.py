"""The signing folder: every letter that waits for this person's signature; one or several signed at once."""

from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_login import current_user
from flask_wtf import FlaskForm
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload
from wtforms import BooleanField, PasswordField

from forms import passwords
from forms.access import moment, open_to, visible_letters
from forms.actions import Conflict, perform
from forms.fields import Required
from forms.texts import translated
from workflow.models import Case, Letter, Signature, db
from workflow.moment import Moment
from workflow.roles import SIGNATORIES
from workflow.rows import StepRefused

bp = Blueprint("signing_folder", __name__, url_prefix="/tekenmap")

MOST = 50
"""How many letters the folder shows: more are not read in one evening."""


class FolderForm(FlaskForm):
    """One password for the letters that were ticked; the ticks themselves stand beside the letters."""

    read = BooleanField(
        _l("Ik heb elke aangevinkte brief gelezen"), [Required("Vink aan dat je de brieven gelezen hebt.")]
    )
    password = PasswordField(_l("Bevestig met je wachtwoord"), [Required("Vul je wachtwoord in.")])


def _waiting(when: Moment) -> Select[Letter]:
    """Select the letters whose next signature is this person's."""
    mine = select(Signature.letter_id).where(Signature.person_id == when.actor.person_id, Signature.signed_at.is_(None))
    return visible_letters(when).where(Letter.state == "ter_ondertekening", Letter.id.in_(mine))


def _letters(when: Moment) -> list[Letter]:
    query = _waiting(when).options(joinedload(Letter.case).joinedload(Case.client)).order_by(Letter.id)
    found = db.session.scalars(query).unique()
    due = [
        letter for letter in found if letter.next_signature and letter.next_signature.person_id == when.actor.person_id
    ]
    return due[:MOST]


def _page(form: FolderForm, when: Moment, ticked: list[str], status: int) -> tuple[str, int]:
    page = render_template(
        "signing_folder.html", form=form, letters=_letters(when), ticked=ticked, ticket=uuid4().hex, when=when
    )
    return page, status


@bp.get("")
@open_to(*SIGNATORIES)
def show() -> ResponseReturnValue:
    """Show the letters that wait for this person's signature."""
    return _page(FolderForm(), moment(), [], 200)


@bp.post("")
@open_to(*SIGNATORIES)
def sign() -> ResponseReturnValue:
    """Sign the letters that were ticked, each by itself: what is refused stays, with its reason."""
    when, form = moment(), FolderForm()
    ticked = request.form.getlist("brief")[:MOST]
    complete = form.validate_on_submit()
    form.form_errors = [] if ticked else [_("Vink minstens één brief aan.")]
    if not complete or not ticked:
        return _page(form, when, ticked, 422)
    right = passwords.check(current_user.person, form.password.data, when.now)
    db.session.commit()
    if not right:
        form.password.errors = [_("Dit wachtwoord is niet juist. Er is niets ondertekend.")]
        return _page(form, when, ticked, 422)
    signed, refused = _sign_each(ticked, when)
    if signed:
        flash(ngettext("%(num)s brief ondertekend.", "%(num)s brieven ondertekend.", signed))
    for reason in refused:
        flash(reason, "warn")
    return redirect(url_for("signing_folder.show"))


def _sign_each(references: list[str], when: Moment) -> tuple[int, list[str]]:
    """Sign letter after letter; return how many were signed, and why the others were not."""
    signed, refused = 0, []
    for reference in references:
        letter = db.session.scalars(_waiting(when).where(Letter.reference == reference)).unique().one_or_none()
        reason = _("ligt niet meer in je tekenmap.") if letter is None else _sign(letter, when)
        if reason:
            refused.append(f"{reference}: {reason}")
        signed += not reason
    return signed, refused


def _sign(letter: Letter, when: Moment) -> str:
    """Sign one letter; return why it could not be, or nothing."""
    ticket = request.form.get("ticket", "")[:40]
    seen = request.form.get(f"versie-{letter.reference}", "")
    version = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else 0
    try:
        perform(letter, "onderteken", when.actor, when.now, seen=version, ticket=f"{ticket}:{letter.id}")
    except StepRefused as refusal:
        return " ".join(translated(reason) for reason in refusal.reasons)
    except Conflict:
        return str(_("is intussen gewijzigd. Lees hem opnieuw."))
    return ""
