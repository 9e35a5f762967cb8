"""The proof print: every letter with sample facts, as a command and as a download."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile

import click
from flask import Blueprint, Flask, Response
from flask.typing import ResponseReturnValue
from sqlalchemy import inspect

from forms import clock
from forms.access import open_to
from forms.templates import named
from letters import compose
from letters.proof import Proof, proofs
from letters.template_versions import in_use
from workflow.models import TemplateChoice, db
from workflow.roles import Role

bp = Blueprint("proof", __name__, url_prefix="/proefdruk")

PIECE = 2**16
"""Bytes: how much of a download is in memory at once."""


def init_app(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(print_all)


def _chosen(text: str) -> bytes:
    return in_use(db.session(), text)[1]


@click.command("proof")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="De map voor de brieven.")
@click.option("--pdfa1", is_flag=True, help="PDF/A-1b, de oudere soort die elke keuring kent.")
def print_all(out: Path, pdfa1: bool) -> None:
    """Maak elke brief met voorbeeldgegevens, als Word en als PDF, met de sjablonen die in gebruik zijn."""
    out.mkdir(parents=True, exist_ok=True)
    filled = inspect(db.engine).has_table(TemplateChoice.__tablename__)
    made = 0
    for proof in proofs(clock.now(), _chosen if filled else compose.template, part="1" if pdfa1 else "2"):
        for name, content in proof.files:
            (out / name).write_bytes(content)
        made += 1
    click.echo(f"{made} brieven gemaakt in {out}: elk als .docx en als .pdf.")


@bp.get("/alles.zip")
@open_to(Role.ADMINISTRATOR)
def everything() -> ResponseReturnValue:
    """Hand over every sample of every letter."""
    return _packed(proofs(clock.now(), _chosen), "proefdruk.zip")


@bp.get("/<name>.zip")
@open_to(Role.ADMINISTRATOR)
def one(name: str) -> ResponseReturnValue:
    """Hand over every sample of one text."""
    _letter, text = named(name)
    return _packed(proofs(clock.now(), _chosen, text), f"proefdruk-{name}.zip")


def _packed(made: Iterable[Proof], name: str) -> ResponseReturnValue:
    chunks = _chunks(made)
    next(chunks)  # everything is packed: what goes wrong goes wrong here, and not halfway the download
    return Response(chunks, mimetype="application/zip", headers={"Content-Disposition": f"attachment; filename={name}"})


def _chunks(made: Iterable[Proof]) -> Iterator[bytes]:
    """Pack proofs one by one in a file on the disk, and yield it in pieces; then it is gone."""
    with TemporaryFile() as packed:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for proof in made:
                for file, content in proof.files:
                    package.writestr(file, content)
        packed.seek(0)
        yield b""
        while piece := packed.read(PIECE):
            yield piece
