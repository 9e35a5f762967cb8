"""The papers of every sample, each written once."""

from datetime import datetime
from functools import cache

from letters.making import Paper, write
from letters.samples.register import ADDRESSEES, FIRST, NOBODY, SAMPLES, SIGNERS, Sample, common
from workflow.moment import BRUSSELS, Actor, Moment
from workflow.roles import Role

__all__ = ["ADDRESSEES", "FIRST", "NOBODY", "SAMPLES", "SIGNERS", "Sample", "common", "paper"]

NOW = datetime(2026, 4, 28, 14, 30, tzinfo=BRUSSELS)  # a Tuesday
WHEN = Moment(NOW, Actor("Noor Lindewater", frozenset({Role.SOCIAL_WORKER})))


@cache
def paper(name: str) -> Paper:
    """Write a sample, once."""
    sample = SAMPLES[name]
    return write(sample.letter, sample.text, sample.facts, WHEN)
