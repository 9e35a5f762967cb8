"""What the letters of a referral state until the trajectory starts: its facts, frozen when the letter is made."""

from datetime import date
from typing import Any

from letters.dates import in_dutch, with_weekday
from workflow import parameters
from workflow.competence import AID_TITLES, BODY_TITLES, RESIDENCE_TITLES, Aid, Body, Residence
from workflow.models import Referral
from workflow.moment import Moment
from workflow.procedures.referral_preparation import directs_on
from workflow.referrals import CRITERIA, Basis
from workflow.terms import after_days
from workflow.trajectory import PART_ARTICLES, PART_TITLES, Part

Facts = dict[str, Any]
UNKNOWN = "niet bekend"


def about(case: Referral, when: Moment) -> Facts:
    """State what several letters need: the parts, imposed or asked, and the annex that imposes them."""
    annex = case.version_now.annex if case.version_now else None
    return {
        "opgelegd": case.basis == Basis.IMPOSED,
        "onderdelen": [{"naam": PART_TITLES[Part(p)], "artikel": PART_ARTICLES[Part(p)]} for p in case.parts],
        "steun": _aid(case, when).lower(),
        "bijlage": {"nummer": annex.number if annex else "", "datum": day_of(annex.signed_on if annex else None)},
    }


def _aid(case: Referral, when: Moment) -> str:
    return AID_TITLES[case.client.aid_on(when.today)]


def day_of(day: date | None) -> str:
    """Write a day, if there is one."""
    return in_dutch(day) if day else ""


def direction(case: Referral, when: Moment) -> Facts:
    """State who directs today, with the article."""
    outcome = directs_on(case, when)
    return {"bevoegdheid": {"wie": BODY_TITLES[outcome.directs], "artikel": outcome.article}}


def client_fields(case: Referral, when: Moment) -> Facts:
    """Tell the client for what he is referred, why, what it means, and which data the agency gets."""
    return about(case, when) | {
        "motivering": case.motivation,
        "equivalent": case.client.aid_on(when.today) is Aid.EQUIVALENT,
        "antwoorddagen": parameters.number("receipt_days"),
    }


def referral_fields(case: Referral, when: Moment) -> Facts:
    """Tell the agency whom it is asked to guide, for which parts, and what is known."""
    version, frozen = case.version_now, case.frozen
    assert version
    client, days = case.client, parameters.number("receipt_days")
    return about(case, when) | {
        "motivering": case.motivation,
        "versie": {"nummer": version.number, "vanaf": in_dutch(version.from_on)},
        "statuut": RESIDENCE_TITLES[Residence(frozen["residence"])],
        "gekend": {
            "taal": client.contact_language or UNKNOWN,
            "tolk": "nodig" if client.interpreter else "niet nodig",
            "nt2": case.known_nt2 or UNKNOWN,
            "mo": case.known_mo or UNKNOWN,
            "werk": case.known_work or UNKNOWN,
            "beschikbaar": case.availability or UNKNOWN,
        },
        "bevoegdheid": {
            "wie": BODY_TITLES[Body(frozen["directs"])],
            "artikel": frozen["article"],
            "datum": in_dutch(date.fromisoformat(frozen["on"])),
            "redenen": frozen["reasons"],
        },
        "gegevens": {
            "datum": day_of(case.data_told_on),
            "door": case.data_told_by or "",
            "taal": case.data_language or "",
        },
        "antwoorddagen": days,
        "antwoord_tegen": with_weekday(after_days(when.today, days, "").due),
    }


def acceptance_fields(case: Referral, when: Moment) -> Facts:
    """Tell the welfare centre who guides the client and when he is expected."""
    return {
        "onderdelen": about(case, when)["onderdelen"],
        "begeleider": case.counsellor.name if case.counsellor else "",
        "afspraak": {
            "datum": with_weekday(case.appointment_on) if case.appointment_on else "",
            "uur": case.appointment_time,
            "plaats": case.appointment_place,
        },
    }


def refusal_fields(case: Referral, when: Moment) -> Facts:
    """Tell the welfare centre criterion by criterion why the referral is refused."""
    failed = case.refusal or {}
    return {
        "criteria": [
            {"criterium": title, "besluit": failed.get(key) or "In orde, of niet van belang voor ons besluit."}
            for key, title in CRITERIA.items()
        ]
    }
