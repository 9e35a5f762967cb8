"""Versions of a template: one is in use, a new one gets the next number, an earlier one comes back with one step."""

import hashlib
from datetime import date

import factories
import pytest
from sqlalchemy import event

from letters import compose
from letters import template_versions as versions
from letters.store import DocumentDamaged, store
from tests.letters.doctored import TEXT, para, replaced
from tests.letters.word_text import paragraphs
from tests.walks import sanction as journey
from workflow.models import TemplateVersion, db
from workflow.moment import Moment

FIRST, SECOND = para("Bel ons gerust."), para("Kom gerust langs.")


@pytest.fixture
def when(staff):
    return Moment(factories.at(date(2026, 3, 2)), factories.acts(staff["beheer"]))  # a Monday


def accept(docx, when, seen, remark="Vriendelijker", text=TEXT):
    version = versions.accept(db.session(), text, docx, remark, when, seen)
    db.session.commit()
    return version


def choose(number, when):
    versions.choose(db.session(), TEXT, number, when)
    db.session.commit()


def in_use(text=TEXT):
    return versions.in_use(db.session(), text)


def test_without_a_choice_the_house_writes_with_its_own_template(app):
    assert in_use() == (versions.HOUSE, compose.template(TEXT))


def test_an_accepted_template_is_in_use_at_once_and_only_for_its_own_text(when):
    version = accept(FIRST, when, 0)
    assert (version.number, version.remark, version.made_at) == (1, "Vriendelijker", when.now)
    assert version.sha256 == hashlib.sha256(FIRST).hexdigest()
    assert version.made_by.login == "beheer"
    assert in_use() == (1, FIRST)
    assert in_use("intrekking")[0] == versions.HOUSE


def test_one_step_goes_back_to_an_earlier_version_and_to_the_house(when):
    accept(FIRST, when, 0)
    accept(SECOND, when, 1)
    assert in_use() == (2, SECOND)
    choose(1, when)
    assert in_use() == (1, FIRST)
    choose(0, when)
    assert in_use() == (0, compose.template(TEXT))
    assert [choice.number for choice in versions.choices(db.session(), TEXT)] == [0, 1, 2, 1]
    assert versions.newest_choices(db.session())[TEXT].number == 0
    assert [version.number for version in versions.history(db.session(), TEXT)] == [2, 1]


def test_every_version_can_be_taken_home_and_no_other(when):
    accept(FIRST, when, 0)
    found = [versions.template_of(db.session(), TEXT, number) for number in (0, 1, 2)]
    assert found == [compose.template(TEXT), FIRST, None]


def test_whoever_did_not_see_the_newest_version_is_told_who_was_first(when):
    accept(FIRST, when, 0)
    with pytest.raises(versions.VersionTaken, match="Intussen bewaarde Beheer Beheer versie 1"):
        accept(SECOND, when, 0)
    assert in_use() == (1, FIRST)


def test_of_two_at_the_same_instant_the_database_lets_one_in(when, monkeypatch):
    accept(FIRST, when, 0)
    newest, seen = versions._newest, []
    monkeypatch.setattr(versions, "_newest", lambda *asked: newest(*asked) if seen else seen.append(1))
    with pytest.raises(versions.VersionTaken, match="versie 1"):
        accept(SECOND, when, 0)
    assert db.session.query(TemplateVersion).count() == 1


def test_a_row_the_database_refuses_for_another_reason_is_no_race(when):
    nobody = Moment(when.now, factories.Actor("Niemand", frozenset()))
    with pytest.raises(Exception, match="NOT NULL"):
        accept(FIRST, nobody, 0)
    db.session.rollback()


def test_a_damaged_template_makes_no_letter(when):
    version = accept(FIRST, when, 0)
    store._path(version.sha256).unlink()
    with pytest.raises(DocumentDamaged):
        in_use()


def test_finding_the_template_of_a_letter_is_one_question_to_the_database(when):
    accept(FIRST, when, 0)
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    in_use()
    assert len([question for question in asked if question.startswith("SELECT")]) == 1


def test_a_letter_remembers_with_which_version_it_was_made(staff, clock, when):
    accept(FIRST, when, 0)
    file = journey.File(staff, clock).to("gemeld")
    file.take("maan_aan", "mw", date(2026, 3, 2), **journey.WARNING)  # a Monday
    letter = file.letter("aanmaning")
    assert letter.template_version == 1
    assert "Bel ons gerust." in paragraphs(store.get(letter.docx_sha256))


class TestDifferences:
    """What a version changed in the words of the former one."""

    def test_a_changed_paragraph_goes_and_comes_with_its_neighbours(self):
        new = replaced(("Wat moet u doen?", "Wat verwachten we van u?"))
        changes = versions.differences(compose.template(TEXT), new)
        kinds = [change.kind for change in changes]
        assert kinds == ["gelijk", "weg", "erbij", "gelijk"]
        assert [change.words for change in changes[1:3]] == ["Wat moet u doen?", "Wat verwachten we van u?"]

    def test_the_header_counts_too(self):
        changes = versions.differences(compose.template(TEXT), para("Nieuw", part="word/header1.xml"))
        assert [change.words for change in changes if change.kind != "gelijk"] == ["Nieuw"]

    def test_another_look_changes_no_words(self):
        assert versions.differences(compose.template(TEXT), replaced(("<w:b/>", "<w:i/>"))) == []

    def test_a_version_is_laid_beside_the_one_before_it(self, when):
        accept(FIRST, when, 0)
        second = accept(SECOND, when, 1)
        changed = [change for change in versions.changes_in(db.session(), second) if change.kind != "gelijk"]
        assert [(change.kind, change.words) for change in changed] == [
            ("weg", "Bel ons gerust."),
            ("erbij", "Kom gerust langs."),
        ]
