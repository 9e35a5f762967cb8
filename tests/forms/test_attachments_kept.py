"""Pieces that break, are too large, are proofs of a posting, are proved; on either database."""

from datetime import date
from io import BytesIO

import pytest

from forms.access import visible_attachments
from forms.upload import ROOM
from letters.intake.recognise import MOST_BYTES
from letters.store import store
from tests.forms import pseudo
from tests.forms.choosing import PDF, add, encoded, form_of, newest, place_of
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, words_on
from tests.letters.pieces import photo, picture
from workflow import chain
from workflow.models import Attachment, LogEntry, db


def test_the_proof_of_a_posting_stands_on_the_letter_and_in_the_file(file_at, enter, clock):
    file, browser = file_at("aangemaand"), enter("klerk")
    clock.set(date(2026, 3, 4))
    letter = f"/brieven/{file.letter('aanmaning').reference}"
    assert "Voeg het afgiftebewijs toe" in words_on(browser.get(letter))
    form = form_of(browser, f"{letter}/voeg_bewijs_toe")
    answer = browser.post(
        f"{letter}/voeg_bewijs_toe", data=form | {"upload": (BytesIO(photo()), "Afgifte 3 maart.jpeg")}
    )
    assert answer.status_code == 302, words_on(answer)
    for page in (letter, f"/dossiers/{file.case.reference}"):
        shown = browser.get(page)
        assert flaws(shown) == []
        assert "Afgifte 3 maart" in words_on(shown) and "fgiftebewijs" in words_on(shown)
    proof = newest()
    assert (proof.letter_id, proof.kind, proof.shared) == (file.letter("aanmaning").id, "jpg", False)
    assert browser.get(place_of(proof)).headers["Content-Disposition"] == 'attachment; filename="Afgifte 3 maart.jpg"'
    assert enter("tb").get(place_of(proof)).status_code == 404
    entry = db.session.query(LogEntry).filter_by(action="voeg_bewijs_toe").one()
    assert proof.sha256 in entry.fields and entry.subject_id == proof.letter_id


def test_a_letter_that_did_not_leave_has_no_proof(file_at, enter):
    file, browser = file_at("aanmaning"), enter("klerk")
    letter = f"/brieven/{file.letter('aanmaning').reference}"
    assert "Voeg het afgiftebewijs toe" not in words_on(browser.get(letter))
    answer = browser.post(f"{letter}/voeg_bewijs_toe", data={"upload": (BytesIO(PDF), "bewijs.pdf"), "seen": "1"})
    assert answer.status_code == 422
    assert db.session.query(Attachment).count() == 0


class Broken(Exception):
    """What no part of the program raises by itself."""


@pytest.mark.parametrize("place", ["store", "chain", "settle"])
def test_what_breaks_while_a_piece_is_added_leaves_nothing_behind(file_at, enter, app, monkeypatch, place):
    from forms import actions

    file, browser, before = file_at("gemeld"), enter("mw"), dump()

    def breaking(*args, **kwargs):
        raise Broken(place)

    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            *{"store": (store, "put"), "chain": (chain, "append"), "settle": (actions, "settle")}[place], breaking
        )
        answer = add(browser, file)
    assert answer.status_code == 500 and "Er is niets half bewaard" in words_on(answer)
    assert changes(before, dump()) == []
    assert add(browser, file).status_code == 302


def test_only_a_step_that_brings_a_file_may_send_that_much(file_at, enter):
    file, browser, before = file_at("gemeld"), enter("mw"), dump()
    page = f"/dossiers/{file.case.reference}"
    large = photo() + bytes(6 * 2**20)  # refused for what stands behind it, so it was read
    answer = add(browser, file, large, "foto.jpg")
    assert answer.status_code == 422 and "Achter deze foto zit nog iets" in words_on(answer)
    answer = browser.post(f"{page}/noteer", **encoded({"upload": (BytesIO(large), "foto.jpg")}))
    assert flaws(answer, 413) == []
    assert "Wat je verstuurde is groter dan 4 MB." in words_on(answer)
    assert changes(before, dump()) == []


