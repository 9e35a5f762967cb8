"""The Flask application:  flask --app forms.app run"""

import gc
import os
from pathlib import Path
from secrets import token_hex
from typing import Any

from flask import Flask, Response, abort, request
from flask_babel import Babel
from flask_wtf import CSRFProtect

from forms import access, clock, counters, upload
from letters.signatures.certificates import certificates
from letters.signatures.levels import sealing
from letters.store import store
from workflow.models import db
from workflow.models.database import prepare_sqlite, writing
from workflow.models.sealing import vault

ROOT = Path(__file__).parent.parent

THINGS = 20_000
"""How many small things are made before waste is looked for: a page makes about as many, and they die with it."""

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def create_app(config: dict[str, Any] | None = None, instance: Path | None = None) -> Flask:
    """Build the app; settings come from `config.py` in the instance folder, then from `config`."""
    folder = instance or Path(os.environ.get("HANDREIKING_INSTANCE", ROOT / "instance"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)  # nobody else on the machine reads what lies in it
    app = Flask(__name__, instance_path=str(folder.resolve()), template_folder="../templates")
    secret = _secret(folder)
    app.config.from_mapping(
        SECRET_KEY=secret,
        SQLALCHEMY_DATABASE_URI=os.environ.get("DATABASE_URL", f"sqlite:///{folder.resolve()}/handreiking.sqlite"),
        PUBLIC_URL=os.environ.get("PUBLIC_URL", "http://127.0.0.1:8000"),
        SIGNATURE_LEVEL="B-B",
        TIMESTAMP_URL="",
        CLOCK=clock.system_clock,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=10 * 3600,
        BABEL_DEFAULT_LOCALE="nl",
        BABEL_DEFAULT_TIMEZONE="Europe/Brussels",
        MAX_CONTENT_LENGTH=4 * 2**20,
        MAX_FORM_MEMORY_SIZE=2 * 2**20,
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.config.from_pyfile(str(folder.resolve() / "config.py"), silent=True)
    app.config.from_mapping(config or {})
    app.config["SESSION_COOKIE_SECURE"] = app.config["PUBLIC_URL"].startswith("https:")
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    _open_rooms(app, folder, secret)
    _extend(app)
    counters.open_all(app)
    _look_for_waste_less_often()
    return app


def _look_for_waste_less_often() -> None:
    """Spare every page a twentieth of its time; a process that chose more itself keeps its choice."""
    if gc.get_threshold()[0] < THINGS:
        gc.set_threshold(THINGS, 20, 20)


def _secret(folder: Path) -> str:
    """Read the secret of this office; it is made once and never leaves the folder."""
    path = folder / "secret"
    if not path.exists():
        draft = path.with_suffix(".nieuw")
        draft.touch(mode=0o600)
        draft.write_text(token_hex(32))
        draft.replace(path)
    return path.read_text().strip()


def _open_rooms(app: Flask, folder: Path, secret: str) -> None:
    vault.open_with(secret.encode())
    store.open_folder(folder / "documents")
    certificates.open_folder(folder / "certificates", secret.encode())
    sealing.choose(app.config["SIGNATURE_LEVEL"], app.config["TIMESTAMP_URL"])


def _extend(app: Flask) -> None:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    if url.startswith("sqlite"):
        from pysqlite3 import dbapi2  # a newer SQLite than the machine's own

        app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", {"module": dbapi2})
    else:
        app.config["SQLALCHEMY_DATABASE_URI"] = url.replace("postgresql://", "postgresql+psycopg://", 1)
    db.init_app(app)
    if url.startswith("sqlite"):
        with app.app_context():
            prepare_sqlite(db.engine)
    Babel(app)
    app.before_request(upload.make_room)  # before anything reads the form
    CSRFProtect(app)
    access.login_manager.init_app(app)
    app.before_request(_readable_address)
    app.before_request(_ready_to_write)
    app.after_request(_headers)


def _readable_address() -> None:
    """Refuse an address with a NUL in it: no reference or name has one, and PostgreSQL cannot even look for it."""
    words = (request.path, *(word for pair in request.args.items(multi=True) for word in pair))
    if any("\0" in word for word in words):
        abort(400)


def _ready_to_write() -> None:
    """A request that changes something takes the write lock before it reads."""
    writing.set(request.method == "POST")


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
