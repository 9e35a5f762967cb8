"""Pieces of a file through the counter: added, listed, handed over, refused in words."""

from io import BytesIO

import pytest

from letters.store import store
from tests.forms.choosing import PDF, add, form_of, newest, place_of
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.letters.pieces import SOUND, document, photo, picture
from workflow import chain
from workflow.models import Attachment, LogEntry, db


@pytest.mark.parametrize("kind", SOUND)
def test_a_piece_of_every_kind_is_added_listed_logged_and_handed_over(file_at, enter, kind):
    file, browser, content = file_at("gemeld"), enter("mw"), SOUND[kind]()
    version = file.case.version
    answer = add(browser, file, content, f"Attest van de arts.{kind}", remark="Gebracht aan het loket")
    assert answer.headers["Location"] == f"/dossiers/{file.case.reference}"
    page = browser.get(answer.headers["Location"])
    assert flaws(page) == []
    assert {"Stuk toegevoegd.", "Attest van de arts", "Mw Werker", "1 kB"} - set(_texts(page)) == set()
    piece = newest()
    entry = db.session.query(LogEntry).filter_by(action="voeg_stuk_toe").one()
    assert (entry.remark, file.case.version) == ("Gebracht aan het loket", version)
    assert entry.fields == chain.canonical(
        {
            "new_piece": {
                "title": "Attest van de arts", "name": f"Attest van de arts.{kind}", "kind": kind,
                "size": len(content), "sha256": piece.sha256, "shared": False,
            }
        }
    )  # fmt: skip
    download = browser.get(place_of(piece))
    assert download.data == content == store.get(piece.sha256)


def _texts(page):
    """The texts of a page, each element apart, with what stands before a comma apart too."""
    return [part.strip() for text in tree_of(page).itertext() for part in (text, *text.split(","))]


TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
    "png": "image/png",
}


@pytest.mark.parametrize("kind", SOUND)
def test_a_download_is_shut_whatever_a_browser_does_with_it(file_at, enter, kind):
    file, browser = file_at("gemeld"), enter("mw")
    add(browser, file, SOUND[kind](), "vals.html")
    headers = browser.get(place_of(newest())).headers
    assert headers["Content-Type"] == TYPES[kind]
    assert headers["Content-Disposition"] == f"attachment; filename=vals.{kind}"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "shown", "handed"),
    [
        ("../../../etc/passwd", "passwd", "attachment; filename=passwd.pdf"),
        ("..\\..\\boot.ini", "boot", "attachment; filename=boot.pdf"),
        ("factuur\u202efdp.exe", "factuurfdp", "attachment; filename=factuurfdp.pdf"),
        (
            "<script>alert(1)<script>.pdf",
            "_script_alert(1)_script_",
            'attachment; filename="_script_alert(1)_script_.pdf"',
        ),
        ("NUL.pdf", "_NUL", "attachment; filename=_NUL.pdf"),
        (
            "é 'x'; y=\u20ac.pdf",
            "é 'x'; y=€",
            "attachment; filename=\"e 'x'; y=.pdf\"; filename*=UTF-8''%C3%A9%20%27x%27%3B%20y%3D%E2%82%AC.pdf",
        ),
        ("", "stuk", "attachment; filename=stuk.pdf"),
        ("a" * 400 + ".pdf", "a" * 150, f"attachment; filename={'a' * 150}.pdf"),
    ],
)
def test_a_hostile_name_is_only_a_name(file_at, enter, name, shown, handed):
    file, browser = file_at("gemeld"), enter("mw")
    assert add(browser, file, PDF, name).status_code == 302
    assert flaws(browser.get(f"/dossiers/{file.case.reference}")) == []
    assert newest().title == shown
    assert browser.get(place_of(newest())).headers["Content-Disposition"] == handed


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Dit bestand is leeg."),
        (b"MZ" + bytes(100), "Dit is een programma."),
        (b"<svg onload='x()'/>", "Dit is een webpagina of een tekening"),
        (photo() + document(), "Dit bestand doet zich ook voor als een ander soort bestand."),
        (PDF[:-100], "Deze PDF is beschadigd"),
        (picture(width=60_000, height=60_000), "Dit beeld is te groot"),
    ],
)
def test_what_may_not_stay_comes_back_as_a_sentence_with_all_that_was_typed(file_at, enter, content, sentence):
    file, browser, before = file_at("gemeld"), enter("mw"), dump()
    answer = add(browser, file, content, title="Attest 2 maart", remark="Van de arts")
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    typed = sent_by(tree_of(answer))
    assert (typed["title"], typed["remark"]) == ("Attest 2 maart", "Van de arts")
    assert changes(before, dump()) == []


def test_without_a_file_the_form_asks_for_one(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    address = f"/dossiers/{file.case.reference}/voeg_stuk_toe"
    answer = browser.post(address, data=form_of(browser, address) | {"upload": "attest.pdf", "title": "Attest"})
    assert flaws(answer, 422) == []
    assert "Kies een bestand." in words_on(answer)


def test_a_sound_file_has_to_be_chosen_again_when_something_else_is_wrong(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    answer = add(browser, file, title="t" * 201)
    assert "Kies het bestand opnieuw: een browser onthoudt het niet." in words_on(answer)
    file.take("wijs_toe", "hoofd", handler_id=file.staff["mw2"].id)
    answer = add(browser, file, seen="1", title="Attest")
    assert answer.status_code == 409 and "Kies het bestand opnieuw" in words_on(answer)
    assert sent_by(tree_of(answer))["title"] == "Attest"


def test_a_file_that_is_sent_twice_with_one_form_is_added_once(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    address = f"/dossiers/{file.case.reference}/voeg_stuk_toe"
    form = form_of(browser, address)
    answers = [browser.post(address, data=form | {"upload": (BytesIO(PDF), "attest.pdf")}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert db.session.query(Attachment).count() == 1


def test_the_same_content_is_added_again_and_said_to_be_there_already(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    place = f"/dossiers/{file.case.reference}"
    add(browser, file)
    assert "Dit stuk zit al in het dossier" not in words_on(browser.get(place))
    add(browser, file, name="nog eens.pdf")
    assert "Dit stuk zit al in het dossier. Het is nog eens toegevoegd." in words_on(browser.get(place))
    assert [piece.title for piece in db.session.query(Attachment).order_by(Attachment.id)] == ["attest", "nog eens"]
