"""The command line of the office:  flask --app forms.app demo | verify | clock."""

import logging
import os
import sys
from pathlib import Path
from random import Random

import click
from flask import Flask, current_app

from forms import clock, verify
from workflow.models import Case, Organisation, db
from workflow.models.database import for_writing
from workflow.moment import civil_date
from workflow.roles import TITLES

MIGRATIONS = Path(__file__).parent.parent / "workflow" / "migrations"


def init_app(app: Flask) -> None:
    """Add the commands."""
    if os.environ.get("FLASK_RUN_FROM_CLI") == "true":
        use_migrations(app)
    app.cli.add_command(demo)
    app.cli.add_command(verify.verify)
    app.cli.add_command(run_clock)
    app.cli.add_command(setup)


def use_migrations(app: Flask) -> None:
    """Show Flask-Migrate our migrations; a server, which never migrates, does without loading Alembic."""
    from flask_migrate import Migrate

    Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=False)


def _is_empty() -> bool:
    empty = db.session.query(Organisation).first() is None
    db.session.rollback()
    return empty


@click.command("setup")
def setup() -> None:
    """Zet de databank klaar, vul ze als ze leeg is, en zeg waar en hoe je binnenkomt."""
    from flask_migrate import upgrade

    from forms.demo.names import STAFF
    from forms.demo.office import PASSWORD

    logging.getLogger("alembic").setLevel(logging.WARNING)
    use_migrations(current_app)
    upgrade()
    if _is_empty():
        click.echo("Het demonstratiekantoor wordt ingericht; dat duurt een paar minuten.")
        _furnish(seed=2026)
    click.echo(f"\nHandreiking staat open op {current_app.config['PUBLIC_URL']}")
    click.echo(f"Meld je aan met een van deze namen en het wachtwoord {PASSWORD}\n")
    shown = set()
    for organisation, people in STAFF.items():
        for login, role, first_name, last_name in people:
            if (organisation, role) not in shown:
                shown.add((organisation, role))
                click.echo(f"  {login:14} {TITLES[role]}, {organisation} ({first_name} {last_name})")
    click.echo("\nStop met Ctrl+C. Wat je bewaart, blijft bewaard.\n")


@click.command("demo")
@click.option("--seed", default=2026, help="Ander getal, andere mensen.")
def demo(seed: int) -> None:
    """Vul een lege databank met een demonstratiekantoor; een gevulde wordt geweigerd."""
    if not _is_empty():
        click.echo("De databank is niet leeg: het demonstratiekantoor wordt niet aangelegd.", err=True)
        sys.exit(1)
    _furnish(seed)


def _furnish(seed: int) -> None:
    from forms.demo import office, people, stories  # only these commands need the demonstration

    today, random = civil_date(clock.now()), Random(seed)
    with for_writing():
        office.furnish(today)
        clients = people.register(today, random)
        stories.write_all(clients, today, random, click.echo)
        files = db.session.query(Case).count()
    click.echo(f"Demonstratiekantoor klaar: {len(clients)} cliënten, {files} dossiers.")


@click.command("clock")
def run_clock() -> None:
    """Zet de stappen die door de tijd mogelijk werden; twee keer lopen doet niets extra."""
    failed: dict[str, Exception] = {}
    try:
        moved = clock.run(clock.now())
    except clock.FilesFailed as stopped:
        moved, failed = stopped.moved, stopped.failed
    click.echo(f"Bewogen: {', '.join(moved) if moved else 'niets'}.")
    for reference, error in failed.items():
        click.echo(f"{reference}: mislukt ({error!r}). Het dossier bleef zoals het was.", err=True)
    sys.exit(1 if failed else 0)
