"""The letters of a sanction file: what each one states, who signs it and how it leaves (SWO 12; RMI-wet 20, 21, 30)."""

from datetime import date, timedelta
from typing import Any

from letters.dates import in_dutch, in_euro, with_weekday
from letters.letter import Letter, Mention, To
from workflow import parameters
from workflow.breaches import BREACHES, NO_CONSEQUENCE
from workflow.competence import AID_TITLES, Aid
from workflow.measures import KIND_TITLES, Kind
from workflow.models import Decision, Sanction
from workflow.models.measure import Measure
from workflow.moment import Moment
from workflow.roles import Role
from workflow.terms import Way, safe_notification
from workflow.wording import N_

Facts = dict[str, Any]


def _case(case: Sanction) -> Facts:
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


def _day(day: date | None) -> str:
    return in_dutch(day) if day else ""


def _measure(measure: Measure) -> Facts:
    return {
        "soort": measure.measure,
        "titel": KIND_TITLES[Kind(measure.measure)],
        "geheel": bool(measure.whole),
        "bedrag": in_euro(measure.monthly_cents) if measure.monthly_cents is not None else "",
        "duur": measure.duration,
        "eenheid": measure.unit or "",
        "van": _day(measure.starts_on),
        "tot": _day(measure.ends_on),
        "uitstel": measure.deferral,
        "uitstel_deel": measure.deferral_part,
        "proef_tot": _day(measure.trial_until),
        "voorwaarden": measure.conditions,
    }


def _hearing(case: Sanction) -> Facts:
    return {
        "datum": with_weekday(case.hearing_on) if case.hearing_on else "",
        "uur": case.hearing_time or "",
        "plaats": case.hearing_place or "",
        "tolk": case.hearing_interpreter or "geen",
        "inkijken": case.file_access or "",
        "verzetten_tot": _day(case.reschedule_by),
        "verloop": case.hearing_outcome or "",
        "aanwezig": case.hearing_present or "",
        "verslag": case.hearing_report or "",
        "stukken": case.hearing_papers or "",
        "opmerkingen": case.hearing_remarks or "",
    }


def _warning(case: Sanction) -> Facts:
    letter = case.letter("aanmaning")
    return {"datum": _day(letter.posted_on if letter else None)}


def _appeal() -> Facts:
    return {
        "maanden": parameters.number("appeal_months"),
        "rechtbank": parameters.PARAMETERS["court_name"].value,
        "adres": parameters.PARAMETERS["court_address"].value,
    }


