"""What each letter of a sanction file states: its facts, frozen when it is made."""

from datetime import date
from typing import Any

from letters.dates import if_known, in_dutch, in_euro, with_weekday
from workflow import parameters
from workflow.breaches import BREACHES, NO_CONSEQUENCE
from workflow.competence import AID_TITLES, Aid
from workflow.measures import KIND_TITLES, Kind
from workflow.models import Sanction
from workflow.models.measure import Measure
from workflow.moment import Moment

Facts = dict[str, Any]


def about(case: Sanction) -> Facts:
    """State what several letters need: the aid, the clause, the facts of the breach."""
    annex = case.annex or {}
    return {
        "steun": AID_TITLES[case.aid].lower(),
        "equivalent": case.aid is Aid.EQUIVALENT,
        "inbreuk": BREACHES[case.breach_type],
        "verplichting": case.obligation or BREACHES[case.breach_type],
        "gpmi": {
            "nummer": annex.get("gpmi_reference", ""),
            "datum": _iso(annex.get("gpmi_signed_on")),
            "bijlage": annex.get("number", ""),
            "bijlage_datum": _iso(annex.get("signed_on")),
            "clausule": annex.get("clause", ""),
        },
        "feiten": [
            {"nummer": f.position, "datum": in_dutch(f.happened_on), "wat": f.what, "bewijs": f.evidence}
            for f in case.facts
        ],
    }


def _iso(day: str | None) -> str:
    return in_dutch(date.fromisoformat(day)) if day else ""


def measure_facts(measure: Measure) -> Facts:
    """State a measure: how much, how long, from when, and on which conditions it is deferred."""
    return {
        "soort": measure.measure,
        "titel": KIND_TITLES[Kind(measure.measure)],
        "geheel": bool(measure.whole),
        "bedrag": in_euro(measure.monthly_cents) if measure.monthly_cents is not None else "",
        "duur": measure.duration,
        "eenheid": measure.unit or "",
        "van": if_known(measure.starts_on),
        "tot": if_known(measure.ends_on),
        "uitstel": measure.deferral,
        "uitstel_deel": measure.deferral_part,
        "proef_tot": if_known(measure.trial_until),
        "voorwaarden": measure.conditions,
    }


def _hearing(case: Sanction) -> Facts:
    return {
        "datum": with_weekday(case.hearing_on) if case.hearing_on else "",
        "uur": case.hearing_time or "",
        "plaats": case.hearing_place or "",
        "tolk": case.hearing_interpreter or "geen",
        "inkijken": case.file_access or "",
        "verzetten_tot": if_known(case.reschedule_by),
        "verloop": case.hearing_outcome or "",
        "aanwezig": case.hearing_present or "",
        "verslag": case.hearing_report or "",
        "stukken": case.hearing_papers or "",
        "opmerkingen": case.hearing_remarks or "",
    }


def _warning(case: Sanction) -> Facts:
    letter = case.letter("aanmaning")
    return {"datum": if_known(letter.posted_on if letter else None)}


def _appeal() -> Facts:
    return {
        "maanden": parameters.number("appeal_months"),
        "rechtbank": parameters.PARAMETERS["court_name"].value,
        "adres": parameters.PARAMETERS["court_address"].value,
    }


def warning_fields(case: Sanction, when: Moment) -> Facts:
    """State the obligation, the facts, what to do by when, and the highest sanction possible now."""
    return about(case) | {
        "te_doen": case.remedy,
        "uiterlijk": with_weekday(case.remedy_by) if case.remedy_by else "",
        "maximum": case.cap_on(when.today).months,
        "gemeld_door": _reporter(case),
    }


def _reporter(case: Sanction) -> str:
    partners = [share.organisation.name for share in case.shares]
    reporter = case.opened_by
    outside = reporter is not None and not any(g.organisation_id == case.owner_id for g in reporter.grants)
    return partners[0] if partners and outside else case.owner.name


def invitation_fields(case: Sanction, when: Moment) -> Facts:
    """State why, when and where the client is heard, and what he may bring, read and ask."""
    return about(case) | {"hoorzitting": _hearing(case), "aanmaning": _warning(case)}


