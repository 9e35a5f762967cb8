"""Pieces of a file and whom they are for: roles, guests, other files; and taking one out."""

from io import BytesIO

from forms.actions import perform
from letters.store import store
from tests.forms.choosing import PDF, add, form_of, newest, place_of
from tests.forms.pages import words_on
from tests.letters.pieces import picture
from workflow.models import Case, LogEntry, Seat, db


def test_a_guest_is_not_told_what_he_may_not_see(file_at, enter):
    file = file_at("gemeld")
    add(enter("mw"), file)
    browser = enter("tb")
    add(browser, file)
    assert "zit al in het dossier" not in words_on(browser.get(f"/dossiers/{file.case.reference}"))


READERS = {
    "klerk": "xx", "mw": "xx", "hoofd": "xx", "secretaris": "xx", "lid": "xx", "voorzitter": "xx", "directeur": "..",
    "directie": "..", "privacy": "..", "beheer": "..", "tb": ".x", "contact": ".x", "partner": "..",
}  # fmt: skip
"""Who opens a piece that is not shared, and one that is, of a file on the agenda."""


def test_who_opens_a_piece_depends_on_his_role_and_on_whether_it_is_shared(file_at, enter):
    file, clerk = file_at("geagendeerd"), enter("klerk")
    add(clerk, file, title="Enkel voor ons")
    add(clerk, file, picture(), "scan.png", title="Ook voor Amal", shared="y")
    places = [place_of(newest("Enkel voor ons")), place_of(newest("Ook voor Amal"))]
    got = {}
    for login in READERS:
        browser = enter(login)
        answers = [browser.get(place).status_code for place in places]
        assert set(answers) <= {200, 404}
        got[login] = "".join("x" if status == 200 else "." for status in answers)
        if "x" in got[login]:
            page = words_on(browser.get(f"/dossiers/{file.case.reference}"))
            assert ("Enkel voor ons" in page, "Ook voor Amal" in page) == tuple(sign == "x" for sign in got[login])
    assert got == READERS


def test_somebody_who_is_not_signed_in_gets_no_piece(file_at, enter, app):
    file = file_at("gemeld")
    add(enter("mw"), file, shared="y")
    assert app.test_client().get(place_of(newest())).status_code == 302


def test_a_recused_member_opens_no_piece(file_at, enter):
    file = file_at("geagendeerd")
    add(enter("mw"), file)
    seat = db.session.query(Seat).filter_by(person_id=file.staff["lid"].id).one()
    interest = {"recusal": {"seat_id": seat.id, "reason": "Buur van de cliënt"}}
    perform(file.case.agenda_item, "noteer_belang", file.actor("secretaris"), file.now, fields=interest)
    assert enter("lid").get(place_of(newest())).status_code == 404
    assert enter("bcsd2").get(place_of(newest())).status_code == 200


def test_a_piece_is_found_under_its_own_file_only(archive, enter):
    browser, mine = enter("mw"), db.session.query(Case).filter_by(reference=archive["gemeld"]).one()
    address = f"/dossiers/{mine.reference}/voeg_stuk_toe"
    browser.post(address, data=form_of(browser, address) | {"upload": (BytesIO(PDF), "attest.pdf")})
    piece = newest()
    assert browser.get(f"/dossiers/{mine.reference}/stukken/{piece.id}").status_code == 200
    for other in (archive["gehoord"], "SD-2026-9999"):
        assert browser.get(f"/dossiers/{other}/stukken/{piece.id}").status_code == 404
    assert browser.get(f"/dossiers/{mine.reference}/stukken/{'0' * 32}").status_code == 404


def test_a_guest_adds_a_piece_that_the_owner_reads_or_none_at_all(file_at, enter):
    file, guest = file_at("gemeld"), enter("tb")
    form = form_of(guest, f"/dossiers/{file.case.reference}/voeg_stuk_toe")
    assert form["shared"] == "y"
    del form["shared"]
    answer = guest.post(
        f"/dossiers/{file.case.reference}/voeg_stuk_toe", data=form | {"upload": (BytesIO(PDF), "lijst.pdf")}
    )
    assert answer.status_code == 422
    assert "Het dossier is van OCMW Gent: die leest wat je toevoegt. Vink dit aan." in words_on(answer)
    assert add(guest, file, name="lijst.pdf").status_code == 302
    for login in ("tb", "mw"):
        assert enter(login).get(place_of(newest("lijst"))).data == PDF


def _take_out(browser, file, piece, why="Van een andere cliënt"):
    address = f"/dossiers/{file.case.reference}/verwijder_stuk"
    form = form_of(browser, f"{address}?stuk={piece.id}")
    return browser.post(address, data=form | {"remark": why})


def test_a_piece_that_is_taken_out_is_offered_to_nobody_and_stays_in_store_and_log(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    add(browser, file)
    piece = newest()
    sha256, place = piece.sha256, place_of(piece)
    assert form_of(browser, f"/dossiers/{file.case.reference}/verwijder_stuk?stuk={piece.id}")["piece"] == piece.id
    assert _take_out(browser, file, piece).status_code == 302
    page = browser.get(f"/dossiers/{file.case.reference}")
    assert "Er zijn nog geen stukken voor jou." in words_on(page) and "Van een andere cliënt" in words_on(page)
    assert browser.get(place).status_code == 404
    entry = db.session.query(LogEntry).filter_by(action="verwijder_stuk").one()
    assert '"name":"attest.pdf"' in entry.fields and sha256 in entry.fields
    db.session.refresh(piece)
    assert (piece.removed_reason, store.get(sha256)) == ("Van een andere cliënt", PDF)


def test_a_piece_is_not_taken_out_without_a_reason_or_twice(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    add(browser, file)
    piece = newest()
    assert "Schrijf waarom het stuk eruit moet." in words_on(_take_out(browser, file, piece, why=""))
    first, second = (form_of(browser, f"/dossiers/{file.case.reference}/verwijder_stuk") for _ in range(2))
    chosen = {"piece": piece.id, "remark": "Dubbel"}
    answers = [
        browser.post(f"/dossiers/{file.case.reference}/verwijder_stuk", data=form | chosen) for form in (first, second)
    ]
    assert [answer.status_code for answer in answers] == [302, 422]
    assert db.session.query(LogEntry).filter_by(action="verwijder_stuk").count() == 1


def test_a_guest_takes_out_what_he_added_and_nothing_else(file_at, enter):
    file, guest = file_at("gemeld"), enter("tb")
    add(enter("mw"), file, shared="y", title="Van het OCMW")
    add(guest, file, picture(), "foto.png", title="Van Amal")
    answer = _take_out(guest, file, newest("Van het OCMW"))
    assert answer.status_code == 422
    assert "Wat een ander toevoegde, haalt enkel wie het dossier bezit eruit." in words_on(answer)
    assert _take_out(guest, file, newest("Van Amal")).status_code == 302
    assert _take_out(enter("klerk"), file, newest("Van het OCMW")).status_code == 302
