"""perform(): what one step writes, and what the office does by itself after it."""

from datetime import date, datetime, timedelta

import factories
import pytest

from forms import step
from forms.actions import perform
from forms.step import LONGEST_CHAIN
from tests.forms.dump import changes, dump
from tests.forms.pages import words_on
from tests.walks.sanction import BARCODE, HEARING, WARNING
from workflow import chain
from workflow.models import Case, LogEntry, db
from workflow.moment import BRUSSELS


def _log(file, since=0):
    query = db.session.query(LogEntry).filter_by(chain_id=file.case.id).order_by(LogEntry.number)
    return [entry for entry in query if entry.number > since]


def _moves(entries):
    return [(entry.subject_kind, entry.action, entry.source, entry.dest, entry.actor_name) for entry in entries]


def test_an_entry_says_who_in_which_role_for_whom_when_from_where_to_where_and_with_what(file_at, clock):
    file = file_at("gemeld")
    clock.set(date(2026, 3, 2), 23, 30)
    entry = perform(
        file.case, "maan_aan", file.actor("mw"), file.now, fields=WARNING, remark="Met tolk.", shared=True, ticket="t1"
    )
    letter = file.letter("aanmaning")
    said = {
        name: getattr(entry, name) for name in ("actor_name", "role", "action", "source", "dest", "remark", "ticket")
    }
    assert said == {
        "actor_name": "Mw Werker", "role": "maatschappelijk_werker", "action": "maan_aan", "source": "gemeld",
        "dest": "aanmaning", "remark": "Met tolk.", "ticket": "t1",
    }  # fmt: skip
    assert (entry.actor_id, entry.organisation_id) == (file.staff["mw"].id, factories.organisation().id)
    assert entry.at == datetime(2026, 3, 2, 23, 30, tzinfo=BRUSSELS) and entry.shared
    assert '"remedy_by":"2026-03-23"' in entry.fields and WARNING["remedy"] in entry.fields
    assert letter.docx_sha256 in entry.papers and letter.pdf_sha256 in entry.papers and letter.reference in entry.papers


def test_a_file_gets_its_reference_its_day_and_its_opener_from_the_first_step(file_at):
    case = file_at("gemeld").case
    assert (case.reference, case.version, case.opened_on) == ("SD-2026-0001", 1, date(2026, 3, 2))
    assert case.opened_by.login == "tb" and case.handler.login == "mw"
    assert [(share.organisation.key) for share in case.shares] == ["amal"]


def test_references_start_again_every_year_and_per_kind(file_at, clock):
    file = file_at("gemeld")
    clock.set(date(2026, 12, 31), 23, 59)
    assert file.plan_session(date(2027, 1, 26)).reference == "ZIT-2026-0001"
    clock.set(date(2027, 1, 1), 0, 1)
    assert file.plan_session(date(2027, 2, 2)).reference == "ZIT-2027-0001"


def test_a_sent_warning_moves_the_file_with_an_entry_of_its_own(file_at):
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    known = file.case.entries
    file.send("aanmaning")
    assert _moves(_log(file, known)) == [
        ("post", "verzend", "ondertekend", "verzonden", "Klerk Klerk"),
        ("sanction", "verstuurd", "aanmaning", "aangemaand", "Het systeem"),
    ]
    assert file.case.running("hersteltermijn").due_on == date(2026, 3, 23)


def test_the_last_signature_settles_the_letter_with_an_entry_of_its_own(file_at):
    file = file_at("beslist")
    file.post("beslissing", "leg_voor", "secretaris")
    known = file.case.entries
    file.post("beslissing", "onderteken", "voorzitter")
    assert [entry.action for entry in _log(file, known)] == ["onderteken"]
    file.post("beslissing", "onderteken", "directeur")
    assert [entry.action for entry in _log(file, known)] == ["onderteken", "onderteken", "alles_ondertekend"]


def test_a_sent_decision_starts_its_terms_and_makes_the_letter_to_amal(file_at):
    file = file_at("beslist")
    known = file.case.entries
    file.kennisgegeven()
    actions = [(e.subject_kind, e.action, e.role) for e in _log(file, known)][-3:]
    assert actions == [
        ("post", "verzend", "administratief_medewerker"),
        ("post", "maak", "systeem"),
        ("sanction", "kennisgegeven", "systeem"),
    ]
    assert {deadline.name for deadline in file.case.deadlines if deadline.runs} == {"beroepstermijn", "uitvoering"}
    assert file.case.decision.notified_on == date(2026, 5, 6)


def test_automatic_steps_that_do_not_end_are_a_mistake_and_save_nothing(file_at, monkeypatch):
    file, calls = file_at("gemeld"), []
    before = dump()
    monkeypatch.setattr(step, "_automatic", lambda *args: calls.append(args) or True)
    with pytest.raises(RuntimeError, match="do not come to an end"):
        file.take("noteer", "mw", remark="x")
    assert len(calls) == LONGEST_CHAIN
    assert changes(before, dump()) == []


