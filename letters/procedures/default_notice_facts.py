"""What each letter of a notice of default states: its facts, frozen when it is made."""

from typing import Any

from letters.dates import if_known, in_dutch, with_weekday
from letters.procedures.agreement_facts import agreed_by, names_of
from workflow import parameters
from workflow.models import DefaultNotice
from workflow.moment import Moment

Facts = dict[str, Any]


def about(case: DefaultNotice) -> Facts:
    """State which agreement and which article the letter is about."""
    agreement = case.agreement
    assert agreement, "a notice stands beside an agreement"
    article = case.article_title
    return {
        "overeenkomst": {
            "titel": agreement.title,
            "kenmerk": agreement.reference,
            "partijen": names_of(agreement),
            "sinds": in_dutch(agreement.starts_on),
            "artikel": article,
            "artikel_hoofdletter": article[:1].upper() + article[1:],
        }
    }


def _default(case: DefaultNotice) -> Facts:
    return {
        "tekortkoming": {
            "reden": case.default_reason,
            "gevraagd": case.remedy_asked,
            "dagen": case.remedy_days,
            "opzegmaanden": parameters.number("termination_months"),
        }
    }


def _letter(case: DefaultNotice, name: str) -> Facts:
    """State which earlier letter is meant: its reference, its day, its registered number."""
    letter = case.letter(name)
    assert letter, "the letter this one refers to was sent"
    return {"kenmerk": letter.reference, "datum": if_known(letter.posted_on), "nummer": letter.registered_number}


def default_fields(case: DefaultNotice, when: Moment) -> Facts:
    """State the facts, why they are a default, what is asked by when, and what can follow."""
    facts = [
        {"nummer": i, "datum": in_dutch(fact["happened_on"]), "wat": fact["what"], "bewijs": fact["evidence"]}
        for i, fact in enumerate(case.reported_facts, 1)
    ]
    return about(case) | _default(case) | {"feiten": facts}


def remedied_fields(case: DefaultNotice, when: Moment) -> Facts:
    """Confirm what was remedied, and that the default is lifted."""
    return about(case) | {
        "ingebrekestelling": _letter(case, "ingebrekestelling"),
        "hersteld": {"datum": if_known(case.remedied_on), "hoe": case.remedied_how},
    }


def termination_fields(case: DefaultNotice, when: Moment) -> Facts:
    """State what came before, why this is an exception, and when the agreement ends as counted from its sending."""
    planned = case.planned_notice
    assert planned and case.planned_on, "the form asks when the letter leaves"
    return (
        about(case)
        | _default(case)
        | {
            "ingebrekestelling": _letter(case, "ingebrekestelling"),
            "antwoord": {"datum": if_known(case.replied_on), "tekst": case.reply or ""},
            "overleg": {
                "datum": if_known(case.talks_on),
                "met": case.talks_with,
                "onoplosbaar": case.unsolvable_reason,
            },
            "opzegging": {
                "maanden": parameters.number("termination_months"),
                "vertrek": with_weekday(case.planned_on),
                "laatste_dag": with_weekday(planned.raw),
                "uitgesteld": with_weekday(planned.rolled) if planned.rolled != planned.raw else "",
                "reden": case.termination_reason,
                "uitzonderlijk": case.exceptional_reason,
            },
            "telling": [str(step) for step in planned.steps],
        }
    )


def withdrawn_fields(case: DefaultNotice, when: Moment) -> Facts:
    """Confirm that both parties took the notice back, and who agreed for each."""
    consents = [each for each in case.consents if each.subject == case.withdrawal]
    return about(case) | {
        "ingebrekestelling": _letter(case, "ingebrekestelling"),
        "opzegbrief": _letter(case, "opzegging"),
        "instemming": agreed_by(case, consents),
    }


def ended_fields(case: DefaultNotice, when: Moment) -> Facts:
    """State the last day with its counting, and the shared files that were still open on it."""
    notice = case.notice
    return about(case) | {
        "einde": {"datum": with_weekday(case.ends_on) if case.ends_on else ""},
        "telling": [str(step) for step in notice.steps] if notice else [],
        "open_dossiers": [
            {"kenmerk": row["reference"], "soort": row["title"], "fase": row["phase"], "wie": row["owner"]}
            for row in case.open_files or []
        ],
    }
