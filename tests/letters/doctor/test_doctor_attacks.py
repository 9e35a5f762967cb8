"""Every attack on a template is refused in words, and nothing of it is done."""

import signal
import warnings
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from letters.doctor.examination import examine
from tests.letters.doctored import TEXT, members, packed, para
from tests.letters.template_attacks import ELSEWHERE, IN_BRACES, PACKAGES, SYSTEM, TAGS

OTHERS = ELSEWHERE | PACKAGES
GOOD = packed(members())
LONGEST = 20
"""Seconds: no examination takes longer, whatever it is given."""


@contextmanager
def in_time():
    """Fail when something hangs."""
    signal.signal(signal.SIGALRM, lambda *_: pytest.fail("the doctor hangs"))
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)


@pytest.mark.parametrize("name", TAGS)
def test_words_that_try_more_than_to_print_a_fact_are_refused(tmp_path, name):
    trace = tmp_path / "spoor"
    words = TAGS[name].replace("%(system)s", SYSTEM).replace("%s", str(trace))
    with in_time():
        report = examine(para(words), TEXT)
    assert not trace.exists()
    expected = ("mag niet in een sjabloon.", "niet te lezen.", "het onbekende veld 'config'.")
    assert any(str(reason).endswith(expected) for reason in report.refusals), report.problems


@pytest.mark.parametrize("name", OTHERS)
def test_an_attack_elsewhere_is_refused_by_its_name(tmp_path, name):
    made, expected = OTHERS[name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of what we do on purpose
        docx = made()
    with in_time():
        report = examine(docx, TEXT)
    assert any(expected in str(reason) for reason in report.refusals), report.problems


def test_the_attack_would_work_outside_the_sandbox(tmp_path):
    trace = tmp_path / "spoor"
    Environment().from_string(IN_BRACES.replace("%s", str(trace))).render()
    assert trace.exists()


def test_a_template_nobody_changed_is_not_refused():
    assert examine(GOOD, TEXT).problems == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD) - 1))
def test_a_truncated_file_is_refused(length):
    with in_time():
        assert examine(GOOD[:length], TEXT).refusals


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 7)), min_size=1, max_size=4))
def test_flipped_bits_never_break_the_doctor(flips):
    damaged = bytearray(GOOD)
    for place, bit in flips:
        damaged[place] ^= 1 << bit
    with in_time():
        report = examine(bytes(damaged), TEXT)
    assert all(str(reason) for reason in report.refusals)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_flipped_bits_inside_a_part_never_break_the_doctor(data):
    parts = dict(members())
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=3)):
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    with in_time():
        examine(packed(parts | {name: bytes(content)}), TEXT)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text("{}%#'\"ab.[]()|~_ -<", min_size=2, max_size=30))
def test_strange_words_never_break_the_doctor(words):
    with in_time():
        examine(para(words), TEXT)
