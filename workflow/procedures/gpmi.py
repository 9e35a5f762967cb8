"""The GPMI file (SWO art. 4; RMI-wet art. 6 § 3, 11, 13; KB 11/07/2002; OCMW-wet art. 60 § 3).

The welfare centre opens the contract of a client and draws up a numbered annex, which says what
parts of the trajectory it imposes. The client gets it in his hands, hears that somebody may assist
him, and has days to think it over. Once every party has signed, it is in force. Three times a year
it is evaluated, twice face to face. A change is a new annex, which takes the place of the former
one when it is signed in its turn. The agency sees the file only where it is a party of an annex.
"""

from workflow.procedures import case_notes, escalation
from workflow.procedures import gpmi_annex as annex
from workflow.procedures import gpmi_contract as contract
from workflow.procedures import gpmi_evaluation as evaluation
from workflow.procedures import gpmi_signing as signing
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

MW, HM, CL = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK
DESK, AMAL = (MW, HM, CL), (Role.COUNSELLOR, Role.CONTACT_POINT)
BOTH = (*DESK, *AMAL)

# fmt: off
CONTRACT = (
    contract.aid_received, contract.no_other_contract, contract.grant_day_known, contract.linked_by_decision,
    contract.ground_explained, contract.objective_written, contract.workers_named, contract.contract_day_possible,
)
# fmt: on

RUNNING = ("ontwerp", "aangeboden", "ondertekend")
OFFERED = ("aangeboden", "ondertekend")
HIDDEN = ("ontwerp", "ingetrokken")
SHOWN = (*OFFERED, "beeindigd", "vervangen")

