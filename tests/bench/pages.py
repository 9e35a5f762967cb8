"""What a page costs on the server, in an office with ten thousand files."""

from flask import Flask
from meter import Figure, cpu_ms
from sqlalchemy import func, select

from forms.demo.office import PASSWORD
from workflow.models import Baton, Case, Letter, db

ROUNDS = 40


def figures(app):
    """Measure the pages the office has open all day."""
    with app.app_context():
        files = db.session.scalar(select(func.count()).select_from(Case))
        busy = db.session.scalars(select(Letter.case_id).group_by(Letter.case_id).order_by(func.count().desc())).first()
        reference = db.session.get(Case, busy).reference
        waiting = db.session.scalar(select(func.count()).select_from(Baton))
    browser = app.test_client()
    assert browser.post("/aanmelden", data={"login": "mw", "password": PASSWORD}).status_code == 302
    print(f"{files} dossiers, {waiting} beurten op de werklijst")
    for name, path in (("werklijst", "/"), ("dossier", f"/dossiers/{reference}"), ("cliënten", "/clienten")):
        page = browser.get(path)
        assert page.status_code == 200, (path, page.status_code)
        floor = same_bytes(page.data)
        yield cpu_ms(
            f"pagina {name}",
            lambda path=path: lambda: browser.get(path).data,
            floor,
            "Flask die dezelfde bytes kant-en-klaar geeft",
            15,
            ROUNDS,
        )
        size = len(page.data) / 1000
        yield Figure(f"pagina {name}, grootte", "kB", size, size, 0, "", 60)


def same_bytes(content):
    """Return a bare Flask that gives these bytes, ready made."""
    bare = Flask("vloer")
    bare.add_url_rule("/", view_func=lambda: content, endpoint="page")
    browser = bare.test_client()
    return lambda: lambda: browser.get("/").data
