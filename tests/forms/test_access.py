"""Every route, every role: who may open what in his own organisation, and nothing in another one."""

import factories
import pytest

from forms.access import PUBLIC
from forms.actions import perform
from letters.store import store
from tests.forms.pages import tree_of, words_on
from tests.letters import pieces
from tests.walks import agreement
from workflow.models import Baton, Case, ClientShare, Deposit, DepositItem, Person, db
from workflow.moment import civil_date

# What each person gets for a file of his own organisation (OCMW Gent, shared with Amal) that stands on the agenda of
# the committee. {dossier} and {client} are that file's, {brief} its signed report, {zitting} its session; "-" is nobody
# signed in. A sign * marks what is about one file, client, letter or session: in another organisation it is 404.
TABLE = """
                                     klerk mw  hoofd secr lid voorz alg.d directie dpo beheer tb  contact partner -
  GET  /                               200 200 200   200  200 200   200   200      200 200    200 200     200     302
  GET  /dossiers                       200 200 200   200  200 200   200   200      200 200    200 200     200     302
* GET  /dossiers/{dossier}             200 200 200   200  200 200   404   404      404 404    200 200     404     302
* GET  /dossiers/{dossier}/noteer      200 200 200   200  404 404   404   404      404 404    200 200     404     302
* POST /dossiers/{dossier}/noteer      422 422 422   422  404 404   404   404      404 404    422 422     404     302
* GET  /dossiers/{dossier}/beslis      404 404 404   200  404 404   404   404      404 404    404 404     404     302
* POST /dossiers/{dossier}/beslis      404 404 404   409  404 404   404   404      404 404    404 404     404     302
* GET  /dossiers/{dossier}/voeg_stuk_toe 200 200 200 200 404 404  404   404      404 404    200 200     404     302
* POST /dossiers/{dossier}/verwijder_stuk 422 422 422 422 404 404 404   404      404 404    422 422     404     302
* GET  /dossiers/{dossier}/stukken/{stuk} 200 200 200 200 200 200 404   404      404 404    404 404     404     302
* GET  /dossiers/{dossier}/stukken/{gedeeld} 200 200 200 200 200 200 404 404     404 404    200 200     404     302
* GET  /dossiers/{dossier}/licht_in_amal 404 404 404 404  404 404   404   404      404 404    200 200     404     302
  GET  /doorverwijzingen/niet-doorverwezen 403 200 200 403 403 403 403   403      403 403    403 403     403     302
  GET  /doorverwijzingen/vdab          403 200 200   403  403 403   403   403      403 403    200 200     403     302
* GET  /nieuw/referral/{client}        200 200 403   404  404 404   404   404      404 404    403 403     404     302
* GET  /nieuw/sanction/{client}        403 200 403   404  404 404   404   404      404 404    200 403     404     302
* POST /nieuw/sanction/{client}        403 422 403   404  404 404   404   404      404 404    422 403     404     302
* GET  /nieuw/sanction/bij/{dossier}   403 200 403   403  403 403   404   404      404 404    200 403     404     302
* POST /nieuw/sanction/bij/{dossier}   403 422 403   403  403 403   404   404      404 404    422 403     404     302
  GET  /nieuw/agreement                403 403 403   403  403 403   403   200      403 403    403 403     403     302
  POST /nieuw/agreement                403 403 403   403  403 403   403   422      403 403    403 403     403     302
* GET  /nieuw/deviation/bij/{overeenkomst} 404 404 404 404 404 404  403   200      403 403    404 404     404     302
  GET  /overeenkomsten                 403 403 403   403  403 403   200   200      200 200    403 403     403     302
* GET  /overeenkomsten/{overeenkomst}/tekst 403 403 403 403 403 403 200   200      200 200    403 403     403     302
* GET  /dossiers/{overeenkomst}        404 404 404   404  404 404   200   200      200 200    404 404     404     302
  GET  /clienten                       200 200 200   403  403 403   403   403      403 403    200 200     200     302
* GET  /clienten/{client}              200 200 200   403  403 403   403   403      403 403    200 200     404     302
  GET  /clienten/nieuw                 200 200 200   403  403 403   403   403      403 403    200 200     403     302
  POST /clienten/nieuw                 422 422 422   403  403 403   403   403      403 403    422 422     403     302
* GET  /clienten/{client}/wijzig       200 200 200   403  403 403   403   403      403 403    200 200     403     302
* POST /clienten/{client}/wijzig       422 422 422   403  403 403   403   403      403 403    422 422     403     302
* GET  /clienten/{client}/noteer_inkomen 200 200 200 403  403 403   403   403      403 403    404 404     403     302
* POST /clienten/{client}/noteer_inkomen 422 422 422 403  403 403   403   403      403 403    404 404     403     302
* GET  /clienten/{client}/kies_lezing  404 200 200   403  403 403   403   403      403 403    200 200     403     302
* GET  /clienten/{client}/bevoegdheid  200 200 200   403  403 403   403   403      403 403    200 200     403     302
* GET  /clienten/{client}/inkomen/{feit}/verbeter_feit 200 200 200 403 403 403 403 403 403 403 404 404 403 302
* POST /clienten/{client}/inkomen/{feit}/beeindig_feit 422 422 422 403 403 403 403 403 403 403 404 404 403 302
* GET  /brieven/{brief}                200 200 200   200  200 200   404   404      404 404    404 404     404     302
* GET  /brieven/{brief}.pdf            200 200 200   200  200 200   404   404      404 404    404 404     404     302
* GET  /brieven/{brief}.docx           200 200 200   200  200 200   404   404      404 404    404 404     404     302
* GET  /brieven/{brief}/annuleer       200 200 200   200  404 404   404   404      404 404    404 404     404     302
* POST /brieven/{brief}/corrigeer      422 422 404   404  404 404   404   404      404 404    404 404     404     302
  GET  /post                           200 200 200   200  200 200   200   200      403 403    200 200     403     302
  GET  /post/lijsten                   200 200 200   403  403 403   403   403      403 403    403 403     403     302
  POST /post/lijsten                   422 422 403   403  403 403   403   403      403 403    403 403     403     302
* GET  /post/lijsten/{lijst}           200 200 200   403  403 403   403   403      403 403    403 403     403     302
* POST /post/lijsten/{lijst}/haal_af   302 302 403   403  403 403   403   403      403 403    403 403     403     302
* POST /post/lijsten/{lijst}/barcodes  302 302 403   403  403 403   403   403      403 403    403 403     403     302
* POST /post/lijsten/{lijst}/afgifte   422 422 403   403  403 403   403   403      403 403    403 403     403     302
* GET  /post/lijsten/{lijst}/drukexemplaar.pdf 200 200 200 403 403 403 403 403 403 403 403 403 403 302
* GET  /post/lijsten/{lijst}/afgiftelijst.pdf 200 200 200 403 403 403 403 403 403 403 403 403 403 302
* GET  /post/lijsten/{lijst}/uitvoer   200 200 200   403  403 403   403   403      403 403    403 403     403     302
* POST /post/lijsten/{lijst}/uitvoer   422 422 403   403  403 403   403   403      403 403    403 403     403     302
* GET  /post/lijsten/{lijst}.csv       422 422 422   403  403 403   403   403      403 403    403 403     403     302
  GET  /post/omslagen                  200 200 200   403  403 403   403   403      403 200    403 403     403     302
  POST /post/omslagen                  302 403 302   403  403 403   403   403      403 403    403 403     403     302
  GET  /post/omslagen/dl.pdf           200 200 200   403  403 403   403   403      403 200    403 403     403     302
  GET  /zittingen                      403 403 200   200  200 200   200   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}            403 403 200   200  200 200   200   403      403 403    403 403     403     302
* GET  /dossiers/{zitting}             404 404 302   302  302 302   302   404      404 404    404 404     404     302
  GET  /nieuw/session                  403 403 403   200  403 403   403   403      403 403    403 403     403     302
  POST /nieuw/session                  403 403 403   422  403 403   403   403      403 403    403 403     403     302
* GET  /dossiers/{zitting}/open        404 404 404   200  404 200   404   404      404 404    404 404     404     302
* POST /dossiers/{zitting}/open        404 404 404   422  404 422   404   404      404 404    404 404     404     302
* GET  /zittingen/{zitting}/bundel    403 403 403   200  200 200   403   403      403 403    403 403     403     302
* POST /zittingen/{zitting}/bundel    403 403 403   302  302 302   403   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}/bundel/stand 403 403 403 200 200 200   403   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}/bundel/bundel.pdf 403 403 403 404 404 404 403 403     403 403    403 403     403     302
* GET  /zittingen/{zitting}/stand      403 403 200   200  200 200   200   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}/inzage    403 403 403   200  403 403   403   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}/agenda.ics 403 403 200   200  200 200   200   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}/notulen.pdf 403 403 403  404  403 404   404   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}/punten/{punt} 403 403 200 200 200 200   200   403      403 403    403 403     403     302
* GET  /zittingen/{zitting}/punten/{punt}/meld_belang 403 403 404 404 200 200 404 403 403 403  403 403    403     302
* POST /zittingen/{zitting}/punten/{punt}/stem 403 403 404 404 422 422 404 403    403 403    403 403     403     302
* POST /zittingen/{zitting}/punten/{punt}/behandel 403 403 404 409 404 409 404 403 403 403   403 403     403     302
* POST /zittingen/{zitting}/punten/{punt}/nota 403 403 403 403 302 302 403 403    403 403    403 403     403     302
  GET  /tekenmap                       403 200 200   403  200 200   200   200      403 403    200 200     403     302
  POST /tekenmap                       403 422 422   403  422 422   422   422      403 403    422 422     403     302
  GET  /overdrachten                   403 403 200   403  403 403   403   403      403 403    200 200     403     302
  GET  /overdrachten/{dossier}/kennismaking.ics 404 404 404 403 403 403 403 403 403 403 404 404     403     302
  GET  /overdrachtslijst               200 200 200   403  403 403   403   403      403 200    200 200     403     302
  GET  /overdrachtslijst/nieuw         403 403 403   403  403 403   403   403      403 200    403 403     403     302
  POST /overdrachtslijst/nieuw         403 403 403   403  403 403   403   403      403 422    403 403     403     302
  GET  /overdrachtslijst/onbekend      403 403 403   403  403 403   403   403      403 404    403 403     403     302
  POST /overdrachtslijst/onbekend      403 403 403   403  403 403   403   403      403 404    403 403     403     302
* GET  /nieuw/warm_handoff/{client}    403 403 403   404  404 404   404   404      404 404    200 403     404     302
  GET  /mandaten                       403 403 403   403  403 403   200   200      403 200    403 403     403     302
  GET  /mandaten/nieuw                 403 403 403   403  403 403   200   200      403 200    403 403     403     302
  POST /mandaten/nieuw                 403 403 403   403  403 403   422   422      403 422    403 403     403     302
  POST /mandaten/onbekend/beeindig     403 403 403   403  403 403   404   404      403 404    403 403     403     302
  GET  /comite                         403 403 200   200  200 200   200   403      403 200    403 403     403     302
  GET  /comite/reglement               403 403 403   200  403 403   403   403      403 200    403 403     403     302
  POST /comite/reglement               403 403 403   422  403 403   403   403      403 422    403 403     403     302
  GET  /comite/zetels/nieuw            403 403 403   200  403 403   403   403      403 200    403 403     403     302
  POST /comite/zetels/nieuw            403 403 403   422  403 403   403   403      403 422    403 403     403     302
  GET  /comite/zetels/onbekend/vervanger 403 403 403 404 403 403 403 403 403 404 403 403 403 302
  POST /comite/zetels/onbekend/vervanger 403 403 403 404 403 403 403 403 403 404 403 403 403 302
  GET  /comite/zetels/onbekend/einde   403 403 403   404  403 403   403   403      403 404    403 403     403     302
  POST /comite/zetels/onbekend/einde   403 403 403   404  403 403   403   403      403 404    403 403     403     302
  GET  /comite/vervangingen/onbekend/einde 403 403 403 404 403 403 403 403 403 404 403 403 403 302
  POST /comite/vervangingen/onbekend/einde 403 403 403 404 403 403 403 403 403 404 403 403 403 302
  POST /comite/zetels/onbekend/schrap  403 403 403   404  403 403   403   403      403 404    403 403     403     302
  POST /comite/vervangingen/onbekend/schrap 403 403 403 404 403 403 403 403 403 404 403 403 403 302
  GET  /zittingen/reeks                403 403 403   200  403 403   403   403      403 403    403 403     403     302
  POST /zittingen/reeks                403 403 403   422  403 403   403   403      403 403    403 403     403     302
  GET  /zittingen/beslissingen         403 403 200   200  403 403   200   403      403 403    403 403     403     302
  GET  /zittingen/beslissingen/per-jaar 403 403 200 200 403 403 200 403 403 403 403 403 403 302
  GET  /vertaalbladen                  403 403 403   403  403 403   403   403      403 200    403 403     403     302
  GET  /vertaalbladen/ar/aanmaning     403 403 403   403  403 403   403   403      403 200    403 403     403     302
  POST /vertaalbladen/ar/aanmaning     403 403 403   403  403 403   403   403      403 422    403 403     403     302
  GET  /vertaalbladen/ar/aanmaning.docx 403 403 403 403 403 403 403 403 403 200 403 403 403 302
  POST /vertaalbladen/ar/aanmaning/trek_in 403 403 403 403 403 403 403 403 403 302 403 403 403 302
  GET  /sjablonen                     403 403 403   403  403 403   403   403      403 200    403 403     403     302
  GET  /sjablonen/aanmaning           403 403 403   403  403 403   403   403      403 200    403 403     403     302
  POST /sjablonen/aanmaning           403 403 403   403  403 403   403   403      403 422    403 403     403     302
  GET  /sjablonen/aanmaning/1         403 403 403   403  403 403   403   403      403 404    403 403     403     302
  GET  /sjablonen/aanmaning/0.docx    403 403 403   403  403 403   403   403      403 200    403 403     403     302
  POST /sjablonen/aanmaning/0/kies    403 403 403   403  403 403   403   403      403 302    403 403     403     302
  GET  /proefdruk/alles.zip           403 403 403   403  403 403   403   403      403 200    403 403     403     302
  GET  /proefdruk/aanmaning.zip       403 403 403   403  403 403   403   403      403 200    403 403     403     302
  GET  /procedures                     200 200 200   200  200 200   200   200      200 200    200 200     200     302
  GET  /procedures/sanction            200 200 200   200  200 200   200   200      200 200    200 200     200     302
  GET  /woordenlijst                   200 200 200   200  200 200   200   200      200 200    200 200     200     302
  GET  /toegankelijkheid               200 200 200   200  200 200   200   200      200 200    200 200     200     200
  GET  /zoeken                         200 200 200   200  200 200   200   200      200 200    200 200     200     302
  GET  /controle                       200 200 200   200  200 200   200   200      200 200    200 200     200     200
  POST /controle                       422 422 422   422  422 422   422   422      422 422    422 422     422     422
  GET  /aanmelden                      302 302 302   302  302 302   302   302      302 302    302 302     302     200
  POST /aanmelden                      302 302 302   302  302 302   302   302      302 302    302 302     302     422
  POST /organisatie                    404 404 404   404  404 404   404   404      404 404    404 404     404     302
  POST /afmelden                       302 302 302   302  302 302   302   302      302 302    302 302     302     302
"""
LOGINS = (
    "klerk", "mw", "hoofd", "secretaris", "lid", "voorzitter", "directeur", "directie", "privacy", "beheer", "tb",
    "contact", "partner", "-",
)  # fmt: skip
ROWS = [line for line in TABLE.splitlines()[2:] if line.strip()]


