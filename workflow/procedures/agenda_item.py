"""A point on the agenda of the committee, from its place on the list to its outcome (DLB art. 19-27, 105-114).

The chair takes a point up; a member with an interest leaves. Who is heard leaves before the
vote. Every member votes on his own screen and may change his vote until the chair closes it,
or the secretary writes the votes down. Nobody sees the count before. The outcome of a file
follows from the file itself: decided, postponed or taken back.
"""

from __future__ import annotations

from workflow.procedures import agenda_item_rules as rules
from workflow.roles import Role
from workflow.rows import NEW, SAME, State, Step
from workflow.table import Workflow
from workflow.wording import N_

SEC, CHAIR, LID = Role.BCSD_SECRETARY, Role.BCSD_CHAIR, Role.BCSD_MEMBER
LEAD, SEATED = (CHAIR, SEC), (LID, CHAIR)
READS = (SEC, CHAIR, LID, Role.TEAM_LEAD, Role.DIRECTOR_GENERAL)
BEFORE_VOTE = ("te_behandelen", "in_behandeling")
RUNNING = (*BEFORE_VOTE, "stemming", "gestemd")
VOTE = (rules.session_under_way, rules.voted_on, rules.quorum_in_the_room, rules.draft_explained, rules.guests_gone)

# fmt: off
AGENDA_ITEM = Workflow(
    kind="agenda_item", title=N_("Punt op de agenda van het BCSD"), prefix="PT", article="DLB art. 19-27, 105-114", owner="", partner=None,
    states=(
        #     key              short                 title                                     waits for      reads   edits
        State("te_behandelen",  N_("Te behandelen"),  N_("Te behandelen"),                     (CHAIR, SEC),  READS,  (SEC,)),
        State("in_behandeling", N_("Bespreking"),     N_("In bespreking"),                     (CHAIR, SEC),  READS,  (SEC,)),
        State("stemming",       N_("Stemming open"),  N_("Stemming open"),                     SEATED,        READS),
        State("gestemd",        N_("Gestemd"),        N_("Stemming gesloten"),                 (SEC,),        READS,  (SEC,)),
        State("beslist",        N_("Beslist"),        N_("Beslist"),                           (),            READS,  end=True),
        State("verdaagd",       N_("Verdaagd"),       N_("Verdaagd"),                          (),            READS,  end=True),
        State("ingetrokken",    N_("Ingetrokken"),    N_("Beslissing ingetrokken"),            (),            READS,  end=True),
        State("goedgekeurd",    N_("Goedgekeurd"),    N_("Goedgekeurd"),                       (),            READS,  end=True),
        State("verworpen",      N_("Verworpen"),      N_("Verworpen"),                         (),            READS,  end=True),
        State("akte",           N_("Akte genomen"),   N_("Akte genomen"),                      (),            READS,  end=True),
        State("geschrapt",      N_("Geschrapt"),      N_("Van de agenda gehaald"),             (),            READS,  end=True),
    ),
    steps=(
        #    action                from               to                by           title                                                       only if
        Step("plaats",             NEW,               "te_behandelen",  Role.SYSTEM, N_("Op de agenda"),                                         (rules.subject_given,)),
        Step("behandel",           "te_behandelen",   "in_behandeling", LEAD,        N_("Behandel dit punt"),                                    (rules.session_under_way, rules.no_other_busy, rules.urgency_agreed),                   then=rules.take_up),
        Step("aanvaard_dringend",  "te_behandelen",   SAME,             LEAD,        N_("Noteer wie het dringende punt aanvaardt"),              (rules.session_under_way, rules.urgent, rules.urgency_counted),                         then=rules.note_presence, duty=lambda item: bool(item.urgent) and item.urgency_agreed is None),
        Step("open_stemming",      "in_behandeling",  "stemming",       CHAIR,       N_("Open de stemming"),                                     VOTE,                                                           then=rules.begin_vote),
        Step("stem",               "stemming",        SAME,             SEATED,      N_("Stem"),                                                 (rules.session_under_way, rules.may_vote, rules.choice_made),                           then=rules.cast_vote, silent=True),
        Step("sluit_stemming",     "stemming",        "gestemd",        CHAIR,       N_("Sluit de stemming"),                                    (rules.session_under_way, rules.quorum_in_the_room),                                    then=rules.close_vote),
        Step("noteer_stemmen",     "in_behandeling",  "gestemd",        SEC,         N_("Noteer de stemmen"),                                    (*VOTE, rules.everybody_counted),                                                       then=rules.close_vote),
        Step("neem_akte",          BEFORE_VOTE,       "akte",           LEAD,        N_("Neem akte"),                                            (rules.session_under_way, rules.urgency_agreed, rules.fixed_point, rules.note_taken),   then=rules.take_up),
        Step("breek_af",           "stemming",        "in_behandeling", LEAD,        N_("Breek de stemming af"),                                 (rules.reason_written,),                                                                then=rules.begin_vote, rare=True),
        Step("doe_over",           "gestemd",         "in_behandeling", LEAD,        N_("Stem opnieuw over dit punt"),                           (rules.session_under_way, rules.reason_written),                                        then=rules.begin_vote, rare=True),
        Step("schrijf_ontwerp",    BEFORE_VOTE,       SAME,             SEC,         N_("Schrijf het ontwerp van de beslissing"),                (rules.session_not_over, rules.draft_complete, rules.draft_within_cap),                 rare=True),
        Step("meld_belang",        (*BEFORE_VOTE, "stemming"), SAME,    SEATED,      N_("Meld een belang"),                                      (rules.session_not_over, rules.sits, rules.not_recused_yet, rules.interest_explained),  then=rules.leave, rare=True),
        Step("noteer_belang",      (*BEFORE_VOTE, "stemming"), SAME,    SEC,         N_("Noteer een belangenconflict"),                          (rules.session_not_over, rules.recusal_explained),                                      rare=True),
        Step("laat_toe",           "in_behandeling",  SAME,             LEAD,        N_("Noteer wie gehoord wordt"),                             (rules.session_under_way, rules.guests_named),                                          then=rules.admit, rare=True),
        Step("laat_uit",           "in_behandeling",  SAME,             LEAD,        N_("Noteer dat wie gehoord is de zitting verliet"),         (rules.guests_there,),                                                                  then=rules.let_out, duty=lambda item: bool(item.guests) and not item.guests_left),
        Step("lees",               RUNNING,           SAME,             SEATED,      N_("Zet op gelezen"),                                       (rules.sits,),                                                                          then=rules.mark_read, rare=True, silent=True),
        Step("verdaag",            (*BEFORE_VOTE, "gestemd"), "verdaagd", LEAD,      N_("Verdaag dit punt"),                                     (rules.session_under_way, rules.no_file_to_decide, rules.reason_written),               rare=True),
        Step("schrap",             "te_behandelen",   "geschrapt",      SEC,         N_("Haal dit punt van de agenda"),                          (rules.no_file_to_decide, rules.session_not_over, rules.reason_written),                rare=True),
        Step("verwerp",            "gestemd",         "verworpen",      Role.SYSTEM, N_("Voorstel verworpen"),                                   (rules.proposal_rejected,)),
        Step("keur_goed",          "gestemd",         "goedgekeurd",    Role.SYSTEM, N_("Notulen goedgekeurd"),                                  (rules.minutes_accepted,)),
        Step("beslist",            "gestemd",         "beslist",        Role.SYSTEM, N_("Dossier beslist"),                                      (rules.file_decided,)),
        Step("verdaagd",           RUNNING,           "verdaagd",       Role.SYSTEM, N_("Naar een volgende zitting"),                            (rules.moved_on,)),
        Step("ingetrokken",        "gestemd",         "ingetrokken",    Role.SYSTEM, N_("Beslissing ingetrokken"),                               (rules.decision_withdrawn,)),
    ),
    told={
        "behandel":          N_("Punt in bespreking"),
        "aanvaard_dringend": N_("Genoteerd hoeveel leden het dringende punt aanvaarden"),
        "open_stemming":     N_("Stemming geopend"),
        "stem":              N_("Stem uitgebracht"),
        "sluit_stemming":    N_("Stemming gesloten"),
        "noteer_stemmen":    N_("Stemmen genoteerd"),
        "neem_akte":         N_("Akte genomen"),
        "breek_af":          N_("Stemming afgebroken"),
        "doe_over":          N_("Stemming overgedaan"),
        "schrijf_ontwerp":   N_("Ontwerp van de beslissing geschreven"),
        "meld_belang":       N_("Belang gemeld"),
        "noteer_belang":     N_("Belangenconflict genoteerd"),
        "laat_toe":          N_("Genoteerd wie gehoord wordt"),
        "laat_uit":          N_("Wie gehoord is, verliet de zitting"),
        "lees":              N_("Punt gelezen"),
        "verdaag":           N_("Punt zonder dossier verdaagd"),
        "schrap":            N_("Punt van de agenda gehaald"),
    },
)
# fmt: on
