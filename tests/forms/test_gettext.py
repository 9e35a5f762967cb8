"""Every word somebody sees goes through gettext, with Dutch as its source, and extraction finds it in the code."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

from tests.forms import pseudo
from tests.forms.pages import blank_form, tree_of
from tests.forms.test_pages import LOGINS, addresses
from workflow.models import Letter, db

ROOT = Path(__file__).parent.parent.parent
KEYWORDS = DEFAULT_KEYWORDS | dict.fromkeys(("_l", "lazy_gettext", "N_", "Required"))
DOCUMENTS = ("/woordenlijst",)
"""Pages that show a document, which is Dutch as the letters are."""


@pytest.fixture(scope="session")
def catalogue():
    """Every message that extraction finds in the code and the templates."""
    found = set()
    for folder in ("workflow", "letters", "forms", "templates"):
        how = [("**.html", "jinja2")] if folder == "templates" else [("**.py", "python")]
        options = {"**.html": {"silent": "false"}}
        for *_place, message, _comments, _context in extract_from_dir(ROOT / folder, how, options, KEYWORDS):
            found |= {message} if isinstance(message, str) else set(message)
    return found


@pytest.fixture
def brackets(monkeypatch, catalogue):
    """The language of brackets; what was asked and is no data has to stand in the catalogue."""
    asked = pseudo.speak_in_brackets(monkeypatch)
    yield asked
    data = pseudo.data_of_the_office() | {each.value for each in pseudo.PARAMETERS.values()}
    unknown = {m for m in asked.asked - catalogue - data if pseudo.OPEN not in m and not m[:2].isdigit()}
    assert unknown == set()


def _once(every):
    """Every page, but the form of a step only once: its words are those of its template."""
    return {address.split("/")[3] if address.count("/") == 3 else address: address for address in every}.values()


@pytest.mark.parametrize("login", LOGINS)
def test_every_word_on_every_page_is_a_message_or_data(archive, enter, brackets, login):
    browser, listener, heard = enter(login), pseudo.Listener(pseudo.data_of_the_office()), {}
    for address in _once(addresses(login)):
        answer = browser.get(address)
        if answer.status_code != 302 and address not in DOCUMENTS and (words := listener.unspoken(answer)):
            heard[address] = words
    assert heard == {}


TYPED = {
    "hearing_on": "morgenvroeg",
    "posted_on": "31/11",
    "remedy_by": "32-01-26",
    "monthly_cents": "veel",
    "duration": "lang",
    "reported_facts-0-happened_on": "gisteren",
    "reported_facts-0-what": "Spijbelde",
    "reported_facts-1-evidence": "Niets",
    "reported_facts-1-happened_on": "1/2/2026",
    "reported_facts-1-what": "",
    "breach_type": "zomaar",
    "measure": "boete",
    "way": "postduif",
    "remark": "a\x00b",
    "hearing_time": "t" * 20_001,
    "national_number": "123",
    "born_on": "1/1/2030",
    "postal_code": "p" * 11,
    "login": "l" * 101,
    "code": "c" * 41,
}
"""Something wrong for every kind of field."""


@pytest.mark.parametrize("login", ["mw", "secretaris", "hoofd", "klerk", "tb"])
def test_every_error_on_every_form_is_a_message(archive, enter, brackets, login):
    browser, heard, forms = enter(login), {}, 0
    listener = pseudo.Listener(pseudo.data_of_the_office(), ["ab", *TYPED.values()])
    for address in _once(addresses(login)):
        answer = browser.get(address)
        page = tree_of(answer) if answer.status_code == 200 else None
        if page is not None and page.xpath("//main//form[@method='post' and @novalidate]"):
            blank = blank_form(page)
            for sent in (blank, blank | TYPED, blank | {"seen": "0"}):
                back = browser.post(address, data=sent)
                forms += back.status_code in (409, 422)
                if words := listener.unspoken(back) if back.status_code != 302 else []:
                    heard[address] = words
    assert heard == {}
    assert forms > 8


def test_what_is_said_after_a_step_is_a_message(archive, enter, brackets):
    browser, reference = enter("mw"), archive["gemeld"]
    data = {"remark": "gebeld\x00", "seen": "1"}
    answer = browser.post(f"/dossiers/{reference}/noteer", data=data, follow_redirects=True)
    listener = pseudo.Listener(pseudo.data_of_the_office(), ["gebeld"])
    assert answer.status_code == 200 and "Nota⟧." in answer.text and "weggehaald" in answer.text
    assert listener.unspoken(answer) == []


def _public(app, browser, monkeypatch):
    """Pages that somebody gets who is not signed in, or for whom something went wrong."""
    nobody = app.test_client()
    yield from (nobody.get(address) for address in ("/aanmelden", "/controle", "/toegankelijkheid", "/bestaat-niet"))
    yield nobody.post("/aanmelden", data={"login": "mw", "password": "fout"})
    yield nobody.post("/aanmelden", data={"login": "", "password": ""})
    for code, pdf in (("", b""), ("ABCD", b"geen pdf"), ("ABCD", b"")):
        yield nobody.post("/controle", data={"code": code, "pdf": (BytesIO(pdf), "brief.pdf")})
    yield browser.get("/afmelden")
    yield browser.get("/zittingen")
    yield browser.post("/controle", data={"code": "x" * 5 * 2**20})
    yield browser.open("/dossiers", method="DELETE")
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    yield browser.post("/organisatie")
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setattr("forms.worklist.TILES", None)
    yield browser.get("/")


def test_the_pages_of_sign_in_verification_and_errors_are_messages(app, archive, enter, brackets, monkeypatch):
    listener = pseudo.Listener(pseudo.data_of_the_office(), ["mw"])
    heard = {}
    for answer in _public(app, enter("mw"), monkeypatch):
        heard[answer.status_code, answer.request.path] = listener.unspoken(answer)
    assert {status for status, _path in heard} == {200, 400, 403, 404, 405, 413, 422, 500}
    assert {place: words for place, words in heard.items() if words} == {}


def test_the_outcome_of_a_verification_is_a_message(archive, app, brackets):
    from letters.store import store

    letter = next(each for each in db.session.query(Letter) if each.name == "beslissing" and each.posted_on)
    listener = pseudo.Listener(pseudo.data_of_the_office(), [f"{letter.case.owner.name} (demonstratiezegel)"])
    signed = store.get(letter.signed_sha256)
    for pdf in (signed, signed[:-40] + b"x" * 40, store.get(letter.pdf_sha256)):
        data = {"code": letter.code, "pdf": (BytesIO(pdf), "brief.pdf")}
        words = listener.unspoken(app.test_client().post("/controle", data=data))
        assert [word for word in words if "Common Name" not in word] == []


def test_the_script_says_nothing_of_its_own():
    script = (ROOT / "forms" / "static" / "js" / "app.js").read_text()
    assert script.count("toast(") == 3  # where it is used; what it says stands in the page
    assert "toast('" not in script and "toast(`" not in script


def test_extraction_finds_the_messages(catalogue):
    for message in (
        "Meld een inbreuk",  # a table
        "De hersteltermijn loopt nog tot en met %(due)s.",  # a guard
        "Schrijf de nota.",  # an instruction at a field
        "Vul je wachtwoord in.",
        "Maatschappelijk werker",  # a label, a role
        "nog %(num)s dag",  # both numbers
        "nog %(num)s dagen",
        "Volgende stap: %(step)s",  # a template
        "Niet gevonden",  # an error page
        "Gebruik hoogstens %(max)s tekens.",
        "In de brief ontbreekt een verplichte vermelding: %(title)s (%(article)s).",  # a letter that is refused
    ):
        assert message in catalogue
    assert len(catalogue) > 700