def _read(row):
    """Return whether a row is about one file, its method, its address and what everybody gets."""
    method, address, *answers = row[2:].split()
    return row[0] == "*", method, address, dict(zip(LOGINS, map(int, answers), strict=True))


@pytest.fixture
def browsers(archive, enter, app, monkeypatch):
    monkeypatch.setattr("forms.committee.bundle_making.start", lambda bundle_id, plan: None)
    return {login: app.test_client() if login == "-" else enter(login) for login in LOGINS}


@pytest.fixture
def places(archive, clock):
    """What stands between braces in the table."""
    case = db.session.query(Case).filter_by(reference=archive["geagendeerd"]).one()
    return {
        "dossier": case.reference,
        "client": case.client_id,
        "brief": case.letter("sociaal_verslag").reference,
        "zitting": case.agenda_item.session.reference,
        "punt": case.agenda_item.id,
        "stuk": _piece(case, clock, shared=False),
        "gedeeld": _piece(case, clock, shared=True),
        "feit": case.client.aids[0].id,
        "overeenkomst": _agreement(clock),
        "lijst": _list_with(case.letter("sociaal_verslag")),
    }


def _agreement(clock):
    """Draw up an agreement of OCMW Gent with Amal; return its reference."""
    now, people = clock.now, {person.login: person for person in db.session.query(Person)}
    reference = agreement.File(people, clock).to("ontwerp").case.reference
    clock.now = now
    return reference