def warning_fields(case: Sanction, when: Moment) -> Facts:
    """State the obligation, the facts, what to do by when, and the highest sanction possible now."""
    return _case(case) | {
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
    return _case(case) | {"hoorzitting": _hearing(case), "aanmaning": _warning(case)}


def hearing_fields(case: Sanction, when: Moment) -> Facts:
    """State who was there and what was said, or how the client was informed."""
    invitation = case.letter("uitnodiging_hoorzitting")
    posted = _day(invitation.posted_on if invitation else None)
    return _case(case) | {"hoorzitting": _hearing(case), "uitgenodigd_op": posted}


def report_fields(case: Sanction, when: Moment) -> Facts:
    """State the person, the facts, the hearing and the advice (leefloon) or proposal (equivalent leefloon)."""
    advice, limit = case.advice, case.cap_on(when.today)
    assert advice
    word = "voorstel" if case.aid is Aid.EQUIVALENT else "advies"
    return _case(case) | {
        "hoorzitting": _hearing(case),
        "aanmaning": _warning(case),
        "uiterlijk": _day(case.remedy_by),
        "woord_advies": word,
        "woord_advies_hoofdletter": word.capitalize(),
        "herhaling": [str(step) for step in limit.steps],
        "maximum": limit.months,
        "maatregel": _measure(advice),
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
    return _case(case) | {
        "zitting": {"datum": in_dutch(decision.decided_on)},
        "maatregel": _measure(decision),
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
        "maatregel": _measure(decision),
        "verzonden_op": _day(letter.posted_on if letter else None),
    }


def transfer_fields(case: Sanction, when: Moment) -> Facts:
    """State why the agency is competent, with the article and the facts of that day."""
    return _case(case) | {
        "bevoegdheid": {
            "artikel": case.frozen["article"],
            "datum": _iso(case.frozen["on"]),
            "redenen": case.frozen["reasons"],
        },
        "uitleg_client": case.client_explanation,
    }


def remedied_fields(case: Sanction, when: Moment) -> Facts:
    """Confirm that the breach was remedied and what stays agreed."""
    return _case(case) | {
        "aanmaning": _warning(case),
        "nageleefd": {"datum": _day(case.remedied_on), "hoe": case.remedied_how},
    }


def closing_fields(case: Sanction, when: Moment) -> Facts:
    """Say that and why the file is closed without consequence."""
    reason = NO_CONSEQUENCE[case.closing_reason or ""]
    return _case(case) | {"sluiting": {"reden": reason, "uitleg": case.closing_explanation}}


def withdrawal_fields(case: Sanction, when: Moment) -> Facts:
    """Say which decision is withdrawn, by which session, why, and what the client can do."""
    decision = next(d for d in reversed(case.decisions) if d.withdrawn_on)
    assert decision.withdrawn_on
    return _case(case) | {
        "zitting": {"datum": in_dutch(decision.withdrawn_on)},
        "ingetrokken": {
            "datum": in_dutch(decision.decided_on),
            "titel": KIND_TITLES[Kind(decision.measure)].lower(),
            "reden": decision.withdrawal_reason,
        },
        "beroep": _appeal(),
    }


def decision_text(case: Sanction) -> str:
    """Pick the text of a decision: one for every kind of measure and kind of aid."""
    assert case.decision
    aid = "equivalent" if case.aid is Aid.EQUIVALENT else "leefloon"
    return f"beslissing/{case.decision.measure}_{aid}"


def _last_posting_before(limit: date) -> date:
    """Return the last day on which a registered letter can be posted and count as notified before a day."""
    day = limit - timedelta(days=1)
    while safe_notification(day, Way.REGISTERED).due >= limit:
        day -= timedelta(days=1)
    return day


def invitation_post_by(case: Sanction) -> date | None:
    """Return the last day to post an invitation so that the whole notice remains before the hearing."""
    if case.hearing_on is None:
        return None
    notice = timedelta(days=parameters.number("hearing_notice_days") - 1)
    return _last_posting_before(case.hearing_on - notice)


def decision_post_by(case: Sanction) -> date | None:
    """Return the last day to post a decision so that a measure starts after its notification."""
    decision: Decision | None = case.decision
    return _last_posting_before(decision.starts_on) if decision and decision.starts_on else None


def _suspends(facts: Facts) -> bool:
    return bool(facts["maatregel"]["soort"] == Kind.SUSPENSION)


_LAW, _CHARTER = "RMI-wet art. 21; OCMW-wet art. 62bis", "Handvest sociaal verzekerde art. 13-15"

# fmt: off
MENTIONS = (
    #       key                      title                                                           article        must be readable in it
    Mention("rechtsgronden",         N_("de artikelen waarop de beslissing steunt"),                 _LAW,          ("grond.recht",)),
    Mention("feiten",                N_("de feiten van deze persoon en waarom er geen reden is"),    _LAW,          ("grond.feiten",)),
    Mention("antwoord",              N_("het antwoord op wat de cliënt aanbracht"),                  _LAW,          ("grond.antwoord",)),
    Mention("maatregel",             N_("de maatregel: deel, bedrag, begin- en einddatum, uitstel"), _CHARTER,      ("steun",)),
    Mention("maatregel",             N_("het bedrag en de begin- en einddatum van de schorsing"),    _CHARTER,      ("maatregel.bedrag", "maatregel.van", "maatregel.tot"), _suspends),
    Mention("beroep",                N_("dat beroep mogelijk is"),                                   _CHARTER),
    Mention("rechtbank",             N_("de bevoegde rechtbank met haar adres"),                     _CHARTER,      ("beroep.rechtbank", "beroep.adres")),
    Mention("beroep_termijn",        N_("de termijn om in beroep te gaan"),                          _CHARTER,      ("beroep.maanden",)),
    Mention("beroep_wijze",          N_("hoe men in beroep gaat"),                                   _CHARTER),
    Mention("vertegenwoordiging",    N_("wie mag vertegenwoordigen"),                                "Ger.W. art. 728"),
    Mention("kosten",                N_("wie de kosten draagt"),                                     "Ger.W. art. 1017"),
    Mention("kenmerk",               N_("het dossiernummer"),                                        _CHARTER,      ("dossier",)),
    Mention("maatschappelijk_werker", N_("de naam van de maatschappelijk werker"),                   _CHARTER,      ("behandelaar.naam",)),
    Mention("uitleg",                N_("dat men uitleg kan vragen, en bij welke dienst"),           _CHARTER,      ("afzender.dienst",)),
    Mention("beroep_schorst_niet",   N_("dat het beroep de beslissing niet schorst"),                _CHARTER),
    Mention("datum_orgaan",          N_("de datum van de beslissing en het orgaan"),                 _LAW,          ("zitting.datum",)),
)

_WITHDRAWAL = tuple(m for m in MENTIONS if m.key not in ("rechtsgronden", "feiten", "antwoord", "maatregel")) + (
    Mention("rechtsgronden",         N_("de artikelen waarop de intrekking steunt"),                 _LAW),
    Mention("feiten",                N_("waarom de beslissing wordt ingetrokken"),                   _LAW,          ("ingetrokken.reden",)),
    Mention("maatregel",             N_("welke beslissing wordt ingetrokken"),                       _LAW,          ("ingetrokken.datum",)),
)

MW, CHAIR, DG = Role.SOCIAL_WORKER, Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL
TEXTS = tuple(f"beslissing/{kind}_{aid}" for kind in Kind for aid in ("leefloon", "equivalent"))

LETTERS = (
    #      name                       title                                          to            states             signed by     leaves
    Letter("aanmaning",               N_("Aanmaning"),                               To.CLIENT,    warning_fields,    (MW,),        Way.REGISTERED),
    Letter("uitnodiging_hoorzitting", N_("Uitnodiging om gehoord te worden"),        To.CLIENT,    invitation_fields, (MW,),        Way.REGISTERED, post_by=invitation_post_by),
    Letter("hoorverslag",             N_("Verslag van de hoorzitting"),              To.FILE,      hearing_fields,    (MW,),        None),
    Letter("sociaal_verslag",         N_("Sociaal verslag met advies"),              To.COMMITTEE, report_fields,     (MW,),        None),
    Letter("beslissing",              N_("Beslissing van het BCSD"),                 To.CLIENT,    decision_fields,   (CHAIR, DG),  Way.REGISTERED, MENTIONS, TEXTS, decision_text, decision_post_by),
    Letter("bericht_aan_amal",        N_("Bericht over de afloop"),                  To.AGENCY,    outcome_fields,    (MW,),        Way.PROGRAM),
    Letter("overdracht_aan_amal",     N_("Overdracht van een melding"),              To.AGENCY,    transfer_fields,   (MW,),        Way.PROGRAM),
    Letter("bevestiging_naleving",    N_("Bevestiging dat alles in orde is"),        To.CLIENT,    remedied_fields,   (MW,),        Way.ORDINARY),
    Letter("bericht_zonder_gevolg",   N_("Bericht dat het dossier gesloten is"),     To.CLIENT,    closing_fields,    (MW,),        Way.ORDINARY),
    Letter("intrekking",              N_("Intrekking van een beslissing"),           To.CLIENT,    withdrawal_fields, (CHAIR, DG),  Way.REGISTERED, _WITHDRAWAL),
)
# fmt: on
