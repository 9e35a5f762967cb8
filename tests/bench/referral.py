"""What a whole referral costs: from its opening to its end, through perform(), with its letters."""

from datetime import date, datetime, timedelta
from random import Random

from meter import cpu_ms
from pysqlite3 import dbapi2
from sqlalchemy import select

from forms.demo import referral as chapters
from forms.demo import referral_course as course
from forms.demo.story import Story
from workflow.models import Client, Person, db
from workflow.models.database import writing
from workflow.moment import BRUSSELS
from workflow.roles import Role

AGO = timedelta(days=300)
STEPS = 40
FLOOR = f"kale sqlite: {STEPS} keer lezen, schrijven en vastleggen"


def figures(app):
    """Measure a voluntary referral that is accepted, runs, and ends with an attest; the figure is a journey."""
    with app.app_context():
        writing.set(True)
        yield cpu_ms("een hele doorverwijzing, met brieven", _journey(), _floor(), FLOOR, aim=2000, rounds=8, warm=1)


def _journey():
    today = datetime.now(BRUSSELS).date()
    query = select(Client.id).where(Client.social_worker_id.is_not(None), Client.counsellor_id.is_not(None))
    ids = iter(db.session.scalars(query.limit(40)).all())
    db.session.remove()

    def ours():
        client_id = next(ids)

        def work():
            _walk(db.session.get(Client, client_id), today)
            db.session.remove()

        return work

    return ours


def _walk(client: Client, today: date):
    assert isinstance(client.social_worker, Person)
    story = Story(client, today - AGO, today, Random(client.id))
    chapters.opened(story, imposed=False)
    for chapter in (*chapters.GUIDED, course.followed, course.finished):
        chapter(story)
    if story.case.state == "b1_opvolging":
        story.take("noteer_b1", story.actor(Role.COUNSELLOR), b1_outcome="behaald", b1_on=story.day)
    assert story.case.state == "afgerond"


def _floor():
    """The same number of times a row read, two written and three added by hand, with the same durability."""
    connection = dbapi2.connect(db.engine.url.database + ".vloer", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE IF NOT EXISTS file (id INTEGER PRIMARY KEY, facts TEXT)")
    connection.execute("CREATE TABLE IF NOT EXISTS log (id INTEGER PRIMARY KEY, entry TEXT)")
    connection.execute("INSERT OR IGNORE INTO file VALUES (1, ?), (2, ?)", ("x" * 2000, "x" * 2000))

    def work():
        for _step in range(STEPS):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("SELECT * FROM file").fetchall()
            for row in (1, 2):
                connection.execute("UPDATE file SET facts = ? WHERE id = ?", ("y" * 2000, row))
            for _entry in range(3):
                connection.execute("INSERT INTO log (entry) VALUES (?)", ("z" * 500,))
            connection.execute("COMMIT")

    return lambda: work
