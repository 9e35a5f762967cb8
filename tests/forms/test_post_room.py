"""The post room: what has to leave and for whom, how it left, what came back, and a mistake that is put right."""

from datetime import date

import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.walks.sanction import BARCODE
from workflow.models import Letter, LogEntry, db
from workflow.roles import Role

SIGNED = date(2026, 3, 3)  # a Tuesday
BARRED = ("privacy", "beheer", "partner")
NUMBER_ASKED = (
    "Geef het nummer van de aangetekende zending: 30 cijfers die met 010 beginnen, of 13 tekens die met R beginnen."
)
DAY_ASKED = "Geef de dag van afgifte: niet in de toekomst, en niet vóór de laatste handtekening."
PRESENTED_ASKED = "Geef de dag van aanbieding: niet vóór de afgifte en niet in de toekomst."
RETURN_ASKED = "Geef de dag waarop de brief terugkwam en de reden die erop staat."


@pytest.fixture
def signed(file_at):
    """A file whose warning is signed and lies in the post room."""
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=SIGNED)
    return file


@pytest.fixture
def sent(file_at, clock):
    """A file whose warning left on Tuesday 3 March; now it is Monday 9 March."""
    file = file_at("aangemaand")
    clock.set(date(2026, 3, 9))
    return file


def _on_shelf(browser, shelf="versturen"):
    page = tree_of(browser.get("/post", query_string={"plank": shelf}))
    return [link.get("href").rsplit("/", 1)[1] for link in page.findall(".//a[@class='title-link']")]


def _send(browser, file, action="verzend", **typed):
    address = f"/brieven/{file.letter('aanmaning').reference}/{action}"
    return browser.post(address, data=sent_by(tree_of(browser.get(address))) | typed)


def _refused(browser, file, sentence, action="verzend", **typed):
    """Send a form that has to be refused with a sentence; everything typed stays and nothing changes."""
    before = dump("refusal")
    answer = _send(browser, file, action, **typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert sent_by(tree_of(answer)).items() >= typed.items()
    assert changes(before, dump("refusal")) == []


def test_the_post_room_lists_what_has_to_leave(signed, enter):
    reference = signed.letter("aanmaning").reference
    for login in ("klerk", "mw", "hoofd"):
        assert _on_shelf(enter(login)) == [reference]
    assert _on_shelf(enter("lid")) == []
    assert _on_shelf(enter("klerk"), "ondertekenen") == _on_shelf(enter("klerk"), "onderweg") == []


@pytest.mark.parametrize("login", BARRED)
def test_who_does_not_send_letters_has_no_post_room(signed, enter, login):
    assert enter(login).get("/post").status_code == 403


def test_what_stays_in_the_file_is_not_to_be_sent(file_at, enter):
    file = file_at("gehoord")
    assert file.letter("hoorverslag").state == "ondertekend"
    assert _on_shelf(enter("klerk")) == []
    before = dump("refusal")
    data = {"way": "gewoon", "posted_on": "14/4/2026", "seen": file.letter("hoorverslag").version}
    answer = enter("klerk").post(f"/brieven/{file.letter('hoorverslag').reference}/verzend", data=data)
    assert "Dit stuk blijft in het dossier en wordt niet verzonden." in words_on(answer)
    assert changes(before, dump("refusal")) == []


@pytest.mark.parametrize("login", ["hoofd", "secretaris", "lid", "tb", "beheer"])
def test_only_clerk_and_social_worker_record_the_posting(signed, enter, login):
    reference, before = signed.letter("aanmaning").reference, dump()
    data = {"way": "aangetekend", "posted_on": "3/3/2026", "registered_number": BARCODE, "seen": "9"}
    assert enter(login).post(f"/brieven/{reference}/verzend", data=data).status_code in (403, 404)
    assert changes(before, dump()) == []


@pytest.mark.parametrize(
    "number",
    ["", "0", BARCODE[:-1], f"{BARCODE}1", f"020{BARCODE[3:]}", "RR12345678BE", "XR123456789BE", "R123456789BEE"],
)
def test_a_registered_letter_needs_its_number(signed, enter, number):
    _refused(enter("klerk"), signed, NUMBER_ASKED, way="aangetekend", registered_number=number)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(BARCODE, BARCODE), (f" {BARCODE[:4]} {BARCODE[4:]} ", BARCODE), ("rr 123 456 785 be", "RR123456785BE")],
)
def test_the_number_may_have_spaces(signed, enter, typed, kept):
    assert _send(enter("klerk"), signed, way="aangetekend", registered_number=typed).status_code == 302
    assert signed.letter("aanmaning").registered_number == kept


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("02/03/2026", DAY_ASKED),
        ("04/03/2026", DAY_ASKED),
        ("03/03/2025", DAY_ASKED),
        ("31/2/2026", "'31/2/2026' is geen datum. Schrijf bijvoorbeeld 15/12/2026."),
        ("", "Geef de dag van afgifte."),
    ],
)
def test_a_day_on_which_the_letter_cannot_have_left_is_refused(signed, enter, day, sentence):
    _refused(enter("klerk"), signed, sentence, posted_on=day, registered_number=BARCODE)


@pytest.mark.parametrize("way", ["gewoon", "programma", "duif"])
def test_a_warning_does_not_leave_by_ordinary_post(signed, enter, way):
    before = dump("refusal")
    assert _send(enter("klerk"), signed, way=way, registered_number=BARCODE).status_code == 422
    assert changes(before, dump("refusal")) == []


