"""The walk of every kind of file, by kind."""

from tests.walks import sanction

WALKS = {"sanction": sanction.File}
