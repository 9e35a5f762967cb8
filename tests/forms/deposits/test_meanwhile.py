"""A deposit list that changes while somebody has its page open: nothing is lost, nothing leaves unseen."""

from datetime import date

import pytest

from forms.actions import perform
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.forms.post_letters import barcodes, codes, items, letter, listed, send, twins
from workflow.models import LogEntry, db

SIGNED = date(2026, 3, 3)  # a Tuesday
ONE, TWO = codes(2)


@pytest.fixture
def file(file_at):
    """A file whose warning was signed on Tuesday 3 March 2026."""
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=SIGNED)
    return file


@pytest.fixture
def signed(file):
    return file.letter("aanmaning")


@pytest.fixture
def clerk(signed, enter):
    return enter("klerk")


@pytest.fixture
def letters(signed):
    return [signed.reference, *twins(signed, 2)]


@pytest.fixture
def address(clerk, letters):
    """A registered list of three letters without barcodes."""
    return listed(clerk, letters)


@pytest.fixture
def scanned(clerk, address):
    """The same list, every letter with its barcode."""
    send(clerk, address, "barcodes", codes="\n".join(codes(3)))
    return address


def _typed(letters, *typed):
    return {f"code-{reference}": code for reference, code in zip(letters, typed, strict=False)}


def _states(address):
    return [item.letter.state for item in items(address)]


def _logged(reference):
    return db.session.query(LogEntry).filter_by(subject_id=letter(reference).id, action="verzend").count()


def test_what_somebody_else_scanned_meanwhile_is_not_lost(clerk, address, letters, enter):
    colleague = enter("mw")
    stale = sent_by(tree_of(colleague.get(address)))
    send(clerk, address, "barcodes", **_typed(letters, ONE))
    answer = colleague.post(f"{address}/barcodes", data=stale | _typed(letters[1:], TWO))
    assert answer.status_code == 302
    assert barcodes(address) == [ONE, TWO, None]


def test_who_scans_the_same_row_at_the_same_time_is_asked(clerk, address, letters, enter):
    colleague = enter("mw")
    stale = sent_by(tree_of(colleague.get(address)))
    send(clerk, address, "barcodes", **_typed(letters, ONE))
    answer = colleague.post(f"{address}/barcodes", data=stale | _typed(letters, TWO))
    assert flaws(answer, 422) == []
    assert f"{letters[0]}: Iemand anders bewaarde hier intussen {ONE}." in words_on(answer)
    assert barcodes(address) == [ONE, None, None]
    again = colleague.post(f"{address}/barcodes", data=sent_by(tree_of(answer)))
    assert again.status_code == 302
    assert barcodes(address) == [TWO, None, None]


def test_a_letter_that_left_by_itself_meanwhile_keeps_its_day(clerk, scanned, file, clock):
    clock.set(date(2026, 3, 4))
    stale = sent_by(tree_of(clerk.get(scanned)), 2) | {"posted_on": "4/3/2026"}
    alone = items(scanned)[0].letter
    fields = {"way": "aangetekend", "posted_on": SIGNED, "registered_number": codes(1)[0]}
    perform(alone, "verzend", file.actor("klerk"), file.now, fields=fields)
    reference = alone.reference
    answer = clerk.post(f"{scanned}/afgifte", data=stale)
    assert f"{reference} was al genoteerd als afgegeven op 03/03/2026. Die dag blijft staan." in words_on(answer)
    assert [item.letter.posted_on for item in items(scanned)] == [SIGNED, date(2026, 3, 4), date(2026, 3, 4)]
    assert _logged(reference) == 1


def test_a_letter_that_changed_since_the_page_was_shown_is_asked_again(clerk, scanned):
    stale = sent_by(tree_of(clerk.get(scanned)), 2)
    row = items(scanned)[2].letter
    row.version, reference = row.version + 1, row.reference
    db.session.commit()
    answer = clerk.post(f"{scanned}/afgifte", data=stale)
    assert f"{reference}: Iemand anders was je voor. Kijk na en probeer opnieuw." in words_on(answer)
    assert _states(scanned) == ["verzonden", "verzonden", "ondertekend"]
    assert send(clerk, scanned, "afgifte").status_code == 302


def test_a_letter_that_came_on_the_list_meanwhile_does_not_leave_unseen(clerk, scanned, signed):
    stale = sent_by(tree_of(clerk.get(scanned)), 2)
    (late_comer,) = twins(signed, 1)
    listed(clerk, [late_comer], way=scanned.rsplit("/", 1)[1])
    answer = clerk.post(f"{scanned}/afgifte", data=stale)
    assert f"{late_comer} kwam op de lijst nadat deze pagina getoond werd." in words_on(answer)
    assert _states(scanned) == ["verzonden"] * 3 + ["ondertekend"]


def test_a_number_that_another_letter_took_meanwhile_is_refused(clerk, scanned, signed):
    (other,) = twins(signed, 1)
    row = letter(other)
    row.state, row.way, row.posted_on, row.registered_number = "verzonden", "aangetekend", SIGNED, codes(3)[2]
    db.session.commit()
    third = items(scanned)[2].letter.reference
    answer = send(clerk, scanned, "afgifte", posted_on="3/3/2026")
    assert f"{third}: deze code staat al bij brief {other}." in words_on(answer)
    assert _states(scanned) == ["verzonden", "verzonden", "ondertekend"]