def hearing_fields(case: Sanction, when: Moment) -> Facts:
    """State who was there and what was said, or how the client was informed."""
    invitation = case.letter("uitnodiging_hoorzitting")
    posted = if_known(invitation.posted_on if invitation else None)
    return about(case) | {"hoorzitting": _hearing(case), "uitgenodigd_op": posted}


def report_fields(case: Sanction, when: Moment) -> Facts:
    """State the person, the facts, the hearing and the advice (leefloon) or proposal (equivalent leefloon)."""
    advice, limit = case.advice, case.cap_on(when.today)
    assert advice
    word = "voorstel" if case.aid is Aid.EQUIVALENT else "advies"
    return about(case) | {
        "hoorzitting": _hearing(case),
        "aanmaning": _warning(case),
        "uiterlijk": if_known(case.remedy_by),
        "woord_advies": word,
        "woord_advies_hoofdletter": word.capitalize(),
        "herhaling": [str(step) for step in limit.steps],
        "maximum": limit.months,
        "maatregel": measure_facts(advice),
        "verslag": {
            "situatie": advice.situation,
            "wettige_reden": advice.reason_examined,
            "antwoord": advice.hearing_answer,
            "evenredigheid": advice.proportionality,
            "gezin": advice.family_effect,
            "vraag_comite": case.question or "",
            "antwoord_comite": advice.answer,
        },
    }


def decision_fields(case: Sanction, when: Moment) -> Facts:
    """State the decision with its grounds, and everything the law wants mentioned (RMI-wet 21; law register b.5)."""
    decision = case.decision
    assert decision
    return about(case) | {
        "zitting": {"datum": in_dutch(decision.decided_on)},
        "maatregel": measure_facts(decision),
        "hoorzitting": _hearing(case),
        "grond": {
            "recht": decision.grounds_law,
            "feiten": decision.grounds_facts,
            "maatregel": decision.grounds_measure,
            "antwoord": decision.hearing_answer,
            "afwijking": decision.departure,
        },
        "beroep": _appeal(),
    }


def outcome_fields(case: Sanction, when: Moment) -> Facts:
    """Tell the agency the outcome and its dates, and nothing from the file."""
    decision, letter = case.decision, case.letter("beslissing")
    assert decision
    return {
        "zitting": {"datum": in_dutch(decision.decided_on)},
        "maatregel": measure_facts(decision),
        "verzonden_op": if_known(letter.posted_on if letter else None),
    }


def transfer_fields(case: Sanction, when: Moment) -> Facts:
    """State why the agency is competent, with the article and the facts of that day."""
    moved = case.lost_competence if case.goes_to_amal else None
    return about(case) | {
        "bevoegdheid": {
            "artikel": moved.article if moved else case.frozen["article"],
            "datum": in_dutch(moved.effective_on) if moved else _iso(case.frozen["on"]),
            "redenen": moved.basis["reasons"] if moved else case.frozen["reasons"],
        },
        "uitleg_client": case.client_explanation,
    }


def remedied_fields(case: Sanction, when: Moment) -> Facts:
    """Confirm that the breach was remedied and what stays agreed."""
    return about(case) | {
        "aanmaning": _warning(case),
        "nageleefd": {"datum": if_known(case.remedied_on), "hoe": case.remedied_how},
    }


def closing_fields(case: Sanction, when: Moment) -> Facts:
    """Say that and why the file is closed without consequence."""
    reason = NO_CONSEQUENCE[case.closing_reason or ""]
    return about(case) | {"sluiting": {"reden": reason, "uitleg": case.closing_explanation}}


def withdrawal_fields(case: Sanction, when: Moment) -> Facts:
    """Say which decision is withdrawn, by which session, why, and what the client can do."""
    decision = next(d for d in reversed(case.decisions) if d.withdrawn_on)
    assert decision.withdrawn_on
    return about(case) | {
        "zitting": {"datum": in_dutch(decision.withdrawn_on)},
        "ingetrokken": {
            "datum": in_dutch(decision.decided_on),
            "titel": KIND_TITLES[Kind(decision.measure)].lower(),
            "reden": decision.withdrawal_reason,
        },
        "beroep": _appeal(),
    }
