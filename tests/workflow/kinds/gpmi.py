"""The GPMI file in the tests over every table: how it is built, and how each of its conditions is spoilt."""

import factories

from tests.walks import gpmi as walk
from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, WORKER, client, letter, organisation, running, signature
from tests.workflow.spoils import in_letter, put
from workflow.models import CaseShare, Client, Gpmi
from workflow.models.person import Person

OFFERED, SIGNED, EVALUATED = day("Tue 03/03/2026"), day("Mon 09/03/2026"), day("Thu 09/07/2026")
LATER = day("Fri 10/07/2026")

DAYS = {
    "stel_bijlage_op": OFFERED,
    "verbeter_bijlage": OFFERED,
    "bied_aan": OFFERED,
    "teken_client": SIGNED,
    "treedt_in_werking": SIGNED,
    "evalueer": LATER,
    "wijzig": LATER,
    "vraag_onderhoud": LATER,
    "houd_onderhoud": LATER,
    "beeindig": LATER,
    "vervang": LATER,
}
"""The day of a row; a row without one is taken on the day of the report."""

IN_FORCE = ("ondertekend", "beeindigd", "vervangen")


def bare(state):
    """A file of which only is known for whom it was opened."""
    case = Gpmi(reference="GPMI-2026-0001", state=state, owner_id=GENT, aid="leefloon")
    case.owner, case.client, case.shares = organisation(), client(annex=False), []
    return case


def built(state):
    """A file in which everything was done right."""
    case = bare(state)
    values = (
        walk.CONTRACT | walk.END | {"handler_id": WORKER, "replacement_id": "mw2", "new_contract": "GPMI-2026-0099"}
    )
    for name, value in values.items():
        setattr(case, name, value)
    case.aid, case.counsellor_id, case.remark = "leefloon", "tb", "Een nota."
    case.handler, case.replacement = Person(id=WORKER), Person(id="mw2")
    case.shares = [CaseShare(organisation_id=AMAL, organisation=organisation(AMAL))]
    case.letters = [made("ondertekend")]
    if state in IN_FORCE:
        _in_force(case)
    elif state == "aangeboden":
        drawn_up(case)
        put(**walk.OFFER | walk.SIGNATURE)(case.draft)
    return case


def made(state):
    """The annex as a letter, with the signature of the welfare centre."""
    signed = signature(signed_on=SIGNED)
    return letter(state, "bijlage_gpmi", SIGNED, to_be_sent=None, made_at=factories.at(OFFERED), signatures=[signed])


def drawn_up(case, *parts, **values):
    """An annex lies ready, its first version kept."""
    draft = case.draw_up(**walk.annex(*parts, partner=organisation(AMAL), reason="Meer lessen.", **values))
    draft.version, case.annex_id = 1, draft.id
    return draft


def being_written(case):
    """An annex is being written now."""
    drawn_up(case).version = 0


def _in_force(case):
    first = drawn_up(case)
    put(**walk.OFFER | walk.SIGNATURE, signed_on=SIGNED, gpmi_signed_on=SIGNED, contract_signed_on=SIGNED)(first)
    case.evaluate(**walk.evaluation())


def ready_to_offer(case):
    """An annex lies ready, and the client gets it."""
    drawn_up(case)
    put(**walk.OFFER)(case.draft)


def interview_asked(case):
    """The client asks for an interview."""
    case.ask_interview(**walk.INTERVIEW)


def interview_held(case):
    """The client had the interview he asked for."""
    interview_asked(case)
    case.hold_interview(**walk.HELD)
    case.deadlines.append(running("onderhoud", day("Mon 23/03/2026")))


def evaluated_while_offered(case):
    """An annex is in force while the next one is on offer."""
    if case.in_force is None:
        drawn = case.draft
        drawn.dropped_on = OFFERED
        _in_force(case)


def two_annexes(case):
    """A new annex is on offer beside the one that is in force."""
    evaluated_while_offered(case)
    drawn_up(case)


