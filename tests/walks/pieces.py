"""A piece in a file, as its social worker adds it."""

from forms.actions import perform
from letters.store import store
from tests.letters import pieces


def add_piece(file, case, title, shared=True):
    """Add a sound PDF; return it as the file keeps it."""
    content = pieces.SOUND["pdf"]()
    said = {"name": "stuk.pdf", "kind": "pdf", "size": len(content), "sha256": store.put(content), "shared": shared}
    perform(case, "voeg_stuk_toe", file.actor("mw"), file.now, fields={"new_piece": {"title": title} | said})
    return max(case.attachments, key=lambda each: each.id)
