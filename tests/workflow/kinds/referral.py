"""The referral in the tests over every table: how it is built, and how each of its conditions is spoilt."""

from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, REPORTED, WORKER, client, letter, moment, organisation, running
from tests.workflow.spoils import in_letter, put, term
from workflow.models import CaseShare, GpmiAnnex, Person, Referral, VdabExemption, VdabRegistration
from workflow.procedures.referral_preparation import freeze_direction

SENT = day("Mon 09/03/2026")
ACCEPTED = day("Wed 11/03/2026")
STARTED = day("Tue 24/03/2026")
RUNNING = day("Mon 27/04/2026")
FINISHED = day("Mon 14/12/2026")
NEW_PARTS = ["nt2", "mo", "activering"]

_OF_THE_COURSE = (
    "koppel_terug", "lees_ocmw", "lees_amal", "stem_af_ocmw", "stem_af_amal", "herinner", "herinner_client",
    "noteer_vdab", "evalueer", "noteer_pnt", "corrigeer_pnt", "herbekijk_pnt", "meld_inbreuk", "wijzig_onderdelen",
    "wijzig_traject", "neem_vdab_op", "noteer_vrijstelling", "beeindig_vrijstelling", "herreken_vdab",
)  # fmt: skip
DAYS = dict.fromkeys(_OF_THE_COURSE, RUNNING) | {
    "licht_in": day("Tue 03/03/2026"),
    "verbeter_inlichting": day("Tue 03/03/2026"),
    "verstuur": SENT,
    "verzonden": SENT,
    "aanvaard": ACCEPTED,
    "verplaats_afspraak": ACCEPTED,
    "vraag_aanvulling": ACCEPTED,
    "weiger": ACCEPTED,
    "start": STARTED,
    "rond_af": FINISHED,
    "sluit": FINISHED,
    "noteer_b1": day("Mon 11/12/2028"),
}


def annexes():
    """Two annexes of a GPMI: with the parts of now, and with one more."""
    facts = {
        "gpmi_reference": "GPMI-2026-0001", "gpmi_signed_on": day("Fri 06/03/2026"), "from_on": day("Fri 06/03/2026"),
        "signed_on": day("Fri 06/03/2026"), "client_signed_on": day("Fri 06/03/2026"),
        "offered_on": day("Fri 27/02/2026"), "clause": "",
    }  # fmt: skip
    return [GpmiAnnex(number=1, parts=["nt2", "mo"], **facts), GpmiAnnex(number=2, parts=NEW_PARTS, **facts)]


FACTS = {
    "informed_on": day("Tue 03/03/2026"),
    "informed_how": "Op kantoor, met tolk.",
    "informed_interpreter": "Arabisch",
    "data_told_on": day("Tue 03/03/2026"),
    "data_told_by": "Mia Werker",
    "data_language": "Arabisch",
    "question": "Welk niveau?",
    "answer": "A1.",
    "appointment_on": STARTED,
    "appointment_time": "14.00 uur",
    "appointment_place": "Proefkaai 4",
    "refusal": {"werkgebied": "Woont in Evergem."},
    "contract_signed_on": STARTED,
    "pnt": {"obliged": True, "reasons": [], "on": "2026-03-24", "article": "SWO art. 11"},
    "attest": "inburgeringsattest",
    "attest_on": day("Fri 11/12/2026"),
    "b1_required": True,
    "b1_outcome": "behaald",
    "b1_on": day("Thu 07/12/2028"),
    "stop_reason": "verhuisd",
    "stop_explanation": "U verhuisde.",
    "stop_on": RUNNING,
    "withdrawal_reason": "De cliënt vond werk.",
}
ASKED = {
    "asked_parts": ["nt2", "mo"],
    "new_message": {"kind": "niveau", "happened_on": RUNNING, "text": "A2 behaald."},
    "new_parts": {"parts": NEW_PARTS, "reason": "U bent klaar voor werk."},
    "new_hours": {"done_on": RUNNING, "halves": 4, "activity": "Praatcafé", "voluntary": False},
    "vdab_registration": {"from_on": RUNNING, "source": "Mijn Loopbaan"},
    "exemption": {"reason": "werk_of_studie", "from_on": RUNNING, "until_on": None, "proof": "Arbeidscontract"},
    "exemption_end": {"until_on": day("Fri 24/04/2026")},
    "opening": {
        "breach_type": "afwezig_nt2",
        "reported_facts": [{"happened_on": RUNNING, "what": "Afwezig", "evidence": "Lijst"}],
    },
}


