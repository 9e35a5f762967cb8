"""The walk of every kind of file, by kind."""

from tests.walks import sanction, warm_handoff

WALKS = {"sanction": sanction.File, "warm_handoff": warm_handoff.HandOver}
