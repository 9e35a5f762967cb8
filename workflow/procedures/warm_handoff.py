"""The warm hand-over from Amal to the welfare centre (SWO art. 2, 4, 5; draaiboek duo-intake § 4).

A counsellor finds that a client who is not guided by the welfare centre would gain by its help.
He names the needs by domain of life and asks the client's agreement for every kind of
information apart. The welfare centre plans a meeting within ten working days; when it does not,
the report returns to the sender. Client, counsellor and social worker meet; only when every line
of the agreed procedure is done is the client handed over. What help follows is for the welfare
centre to say: Amal hears the outcome and no more.
"""

from workflow.procedures import case_notes, escalation
from workflow.procedures import warm_handoff_meeting as meeting
from workflow.procedures import warm_handoff_outcome as outcome
from workflow.procedures import warm_handoff_report as report
from workflow.roles import Kind, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

MW, HM, CL = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK
TB, CC = Role.COUNSELLOR, Role.CONTACT_POINT

AMAL, DESK = (TB, CC), (MW, HM, CL)
BOTH = (*AMAL, *DESK)

# fmt: off
DRAFT = (report.not_in_guidance, report.needs_named, report.wish_written, report.urgency_explained, report.language_decided)
AGREED = (report.informed_of_hand_over, report.every_item_decided, report.contact_agreed)
PLAN = (meeting.contact_still_agreed, meeting.meeting_day_chosen, meeting.meeting_arranged, meeting.worker_named)
# fmt: on

RUNNING = ("aangemeld", "gepland", "overgedragen")
SEEN_BY_BOTH = (*RUNNING, "opgenomen", "niet_opgenomen", "ingetrokken")
TERMS_BEFORE_THE_MEETING = ("niet_opgedaagd", "draag_over", "trek_in")

