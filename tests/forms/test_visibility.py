"""Who sees which part of a file, in which state, and until when."""

from datetime import timedelta

import pytest

from forms.actions import perform
from tests.forms.pages import words_on
from tests.walks import meetings
from workflow.models import BcsdSession, Recusal, Seat, db

# Who reads a file of OCMW Gent that is shared with Amal, by state. "x" is the whole file, "d" the shared part.
READERS = """
               klerk mw hoofd secretaris lid voorzitter directeur directie privacy beheer tb contact partner
gemeld           x   x    x       .       .      .          .        .        .      .    d     d       .
aanmaning        x   x    x       .       .      .          .        .        .      .    d     d       .
aangemaand       x   x    x       .       .      .          .        .        .      .    d     d       .
hoorzitting      x   x    x       .       .      .          .        .        .      .    d     d       .
gehoord          x   x    x       .       .      .          .        .        .      .    d     d       .
geadviseerd      x   x    x       x       .      .          .        .        .      .    d     d       .
geagendeerd      x   x    x       x       x      x          .        .        .      .    d     d       .
beslist          x   x    x       x       .      .          x        .        .      .    d     d       .
kennisgegeven    x   x    x       x       .      .          x        .        .      .    d     d       .
in_beroep        x   x    x       x       .      .          x        .        .      .    d     d       .
afgesloten       x   x    x       x       .      .          x        .        .      .    d     d       .
bij_amal         x   x    x       .       .      .          .        .        .      .    d     d       .
nageleefd        x   x    x       .       .      .          .        .        .      .    d     d       .
zonder_gevolg    x   x    x       x       .      .          .        .        .      .    d     d       .
"""
NUMBER = "88.02.17-"


def _reads(answer):
    if answer.status_code == 404:
        return "."
    assert answer.status_code == 200
    return "x" if NUMBER in words_on(answer) else "d"


def test_who_reads_a_file_depends_on_its_state(archive, enter):
    heading, *lines = [line for line in READERS.splitlines() if line.strip()]
    expected = {line.split()[0]: "".join(line.split()[1:]) for line in lines}
    browsers = [enter(login) for login in heading.split()]
    got = {state: "".join(_reads(b.get(f"/dossiers/{ref}")) for b in browsers) for state, ref in archive.items()}
    assert got == expected


SECRET = (
    "De cliënt werkte 's nachts.",  # hearing report
    "De cliënt en een tolk.",
    "Alleenstaande.",  # social report
    "Nachtwerk zonder contract.",
    "Er waren al gesprekken.",
    "Een lichtere maatregel volstaat niet.",  # grounds of the decision
    "Het comité begrijpt het nachtwerk.",
    "U volgt de lessen Nederlands.",  # letters to the client
    "elke werkdag van 9 tot 12 uur",
    "Gebeld met de cliënt en de school.",
    "enkel voor ons",  # a note of our own
    "GPMI-2025-0001",
    NUMBER,
)
SHARED = ("Niet aanwezig in de les", "Aanwezigheidslijst", "Schorsing van de uitbetaling", "ook voor Amal")


@pytest.fixture
def shared_file(file_at):
    """A notified file with a note for ourselves and a note for the other organisation."""
    file = file_at("kennisgegeven")
    file.take("noteer", "mw", remark="enkel voor ons")
    _note(file, "mw", "ook voor Amal", shared=True)
    return file


def _note(file, login, text, shared):
    perform(file.case, "noteer", file.actor(login), file.now, remark=text, shared=shared)


def test_a_counsellor_of_amal_reads_the_shared_part_only(shared_file, enter):
    ours, theirs = (words_on(enter(login).get(f"/dossiers/{shared_file.case.reference}")) for login in ("mw", "tb"))
    assert [text for text in (*SECRET, *SHARED) if text not in ours] == []
    assert [text for text in SECRET if text in theirs] == []
    assert [text for text in SHARED if text not in theirs] == []


def test_no_page_that_a_counsellor_can_reach_says_what_is_not_shared(shared_file, enter):
    browser, reference = enter("tb"), shared_file.case.reference
    steps = ("noteer", "licht_in_amal", "vul_melding_aan")
    pages = (f"/dossiers/{reference}?alles=1", *[f"/dossiers/{reference}/{step}" for step in steps], "/", "/dossiers")
    for address in pages:
        words = words_on(browser.get(address))
        assert [text for text in SECRET if text in words] == [], address


