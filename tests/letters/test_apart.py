"""A process of its own for a file from outside: it can run away without taking anything with it."""

import logging
import os
import sys
from dataclasses import replace

import pytest

from letters import apart
from letters.doctor import ward
from letters.intake import pdf as intake_pdf
from letters.signatures import scan

ROOMS = (ward, intake_pdf, scan)
"""Every room that lets a file be read apart."""

LIMITS = apart.Limits(processor=20, clock=40, memory=2**30)
READ = "import os, sys, time\nsys.stdin.buffer.read()\n"
RUNAWAYS = {
    "processor": ("while time.process_time() < 4: pass", {"processor": 1}),
    "clock": ("time.sleep(8)", {"clock": 1}),
    "memory": ("x = bytearray(2 ** 29)", {"memory": 2**28}),
    "disk": ("f = open('proef', 'w'); f.write('x'); f.close()", {}),
    "crash": ("os.abort()", {}),
}
"""What each does before it would say that nothing is wrong."""


def children():
    """The processes this one started and has not seen the end of."""
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return file.read().split()


@pytest.fixture
def reading(monkeypatch, tmp_path):
    """Return a function that reads a file apart with a program of its own."""

    def read(program, **limits):
        (tmp_path / "proef_lezer.py").write_text(f"def main():\n    exec({READ + program!r}, {{}})\n")
        monkeypatch.setattr(apart, "HOUSE", tmp_path)
        return apart.read("proef_lezer", b"een bestand", replace(LIMITS, **limits))

    return read


def test_what_the_reading_prints_comes_back(reading):
    assert reading("print('gezien', end='')") == "gezien"
    assert reading("") == ""


@pytest.mark.parametrize("name", RUNAWAYS)
def test_a_reading_that_runs_away_is_stopped_and_noted(reading, caplog, name):
    program, limits = RUNAWAYS[name]
    before = children()
    with caplog.at_level(logging.WARNING):
        assert reading(f"{program}\nprint('niets aan de hand')", **limits) is None
    assert "proef_lezer ended with" in caplog.text
    assert children() == before


def test_a_process_that_is_gone_before_it_is_limited_is_an_answer_too(reading, monkeypatch):
    def gone(_process, _limits):
        raise ProcessLookupError

    monkeypatch.setattr(apart, "_limit", gone)
    assert reading("print('gezien')") is None


def test_the_process_knows_no_secret_of_the_office(reading, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://geheim")
    assert reading("print('DATABASE_URL' in os.environ, end='')") == "False"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.ROOM)
def test_every_room_reads_within_limits_with_a_module_that_can_be_started(room):
    assert 0 < room.LIMITS.processor < room.LIMITS.clock
    assert room.LIMITS.memory <= 2**30
    assert apart.read(room.ROOM, b"", replace(room.LIMITS, memory=2**20)) is None
    assert callable(getattr(sys.modules.get(room.ROOM) or __import__(room.ROOM, fromlist=["main"]), "main", None))
