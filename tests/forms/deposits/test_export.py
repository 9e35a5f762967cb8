"""The list for the carrier as a file: nine columns, checked before it leaves, mended without touching a letter."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from tests.forms.deposits.test_spreadsheet import read_csv
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.forms.post_letters import codes, items, letter, listed, send, twins
from tests.letters.pdf_view import page_texts
from workflow.models import db

HEAD = ["Kenmerk", "Naam", "Adreslijn 1", "Adreslijn 2", "Postcode", "Gemeente", "Land", "Barcode", "RP"]
LONG = "Vzw Opvang en Begeleiding van Nieuwkomers in de Stad en Omstreken"
ADDRESSES = (
    "Amina Proef\nProefstraat 12\n9000 Gent",
    "=1+1\n@SUM(A1)\n+32 toren\n9000 Gent",
    "Žofie \"de\" Puntkomma; Proef\nProefstraat 1\n8420 DE HAAN",
)  # fmt: skip


@pytest.fixture
def signed(file_at):
    """A warning that was signed on Tuesday 3 March 2026."""
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    return file.letter("aanmaning")


@pytest.fixture
def clerk(signed, enter):
    return enter("klerk")


def _on_list(browser, signed, *addressees, **more):
    return listed(browser, twins(signed, len(addressees), addressees), **more)


def test_the_csv_has_a_line_for_every_letter(clerk, signed):
    address = _on_list(clerk, signed, *ADDRESSES, rp="y")
    send(clerk, address, "barcodes", codes="\n".join(codes(3)))
    answer = clerk.get(f"{address}.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=AL-2026-0001.csv"
    head, *rows = read_csv(answer.data)
    assert head == HEAD
    names = [item.letter.reference for item in items(address)]
    one, two, three = codes(3)
    assert rows == [
        [names[0], "Amina Proef", "Proefstraat 12", "", "9000", "Gent", "België", one, "RP"],
        [names[1], "'=1+1", "'+32 toren", "'@SUM(A1)", "9000", "Gent", "België", two, "RP"],
        [names[2], 'Žofie "de" Puntkomma; Proef', "Proefstraat 1", "", "8420", "DE HAAN", "België", three, "RP"],
    ]


def test_the_xlsx_has_the_same_words_as_text(clerk, signed):
    address = _on_list(clerk, signed, *ADDRESSES)
    send(clerk, address, "barcodes", codes="\n".join(codes(3)))
    answer = clerk.get(f"{address}.xlsx")
    assert answer.headers["Content-Disposition"] == "attachment; filename=AL-2026-0001.xlsx"
    rows = list(load_workbook(io.BytesIO(answer.data)).active.iter_rows())
    assert [cell.value for cell in rows[0]] == HEAD
    assert [cell.value for cell in rows[2]][1:4] == ["=1+1", "+32 toren", "@SUM(A1)"]
    assert [row[7].value for row in rows[1:]] == codes(3)
    assert {cell.data_type for row in rows[1:] for cell in row if cell.value} == {"s"}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_list_with_a_field_that_is_too_long_does_not_leave(clerk, signed, kind):
    address = _on_list(clerk, signed, ADDRESSES[0], f"{LONG}\nProefstraat 1\n9000 Gent")
    before = dump()
    answer = clerk.get(f"{address}.{kind}")
    assert flaws(answer, 422) == []
    long = items(address)[1].letter.reference
    assert f"{long} {LONG} Proefstraat 1 9000 Gent" in words_on(answer)
    assert "Te lang: 65 tekens, hoogstens 50." in words_on(answer)
    assert items(address)[0].letter.reference not in words_on(answer)
    assert changes(before, dump()) == []


@pytest.mark.parametrize(
    ("addressee", "field", "sentence"),
    [
        ("x" * 51 + "\nWeg 1\n9000 Gent", "name", "Te lang: 51 tekens, hoogstens 50."),
        ("=" + "x" * 49 + "\nWeg 1\n9000 Gent", "name", "Te lang: 51 tekens, hoogstens 50."),
        ("A\n" + "y" * 60 + "\n9000 Gent", "line_1", "Te lang: 60 tekens, hoogstens 50."),
        (f"A\nDienst {'z' * 30}\nGebouw {'z' * 30}\nWeg 1\n9000 Gent", "line_2", "Te lang: 76 tekens"),
        ("A\nWeg 1\n9000 " + "G" * 51, "city", "Te lang: 51 tekens, hoogstens 50."),
        ("A\nWeg 1\nErgens", "postal_code", "Ontbreekt."),
        ("A\nWeg 1\nErgens", "city", "Ontbreekt."),
        ("A\nKade 5\n1012 AB Amsterdam\n" + "N" * 51, "country", "Te lang: 51 tekens, hoogstens 50."),
    ],
)
def test_every_field_is_checked(clerk, signed, addressee, field, sentence):
    address = _on_list(clerk, signed, addressee)
    page = clerk.get(f"{address}/uitvoer")
    assert flaws(page) == []
    assert sentence in words_on(page)
    assert f"{field}-{items(address)[0].letter.reference}" in sent_by(tree_of(page))


def test_exactly_fifty_characters_pass(clerk, signed):
    address = _on_list(clerk, signed, "x" * 50 + "\nWeg 1\n9000 Gent")
    assert clerk.get(f"{address}.csv").status_code == 200


def test_shortening_changes_the_export_and_the_list_and_never_the_letter(clerk, signed):
    address = _on_list(clerk, signed, f"{LONG}\nProefstraat 1\n9000 Gent")
    reference = items(address)[0].letter.reference
    before = dump("deposit_item")
    typed = {f"name-{reference}": "  Vzw Opvang   en Begeleiding "}
    answer = clerk.post(f"{address}/uitvoer", data=typed)
    assert answer.status_code == 302
    assert changes(before, dump("deposit_item")) == []
    assert letter(reference).addressee.startswith(LONG)
    assert read_csv(clerk.get(f"{address}.csv").data)[1][1] == "Vzw Opvang en Begeleiding"
    page = words_on(clerk.get(f"{address}/uitvoer"))
    assert "Alle velden passen." in page and f"{reference}, Naam Vzw Opvang en Begeleiding" in page
    assert items(address)[0].shortened == {"name": "Vzw Opvang en Begeleiding"}
    assert "Vzw Opvang" in _text(clerk.get(f"{address}/afgiftelijst.pdf").data)
    assert "Omstreken" not in _text(clerk.get(f"{address}/afgiftelijst.pdf").data)


def _text(data):
    return " ".join(page_texts(data))


def test_what_is_still_too_long_is_asked_again_and_the_rest_is_kept(clerk, signed):
    address = _on_list(clerk, signed, f"{LONG}\nProefstraat 1\n9000 Gent", f"{LONG}\nErgens\nBuiten")
    one, two = [item.letter.reference for item in items(address)]
    typed = {f"name-{one}": "Kort", f"name-{two}": "n" * 70, f"postal_code-{two}": "9000", f"city-{two}": ""}
    answer = clerk.post(f"{address}/uitvoer", data=typed)
    assert flaws(answer, 422) == []
    shown = sent_by(tree_of(answer))
    assert (shown[f"name-{two}"], shown[f"city-{two}"], f"name-{one}" in shown) == ("n" * 70, "", False)
    assert [item.shortened for item in items(address)] == [{"name": "Kort"}, {"name": "n" * 70, "postal_code": "9000"}]
    rest = {f"name-{two}": "Kort", f"city-{two}": "Gent", f"country-{two}": "België"}
    assert clerk.post(f"{address}/uitvoer", data=rest).status_code == 302
    rows = read_csv(clerk.get(f"{address}.csv").data)[1:]
    assert rows[1][1:7] == ["Kort", "Ergens", "Buiten", "9000", "Gent", "België"]


def test_a_word_that_is_put_back_is_no_longer_shortened(clerk, signed):
    address = _on_list(clerk, signed, ADDRESSES[0])
    reference = items(address)[0].letter.reference
    clerk.post(f"{address}/uitvoer", data={f"name-{reference}": "Anders"})
    clerk.post(f"{address}/uitvoer", data={f"name-{reference}": "Amina Proef"})
    assert items(address)[0].shortened == {}


def test_a_letter_that_was_cancelled_is_not_in_the_file(clerk, signed):
    address = _on_list(clerk, signed, *ADDRESSES[:2])
    items(address)[0].letter.state = "geannuleerd"
    db.session.commit()
    assert len(read_csv(clerk.get(f"{address}.csv").data)) == 2


def test_sixty_letters_are_sixty_lines(clerk, signed):
    address = _on_list(clerk, signed, *[ADDRESSES[i % 3] for i in range(60)])
    assert len(read_csv(clerk.get(f"{address}.csv").data)) == 61


def test_the_team_lead_sees_what_is_wrong_and_changes_nothing(clerk, signed, enter):
    address = _on_list(clerk, signed, f"{LONG}\nProefstraat 1\n9000 Gent")
    lead, before = enter("hoofd"), dump()
    page = lead.get(f"{address}/uitvoer")
    assert flaws(page) == []
    assert "Naam: Te lang: 65 tekens, hoogstens 50." in words_on(page)
    assert lead.post(f"{address}/uitvoer", data={}).status_code == 403
    assert changes(before, dump()) == []


def test_another_kind_of_file_does_not_exist(clerk, signed):
    address = _on_list(clerk, signed, ADDRESSES[0])
    assert clerk.get(f"{address}.xml").status_code == 404
