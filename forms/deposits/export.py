"""The list for the carrier as a file: checked before it leaves, and mended on a page of its own."""

from io import BytesIO

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms.access import moment, open_to
from forms.deposits.lines import COLUMNS, LONGEST, CarrierLine, lines_of
from forms.deposits.page import HANDLERS, READERS, find, items_of
from forms.deposits.spreadsheet import as_csv, as_xlsx
from forms.fields import cleaned
from forms.texts import translated
from letters.post.postal_address import PostalAddress, split
from workflow.models import DepositItem, db

bp = Blueprint("deposit_export", __name__, url_prefix="/post/lijsten")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MENDABLE = PostalAddress._fields
"""The fields that can be written shorter; reference and barcode say what they say."""


@bp.get("/<reference>/uitvoer")
@open_to(*READERS)
def check(reference: str) -> ResponseReturnValue:
    """Show which fields the carrier would reject, with room to write them shorter."""
    when = moment()
    deposit = find(reference, when)
    return _page(reference, lines_of(items_of(deposit, when)), bool(when.actor.roles & set(HANDLERS)))


def _page(reference: str, lines: list[CarrierLine], handles: bool, refused: bool = False) -> str:
    mended = [line for line in lines if line.item.shortened and not line.flaws]
    return render_template(
        "deposit/export.html",
        reference=reference,
        flawed=[line for line in lines if line.flaws],
        mended=mended,
        count=len(lines),
        columns=COLUMNS,
        mendable=MENDABLE,
        longest=LONGEST,
        handles=handles,
        refused=refused,
    )


@bp.post("/<reference>/uitvoer")
@open_to(*HANDLERS)
def shorten(reference: str) -> ResponseReturnValue:
    """Keep the words for the carrier; the letter itself stays as it is."""
    when = moment()
    items = [item for item in items_of(find(reference, when), when) if not item.letter.cancelled]
    for item in items:
        item.shortened = _given(item)
    lines = lines_of(items)
    if any(line.flaws for line in lines):
        page = _page(reference, lines, handles=True, refused=True)
        db.session.commit()  # what is short enough already need not be typed again
        return page, 422
    db.session.commit()
    flash(_("Alle velden passen. De brieven zelf zijn niet veranderd."))
    return redirect(url_for("deposit_export.check", reference=reference))


def _given(item: DepositItem) -> dict[str, str]:
    """Return what was written for a letter where it differs from what the letter says."""
    said, kept = split(item.letter.addressee)._asdict(), dict(item.shortened)
    for name in MENDABLE:
        typed = request.form.get(f"{name}-{item.letter.reference}")
        if typed is not None:
            kept[name] = " ".join(cleaned(typed[:500])[0].split())
    return {name: text for name, text in kept.items() if text != said[name]}


@bp.get("/<reference>.<any(csv, xlsx):kind>")
@open_to(*READERS)
def fetch(reference: str, kind: str) -> ResponseReturnValue:
    """Hand over the list as CSV or xlsx; a list with a field the carrier rejects is refused."""
    when = moment()
    lines = lines_of(items_of(find(reference, when), when))
    handles = bool(when.actor.roles & set(HANDLERS))
    if any(line.flaws for line in lines):
        return _page(reference, lines, handles, refused=True), 422
    head, rows = [translated(title) for title in COLUMNS.values()], [list(line.fields.values()) for line in lines]
    content = as_csv(head, rows) if kind == "csv" else as_xlsx(reference, head, rows)
    mime = "text/csv" if kind == "csv" else XLSX
    return send_file(BytesIO(content), mime, as_attachment=True, download_name=f"{reference}.{kind}")
