"""How long a suspension may last when there was an earlier one (RMI-wet art. 30 § 2)."""

from dataclasses import dataclass
from datetime import date

import pytest

from tests.workflow.dates import day
from tests.workflow.files import client, moment, sanction
from workflow.competence import Aid
from workflow.procedures.sanction import SANCTION
from workflow.recidivism import cap, caps, history


@dataclass(frozen=True)
class Earlier:
    """An earlier suspension: decided on Tuesday 10/03/2026, notified on Tuesday 17/03/2026."""

    decided_on: date = day("Tue 10/03/2026")
    notified_on: date | None = day("Tue 17/03/2026")
    reference: str = "SD-2026-0009"


@pytest.mark.parametrize(
    ("on", "months", "legal_check"),
    [
        ("Tue 10/03/2026", 3, False),
        ("Wed 10/03/2027", 3, False),
        ("Thu 11/03/2027", 1, True),
        ("Wed 17/03/2027", 1, True),
        ("Thu 18/03/2027", 1, False),
    ],
)
def test_only_inside_both_readings_the_higher_cap_counts(on, months, legal_check):
    found = cap(Aid.LEEFLOON, day(on), [Earlier()])
    assert (found.months, found.legal_check, found.to_confirm) == (months, legal_check, False)


def test_without_an_earlier_sanction_the_cap_is_one_month():
    found = cap(Aid.LEEFLOON, day("Tue 10/03/2026"), [])
    assert (found.months, found.legal_check, found.to_confirm) == (1, False, False)
    assert [str(step) for step in found.steps] == ["Geen eerdere schorsing die meetelt als herhaling"]


@pytest.mark.parametrize(("on", "months"), [("Wed 10/03/2027", 3), ("Thu 11/03/2027", 1)])
def test_a_sanction_that_was_not_notified_counts_from_its_decision_alone(on, months):
    found = cap(Aid.LEEFLOON, day(on), [Earlier(notified_on=None)])
    assert (found.months, found.legal_check) == (months, False)


def test_one_sanction_inside_both_readings_settles_the_doubt_about_another():
    older = Earlier(day("Wed 04/03/2026"), day("Wed 11/03/2026"), "SD-2026-0003")
    found = cap(Aid.LEEFLOON, day("Tue 09/03/2027"), [Earlier(), older])
    assert (found.months, found.legal_check) == (3, False)


def test_the_arithmetic_is_printed_for_every_earlier_sanction():
    older = Earlier(day("Wed 04/03/2026"), None, "SD-2026-0003")
    assert [str(step) for step in cap(Aid.LEEFLOON, day("Tue 09/03/2027"), [Earlier(), older]).steps] == [
        "SD-2026-0009: beslist op 10/03/2026, herhaling telt tot 10/03/2027: binnen het jaar",
        "SD-2026-0003: beslist op 04/03/2026, herhaling telt tot 04/03/2027: niet binnen het jaar",
    ]


@pytest.mark.parametrize(("aid", "to_confirm"), [(Aid.EQUIVALENT, True), (Aid.LEEFLOON, False)])
def test_the_repeat_cap_of_equivalent_leefloon_is_still_to_be_confirmed(aid, to_confirm):
    found = cap(aid, day("Wed 10/03/2027"), [Earlier()])
    assert (found.months, found.to_confirm) == (3, to_confirm)


@pytest.mark.parametrize(
    ("aid", "law"), [(Aid.EQUIVALENT, "OCMW-wet art. 60 § 3"), (Aid.LEEFLOON, "RMI-wet art. 30 § 2")]
)
def test_each_aid_takes_both_its_caps_from_its_own_law(aid, law):
    assert [(cap.number, cap.source) for cap in caps(aid)] == [(1, law), (3, law)]


def test_a_first_sanction_in_equivalent_leefloon_needs_no_confirmation():
    assert not cap(Aid.EQUIVALENT, day("Thu 18/03/2027"), [Earlier()]).to_confirm


@pytest.mark.parametrize(
    ("decided", "shown"),
    [
        ("Sat 09/03/2024", False),
        ("Sun 10/03/2024", True),
        ("Tue 10/03/2026", True),
        ("Wed 11/03/2026", False),
    ],
)
def test_the_history_goes_back_twenty_four_months_and_not_into_the_future(decided, shown):
    found = history([Earlier(decided_on=day(decided))], day("Tue 10/03/2026"))
    assert bool(found) is shown


def test_the_history_shows_the_newest_first():
    old, new = Earlier(day("Mon 03/03/2025")), Earlier(day("Mon 02/03/2026"))
    assert history([old, new], day("Tue 10/03/2026")) == [new, old]


# in the files of one client


def another(who, **changes):
    """An earlier file of the client, decided on Tuesday 28/04/2026."""
    case = sanction("kennisgegeven", who)
    case.reference = "SD-2026-0002"
    for name, value in changes.items():
        setattr(case.decision, name, value)
    who.sanctions.append(case)
    return case


def test_an_earlier_suspension_in_another_file_raises_the_cap():
    who = client()
    earlier, case = another(who), sanction(who=who)
    found = case.cap_on(day("Wed 28/04/2027"))
    assert (found.months, case.earlier_suspensions(day("Wed 28/04/2027"))) == (3, [earlier.decision])
    assert str(found.steps[0]).startswith("SD-2026-0002: beslist op 28/04/2026")


@pytest.mark.parametrize(
    "changes",
    [
        {"withdrawn_on": day("Tue 12/05/2026")},
        {"annulled": True},
        {"measure": "verwittiging"},
        {"measure": "intrekking"},
        {"measure": "geen_sanctie"},
    ],
)
def test_what_was_withdrawn_or_annulled_or_was_no_suspension_does_not_count(changes):
    who = client()
    another(who, **changes)
    assert sanction(who=who).cap_on(day("Wed 28/04/2027")).months == 1


def test_a_file_does_not_count_as_its_own_repetition():
    who = client()
    case = another(who)
    assert case.cap_on(day("Wed 28/04/2027")).months == 1


@pytest.mark.parametrize(("judgment", "counts"), [("vernietigd", False), ("bevestigd", True), ("gewijzigd", True)])
def test_a_judgment_that_annuls_takes_the_sanction_out_of_the_count(judgment, counts):
    case = sanction("in_beroep")
    case.judgment = judgment
    SANCTION.take("uitspraak", case, moment(day("Tue 13/10/2026"), "maatschappelijk_werker"))
    assert case.decision.counts is counts
