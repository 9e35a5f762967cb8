"""The sanction file (SWO art. 12; RMI-wet art. 20, 21 and 30 § 2; DLB).

Somebody reports a breach. The welfare centre, if it is competent and a signed GPMI annex
imposes the obligation, warns the client by registered letter. Only when the remedy term has
passed may the client be invited, heard, and the file be advised on and put before the
committee (BCSD), which decides by majority. The decision is notified within eight days; the
file closes when the appeal term is over, the measure executed and the client informed by
both organisations. Rows that keep the file in its state correct or complete it.
"""

from workflow.procedures import case_notes, escalation
from workflow.procedures import sanction_decision as decision
from workflow.procedures import sanction_follow_up as follow_up
from workflow.procedures import sanction_hearing as hearing
from workflow.procedures import sanction_report as report
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

MW, HM, CL = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK
SEC, BC, AD = Role.BCSD_SECRETARY, (Role.BCSD_MEMBER, Role.BCSD_CHAIR), Role.DIRECTOR_GENERAL
TB, CC = Role.COUNSELLOR, Role.CONTACT_POINT

DESK, AMAL = (MW, HM, CL), (TB, CC)

# fmt: off
REPORT = (report.client_known, report.breach_chosen, report.facts_dated, report.evidence_given)
WARN = (
    report.ocmw_competent, report.clause_in_force, report.chain_unbroken, report.no_other_file,
    report.no_lawful_reason, report.reason_looked_for, report.warning_complete, report.remedy_date_far_enough,
)
INVITE = (
    hearing.hearing_far_enough, hearing.hearing_on_working_day, hearing.hearing_arranged, hearing.interpreter_decided,
    hearing.reschedule_date_given,
)
HEARD = (hearing.hearing_reported, hearing.attendance_noted, hearing.absence_counts)
ADVISE = (hearing.report_written, hearing.advice_complete, hearing.advice_proportionate, hearing.advice_within_cap)
VOTE = (decision.vote_closed, decision.quorum_reached, decision.recused_stayed_out, decision.majority_reached)
GROUNDS = (decision.reasoned, decision.hearing_answered, decision.measure_reasoned, decision.departure_reasoned)
DECIDE = (
    decision.committee_meets, *VOTE, *GROUNDS,
    decision.decision_complete, decision.as_voted, decision.decision_within_cap, decision.start_in_window,
)
# fmt: on

NO_CONSEQUENCE_FROM = ("gemeld", "aanmaning", "aangemaand", "hoorzitting", "gehoord", "geadviseerd")
UNDER_WAY = NO_CONSEQUENCE_FROM[1:]
RUNNING = (*NO_CONSEQUENCE_FROM, "geagendeerd", "beslist", "kennisgegeven", "in_beroep")
NOTIFIED = ("kennisgegeven", "in_beroep")
BEFORE_COMMITTEE = (*NO_CONSEQUENCE_FROM[:-1], "bij_amal", "nageleefd")
WITH_COMMITTEE = ("geadviseerd", "geagendeerd", "beslist", *NOTIFIED, "afgesloten", "zonder_gevolg")

