"""The referral of a client by the welfare centre to the agency (SWO art. 3, 4, 10, 11, 13).

The social worker writes which parts of the trajectory are imposed or asked. What is imposed
stands in a GPMI annex that every party signed; the client is informed, also about his data.
The agency asks for more, accepts or refuses. A trajectory that runs is followed by both:
messages, other parts, the VDAB term, the hours of the participation trajectory, evaluations.
It ends with an attest, after which B1 may have to follow, or stops with a reason. Drafts are
not readable for the agency.
"""

from workflow.procedures import case_notes, escalation
from workflow.procedures import referral_closing as closing
from workflow.procedures import referral_course as course
from workflow.procedures import referral_preparation as preparation
from workflow.procedures import referral_receipt as receipt
from workflow.procedures import referral_vdab as vdab
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

MW, HM, CL = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK
TB, CC = Role.COUNSELLOR, Role.CONTACT_POINT
DESK, AMAL = (MW, HM, CL), (TB, CC)
BOTH = (*DESK, *AMAL)

DRAFT = ("ontwerp", "voorbereiding", "te_tekenen")
AT_AMAL = ("verzonden", "teruggestuurd")
GUIDED = ("aanvaard", "lopend", "b1_opvolging")
SHARED = (*AT_AMAL, *GUIDED)
ENDED = ("afgerond", "stopgezet", "geweigerd", "ingetrokken")
TOLD = (*GUIDED, *ENDED)
"""Where one organisation can have written something the other still has to read."""

# fmt: off
OPEN = (preparation.referred_client_known, preparation.basis_chosen, preparation.parts_chosen, preparation.motivation_given)
INFORM = (preparation.data_explanation_noted, preparation.conversation_noted)
ANNEX = (preparation.annex_drawn_up, preparation.annex_signed_by_all, preparation.reflection_respected)
SEND = (*ANNEX, preparation.client_informed, preparation.data_explained)
CHANGE = (course.other_parts_chosen, course.annex_covers_new_parts)
FINISH = (closing.pnt_completed, closing.vdab_settled, closing.attest_given, closing.b1_decided)
LETTERS_OF_THE_COURSE = ("vdab_herinnering", "ontvangstbevestiging", "brief_wijziging")
STOPPED = ("bericht_stopzetting", "bericht_stopzetting_client")