def referral(state="lopend"):
    """A referral in which everything was done right, from the opening to the attest."""
    case = Referral(
        id="dv", reference="DV-2026-0001", state=state, owner_id=GENT, handler_id=WORKER, counsellor_id="tb",
        basis="opgelegd", motivation="U wilt werken.", **FACTS,
    )  # fmt: skip
    case.client, case.owner = client(), organisation()
    case.client.annexes = annexes()
    case.shares = [CaseShare(organisation_id=AMAL, organisation=organisation(AMAL))]
    case.state_since = STARTED
    case.remark = "Een nota."
    for name, value in ASKED.items():
        setattr(case, name, value)
    freeze_direction(case, moment(REPORTED))
    _messages(case)
    for _half_day in range(2):
        case.note_hours(moment(RUNNING), done_on=RUNNING, halves=40, activity="Praatcafé", voluntary=False)
    first = case.hours[0].id
    case.correction = case.new_hours | {"replaces_id": first, "halves": 40, "reason": "Verkeerde dag."}
    case.letters = [
        letter("verzonden", "brief_aan_client", day("Tue 03/03/2026")),
        letter("verzonden", "doorverwijzing", SENT, way="programma", to_be_sent="programma"),
    ]
    case.deadlines = [running("vdab", day("Sat 23/05/2026")), running("evaluatie", day("Fri 24/07/2026"))]
    return case


def _messages(case):
    case.tell("niveau", "A1 behaald.", moment(RUNNING, where=AMAL))
    case.tell("signaal", "Zoekt opvang.", moment(RUNNING))
    case.tell("ingrijpend", "De cliënt wordt mantelzorger.", moment(RUNNING))
    case.reading = {"id": case.messages[0].id, "answer": ""}
    case.result = {"id": case.messages[2].id, "text": "Samen besproken."}


def _of_ocmw(case):
    case.reading = {"id": case.messages[1].id}


def registered(case):
    """The client registered with the VDAB."""
    case.client.vdab_registrations = [VdabRegistration(from_on=RUNNING, source="Mijn Loopbaan")]


def exempted(case):
    """An exemption without a last day."""
    begun = day("Wed 01/04/2026")
    case.client.vdab_exemptions = [VdabExemption(reason="werk_of_studie", proof="Contract", from_on=begun)]


def _counted_wrong(case):
    case.running("vdab").due_on = day("Mon 25/05/2026")


def _ocmw_directs(case):
    case.client.residences[0].residence = "rechthebbend"


def _nothing_follows(case):
    case.b1_required = False


CHANGES = {
    "lees_amal": _of_ocmw, "rond_af": registered, "beeindig_vrijstelling": exempted, "herreken_vdab": _counted_wrong,
    "wijzig_onderdelen": _ocmw_directs, "sluit": _nothing_follows,
}  # fmt: skip


def built(state):
    """A file in which everything was done right."""
    return referral(state)


def bare(state):
    """A file of which only the opening is known."""
    case = Referral(reference="DV-2026-0001", state=state, owner_id=GENT, basis="opgelegd", motivation="Om te werken.")
    case.client, case.owner, case.asked_parts = client(annex=False), organisation(), ["nt2"]
    freeze_direction(case, moment(REPORTED))
    return case


def _annex(number, **values):
    return lambda case: put(**values)(case.client.annexes[number])


def _without_annexes(case):
    case.client.annexes = []


def _uninformed(case):
    case.informed_on = None
    case.letter("brief_aan_client").state = "ondertekend"


def _ended(case):
    for each in case.client.vdab_exemptions:
        each.until_on = day("Fri 24/04/2026")


def _taken(case):
    case.vdab_support_on, case.vdab_support_by = RUNNING, Person(first_name="Tine", last_name="Begeleider")


def _directed_by(residence):
    def spoil(case):
        case.client.residences[0].residence = residence

    return spoil


