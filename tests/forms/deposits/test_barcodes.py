"""Scanning barcodes into a deposit list: row by row or all at once; a wrong one is named and nothing typed is lost."""

from datetime import date

import pytest

from forms.deposits.barcodes import normal
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.forms.post_letters import barcodes, codes, letter, listed, send, twins
from workflow.models import Organisation, db

SHAPE = "Een barcode heeft 30 cijfers die met 010 beginnen, of 13 tekens die met R beginnen."
DIGIT = "Het controlecijfer van deze barcode klopt niet. Scan opnieuw, of kijk de cijfers na."
ONE, TWO, THREE, FOUR = codes(4)


@pytest.fixture
def signed(file_at):
    """A warning that was signed on Tuesday 3 March 2026."""
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    return file.letter("aanmaning")


@pytest.fixture
def clerk(signed, enter):
    return enter("klerk")


@pytest.fixture
def letters(signed):
    return twins(signed, 3)


@pytest.fixture
def address(clerk, letters):
    """A registered list of three letters."""
    return listed(clerk, letters)


def _typed(letters, *typed):
    return {f"code-{reference}": code for reference, code in zip(letters, typed, strict=False)}


def _refused(browser, address, *sentences, **typed):
    """Send barcodes that have to be refused; what was typed stays and nothing is kept."""
    before = dump()
    answer = send(browser, address, "barcodes", **typed)
    assert flaws(answer, 422) == []
    for sentence in sentences:
        assert sentence in words_on(answer)
    assert changes(before, dump()) == []
    return sent_by(tree_of(answer))


def test_a_code_in_every_row_is_kept(clerk, address, letters):
    answer = send(clerk, address, "barcodes", **_typed(letters, ONE, " rr 123 456 785 be ", f"{THREE[:9]} {THREE[9:]}"))
    assert answer.status_code == 302
    assert barcodes(address) == [ONE, "RR123456785BE", THREE]
    assert "3 van 3 brieven hebben een barcode." in words_on(clerk.get(address))


def test_the_browser_goes_to_the_first_row_without_a_code(clerk, address, letters):
    answer = send(clerk, address, "barcodes", **_typed(letters, ONE))
    assert answer.headers["Location"] == f"{address}#code-{letters[1]}"
    assert barcodes(address) == [ONE, None, None]


def test_codes_scanned_all_at_once_fill_the_empty_rows_in_order(clerk, address, letters):
    send(clerk, address, "barcodes", **_typed(letters, "", TWO))
    send(clerk, address, "barcodes", codes=f"\r\n{ONE}\r\n\r\n  {THREE}\r\n")
    assert barcodes(address) == [ONE, TWO, THREE]


def test_a_code_that_was_scanned_twice_moves_no_other_code(clerk, address):
    answer = send(clerk, address, "barcodes", codes=f"{ONE}\n{ONE}\n{TWO}\n{THREE}")
    assert barcodes(address) == [ONE, TWO, THREE]
    assert "Een code die twee keer gescand is, telt maar één keer." in words_on(clerk.get(answer.headers["Location"]))


def test_codes_for_which_there_is_no_letter_stay_in_the_box(clerk, address):
    shown = _refused(clerk, address, "Er is 1 code te veel", codes="\n".join(codes(4)))
    assert shown["codes"] == FOUR
    assert [value for name, value in shown.items() if name.startswith("code-")] == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("123", SHAPE), (ONE[:-1], SHAPE), ("<script>", SHAPE), ("R\u200fR", SHAPE), ("RR123456784BE", DIGIT)],
)
def test_a_wrong_code_is_named_by_its_row(clerk, address, letters, typed, sentence):
    shown = _refused(clerk, address, f"{letters[1]}: {sentence}", **_typed(letters, ONE, typed, THREE))
    assert [shown[f"code-{each}"] for each in letters] == [ONE, normal(typed), THREE]


def test_every_wrong_row_is_named_at_once(clerk, address, letters):
    typed = _typed(letters, "x", ONE, "RR123456780BE")
    _refused(clerk, address, f"{letters[0]}: {SHAPE}", f"{letters[2]}: {DIGIT}", **typed)


def test_a_code_stands_on_one_row_of_the_list(clerk, address, letters):
    sentence = f"{letters[2]}: Deze code staat ook bij {letters[0]}."
    _refused(clerk, address, sentence, **_typed(letters, ONE, TWO, ONE))


