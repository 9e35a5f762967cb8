"""A deviation from the agreement (SWO art. 15): two keys, an end date, shown on every file that uses it.

A directorate proposes it beside the agreement: which article, why, what holds instead, for which
files, from when until when. It holds only once the directorates of both parties approved it, each
once. It ends by itself on its last day; either party can withdraw it before, with a reason.
"""

from workflow.procedures import case_notes, two_parties
from workflow.procedures import deviation_rules as rules
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

DIR = Role.DIRECTORATE
READERS = (DIR, Role.DIRECTOR_GENERAL, Role.DPO, Role.ADMINISTRATOR)
ALWAYS = ("voorgesteld", "geldig", "verlopen", "geweigerd", "ingetrokken")

# fmt: off
DEVIATION = Workflow(
    kind="deviation", title=N_("Afwijking"), prefix="AFW", article="SWO art. 15", owner="", partner=None, beside=("agreement",),
    states=(
        #     key            short               title                                            waits for               reads    edits
        State("voorgesteld", N_("Voorgesteld"),  N_("Voorgesteld, twee sleutels nodig"),          (Party.EVERY_PARTY,),   READERS, (DIR,)),
        State("geldig",      N_("Geldig"),       N_("Goedgekeurd door beide partijen"),           (),                     READERS, (DIR,)),
        State("verlopen",    N_("Verlopen"),     N_("Verlopen"),                                  (),                     READERS, (), end=True),
        State("geweigerd",   N_("Geweigerd"),    N_("Geweigerd door een partij"),                 (),                     READERS, (), end=True),
        State("ingetrokken", N_("Ingetrokken"),  N_("Ingetrokken"),                               (),                     READERS, (), end=True),
    ),
    steps=(
        #    action                  from                        to             by           title                                             only if                                                   effect
        Step("stel_afwijking_voor",  NEW,                        "voorgesteld", DIR,         N_("Stel een afwijking voor"),                    (two_parties.agreement_in_force, two_parties.article_named, rules.deviation_reasoned, rules.deviation_bounded), then=rules.put_before_both),
        Step("keur_goed",            "voorgesteld",              SAME,          DIR,         N_("Keur de afwijking goed"),                     (two_parties.own_consent_due, rules.not_expired),         then=two_parties.give_consent, owed_by=two_parties.parties_owing),
        Step("wordt_geldig",         "voorgesteld",              "geldig",      Role.SYSTEM, N_("Goedgekeurd door beide partijen"),            (two_parties.both_agreed,)),
        Step("weiger",               "voorgesteld",              "geweigerd",   DIR,         N_("Weiger de afwijking"),                        (two_parties.reason_given,),                              rare=True),
        Step("gebruik_afwijking",    "geldig",                   SAME,          DIR,         N_("Voeg een dossier toe dat ze gebruikt"),       (rules.files_added,),                                     then=rules.keep_files, rare=True),
        Step("verloop",              ("voorgesteld", "geldig"),  "verlopen",    Role.SYSTEM, N_("Laatste dag voorbij: afwijking verlopen"),    (rules.expired,)),
        Step("trek_in",              ("voorgesteld", "geldig"),  "ingetrokken", DIR,         N_("Trek de afwijking in"),                       (two_parties.reason_given,),                              rare=True),
        Step("noteer",               ALWAYS,                     SAME,          DIR,         N_("Voeg een nota toe"),                          (case_notes.note_written,),                               rare=True, silent=True),
        Step("voeg_stuk_toe",        ALWAYS,                     SAME,          DIR,         N_("Voeg een stuk toe"),                          (case_notes.piece_given,),                                then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",       ALWAYS,                     SAME,          DIR,         N_("Haal een stuk eruit"),                        (case_notes.piece_chosen, case_notes.removal_explained),  then=case_notes.take_piece_out, rare=True),
    ),
    terms=(
        #    name         title                              starts at                 stops at                          counted by           consequence                           source
        Term("einddatum", N_("Einde van de afwijking"),      ("stel_afwijking_voor",), ("verloop", "weiger", "trek_in"), rules.last_day_term, N_("De afwijking vervalt vanzelf"),   "SWO art. 15"),
    ),
    told={
        "stel_afwijking_voor": N_("Afwijking voorgesteld"),
        "keur_goed":           N_("Afwijking goedgekeurd"),
        "weiger":              N_("Afwijking geweigerd"),
        "gebruik_afwijking":   N_("Dossier toegevoegd dat de afwijking gebruikt"),
        "trek_in":             N_("Afwijking ingetrokken"),
        "noteer":              N_("Nota"),
        "voeg_stuk_toe":       N_("Stuk toegevoegd"),
        "verwijder_stuk":      N_("Stuk eruit gehaald"),
    },
)
# fmt: on
