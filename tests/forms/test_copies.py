"""Numbered copies and many signatories: every copy has its number and all signatures; each signatory signs once."""

from dataclasses import replace

import pytest

from letters.register import LETTERS
from letters.signatures.validation import inspect
from letters.store import store
from tests.letters import pdf_text, word_text
from workflow.roles import Role
from workflow.rows import StepRefused

FOUR = (Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL, Role.TEAM_LEAD, Role.DIRECTORATE)


@pytest.fixture
def file(file_at):
    """A file whose decision is to be made, on Tuesday 28 April."""
    return file_at("geagendeerd")


def _numbers(letter):
    """Return what every copy says of its number, in Word and in PDF."""
    said = []
    for paper in letter.papers:
        word = [line for line in word_text.paragraphs(store.get(paper.docx_sha256)) if line.startswith("Exemplaar")]
        pdf = [line for line in pdf_text.paragraphs(store.get(paper.pdf_sha256)) if line.startswith("Exemplaar")]
        assert word == pdf
        said += word
    return said


def test_four_people_sign_three_copies_each_once(file, monkeypatch):
    monkeypatch.setitem(LETTERS, "beslissing", replace(LETTERS["beslissing"], signed_by=FOUR, copies=3))
    file.beslist()
    letter = file.letter("beslissing")
    assert letter.number_of_copies == 3
    file.post("beslissing", "leg_voor", "secretaris", number_of_copies=3)
    assert _numbers(letter) == ["Exemplaar 1/3", "Exemplaar 2/3", "Exemplaar 3/3"]
    for count, login in enumerate(("voorzitter", "directeur", "hoofd", "directie"), 1):
        file.post("beslissing", "onderteken", login)
        assert sum(signature.signed_at is not None for signature in letter.signatures) == count
        with pytest.raises(StepRefused):
            file.post("beslissing", "onderteken", login)
    assert letter.state == "ondertekend"
    for paper in letter.papers:
        findings = inspect(store.get(paper.signed_sha256), file.now)
        assert [(finding.valid, finding.name) for finding in findings] == [(True, s.name) for s in letter.signatures]


def test_a_letter_that_goes_back_is_written_in_the_number_of_copies_that_is_asked_then(file):
    file.beslist()
    letter = file.letter("beslissing")
    for copies, said in (
        (3, ["Exemplaar 1/3", "Exemplaar 2/3", "Exemplaar 3/3"]),
        (2, ["Exemplaar 1/2", "Exemplaar 2/2"]),
    ):
        file.post("beslissing", "leg_voor", "secretaris", number_of_copies=copies)
        file.post("beslissing", "onderteken", "voorzitter")
        assert _numbers(letter) == said
        file.post("beslissing", "stuur_terug", "directeur", remark="Eén partij minder.")
        assert [paper.signed_sha256 for paper in letter.papers] == [None] * copies
    file.post("beslissing", "leg_voor", "secretaris", number_of_copies=1)
    assert _numbers(letter) == [] and letter.further_copies == []
