"""What every kind of file allows at any moment: a note, another handler, a piece that is added or taken out."""

from typing import Any

from workflow.moment import Moment
from workflow.rows import asked
from workflow.wording import N_


@asked(N_("Schrijf de nota."))
def note_written(case: Any, when: Moment) -> bool:
    """The note says something."""
    return bool(case.remark)


@asked(N_("Kies de collega die het dossier overneemt."))
def assigned_to_somebody(case: Any, when: Moment) -> bool:
    """The file gets a handler."""
    return case.handler_id is not None


@asked(N_("Kies de trajectbegeleider die het dossier overneemt."))
def counsellor_assigned(case: Any, when: Moment) -> bool:
    """The file gets a counsellor."""
    return case.counsellor_id is not None


@asked(N_("Kies een bestand."))
def piece_given(case: Any, when: Moment) -> bool:
    """There is a piece to add."""
    return case.new_piece is not None


def keep_piece(case: Any, when: Moment) -> None:
    """Write on the new piece who added it, and when."""
    piece, who = case.new_piece, when.actor
    piece.organisation_id, piece.added_by_id, piece.added_at = who.organisation_id, who.person_id, when.now


@asked(
    N_("Kies een stuk dat nog in het dossier zit. Wat een ander toevoegde, haalt enkel wie het dossier bezit eruit.")
)
def piece_chosen(case: Any, when: Moment) -> bool:
    """There is a piece to take out: one's own, or any for the organisation that owns the file."""
    piece, who = case.leaving_piece, when.actor
    return piece is not None and (case.owner_id == who.organisation_id or piece.added_by_id == who.person_id)


@asked(N_("Schrijf waarom het stuk eruit moet."))
def removal_explained(case: Any, when: Moment) -> bool:
    """Taking a piece out has its reason."""
    return bool(case.remark)


def take_piece_out(case: Any, when: Moment) -> None:
    """Write when the piece was taken out: from now on nobody is offered it."""
    case.leaving_piece.removed_at = when.now
