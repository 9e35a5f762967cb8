"""Recording that a list was handed over: every letter takes its own step; what is refused is said, the rest stays."""

from datetime import date

import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.forms.post_letters import codes, items, letter, listed, send, twins
from workflow.models import LogEntry, db
from workflow.roles import Role

SIGNED = date(2026, 3, 3)  # a Tuesday
DAY_ASKED = "Geef de dag van afgifte: niet in de toekomst, en niet vóór de laatste handtekening."
NUMBER_ASKED = "Geef het nummer van de aangetekende zending"


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
def scanned(clerk, signed):
    """The address of a registered list of three letters, each with its barcode; the first is the warning itself."""
    address = listed(clerk, [signed.reference, *twins(signed, 2)])
    send(clerk, address, "barcodes", codes="\n".join(codes(3)))
    return address


def _states(address):
    return [item.letter.state for item in items(address)]


def _logged(reference):
    return db.session.query(LogEntry).filter_by(subject_id=letter(reference).id, action="verzend").count()


def test_every_letter_of_a_list_leaves_with_its_number(clerk, scanned, file):
    answer = send(clerk, scanned, "afgifte", posted_on="3/3/2026")
    assert answer.status_code == 302
    assert "3 brieven zijn vertrokken." in words_on(clerk.get(scanned))
    sent = [item.letter for item in items(scanned)]
    assert [(each.state, each.way, each.posted_on) for each in sent] == [("verzonden", "aangetekend", SIGNED)] * 3
    assert [each.registered_number for each in sent] == codes(3)
    assert file.case.state == "aangemaand"
    entries = db.session.query(LogEntry).filter_by(action="verzend").all()
    assert {(entry.role, entry.subject_id) for entry in entries} == {(Role.CLERK, each.id) for each in sent}
    assert not items(scanned)[0].deposit.open


def test_the_form_sent_again_changes_nothing(clerk, scanned):
    sent = sent_by(tree_of(clerk.get(scanned)), 2)
    assert "posted_on" in sent
    assert clerk.post(f"{scanned}/afgifte", data=sent).status_code == 302
    before = dump()
    assert clerk.post(f"{scanned}/afgifte", data=sent).status_code == 302
    assert changes(before, dump()) == []


def test_one_letter_that_is_refused_keeps_no_other_letter_back(clerk, scanned):
    second = items(scanned)[1].letter.reference
    send(clerk, scanned, "barcodes", **{f"code-{second}": ""})
    answer = send(clerk, scanned, "afgifte", posted_on="3/3/2026")
    assert flaws(answer, 422) == []
    assert "2 brieven zijn vertrokken." in words_on(answer)
    assert f"{second}: {NUMBER_ASKED}" in words_on(answer)
    assert _states(scanned) == ["verzonden", "ondertekend", "verzonden"]
    send(clerk, scanned, "barcodes", **{f"code-{second}": codes(2)[1]})
    assert send(clerk, scanned, "afgifte", posted_on="3/3/2026").status_code == 302
    assert _states(scanned) == ["verzonden"] * 3


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Geef de dag van afgifte."),
        ("31/2/2026", "'31/2/2026' is geen datum. Schrijf bijvoorbeeld 15/12/2026."),
        ("02/03/2026", DAY_ASKED),
        ("04/03/2026", DAY_ASKED),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_stays_on_the_page(clerk, scanned, typed, sentence):
    before = dump("refusal")
    answer = send(clerk, scanned, "afgifte", posted_on=typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert sent_by(tree_of(answer), 2)["posted_on"] == typed
    assert changes(before, dump("refusal")) == []


def test_a_letter_that_leaves_after_its_last_day_needs_a_remark(clerk, scanned, clock):
    first, late, last = [item.letter for item in items(scanned)]
    late.post_by = date(2026, 3, 4)  # a Wednesday
    first.post_by = last.post_by = date(2026, 3, 5)
    reference = late.reference
    db.session.commit()
    assert f"remark-{reference}" not in clerk.get(scanned).get_data(as_text=True)
    clock.set(date(2026, 3, 5))
    page = clerk.get(scanned)
    assert f"Waarom vertrok {reference} na 04/03/2026?" in words_on(page)
    answer = send(clerk, scanned, "afgifte", posted_on="5/3/2026")
    assert f"{reference}: Deze brief moest uiterlijk op 04/03/2026 vertrekken." in words_on(answer)
    assert _states(scanned) == ["verzonden", "ondertekend", "verzonden"]
    why = {f"remark-{reference}": "De postbode kwam niet."}
    assert send(clerk, scanned, "afgifte", posted_on="5/3/2026", **why).status_code == 302
    assert _states(scanned) == ["verzonden"] * 3
    entry = db.session.query(LogEntry).filter_by(subject_id=letter(reference).id, action="verzend").one()
    assert entry.remark == "De postbode kwam niet."


def test_a_remark_that_was_typed_stays_when_another_field_is_wrong(clerk, scanned, clock):
    late = items(scanned)[0].letter
    late.post_by, reference = date(2026, 3, 4), late.reference
    db.session.commit()
    clock.set(date(2026, 3, 5))
    answer = send(clerk, scanned, "afgifte", posted_on="morgen", **{f"remark-{reference}": "Ziek & afwezig <b>"})
    assert flaws(answer, 422) == []
    assert sent_by(tree_of(answer), 2)[f"remark-{reference}"] == "Ziek & afwezig <b>"


def test_a_letter_that_was_cancelled_keeps_no_other_letter_back(clerk, scanned, enter):
    second = items(scanned)[1].letter
    reference = second.reference
    why = {"remark": "Adres veranderd.", "seen": second.version}
    assert enter("mw").post(f"/brieven/{reference}/annuleer", data=why).status_code == 302
    assert send(clerk, scanned, "afgifte", posted_on="3/3/2026").status_code == 302
    assert _states(scanned) == ["verzonden", "geannuleerd", "verzonden"]
    clerk.post(f"{scanned}/haal_af", data={"brief": reference})
    assert _states(scanned) == ["verzonden", "verzonden"]


def test_ordinary_letters_leave_without_a_number(clerk, signed):
    address = listed(clerk, twins(signed, 2, to_be_sent="gewoon"), way="gewoon")
    assert send(clerk, address, "afgifte", posted_on="3/3/2026").status_code == 302
    sent = [item.letter for item in items(address)]
    assert [(each.way, each.registered_number) for each in sent] == [("gewoon", None)] * 2


def test_a_form_without_what_a_page_brings_is_asked_again(clerk, scanned):
    answer = clerk.post(f"{scanned}/afgifte", data={"posted_on": "3/3/2026", "ticket": ""})
    assert flaws(answer, 422) == []
    assert _states(scanned) == ["ondertekend"] * 3


def test_sixty_letters_leave_at_once(clerk, signed):
    address = listed(clerk, twins(signed, 60))
    send(clerk, address, "barcodes", codes="\n".join(codes(60)))
    assert send(clerk, address, "afgifte", posted_on="3/3/2026").status_code == 302
    assert {item.letter.registered_number for item in items(address)} == set(codes(60))
