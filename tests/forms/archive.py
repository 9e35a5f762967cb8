"""An office with a file in every state, and letters in every state of the post."""

from datetime import date

import factories

from forms import clock as wall
from forms.demo.people import national_number
from tests.walks import sanction as journey
from tests.walks.sanction import SESSION_DAY
from workflow.models import db

LATER = date(2026, 9, 15)  # a Tuesday, when every term of these files is over

NAMES = {
    "gemeld": "Aarts", "aanmaning": "Bakkers", "aangemaand": "Claes", "hoorzitting": "Dekens", "gehoord": "Eskens",
    "geadviseerd": "Faes", "geagendeerd": "Goris", "beslist": "Hermes", "kennisgegeven": "Ickx", "in_beroep": "Jorens",
    "afgesloten": "Kempen", "bij_amal": "Lemmens", "nageleefd": "Mertens", "zonder_gevolg": "Nijs",
}  # fmt: skip
"""The last name of the client of each file: invented, and found by the tests of search and lists."""


def _client(staff, state, number, **facts):
    values = {"first_name": "Zohra", "last_name": NAMES[state], "social_worker": staff["mw"]}
    client = factories.client(national_number(date(1988, 2, 17), 900 + number), **values)
    return factories.dated(client, **facts)


def _closed(file):
    file.to("kennisgegeven")
    day = date(2026, 5, 4)
    file.take("licht_in_ocmw", "mw", day, ocmw_informed_on=day, ocmw_informed_how="Gesprek")
    file.take("licht_in_amal", "tb", day, amal_informed_on=day, amal_informed_how="Telefoon, met tolk")
    day = date(2026, 6, 2)
    file.take("voer_uit", "mw", day, executed_on=day, execution_note="Betaling aangepast")
    file.clock.set(date(2026, 8, 31))
    assert wall.run(file.now) == [file.case.reference]


def _remedied(file):
    file.to("aangemaand")
    day = date(2026, 3, 12)
    file.take("leef_na", "mw", day, remedied_on=day, remedied_how="De cliënt ging naar de les.")
    file.sign("bevestiging_naleving", "mw")
    file.post("bevestiging_naleving", "annuleer", "mw", remark="De cliënt kreeg het al aan het loket.")


def _closed_without(file):
    """The committee took its decision back, and then a lawful reason came out."""
    file.to("kennisgegeven")
    votes, why = file.votes(s4="afwezig", s5="belangenconflict"), {"reason": "Er was een attest."}
    place = {"session": file.plan_session(date(2026, 5, 12)), "subject": "intrekking"}
    file.take("trek_in", "secretaris", date(2026, 5, 12), agenda=place, choices=votes, withdrawal=why)
    words = {"closing_reason": "ziekte", "closing_explanation": "U bezorgde een attest."}
    file.take("seponeer", "mw", date(2026, 5, 13), **words)
    file.sign("bericht_zonder_gevolg", "mw")
    file.send("bericht_zonder_gevolg", date(2026, 5, 14), way="gewoon")
    file.post("bericht_zonder_gevolg", "meld_aanbieding", "klerk", date(2026, 5, 18), presented_on=date(2026, 5, 18))


def _postponed(file):
    """The committee asked a question; the file waits for its answer."""
    file.to("geagendeerd")
    file.take("verdaag", "secretaris", SESSION_DAY, question="Hoeveel is de huur?", answer_by=date(2026, 5, 12))


def _handed_over(file):
    file.to("gemeld")
    file.take("draag_over", "mw", date(2026, 3, 4))
    file.sign("overdracht_aan_amal", "mw")
    file.send("overdracht_aan_amal", date(2026, 3, 5), way="programma", login="mw")


def _decided(file):
    file.to("beslist")
    file.post("beslissing", "leg_voor", "secretaris", date(2026, 4, 29))


def _appealed(file):
    file.to("in_beroep")
    back = {"returned_on": date(2026, 5, 21), "return_reason": "Niet afgehaald"}
    file.post("beslissing", "meld_terugkeer", "klerk", date(2026, 5, 21), **back)


ENDS = {
    "afgesloten": _closed, "nageleefd": _remedied, "zonder_gevolg": _closed_without, "bij_amal": _handed_over,
    "beslist": _decided, "in_beroep": _appealed, "geadviseerd": _postponed,
}  # fmt: skip


FACTS = {"bij_amal": {"aid": "andere", "annex": False}, "gehoord": {"aid": "equivalent_leefloon"}}
"""What is different about the clients of some files."""


def fill(staff, clock):
    """Write a file for every state; return the references by state."""
    references, session = {}, None
    for number, state in enumerate(sorted(NAMES, key=lambda key: key != "afgesloten")):
        clock.set(date(2026, 3, 2))
        file = journey.File(staff, clock, _client(staff, state, number, **FACTS.get(state, {})))
        file.session = session
        ENDS.get(state, lambda each, there=state: each.to(there))(file)
        assert file.case.state == state
        session, references[state] = session or file.session, file.case.reference
    clock.set(LATER)
    db.session.commit()
    return references