def _list_with(letter):
    """Put a letter the carrier cannot take on a deposit list of the clerk; return the reference of the list."""
    clerk = db.session.query(Person).filter_by(login="klerk").one()
    deposit = Deposit(
        reference="AL-2026-0001", organisation_id=letter.case.owner_id, way="aangetekend", rp=True,
        made_at=letter.made_at, made_by_id=clerk.id,
    )  # fmt: skip
    deposit.items.append(DepositItem(place=1, letter=letter, shortened={}))
    db.session.add(deposit)
    db.session.commit()
    return deposit.reference


def _piece(case, clock, shared):
    """Add a piece to a file; return its id."""
    content = pieces.picture()
    said = {"name": "lijst.png", "kind": "png", "size": len(content), "sha256": store.put(content), "shared": shared}
    who = factories.acts(db.session.query(Person).filter_by(login="mw").one())
    perform(case, "voeg_stuk_toe", who, clock.now, fields={"new_piece": {"title": "Lijst"} | said})
    return case.attachments[-1].id


def _answers(browsers, method, address):
    """What everybody gets; a form that is sent is sent with nothing filled in."""
    send = {"method": method, "data": {"remark": ""} if method == "POST" else None}
    return {login: browser.open(address, **send).status_code for login, browser in browsers.items()}


