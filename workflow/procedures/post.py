"""The life of a letter: from draft over signatures to the post and back.

Signatures are set in order, each signatory once, with a mandate that is valid that day. A
sent letter never changes: a new letter replaces it. Terms start on the day the post room
records (Ger.W. 53bis).
"""

from workflow.procedures.post_delivery import (
    barcode_given,
    carrier_dates_in_order,
    correction_explained,
    keep_proof,
    leaves_by_itself,
    meant_to_be_sent,
    posted_in_time,
    posting_day_possible,
    presented_after_posting,
    proof_given,
    return_explained,
    return_followed_up,
    send_through_the_program,
    way_allowed,
)
from workflow.procedures.post_outside import BROUGHT, not_on_paper
from workflow.procedures.post_signing import (
    all_signed,
    copies_counted,
    forget_signatures,
    mandate_valid,
    own_letter,
    own_turn,
    remark_given,
    stop_explained,
    to_be_signed,
)
from workflow.roles import SIGNATORIES, Party, Role
from workflow.rows import NEW, SAME, State, Step
from workflow.table import Workflow
from workflow.wording import N_

MW, HM, CL, SEC = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK, Role.BCSD_SECRETARY
TB, CC, DIR = Role.COUNSELLOR, Role.CONTACT_POINT, Role.DIRECTORATE
DESK = (CL, MW, HM, SEC, TB, CC, DIR)
SIGN = SIGNATORIES
OUTSIDE = ("verzonden", "aangeboden", "teruggekeerd", "opgevolgd")
ALL = (*DESK, *SIGN)
POST_DESK = (CL, MW, TB, CC, DIR)
"""Who hands letters to the post: at the agency there is no post room, so whoever makes a letter posts it."""

POSTED = (own_letter, meant_to_be_sent, way_allowed, barcode_given, posting_day_possible)

# fmt: off
POST = Workflow(
    kind="post", title=N_("Brief"), prefix="BR", article="Ger.W. art. 53bis", owner="",
    states=(
        #     key                   short                   title                            waits for            reads  edits
        State("ontwerp",            N_("Ontwerp"),          N_("Ontwerp"),                   (MW,),               ALL,   DESK),
        State("ter_ondertekening",  N_("Te ondertekenen"),  N_("Ter ondertekening"),        (Party.SIGNATORY,),  ALL,   ()),
        State("ondertekend",        N_("Ondertekend"),      N_("Ondertekend"),               (Party.POST_ROOM,),  ALL,   ()),
        State("verzonden",          N_("Verzonden"),        N_("Verzonden"),                 (),                  ALL,   ()),
        State("aangeboden",         N_("Aangeboden"),       N_("Aangeboden"),                (),                  ALL,   ()),
        State("teruggekeerd",       N_("Teruggekeerd"),     N_("Teruggekeerd"),              (MW,),               ALL,   ()),
        State("opgevolgd",          N_("Opgevolgd"),        N_("Teruggekeerd en opgevolgd"), (),                  ALL,   (), end=True),
        State("geannuleerd",        N_("Geannuleerd"),      N_("Geannuleerd"),               (),                  ALL,   (), end=True),
    ),
    steps=(
        #    action               from                                           to                   by           title                                   only if                                       effect
        Step("maak",              NEW,                                           "ontwerp",           Role.SYSTEM, N_("Brief gemaakt")),
        Step("verstuur_zelf",     "ontwerp",                                     "verzonden",         Role.SYSTEM, N_("Door het programma bezorgd"),       (leaves_by_itself,),                          then=send_through_the_program),
        Step("leg_voor",          "ontwerp",                                     "ter_ondertekening", DESK,        N_("Leg voor ter ondertekening"),       (own_letter, to_be_signed, copies_counted)),
        Step("onderteken",        "ter_ondertekening",                           SAME,                SIGN,        N_("Onderteken"),                       (own_turn, mandate_valid, not_on_paper)),
        Step("neem_op",           "ter_ondertekening",                           SAME,                (*DESK, *(role for role in SIGN if role not in DESK)), N_("Voeg de elders ondertekende brief toe"), (own_letter, *BROUGHT), rare=True),
        Step("alles_ondertekend", "ter_ondertekening",                           "ondertekend",       Role.SYSTEM, N_("Alle handtekeningen staan erop"),   (all_signed,)),
        Step("stuur_terug",       "ter_ondertekening",                           "ontwerp",           SIGN,        N_("Stuur terug met een opmerking"),    (own_turn, remark_given),                     then=forget_signatures),
        Step("verstuur_zelf",     "ondertekend",                                 "verzonden",         Role.SYSTEM, N_("Door het programma bezorgd"),       (leaves_by_itself,),                          then=send_through_the_program),
        Step("verzend",           "ondertekend",                                 "verzonden",         POST_DESK,   N_("Noteer de verzending"),             (*POSTED, posted_in_time)),
        Step("meld_aanbieding",   "verzonden",                                   "aangeboden",        POST_DESK,   N_("Noteer de aanbieding"),             (own_letter, presented_after_posting)),
        Step("meld_terugkeer",    ("verzonden", "aangeboden"),                   "teruggekeerd",      POST_DESK,   N_("Noteer dat de brief terugkwam"),    (own_letter, return_explained)),
        Step("volg_op",           "teruggekeerd",                                "opgevolgd",         DESK,        N_("Noteer wat er met de teruggekeerde brief gebeurde"), (own_letter, return_followed_up)),
        Step("corrigeer",         OUTSIDE,                                       SAME,                POST_DESK,   N_("Verbeter de postgegevens"),         (*POSTED, carrier_dates_in_order, correction_explained), rare=True),
        Step("voeg_bewijs_toe",   OUTSIDE,                                       SAME,                POST_DESK,   N_("Voeg het afgiftebewijs toe"),       (own_letter, proof_given),                               then=keep_proof, rare=True, silent=True),
        Step("annuleer",          ("ontwerp", "ter_ondertekening"),              "geannuleerd",       (*DESK, Role.SYSTEM), N_("Annuleer de brief"),       (own_letter,),                                           rare=True),
        Step("annuleer",          "ondertekend",                                 "geannuleerd",       (MW, HM, SEC, TB, CC, DIR, Role.SYSTEM), N_("Annuleer de brief"), (own_letter, stop_explained),                    rare=True),
    ),
    told={
        "leg_voor":        N_("Brief voorgelegd ter ondertekening"),
        "onderteken":      N_("Brief ondertekend"),
        "neem_op":         N_("Elders ondertekende brief toegevoegd"),
        "stuur_terug":     N_("Brief teruggestuurd"),
        "verzend":         N_("Verzending genoteerd"),
        "meld_aanbieding": N_("Aanbieding genoteerd"),
        "meld_terugkeer":  N_("Terugkeer van de brief genoteerd"),
        "volg_op":         N_("Teruggekeerde brief opgevolgd"),
        "corrigeer":       N_("Postgegevens verbeterd"),
        "voeg_bewijs_toe": N_("Afgiftebewijs toegevoegd"),
        "annuleer":        N_("Brief geannuleerd"),
    },
)
# fmt: on
