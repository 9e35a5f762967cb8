"""The letters of a sanction file: who signs each one and how it leaves (SWO 12; RMI-wet 20, 21, 30)."""

from datetime import date, timedelta

from letters.letter import Letter, To
from letters.procedures import sanction_facts as facts
from letters.procedures import sanction_mentions as mentions
from letters.procedures.session_facts import extract_fields
from workflow import parameters
from workflow.competence import Aid
from workflow.measures import Kind
from workflow.models import Decision, Sanction
from workflow.roles import Role
from workflow.terms import Way, safe_notification
from workflow.wording import N_


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


def warning_post_by(case: Sanction) -> date | None:
    """Return the last day to post a warning so that the date it names leaves the client the whole term."""
    if case.remedy_by is None:
        return None
    return _last_posting_before(case.remedy_by - timedelta(days=parameters.number("aanmaning_days") - 1))


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


MW, CHAIR, DG = Role.SOCIAL_WORKER, Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL
TEXTS = tuple(f"beslissing/{kind}_{aid}" for kind in Kind for aid in ("leefloon", "equivalent"))

# fmt: off
LETTERS = (
    #      name                       title                                          to            states             signed by     leaves
    Letter("aanmaning",               N_("Aanmaning"),                               To.CLIENT,    facts.warning_fields,    (MW,),        Way.REGISTERED, post_by=warning_post_by),
    Letter("uitnodiging_hoorzitting", N_("Uitnodiging om gehoord te worden"),        To.CLIENT,    facts.invitation_fields, (MW,),        Way.REGISTERED, post_by=invitation_post_by),
    Letter("hoorverslag",             N_("Verslag van de hoorzitting"),              To.FILE,      facts.hearing_fields,    (MW,),        None),
    Letter("sociaal_verslag",         N_("Sociaal verslag met advies"),              To.COMMITTEE, facts.report_fields,     (MW,),        None),
    Letter("beslissing",              N_("Beslissing van het BCSD"),                 To.CLIENT,    facts.decision_fields,   (CHAIR, DG),  Way.REGISTERED, mentions.MENTIONS, TEXTS, decision_text, decision_post_by),
    Letter("uittreksel",              N_("Uittreksel uit de notulen"),               To.FILE,      extract_fields,          (CHAIR, DG),  None),
    Letter("bericht_aan_amal",        N_("Bericht over de afloop"),                  To.OTHER_PARTY, facts.outcome_fields,    (MW,),        Way.PROGRAM),
    Letter("overdracht_aan_amal",     N_("Overdracht van een melding"),              To.OTHER_PARTY, facts.transfer_fields,   (MW,),        Way.PROGRAM),
    Letter("bevestiging_naleving",    N_("Bevestiging dat alles in orde is"),        To.CLIENT,    facts.remedied_fields,   (MW,),        Way.ORDINARY),
    Letter("bericht_zonder_gevolg",   N_("Bericht dat het dossier gesloten is"),     To.CLIENT,    facts.closing_fields,    (MW,),        Way.ORDINARY),
    Letter("intrekking",              N_("Intrekking van een beslissing"),           To.CLIENT,    facts.withdrawal_fields, (CHAIR, DG),  Way.REGISTERED, mentions.WITHDRAWAL),
)
# fmt: on
