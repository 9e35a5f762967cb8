"""What each letter of a GPMI file states: its facts, frozen when it is made."""

from datetime import date
from typing import Any

from letters.dates import if_known, in_dutch, with_weekday
from workflow import parameters
from workflow.competence import AID_TITLES, BODY_TITLES, RESIDENCE_TITLES, Aid, is_oudkomer
from workflow.gpmi import OUTCOMES
from workflow.models import Gpmi, GpmiAnnex
from workflow.moment import Moment
from workflow.recidivism import caps
from workflow.trajectory import PART_TITLES, Part

Facts = dict[str, Any]


def _iso(day: str) -> str:
    return in_dutch(date.fromisoformat(day))


def _contract(case: Gpmi) -> Facts:
    return {
        "nummer": case.contract,
        "datum": if_known(case.contract_signed_on),
        "doel": case.objective,
        "grond": case.ground,
        "toegekend": if_known(case.granted_on),
        "opgelegd": if_known(case.link_decided_on),
    }


def _about(case: Gpmi) -> Facts:
    worker, replacement = case.handler, case.replacement
    return {
        "steun": AID_TITLES[Aid(case.aid)].lower(),
        "equivalent": Aid(case.aid) is Aid.EQUIVALENT,
        "gpmi": _contract(case),
        "maatschappelijk_werker": worker.name if worker else "",
        "vervanger": replacement.name if replacement else "",
        "onderhoud": parameters.number("interview_working_days"),
    }


def _trajectory(case: Gpmi, when: Moment) -> Facts:
    """State the class of the newcomer and who directs his trajectory, as it is on this day (SWO art. 3)."""
    client, today = case.client, when.today
    residence, registered = client.residence_on(today), client.registered_since(today)
    outcome = client.competence_on(today)
    return {
        "statuut": RESIDENCE_TITLES[residence].lower(),
        "oudkomer": registered is not None and is_oudkomer(registered, today),
        "oudkomer_maanden": parameters.number("oudkomer_months"),
        "regie": BODY_TITLES[outcome.directs],
        "regie_artikel": outcome.article.removeprefix("SWO art. "),
    }


def _parts(annex: GpmiAnnex) -> list[Facts]:
    return [
        {
            "titel": PART_TITLES[Part(each["part"])],
            "doel": each["objective"],
            "van": _iso(each["starts_on"]),
            "tot": _iso(each["ends_on"]),
            "aanwezigheid": each["attendance"],
        }
        for each in annex.obligations
    ]


def _agreed(annex: GpmiAnnex) -> Facts:
    """State which annex it is, from when until when it holds, and what every party does."""
    return {
        "nummer": annex.number,
        "versie": annex.version,
        "vervangt": annex.replaces or "",
        "reden": annex.reason,
        "van": if_known(annex.from_on),
        "tot": if_known(annex.until_on),
        "ocmw_doet": annex.ocmw_does,
        "amal_doet": annex.amal_does,
        "terugkoppeling": annex.feedback,
        "inbreuk": annex.breach_means,
    }


def annex_fields(case: Gpmi, when: Moment) -> Facts:
    """State everything the annex agrees on: parties, parts, engagements, evaluations, rights and consequences."""
    annex, client = case.annex, case.client
    assert annex and annex.until_on, "an annex is printed when it is written"
    first, repeat = caps(Aid(case.aid))
    return _about(case) | {
        "bijlage": _agreed(annex),
        "partner": annex.partner.name if annex.partner else "",
        "trajectbegeleider": case.counsellor.name if annex.partner and case.counsellor else "",
        "partij": {
            "naam": client.name,
            "geboren": in_dutch(client.born_on),
            "adres": f"{client.street}, {client.postal_code} {client.city}",
        },
        "traject": _trajectory(case, when),
        "onderdelen": _parts(annex),
        "evaluaties": [_iso(day) for day in sorted(annex.evaluations_on)],
        "evaluaties_per_jaar": parameters.number("evaluations_a_year"),
        "evaluaties_persoonlijk": parameters.number("evaluations_face_to_face"),
        "bedenktijd": parameters.number("reflection_days"),
        "hoogste": first.number,
        "hoogste_herhaling": repeat.number,
        "exemplaren": 3 if annex.partner else 2,
    }


def evaluation_fields(case: Gpmi, when: Moment) -> Facts:
    """State what was looked at, what was reached and why not, what changes, and when the next evaluation is."""
    last = case.evaluations[-1]
    annex = next(each for each in case.annexes if each.number == last.annex_number)
    titles = {each["part"]: each["objective"] for each in annex.obligations}
    return _about(case) | {
        "bijlage": {"nummer": annex.number, "datum": if_known(annex.signed_on)},
        "evaluatie": {
            "nummer": last.number,
            "datum": with_weekday(last.held_on),
            "persoonlijk": last.face_to_face,
            "verandert": last.changes,
            "volgende": with_weekday(last.next_on),
        },
        "resultaten": [
            {
                "titel": PART_TITLES[Part(each["part"])],
                "doel": titles[each["part"]],
                "uitkomst": OUTCOMES[each["outcome"]].lower(),
                "uitleg": each["why"],
            }
            for each in last.results
        ],
    }