@pytest.mark.parametrize(("size", "status", "said"), [
    (MOST_BYTES + 1, 422, "Dit bestand is groter dan 25 MB."),
    (ROOM + 1, 413, "Een stuk mag hoogstens 25 MB zijn."),
])  # fmt: skip
def test_a_file_that_is_too_large_gets_a_sentence(file_at, enter, size, status, said):
    file, browser, before = file_at("gemeld"), enter("mw"), dump()
    answer = add(browser, file, PDF.ljust(size, b" "), "groot.pdf", title="Groot")
    assert flaws(answer, status) == []
    assert said in words_on(answer)
    assert changes(before, dump()) == []


def test_verify_finds_a_piece_that_is_damaged_or_unknown_to_the_log(file_at, enter, app):
    file = file_at("gemeld")
    add(enter("mw"), file)
    db.session.commit()
    assert app.test_cli_runner().invoke(args=["verify"]).exit_code == 0
    piece = newest()
    path = store._path(piece.sha256)
    path.write_bytes(PDF + b"x")
    damaged = app.test_cli_runner().invoke(args=["verify"])
    path.write_bytes(PDF)
    assert (damaged.exit_code, f"{piece.case.reference}, attest: {piece.sha256}: is veranderd" in damaged.output) == (
        1,
        True,
    )
    piece.sha256 = store.put(picture())
    db.session.commit()
    changed = app.test_cli_runner().invoke(args=["verify"])
    assert (changed.exit_code, "attest: het logboek kent dit stuk niet" in changed.output) == (1, True)


def test_every_word_about_pieces_is_a_message_or_data(file_at, enter, monkeypatch):
    file, browser = file_at("aangemaand"), enter("mw")
    add(browser, file, name="Attest.pdf", shared="y")
    add(browser, file, picture(), "Scan.png")
    letter = f"/brieven/{file.letter('aanmaning').reference}"
    form = form_of(browser, f"{letter}/voeg_bewijs_toe")
    browser.post(f"{letter}/voeg_bewijs_toe", data=form | {"upload": (BytesIO(photo() + bytes(10**3)), "Bewijs.jpg")})
    browser.get(letter)  # what was said after these steps is read
    pseudo.speak_in_brackets(monkeypatch)
    listener = pseudo.Listener(pseudo.data_of_the_office())
    page = f"/dossiers/{file.case.reference}"
    for address in (page, letter, f"{page}/voeg_stuk_toe", f"{page}/verwijder_stuk", f"{letter}/voeg_bewijs_toe"):
        assert listener.unspoken(browser.get(address)) == [], address
    for content in (b"", b"MZ", PDF):
        answer = add(browser, file, content, title="t" * 201 if content else "")
        assert [word for word in listener.unspoken(answer) if "ttt" not in word] == []


def test_pieces_are_added_and_taken_out_on_either_database(house, people, clock):
    from tests.walks import sanction as journey

    file = journey.File(people, clock).to("gemeld")
    said = {"title": "Attest", "name": "attest.pdf", "kind": "pdf", "size": len(PDF), "sha256": store.put(PDF)}
    file.take("voeg_stuk_toe", "mw", new_piece=said | {"shared": False})
    file.take("voeg_stuk_toe", "mw", new_piece=said | {"shared": True, "title": "Gedeeld"})
    for login, titles in {"mw": ["Attest", "Gedeeld"], "tb": ["Gedeeld"], "partner": []}.items():
        assert _seen(file, login) == titles
    file.take("verwijder_stuk", "mw", remark="Dubbel", leaving_piece={"id": file.case.attachments[1].id})
    assert (_seen(file, "mw"), _seen(file, "tb")) == (["Attest"], [])


def _seen(file, login):
    from workflow.moment import Moment

    query = visible_attachments(Moment(file.now, file.actor(login))).order_by(Attachment.id)
    return [piece.title for piece in db.session.scalars(query).unique()]
