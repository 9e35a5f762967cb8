"""What it costs to explain who decides about a client with ten years of dated facts."""

from datetime import date, timedelta

from meter import cpu_ms
from pages import same_bytes

from forms import clock
from forms.demo.office import PASSWORD
from workflow.models import AidPeriod, Client, Registration, ResidenceStatus, StayInBelgium, db
from workflow.moment import civil_date

YEARS, ROUNDS = 10, 40
AIDS = ("leefloon", "andere", "equivalent_leefloon", "art60_7")


def figures(app):
    """Measure the page on which somebody reads who directs and who may sanction, and since when."""
    with app.app_context():
        client_id = _with_a_long_history(civil_date(clock.now()))
        db.session.remove()
    browser = app.test_client()
    assert browser.post("/aanmelden", data={"login": "mw", "password": PASSWORD}).status_code == 302
    path = f"/clienten/{client_id}/bevoegdheid"
    page = browser.get(path)
    assert page.status_code == 200 and page.data.count(b"<rect") > 4 * YEARS, page.status_code
    name, floor = f"wie beslist, {YEARS} jaar gegevens", "Flask die dezelfde bytes kant-en-klaar geeft"
    yield cpu_ms(name, lambda: lambda: browser.get(path).data, same_bytes(page.data), floor, 15, ROUNDS)


def _with_a_long_history(today):
    """Give a client ten years in which his aid changes twice a year, his registration every year."""
    client = db.session.query(Client).order_by(Client.id).first()
    first = date(today.year - YEARS, 1, 1)
    for facts in (client.aids, client.registrations, client.residences, client.stays):
        facts.clear()
    db.session.flush()
    for half in range(2 * YEARS):
        from_on, until_on = _part(first, half, 182)
        client.aids.append(AidPeriod(aid=AIDS[half % 4], from_on=from_on, until_on=until_on, source="Beslissing BCSD"))
    for year in range(YEARS):
        from_on, until_on = _part(first, year, 365)
        where = {"municipality": "Gent", "from_on": from_on, "until_on": until_on - timedelta(days=20 * (year % 3))}
        client.registrations.append(Registration(**where, source="Rijksregister"))
    for part, residence in enumerate(("geen", "rechthebbend", "verplicht", "rechthebbend", "verplicht")):
        from_on, until_on = _part(first, part, 2 * 365)
        row = ResidenceStatus(residence=residence, from_on=from_on, until_on=until_on, source="Kruispuntbank")
        client.residences.append(row)
        client.stays.append(
            StayInBelgium(from_on=from_on, until_on=until_on - timedelta(days=9), source="Wachtregister")
        )
    db.session.commit()
    return client.id


def _part(first, number, days):
    """Return the first and the last day of a part of the ten years."""
    from_on = first + timedelta(days=days * number)
    return from_on, from_on + timedelta(days=days - 1)