def test_every_role_gets_what_the_table_says(browsers, places):
    wrong = []
    for row in ROWS:
        _about, method, address, expected = _read(row)
        answers = _answers(browsers, method, address.format(**places))
        wrong += [f"{method} {address} {who}: {answers[who]}" for who in LOGINS if answers[who] != expected[who]]
    assert not wrong


def _moved(places):
    """Give the file, its client and its session to the welfare centre of another town."""
    case = db.session.query(Case).filter_by(reference=places["dossier"]).one()
    evergem = next(o for o in db.session.query(type(case.owner)) if o.key == "ocmw_evergem")
    case.owner_id = case.agenda_item.session.owner_id = evergem.id
    db.session.query(Deposit).filter_by(reference=places["lijst"]).one().organisation_id = evergem.id
    other = db.session.query(Case).filter_by(reference=places["overeenkomst"]).one()
    other.owner_id = evergem.id
    for share in (*case.shares, *case.client.shares, *other.shares):
        db.session.delete(share)
    db.session.add(ClientShare(client_id=case.client_id, organisation_id=evergem.id))
    for baton in case.batons:
        baton.organisation_id = evergem.id
    db.session.commit()
    return case


def test_a_file_of_another_organisation_does_not_exist(browsers, places):
    case = _moved(places)
    case.state = "geadviseerd"  # off the agenda: no member of a committee has it either
    db.session.commit()
    wrong = []
    for about, method, address, own in map(_read, ROWS):
        if about:
            answers = _answers(browsers, method, address.format(**places))
            expected = {who: (302,) if who == "-" else (403, 404) if own[who] == 403 else (404,) for who in LOGINS}
            if "client" in address:  # the one client this office of another town knows
                del answers["partner"]
            wrong += [f"{method} {address} {who}: {got}" for who, got in answers.items() if got not in expected[who]]
    assert not wrong


