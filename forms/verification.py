"""The public page where anybody can check a letter: does it exist, who signed it, did a byte change."""

import hashlib

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField

from forms.access import PUBLIC, open_to
from forms.fields import Line, Required
from letters.making import CODE_LETTERS
from workflow.models import Letter, db

bp = Blueprint("verification", __name__)


class CheckForm(FlaskForm):
    """The code that stands on the letter, and the PDF if one has it."""

    code = Line(_l("Code op de brief"), [Required("Vul de code in die onderaan de brief staat.")], longest=40)
    pdf = FileField(_l("PDF van de brief (mag leeg blijven)"))


def _found(code: str) -> Letter | None:
    """Find a letter that was signed and not cancelled since."""
    letters = "".join(letter for letter in code.upper() if letter in CODE_LETTERS)
    wanted = "-".join((letters[:4], letters[4:8], letters[8:]))
    letter = db.session.query(Letter).filter_by(code=wanted).first()
    if letter is None or letter.cancelled or letter.next_signature is not None:
        return None
    return letter if letter.signed_sha256 else None


@bp.route("/controle", methods=["GET", "POST"])
@open_to(PUBLIC)
def check() -> ResponseReturnValue:
    """Check a letter by its code, and by its PDF; nothing personal is shown."""
    form = CheckForm(data={"code": request.args.get("code", "")})
    if not form.validate_on_submit():
        return render_template("verification.html", form=form, asked=False), 422 if form.errors else 200
    letter = _found(form.code.data or "")
    content = form.pdf.data.read() if form.pdf.data else None
    findings, unreadable = _inspected(content)
    same = bool(letter and content and hashlib.sha256(content).hexdigest() == letter.signed_sha256)
    return render_template(
        "verification.html",
        form=form,
        asked=True,
        letter=letter,
        given=content is not None,
        same=same,
        findings=findings,
        unreadable=unreadable,
    )


def _inspected(content: bytes | None) -> tuple[list[object], str]:
    if content is None:
        return [], ""
    from letters.sign import inspect  # loading pyHanko takes a second: only when somebody checks

    try:
        return list(inspect(content)), ""
    except ValueError:
        return [], _("Dit bestand is geen PDF die gelezen kan worden.")