SPOILS = {
    "referred_client_known": put(client=None),
    "basis_chosen": put(basis="misschien"),
    "parts_chosen": put(asked_parts=["onbekend"]),
    "motivation_given": put(motivation=""),
    "annex_drawn_up": _without_annexes,
    "annex_signed_by_all": _annex(0, signed_on=None),
    "reflection_respected": _annex(0, offered_on=day("Tue 03/03/2026")),
    "data_explanation_noted": put(data_language=""),
    "conversation_noted": put(informed_how=None),
    "client_informed": _uninformed,
    "data_explained": put(data_told_on=None),
    "referral_sent": in_letter("doorverwijzing", state="ondertekend"),
    "withdrawal_motivated": put(withdrawal_reason=""),
    # the answer of the agency
    "question_to_ocmw_written": put(question=""),
    "question_of_amal_answered": put(answer=""),
    "counsellor_named": put(counsellor_id=None),
    "first_appointment_given": put(appointment_on=day("Tue 10/03/2026")),
    "criteria_explained": put(refusal={}),
    "contract_signed": put(contract_signed_on=day("Wed 25/03/2026")),
    # messages and parts
    "message_written": put(new_message={"kind": "uitkomst", "happened_on": RUNNING, "text": "Iets."}),
    "evaluation_written": put(new_message={}),
    "message_of_amal_chosen": put(reading={"id": "een andere"}),
    "message_of_ocmw_chosen": put(reading={"id": "een andere"}),
    "result_of_ocmw_given": put(result={}),
    "result_of_amal_given": put(result={}),
    "ocmw_directs": _directed_by("verplicht"),
    "amal_directs": _directed_by("rechthebbend"),
    "other_parts_chosen": put(new_parts={"parts": NEW_PARTS, "reason": ""}),
    "annex_covers_new_parts": _annex(1, signed_on=None),
    "part_of_gpmi": put(basis="vrijwillig"),
    "breach_described": put(opening={}),
    # the VDAB
    "registration_expected": registered,
    "not_yet_registered": registered,
    "registration_proven": put(vdab_registration={"from_on": RUNNING, "source": ""}),
    "exemption_proven": put(exemption=ASKED["exemption"] | {"until_on": day("Fri 24/04/2026")}),
    "exemption_open": _ended,
    "exemption_end_given": put(exemption_end={"until_on": day("Tue 28/04/2026")}),
    "counted_differently": term("vdab", day("Sat 23/05/2026")),
    "reminder_reached": put(vdab_reminded=[f"2026-05-23/{days}" for days in (30, 7, 0)]),
    "support_free": _taken,
    # hours and attest
    "hours_noted": put(new_hours=ASKED["new_hours"] | {"halves": 0}),
    "correction_noted": put(correction={}),
    "pnt_completed": put(hours=[]),
    "vdab_settled": put("client", vdab_registrations=[]),
    "attest_given": put(attest_on=day("Tue 15/12/2026")),
    "b1_decided": put(b1_required=False),
    "no_b1_to_follow": put(b1_required=True),
    "b1_outcome_noted": put(b1_on=day("Tue 12/12/2028")),
    "stop_motivated": put(stop_reason="geen zin"),
}

COMPANIONS = {"exemption_open": {"exemption_end_given"}}

FILLED = {
    "annex_drawn_up": "Er is geen bijlage bij het GPMI opgemaakt met precies deze onderdelen: "
    "Nederlands als tweede taal (NT2), Maatschappelijke oriëntatie (MO). "
    "Maak ze eerst op in het GPMI-dossier (SWO art. 4).",
    "reflection_respected": "De cliënt kreeg geen 5 dagen bedenktijd voor hij de bijlage ondertekende "
    "(RMI-wet art. 6 § 3).",
    "ocmw_directs": "Enkel wie vandaag de regie heeft, wijzigt de onderdelen: Amal (SWO art. 3, 12).",
    "amal_directs": "Enkel wie vandaag de regie heeft, wijzigt de onderdelen: OCMW Gent (SWO art. 3, 12).",
    "support_free": "Iemand nam de ondersteuning bij de VDAB al op: Tine Begeleider.",
    "pnt_completed": "Het participatie- en netwerktraject is niet klaar: 0 van de 40 uur (SWO art. 11).",
}

HOLDS_ON_AN_EMPTY_FILE = {
    "referred_client_known",
    "basis_chosen",
    "parts_chosen",
    "motivation_given",
    "annex_signed_by_all",
    "reflection_respected",
    "conversation_noted",
    "amal_directs",
    "part_of_gpmi",
    "not_yet_registered",
    "support_free",
    "pnt_completed",
}
