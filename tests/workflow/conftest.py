"""Fixtures of this floor: the same examples on every run, and a written file for the tests of the database."""

import shutil
from pathlib import Path

import factories
import journey
import pytest
from hypothesis import settings

from workflow.models import Case, db

settings.register_profile("office", deadline=None, derandomize=True)
settings.load_profile("office")


@pytest.fixture
def written(app, clock):
    """The id of a file that stands in appeal, with all that belongs to it in the database; written once."""
    folder = Path(app.instance_path)
    if not (folder / "in_beroep.sqlite").exists():
        journey.File(factories.staff(), clock).to("in_beroep")
        db.session.remove()
        db.engine.dispose()  # the last connection that closes writes everything into the one file
        shutil.copy(folder / "handreiking.sqlite", folder / "in_beroep.sqlite")
    else:
        db.session.remove()
        db.engine.dispose()
        shutil.copy(folder / "in_beroep.sqlite", folder / "handreiking.sqlite")
    return db.session.query(Case).one().id
