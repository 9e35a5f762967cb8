"""The papers of a deposit list: one PDF for the printer with every letter in order, and the list itself."""

from datetime import date

import pytest

from letters.store import store
from tests.forms.pages import words_on
from tests.forms.post_letters import codes, items, listed, send, twins
from tests.letters.pdf_view import page_texts
from tests.letters.samples import paper
from workflow.models import db


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
def other(clerk):
    """The PDF of another letter, of one page."""
    return store.put(paper("bevestiging_naleving").pdf.data)


@pytest.fixture
def address(clerk, signed, other):
    """A list on which the warning stands between two letters of one page."""
    (first,) = twins(signed, 1, signed_sha256=other)
    (last,) = twins(signed, 1, ["=1+1\nProefstraat 3\n9000 Gent"], signed_sha256=other)
    return listed(clerk, [first, signed.reference, last], rp="y")


def _texts(answer):
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    return page_texts(answer.data)


@pytest.mark.parametrize("double_sided", [False, True])
def test_the_print_copy_is_every_signed_letter_in_the_order_of_the_list(clerk, address, double_sided):
    answer = clerk.get(f"{address}/drukexemplaar.pdf{'?dubbelzijdig=y' if double_sided else ''}")
    *before, last = [page_texts(store.get(item.letter.signed_sha256)) for item in items(address)]
    blank = [""] if double_sided else []
    assert any(len(pages) % 2 for pages in before)
    assert _texts(answer) == [page for pages in before for page in pages + blank * (len(pages) % 2)] + last
    assert answer.headers["Content-Disposition"] == "attachment; filename=AL-2026-0001-drukexemplaar.pdf"


def test_the_signed_letter_stays_as_it_was(clerk, address, signed):
    before = store.get(signed.signed_sha256)
    clerk.get(f"{address}/drukexemplaar.pdf")
    assert clerk.get(f"/brieven/{signed.reference}.pdf").data == before


def test_a_cancelled_letter_is_not_printed(clerk, address):
    for item in items(address):
        item.letter.state = "geannuleerd" if item.place != 2 else item.letter.state
    db.session.commit()
    only = items(address)[1].letter
    assert _texts(clerk.get(f"{address}/drukexemplaar.pdf")) == page_texts(store.get(only.signed_sha256))


def test_an_empty_list_has_nothing_to_print(clerk, address):
    for item in items(address):
        clerk.post(f"{address}/haal_af", data={"brief": item.letter.reference})
    answer = clerk.get(f"{address}/drukexemplaar.pdf", follow_redirects=True)
    assert "Op deze lijst staat geen brief om af te drukken." in words_on(answer)
    assert "0 zendingen" in " ".join(_texts(clerk.get(f"{address}/afgiftelijst.pdf")))


def test_the_list_names_every_letter_with_its_barcode(clerk, address):
    send(clerk, address, "barcodes", codes="\n".join(codes(3)))
    answer = clerk.get(f"{address}/afgiftelijst.pdf")
    (text,) = _texts(answer)
    assert answer.headers["Content-Disposition"] == "attachment; filename=AL-2026-0001-afgiftelijst.pdf"
    assert "aangetekende zendingen met RP" in text and "=1+1" in text
    places = [text.index(code) for code in codes(3)]
    assert places == sorted(places)
    assert [text.index(item.letter.reference) for item in items(address)] == sorted(
        text.index(item.letter.reference) for item in items(address)
    )


def test_sixty_letters_are_printed_at_once(clerk, signed, other):
    address = listed(clerk, twins(signed, 60, signed_sha256=other))
    pages = len(page_texts(store.get(other)))
    assert len(_texts(clerk.get(f"{address}/drukexemplaar.pdf"))) == 60 * pages
    assert len(_texts(clerk.get(f"{address}/afgiftelijst.pdf"))) > 3
