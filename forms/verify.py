"""The command that proves the office:  flask --app forms.app verify."""

import json
import sys
from collections.abc import Iterator

import click
from sqlalchemy import select

from letters import sealing
from letters.store import DocumentDamaged, store
from workflow import chain
from workflow.models import Attachment, Case, Client, Letter, LogEntry, TemplateVersion, db
from workflow.models.case import Chained


@click.command("verify")
def verify() -> None:
    """Reken elke keten van het logboek na, en elk document dat erin staat."""
    broken = 0
    for check in (_chains, _letters, _pieces, _templates):
        for problem in check():
            click.echo(problem, err=True)
            broken += 1
    click.echo(f"{broken} fouten gevonden." if broken else "Het logboek klopt.")
    sys.exit(1 if broken else 0)


def _chains() -> Iterator[str]:
    """Recompute the log of every file and client."""
    rows: list[Chained] = [*db.session.scalars(select(Case).order_by(Case.id)).unique()]
    rows += db.session.scalars(select(Client).order_by(Client.id))
    for row in rows:
        entries = select(LogEntry).where(LogEntry.chain_id == row.id).order_by(LogEntry.number)
        yield from chain.breaks(row, db.session.scalars(entries))


def _letters() -> Iterator[str]:
    """Check that every letter has its papers, and is still what the log says of it."""
    for letter in db.session.scalars(select(Letter)).unique():
        papers = [letter.template_sha256, *(each.sha256 for each in letter.signatures)]
        for copy in letter.papers:
            papers += [copy.docx_sha256, copy.pdf_sha256, copy.signed_sha256]
        for problem in _damaged(filter(None, dict.fromkeys(papers))):
            yield f"{letter.reference}: {problem}"
        newest = select(LogEntry.papers).where(LogEntry.subject_id == letter.id).order_by(LogEntry.number.desc())
        sealed = db.session.scalars(newest.limit(1)).first()
        yield from map(str, sealing.breaks(letter, json.loads(sealed or "[]")[0]))


def _damaged(papers: Iterator[str]) -> Iterator[DocumentDamaged]:
    for sha256 in papers:
        try:
            store.get(sha256)
        except DocumentDamaged as damaged:
            yield damaged


def _pieces() -> Iterator[str]:
    """Check that every piece, taken out or not, is still the one the log tells of."""
    for piece in db.session.scalars(select(Attachment).order_by(Attachment.id)):
        named = f"{piece.case.reference}, {piece.title}"
        for problem in _damaged(iter([piece.sha256])):
            yield f"{named}: {problem}"
        told = select(LogEntry.id).where(LogEntry.chain_id == piece.case_id, LogEntry.fields.contains(piece.sha256))
        if db.session.scalars(told).first() is None:
            yield f"{named}: het logboek kent dit stuk niet"


def _templates() -> Iterator[str]:
    """Check that every version of a Word template is still there."""
    for version in db.session.scalars(select(TemplateVersion).order_by(TemplateVersion.id)):
        for problem in _damaged(iter([version.sha256])):
            yield f"{version.text}, versie {version.number}: {problem}"