# fmt: off
WARM_HANDOFF = Workflow(
    kind="warm_handoff", title=N_("Warme overdracht"), prefix="WO", article="SWO art. 2, 4 en 5", owner="amal", partner=Kind.OCMW,
    states=(
        #     key              short               title                                        waits for  reads  edits
        State("ontwerp",        N_("Ontwerp"),        N_("Ontwerp bij Amal"),                      (TB,),     AMAL,  AMAL),
        State("aangemeld",      N_("Aangemeld"),      N_("Aangemeld bij het OCMW"),                (MW,),     BOTH,  BOTH),
        State("gepland",        N_("Gepland"),        N_("Kennismaking gepland"),                  (MW,),     BOTH,  BOTH),
        State("overgedragen",   N_("Overgedragen"),   N_("Overgedragen in een gesprek"),           (MW,),     BOTH,  BOTH),
        State("opgenomen",      N_("Opgenomen"),      N_("In begeleiding bij het OCMW"),           (),        BOTH,  (HM,), end=True),
        State("niet_opgenomen", N_("Niet opgenomen"), N_("Niet opgenomen door het OCMW"),          (),        BOTH,  (HM,), end=True),
        State("ingetrokken",    N_("Ingetrokken"),    N_("Ingetrokken door Amal"),                 (),        BOTH,  (CC,), end=True),
    ),
    steps=(
        #    action                 from                          to                by           title                                              only if                                              letter and effect
        Step("stel_op",             NEW,                          "ontwerp",        TB,          N_("Stel een warme overdracht op"),                DRAFT),
        Step("meld_aan",            "ontwerp",                    "aangemeld",      TB,          N_("Meld aan bij het OCMW"),                       AGREED,                                              "warme_doorverwijzing", then=report.report),
        Step("vul_ontwerp_aan",     "ontwerp",                    SAME,             TB,          N_("Pas het ontwerp aan"),                         DRAFT,                                               rare=True),
        Step("plan",                "aangemeld",                  "gepland",        (MW, CL),    N_("Plan de kennismaking"),                        (*PLAN, meeting.further_attempt_explained),          "uitnodiging_kennismaking", then=meeting.take_up),
        Step("keer_terug",          "aangemeld",                  SAME,             Role.SYSTEM, N_("Niet op tijd opgenomen: terug bij Amal"),      (report.report_term_over,),                          then=report.return_to_sender),
        Step("meld_opnieuw_aan",    "aangemeld",                  SAME,             TB,          N_("Meld opnieuw aan"),                            (report.returned_to_sender, *AGREED),                "warme_doorverwijzing", then=report.report, duty=report.must_report_again),
        Step("draag_over",          "gepland",                    "overgedragen",   MW,          N_("Draag over en schrijf de fiche"),              (meeting.meeting_day_reached, meeting.checklist_complete, meeting.present_or_approved, meeting.agreements_written), "overdrachtsfiche"),
        Step("niet_opgedaagd",      "gepland",                    "aangemeld",      (MW, TB),    N_("Noteer dat de kennismaking niet doorging"),    (meeting.meeting_day_reached, meeting.no_show_explained), then=meeting.count_no_show, cancels=("uitnodiging_kennismaking",)),
        Step("vink_af",             ("aangemeld", "gepland"),     SAME,             (TB, MW, CL), N_("Vink lijnen van de procedure af"),            (meeting.line_ticked,),                              then=meeting.tick_lines),
        Step("verplaats",           "gepland",                    SAME,             (MW, CL),    N_("Kies een andere dag"),                         PLAN,                                                "uitnodiging_kennismaking", then=meeting.take_up, rare=True),
        Step("keur_afwezigheid_goed", "gepland",                  SAME,             HM,          N_("Keur goed dat het zonder de cliënt gebeurt"),  (meeting.absence_explained,),                        then=meeting.approve_absence, rare=True),
        Step("neem_op",             "overgedragen",               "opgenomen",      MW,          N_("Neem de cliënt in begeleiding"),               (outcome.contact_person_named,),                     "bevestiging_opname", then=outcome.take_client_in),
        Step("neem_niet_op",        ("aangemeld", "overgedragen"), "niet_opgenomen", (MW, HM),   N_("Neem de cliënt niet op"),                      (outcome.decline_explained,),                        "bericht_niet_opgenomen", rare=True),
        Step("trek_toestemming_in", RUNNING,                      SAME,             (TB, CC, MW), N_("Noteer dat de cliënt een akkoord intrekt"),   (report.item_agreed, report.withdrawal_told),        "warme_doorverwijzing", then=report.hide_item, rare=True),
        Step("trek_in",             ("ontwerp", "aangemeld", "gepland"), "ingetrokken", (TB, CC), N_("Trek de overdracht in"),                      (outcome.hand_over_withdrawal_explained,),                     then=outcome.withdraw, cancels=("warme_doorverwijzing", "uitnodiging_kennismaking"), rare=True),
        Step("neem_kennis",         ("opgenomen", "niet_opgenomen"), SAME,          (TB, CC),    N_("Neem kennis van de afloop"),                   then=outcome.note_outcome, duty=outcome.outcome_unread),
        Step("neem_kennis",         "ingetrokken",                SAME,             (MW, HM, CL), N_("Neem kennis van de afloop"),                  then=outcome.note_outcome, duty=outcome.outcome_unread),
        Step("wijs_toe",            RUNNING,                      SAME,             (HM, MW),    N_("Wijs toe aan een collega"),                    (case_notes.assigned_to_somebody,),                  rare=True),
        Step("wijs_begeleider_toe", ("ontwerp", *RUNNING),        SAME,             (CC, TB),    N_("Wijs toe aan een trajectbegeleider"),          (case_notes.counsellor_assigned,),                   rare=True),
        Step("noteer",              "ontwerp",                    SAME,             AMAL,        N_("Voeg een nota toe"),                           (case_notes.note_written,),                          rare=True, silent=True),
        Step("noteer",              SEEN_BY_BOTH,                 SAME,             BOTH,        N_("Voeg een nota toe"),                           (case_notes.note_written,),                          rare=True, silent=True),
        Step("voeg_stuk_toe",       "ontwerp",                    SAME,             AMAL,        N_("Voeg een stuk toe"),                           (case_notes.piece_given,),                           then=case_notes.keep_piece, rare=True, silent=True),
        Step("voeg_stuk_toe",       SEEN_BY_BOTH,                 SAME,             BOTH,        N_("Voeg een stuk toe"),                           (case_notes.piece_given,),                           then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",      "ontwerp",                    SAME,             AMAL,        N_("Haal een stuk eruit"),                         (case_notes.piece_chosen, case_notes.removal_explained), then=case_notes.take_piece_out, rare=True),
        Step("verwijder_stuk",      SEEN_BY_BOTH,                 SAME,             BOTH,        N_("Haal een stuk eruit"),                         (case_notes.piece_chosen, case_notes.removal_explained), then=case_notes.take_piece_out, rare=True),
        *escalation.steps(RUNNING),
    ),
    terms=(
        #    name            title                          starts at                                          stops at                                   counted by               consequence                                             source
        Term("opname",        N_("OCMW plant kennismaking"), ("meld_aan", "meld_opnieuw_aan", "niet_opgedaagd"), ("plan", "neem_niet_op", "trek_in"),       report.report_term,      N_("De aanmelding keert terug naar de trajectbegeleider"), "SWO art. 4"),
        Term("kennismaking",  N_("Kennismaking"),            ("plan", "verplaats"),                             TERMS_BEFORE_THE_MEETING,                  meeting.meeting_term,    N_("Zonder kennismaking is er geen warme overdracht"),   "SWO art. 4"),
        Term("volgende_stap", N_("Afgesproken volgende stap"), ("draag_over",),                                 ("neem_op", "neem_niet_op"),               meeting.next_step_term,  N_("De cliënt wacht op wat afgesproken is"),             "SWO art. 4"),
    ),
    told=escalation.TOLD | {
        "stel_op":               N_("Warme overdracht opgesteld"),
        "meld_aan":              N_("Aangemeld"),
        "vul_ontwerp_aan":       N_("Ontwerp aangepast"),
        "plan":                  N_("Kennismaking gepland"),
        "meld_opnieuw_aan":      N_("Opnieuw aangemeld"),
        "draag_over":            N_("Overgedragen en fiche geschreven"),
        "niet_opgedaagd":        N_("Kennismaking ging niet door"),
        "vink_af":               N_("Lijnen van de procedure afgevinkt"),
        "verplaats":             N_("Kennismaking verplaatst"),
        "keur_afwezigheid_goed": N_("Goedgekeurd dat het zonder de cliënt gebeurt"),
        "neem_op":               N_("Cliënt in begeleiding genomen"),
        "neem_niet_op":          N_("Cliënt niet opgenomen"),
        "trek_toestemming_in":   N_("Akkoord van de cliënt ingetrokken voor een onderdeel"),
        "trek_in":               N_("Overdracht ingetrokken"),
        "neem_kennis":           N_("Kennis genomen van de afloop"),
        "wijs_toe":              N_("Toegewezen aan een collega"),
        "wijs_begeleider_toe":   N_("Toegewezen aan een trajectbegeleider"),
        "noteer":                N_("Nota"),
        "voeg_stuk_toe":         N_("Stuk toegevoegd"),
        "verwijder_stuk":        N_("Stuk eruit gehaald"),
    },
)
# fmt: on
