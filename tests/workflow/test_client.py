"""A client and the dated facts about him: what held on a day."""

import pytest

from tests.workflow.dates import day
from tests.workflow.files import client
from workflow.competence import Aid, Residence
from workflow.facts import FACTS, FactKind
from workflow.models import (
    AidPeriod,
    GpmiAnnex,
    IntegrationContract,
    Occupation,
    Registration,
    ResidenceStatus,
    StayInBelgium,
    VdabRegistration,
)
from workflow.models.client import folded
from workflow.terms import ONE_DAY
from workflow.trajectory import Pursuit


def test_a_client_is_found_without_accents_and_with_the_last_name_first():
    who = client()
    who.rename("Zoë", "Çelik-Ångström")
    assert who.name == "Zoë Çelik-Ångström"
    assert who.search_name == "celik-angstrom zoe"
    assert folded("STRASSE") == folded("straße")


def test_initials_are_two_capitals():
    assert client().initials == "AV"
    who = client()
    who.rename("élise", "")
    assert who.initials == "É"


def test_a_client_has_an_id_from_the_start():
    assert len(client().id) == 32
    assert client().id != client().id


def test_a_form_cannot_bring_what_a_client_does_not_have():
    with pytest.raises(AttributeError, match="Client has no field schoenmaat"):
        client().fill({"schoenmaat": 43})


def test_work_says_its_hours_a_week_where_they_are_known():
    work = {"pursuit": Pursuit.WORK, "nature": "keukenhulp"}
    told = FACTS[FactKind.OCCUPATION].told
    assert [str(told(work | hours)) for hours in ({"hours": 19}, {"hours": None})] == [
        "Werk: keukenhulp, 19 uur per week",
        "Werk: keukenhulp",
    ]


@pytest.mark.parametrize(
    ("on", "aid"),
    [
        ("Tue 31/12/2024", Aid.NONE),
        ("Sat 31/05/2025", Aid.NONE),
        ("Sun 01/06/2025", Aid.LEEFLOON),
        ("Sat 28/02/2026", Aid.LEEFLOON),
        ("Sun 01/03/2026", Aid.NONE),
        ("Mon 02/03/2026", Aid.EQUIVALENT),
        ("Fri 01/03/2030", Aid.EQUIVALENT),
    ],
)
def test_the_aid_is_that_of_the_day(on, aid):
    who = client()
    who.aids = [
        AidPeriod(aid="geen", from_on=day("Wed 01/01/2025"), until_on=day("Sat 31/05/2025")),
        AidPeriod(aid="leefloon", from_on=day("Sun 01/06/2025"), until_on=day("Sat 28/02/2026")),
        AidPeriod(aid="equivalent_leefloon", from_on=day("Mon 02/03/2026")),
    ]
    assert who.aid_on(day(on)) is aid


def test_an_unknown_residence_counts_as_no_newcomer():
    who = client()
    assert who.residence_on(day("Mon 02/03/2026")) is Residence.OBLIGED
    assert who.residence_on(day("Tue 31/12/2019")) is Residence.NONE
    who.residences = []
    assert who.residence_on(day("Mon 02/03/2026")) is Residence.NONE


def test_where_two_facts_meet_the_latest_counts():
    who = client()
    who.residences.append(ResidenceStatus(residence="rechthebbend", from_on=day("Sun 01/03/2026")))
    assert who.residence_on(day("Sat 28/02/2026")) is Residence.OBLIGED
    assert who.residence_on(day("Sun 01/03/2026")) is Residence.ENTITLED


def registered(*periods):
    """A client with these registrations in the national register."""
    who = client(registered=None)
    who.registrations = [Registration(from_on=day(a), until_on=b and day(b)) for a, b in periods]
    return who


TODAY = day("Mon 02/03/2026")


@pytest.mark.parametrize(
    ("periods", "since"),
    [
        ((), None),
        ([("Mon 04/03/2024", None)], "Mon 04/03/2024"),
        ([("Mon 04/03/2024", "Mon 02/03/2026")], "Mon 04/03/2024"),
        ([("Mon 04/03/2024", "Sun 01/03/2026")], None),
        ([("Tue 03/03/2026", None)], None),
        ([("Mon 04/03/2024", "Sun 30/11/2025"), ("Mon 01/12/2025", None)], "Mon 04/03/2024"),
        ([("Mon 04/03/2024", "Sat 29/11/2025"), ("Mon 01/12/2025", None)], "Mon 01/12/2025"),
        ([("Mon 04/03/2024", None), ("Mon 01/12/2025", None)], "Mon 04/03/2024"),
    ],
)
def test_the_register_counts_without_a_break(periods, since):
    assert registered(*periods).registered_since(TODAY) == (since and day(since))


