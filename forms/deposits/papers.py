"""The papers of a deposit list: every letter in one PDF for the printer, and the list for the carrier."""

from collections.abc import Iterator
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO

from flask import Blueprint, Response, flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms.access import moment, open_to
from forms.deposits.lines import lines_of
from forms.deposits.page import READERS, find, items_of
from letters.post import bundle, deposit_list
from letters.store import store
from workflow.models import DepositItem

bp = Blueprint("deposit_papers", __name__, url_prefix="/post/lijsten")

PDF = "application/pdf"
AT_A_TIME = 64 * 1024
"""Bytes of a print copy that are sent at once."""


@bp.get("/<reference>/drukexemplaar.pdf")
@open_to(*READERS)
def print_copy(reference: str) -> ResponseReturnValue:
    """Hand over one PDF with every letter as it was signed, in the order of the list."""
    when = moment()
    items = [item for item in items_of(find(reference, when), when) if not item.letter.cancelled]
    if not items:
        flash(_("Op deze lijst staat geen brief om af te drukken."), "warn")
        return redirect(url_for("deposit.show", reference=reference))
    out = TemporaryFile()  # noqa: SIM115 - on the disk, so that the memory holds one letter at a time
    title = _("Drukexemplaar %(reference)s", reference=reference)
    bundle.join(_signed(items), out, title, double_sided="dubbelzijdig" in request.args)
    answer = Response(_handed_out(out), mimetype=PDF)
    answer.content_length = out.tell()
    answer.headers.set("Content-Disposition", "attachment", filename=f"{reference}-drukexemplaar.pdf")
    return answer


def _handed_out(out: IO[bytes]) -> Iterator[bytes]:
    """Give a file away piece by piece, and close it after the last."""
    with out:
        out.seek(0)
        yield from iter(lambda: out.read(AT_A_TIME), b"")


def _signed(items: list[DepositItem]) -> Iterator[tuple[str, bytes]]:
    """Take the letters out of the store one by one, each with its number on the list."""
    for number, item in enumerate(items, 1):
        letter = item.letter
        name = letter.addressee.partition("\n")[0]
        yield f"{number}. {letter.reference} {name}", store.get(letter.current_pdf_sha256)


@bp.get("/<reference>/afgiftelijst.pdf")
@open_to(*READERS)
def carrier_list(reference: str) -> ResponseReturnValue:
    """Hand over the list on paper."""
    when = moment()
    deposit = find(reference, when)
    lines = [line.on_paper for line in lines_of(items_of(deposit, when))]
    pdf = deposit_list.write(deposit, lines, when.now)
    return send_file(BytesIO(pdf.data), PDF, as_attachment=True, download_name=f"{reference}-afgiftelijst.pdf")
