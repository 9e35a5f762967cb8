"""The Word templates of the letters: take one home, bring it back, go back to an earlier version."""

from io import BytesIO
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.exceptions import RequestEntityTooLarge
from wtforms import BooleanField, HiddenField
from wtforms.validators import ValidationError

from forms.access import moment, open_to
from forms.fields import Required, Words
from forms.texts import translated
from letters import template_versions as versions
from letters.doctor import ward
from letters.doctor.package import LARGEST
from letters.doctor.report import Report
from letters.letter import Letter
from letters.register import LETTERS
from workflow.models import db
from workflow.moment import Moment
from workflow.roles import Role

bp = Blueprint("templates", __name__, url_prefix="/sjablonen")

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ROOM = 8 * 2**20
"""Bytes of a request: a template that is a little too big still gets its own sentence, and the remark stays."""

TEXTS = {text.replace("/", "-"): (letter, text) for letter in LETTERS.values() for text in letter.texts}
"""Every text of every letter, by its name in an address."""


class TemplateForm(FlaskForm):
    """A template that comes back from Word."""

    template = FileField(_l("Aangepast sjabloon (.docx)"), description=_l("Hoogstens 5 MB, zonder macro's."))
    remark = Words(_l("Wat is er veranderd, en waarom?"), [Required("Schrijf wat er veranderd is, en waarom.")])
    anyway = BooleanField(_l("Neem het sjabloon ook aan als er opmerkingen zijn"))
    seen = HiddenField()
    content = b""

    def validate_template(self, field: FileField) -> None:
        """Read the file; none, or one that is too big, is refused here."""
        if not field.data:
            raise ValidationError(_("Kies het Word-bestand dat je wilt opladen."))
        self.content = field.data.read(LARGEST + 1)
        if len(self.content) > LARGEST:
            raise ValidationError(_("Het bestand is groter dan %(most)s MB.", most=LARGEST // 2**20))

    def refuse(self, *reasons: str) -> None:
        """Show reasons above the form; the browser does not keep the file, the rest stays."""
        self.form_errors = [*reasons, _("Er is niets bewaard. Je opmerking staat er nog; kies het bestand opnieuw.")]


@bp.url_value_preprocessor
def _room_for_a_template(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    request.max_content_length = ROOM


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    text = _("Het bestand is groter dan %(most)s MB.", most=LARGEST // 2**20)
    return render_template("error.html", status=413, title=_("Te groot"), text=text, typed=()), 413


def named(name: str) -> tuple[Letter, str]:
    """Return the letter and the text an address means, or say that it does not exist."""
    return TEXTS.get(name) or abort(404)


@bp.get("")
@open_to(Role.ADMINISTRATOR)
def index() -> ResponseReturnValue:
    """List every text with the version it is in."""
    chosen = versions.newest_choices(db.session())
    return render_template("templates/index.html", texts=TEXTS, chosen=chosen)


@bp.route("/<name>", methods=["GET", "POST"])
@open_to(Role.ADMINISTRATOR)
def show(name: str) -> ResponseReturnValue:
    """Show a text with its versions; take a new one."""
    when, (_letter, text) = moment(), named(name)
    form = TemplateForm()
    if form.validate_on_submit():
        return _examined(name, text, form, when)
    return _page(name, form), 422 if form.errors else 200


def _page(name: str, form: TemplateForm, report: Report | None = None) -> str:
    letter, text = named(name)
    known = versions.history(db.session(), text)
    if not form.is_submitted() or not form.seen.data:
        form.seen.data = str(known[0].number if known else versions.HOUSE)
    return render_template(
        "templates/show.html",
        name=name,
        letter=letter,
        text=text,
        form=form,
        report=report,
        known=known,
        choices=versions.choices(db.session(), text),
        current=versions.in_use(db.session(), text)[0],
    )


def _examined(name: str, text: str, form: TemplateForm, when: Moment) -> ResponseReturnValue:
    db.session.rollback()  # nobody waits for the write lock while the doctor is busy
    report = ward.consult(form.content, text)
    if report.refusals or (report.warnings and not form.anyway.data):
        form.refuse(_verdict(report))
        return _page(name, form, report), 422
    try:
        seen = form.seen.data if (form.seen.data or "").isdecimal() else versions.HOUSE
        version = versions.accept(db.session(), text, form.content, form.remark.data or "", when, int(seen or 0))
    except versions.VersionTaken as taken:
        db.session.rollback()
        form.seen.data = None
        form.refuse(translated(taken.reason))
        return _page(name, form), 409
    number = version.number
    db.session.commit()
    flash(_("Versie %(number)s is bewaard en in gebruik voor elke nieuwe brief.", number=number))
    return redirect(url_for("templates.version", name=name, number=number))


def _verdict(report: Report) -> str:
    if report.refusals:
        return str(
            ngettext(
                "Het sjabloon is niet aangenomen: er is %(num)s fout.",
                "Het sjabloon is niet aangenomen: er zijn %(num)s fouten.",
                len(report.refusals),
            )
        )
    return str(
        _("Het sjabloon kan aangenomen worden, maar er zijn opmerkingen. Kijk na, of vink aan dat het zo goed is.")
    )


@bp.get("/<name>/<int:number>")
@open_to(Role.ADMINISTRATOR)
def version(name: str, number: int) -> ResponseReturnValue:
    """Show one version: who made it, and what it changed in the former one."""
    letter, text = named(name)
    found = next((each for each in versions.history(db.session(), text) if each.number == number), None) or abort(404)
    return render_template(
        "templates/version.html",
        name=name,
        letter=letter,
        text=text,
        version=found,
        changes=versions.changes_in(db.session(), found),
        current=versions.in_use(db.session(), text)[0],
    )


@bp.get("/<name>/<int:number>.docx")
@open_to(Role.ADMINISTRATOR)
def download(name: str, number: int) -> ResponseReturnValue:
    """Hand over the Word template of one version; 0 is the house's own."""
    _letter, text = named(name)
    template = versions.template_of(db.session(), text, number) or abort(404)
    return send_file(BytesIO(template), WORD, as_attachment=True, download_name=f"{name}-versie-{number}.docx")


@bp.post("/<name>/<int:number>/kies")
@open_to(Role.ADMINISTRATOR)
def choose(name: str, number: int) -> ResponseReturnValue:
    """Go back to an earlier version, or to the house's own."""
    when, (_letter, text) = moment(), named(name)
    if versions.template_of(db.session(), text, number) is None:
        abort(404)
    if versions.in_use(db.session(), text)[0] != number:
        versions.choose(db.session(), text, number, when)
        db.session.commit()
    flash(_("Vanaf nu wordt elke nieuwe brief gemaakt met versie %(number)s.", number=number))
    return redirect(url_for("templates.show", name=name))
