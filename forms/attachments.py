"""The pieces of a file: listed on its page and on that of a letter, and handed over as a download."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from io import BytesIO

from flask import Blueprint, send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms.access import STAFF, moment, one_or_404, open_to, visible_attachments
from forms.committee.viewing import note_reading
from letters.intake.names import download_name
from letters.store import store
from workflow.models import Attachment, Case, Letter, db
from workflow.moment import Moment
from workflow.wording import N_

bp = Blueprint("attachments", __name__)

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
    "png": "image/png",
}
"""What a browser is told each kind is."""

KINDS = {"pdf": N_("PDF"), "docx": N_("Word"), "jpg": N_("foto"), "png": N_("beeld")}
"""What people call each kind."""

SHUT = "default-src 'none'; sandbox"
"""The content policy of a piece: should a browser show it after all, nothing in it runs."""


@bp.get("/dossiers/<reference>/stukken/<piece_id>")
@open_to(*STAFF)
def download(reference: str, piece_id: str) -> ResponseReturnValue:
    """Hand over a piece, never to be shown by the browser itself."""
    when = moment()
    query = visible_attachments(when).where(Case.reference == reference, Attachment.id == piece_id)
    piece: Attachment = one_or_404(query)
    note_reading(piece.case_id, f"{reference}, {piece.title}", when)
    name = download_name(piece.name, piece.kind)
    content = BytesIO(store.get(piece.sha256))
    answer = send_file(content, TYPES[piece.kind], as_attachment=True, download_name=name)
    answer.headers["Content-Security-Policy"] = SHUT
    return answer


@bp.app_template_global()
def pieces_of(case: Case) -> Sequence[Attachment]:
    """Return the pieces of a file this reader may see, the newest first."""
    query = visible_attachments(moment()).where(Attachment.case_id == case.id)
    return db.session.scalars(query.order_by(Attachment.id.desc())).unique().all()


def numbered_pieces(files: Iterable[str | None], when: Moment) -> dict[str, list[Attachment]]:
    """Return the pieces this reader may see of every file, by its id, in the order of their numbers."""
    pieces: dict[str, list[Attachment]] = defaultdict(list)
    query = visible_attachments(when).where(Attachment.case_id.in_(files)).order_by(Attachment.id)
    for piece in db.session.scalars(query).unique():
        pieces[piece.case_id].append(piece)
    return pieces


@bp.app_template_global()
def proofs_of(letter: Letter) -> Sequence[Attachment]:
    """Return the proofs that a letter was posted, as far as this reader may see them."""
    query = visible_attachments(moment()).where(Attachment.letter_id == letter.id)
    return db.session.scalars(query.order_by(Attachment.id)).unique().all()


@bp.app_template_filter()
def kind_of_piece(kind: str) -> str:
    """Name the kind of a piece."""
    return KINDS[kind]


@bp.app_template_filter()
def weight(size: int) -> str:
    """Write a size the way people read it: 340 kB, 1,2 MB."""
    if size < 10**6:
        return str(_("%(size)s kB", size=max(round(size / 1000), 1)))
    return str(_("%(size)s MB", size=f"{size / 10**6:.1f}".replace(".", ",")))