def test_a_new_letter_cancels_the_one_that_was_not_sent(file_at):
    file = file_at("aanmaning")
    old, known = file.letter("aanmaning"), file.case.entries
    file.sign("aanmaning", "mw")
    file.take("pas_aanmaning_aan", "mw", **{**WARNING, "remedy": "Bel ons vandaag nog."})
    assert old.state == "geannuleerd" and file.letter("aanmaning").facts["te_doen"] == "Bel ons vandaag nog."
    assert file.letter("aanmaning").reference != old.reference
    said = [(e.action, e.actor_name) for e in _log(file, known) if e.subject_id in (old.id, file.case.id)]
    assert ("annuleer", "Het systeem") in said and said[-1] == ("pas_aanmaning_aan", "Mw Werker")


def test_a_new_letter_leaves_the_one_that_was_sent(file_at, clock):
    file = file_at("hoorzitting")
    old = file.letter("uitnodiging_hoorzitting")
    later = {"hearing_on": date(2026, 4, 20), "reschedule_by": date(2026, 4, 16)}
    file.take("verplaats", "mw", date(2026, 3, 30), **{**HEARING, **later})
    assert old.state == "verzonden" and file.letter("uitnodiging_hoorzitting").state == "ontwerp"
    assert file.case.running("hoorzitting").due_on == date(2026, 4, 20)


CORRECTION = {"way": "aangetekend", "registered_number": BARCODE, "presented_on": None}


def test_a_corrected_posting_date_counts_the_term_again_with_an_entry_of_its_own(file_at):
    file = file_at("kennisgegeven")
    before, known = file.case.running("beroepstermijn").due_on, file.case.entries
    version = file.case.version
    posted = date(2026, 5, 4)
    file.post("beslissing", "corrigeer", "klerk", posted, remark="Poststempel", posted_on=posted, **CORRECTION)
    corrected, counted = _log(file, known)
    assert (corrected.action, corrected.remark) == ("corrigeer", "Poststempel")
    assert (counted.action, counted.actor_name, counted.remark) == ("herreken", "Het systeem", "")
    after = file.case.running("beroepstermijn").due_on
    assert after > before and f"{after:%d/%m/%Y}" in counted.fields and "gepost op 04/05/2026" in counted.fields
    assert file.case.version == version + 1


def test_a_correction_that_moves_no_term_has_no_entry_but_its_own(file_at):
    file = file_at("kennisgegeven")
    known, posted = file.case.entries, date(2026, 4, 30)
    other = {**CORRECTION, "registered_number": "RR123456785BE"}
    file.post("beslissing", "corrigeer", "klerk", remark="Tikfout", posted_on=posted, **other)
    assert [entry.action for entry in _log(file, known)] == ["corrigeer"]


def test_the_page_shows_that_a_term_was_counted_again(file_at, enter):
    file = file_at("kennisgegeven")
    posted = date(2026, 5, 4)
    file.post("beslissing", "corrigeer", "klerk", posted, remark="Poststempel", posted_on=posted, **CORRECTION)
    words = words_on(enter("mw").get(f"/dossiers/{file.case.reference}"))
    assert "Termijn herrekend" in words and "Poststempel" in words


def test_a_note_says_its_words_in_the_history_and_nowhere_else(file_at, enter):
    file = file_at("gemeld")
    file.take("noteer", "mw", remark="Telefonisch overleg:\nkomt morgen.")
    assert file.case.state == "gemeld" and _log(file)[-1].remark == "Telefonisch overleg:\nkomt morgen."
    assert words_on(enter("klerk").get(f"/dossiers/{file.case.reference}")).count("komt morgen.") == 1


def test_a_remark_goes_with_one_step_and_not_with_the_next(file_at):
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    posted = {"way": "aangetekend", "posted_on": date(2026, 3, 3), "registered_number": BARCODE}
    file.post("aanmaning", "verzend", "klerk", remark="Aan de balie afgegeven.", **posted)
    assert [entry.remark for entry in _log(file)[-2:]] == ["Aan de balie afgegeven.", ""]
    file.take("noteer", "mw", file.now.date() + timedelta(days=1), remark="Iets anders.")
    assert _log(file)[-1].remark == "Iets anders."


def test_the_chain_holds_after_every_chapter(file_at):
    for state in ("gemeld", "aangemaand", "geagendeerd", "kennisgegeven", "in_beroep"):
        file = file_at(state)
        assert list(chain.breaks(file.case, _log(file))) == []
        assert file.case.entries == len(_log(file))
    assert db.session.query(Case).filter_by(kind="sanction").count() == 1
