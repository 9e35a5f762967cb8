"""The public page where anybody checks a letter: what it says of a code and of a file, and what it never says."""

import io
import zipfile

import pytest
from reportlab.pdfgen.canvas import Canvas
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from letters import qr
from letters.store import store
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, words_on
from tests.forms.shelf import NUMBER
from tests.letters.tampering import painted_over, saved_again

KNOWN = "Er bestaat een ondertekende brief met deze code."
UNKNOWN = "Er bestaat geen ondertekende brief met deze code. Kijk de code na."
SAME = "De PDF is tot op de byte gelijk aan de brief die wij bewaren."
OTHER = "De PDF is niet dezelfde als de brief die wij bewaren."
INTACT = "De handtekening klopt: sindsdien is niets veranderd."
ADDED = "Aan deze PDF is iets toegevoegd nadat wij hem ondertekenden."
BROKEN = "De handtekening klopt niet: het bestand is veranderd na ondertekening."
UNREADABLE = "Dit bestand is geen PDF die gelezen kan worden."
UNSIGNED = "In deze PDF staat geen handtekening."


@pytest.fixture
def letter(file_at):
    """A decision signed by chair and director on 29 April, posted the next day."""
    return file_at("kennisgegeven").letter("beslissing")


@pytest.fixture
def signed(letter):
    return store.get(letter.signed_sha256)


@pytest.fixture
def check(app):
    """Return a function that sends code and file as somebody who never signed in, and reads the answer."""

    def send(code, content=None, status=200, name="brief.pdf"):
        data = {"code": code} | ({} if content is None else {"pdf": FileStorage(io.BytesIO(content), name)})
        boundary, body = encode_multipart(data)
        kind = f"multipart/form-data; boundary={boundary}"
        answer = app.test_client().post("/controle", data=body, content_type=kind)
        assert flaws(answer, status) == []
        return words_on(answer)

    return send


def _pdf_of_another_program():
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 100, "Iets anders")
    canvas.save()
    return out.getvalue()


def test_a_letter_of_ours_is_said_to_be_untouched(letter, signed, check):
    words = check(letter.code, signed)
    assert KNOWN in words and "Hij is verzonden op 30/04/2026." in words
    assert SAME in words and words.count(INTACT) == 2
    for title in ("Voorzitter van het BCSD", "Algemeen directeur"):
        assert f"Ondertekend als {title} op 29/04/2026 10:00. Niveau: gewone elektronische handtekening." in words
    assert words.count("demonstratiecertificaat, zonder rechtsgevolg") == 2
    assert OTHER not in words and BROKEN not in words


