"""The making of a reading bundle, in the background: the reader watches its row go on, and may come back later.

One bundle at a time is made in a process, so that thirteen readers together take the memory of one.
"""

import hashlib
import time
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from flask import Flask, current_app
from sqlalchemy import update

from forms import clock
from forms.committee import bundle_shelf
from letters.reading.book import make
from letters.reading.plan import Plan
from workflow.models import Bundle, db
from workflow.models.bundle import FAILED, MAKING, READY
from workflow.models.database import for_writing

_ONE_AT_A_TIME = Lock()

_APART = 0.4
"""Seconds between two times the row is written: more often only keeps others from writing."""


class _Replaced(Exception):
    """The reader asked for a new bundle, or the session is over: this one need not be made any more."""


def start(bundle_id: str, plan: Plan) -> None:
    """Begin to make a bundle of which the row stands there; returns at once."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    Thread(target=_run, args=(app, bundle_id, plan), name=f"bundle-{bundle_id}", daemon=True).start()


def _run(app: Flask, bundle_id: str, plan: Plan) -> None:
    with _ONE_AT_A_TIME, app.app_context():
        draft = bundle_shelf.draft_of(bundle_id)
        try:
            with draft.open("xb") as out:
                make(plan, out, _Progress(bundle_id, plan.total))
            _finish(bundle_id, plan, draft)
        except _Replaced:
            app.logger.info("Bundle %s is no longer asked for", bundle_id)
        except Exception:
            app.logger.exception("Bundle %s failed", bundle_id)
            db.session.rollback()
            _write(bundle_id, state=FAILED)
        finally:
            draft.unlink(missing_ok=True)


class _Progress:
    """Writes how far a bundle is, now and then."""

    def __init__(self, bundle_id: str, total: int) -> None:
        self.bundle_id, self.total, self.written = bundle_id, total, 0.0
        self(0)

    def __call__(self, done: int) -> None:
        """Note that so many things are done; raises when the bundle is no longer asked for."""
        now = time.monotonic()
        if now - self.written < _APART and done < self.total:
            return
        self.written = now
        if not _write(self.bundle_id, done=done):
            raise _Replaced


def _write(bundle_id: str, **values: Any) -> bool:
    """Write the row of a bundle that is being made; says whether it still is."""
    asked = update(Bundle).where(Bundle.id == bundle_id, Bundle.state == MAKING)
    with for_writing():
        found: Any = db.session.execute(asked.values(moved_at=clock.now(), **values))
        db.session.commit()
    return bool(found.rowcount)


def _finish(bundle_id: str, plan: Plan, draft: Path) -> None:
    """Name the file by its content, and say that it is there."""
    with draft.open("rb") as made:
        sha256 = hashlib.file_digest(made, "sha256").hexdigest()
    path = draft.replace(bundle_shelf.folder() / sha256)
    if not _write(bundle_id, state=READY, sha256=sha256, done=plan.total):
        path.unlink(missing_ok=True)
        raise _Replaced
