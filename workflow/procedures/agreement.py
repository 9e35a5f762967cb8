"""The register of agreements: drawn up, signed by four people of two parties, changed and ended by consent (SWO art. 15, 17).

The parties write a draft together. It is signed in numbered copies by the mandated signatories of
both, or taken over with its scan when it was signed before. A change, or an end by consent, is a
proposal: both directorates agree, then the document of the new version is signed, and only then it
is in force. The agreement ends on its last day, or when a notice ended it; the office sees to that.
"""

from workflow.procedures import agreement_text as text
from workflow.procedures import case_notes, two_parties
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

DIR = Role.DIRECTORATE
READERS = (DIR, Role.DIRECTOR_GENERAL, Role.DPO, Role.ADMINISTRATOR)
ALWAYS = ("ontwerp", "ter_ondertekening", "van_kracht", "beeindigd", "ingetrokken")

# fmt: off
DRAW_UP = (text.agreement_named, text.duration_possible, text.articles_written, text.place_given)
PROPOSE = (text.no_version_pending, text.change_reasoned, text.change_dated)

AGREEMENT = Workflow(
    kind="agreement", title=N_("Overeenkomst"), prefix="OVK", article="SWO art. 1, 15, 17", owner="ocmw_gent", partner=None, alone=True,
    states=(
        #     key                  short                   title                                          waits for                            reads    edits
        State("ontwerp",           N_("Ontwerp"),          N_("Ontwerp van de partijen"),                 (DIR,),                              READERS, (DIR,)),
        State("ter_ondertekening", N_("Te ondertekenen"),  N_("Ter ondertekening bij beide partijen"),    (Party.SIGNATORY,),                  READERS, (DIR,)),
        State("van_kracht",        N_("Van kracht"),       N_("Van kracht"),                              (),                                  READERS, (DIR,)),
        State("beeindigd",         N_("Beëindigd"),        N_("Beëindigd"),                               (),                                  READERS, (), end=True),
        State("ingetrokken",       N_("Ingetrokken"),      N_("Ingetrokken voor de ondertekening"),       (),                                  READERS, (), end=True),
    ),
    steps=(
        #    action                     from                 to                   by           title                                                    only if                                                letter and effect
        Step("stel_op",                 NEW,                 "ontwerp",           DIR,         N_("Stel een overeenkomst op"),                          (text.partner_chosen, *DRAW_UP),                       then=text.share_with_partner),
        Step("leg_ter_ondertekening",   "ontwerp",           "ter_ondertekening", DIR,         N_("Leg de overeenkomst ter ondertekening voor"),        (),                                                    "overeenkomst"),
        Step("neem_ondertekende_op",    "ontwerp",           "van_kracht",        DIR,         N_("Neem een overeenkomst op die al ondertekend is"),    (text.scan_in_the_file, text.earlier_signing_recorded), then=text.start_as_signed_before, rare=True),
        Step("pas_aan",                 "ontwerp",           SAME,                DIR,         N_("Pas de tekst aan"),                                  DRAW_UP,                                               rare=True),
        Step("pas_aan",                 "ter_ondertekening", SAME,                DIR,         N_("Pas de tekst aan"),                                  DRAW_UP,                                               "overeenkomst", rare=True),
        Step("treedt_in_werking",       "ter_ondertekening", "van_kracht",        Role.SYSTEM, N_("Door iedereen ondertekend: van kracht"),             (text.document_signed,),                               then=text.start),
        Step("stem_in",                 "van_kracht",        SAME,                DIR,         N_("Stem in met het voorstel"),                          (text.proposal_open, two_parties.own_consent_due),     then=text.agree_to_version, owed_by=two_parties.parties_owing),
        Step("weiger",                  "van_kracht",        SAME,                DIR,         N_("Weiger het voorstel"),                               (text.proposal_open, two_parties.own_consent_due, two_parties.reason_given), then=text.refuse_proposal, rare=True),
        Step("stel_wijziging_voor",     "van_kracht",        SAME,                DIR,         N_("Stel een wijziging voor"),                           (*PROPOSE, text.articles_written),                     then=text.propose, rare=True),
        Step("stel_beeindiging_voor",   "van_kracht",        SAME,                DIR,         N_("Stel voor om in onderling akkoord te stoppen"),      PROPOSE,                                               then=text.propose, rare=True),
        Step("trek_voorstel_in",        "van_kracht",        SAME,                DIR,         N_("Trek het voorstel in"),                              (text.own_proposal, two_parties.reason_given),         then=text.withdraw_proposal, cancels=("overeenkomst",), rare=True),
        Step("maak_document",           "van_kracht",        SAME,                Role.SYSTEM, N_("Beide partijen stemden in: document ter ondertekening gemaakt"), (text.document_due,),                      "overeenkomst", then=text.put_up_for_signing),
        Step("maak_document_opnieuw",   "van_kracht",        SAME,                DIR,         N_("Maak het document opnieuw"),                         (text.document_cancelled,),                            "overeenkomst", rare=True),
        Step("versie_van_kracht",       "van_kracht",        SAME,                Role.SYSTEM, N_("Nieuwe versie door iedereen ondertekend"),           (text.version_signed,),                                then=text.bring_version_into_force),
        Step("beeindig",                "van_kracht",        "beeindigd",         Role.SYSTEM, N_("Laatste dag voorbij: overeenkomst beëindigd"),       (text.end_reached,),                                   then=text.close, cancels=("overeenkomst",)),
        Step("trek_in",                 ("ontwerp", "ter_ondertekening"), "ingetrokken", DIR, N_("Trek het ontwerp in"),                               (two_parties.reason_given,),                           cancels=("overeenkomst",), rare=True),
        Step("noteer",                  ALWAYS,              SAME,                DIR,         N_("Voeg een nota toe"),                                 (case_notes.note_written,),                            rare=True, silent=True),
        Step("voeg_stuk_toe",           ALWAYS,              SAME,                DIR,         N_("Voeg een stuk toe"),                                 (case_notes.piece_given,),                             then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",          ALWAYS,              SAME,                DIR,         N_("Haal een stuk eruit"),                               (case_notes.piece_chosen, case_notes.removal_explained), then=case_notes.take_piece_out, rare=True),
    ),
    terms=(
        #    name         title                              starts at                                                         stops at       counted by          consequence                              source
        Term("looptijd",  N_("Einde van de overeenkomst"),   ("treedt_in_werking", "neem_ondertekende_op", "versie_van_kracht"), ("beeindig",), text.duration_term, N_("De overeenkomst eindigt vanzelf"),   "SWO art. 17"),
    ),
    told={
        "stel_op":               N_("Overeenkomst opgesteld"),
        "leg_ter_ondertekening": N_("Overeenkomst ter ondertekening voorgelegd"),
        "neem_ondertekende_op":  N_("Eerder ondertekende overeenkomst opgenomen"),
        "pas_aan":               N_("Tekst aangepast"),
        "stem_in":               N_("Ingestemd met het voorstel"),
        "weiger":                N_("Voorstel geweigerd"),
        "stel_wijziging_voor":   N_("Wijziging voorgesteld"),
        "stel_beeindiging_voor": N_("Voorgesteld om in onderling akkoord te stoppen"),
        "trek_voorstel_in":      N_("Voorstel ingetrokken"),
        "maak_document_opnieuw": N_("Document opnieuw gemaakt"),
        "trek_in":               N_("Ontwerp ingetrokken"),
        "noteer":                N_("Nota"),
        "voeg_stuk_toe":         N_("Stuk toegevoegd"),
        "verwijder_stuk":        N_("Stuk eruit gehaald"),
    },
)
# fmt: on