# fmt: off
GPMI = Workflow(
    kind="gpmi", title=N_("GPMI en bijlagen"), prefix="GPMI", article="SWO art. 4; RMI-wet art. 6 § 3, 11, 13; KB 11/07/2002", owner="ocmw_gent", partner=None,
    states=(
        #     key           short                title                                        waits for          reads   edits
        State("ontwerp",     N_("Ontwerp"),     N_("Ontwerp, bijlage op te stellen en aan te bieden"), (MW,),   DESK,   DESK),
        State("aangeboden",  N_("Aangeboden"),  N_("Aangeboden, bedenktijd en handtekeningen"), (Party.CLIENT, MW), BOTH,   DESK),
        State("ondertekend", N_("Ondertekend"), N_("Ondertekend en van kracht"),             (MW,),             BOTH,   DESK),
        State("beeindigd",   N_("Beëindigd"),   N_("Beëindigd"),                             (),                BOTH,   (HM,), end=True),
        State("vervangen",   N_("Vervangen"),   N_("Vervangen door een ander contract"),     (),                BOTH,   (HM,), end=True),
        State("ingetrokken", N_("Ingetrokken"), N_("Ingetrokken voor het van kracht was"),   (),                DESK,   (HM,), end=True),
    ),
    steps=(
        #    action              from           to             by         title                                          only if                                                                      letter and effect
        Step("open",             NEW,           "ontwerp",     (MW, CL),  N_("Open een GPMI"),                           CONTRACT,                                                                    then=contract.freeze_aid),
        Step("stel_bijlage_op",  "ontwerp",     SAME,          MW,        N_("Stel de bijlage op"),                      (annex.no_draft, *annex.WRITTEN),                                            "bijlage_gpmi", then=annex.keep_text, duty=annex.must_draw_up),
        Step("bied_aan",         ("ontwerp", "ondertekend"), "aangeboden", MW, N_("Geef de bijlage aan de cliënt"),      (signing.draft_there, signing.offer_day_possible, signing.assistance_told),       duty=signing.must_offer),
        Step("teken_client",     "aangeboden",  SAME,          (MW, CL),  N_("Noteer de handtekening van de cliënt"),    (signing.client_signature_known, signing.reflection_over)),
        Step("treedt_in_werking", "aangeboden", "ondertekend", Role.SYSTEM, N_("Elke partij ondertekende: de bijlage is van kracht"), (signing.all_parties_signed,),                              then=signing.put_in_force),
        Step("evalueer",         OFFERED,       SAME,          MW,        N_("Evalueer het GPMI"),                       (signing.annex_in_force, *evaluation.EVALUATED),                               "evaluatieverslag"),
        Step("wijzig",           "ondertekend", SAME,          MW,        N_("Wijzig met een nieuwe bijlage"),           (annex.no_draft, *annex.WRITTEN),                                            "bijlage_gpmi", then=annex.keep_text, rare=True),
        Step("verbeter_bijlage", ("ontwerp", "ondertekend"), SAME, MW,    N_("Verbeter de bijlage"),                     (annex.annex_to_correct, *annex.WRITTEN),                                        "bijlage_gpmi", then=annex.keep_text, rare=True),
        Step("neem_terug",       "aangeboden",  "ontwerp",     MW,        N_("Neem de bijlage terug"),                   (contract.nothing_in_force, signing.dropping_explained),                       then=signing.drop_draft, cancels=("bijlage_gpmi",), rare=True),
        Step("behoud_vorige",    OFFERED,       "ondertekend", MW,        N_("Laat de nieuwe bijlage vallen, houd de vorige"), (signing.annex_in_force, signing.draft_there, signing.dropping_explained),   then=signing.drop_draft, cancels=("bijlage_gpmi",), rare=True),
        Step("vraag_onderhoud",  RUNNING,       SAME,          (MW, CL),  N_("Noteer dat de cliënt een onderhoud vraagt"), (contract.no_interview_open, contract.interview_described),                rare=True),
        Step("houd_onderhoud",   RUNNING,       SAME,          MW,        N_("Noteer het onderhoud met de cliënt"),      (contract.interview_asked, contract.interview_reported),                     duty=contract.must_hold_interview),
        Step("vul_contract_aan", "ontwerp",     SAME,          (MW, CL),  N_("Verbeter het contract"),                   CONTRACT,                                                                    rare=True),
        Step("beeindig",         "ondertekend", "beeindigd",   (MW, HM),  N_("Beëindig het GPMI"),                       (contract.end_day_possible, contract.end_explained),                         then=signing.end_annexes, cancels=("bijlage_gpmi",), rare=True),
        Step("vervang",          "ondertekend", "vervangen",   (MW, HM),  N_("Vervang door een ander contract"),         (contract.end_day_possible, contract.new_contract_named, contract.end_explained), then=signing.end_annexes, cancels=("bijlage_gpmi",), rare=True),
        Step("trek_in",          ("ontwerp", "aangeboden"), "ingetrokken", (MW, HM), N_("Trek het GPMI in"),             (contract.nothing_in_force, contract.end_explained),                         then=signing.drop_draft, cancels=("bijlage_gpmi",), rare=True),
        Step("wijs_toe",         RUNNING,       SAME,          (HM, MW),  N_("Wijs toe aan een collega"),                (case_notes.assigned_to_somebody,),                                          rare=True),
        Step("noteer",           HIDDEN,        SAME,          DESK,      N_("Voeg een nota toe"),                       (case_notes.note_written,),                                                  rare=True, silent=True),
        Step("noteer",           SHOWN,         SAME,          BOTH,      N_("Voeg een nota toe"),                       (case_notes.note_written,),                                                  rare=True, silent=True),
        Step("voeg_stuk_toe",    HIDDEN,        SAME,          DESK,      N_("Voeg een stuk toe"),                       (case_notes.piece_given,),                                                   then=case_notes.keep_piece, rare=True, silent=True),
        Step("voeg_stuk_toe",    SHOWN,         SAME,          BOTH,      N_("Voeg een stuk toe"),                       (case_notes.piece_given,),                                                   then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",   HIDDEN,        SAME,          DESK,      N_("Haal een stuk eruit"),                     (case_notes.piece_chosen, case_notes.removal_explained),                     then=case_notes.take_piece_out, rare=True),
        Step("verwijder_stuk",   SHOWN,         SAME,          BOTH,      N_("Haal een stuk eruit"),                     (case_notes.piece_chosen, case_notes.removal_explained),                     then=case_notes.take_piece_out, rare=True),
        *escalation.steps(OFFERED),
    ),
    terms=(
        #    name          title                            starts at                          stops at                                                                  counted by                    consequence                                                source
        Term("opmaak",     N_("GPMI op te maken"),          ("open", "vul_contract_aan"),      ("treedt_in_werking", "behoud_vorige", "trek_in"),                                    contract.drafting_term,       N_("Zonder GPMI gelden er geen voorwaarden"),              "KB RMI; VVSG"),
        Term("bedenktijd", N_("Bedenktijd van de cliënt"),  ("bied_aan",),                     ("teken_client", "treedt_in_werking", "neem_terug", "behoud_vorige", "trek_in"), signing.reflection_term, N_("Vroeger ondertekenen kan enkel als de cliënt ervan afziet (te bevestigen)"), "RMI-wet art. 6 § 3"),
        Term("evaluatie",  N_("Volgende evaluatie"),        ("treedt_in_werking", "evalueer"), ("beeindig", "vervang", "trek_in"),                                       evaluation.evaluation_term,   N_("Te weinig evaluaties in het contractjaar verzwakken het bewijs"), "KB RMI art. 15 (te bevestigen)"),
        Term("onderhoud",  N_("Onderhoud op vraag"),        ("vraag_onderhoud",),              ("houd_onderhoud", "beeindig", "vervang", "trek_in"),                     contract.interview_term,      N_("Het OCMW komt zijn afspraak niet na"),                 "KB RMI art. 14 (te bevestigen)"),
    ),
    told=escalation.TOLD | {
        "open":             N_("GPMI geopend"),
        "stel_bijlage_op":  N_("Bijlage opgesteld"),
        "bied_aan":         N_("Bijlage aan de cliënt gegeven"),
        "teken_client":     N_("Handtekening van de cliënt genoteerd"),
        "evalueer":         N_("GPMI geëvalueerd"),
        "wijzig":           N_("Nieuwe bijlage opgesteld"),
        "verbeter_bijlage": N_("Bijlage verbeterd"),
        "neem_terug":       N_("Bijlage teruggenomen"),
        "behoud_vorige":    N_("Nieuwe bijlage vervallen, de vorige blijft"),
        "vraag_onderhoud":  N_("De cliënt vroeg een onderhoud"),
        "houd_onderhoud":   N_("Onderhoud met de cliënt genoteerd"),
        "vul_contract_aan": N_("Contract verbeterd"),
        "beeindig":         N_("GPMI beëindigd"),
        "vervang":          N_("Vervangen door een ander contract"),
        "trek_in":          N_("GPMI ingetrokken"),
        "wijs_toe":         N_("Toegewezen aan een collega"),
        "noteer":           N_("Nota"),
        "voeg_stuk_toe":    N_("Stuk toegevoegd"),
        "verwijder_stuk":   N_("Stuk eruit gehaald"),
    },
)
# fmt: on