def test_a_letter_that_is_not_signed_does_not_leave(file_at, enter):
    file, before = file_at("aanmaning"), dump("refusal")
    address = f"/brieven/{file.letter('aanmaning').reference}/verzend"
    data = {"way": "aangetekend", "posted_on": "2/3/2026", "registered_number": BARCODE, "seen": "1"}
    assert enter("klerk").post(address, data=data).status_code in (409, 422)
    assert changes(before, dump("refusal")) == []


def test_sending_moves_the_file_by_itself_and_starts_its_term(signed, enter):
    browser, reference = enter("klerk"), signed.letter("aanmaning").reference
    assert _send(browser, signed, registered_number=BARCODE).status_code == 302
    assert (signed.case.state, signed.letter("aanmaning").state) == ("aangemaand", "verzonden")
    assert signed.case.running("hersteltermijn").started_on == SIGNED
    lines = db.session.query(LogEntry).filter_by(chain_id=signed.case.id).order_by(LogEntry.number).all()[-2:]
    assert [(line.action, line.role) for line in lines] == [("verzend", Role.CLERK), ("verstuurd", Role.SYSTEM)]
    assert (_on_shelf(browser), _on_shelf(browser, "onderweg")) == ([], [reference])


def test_a_letter_is_presented_between_its_posting_and_today(sent, enter):
    browser = enter("klerk")
    for day in ("02/03/2026", "10/03/2026"):
        _refused(browser, sent, PRESENTED_ASKED, "meld_aanbieding", presented_on=day)
    assert _send(browser, sent, "meld_aanbieding", presented_on="4/3/2026").status_code == 302
    letter = sent.letter("aanmaning")
    assert (letter.state, letter.presented_on) == ("aangeboden", date(2026, 3, 4))


def test_a_letter_that_comes_back_has_its_day_and_its_reason(sent, enter):
    browser = enter("klerk")
    for day in ("02/03/2026", "10/03/2026"):
        _refused(browser, sent, RETURN_ASKED, "meld_terugkeer", returned_on=day, return_reason="Onbekend")
    _refused(browser, sent, "Schrijf de reden.", "meld_terugkeer", returned_on="06/03/2026", return_reason="")
    back = {"returned_on": "6/3/2026", "return_reason": "Niet afgehaald"}
    assert _send(browser, sent, "meld_terugkeer", **back).status_code == 302
    letter = sent.letter("aanmaning")
    assert (letter.state, letter.returned_on) == ("teruggekeerd", date(2026, 3, 6))
    assert letter.return_reason == "Niet afgehaald"
    assert _on_shelf(browser, "terug") == [letter.reference]


def test_a_posting_day_that_is_corrected_moves_the_term(sent, enter):
    browser, before = enter("klerk"), sent.case.running("hersteltermijn").due_on
    _refused(browser, sent, "Schrijf waarom.", "corrigeer", posted_on="05/03/2026", remark="")
    _refused(browser, sent, DAY_ASKED, "corrigeer", posted_on="10/03/2026", remark="Bewijs nagekeken.")
    corrected = {"posted_on": "5/3/2026", "remark": "Bewijs nagekeken."}
    assert _send(browser, sent, "corrigeer", **corrected).status_code == 302
    letter = sent.letter("aanmaning")
    assert (letter.posted_on, letter.state, letter.registered_number) == (date(2026, 3, 5), "verzonden", BARCODE)
    assert sent.case.running("hersteltermijn").due_on > before
    actions = db.session.query(LogEntry.action).filter_by(chain_id=sent.case.id).order_by(LogEntry.number)
    assert [action for (action,) in actions][-2:] == ["corrigeer", "herreken"]


def test_a_correction_does_not_put_the_posting_after_the_presentation(sent, enter):
    browser = enter("klerk")
    sent.post("aanmaning", "meld_aanbieding", "klerk", presented_on=date(2026, 3, 4))
    sentence = "De dag van aanbieding of terugkeer ligt niet vóór de afgifte en niet in de toekomst."
    _refused(browser, sent, sentence, "corrigeer", posted_on="05/03/2026", remark="Bewijs nagekeken.")


def test_the_pages_of_the_post_room_show_every_letter_once(archive, enter):
    browser, address, seen = enter("mw"), "/post?plank=alles", []
    while address:
        page = tree_of(browser.get(address))
        shown = page.findall(".//a[@class='title-link']")
        following = page.find(".//div[@class='pager']//a")
        assert len(shown) == 25 or following is None
        seen += [link.get("href").rsplit("/", 1)[1] for link in shown]
        address = following.get("href") if following is not None else ""
    of_files = [letter for letter in db.session.query(Letter) if letter.case.kind == "sanction"]
    assert sorted(seen) == sorted(letter.reference for letter in of_files)
    assert len(seen) > 25


def test_the_number_of_a_registered_letter_stands_on_no_other(file_at, enter):
    file, browser = file_at("hoorzitting"), enter("klerk")
    invitation, why = file.letter("uitnodiging_hoorzitting"), {"remark": "Verkeerd gescand."}
    invitation.registered_number = f"010{2:027}"
    answer = _send(browser, file, "corrigeer", registered_number=invitation.registered_number, **why)
    assert answer.status_code == 422
    assert f"Dit nummer staat al bij brief {invitation.reference}." in words_on(answer)
    assert _send(browser, file, "corrigeer", registered_number=f"010{3:027}", **why).status_code == 302
