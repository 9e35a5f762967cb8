"""Notice of default and termination between the parties (SWO art. 15 and 17).

A directorate writes down what the other party does not keep, beside the agreement. It sends a
reasoned, registered letter that asks for a remedy within a term. The other party answers; the
default is remedied, or after the term and after talks the situation is found to be unsolvable. Only
then, and exceptionally, the agreement can be ended: three months from the sending. Both parties can
still take the notice back together; else the office ends it, with a list of what was still open.
"""

from workflow.procedures import case_notes, two_parties
from workflow.procedures import default_notice_rules as rules
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

DIR = Role.DIRECTORATE
READERS = (DIR, Role.DIRECTOR_GENERAL, Role.DPO)
ALWAYS = (
    "ontwerp",
    "ingebrekestelling",
    "in_gebreke",
    "hersteld",
    "onoplosbaar",
    "opzegging",
    "opgezegd",
    "beeindigd",
    "ingetrokken",
)
SENT = ("in_gebreke", "hersteld", "onoplosbaar", "opzegging", "opgezegd", "beeindigd")

# fmt: off
FACTS = (two_parties.agreement_in_force, two_parties.article_named, rules.default_facts_dated)
DEFAULT = (rules.default_reasoned, rules.remedy_asked, rules.remedy_term_set)
TERMINATE = (rules.termination_reasoned, rules.exceptional_explained, rules.departure_planned)

