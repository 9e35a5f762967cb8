"""The chain of proof: what holds, what is missing, what is too late, and what no warning may leave without."""

import pytest

from tests.walks import gpmi as walk
from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import REPORTED, client, letter, moment, sanction
from tests.workflow.kinds import gpmi
from workflow import proof_chain
from workflow.breaches import BREACH_PARTS, BREACHES
from workflow.models import GpmiAnnex, Referral
from workflow.procedures.sanction_report import freeze_facts
from workflow.proof_link import Standing
from workflow.trajectory import Part

BREACHED = day("Mon 23/02/2026")
SIGNED = {
    "gpmi_reference": "GPMI-2026-0001",
    "gpmi_signed_on": day("Mon 12/01/2026"),
    "signed_on": day("Mon 12/01/2026"),
    "from_on": day("Mon 12/01/2026"),
    "clause": "U volgt de les.",
    "parts": ["nt2"],
    "offered_on": day("Mon 05/01/2026"),
    "client_signed_on": day("Mon 12/01/2026"),
    "assistance_offered": True,
}
TOLD = day("Fri 16/01/2026")


def file(told=TOLD, breach="afwezig_nt2", **values):
    """A report of a breach on Monday 23/02/2026, by a client with this annex who was told of his referral."""
    who = client(annex=False)
    who.annexes = [GpmiAnnex(number=1, **SIGNED | values)]
    referral = Referral(letters=[letter("verzonden", "brief_aan_client", told)] if told else [])
    who.cases = [referral]
    case = sanction(who=who)
    case.breach_type = breach
    freeze_facts(case, moment(REPORTED))
    return case


def standings(case):
    """How the links on which a warning rests stand."""
    return [link.standing.value for link in proof_chain.grounds_of(case)]


def refused(case):
    """What is said against the warning of a file."""

    def same(ready):
        ready.breach_type, ready.frozen = case.breach_type, case.frozen

    return tried("sanction", "maan_aan", same)


OK = "in_orde"


@pytest.mark.parametrize(
    ("values", "expected", "said"),
    [
        ({}, [OK, OK, OK, OK], ""),
        ({"breach": "afwezig_mo"}, ["ontbreekt", OK, OK, OK], "Verplichting: bijlage 1 legt dit niet op: "),
        ({"breach": "vroegtijdig_gestopt"}, [OK, OK, OK, OK], ""),
        ({"parts": ["nt2", "mo"], "breach": "afwezig_mo"}, [OK, OK, OK, OK], ""),
        ({"assistance_offered": False}, [OK, OK, "ontbreekt", OK], "mag laten bijstaan"),
        ({"client_signed_on": day("Fri 09/01/2026")}, [OK, OK, "ontbreekt", OK], "geen 5 dagen bedenktijd"),
        ({"client_signed_on": day("Sat 10/01/2026")}, [OK, OK, OK, OK], ""),
        ({"client_signed_on": day("Mon 05/01/2026"), "waived": True, "waived_how": "Mail"}, [OK, OK, OK, OK], ""),
        ({"told": None}, [OK, OK, OK, "ontbreekt"], "er vertrok geen brief"),
        ({"told": BREACHED}, [OK, OK, OK, OK], ""),
        ({"told": day("Tue 24/02/2026")}, [OK, OK, OK, "te_laat"], "pas op 24/02/2026 ingelicht"),
        # an annex from before the office kept GPMI files: its clause is enough
        ({"parts": [], "told": None}, [OK, OK, "niet_bijgehouden", "niet_bijgehouden"], ""),
        ({"parts": [], "told": TOLD}, [OK, OK, "niet_bijgehouden", OK], ""),
    ],
)
def test_a_link_that_is_missing_or_late_stops_the_warning(values, expected, said):
    case = file(**values)
    assert standings(case) == expected
    reasons = refused(case)
    assert bool(reasons) is bool(said)
    assert all(reason.startswith("De bewijsketen is niet gesloten.") and said in reason for reason in reasons)


