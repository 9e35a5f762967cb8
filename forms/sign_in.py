"""Signing in and out, and choosing for which organisation one works."""

import re

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user, login_user, logout_user
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField

from forms import clock, passwords
from forms.access import PUBLIC, STAFF, User, moment, open_to
from forms.fields import Line, Required
from workflow.models import Person, db
from workflow.models.database import new_id

bp = Blueprint("sign_in", __name__)


class SignInForm(FlaskForm):
    """Who are you?"""

    login = Line(_l("Gebruikersnaam"), [Required("Vul je gebruikersnaam in.")], longest=100)
    password = PasswordField(_l("Wachtwoord"), [Required("Vul je wachtwoord in.")])
    following = HiddenField()


_INSIDE = re.compile(r"/(?![/\\])[^\\\x00-\x1f\x7f]*")
"""A path of this site: one slash, and nothing a browser would drop or take for a slash."""


def _inside(address: str | None) -> str:
    """Return an address of this office; any other is replaced by the work list."""
    return address if address and _INSIDE.fullmatch(address) else url_for("worklist.show")


@bp.route("/aanmelden", methods=["GET", "POST"])
@open_to(PUBLIC)
def sign_in() -> ResponseReturnValue:
    """Sign in with name and password; the session starts anew."""
    if current_user.is_authenticated:
        return redirect(url_for("worklist.show"))
    form = SignInForm(data={"following": request.args.get("next", "")})
    if form.validate_on_submit():
        person = db.session.query(Person).filter_by(login=(form.login.data or "").lower()).first()
        right = passwords.check(person, form.password.data, clock.now())
        db.session.commit()
        if right and person:
            session.clear()
            login_user(User(person))
            session.permanent = True
            return redirect(_inside(form.following.data))
        form.form_errors = [
            _("De gebruikersnaam of het wachtwoord is niet juist. Na vijf fouten wacht je vijf minuten.")
        ]
    return render_template("sign_in.html", form=form), 422 if form.errors else 200


@bp.post("/afmelden")
@open_to(PUBLIC)
def sign_out() -> ResponseReturnValue:
    """Sign out, here and wherever else this person was signed in: a copied cookie is worth nothing any more."""
    if current_user.is_authenticated:
        current_user.person.session_stamp = new_id()
        db.session.commit()
    logout_user()
    session.clear()
    return redirect(url_for("sign_in.sign_in"))


@bp.post("/organisatie")
@open_to(*STAFF)
def choose_organisation() -> ResponseReturnValue:
    """Work for another organisation in which one holds a role."""
    chosen = request.form.get("organisation", "")
    if chosen not in [grant.organisation_id for grant in current_user.person.grants_on(moment().today)]:
        abort(404)
    session["organisation"] = chosen
    flash(_("Je werkt nu voor een andere organisatie."))
    return redirect(url_for("worklist.show"))
