"""What a member writes for himself at a point: sealed, and outside the log, for nobody else reads it."""

from workflow.models import AgendaItem, PrivateNote, db
from workflow.models.sealing import vault
from workflow.moment import Moment

LONGEST = 20_000
"""Characters of a private note."""


def read(item: AgendaItem, when: Moment) -> str:
    """Return what who reads wrote at a point, or nothing."""
    kept = db.session.get(PrivateNote, (item.id, when.actor.person_id))
    return vault.unseal(kept.sealed, _place(kept)) if kept else ""


def write(item: AgendaItem, text: str, when: Moment) -> None:
    """Keep what who acts writes at a point, in the place of what he wrote before."""
    kept = db.session.get(PrivateNote, (item.id, when.actor.person_id))
    if kept is None:
        kept = PrivateNote(item_id=item.id, person_id=when.actor.person_id)
        db.session.add(kept)
    kept.sealed, kept.written_at = vault.seal(text, _place(kept)), when.now
    db.session.commit()


def _place(note: PrivateNote) -> str:
    return f"private_note:{note.item_id}:{note.person_id}"
