"""What each letter of a warm hand-over states: its facts, frozen when it is made."""

from datetime import date
from typing import Any

from letters.dates import if_known, in_dutch, with_weekday
from workflow.handoff import CONTACT_TITLES, ITEM_TITLES, OUTCOME_TITLES, URGENCY_TITLES, Item, Outcome
from workflow.life_domains import DOMAIN_TITLES, Domain
from workflow.models import WarmHandoff
from workflow.moment import Moment
from workflow.procedures.warm_handoff_report import report_term
from workflow.roles import Role

Facts = dict[str, Any]


def _counsellor(case: WarmHandoff) -> Facts:
    person = case.counsellor
    amal = case.party_of(Role.COUNSELLOR)
    return {
        "naam": person.name if person else amal.service,
        "telefoon": person.phone if person else amal.phone,
        "organisatie": amal.name,
    }


def _worker(case: WarmHandoff) -> Facts:
    person = case.handler
    centre = case.party_of(Role.SOCIAL_WORKER)
    return {
        "naam": person.name if person else centre.service,
        "telefoon": person.phone if person else centre.phone,
        "organisatie": centre.name,
    }


def _needs(case: WarmHandoff) -> list[Facts]:
    """State every need by its domain; in words only what was agreed (SWO art. 5), and of health never a detail."""
    return [
        {
            "domein": DOMAIN_TITLES[need.domain],
            "wat": need.words if need.passed_on and need.domain != Domain.HEALTH else "",
            "in_dossier": need.passed_on and need.domain == Domain.HEALTH,
        }
        for need in case.needs
    ]


def _passed_on(case: WarmHandoff) -> list[Facts]:
    agreed = [each for each in case.items if case.passes_on(each.item)]
    return [{"titel": ITEM_TITLES[each.item], "wat": "" if each.item == Item.HEALTH else each.words} for each in agreed]


def _kept_back(case: WarmHandoff) -> list[str]:
    return [ITEM_TITLES[each.item] for each in case.items if not case.passes_on(each.item)]


def _due(case: WarmHandoff, when: Moment) -> date | None:
    """Return until when the welfare centre has to plan the meeting: a new report starts a new term."""
    if case.reported_on == when.today:
        return report_term(case, when).due
    running = case.running("opname")
    return running.due_on if running else None


def referral_fields(case: WarmHandoff, when: Moment) -> Facts:
    """State the needs, what the client wants, and item by item what he agreed to pass on."""
    due = _due(case, when)
    return {
        "geboren": in_dutch(case.client.born_on),
        "noden": _needs(case),
        "wens": case.wish,
        "dringend": {
            "hoe": case.urgency,
            "titel": URGENCY_TITLES[case.urgency],
            "uitleg": case.urgency_reason,
        },
        "tolk": case.interpreter,
        "ingelicht": {"datum": if_known(case.informed_on), "hoe": case.informed_how},
        "gedeeld": _passed_on(case),
        "niet_gedeeld": _kept_back(case),
        "vervangt": any(letter.recalled for letter in case.letters),
        "uiterlijk": with_weekday(due) if due else "",
        "al_in_begeleiding": case.guidance_reason,
    }


def invitation_fields(case: WarmHandoff, when: Moment) -> Facts:
    """State who will be there, why, when and where, in which language, and what to bring."""
    assert case.meeting_on
    return {
        "kennismaking": {
            "datum": with_weekday(case.meeting_on),
            "uur": case.meeting_time,
            "plaats": case.meeting_place,
            "aanwezig": case.meeting_present,
            "tolk": case.meeting_interpreter,
            "meebrengen": case.meeting_papers or "",
            "eerder": case.no_show_count > 0,
        },
        "trajectbegeleider": _counsellor(case),
        "maatschappelijk_werker": _worker(case),
    }


def sheet_fields(case: WarmHandoff, when: Moment) -> Facts:
    """State what was handed over and with whose agreement, what was agreed, and whom the client can call now."""
    assert case.meeting_on and case.next_step_on and case.contact_now
    return {
        "overdracht": {
            "datum": in_dutch(when.today),
            "erbij": bool(case.client_present),
            "afwezig": case.absence_reason or "",
            "akkoord_op": if_known(case.informed_on),
            "domeinen": [DOMAIN_TITLES[need.domain] for need in case.needs],
            "gedeeld": [each["titel"] for each in _passed_on(case)],
            "niet_gedeeld": _kept_back(case),
            "afspraken": case.agreements,
            "volgende_stap": case.next_step,
            "volgende_dag": with_weekday(case.next_step_on),
            "aanspreekpunt": CONTACT_TITLES[case.contact_now],
        },
        "contact": _counsellor(case) if case.contact_now == "amal" else _worker(case),
        "trajectbegeleider": _counsellor(case),
        "maatschappelijk_werker": _worker(case),
    }


def taken_in_fields(case: WarmHandoff, when: Moment) -> Facts:
    """State the outcome and the contact person, and nothing from the file of the welfare centre (SWO art. 2)."""
    return {"geboren": in_dutch(case.client.born_on), "maatschappelijk_werker": _worker(case)}


def declined_fields(case: WarmHandoff, when: Moment) -> Facts:
    """State the outcome, and the alternative when the client agrees that Amal knows it (SWO art. 2, 5)."""
    assert case.outcome
    told = case.outcome == Outcome.REFERRED and case.alternative_told
    return {
        "geboren": in_dutch(case.client.born_on),
        "afloop": {"titel": OUTCOME_TITLES[case.outcome], "alternatief": case.alternative if told else ""},
    }