def test_two_letters_exchange_their_codes(clerk, address, letters):
    send(clerk, address, "barcodes", **_typed(letters, ONE, TWO))
    send(clerk, address, "barcodes", **_typed(letters, TWO, ONE))
    assert barcodes(address) == [TWO, ONE, None]


def test_a_code_is_emptied_again(clerk, address, letters):
    send(clerk, address, "barcodes", **_typed(letters, ONE, TWO))
    send(clerk, address, "barcodes", **_typed(letters, "", TWO))
    assert barcodes(address) == [None, TWO, None]


def test_a_code_of_another_list_is_refused_by_the_name_of_its_letter(clerk, address, letters, signed):
    other = listed(clerk, [signed.reference])
    send(clerk, other, "barcodes", **_typed([signed.reference], TWO))
    sentence = f"{letters[0]}: Deze code staat al bij brief {signed.reference}."
    _refused(clerk, address, sentence, **_typed(letters, TWO))


def test_a_code_of_the_register_of_the_post_is_refused_by_the_name_of_its_letter(clerk, address, letters, signed):
    letter(signed.reference).registered_number = TWO
    db.session.commit()
    sentence = f"{letters[1]}: Deze code staat al bij brief {signed.reference}."
    _refused(clerk, address, sentence, **_typed(letters, ONE, TWO))


def test_a_letter_somebody_may_not_read_is_not_named(clerk, address, letters, signed):
    (theirs,) = twins(signed, 1, registered_number=THREE)
    _give_away(theirs)
    answer = send(clerk, address, "barcodes", **_typed(letters, THREE))
    assert "Deze code staat al bij een brief die je niet mag lezen." in words_on(answer)
    assert theirs not in words_on(answer)


def _give_away(reference):
    """Put a letter in a file of another organisation, beside the one it came from."""
    row = letter(reference)
    columns = {each.key: getattr(row.case, each.key) for each in row.case.__mapper__.column_attrs}
    evergem = db.session.query(Organisation).filter_by(key="ocmw_evergem").one()
    theirs = type(row.case)(**columns | {"id": "f" * 32, "reference": "SD-2026-9999", "owner_id": evergem.id})
    db.session.add(theirs)
    db.session.flush()
    row.case_id = theirs.id
    db.session.commit()


def test_an_ordinary_list_has_no_barcodes(clerk, signed):
    (ordinary,) = twins(signed, 1, to_be_sent="gewoon")
    address, before = listed(clerk, [ordinary], way="gewoon"), dump()
    assert "data-scan" not in clerk.get(address).get_data(as_text=True)
    answer = clerk.post(f"{address}/barcodes", data={f"code-{ordinary}": ONE})
    assert flaws(answer, 422) == []
    assert "Alleen aangetekende brieven hebben een barcode." in words_on(answer)
    assert changes(before, dump()) == []


def test_the_code_of_a_letter_that_left_is_not_changed(clerk, address, letters):
    send(clerk, address, "barcodes", **_typed(letters, ONE, TWO))
    row = letter(letters[0])
    row.state, row.way, row.posted_on, row.registered_number = "verzonden", "aangetekend", date(2026, 3, 3), ONE
    db.session.commit()
    send(clerk, address, "barcodes", **_typed(letters, FOUR, "", THREE))
    assert barcodes(address) == [ONE, None, THREE]
    assert f"code-{letters[0]}" not in sent_by(tree_of(clerk.get(address)))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("à&à" + "&" * 27, "010" + "1" * 27),
        ("à&à&é\"'(§è!çà&é\"'(§è!çà&é\"'(§è", "010123456789012345678901234567"),
        ("010 2 " + "3" * 26, "0102" + "3" * 26),
        ("rr123456785be\t", "RR123456785BE"),
        ("&&", "&&"),
    ],
)
def test_a_scanner_that_types_on_another_keyboard_is_understood(typed, read):
    assert normal(typed) == read


def test_sixty_codes_are_scanned_at_once(clerk, signed):
    address = listed(clerk, twins(signed, 60))
    assert send(clerk, address, "barcodes", codes="\n".join(codes(60))).status_code == 302
    assert barcodes(address) == codes(60)