CHANGES = {
    "stel_bijlage_op": being_written,
    "wijzig": being_written,
    "verbeter_bijlage": drawn_up,
    "bied_aan": ready_to_offer,
    "evalueer": evaluated_while_offered,
    "behoud_vorige": two_annexes,
    "vraag_onderhoud": interview_asked,
    "houd_onderhoud": interview_held,
}
"""What a row needs that would stand in the way of the others."""


def without_aid(case):
    """The client receives other aid, and nothing was frozen yet."""
    case.aid, case.client.aids[0].aid = None, "andere"


def another_contract(case):
    """The client has another contract that runs."""
    case.client.gpmis = [Gpmi(reference="GPMI-2025-0007", state="ondertekend")]


def equivalent(case):
    """The client receives equivalent leefloon, and no decision links it to the contract."""
    case.aid, case.ground = "equivalent_leefloon", "beslissing"


def in_draft(**values):
    """Return a function that changes the annex that is not signed."""
    return lambda case: put(**values)(case.draft)


def in_last_evaluation(**values):
    """Return a function that changes the last evaluation."""
    return lambda case: put(**values)(case.evaluations[-1])


def written_before(case):
    """Another annex waits to be signed."""
    other = drawn_up(case)
    other.version = 1


def nothing_drawn_up(case):
    """The annex that lay ready was taken back."""
    case.draft.dropped_on = OFFERED


def already_in_force(case):
    """Everybody signed an annex."""
    drawn = case.draft or drawn_up(case)
    put(signed_on=SIGNED, **walk.OFFER | walk.SIGNATURE)(drawn)


def nothing_signed(case):
    """Nobody signed any annex."""
    for annex in case.signed_annexes:
        annex.signed_on = None
        annex.dropped_on = OFFERED


def second_by_telephone(case):
    """Two evaluations of the year went by telephone already; this is the third that does."""
    case.evaluations[-1].face_to_face, case.remark = False, ""
    case.evaluate(**walk.evaluation(face_to_face=False, held_on=LATER))


def changed_without_reason(case):
    """The annex takes the place of one that is in force, and does not say why."""
    written = case.draft
    former = drawn_up(case)
    put(signed_on=SIGNED, **walk.OFFER | walk.SIGNATURE)(former)
    case.annexes.remove(former)
    case.annexes.insert(0, former)
    written.reason = ""


def without_counsellor(case):
    """Nobody at the agency guides the client."""
    case.counsellor_id = None
    assert isinstance(case.client, Client)


def interview_open(case):
    """The client waits for an interview already."""
    case.deadlines.append(running("onderhoud", day("Mon 23/03/2026")))


SPOILS = {
    # the contract
    "aid_received": without_aid,
    "no_other_contract": another_contract,
    "grant_day_known": put(granted_on=day("Tue 03/03/2026")),
    "linked_by_decision": equivalent,
    "ground_explained": put(ground="beslissing"),
    "objective_written": put(objective=""),
    "workers_named": put(replacement_id=WORKER),
    "contract_day_possible": put(contract_signed_on=day("Tue 03/03/2026")),
    "nothing_in_force": already_in_force,
    "end_explained": put(end_explanation=""),
    "end_day_possible": put(ended_on=day("Sun 08/03/2026")),
    "new_contract_named": put(new_contract=""),
    "no_interview_open": interview_open,
    "interview_described": lambda case: put(subject="")(case.interviews[-1]),
    "interview_asked": put(deadlines=[]),
    "interview_reported": lambda case: put(held_on=day("Sun 15/03/2026"))(case.interviews[-1]),
    # the annex
    "no_draft": written_before,
    "draft_there": nothing_drawn_up,
    "annex_to_correct": nothing_drawn_up,
    "parts_imposed": in_draft(parts=[], obligations=[]),
    "obligations_complete": in_draft(obligations=[walk.obligation("nt2"), walk.obligation("mo", attendance="")]),
    "no_void_condition": in_draft(breach_means="De gemeenschapsdienst weigeren."),
    "engagements_written": in_draft(feedback=""),
    "period_known": in_draft(until_on=day("Sun 08/03/2026")),
    "evaluations_planned": in_draft(evaluations_on=["2026-07-09", "2026-11-09", "2027-03-10"]),
    "annex_change_reasoned": changed_without_reason,
    "counsellor_known": without_counsellor,
    "offer_day_possible": in_draft(offered_on=day("Wed 04/03/2026")),
    "assistance_told": in_draft(assistance_offered=False),
    "client_signature_known": in_draft(client_signed_how=""),
    "reflection_over": in_draft(client_signed_on=day("Sat 07/03/2026")),
    "all_parties_signed": in_letter("bijlage_gpmi", state="ter_ondertekening"),
    "annex_in_force": nothing_signed,
    "dropping_explained": put(remark=""),
    # the evaluation
    "evaluation_dated": in_last_evaluation(held_on=day("Sun 08/03/2026"), next_on=day("Wed 08/07/2026")),
    "every_step_judged": in_last_evaluation(results=[{"part": "nt2", "outcome": "bereikt", "why": ""}]),
    "changes_written": in_last_evaluation(changes=""),
    "next_evaluation_agreed": in_last_evaluation(next_on=day("Tue 10/11/2026")),
    "enough_face_to_face": second_by_telephone,
}

