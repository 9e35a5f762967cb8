"""An office with a file in every state, and letters in every state of the post."""

from datetime import date

import factories

from forms.actions import catch_up, perform
from forms.demo.people import national_number
from tests.walks import meetings
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
    day = date(2026, 5, 4)
    file.take("licht_in_ocmw", "mw", day, ocmw_informed_on=day, ocmw_informed_how="Gesprek")
    file.take("licht_in_amal", "tb", day, amal_informed_on=day, amal_informed_how="Telefoon, met tolk")
    day = date(2026, 6, 2)
    file.take("voer_uit", "mw", day, executed_on=day, execution_note="Betaling aangepast")
    file.clock.set(date(2026, 8, 31))
    catch_up(file.case, file.now)


def _remedied(file):
    file.to("aangemaand")
    day = date(2026, 3, 12)
    file.take("leef_na", "mw", day, remedied_on=day, remedied_how="De cliënt ging naar de les.")
    file.sign("bevestiging_naleving", "mw")
    file.post("bevestiging_naleving", "annuleer", "mw", remark="De cliënt kreeg het al aan het loket.")


def _closed_without(file):
    """The committee took its decision back, and then a lawful reason came out."""
    session = file.plan_session(date(2026, 5, 12))
    file.take("agendeer_intrekking", "secretaris", agenda={"session": session, "subject": "intrekking"})
    meetings.convened(file, session)
    file.clock.set(date(2026, 5, 12), 14)
    meetings.opened(file, session, away=(4,))
    interest = {"recusal": {"seat_id": session.seats[5].id, "reason": "Buur van de cliënt."}}
    perform(file.case.agenda_item, "noteer_belang", file.actor("secretaris"), file.now, fields=interest)
    file.vote()
    file.take("trek_in", "secretaris", withdrawal={"reason": "Er was een attest."})
    meetings.closed(file, session)
    words = {"closing_reason": "ziekte", "closing_explanation": "U bezorgde een attest."}
    file.take("seponeer", "mw", date(2026, 5, 13), **words)
    file.sign("bericht_zonder_gevolg", "mw")
    file.send("bericht_zonder_gevolg", date(2026, 5, 14), way="gewoon")
    file.post("bericht_zonder_gevolg", "meld_aanbieding", "klerk", date(2026, 5, 18), presented_on=date(2026, 5, 18))


def _handed_over(file):
    file.to("gemeld")
    file.take("draag_over", "mw", date(2026, 3, 4))
    file.sign("overdracht_aan_amal", "mw")
    file.send("overdracht_aan_amal", date(2026, 3, 5), way="programma", login="mw")


def _decided(file):
    file.post("beslissing", "leg_voor", "secretaris", date(2026, 4, 29))


def _appealed(file):
    back = {"returned_on": date(2026, 5, 21), "return_reason": "Niet afgehaald"}
    file.post("beslissing", "meld_terugkeer", "klerk", date(2026, 5, 21), **back)


ENDS = {
    "afgesloten": _closed, "nageleefd": _remedied, "zonder_gevolg": _closed_without, "bij_amal": _handed_over,
    "beslist": _decided, "in_beroep": _appealed,
}  # fmt: skip


FACTS = {"bij_amal": {"aid": "andere", "annex": False}, "gehoord": {"aid": "equivalent_leefloon"}}
"""What is different about the clients of some files."""


DECIDED = ("afgesloten", "zonder_gevolg", "beslist", "kennisgegeven", "in_beroep")
"""The files that are decided in the session of 28 April; one more is postponed there."""

BEFORE = {"bij_amal": "gemeld", "nageleefd": "gemeld", "geagendeerd": "geadviseerd"} | dict.fromkeys(
    (*DECIDED, "geadviseerd"), "geagendeerd"
)
"""How far a file goes by itself, where it does not simply stop in its state."""

NOTIFIED = {"afgesloten": 1, "zonder_gevolg": 1, "kennisgegeven": 1, "in_beroep": 2}
"""How many chapters a decided file goes on."""


def fill(staff, clock):
    """Write a file for every state; return the references by state."""
    files, session = {}, None
    for number, state in enumerate(sorted(NAMES, key=lambda key: key != "afgesloten")):
        clock.set(date(2026, 3, 2))
        file = journey.File(staff, clock, _client(staff, state, number, **FACTS.get(state, {})))
        file.summons, file.session = False, session
        files[state] = file.to(BEFORE.get(state, state))
        session = session or file.session
    _meet(files, session)
    for state, file in files.items():
        for chapter in ("kennisgegeven", "in_beroep")[: NOTIFIED.get(state, 0)]:
            getattr(file, chapter)()
        ENDS.get(state, lambda each: None)(file)
    _next_session(files["geagendeerd"])
    assert {file.case.state: state for state, file in files.items()} == {state: state for state in files}
    clock.set(LATER)
    db.session.commit()
    return {state: file.case.reference for state, file in files.items()}


def _meet(files, session):
    """Convene the session of 28 April, decide on the files of its agenda, postpone one, and close."""
    first = files["afgesloten"]
    first.clock.set(date(2026, 4, 17))
    for state in (*DECIDED, "geadviseerd"):
        files[state].explain()
    meetings.convened(first, session)
    first.clock.set(SESSION_DAY, 14)
    for state in DECIDED:
        files[state].vote(s3="tegen")
        files[state].take("beslis", "secretaris", decision=journey.DECISION)
    question = {"question": "Hoeveel is de huur?", "answer_by": date(2026, 5, 12)}
    files["geadviseerd"].take("verdaag", "secretaris", **question)
    meetings.closed(first, session)


def _next_session(file):
    """Put a file on the agenda of a session that is still to come, of which the members read the pieces."""
    file.clock.set(date(2026, 9, 1))
    file.take("agendeer", "hoofd", agenda={"session": file.plan_session(date(2026, 9, 22))})
    file.convene()
