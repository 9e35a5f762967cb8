"""The public page where anybody can check a letter: does it exist, and is this PDF the one that was sent."""

import hashlib
from typing import NamedTuple

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField

from forms import clock
from forms.access import PUBLIC, open_to
from forms.fields import Line, Required
from letters.making import CODE_LETTERS
from letters.store import store
from workflow.models import Letter, db

bp = Blueprint("verification", __name__)


class CheckForm(FlaskForm):
    """The code that stands on the letter, and the PDF if one has it."""

    code = Line(_l("Code op de brief"), [Required("Vul de code in die onderaan de brief staat.")], longest=40)
    pdf = FileField(_l("PDF van de brief (mag leeg blijven)"))


class Comparison(NamedTuple):
    """A PDF beside the one we keep: the same, the same with something added, or another file."""

    given: bool = False
    same: bool = False
    added: bool = False


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
    """Check a letter by its code or its QR code, and by its PDF; nothing personal is shown."""
    form = CheckForm(data={"code": request.args.get("code", "")})
    scanned = request.method == "GET" and bool(form.code.data)
    if not form.validate_on_submit() and not scanned:
        return render_template("verification.html", form=form, asked=False), 422 if form.errors else 200
    letter = _found(form.code.data or "")
    content = form.pdf.data.read() if form.pdf.data else None
    findings, why, unreadable = _inspected(content)
    return render_template(
        "verification.html",
        form=form,
        asked=True,
        letter=letter,
        compared=_compared(letter, content),
        findings=findings,
        unreadable=unreadable,
        why=why,
    )


def _compared(letter: Letter | None, content: bytes | None) -> Comparison:
    """Lay a PDF beside every numbered copy of the letter that was sent."""
    if letter is None or content is None:
        return Comparison(given=content is not None)
    sha256 = hashlib.sha256(content).hexdigest()
    kept = [paper.signed_sha256 for paper in letter.papers if paper.signed_sha256]
    added = any(content.startswith(store.get(each)) for each in kept)
    return Comparison(True, sha256 in kept, added and sha256 not in kept)


def _inspected(content: bytes | None) -> tuple[list[object], dict[str, str], str]:
    """Look at the signatures in a PDF: what each turns out to be, the words for why not, and whether it can be read."""
    if content is None:
        return [], {}, ""
    from letters.signatures import validation  # loading pyHanko takes a second: only when somebody checks

    try:
        return list(validation.inspect(content, clock.now())), validation.WHY, ""
    except ValueError:
        return [], {}, _("Dit bestand is geen PDF die gelezen kan worden.")