COMPANIONS = {"aid_received": {"ground_explained"}, "annex_to_correct": {"parts_imposed"}}
"""The conditions that cannot hold when another one does not."""

FILLED = {
    "no_other_contract": "Er loopt al een GPMI voor deze cliënt: GPMI-2025-0007. Wijzig dat, of vervang het eerst.",
    "end_day_possible": "Geef de laatste dag waarop het GPMI geldt: tussen 09/03/2026 en vandaag.",
    "no_interview_open": "De cliënt vroeg al een onderhoud, op 16/03/2026. Houd dat eerst.",
    "no_draft": "Bijlage 2 is nog niet ondertekend. Verbeter die, of laat ze vallen.",
    "no_void_condition": "'gemeenschapsdienst' kan geen voorwaarde zijn in een GPMI. "
    "De gemeenschapsdienst is vernietigd (Grondwettelijk Hof 86/2018), en vrijwilligerswerk is geen verplichting.",
    "evaluations_planned": "Plan 3 evaluaties op verschillende dagen, in de eerste twaalf maanden "
    "(KB RMI art. 15, te bevestigen).",
    "reflection_over": "De cliënt kan ten vroegste op 08/03/2026 ondertekenen: hij heeft 5 dagen bedenktijd "
    "(RMI-wet art. 6 § 3). Vroeger kan enkel als hij er zelf van afziet, en je schrijft hoe (te bevestigen).",
    "next_evaluation_agreed": "Spreek de volgende evaluatie af: na deze, en ten laatste op 09/11/2026, "
    "want er moeten er 3 per jaar zijn.",
    "enough_face_to_face": "Er zijn te weinig persoonlijke gesprekken in dit contractjaar: 2 van 3, "
    "0 van 2 persoonlijk; nog 2 nodig tegen 08/03/2027, waarvan 2 persoonlijk. Doe deze evaluatie in een gesprek, "
    "of schrijf in de opmerking waarom dat niet kan (KB RMI art. 15, te bevestigen).",
}
"""The refusals that carry a date, a number or a name, written out in full."""

HOLDS_ON_AN_EMPTY_FILE = {
    "aid_received",
    "no_other_contract",
    "linked_by_decision",
    "contract_day_possible",
    "nothing_in_force",
    "no_interview_open",
    "no_draft",
    "obligations_complete",
    "no_void_condition",
    "engagements_written",
    "period_known",
    "evaluations_planned",
    "annex_change_reasoned",
    "counsellor_known",
    "offer_day_possible",
    "assistance_told",
    "enough_face_to_face",
}
"""Conditions that only forbid something: where nothing was written yet, nothing is against them."""
