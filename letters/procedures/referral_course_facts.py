"""What the letters of a trajectory that runs, ends or stops state: its facts, frozen when the letter is made."""

from letters.dates import in_dutch, with_weekday
from letters.procedures.referral_facts import Facts, about, day_of, direction
from workflow import parameters, pnt
from workflow.competence import Residence
from workflow.models import Referral
from workflow.moment import Moment
from workflow.procedures.referral_closing import b1_term
from workflow.procedures.referral_vdab import registration_term
from workflow.referrals import ATTEST_TITLES, STOP_TITLES, Attest
from workflow.trajectory import PART_TITLES, Part
from workflow.vdab import unsuspended


def change_fields(case: Referral, when: Moment) -> Facts:
    """Tell the client which parts there are from now on, which there were, why, and who decided it."""
    former, now = case.versions[-2:]
    named = ", ".join(PART_TITLES[Part(part)] for part in former.parts)
    version = {"vanaf": in_dutch(now.from_on), "vroeger": named, "reden": now.reason}
    return about(case, when) | direction(case, when) | {"versie": version}


def attest_fields(case: Referral, when: Moment) -> Facts:
    """Tell the welfare centre which attest there is, and whether B1 follows and until when."""
    assert case.attest
    counted = b1_term(case, when)
    obliged = bool(case.pnt and case.pnt["obliged"])
    return {
        "attest": {
            "naam": ATTEST_TITLES[Attest(case.attest)],
            "datum": day_of(case.attest_on),
            "pnt": pnt.hours(case.halves(voluntary=False)) if obliged else "",
            "b1": counted is not None,
            "b1_tegen": in_dutch(counted.due) if counted else "",
        }
    }


def _stop(case: Referral, when: Moment) -> Facts:
    if case.state == "ingetrokken":
        return {
            "ingetrokken": True,
            "titel": "Intrekking van de doorverwijzing",
            "vanaf": in_dutch(when.today),
            "reden": case.withdrawal_reason,
        }
    return {
        "ingetrokken": False,
        "titel": "Stopzetting van het traject",
        "vanaf": day_of(case.stop_on),
        "reden": STOP_TITLES[case.stop_reason or ""] + ".",
    }


def stop_fields(case: Referral, when: Moment) -> Facts:
    """Tell the other organisation that it stops, why, from when, and what still applies."""
    facts = about(case, when)
    return {"opgelegd": facts["opgelegd"], "stop": _stop(case, when)}


def client_stop_fields(case: Referral, when: Moment) -> Facts:
    """Tell the client that it stops, why, from when, and what still applies to him."""
    facts, stop = about(case, when), _stop(case, when)
    titles = {True: "Uw doorverwijzing naar Amal gaat niet door", False: "Uw traject bij Amal stopt"}
    said = {
        "ingetrokken": stop["ingetrokken"],
        "titel": titles[stop["ingetrokken"]],
        "vanaf": stop["vanaf"],
        "uitleg": case.withdrawal_reason if stop["ingetrokken"] else case.stop_explanation,
    }
    obliged = case.client.residence_on(when.today) is Residence.OBLIGED
    return {"opgelegd": facts["opgelegd"], "steun": facts["steun"], "verplicht": obliged, "stop": said}


def reminder_fields(case: Referral, when: Moment) -> Facts:
    """Tell the client until when he registers with the VDAB, how that was counted, and who helps."""
    counted, helper = registration_term(case, when), case.vdab_support_by
    assert counted and case.contract_signed_on
    return {
        "vdab": {
            "uiterlijk": with_weekday(counted.due),
            "te_laat": counted.due < when.today,
            "contract": day_of(case.contract_signed_on),
            "dagen": parameters.number("vdab_days"),
            "maanden": parameters.number("vdab_months"),
            "vrijgesteld": counted.due != unsuspended(case.contract_signed_on).due,
            "hulp": helper.name if helper else "",
        }
    }