def test_a_counsellor_opens_no_letter_to_the_client(shared_file, enter):
    browser = enter("tb")
    for letter in shared_file.case.letters:
        if letter.name != "bericht_aan_amal":
            for ending in ("", ".pdf", ".docx"):
                assert browser.get(f"/brieven/{letter.reference}{ending}").status_code == 404


def test_a_counsellor_reads_the_letter_to_amal_once_it_was_sent(shared_file, enter):
    letter, browser = shared_file.letter("bericht_aan_amal"), enter("tb")
    assert browser.get(f"/brieven/{letter.reference}").status_code == 404
    shared_file.sign("bericht_aan_amal", "mw")
    shared_file.send("bericht_aan_amal", way="programma", login="mw")
    assert browser.get(f"/brieven/{letter.reference}").status_code == 200


def test_a_note_of_amal_that_is_not_shared_stays_with_amal(shared_file, enter):
    _note(shared_file, "tb", "onder collega's van Amal", shared=False)
    _note(shared_file, "tb", "voor het OCMW", shared=True)
    ours, theirs = (words_on(enter(login).get(f"/dossiers/{shared_file.case.reference}")) for login in ("mw", "tb"))
    assert "onder collega's van Amal" in theirs and "voor het OCMW" in ours
    assert "onder collega's van Amal" not in ours


def _opens(browser, file):
    letter = file.letter("sociaal_verslag").reference
    pages = (f"/dossiers/{file.case.reference}", f"/brieven/{letter}", f"/brieven/{letter}.pdf")
    answers = {browser.get(page).status_code for page in pages}
    listed = file.case.reference in words_on(browser.get("/dossiers"))
    assert len(answers) == 1 and listed == (answers == {200})
    return listed


def test_a_member_reads_a_file_while_it_stands_on_the_agenda(file_at, enter):
    file = file_at("geadviseerd")
    browser = enter("lid")
    assert not _opens(browser, file)
    file.geagendeerd()
    assert _opens(browser, file)
    file.beslist()
    assert _opens(browser, file), "until the session ends"
    meetings.closed(file, file.session)
    assert not _opens(browser, file)


def test_a_member_no_longer_reads_a_file_when_the_session_was_called_off(file_at, enter):
    file, browser = file_at("geagendeerd"), enter("lid")
    db.session.query(BcsdSession).one().state = "geannuleerd"
    assert not _opens(browser, file)


def test_a_recused_member_does_not_read_the_file_and_the_others_do(file_at, enter):
    file = file_at("geagendeerd")
    seat = db.session.query(Seat).filter_by(person_id=file.staff["lid"].id).one()
    interest = {"recusal": {"seat_id": seat.id, "reason": "Buur van de cliënt"}}
    perform(file.case.agenda_item, "noteer_belang", file.actor("secretaris"), file.now, fields=interest)
    assert not _opens(enter("lid"), file)
    assert _opens(enter("bcsd2"), file)
    assert db.session.query(Recusal).count() == 1


def test_a_member_whose_seat_ended_before_the_session_does_not_read_the_file(file_at, enter):
    file = file_at("geagendeerd")
    seat = db.session.query(Seat).filter_by(person_id=file.staff["lid"].id).one()
    seat.until_on = file.session.held_on - timedelta(days=1)
    assert not _opens(enter("lid"), file)


def test_a_signatory_reads_the_letter_he_has_to_sign_and_nothing_else(file_at, enter):
    file = file_at("beslist")
    meetings.closed(file, file.session)
    file.post("beslissing", "leg_voor", "secretaris")
    browser, letter = enter("voorzitter"), file.letter("beslissing")
    assert browser.get(f"/brieven/{letter.reference}").status_code == 200
    assert browser.get(f"/brieven/{letter.reference}.pdf").status_code == 200
    assert browser.get(f"/dossiers/{file.case.reference}").status_code == 404
    others = [each.reference for each in file.case.letters if each.id != letter.id]
    assert {browser.get(f"/brieven/{reference}").status_code for reference in others} == {404}
    assert browser.get("/dossiers").status_code == 200
    assert file.case.reference not in words_on(browser.get("/dossiers"))