def test_a_file_of_another_organisation_is_in_no_list_and_no_search(browsers, places):
    case = _moved(places)
    number = case.client.national_number
    pages = (
        "/?wie=team", "/dossiers", "/clienten", "/post?plank=alles", f"/zoeken?q={case.reference}",
        f"/zoeken?q={places['brief']}", "/zoeken?q=Goris", f"/zoeken?q={number}", "/?wie=team&zoek=Goris",
        "/dossiers?zoek=Goris", "/clienten?zoek=Goris",
    )  # fmt: skip
    for login in LOGINS[:-2]:
        for address in pages:
            answer = browsers[login].get(address)
            assert answer.status_code in (200, 403), (login, address)
            page = words_on(answer).replace(f'Gezocht naar "{address.partition("=")[2]}"', "")
            assert not {"Goris", case.reference, places["brief"]} & set(page.split()), (login, address)


def test_a_file_of_another_organisation_is_in_no_count(browsers, places, clock):
    """The office of the archive looks long afterwards: everything is late, so the first tile counts all turns."""

    def counted(login):
        tile = tree_of(browsers[login].get("/?wie=team")).find(".//nav[@class='tiles']/a/b")
        return int(tile.text)

    def turns(case=None):
        query = db.session.query(Baton).filter(Baton.role == "hoofdmaatschappelijk_werker")
        query = query.filter(Baton.since <= civil_date(clock.now), Baton.due_on < civil_date(clock.now))
        return query.filter_by(case_id=case.id).count() if case else query.count()

    case = db.session.query(Case).filter_by(reference=places["dossier"]).one()
    db.session.add(_turn_of_the_team_lead(case))
    db.session.commit()
    before, theirs = counted("hoofd"), turns(case)
    assert before == turns() and theirs == 1
    _moved(places)
    assert counted("hoofd") == before - theirs


def _turn_of_the_team_lead(case):
    day = case.state_since
    role = "hoofdmaatschappelijk_werker"
    return Baton(case_id=case.id, organisation_id=case.owner_id, role=role, task="agendeer", since=day, due_on=day)


def test_every_route_wears_open_to(app):
    bare = [end for end, view in app.view_functions.items() if not getattr(view, "open_to", ()) and end != "static"]
    assert bare == []


def test_only_four_pages_are_open_to_everybody(app):
    public = {end for end, view in app.view_functions.items() if PUBLIC in getattr(view, "open_to", ())}
    assert public == {"sign_in.sign_in", "sign_in.sign_out", "verification.check", "handbook.accessibility"}


def test_the_table_knows_every_route(app, places):
    adapter = app.url_map.bind("")
    asked = {(m, adapter.match(a.format(**places), m)[0]) for _about, m, a, _own in map(_read, ROWS)}
    there = {(m, r.endpoint) for r in app.url_map.iter_rules() for m in r.methods - {"HEAD", "OPTIONS"}}
    # taking a step with a letter or a session is one route for every action
    assert there - asked == {("GET", "static")}