REFERRAL = Workflow(
    kind="referral", title=N_("Doorverwijzing"), prefix="DV", article="SWO art. 3, 4, 10, 11, 13", owner="ocmw_gent",
    states=(
        #     key               short                  title                                                  waits for                            reads  edits
        State("ontwerp",        N_("Ontwerp"),         N_("Ontwerp van de doorverwijzing"),                   (MW,),                               DESK,  DESK),
        State("voorbereiding",  N_("Voorbereiding"),   N_("Voorbereiding: cliënt in te lichten, bijlage te ondertekenen"), (MW,),                  DESK,  DESK),
        State("te_tekenen",     N_("Te tekenen"),      N_("Doorverwijzing te ondertekenen"),                  (Party.SIGNATORY, Party.POST_ROOM),  DESK,  DESK),
        State("verzonden",      N_("Bij Amal"),        N_("Verzonden, Amal is aan zet"),                      (CC,),                               BOTH,  DESK),
        State("teruggestuurd",  N_("Teruggestuurd"),   N_("Teruggestuurd: Amal vraagt een aanvulling"),       (MW,),                               BOTH,  DESK, detour=True),
        State("aanvaard",       N_("Aanvaard"),        N_("Aanvaard, eerste afspraak gepland"),               (TB,),                               BOTH,  BOTH),
        State("lopend",         N_("Lopend"),          N_("Traject loopt"),                                   (Party.CLIENT,),                     BOTH,  BOTH),
        State("b1_opvolging",   N_("B1 op te volgen"), N_("Attest behaald, B1 mondeling op te volgen"),       (TB,),                               BOTH,  BOTH, detour=True),
        State("afgerond",       N_("Afgerond"),        N_("Traject afgerond"),                                (),                                  BOTH,  (HM,), end=True),
        State("stopgezet",      N_("Stopgezet"),       N_("Traject stopgezet"),                               (),                                  BOTH,  (HM,), end=True),
        State("geweigerd",      N_("Geweigerd"),       N_("Geweigerd door Amal"),                             (),                                  BOTH,  (HM,), end=True),
        State("ingetrokken",    N_("Ingetrokken"),     N_("Ingetrokken na verzending"),                       (),                                  BOTH,  (HM,), end=True),
        State("niet_verzonden", N_("Niet verzonden"),  N_("Ingetrokken voor verzending"),                     (),                                  DESK,  (HM,), end=True),
    ),
    steps=(
        #    action                   from               to                by          title                                               only if                                              letter and effect
        Step("open",                  NEW,               "ontwerp",        (MW, CL),   N_("Verwijs door naar Amal"),                       OPEN,                                                then=preparation.freeze_direction),
        Step("bereid_voor",           "ontwerp",         "voorbereiding",  MW,         N_("Bereid de doorverwijzing voor"),                (preparation.annex_drawn_up,),                       "brief_aan_client", then=preparation.link_annex),
        Step("verbeter_ontwerp",      "ontwerp",         SAME,             (MW, CL),   N_("Verbeter het ontwerp"),                         OPEN,                                                then=preparation.correct_draft, rare=True),
        Step("licht_in",              "voorbereiding",   SAME,             (MW, CL),   N_("Noteer dat de cliënt ingelicht is"),            INFORM,                                              duty=preparation.must_inform),
        Step("verstuur",              "voorbereiding",   "te_tekenen",     (MW, CL),   N_("Verstuur naar Amal"),                           SEND,                                                "doorverwijzing", then=preparation.link_annex),
        Step("verbeter_inlichting",   "voorbereiding",   SAME,             (MW, CL),   N_("Verbeter wat je over het inlichten noteerde"),  INFORM,                                              rare=True),
        Step("maak_brief_opnieuw",    "voorbereiding",   SAME,             MW,         N_("Maak de brief aan de cliënt opnieuw"),          (),                                                  "brief_aan_client", rare=True),
        Step("verbeter_doorverwijzing", "te_tekenen",    SAME,             MW,         N_("Verbeter de doorverwijzing"),                   (preparation.motivation_given,),                     "doorverwijzing", rare=True),
        Step("verzonden",             "te_tekenen",      "verzonden",      Role.SYSTEM, N_("Doorverwijzing bezorgd aan Amal"),             (preparation.referral_sent,)),
        Step("aanvaard",              "verzonden",       "aanvaard",       (CC, TB),   N_("Aanvaard de doorverwijzing"),                   (receipt.counsellor_named, receipt.first_appointment_given), "ontvangstbevestiging", then=receipt.tell_acceptance),
        Step("vraag_aanvulling",      "verzonden",       "teruggestuurd",  (CC, TB),   N_("Vraag een aanvulling"),                         (receipt.question_to_ocmw_written,),                 then=receipt.forget_answer),
        Step("weiger",                "verzonden",       "geweigerd",      CC,         N_("Weiger de doorverwijzing"),                     (receipt.criteria_explained,),                       "weigering", then=receipt.tell_refusal),
        Step("vul_aan",               "teruggestuurd",   "verzonden",      MW,         N_("Antwoord op de vraag van Amal"),                (receipt.question_of_amal_answered,)),
        Step("start",                 "aanvaard",        "lopend",         TB,         N_("Start het traject"),                            (receipt.contract_signed,),                          then=receipt.begin),
        Step("verplaats_afspraak",    "aanvaard",        SAME,             (TB, CC),   N_("Verplaats de eerste afspraak"),                 (receipt.first_appointment_given,),                  "ontvangstbevestiging", rare=True),
        Step("stem_af_ocmw",          TOLD,              SAME,             MW,         N_("Zeg wat het OCMW met de ingrijpende wijziging doet"), (course.result_of_ocmw_given,),                then=course.note_result_of_ocmw, duty=course.ocmw_owes_result),
        Step("stem_af_amal",          TOLD,              SAME,             (TB, CC),   N_("Zeg wat Amal met de ingrijpende wijziging doet"), (course.result_of_amal_given,),                    then=course.note_result_of_amal, duty=course.amal_owes_result),
        Step("lees_ocmw",             TOLD,              SAME,             MW,         N_("Lees de terugkoppeling van Amal"),              (course.message_of_amal_chosen,),                    then=course.note_reading, duty=course.ocmw_must_read),
        Step("lees_amal",             TOLD,              SAME,             (TB, CC),   N_("Lees de terugkoppeling van het OCMW"),          (course.message_of_ocmw_chosen,),                    then=course.note_reading, duty=course.amal_must_read),
        Step("herinner_client",       "lopend",          SAME,             (TB, MW),   N_("Herinner de cliënt aan de VDAB"),               (vdab.registration_expected,),                       "vdab_herinnering", then=vdab.note_reminder, duty=vdab.must_remind),
        Step("noteer_vdab",           "lopend",          SAME,             (TB, MW),   N_("Noteer de inschrijving bij de VDAB"),           (vdab.not_yet_registered, vdab.registration_proven), then=vdab.note_registration, duty=vdab.must_register),
        Step("evalueer",              "lopend",          SAME,             (TB, MW),   N_("Evalueer het traject"),                         (course.evaluation_written,),                        then=course.send_evaluation, duty=course.must_evaluate),
        Step("noteer_b1",             "b1_opvolging",    "afgerond",       TB,         N_("Noteer wat er van B1 mondeling kwam"),          (closing.b1_outcome_noted,),                         then=closing.tell_b1),
        Step("koppel_terug",          GUIDED,            SAME,             (TB, MW, CC), N_("Koppel terug"),                               (course.message_written,),                           then=course.send_message),
        Step("noteer_pnt",            "lopend",          SAME,             TB,         N_("Noteer uren van het participatietraject"),      (closing.hours_noted,),                              then=closing.keep_hours),
        Step("rond_af",               "lopend",          "b1_opvolging",   TB,         N_("Rond het traject af met een attest"),           FINISH,                                              "bevestiging_attest", then=closing.tell_attest, cancels=LETTERS_OF_THE_COURSE),
        Step("sluit",                 "b1_opvolging",    "afgerond",       Role.SYSTEM, N_("Niets meer op te volgen na het attest"),       (closing.no_b1_to_follow,)),
        Step("meld_inbreuk",          "lopend",          SAME,             (TB, MW),   N_("Meld een inbreuk op het traject"),              (course.part_of_gpmi, course.breach_described),      then=course.tell_breach, opens="sanction", rare=True),
        Step("wijzig_onderdelen",     "lopend",          SAME,             MW,         N_("Wijzig de onderdelen"),                         (course.ocmw_directs, *CHANGE),                      "brief_wijziging", then=course.change_parts, rare=True),
        Step("wijzig_traject",        "lopend",          SAME,             TB,         N_("Wijzig de onderdelen van het traject"),         (course.amal_directs, *CHANGE),                      "brief_wijziging", then=course.change_parts, rare=True),
        Step("neem_vdab_op",          "lopend",          SAME,             (TB, MW),   N_("Neem de ondersteuning bij de VDAB op je"),      (vdab.not_yet_registered, vdab.support_free),        then=vdab.take_support, rare=True),
        Step("noteer_vrijstelling",   "lopend",          SAME,             (TB, MW),   N_("Noteer een vrijstelling van de VDAB"),          (vdab.not_yet_registered, vdab.exemption_proven),    then=vdab.note_exemption, rare=True),
        Step("beeindig_vrijstelling", "lopend",          SAME,             (TB, MW),   N_("Beëindig de vrijstelling van de VDAB"),         (vdab.exemption_open, vdab.exemption_end_given),     then=vdab.end_exemption, rare=True),
        Step("herreken_vdab",         "lopend",          SAME,             Role.SYSTEM, N_("Termijn voor de VDAB opnieuw geteld"),         (vdab.counted_differently,)),
        Step("herinner",              "lopend",          SAME,             Role.SYSTEM, N_("Dag van een herinnering voor de VDAB"),        (vdab.reminder_reached,),                            then=vdab.ask_reminder),
        Step("corrigeer_pnt",         "lopend",          SAME,             TB,         N_("Verbeter uren van het participatietraject"),    (closing.correction_noted,),                         then=closing.keep_correction, rare=True),
        Step("herbekijk_pnt",         "lopend",          SAME,             TB,         N_("Bekijk opnieuw of het participatietraject verplicht is"), (),                                        then=receipt.freeze_pnt, rare=True),
        Step("zet_stop",              ("aanvaard", "lopend"), "stopgezet", (TB, MW),   N_("Zet het traject stop"),                         (closing.stop_motivated,),                           STOPPED, then=closing.tell_stop, cancels=LETTERS_OF_THE_COURSE, rare=True),
        Step("trek_in",               DRAFT,             "niet_verzonden", MW,         N_("Trek de doorverwijzing in"),                    (preparation.withdrawal_motivated,),                 cancels=("brief_aan_client", "doorverwijzing"), rare=True),
        Step("trek_in",               AT_AMAL,           "ingetrokken",    MW,         N_("Trek de doorverwijzing in"),                    (preparation.withdrawal_motivated,),                 STOPPED, cancels=("brief_aan_client",), rare=True),
        Step("wijs_toe",              (*DRAFT, *SHARED), SAME,             (HM, MW),   N_("Wijs toe aan een collega"),                     (case_notes.assigned_to_somebody,),                  rare=True),
        Step("wijs_begeleider_toe",   GUIDED,            SAME,             (CC, TB),   N_("Wijs toe aan een andere trajectbegeleider"),    (receipt.counsellor_named,),                         rare=True),
        Step("noteer",                (*DRAFT, "niet_verzonden"), SAME,    DESK,       N_("Voeg een nota toe"),                            (case_notes.note_written,),                          rare=True, silent=True),
        Step("noteer",                (*SHARED, *ENDED), SAME,             BOTH,       N_("Voeg een nota toe"),                            (case_notes.note_written,),                          rare=True, silent=True),
        Step("voeg_stuk_toe",         (*DRAFT, "niet_verzonden"), SAME,    DESK,       N_("Voeg een stuk toe"),                            (case_notes.piece_given,),                           then=case_notes.keep_piece, rare=True, silent=True),
        Step("voeg_stuk_toe",         (*SHARED, *ENDED), SAME,             BOTH,       N_("Voeg een stuk toe"),                            (case_notes.piece_given,),                           then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",        (*DRAFT, "niet_verzonden"), SAME,    DESK,       N_("Haal een stuk eruit"),                          (case_notes.piece_chosen, case_notes.removal_explained), then=case_notes.take_piece_out, rare=True),
        Step("verwijder_stuk",        (*SHARED, *ENDED), SAME,             BOTH,       N_("Haal een stuk eruit"),                          (case_notes.piece_chosen, case_notes.removal_explained), then=case_notes.take_piece_out, rare=True),
        *escalation.steps(SHARED),
    ),
    terms=(
        #    name                 title                               starts at                                           stops at                                             counted by                   consequence                                                   source
        Term("antwoord_amal",     N_("Antwoord van Amal"),            ("verzonden", "vul_aan"),                           ("vraag_aanvulling", "aanvaard", "weiger", "trek_in"), preparation.receipt_term, N_("De leiding van beide organisaties krijgt een melding"),   "SWO art. 4"),
        Term("eerste_afspraak",   N_("Eerste afspraak"),              ("aanvaard", "verplaats_afspraak"),                 ("start", "zet_stop"),                               receipt.appointment_term,    N_("Het traject begint niet"),                                "SWO art. 4"),
        Term("vdab",              N_("Inschrijving bij de VDAB"),     ("start", "noteer_vrijstelling", "beeindig_vrijstelling", "herreken_vdab"), ("noteer_vdab", "rond_af", "zet_stop"), vdab.registration_term, N_("De cliënt krijgt geen attest, en het kan een inbreuk zijn"), "SWO art. 10"),
        Term("vdab_herinnering",  N_("Volgende herinnering voor de VDAB"), ("start", "noteer_vrijstelling", "beeindig_vrijstelling", "herreken_vdab", "herinner"), ("noteer_vdab", "rond_af", "zet_stop"), vdab.reminder_term, N_("De cliënt weet niet dat de termijn bijna om is"), "SWO art. 10"),
        Term("evaluatie",         N_("Evaluatie van het traject"),    ("start", "evalueer"),                              ("rond_af", "zet_stop"),                             receipt.evaluation_term,     N_("Het traject wordt niet bijgestuurd"),                     "SWO art. 4, 6"),
        Term("b1",                N_("B1 mondeling"),                 ("rond_af",),                                       ("noteer_b1", "sluit"),                              closing.b1_term,             N_("Het kan een inbreuk zijn"),                               "SWO art. 13"),
    ),
    told=escalation.TOLD | {
        "open":                    N_("Doorverwijzing geopend"),
        "bereid_voor":             N_("Doorverwijzing voorbereid"),
        "verbeter_ontwerp":        N_("Ontwerp verbeterd"),
        "licht_in":                N_("Genoteerd dat de cliënt ingelicht is"),
        "verbeter_inlichting":     N_("Nota over het inlichten verbeterd"),
        "maak_brief_opnieuw":      N_("Brief aan de cliënt opnieuw gemaakt"),
        "verstuur":                N_("Doorverwijzing opgemaakt"),
        "verbeter_doorverwijzing": N_("Doorverwijzing verbeterd"),
        "aanvaard":                N_("Doorverwijzing aanvaard"),
        "vraag_aanvulling":        N_("Aanvulling gevraagd"),
        "weiger":                  N_("Doorverwijzing geweigerd"),
        "vul_aan":                 N_("Vraag van Amal beantwoord"),
        "start":                   N_("Traject gestart"),
        "verplaats_afspraak":      N_("Eerste afspraak verplaatst"),
        "stem_af_ocmw":            N_("Resultaat van het OCMW genoteerd"),
        "stem_af_amal":            N_("Resultaat van Amal genoteerd"),
        "lees_ocmw":               N_("Terugkoppeling van Amal gelezen"),
        "lees_amal":               N_("Terugkoppeling van het OCMW gelezen"),
        "herinner_client":         N_("Herinnering voor de VDAB opgemaakt"),
        "noteer_vdab":             N_("Inschrijving bij de VDAB genoteerd"),
        "evalueer":                N_("Traject geëvalueerd"),
        "koppel_terug":            N_("Teruggekoppeld"),
        "noteer_pnt":              N_("Uren van het participatietraject genoteerd"),
        "rond_af":                 N_("Traject afgerond met een attest"),
        "noteer_b1":               N_("Afloop van B1 mondeling genoteerd"),
        "meld_inbreuk":            N_("Inbreuk op het traject gemeld"),
        "wijzig_onderdelen":       N_("Onderdelen gewijzigd"),
        "wijzig_traject":          N_("Onderdelen van het traject gewijzigd"),
        "neem_vdab_op":            N_("Ondersteuning bij de VDAB opgenomen"),
        "noteer_vrijstelling":     N_("Vrijstelling van de VDAB genoteerd"),
        "beeindig_vrijstelling":   N_("Vrijstelling van de VDAB beëindigd"),
        "corrigeer_pnt":           N_("Uren van het participatietraject verbeterd"),
        "herbekijk_pnt":           N_("Verplichting van het participatietraject opnieuw bekeken"),
        "zet_stop":                N_("Traject stopgezet"),
        "trek_in":                 N_("Doorverwijzing ingetrokken"),
        "wijs_toe":                N_("Toegewezen aan een collega"),
        "wijs_begeleider_toe":     N_("Toegewezen aan een andere trajectbegeleider"),
        "noteer":                  N_("Nota"),
        "voeg_stuk_toe":           N_("Stuk toegevoegd"),
        "verwijder_stuk":          N_("Stuk eruit gehaald"),
    },
)
# fmt: on