def test_only_a_signed_annex_is_in_force():
    who = client()
    first = who.annexes[0]
    draft = GpmiAnnex(number=2, from_on=day("Thu 01/01/2026"), clause="U volgt ook MO.")
    who.annexes.append(draft)
    assert who.annex_on(TODAY) is first
    draft.signed_on = day("Wed 31/12/2025")
    assert who.annex_on(TODAY) is draft
    assert who.annex_on(day("Wed 31/12/2025")) is first
    assert who.annex_on(day("Thu 16/01/2025")) is None


def test_a_stay_counts_without_a_break_like_the_register():
    who = client()
    who.stays = [
        StayInBelgium(from_on=day("Mon 04/03/2024"), until_on=day("Sun 30/11/2025")),
        StayInBelgium(from_on=day("Mon 01/12/2025")),
    ]
    assert who.stay_since(TODAY) == day("Mon 04/03/2024")
    who.stays[0].until_on = day("Sat 29/11/2025")
    assert who.stay_since(TODAY) == day("Mon 01/12/2025")


def test_a_contract_holds_from_the_day_it_was_signed():
    who = client()
    who.contracts = []
    assert who.contract_on(TODAY) is None
    assert who.first_contract is None
    one = IntegrationContract(from_on=day("Mon 04/03/2024"), until_on=day("Sun 30/11/2025"), first=False)
    other = IntegrationContract(from_on=TODAY, first=False)
    who.contracts = [one, other]
    assert who.contract_on(day("Sun 03/03/2024")) is None
    assert who.contract_on(day("Mon 04/03/2024")) is one
    assert who.contract_on(TODAY) is other
    assert who.first_contract is one
    other.first = True
    assert who.first_contract is other


def test_vdab_work_and_study_hold_on_their_days():
    who = client()
    who.vdab_registrations = [VdabRegistration(from_on=TODAY)]
    who.occupations = [Occupation(pursuit="werk", from_on=day("Mon 04/03/2024"), until_on=day("Sun 01/03/2026"))]
    assert (who.at_vdab_on(day("Sun 01/03/2026")), who.at_vdab_on(TODAY)) == (False, True)
    assert (who.occupied_on(day("Sun 01/03/2026")), who.occupied_on(TODAY)) == (True, False)


def annexes(*found):
    """A client with these annexes, of which the days not given are those of 2026."""
    who, start = client(annex=False), {"from_on": day("Thu 01/01/2026"), "clause": "", "until_on": None}
    who.annexes = [GpmiAnnex(number=n, **start | values) for n, values in enumerate(found, 1)]
    return who


@pytest.mark.parametrize(
    ("parts", "found", "number"),
    [
        (["nt2"], [{"parts": ["nt2"]}], 1),
        (["mo", "nt2"], [{"parts": ["nt2", "mo"]}], 1),
        (["nt2"], [{"parts": ["nt2", "mo"]}], None),
        (["nt2", "mo"], [{"parts": ["nt2"]}], None),
        (["nt2"], [{"parts": []}], None),
        (["nt2"], [{"parts": ["nt2"]}, {"parts": ["nt2"]}], 2),
        (["nt2"], [{"parts": ["nt2"], "dropped_on": TODAY}], None),
        (["nt2"], [{"parts": ["nt2"], "until_on": TODAY}], 1),
        (["nt2"], [{"parts": ["nt2"], "until_on": TODAY - ONE_DAY}], None),
    ],
)
def test_an_annex_is_found_by_exactly_its_parts_signed_or_drawn_up(parts, found, number):
    annex = annexes(*found).annex_with(parts, TODAY)
    assert (annex and annex.number) == number


def test_a_part_that_does_not_exist_is_a_programming_error():
    with pytest.raises(ValueError, match="zwemmen"):
        annexes({"parts": ["nt2"]}).annex_with(["zwemmen"], TODAY)


def test_an_annex_runs_from_its_first_to_its_last_day_once_it_is_signed():
    annex = annexes({"signed_on": TODAY, "from_on": TODAY, "until_on": TODAY + ONE_DAY}).annexes[0]
    days = [TODAY - ONE_DAY, TODAY, TODAY + ONE_DAY, TODAY + ONE_DAY + ONE_DAY]
    assert [annex.runs_on(each) for each in days] == [False, True, True, False]
    assert not annex.draft
    assert annexes({}).annexes[0].draft
    assert not annexes({}).annexes[0].runs_on(TODAY)