# fmt: off
SANCTION = Workflow(
    kind="sanction", title=N_("Sanctiedossier"), prefix="SD", article="SWO art. 12; RMI-wet art. 20, 21, 30 § 2; DLB", owner="ocmw_gent", joint=True,
    states=(
        #     key              short                  title                                                   waits for                            reads                     edits
        State("gemeld",         N_("Gemeld"),          N_("Inbreuk gemeld"),                                   (MW,),                               (*DESK, *AMAL),           DESK),
        State("aanmaning",      N_("Aanmaning"),       N_("Aanmaning in opmaak"),                              (Party.SIGNATORY, Party.POST_ROOM),  (*DESK, *AMAL),           DESK),
        State("aangemaand",     N_("Aangemaand"),      N_("Aangemaand, hersteltermijn loopt"),                 (Party.CLIENT,),                     (*DESK, *AMAL),           DESK),
        State("hoorzitting",    N_("Hoorzitting"),     N_("Uitgenodigd om gehoord te worden"),                 (Party.CLIENT, MW),                  (*DESK, *AMAL),           DESK),
        State("gehoord",        N_("Gehoord"),         N_("Gehoord, verslag klaar"),                           (MW,),                               (*DESK, *AMAL),           DESK),
        State("geadviseerd",    N_("Geadviseerd"),     N_("Sociaal verslag en advies klaar"),                  (HM, SEC),                           (*DESK, SEC, *AMAL),      (*DESK, SEC)),
        State("geagendeerd",    N_("Op de agenda"),    N_("Op de agenda van het BCSD"),                        (SEC,),                              (*DESK, SEC, *BC, *AMAL), (*DESK, SEC), meanwhile=N_("Wacht op de zitting van het comité")),
        State("beslist",        N_("Beslist"),         N_("Beslist, beslissing te ondertekenen en te verzenden"), (Party.SIGNATORY, Party.POST_ROOM), (*DESK, SEC, AD, *AMAL), (*DESK, SEC)),
        State("kennisgegeven",  N_("Kennis gegeven"),  N_("Kennis gegeven, beroepstermijn loopt"),             (Party.CLIENT,),                     (*DESK, SEC, AD, *AMAL),  (*DESK, SEC)),
        State("in_beroep",      N_("In beroep"),       N_("Beroep bij de arbeidsrechtbank"),                   (Party.COURT,),                      (*DESK, SEC, AD, *AMAL),  (*DESK, SEC), detour=True),
        State("afgesloten",     N_("Afgesloten"),      N_("Definitief en afgesloten"),                         (),                                  (*DESK, SEC, AD, *AMAL),  (HM,), end=True),
        State("bij_amal",       N_("Bij Amal"),        N_("Bevoegdheid van Amal"),                             (),                                  (*DESK, *AMAL),           (HM,), end=True),
        State("nageleefd",      N_("Nageleefd"),       N_("Nageleefd na aanmaning"),                           (),                                  (*DESK, *AMAL),           (HM,), end=True),
        State("zonder_gevolg",  N_("Zonder gevolg"),   N_("Zonder gevolg"),                                    (),                                  (*DESK, SEC, *AMAL),      (HM,), end=True),
    ),
    steps=(
        #    action                 from                 to               by         title                                            only if                                                letter and effect
        Step("meld",                NEW,                 "gemeld",        (TB, MW),  N_("Meld een inbreuk"),                          REPORT,                                                then=report.freeze_facts),
        Step("vul_melding_aan",     "gemeld",            SAME,            (MW, TB),  N_("Vul de melding aan"),                        REPORT,                                                then=report.freeze_facts, rare=True),
        Step("maan_aan",            "gemeld",            "aanmaning",     MW,        N_("Maan de cliënt aan"),                        WARN,                                                  "aanmaning"),
        Step("draag_over",          "gemeld",            "bij_amal",      MW,        N_("Draag over aan Amal"),                       (report.amal_competent,),                                     "overdracht_aan_amal"),
        Step("draag_over",          UNDER_WAY,           "bij_amal",      MW,        N_("Draag over aan Amal"),                       (report.hand_over_chosen,),                                   "overdracht_aan_amal", cancels=("aanmaning", "uitnodiging_hoorzitting", "hoorverslag", "sociaal_verslag"), rare=True),
        Step("pas_aanmaning_aan",   "aanmaning",         SAME,            MW,        N_("Verbeter de aanmaning"),                     WARN,                                                  "aanmaning", rare=True),
        Step("verstuurd",           "aanmaning",         "aangemaand",    Role.SYSTEM, N_("Aanmaning verzonden"),                     (report.letter_sent,)),
        Step("roep_op",             "aangemaand",        "hoorzitting",   MW,        N_("Nodig uit om gehoord te worden"),            (report.remedy_term_over, *INVITE),                           "uitnodiging_hoorzitting"),
        Step("leef_na",             "aangemaand",        "nageleefd",     MW,        N_("Noteer dat de cliënt het in orde bracht"),   (report.remedy_described,),                                   "bevestiging_naleving"),
        Step("hoor",                "hoorzitting",       "gehoord",       MW,        N_("Schrijf het verslag van de hoorzitting"),    (hearing.invitation_sent, hearing.hearing_day_reached, *HEARD),        "hoorverslag"),
        Step("verplaats",           "hoorzitting",       SAME,            MW,        N_("Nodig uit voor een andere dag"),             INVITE,                                                "uitnodiging_hoorzitting", rare=True),
        Step("adviseer",            "gehoord",           "geadviseerd",   MW,        N_("Schrijf het sociaal verslag met advies"),    ADVISE,                                                "sociaal_verslag"),
        Step("verbeter_verslag",    "gehoord",           SAME,            MW,        N_("Verbeter het verslag van de hoorzitting"),   HEARD,                                                 "hoorverslag", rare=True),
        Step("agendeer",            "geadviseerd",       "geagendeerd",   (HM, SEC), N_("Zet op de agenda van het BCSD"),             (decision.report_signed, decision.no_open_question, decision.session_planned, decision.convocation_possible), then=decision.draft_as_advised),
        Step("herzie_advies",       "geadviseerd",       SAME,            MW,        N_("Herzie het sociaal verslag"),                (*ADVISE, hearing.question_answered),                          "sociaal_verslag", rare=True, duty=lambda case: case.running("antwoordtermijn") is not None),
        Step("beslis",              "geagendeerd",       "beslist",       SEC,       N_("Noteer de beslissing"),                      DECIDE,                                                ("beslissing", "uittreksel")),
        Step("haal_van_agenda",     "geagendeerd",       "geadviseerd",   (HM, SEC), N_("Haal het dossier van de agenda"),             (decision.session_not_under_way, decision.removal_from_agenda_explained), then=decision.take_off_agenda, rare=True),
        Step("verdaag",             "geagendeerd",       "geadviseerd",   SEC,       N_("Verdaag het punt"),                          (decision.committee_meets, decision.no_vote_running, decision.question_asked),                 then=decision.postpone_item),
        Step("verbeter_beslissing", "beslist",           SAME,            SEC,       N_("Verbeter de tekst van de beslissing"),       GROUNDS,                                               ("beslissing", "uittreksel"), rare=True),
        Step("kennisgegeven",       "beslist",           "kennisgegeven", Role.SYSTEM, N_("Beslissing verzonden"),                    (report.letter_sent,),                                        "bericht_aan_amal", then=follow_up.record_notification),
        Step("agendeer_intrekking", ("beslist", "kennisgegeven"), SAME,   (HM, SEC), N_("Vraag het comité de beslissing in te trekken"), (decision.withdrawal_not_asked, decision.session_planned, decision.convocation_possible), rare=True),
        Step("trek_in",             "beslist",           "geadviseerd",   SEC,       N_("Noteer de intrekking van de beslissing"),    (decision.committee_meets, decision.withdrawal_on_agenda, *VOTE, decision.withdrawal_explained), then=decision.withdraw_decision, cancels=("beslissing", "uittreksel"), rare=True),
        Step("trek_in",             "kennisgegeven",     "geadviseerd",   SEC,       N_("Noteer de intrekking van de beslissing"),    (decision.committee_meets, decision.withdrawal_on_agenda, *VOTE, decision.withdrawal_explained), "intrekking", then=decision.withdraw_decision, cancels=("bericht_aan_amal",), rare=True),
        Step("voer_uit",            NOTIFIED,            SAME,            (MW, CL),  N_("Noteer de uitvoering"),                      (follow_up.execution_described,),                                duty=follow_up.must_execute),
        Step("licht_in_ocmw",       NOTIFIED,            SAME,            MW,        N_("Noteer dat het OCMW de cliënt inlichtte"),   (follow_up.ocmw_informed,),                                      duty=follow_up.ocmw_must_inform),
        Step("licht_in_amal",       NOTIFIED,            SAME,            (TB, CC),  N_("Noteer dat Amal de cliënt inlichtte"),       (follow_up.amal_informed,),                                      duty=follow_up.amal_must_inform),
        Step("stel_beroep_in",      "kennisgegeven",     "in_beroep",     (CL, MW),  N_("Noteer een beroep"),                         (follow_up.appeal_registered,),                                  rare=True),
        Step("uitspraak",           "in_beroep",         "afgesloten",    MW,        N_("Noteer de uitspraak"),                       (follow_up.judgment_described,),                                 then=follow_up.record_judgment),
        Step("sluit",               "kennisgegeven",     "afgesloten",    Role.SYSTEM, N_("Beroepstermijn voorbij, dossier gesloten"), (follow_up.appeal_term_over, follow_up.executed, follow_up.both_informed)),
        Step("seponeer",            NO_CONSEQUENCE_FROM, "zonder_gevolg", (MW, HM),  N_("Sluit zonder gevolg"),                       (report.closing_explained,),                                  "bericht_zonder_gevolg", cancels=("aanmaning", "uitnodiging_hoorzitting", "hoorverslag", "sociaal_verslag"), rare=True),
        Step("wijs_toe",            RUNNING,             SAME,            (HM, MW),  N_("Wijs toe aan een collega"),                  (case_notes.assigned_to_somebody,),                               rare=True),
        Step("noteer",              BEFORE_COMMITTEE,    SAME,            (*DESK, *AMAL), N_("Voeg een nota toe"),                    (case_notes.note_written,),                                       rare=True, silent=True),
        Step("noteer",              WITH_COMMITTEE,      SAME,            (*DESK, SEC, *AMAL), N_("Voeg een nota toe"),               (case_notes.note_written,),                                       rare=True, silent=True),
        Step("voeg_stuk_toe",       BEFORE_COMMITTEE,    SAME,            (*DESK, *AMAL), N_("Voeg een stuk toe"),                    (case_notes.piece_given,),                                        then=case_notes.keep_piece, rare=True, silent=True),
        Step("voeg_stuk_toe",       WITH_COMMITTEE,      SAME,            (*DESK, SEC, *AMAL), N_("Voeg een stuk toe"),               (case_notes.piece_given,),                                        then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",      BEFORE_COMMITTEE,    SAME,            (*DESK, *AMAL), N_("Haal een stuk eruit"),                  (case_notes.piece_chosen, case_notes.removal_explained),          then=case_notes.take_piece_out, rare=True),
        Step("verwijder_stuk",      WITH_COMMITTEE,      SAME,            (*DESK, SEC, *AMAL), N_("Haal een stuk eruit"),             (case_notes.piece_chosen, case_notes.removal_explained),          then=case_notes.take_piece_out, rare=True),
        *escalation.steps(RUNNING),
    ),
    terms=(
        #    name                 title                             starts at                    stops at                                              counted by         consequence                                             source
        Term("hersteltermijn",    N_("Hersteltermijn"),             ("verstuurd",),              ("leef_na", "roep_op", "seponeer", "draag_over"),                report.remedy_term,       N_("Vroeger kan er geen sanctie zijn"),                 "RMI-wet art. 30 § 2"),
        Term("hoorzitting",       N_("Hoorzitting"),                ("roep_op", "verplaats"),    ("hoor", "seponeer", "draag_over"),                                hearing.hearing_term,      N_("Zonder hoorrecht is de sanctie nietig"),            "RMI-wet art. 20"),
        Term("zitting",           N_("Zitting van het BCSD"),       ("agendeer",),               ("beslis", "verdaag", "haal_van_agenda"),                              decision.session_term,      N_("Het punt schuift door naar een volgende zitting"),  "DLB art. 110"),
        Term("antwoordtermijn",   N_("Antwoord aan het comité"),    ("verdaag",),                ("herzie_advies", "seponeer", "draag_over"),                       hearing.answer_term,       N_("Het punt komt niet op de agenda"),                  "DLB art. 110"),
        Term("kennisgeving",      N_("Kennisgeving"),               ("beslis",),                 ("kennisgegeven", "trek_in"),                         decision.notification_term, N_("De beroepstermijn start later"),                    "RMI-wet art. 21 § 4"),
        Term("uitvoering",        N_("Start van de maatregel"),     ("kennisgegeven",),          ("voer_uit", "trek_in", "uitspraak"),                 follow_up.execution_term,    N_("De maatregel wordt te laat uitgevoerd"),            "RMI-wet art. 30 § 2"),
        Term("beroepstermijn",    N_("Beroepstermijn met marge"),   ("kennisgegeven",),          ("stel_beroep_in", "sluit", "trek_in"),               follow_up.appeal_term,       N_("De beslissing wordt definitief"),                   "RMI-wet art. 47; Ger.W. 52-54"),
    ),
    told=escalation.TOLD | {
        "meld":                N_("Inbreuk gemeld"),
        "vul_melding_aan":     N_("Melding aangevuld"),
        "maan_aan":            N_("Aanmaning opgemaakt"),
        "draag_over":          N_("Overgedragen aan Amal"),
        "pas_aanmaning_aan":   N_("Aanmaning verbeterd"),
        "roep_op":             N_("Uitnodiging opgemaakt"),
        "leef_na":             N_("Genoteerd dat de cliënt het in orde bracht"),
        "hoor":                N_("Verslag van de hoorzitting geschreven"),
        "verplaats":           N_("Uitnodiging voor een andere dag opgemaakt"),
        "adviseer":            N_("Sociaal verslag met advies geschreven"),
        "verbeter_verslag":    N_("Verslag van de hoorzitting verbeterd"),
        "agendeer":            N_("Op de agenda van het BCSD gezet"),
        "herzie_advies":       N_("Sociaal verslag herzien"),
        "beslis":              N_("Beslissing genoteerd"),
        "haal_van_agenda":     N_("Dossier van de agenda gehaald"),
        "verdaag":             N_("Punt verdaagd"),
        "verbeter_beslissing": N_("Tekst van de beslissing verbeterd"),
        "agendeer_intrekking": N_("Intrekking op de agenda van het BCSD gezet"),
        "trek_in":             N_("Intrekking van de beslissing genoteerd"),
        "voer_uit":            N_("Uitvoering genoteerd"),
        "licht_in_ocmw":       N_("Genoteerd dat het OCMW de cliënt inlichtte"),
        "licht_in_amal":       N_("Genoteerd dat Amal de cliënt inlichtte"),
        "stel_beroep_in":      N_("Beroep genoteerd"),
        "uitspraak":           N_("Uitspraak genoteerd"),
        "seponeer":            N_("Gesloten zonder gevolg"),
        "wijs_toe":            N_("Toegewezen aan een collega"),
        "noteer":              N_("Nota"),
        "voeg_stuk_toe":       N_("Stuk toegevoegd"),
        "verwijder_stuk":      N_("Stuk eruit gehaald"),
    },
)
# fmt: on
