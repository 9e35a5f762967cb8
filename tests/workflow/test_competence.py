"""Who directs and who may sanction: the whole table of the agreement, on the days around twelve months."""

import pytest

from tests.workflow.competence_table import ONE_DAY_MORE, REGISTERED, TABLE, TWELVE_MONTHS
from tests.workflow.dates import day
from tests.workflow.files import client, moment
from workflow.competence import (
    AID_TITLES,
    BODY_TITLES,
    RESIDENCE_TITLES,
    Aid,
    Body,
    Residence,
    competence,
    is_oudkomer,
)
from workflow.models import AidPeriod, Registration, Sanction
from workflow.procedures.sanction_report import freeze_facts


def test_the_table_has_a_row_for_every_combination():
    assert {row[:3] for row in TABLE} == {
        (residence, aid, since)
        for residence in Residence
        for aid in Aid
        for since in ("exactly 12 months", "one day more")
    }


@pytest.mark.parametrize(("residence", "aid", "since", "directs", "sanctions", "article"), TABLE)
def test_who_directs_and_who_sanctions(residence, aid, since, directs, sanctions, article):
    on = TWELVE_MONTHS if since == "exactly 12 months" else ONE_DAY_MORE
    found = competence(Residence(residence), Aid(aid), REGISTERED, on)
    assert (found.directs, found.sanctions, found.article) == (directs, sanctions, article)
    assert [str(reason) for reason in found.reasons[:2]] == [RESIDENCE_TITLES[residence], AID_TITLES[aid]]


@pytest.mark.parametrize(
    ("registered", "on", "oudkomer"),
    [
        ("Sat 15/03/2025", "Sat 14/03/2026", False),
        ("Sat 15/03/2025", "Sun 15/03/2026", False),
        ("Sat 15/03/2025", "Mon 16/03/2026", True),
        ("Thu 29/02/2024", "Fri 28/02/2025", False),
        ("Thu 29/02/2024", "Sat 01/03/2025", True),
        ("Mon 16/03/2026", "Mon 16/03/2026", False),
    ],
)
def test_exactly_twelve_months_is_not_yet_oudkomer(registered, on, oudkomer):
    assert is_oudkomer(day(registered), day(on)) is oudkomer


def test_who_is_not_registered_is_no_oudkomer():
    assert is_oudkomer(None, ONE_DAY_MORE) is False


def reasons(registered, on):
    return [str(reason) for reason in competence(Residence.ENTITLED, Aid.LEEFLOON, registered, on).reasons[2:]]


def test_the_reasoning_names_the_register_and_the_months():
    since = "ingeschreven in het rijksregister sinds 15/03/2025"
    assert reasons(REGISTERED, ONE_DAY_MORE) == [since, "dat is meer dan 12 maanden op 16/03/2026"]
    assert reasons(REGISTERED, TWELVE_MONTHS) == [since, "dat is niet meer dan 12 maanden op 15/03/2026"]


def test_without_a_registration_the_reasoning_counts_no_months():
    assert reasons(None, ONE_DAY_MORE) == ["geen inschrijving in het rijksregister bekend"]


def test_every_class_aid_and_body_has_a_title():
    assert RESIDENCE_TITLES.keys() == set(Residence)
    assert AID_TITLES.keys() == set(Aid)
    assert BODY_TITLES.keys() == set(Body)


def opened(who, on):
    """A sanction file as its facts are frozen on the day it opens."""
    case = Sanction(client=who, breach_type="afwezig_nt2")
    case.reported_facts = [{"happened_on": day("Mon 23/02/2026"), "what": "Afwezig", "evidence": "Lijst"}]
    freeze_facts(case, moment(on))
    return case


def test_a_file_freezes_the_facts_of_the_day_it_opens():
    case = opened(client(residence="rechthebbend", registered=REGISTERED), ONE_DAY_MORE)
    assert case.frozen == {
        "on": "2026-03-16",
        "breached_on": "2026-02-23",
        "residence": "rechthebbend",
        "aid": "leefloon",
        "registered_on": "2025-03-15",
        "stays_since": None,
        "reading": "rijksregister",
        "directs": "ocmw",
        "sanctions": "ocmw",
        "article": "SWO art. 3, 12",
        "reasons": [
            "Rechthebbende inburgeraar",
            "Leefloon",
            "ingeschreven in het rijksregister sinds 15/03/2025",
            "dat is meer dan 12 maanden op 16/03/2026",
        ],
        "annex": {
            "number": 1,
            "gpmi_reference": "GPMI-2025-0001",
            "gpmi_signed_on": "2025-01-10",
            "signed_on": "2025-01-17",
            "from_on": "2025-01-17",
            "clause": "U volgt de lessen.",
            "parts": [],
            "offered_on": None,
            "client_signed_on": None,
            "assistance_offered": False,
            "waived": False,
        },
        "annex_signed_later": None,
        "client_told_on": None,
    }
    assert (case.aid, case.sanctioning) == (Aid.LEEFLOON, Body.OCMW)


def test_a_change_in_the_facts_afterwards_changes_nothing_in_the_file():
    who = client()
    case = opened(who, ONE_DAY_MORE)
    who.aids, who.annexes = [AidPeriod(aid="geen", from_on=day("Sun 01/03/2026"))], []
    assert case.sanctioning is Body.OCMW
    assert case.annex["number"] == 1


def test_without_registration_or_annex_the_file_freezes_their_absence():
    case = opened(client(registered=None, annex=False), ONE_DAY_MORE)
    assert (case.frozen["registered_on"], case.annex) == (None, None)


def test_a_move_to_another_municipality_does_not_start_the_twelve_months_again():
    who = client(residence="rechthebbend", registered=day("Mon 04/03/2024"))
    who.registrations[0].until_on = day("Sun 30/11/2025")
    who.registrations.append(Registration(from_on=day("Mon 01/12/2025"), municipality="Gent"))
    case = opened(who, ONE_DAY_MORE)
    assert (case.frozen["registered_on"], case.frozen["directs"]) == ("2024-03-04", "ocmw")


def test_a_break_in_the_register_does_start_the_twelve_months_again():
    who = client(residence="rechthebbend", registered=day("Mon 04/03/2024"))
    who.registrations[0].until_on = day("Sat 29/11/2025")
    who.registrations.append(Registration(from_on=day("Mon 01/12/2025"), municipality="Gent"))
    case = opened(who, ONE_DAY_MORE)
    assert (case.frozen["registered_on"], case.frozen["directs"]) == ("2025-12-01", "amal")
