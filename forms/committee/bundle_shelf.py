"""Where the reading bundles lie: a folder of their own in the instance folder, emptied when a session is over.

They are throwaways and never enter the store of documents. A file is named by its SHA-256, which nobody outside can
know, and is only handed out by the page of its reader.
"""

import time
from pathlib import Path

from flask import current_app
from sqlalchemy import select

from workflow.models import BcsdSession, Bundle, db
from workflow.models.database import for_writing
from workflow.procedures.session import READING

_LEFT_ALONE = 3600
"""Seconds: a file without a row that is younger may be one in the making."""


def folder() -> Path:
    """Return the folder; it is made when it does not exist."""
    place = Path(current_app.instance_path) / "bundels"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def draft_of(bundle_id: str) -> Path:
    """Return where a bundle is written while it is made."""
    return folder() / f"bezig-{bundle_id}"


def file_of(bundle: Bundle) -> Path | None:
    """Return the file of a bundle, when it is there."""
    path = folder() / bundle.sha256 if bundle.sha256 else None
    return path if path and path.is_file() else None


def drop(bundle: Bundle) -> None:
    """Throw a bundle away, with its file."""
    if path := file_of(bundle):
        path.unlink(missing_ok=True)
    db.session.delete(bundle)


def clear_out() -> None:
    """Throw away the bundles of sessions that are over, and files that belong to no bundle; twice does nothing more."""
    with for_writing():
        over = select(Bundle).join(Bundle.session).where(BcsdSession.state.not_in(READING))
        for bundle in db.session.scalars(over):
            drop(bundle)
        db.session.commit()
    kept = set(db.session.scalars(select(Bundle.sha256)))
    db.session.rollback()
    for path in folder().iterdir():
        if path.name not in kept and time.time() - path.stat().st_mtime > _LEFT_ALONE:
            path.unlink(missing_ok=True)
