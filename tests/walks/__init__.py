"""The walk of every kind of file, by kind."""

import journey

WALKS = {"sanction": journey.File}