DEFAULT_NOTICE = Workflow(
    kind="default_notice", title=N_("Ingebrekestelling en opzegging"), prefix="IG", article="SWO art. 15, 17; Ger.W. 52-54", owner="", partner=None, beside=("agreement",),
    states=(
        #     key                  short                    title                                                 waits for                            reads    edits
        State("ontwerp",           N_("Ontwerp"),           N_("Tekortkoming genoteerd"),                         (DIR,),                              READERS, (DIR,)),
        State("ingebrekestelling", N_("Ingebrekestelling"), N_("Ingebrekestelling in opmaak"),                    (Party.SIGNATORY, Party.POST_ROOM),  READERS, (DIR,)),
        State("in_gebreke",        N_("In gebreke"),        N_("In gebreke gesteld, wacht op herstel"),           (DIR,),                              READERS, (DIR,)),
        State("onoplosbaar",       N_("Onoplosbaar"),       N_("Onoplosbaar bevonden"),                           (DIR,),                              READERS, (DIR,)),
        State("opzegging",         N_("Opzegging"),         N_("Opzegging in opmaak"),                            (Party.SIGNATORY, Party.POST_ROOM),  READERS, (DIR,)),
        State("opgezegd",          N_("Opgezegd"),          N_("Opgezegd, opzegtermijn loopt"),                   (),                                  READERS, (DIR,)),
        State("beeindigd",         N_("Beëindigd"),         N_("Overeenkomst beëindigd"),                         (),                                  READERS, (), end=True),
        State("hersteld",          N_("Hersteld"),          N_("Hersteld, de overeenkomst loopt verder"),         (),                                  READERS, (), end=True),
        State("ingetrokken",       N_("Ingetrokken"),       N_("Ingetrokken voor de verzending"),                 (),                                  READERS, (), end=True),
    ),
    steps=(
        #    action                       from                 to                   by           title                                                     only if                                                        letter and effect
        Step("meld_tekortkoming",         NEW,                 "ontwerp",           DIR,         N_("Noteer een tekortkoming"),                            FACTS,                                                         then=two_parties.name_after_agreement),
        Step("stel_in_gebreke",           "ontwerp",           "ingebrekestelling", DIR,         N_("Stel in gebreke"),                                    (*FACTS, *DEFAULT),                                            "ingebrekestelling"),
        Step("verbeter_tekortkoming",     "ontwerp",           SAME,                DIR,         N_("Verbeter de tekortkoming"),                           FACTS,                                                         then=two_parties.name_after_agreement, rare=True),
        Step("verbeter_ingebrekestelling", "ingebrekestelling", SAME,               DIR,         N_("Verbeter de ingebrekestelling"),                      (rules.nothing_sent, *DEFAULT),                                "ingebrekestelling", rare=True),
        Step("verstuurd",                 "ingebrekestelling", "in_gebreke",        Role.SYSTEM, N_("Ingebrekestelling aangetekend verzonden"),            (rules.default_letter_registered,),                            then=rules.tell_the_other_party),
        Step("antwoord",                  "in_gebreke",        SAME,                DIR,         N_("Antwoord op de ingebrekestelling"),                   (two_parties.on_the_other_side, rules.reply_written),          then=rules.keep_reply_day, owed_by=rules.answer_due_from),
        Step("herstel",                   "in_gebreke",        "hersteld",          DIR,         N_("Noteer dat het hersteld is"),                         (two_parties.on_our_side, rules.default_remedied),             "bevestiging_herstel"),
        Step("stel_onoplosbaar_vast",     "in_gebreke",        "onoplosbaar",       DIR,         N_("Stel vast dat de situatie onoplosbaar is"),           (two_parties.on_our_side, rules.default_term_over, rules.talks_held, rules.unsolvable_reasoned)),
        Step("zeg_op",                    "onoplosbaar",       "opzegging",         DIR,         N_("Zeg de overeenkomst op"),                             (two_parties.on_our_side, two_parties.agreement_in_force, *TERMINATE), "opzegging"),
        Step("herstel",                   ("onoplosbaar", "opzegging"), "hersteld",          DIR,         N_("Noteer dat het hersteld is"),                         (two_parties.on_our_side, rules.default_remedied),             "bevestiging_herstel", cancels=("opzegging",), rare=True),
        Step("verbeter_opzegging",        "opzegging",         SAME,                DIR,         N_("Verbeter de opzegging"),                              (two_parties.on_our_side, *TERMINATE),                         "opzegging", rare=True),
        Step("opgezegd",                  "opzegging",         "opgezegd",          Role.SYSTEM, N_("Opzegging verzonden"),                                (rules.termination_sent,)),
        Step("stem_in_met_intrekking",    "opgezegd",          SAME,                DIR,         N_("Stem in met de intrekking van de opzegging"),         (rules.notice_running, two_parties.own_consent_due),           then=two_parties.give_consent, owed_by=rules.second_consent_due_from, rare=True),
        Step("trek_opzegging_in",         "opgezegd",          "hersteld",          Role.SYSTEM, N_("Beide partijen stemden in: opzegging ingetrokken"),   (two_parties.both_agreed,),                                    "bevestiging_intrekking", then=rules.forget_end),
        Step("beeindig",                  "opgezegd",          "beeindigd",         Role.SYSTEM, N_("Opzegtermijn voorbij: overeenkomst beëindigd"),       (rules.notice_over,),                                          "eindbericht", then=rules.freeze_open_files),
        Step("trek_in",                   ("ontwerp", "ingebrekestelling"), "ingetrokken", DIR, N_("Trek de ingebrekestelling in"),                       (rules.nothing_sent, two_parties.reason_given),                cancels=("ingebrekestelling",), rare=True),
        Step("maak_bewijsblad",           SENT,                SAME,                DIR,         N_("Maak een bewijsblad"),                                (),                                                            "bewijsblad", rare=True, silent=True),
        Step("noteer",                    ALWAYS,              SAME,                DIR,         N_("Voeg een nota toe"),                                  (case_notes.note_written,),                                    rare=True, silent=True),
        Step("voeg_stuk_toe",             ALWAYS,              SAME,                DIR,         N_("Voeg een stuk toe"),                                  (case_notes.piece_given,),                                     then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",            ALWAYS,              SAME,                DIR,         N_("Haal een stuk eruit"),                                (case_notes.piece_chosen, case_notes.removal_explained),       then=case_notes.take_piece_out, rare=True),
    ),
    terms=(
        #    name              title                   starts at        stops at                                 counted by         consequence                                       source
        Term("hersteltermijn", N_("Hersteltermijn"),   ("verstuurd",),  ("herstel", "stel_onoplosbaar_vast"),    rules.remedy_term, N_("Daarna kan de situatie onoplosbaar zijn"),    "SWO art. 17"),
        Term("opzegtermijn",   N_("Opzegtermijn"),     ("opgezegd",),   ("trek_opzegging_in", "beeindig"),       rules.notice_term, N_("De overeenkomst eindigt"),                    "SWO art. 17; Ger.W. 52-54", sets="ends_on"),
    ),
    told={
        "meld_tekortkoming":          N_("Tekortkoming genoteerd"),
        "stel_in_gebreke":            N_("Ingebrekestelling opgemaakt"),
        "verbeter_tekortkoming":      N_("Tekortkoming verbeterd"),
        "verbeter_ingebrekestelling": N_("Ingebrekestelling verbeterd"),
        "antwoord":                   N_("Antwoord van de andere partij"),
        "herstel":                    N_("Herstel genoteerd"),
        "stel_onoplosbaar_vast":      N_("Onoplosbaar bevonden"),
        "zeg_op":                     N_("Opzegging opgemaakt"),
        "verbeter_opzegging":         N_("Opzegging verbeterd"),
        "stem_in_met_intrekking":     N_("Ingestemd met de intrekking van de opzegging"),
        "trek_in":                    N_("Ingetrokken"),
        "maak_bewijsblad":            N_("Bewijsblad gemaakt"),
        "noteer":                     N_("Nota"),
        "voeg_stuk_toe":              N_("Stuk toegevoegd"),
        "verwijder_stuk":             N_("Stuk eruit gehaald"),
    },
)
# fmt: on