def test_one_flipped_byte_is_seen(letter, signed, check):
    for place in (len(signed) // 3, len(signed) // 2):
        flipped = bytearray(signed)
        flipped[place] ^= 1
        words = check(letter.code, bytes(flipped))
        assert KNOWN in words and OTHER in words
        assert BROKEN in words or UNREADABLE in words
        assert SAME not in words and INTACT not in words


def test_a_byte_added_at_the_end_is_not_the_same_letter(letter, signed, check):
    words = check(letter.code, signed + b"\n")
    assert ADDED in words and SAME not in words


def test_an_update_that_paints_over_the_text_is_seen(letter, signed, check):
    words = check(letter.code, painted_over(signed))
    assert ADDED in words and SAME not in words
    assert BROKEN in words and INTACT not in words


def test_a_copy_that_another_program_saved_again_is_not_the_letter(letter, signed, check):
    words = check(letter.code, saved_again(signed))
    assert OTHER in words and SAME not in words and INTACT not in words


def test_a_letter_with_the_code_of_another_is_not_the_same(file_at, check):
    file = file_at("kennisgegeven")
    words = check(file.letter("aanmaning").code, store.get(file.letter("beslissing").signed_sha256))
    assert KNOWN in words and OTHER in words and SAME not in words


def test_the_letter_before_its_signatures_is_not_the_letter(letter, check):
    words = check(letter.code, store.get(letter.pdf_sha256))
    assert OTHER in words and UNSIGNED in words and SAME not in words


def test_the_letter_with_one_of_two_signatures_is_not_the_letter(letter, check):
    words = check(letter.code, store.get(letter.signatures[0].sha256))
    assert OTHER in words and SAME not in words


def test_a_signed_pdf_with_an_unknown_code_is_read_but_not_called_the_same(letter, signed, check):
    words = check("AAAA-AAAA-AAAA", signed)
    assert UNKNOWN in words and SAME not in words and words.count(INTACT) == 2


@pytest.mark.parametrize("kind", ["words", "empty", "docx", "truncated", "half a header", "zeros"])
def test_what_is_no_pdf_is_told(letter, signed, check, kind):
    content = {
        "words": b"geen pdf",
        "empty": b"",
        "docx": store.get(letter.docx_sha256),
        "truncated": signed[: len(signed) // 2],
        "half a header": b"%PDF-1.7\n%%EOF",
        "zeros": bytes(100_000),
    }[kind]
    words = check(letter.code, content)
    assert UNREADABLE in words and KNOWN in words
    assert SAME not in words and INTACT not in words and UNSIGNED not in words


def test_a_pdf_of_another_program_has_no_signature(letter, check):
    words = check(letter.code, _pdf_of_another_program())
    assert UNSIGNED in words and OTHER in words and SAME not in words


def test_a_file_that_is_too_large_is_told(letter, signed, check):
    assert "Wat je verstuurde is groter dan 4 MB." in check(letter.code, bytes(5 * 2**20), 413)


def test_a_file_without_a_code_asks_for_the_code(signed, check):
    assert "Vul de code in die onderaan de brief staat." in check("", signed, 422)
    assert "Gebruik hoogstens 40 tekens." in check("A" * 41, signed, 422)


def test_a_code_is_read_as_people_type_it(letter, check):
    plain = letter.code.replace("-", "")
    for typed in (letter.code, letter.code.lower(), plain, f" {plain[:4]} {plain[4:8]} {plain[8:]} ", f"{plain}."):
        assert KNOWN in check(typed)


@pytest.mark.parametrize("code", ["AAAA-AAAA-AAAA", "A", "BR-2026-0001", "%", "' OR 1=1 --", "\x00", "é😀", "١٢٣٤"])
def test_a_code_that_does_not_exist_is_told(letter, check, code):
    words = check(code, status=200 if code != "\x00" else 422)
    assert KNOWN not in words
    assert UNKNOWN in words or code == "\x00"


def test_part_of_a_code_or_more_than_a_code_is_not_the_code(letter, check):
    for code in (letter.code[:-1], f"{letter.code}2", letter.code[::-1]):
        assert UNKNOWN in check(code)


def test_a_letter_that_is_not_yet_signed_by_all_does_not_exist_outside(file_at, check):
    file = file_at("beslist")
    letter = file.letter("beslissing")
    assert UNKNOWN in check(letter.code)
    file.post("beslissing", "leg_voor", "secretaris")
    file.post("beslissing", "onderteken", "voorzitter")
    assert UNKNOWN in check(letter.code)
    file.post("beslissing", "onderteken", "directeur")
    words = check(letter.code)
    assert KNOWN in words and "Hij is verzonden" not in words


def test_who_scans_the_qr_code_reads_at_once_whether_the_letter_exists(letter, app):
    browser = app.test_client()
    for code, answer_to in ((letter.code, KNOWN), ("AAAA-AAAA-AAAA", UNKNOWN)):
        answer = browser.get(f"/controle?code={code}")
        assert flaws(answer) == [] and code in answer.text
        assert answer_to in words_on(answer)


def test_the_address_in_the_qr_code_is_that_of_the_page(letter):
    with zipfile.ZipFile(io.BytesIO(store.get(letter.docx_sha256))) as package:
        drawn = package.read("word/media/controle.png")
    assert drawn == qr.png(f"{letter.facts['controle']['adres']}?code={letter.code}")
    assert letter.facts["controle"]["adres"].endswith("/controle")


def test_every_numbered_copy_is_the_letter_and_no_other(file_at, check):
    file = file_at("beslist")
    file.post("beslissing", "leg_voor", "secretaris", number_of_copies=3)
    for login in ("voorzitter", "directeur"):
        file.post("beslissing", "onderteken", login)
    letter = file.letter("beslissing")
    papers = [store.get(paper.signed_sha256) for paper in letter.papers]
    assert len(set(papers)) == 3
    for paper in papers:
        words = check(letter.code, paper)
        assert SAME in words and words.count(INTACT) == 2


def test_the_page_says_nothing_of_the_client_and_changes_nothing(letter, signed, check):
    client, before = letter.case.client, dump()
    people = [signature.person.last_name for signature in letter.signatures]
    private = (
        client.first_name, client.last_name, client.street, NUMBER, letter.case.reference, letter.title, *people
    )  # fmt: skip
    for words in (check(letter.code), check(letter.code, signed), check(letter.code, signed[:-9])):
        assert [each for each in private if each in words] == []
    assert changes(before, dump()) == []


def test_a_letter_that_was_cancelled_after_its_signature_is_confirmed_no_more(file_at, check):
    file = file_at("beslist")
    file.sign("beslissing", "voorzitter", "directeur", maker="secretaris")
    code = file.letter("beslissing").code
    assert KNOWN in check(code)
    file.post("beslissing", "annuleer", "secretaris", remark="Er staat een verkeerd bedrag in.")
    words = check(code)
    assert UNKNOWN in words and KNOWN not in words


def test_a_pdf_nested_too_deeply_is_no_accident(letter, signed, check):
    deep = b"%PDF-1.7\n1 0 obj\n" + b"[" * 50_000 + b"]" * 50_000 + b"\nendobj\n"
    start = len(deep)
    table = (
        b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R/Size 2>>\nstartxref\n%d\n%%%%EOF"
    )
    assert UNREADABLE in check(letter.code, deep + table % start)
