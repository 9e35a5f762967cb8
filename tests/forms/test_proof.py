"""The proof print at the counter: a command that needs no filled office, and a download for the administrator."""

import io
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from letters.samples.register import SAMPLES
from tests.forms.template_pages import kept
from tests.letters.doctored import TEXT, para
from tests.letters.word_text import paragraphs
from workflow.models import db

NAMES = {f"{name}.{kind}" for name in SAMPLES for kind in ("docx", "pdf")}
OWN_WORDS = "Bel ons gerust."


def _typed(app, *words):
    db.session.commit()
    result = app.test_cli_runner().invoke(args=words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.exit_code, result.output


@pytest.mark.parametrize("tables", ["blank", "none"])
def test_the_command_makes_every_letter_without_a_filled_office(app, tmp_path, tables):
    if tables == "none":
        db.session.execute(sql("DROP TABLE template_choice"))
    code, said = _typed(app, "proof", "--out", str(tmp_path / "proef"))
    assert (code, said) == (0, f"{len(SAMPLES)} brieven gemaakt in {tmp_path}/proef: elk als .docx en als .pdf.\n")
    assert {path.name for path in Path(tmp_path / "proef").iterdir()} == NAMES


def test_the_command_writes_the_older_kind_of_pdf(app, tmp_path):
    _typed(app, "proof", "--pdfa1", "--out", str(tmp_path))
    assert b"<pdfaid:part>1" in (tmp_path / "aanmaning.pdf").read_bytes()


def test_the_command_says_where_to_when_nobody_did(app):
    code, said = _typed(app, "proof")
    assert code == 2 and "--out" in said


def test_the_templates_in_use_are_proved(app, staff, enter, tmp_path):
    kept(staff, para(OWN_WORDS))
    _typed(app, "proof", "--out", str(tmp_path))
    assert OWN_WORDS in paragraphs((tmp_path / "aanmaning.docx").read_bytes())
    answer = enter("beheer").get(f"/proefdruk/{TEXT}.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        assert OWN_WORDS in paragraphs(package.read("aanmaning.docx"))


def test_the_administrator_downloads_everything_or_one_text(staff, enter):
    browser = enter("beheer")
    answer = browser.get("/proefdruk/alles.zip")
    assert (answer.status_code, answer.mimetype) == (200, "application/zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        assert set(package.namelist()) == NAMES
    answer = browser.get("/proefdruk/beslissing-geen_sanctie_leefloon.zip")
    assert answer.headers["Content-Disposition"].endswith("proefdruk-beslissing-geen_sanctie_leefloon.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as package:
        assert len(package.namelist()) == 2
    assert browser.get("/proefdruk/bestaat_niet.zip").status_code == 404