def test_an_annex_signed_after_the_breach_comes_too_late():
    case = file(signed_on=day("Tue 24/02/2026"), from_on=day("Tue 24/02/2026"))
    assert standings(case)[:2] == ["ontbreekt", "te_laat"]
    assert "een bijlage is pas ondertekend op 24/02/2026, na de inbreuk" in " ".join(refused(case))


def test_without_any_annex_every_ground_is_missing():
    case = file(signed_on=None, told=None)
    assert standings(case) == ["ontbreekt"] * 4
    assert len(refused(case)) == 2


def test_an_old_annex_without_a_clause_imposes_nothing():
    case = file(parts=[], clause="")
    link = proof_chain.grounds_of(case)[0]
    assert (link.standing, str(link.reason)) == (Standing.MISSING, "bijlage 1 bevat geen verplichting")


def test_the_chain_is_that_of_the_day_the_file_opened():
    case = file()
    case.client.annexes[0].parts = []
    case.client.cases = []
    assert standings(case) == [OK, OK, OK, OK]


def test_a_file_from_before_the_chain_keeps_its_clause():
    case = sanction()
    case.frozen = {
        name: value for name, value in case.frozen.items() if name not in ("annex_signed_later", "client_told_on")
    }
    case.frozen["annex"] = {
        "number": 1,
        "gpmi_reference": "GPMI-2025-0001",
        "signed_on": "2025-01-17",
        "from_on": "2025-01-17",
        "clause": "U volgt de les.",
    }
    assert standings(case) == [OK, OK, "niet_bijgehouden", "niet_bijgehouden"]


def test_the_whole_line_runs_from_the_clause_to_the_decision():
    case = sanction()
    told = [(link.key, link.standing.value) for link in case.proof_chain]
    assert [key for key, _standing in told] == [
        "clausule", "bijlage", "aanbod", "brief", "inbreuk", "aanmaning", "gehoord", "beslissing",
    ]  # fmt: skip
    assert [standing for _key, standing in told[4:]] == [OK] * 4
    assert case.proof_chain[4].on == BREACHED


def test_what_is_still_to_come_breaks_nothing():
    case = sanction()
    case.letters, case.hearing_outcome, case.decision_id = [], None, None
    assert [link.standing.value for link in case.proof_chain[5:]] == ["nog_niet"] * 3


@pytest.mark.parametrize(("posted", "standing"), [("Wed 06/05/2026", OK), ("Thu 07/05/2026", "te_laat")])
def test_a_decision_notified_after_eight_days_is_late(posted, standing):
    case = sanction()
    case.letter("beslissing").posted_on = day(posted)
    assert case.proof_chain[-1].standing.value == standing


def test_every_breach_has_its_parts():
    assert BREACH_PARTS.keys() == BREACHES.keys()
    assert all(parts for parts in BREACH_PARTS.values())
    assert BREACH_PARTS["vdab"] == {Part.ACTIVATION}


# the chain of a GPMI file


def test_an_annex_that_is_drawn_up_shows_what_is_still_to_come():
    case = gpmi.built("ontwerp")
    assert case.proof_chain == []
    gpmi.drawn_up(case)
    assert [link.standing.value for link in case.proof_chain] == [OK, "nog_niet", "nog_niet", "nog_niet"]


def test_an_annex_in_force_holds_and_a_waiver_is_to_be_confirmed():
    case = gpmi.built("ondertekend")
    assert [link.standing.value for link in case.proof_chain] == [OK, OK, OK, "nog_niet"]
    case.in_force.waived = True
    assert "te bevestigen" in str(case.proof_chain[2].reason)


def test_the_chain_of_a_client_is_that_of_his_annex_in_force_or_of_his_draft():
    case = gpmi.built("ondertekend")
    who, on = case.client, day("Fri 10/07/2026")
    assert [link.on for link in proof_chain.of_client(who, on)][1] == walk.SIGNED
    who.annexes[0].until_on = day("Thu 09/07/2026")
    gpmi.drawn_up(case)
    assert [link.standing.value for link in proof_chain.of_client(who, on)][1] == "nog_niet"
    who.annexes = []
    assert proof_chain.of_client(who, on) == []
