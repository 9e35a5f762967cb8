"""The ward: an examination in a process of its own that can run away without taking anything with it."""

import io
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

from letters.doctor import examination, ward
from letters.doctor.examination import examine
from letters.doctor.report import Report
from tests.letters.doctored import TEXT, members, packed, para

GOOD = packed(members())
BAD = para("{{ kenmrk }} {{ ''.__class__ }}")
STOPPED = [ward.STOPPED]


def refusals(report):
    return [str(reason) for reason in report.refusals]


@pytest.mark.parametrize("template", [GOOD, BAD], ids=["good", "bad"])
def test_the_ward_says_what_the_doctor_says(template):
    assert ward.consult(template, TEXT) == examine(template, TEXT)


def test_a_template_that_takes_too_long_is_stopped():
    slow = para(
        "".join(f"{{% if maximum > {i} %}}{'{% if equivalent %}'}x{'{% endif %}'}{{% endif %}}" for i in range(4000))
    )
    assert refusals(ward.consult(slow, TEXT, replace(ward.LIMITS, processor=2))) == STOPPED


def test_the_process_reads_a_template_and_writes_a_report(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["-c", TEXT])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(BAD)))
    examination.main()
    assert Report.read(capsys.readouterr().out) == examine(BAD, TEXT)
