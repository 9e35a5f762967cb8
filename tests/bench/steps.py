"""What one step without a letter costs: load the file, guards, term, log, commit on disk."""

from datetime import datetime

from meter import cpu_ms
from pysqlite3 import dbapi2
from sqlalchemy import func, select

from forms.actions import perform
from forms.demo.story import acts
from workflow.models import BcsdSession, Letter, Person, Sanction, db
from workflow.models.database import writing
from workflow.moment import BRUSSELS


def figures(app):
    """Measure the rows `agendeer` (starts a term, an agenda item) and `voer_uit` (stops a term)."""
    with app.app_context():
        writing.set(True)
        now = datetime.now(BRUSSELS)
        yield _agendeer(now)
        yield _voer_uit(now)


def _ids(state, *also):
    ids = db.session.scalars(select(Sanction.id).where(Sanction.state == state, *also).order_by(func.random())).all()
    db.session.remove()
    return iter(ids)


def _actor(login):
    actor = acts(db.session.query(Person).filter_by(login=login).one())
    db.session.remove()
    return actor


def _step(ids, action, who, now, fields):
    def ours():
        case_id = next(ids)

        def work():
            case = db.session.get(Sanction, case_id)
            perform(case, action, who, now, fields=fields(), seen=case.version, ticket=f"{action}-{case_id}")
            db.session.remove()

        return work

    return ours


def _agendeer(now):
    signed = select(Letter.case_id).where(Letter.name == "sociaal_verslag", Letter.signed_sha256.is_not(None))
    ids = _ids("geadviseerd", Sanction.id.in_(signed), Sanction.agenda_item_id.is_(None))
    session_id = db.session.scalars(
        select(BcsdSession.id)
        .where(BcsdSession.state == "gepland", BcsdSession.held_on > now.date())
        .order_by(BcsdSession.held_on.desc())
    ).first()

    def fields():
        return {"agenda": {"session": db.session.get(BcsdSession, session_id)}}

    job = _step(ids, "agendeer", _actor("hoofd"), now, fields)
    return cpu_ms("stap zonder brief: op de agenda", job, _floor(), FLOOR, aim=3)


def _voer_uit(now):
    def fields():
        return {"executed_on": now.date(), "execution_note": "Verwerkt in de uitbetaling."}

    job = _step(_ids("kennisgegeven"), "voer_uit", _actor("mw"), now, fields)
    return cpu_ms("stap zonder brief: uitvoering genoteerd", job, _floor(), FLOOR, aim=3)


FLOOR = "kale sqlite: lees, 2 x schrijf, 3 x voeg toe, commit"


def _floor():
    """The same number of rows read and written by hand on the same disk, with the same durability."""
    path = db.engine.url.database + ".vloer"
    connection = dbapi2.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE IF NOT EXISTS file (id INTEGER PRIMARY KEY, facts TEXT)")
    connection.execute("CREATE TABLE IF NOT EXISTS log (id INTEGER PRIMARY KEY, entry TEXT)")
    connection.execute("INSERT OR IGNORE INTO file VALUES (1, ?), (2, ?)", ("x" * 2000, "x" * 2000))

    def work():
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("SELECT * FROM file").fetchall()
        for row in (1, 2):
            connection.execute("UPDATE file SET facts = ? WHERE id = ?", ("y" * 2000, row))
        for _ in range(3):
            connection.execute("INSERT INTO log (entry) VALUES (?)", ("z" * 500,))
        connection.execute("COMMIT")

    return lambda: work
