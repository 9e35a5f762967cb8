"""The page of a letter: read it, sign it, send it, check it."""

from io import BytesIO

from flask import Blueprint, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from forms import passwords
from forms.access import STAFF, moment, one_or_404, open_to, visible_cases, visible_letters
from forms.case_page import offers, overtaken
from forms.committee.viewing import note_reading
from forms.procedures.post import WAYS
from forms.register import form_for
from forms.step_form import Outcome, StepForm
from letters import preview
from letters.store import store
from workflow.models import Case, Letter, LogEntry, db
from workflow.moment import Moment
from workflow.procedures.post import POST

bp = Blueprint("letter", __name__, url_prefix="/brieven")

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_ON_PAGE = ("leg_voor", "onderteken", "stuur_terug")
"""Steps whose form stands on the page of the letter itself."""


def _find(reference: str, when: Moment) -> Letter:
    letter: Letter = one_or_404(visible_letters(when).where(Letter.reference == reference))
    return letter


@bp.get("/<reference>")
@open_to(*STAFF)
def show(reference: str) -> ResponseReturnValue:
    """Show a letter with its signatures and its way through the post."""
    when = moment()
    letter = _find(reference, when)
    note_reading(letter.case_id, letter.reference, when)
    return _page(letter, when)


def _page(letter: Letter, when: Moment, asked: dict[str, StepForm] | None = None) -> str:
    offered = offers(POST, letter, when)
    steps = [offer.step.action for offer in offered["main"]]
    forms = {action: form_for("post", action).for_step(letter, when) for action in _ON_PAGE if action in steps}
    query = db.session.query(LogEntry).filter_by(subject_id=letter.id).order_by(LogEntry.number)
    return render_template(
        "letter/show.html",
        letter=letter,
        state=POST.state(letter.state),
        blocks=preview.blocks(store.get(letter.template_sha256), letter.facts),
        offers=offered,
        forms=forms | (asked or {}),
        on_page=_ON_PAGE,
        entries=query.all(),
        tell=POST.tell,
        ways=WAYS,
        case_visible=db.session.scalars(visible_cases(when).where(Case.id == letter.case_id)).first() is not None,
        when=when,
    )


@bp.get("/<reference>.<kind>")
@open_to(*STAFF)
def paper(reference: str, kind: str) -> ResponseReturnValue:
    """Hand over the Word or the PDF, as a download with the reference as its name."""
    when = moment()
    letter = _find(reference, when)
    number = request.args.get("exemplaar", 1, int)
    copy = next((each for each in letter.papers if each.number == number), None)
    if kind not in _TYPES or copy is None:
        abort(404)
    note_reading(letter.case_id, f"{letter.reference}.{kind}", when)
    sha256 = copy.docx_sha256 if kind == "docx" else copy.current_pdf_sha256
    draft = "" if letter.signed_sha256 and letter.state != "ter_ondertekening" else "ontwerp-"
    which = f"-{number}" if number > 1 else ""
    name = f"{draft}{letter.reference}{which}.{kind}"
    return send_file(BytesIO(store.get(sha256)), _TYPES[kind], as_attachment=True, download_name=name)


@bp.route("/<reference>/<action>", methods=["GET", "POST"])
@open_to(*STAFF)
def step(reference: str, action: str) -> ResponseReturnValue:
    """Take a step with a letter."""
    when = moment()
    letter = _find(reference, when)
    known = (row for row in POST.steps if row.action == action and when.actor.role_for(row.roles))
    row = next(known, None) or abort(404)
    form = form_for("post", action).for_step(letter, when)
    proven = _proven(action, form, when)
    outcome = form.submit(letter, row, when) if proven else Outcome(status=422)
    if outcome.entry:
        return redirect(_after(reference, when))
    letter = _find(reference, when)
    if outcome.conflict:
        form.refuse(overtaken(outcome.conflict.entries))
        form.stale(letter.version)
    if action in _ON_PAGE and letter.state in row.sources:
        return _page(letter, when, {action: form}), outcome.status
    return render_template(
        "letter/step.html", letter=letter, step=row, form=form, when=when, state=POST.state(letter.state)
    ), outcome.status


def _proven(action: str, form: StepForm, when: Moment) -> bool:
    """Ask the password again before a signature; a wrong one counts as a failed sign-in."""
    if action != "onderteken" or not form.validate_on_submit():
        return True
    right = passwords.check(current_user.person, form["password"].data, when.now)
    db.session.commit()
    if not right:
        form["password"].errors = [_("Dit wachtwoord is niet juist. De brief is niet ondertekend.")]
    return right


def _after(reference: str, when: Moment) -> str:
    """Go back to the letter, or to the work list when it is no longer ours to see."""
    still = db.session.scalars(visible_letters(when).where(Letter.reference == reference)).first()
    return url_for("letter.show", reference=reference) if still else url_for("worklist.show")
