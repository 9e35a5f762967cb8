"""The ward: an examination in a process of its own that can run away without taking anything with it."""

import io
import logging
import os
import runpy
import sys
from types import SimpleNamespace

import pytest

from letters.doctor import ward
from letters.doctor.examination import examine
from letters.doctor.report import Report
from tests.letters.doctored import TEXT, members, packed, para

GOOD = packed(members())
BAD = para("{{ kenmrk }} {{ ''.__class__ }}")
STOPPED = [ward.STOPPED]


def refusals(report):
    return [str(reason) for reason in report.refusals]


def children():
    """The processes this one started and has not seen the end of."""
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return file.read().split()


@pytest.mark.parametrize("template", [GOOD, BAD], ids=["good", "bad"])
def test_the_ward_says_what_the_doctor_says(template):
    assert ward.consult(template, TEXT) == examine(template, TEXT)


READ = "import sys, time\nsys.stdin.buffer.read()\n"
RUNAWAYS = {
    "processor": ("while time.process_time() < 4: pass", ward.Limits(processor=1)),
    "clock": ("time.sleep(8)", ward.Limits(clock=1)),
    "memory": ("x = bytearray(2 ** 29)", ward.Limits(memory=2**28)),
    "disk": ("f = open('proef', 'w'); f.write('x'); f.close()", ward.LIMITS),
    "crash": ("import os; os.abort()", ward.LIMITS),
}
"""What each does before it would say that nothing is wrong."""


@pytest.mark.parametrize("name", RUNAWAYS)
def test_an_examination_that_runs_away_is_stopped_and_said(monkeypatch, caplog, tmp_path, name):
    program, limits = RUNAWAYS[name]
    monkeypatch.setattr(ward, "COMMAND", (sys.executable, "-c", f"{READ}{program}\nprint('[]')"))
    monkeypatch.setattr(ward, "HOUSE", tmp_path)
    before = children()
    with caplog.at_level(logging.WARNING):
        assert refusals(ward.consult(GOOD, TEXT, limits)) == STOPPED
    assert "an examination ended with" in caplog.text
    assert children() == before


def test_a_template_that_takes_too_long_is_stopped():
    slow = para(
        "".join(f"{{% if maximum > {i} %}}{'{% if equivalent %}'}x{'{% endif %}'}{{% endif %}}" for i in range(4000))
    )
    assert refusals(ward.consult(slow, TEXT, ward.Limits(processor=2))) == STOPPED


def test_a_process_that_is_gone_before_it_is_limited_is_an_answer_too(monkeypatch):
    def gone(_process, _limits):
        raise ProcessLookupError

    monkeypatch.setattr(ward, "_limit", gone)
    assert refusals(ward.consult(GOOD, TEXT)) == STOPPED


def test_the_process_knows_no_secret_of_the_office(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://geheim")
    program = "import os, json; print(json.dumps([[True, 'x', {k: v for k, v in os.environ.items() if 'URL' in k}]]))"
    monkeypatch.setattr(ward, "COMMAND", (sys.executable, "-c", program))
    (problem,) = ward.consult(GOOD, TEXT).problems
    assert problem.sentence.values == {}


def test_the_process_reads_a_template_and_writes_a_report(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["letters.doctor", TEXT])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(BAD)))
    runpy.run_module("letters.doctor", run_name="__main__")
    assert Report.read(capsys.readouterr().out) == examine(BAD, TEXT)
