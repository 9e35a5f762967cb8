"""The dated register of a client: no two at once, nothing typed is lost, and what was corrected can be read back."""

from datetime import date

import factories
import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from workflow.models import AidPeriod, ClientShare, db


@pytest.fixture
def file(file_at):
    """A joint client with leefloon since long ago, on Monday 2 March 2026."""
    return file_at("gemeld")


def _fact(file):
    return db.session.query(AidPeriod).filter_by(client_id=file.client.id).order_by(AidPeriod.from_on.desc()).first()


def _send(browser, address, **typed):
    """Fill in the form as it stands, and send it."""
    return browser.post(address, data=sent_by(tree_of(browser.get(address))) | typed)


def _page(file, part=""):
    return f"/clienten/{file.client.id}{part}"


NEW = {"aid": "andere", "from_on": "1/6/2026", "source": "Beslissing BCSD van 26 mei 2026", "category": "Enkel huur"}


def test_two_at_once_are_refused_and_nothing_typed_is_lost(file, enter):
    browser, before = enter("mw"), dump("refusal")
    answer = _send(browser, _page(file, "/noteer_inkomen"), **NEW)
    assert flaws(answer, 422) == []
    assert "Deze periode valt deels samen met een andere: Leefloon sinds 01/01/2020." in words_on(answer)
    assert {name: sent_by(tree_of(answer))[name] for name in NEW} == NEW | {"from_on": "01/06/2026"}
    assert changes(before, dump("refusal")) == []


def test_what_still_runs_ends_the_day_before_when_somebody_says_so(file, enter):
    assert _send(enter("mw"), _page(file, "/noteer_inkomen"), **NEW, ends_previous="y").status_code == 302
    db.session.expire_all()
    held = [(fact.aid, fact.from_on, fact.until_on) for fact in file.client.aids]
    assert held == [
        ("leefloon", date(2020, 1, 1), date(2026, 5, 31)),
        ("andere", date(2026, 6, 1), None),
    ]
    assert [file.client.aid_on(day) for day in (date(2026, 5, 31), date(2026, 6, 1))] == ["leefloon", "andere"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"from_on": ""}, "Geef de dag waarop het begint."),
        ({"from_on": "31/11/2026"}, "'31/11/2026' is geen datum. Schrijf bijvoorbeeld 15/12/2026."),
        ({"from_on": "1/6/2026", "until_on": "31/5/2026"}, "Het einde ligt niet voor het begin."),
        ({"source": ""}, "Zeg waaruit het blijkt (bron)."),
        ({"aid": ""}, "Kies een van de mogelijkheden."),
    ],
)
def test_a_fact_that_cannot_be_is_refused_in_a_sentence(file, enter, typed, sentence):
    answer = _send(enter("mw"), _page(file, "/noteer_inkomen"), **NEW | {"ends_previous": "y"} | typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)


def test_a_correction_needs_a_reason_and_can_be_read_back(file, enter):
    browser, fact = enter("mw"), _fact(file)
    address = _page(file, f"/inkomen/{fact.id}/verbeter_feit")
    refused = _send(browser, address, from_on="1/2/2020")
    assert refused.status_code == 422 and "Schrijf waarom." in words_on(refused)
    assert _send(browser, address, from_on="1/2/2020", remark="Tikfout in de maand.").status_code == 302
    history = words_on(browser.get(_page(file)))
    assert "Gegeven verbeterd" in history and "Tikfout in de maand." in history
    assert "01/01/2020" in history and "01/02/2020" in history


def test_whoever_corrects_a_fact_is_not_who_noted_it(file, enter):
    assert _send(enter("mw"), _page(file, "/noteer_inkomen"), **NEW, ends_previous="y").status_code == 302
    noted = _fact(file).entered_by_id
    correction = {"from_on": "2/6/2026", "remark": "Tikfout in de dag."}
    address = _page(file, f"/inkomen/{_fact(file).id}/verbeter_feit")
    assert _send(enter("mw2"), address, **correction).status_code == 302
    db.session.expire_all()
    assert (_fact(file).from_on, _fact(file).entered_by_id) == (date(2026, 6, 2), noted)


def test_a_fact_that_is_struck_stays_in_the_log(file, enter):
    browser, fact = enter("mw"), _fact(file)
    assert _send(browser, _page(file, f"/inkomen/{fact.id}/schrap_feit"), remark="Andere cliënt.").status_code == 302
    db.session.expire_all()
    assert file.client.aids == []
    assert "Gegeven geschrapt" in words_on(browser.get(_page(file)))


def test_of_two_who_change_the_same_fact_the_second_is_told(file, enter):
    one, other, fact = enter("mw"), enter("klerk"), _fact(file)
    address = _page(file, f"/inkomen/{fact.id}/beeindig_feit")
    form = sent_by(tree_of(other.get(address)))
    assert _send(one, address, last_day="31/3/2026").status_code == 302
    answer = other.post(address, data=form | {"last_day": "30/4/2026"})
    assert answer.status_code == 409 and "was je voor" in words_on(answer)
    db.session.expire_all()
    assert _fact(file).until_on == date(2026, 3, 31)


def test_each_organisation_changes_only_what_it_noted(file, enter):
    worker, counsellor, fact = enter("mw"), enter("tb"), _fact(file)
    assert counsellor.get(_page(file, "/noteer_inkomen")).status_code == 404
    assert counsellor.get(_page(file, f"/inkomen/{fact.id}/beeindig_feit")).status_code == 404
    residence = {"residence": "rechthebbend", "from_on": "1/6/2026", "source": "KBI", "ends_previous": "y"}
    assert _send(counsellor, _page(file, "/noteer_verblijfsklasse"), **residence).status_code == 302
    db.session.expire_all()
    theirs = file.client.residences[-1]
    answer = _send(worker, _page(file, f"/verblijfsklasse/{theirs.id}/beeindig_feit"), last_day="31/8/2026")
    assert answer.status_code == 422
    assert "Dit gegeven is van Amal. Vraag daar om het te wijzigen." in words_on(answer)


def test_what_stays_with_the_welfare_centre_is_not_read_by_the_agency(file, enter):
    _send(enter("mw"), _page(file, "/noteer_inkomen"), **NEW, ends_previous="y", note="Schuldbemiddeling loopt.")
    ours, theirs = (words_on(enter(login).get(_page(file))) for login in ("mw", "tb"))
    for kept in ("Enkel huur", "Schuldbemiddeling loopt."):
        assert kept in ours and kept not in theirs
    assert "Beslissing BCSD van 26 mei 2026" in theirs


def test_a_client_is_made_known_only_where_somebody_does_not_know_him(file, enter):
    browser, offer = enter("mw"), "Maak bekend bij de andere organisatie"
    assert offer not in words_on(browser.get(_page(file)))
    db.session.query(ClientShare).filter_by(organisation_id=factories.amal().id).delete()
    db.session.commit()
    assert offer in words_on(browser.get(_page(file)))
