"""What a bundle holds is read at once: an agenda of three files asks no more of the database than one of one."""

import factories
import pytest
from sqlalchemy import event

from forms.actions import perform
from forms.committee.bundle_plan import FACTS, draw_up
from forms.committee.rows import WHOLE
from letters.store import store
from tests.letters import pieces
from tests.walks import meetings, sanction
from workflow.models import BcsdSession, db
from workflow.moment import Moment


@pytest.fixture
def evening(app, staff, clock):
    """Return a function that gives a session with some files, each with two pieces."""
    number = iter(range(20, 90))

    def convened(count):
        files = []
        for _ in range(count):
            clock.set(sanction.File.BEGINS)
            client = factories.dated(factories.client(f"880217{next(number)}000", social_worker=staff["mw"]))
            file = sanction.File(staff, clock, client)
            file.summons = False
            file.to("geadviseerd")
            files.append(file)
        session = files[0].plan_session()
        for file in files:
            file.session = session
            file.to("geagendeerd")
            fields = {"draft": sanction.DRAFT}
            perform(file.case.agenda_item, "schrijf_ontwerp", file.actor("secretaris"), file.now, fields=fields)
            for title in ("Lijst", "Attest"):
                _add(file, title)
        meetings.convened(files[0], session)
        return files, session

    return convened


def _add(file, title):
    content = pieces.picture()
    said = {"name": "lijst.png", "kind": "png", "size": len(content), "sha256": store.put(content), "shared": False}
    proves = {"proves": 1} if title == "Attest" else {}
    perform(
        file.case, "voeg_stuk_toe", file.actor("mw"), file.now, fields={"new_piece": {"title": title} | said | proves}
    )


def _asked(session_id, when):
    """Draw up a bundle from a session read anew; return it with the number of questions to the database."""
    db.session.commit()
    db.session.expunge_all()
    asked = []

    def count(*_said):
        asked.append(1)

    event.listen(db.engine, "before_cursor_execute", count)
    try:
        found = db.session.get(BcsdSession, session_id, options=[*WHOLE, FACTS])
        return draw_up(found, when), len(asked)
    finally:
        event.remove(db.engine, "before_cursor_execute", count)


def test_more_files_ask_no_more_of_the_database(evening):
    (file, *_), one = evening(1)
    _files, three = evening(3)
    when, one, three = Moment(file.now, file.actor("lid")), one.id, three.id
    (small, few), (large, many) = _asked(one, when), _asked(three, when)
    assert [len(point.papers) for point in small.points] == [6]
    assert [len(point.papers) for point in large.points] == [6, 6, 6]
    assert many == few


def test_the_papers_of_a_point_are_those_of_its_own_file(evening):
    files, session = evening(2)
    own = [(file.case.reference, {letter.reference for letter in file.case.letters}) for file in files]
    told = len(files[0].case.facts)
    plan, _questions = _asked(session.id, Moment(files[0].now, files[0].actor("lid")))
    for (reference, letters), point in zip(own, plan.points, strict=True):
        assert point.texts[0].words.endswith(reference)
        assert {paper.label.rpartition(" · ")[2] for paper in point.papers[:4]} <= letters
        assert [paper.label for paper in point.papers[4:]] == ["Stuk 1: Lijst", "Stuk 2: Attest"]
        facts = [text.words for text in point.texts if text.number][:told]
        assert ["stuk 2)" in words for words in facts] == [True, *[False] * (len(facts) - 1)]
