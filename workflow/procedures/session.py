"""The session of the committee: convened in time, opened with a quorum, closed when every item has its outcome.

The chair convenes with the agenda and an explained draft of every decision (DLB art. 110 jo. 19-23).
Without a quorum the items are put before a second session, which needs none for them (DLB art. 26).
The minutes are signed by chair and algemeen directeur and approved in a next session (DLB art. 32, 277-279).
"""

from __future__ import annotations

from workflow.procedures import case_notes
from workflow.procedures import session_rules as rules
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, Term
from workflow.table import Workflow
from workflow.wording import N_

SEC, CHAIR, MEMBERS = Role.BCSD_SECRETARY, Role.BCSD_CHAIR, (Role.BCSD_MEMBER, Role.BCSD_CHAIR)
LEAD = (SEC, CHAIR)
OFFICE = (SEC, Role.TEAM_LEAD, Role.DIRECTOR_GENERAL)
READS = (*OFFICE, *MEMBERS)
"""Who reads the sessions; a member only from the convocation to the end."""
MEETING = ("geopend", "geschorst")
READING = ("opgeroepen", *MEETING)
"""While the members read the pieces and meet about them; nobody takes a bundle of them home before or after."""
CONVENED = ("oproeping", *READING)
"""The convocation was drawn up, and the session is not over."""
NOT_OVER = ("gepland", *CONVENED)
"""While a file can come on the agenda."""
CLOSED = ("gesloten", "goedgekeurd")
HELD = (*MEETING, *CLOSED, "onvoltallig")
"""The session was held, or was to be held with too few members."""
ALL = (*NOT_OVER, *CLOSED, "onvoltallig", "geannuleerd")

# fmt: off
SESSION = Workflow(
    kind="session", title=N_("Zitting van het BCSD"), prefix="ZIT", article="DLB art. 105-114", owner="", partner=None, alone=True,
    states=(
        #     key            short               title                                         waits for                           reads            edits
        State("gepland",      N_("Gepland"),      N_("Gepland"),                                (SEC,),                             (*OFFICE, CHAIR), (SEC,)),
        State("oproeping",    N_("Oproeping"),    N_("Oproeping te ondertekenen"),              (Party.SIGNATORY, Party.POST_ROOM), (*OFFICE, CHAIR), (SEC,)),
        State("opgeroepen",   N_("Opgeroepen"),   N_("Opgeroepen, leden lezen de stukken"),     (SEC,),                             READS,           (SEC,)),
        State("geopend",      N_("Bezig"),        N_("Zitting bezig"),                          LEAD,                               READS,           (SEC,)),
        State("geschorst",    N_("Geschorst"),    N_("Zitting geschorst"),                      LEAD,                               READS,           (SEC,), detour=True),
        State("gesloten",     N_("Gesloten"),     N_("Gesloten, notulen te tekenen en goed te keuren"), (Party.SIGNATORY, Party.POST_ROOM, SEC), (*OFFICE, CHAIR), (SEC,), meanwhile=N_("Wacht op de goedkeuring van de notulen")),
        State("goedgekeurd",  N_("Goedgekeurd"),  N_("Notulen goedgekeurd"),                    (),                                 (*OFFICE, CHAIR), (), end=True),
        State("onvoltallig",  N_("Onvoltallig"),  N_("Niet in aantal, tweede oproeping"),       (),                                 (*OFFICE, CHAIR), (), end=True),
        State("geannuleerd",  N_("Geannuleerd"),  N_("Geannuleerd"),                            (),                                 (*OFFICE, CHAIR), (), end=True),
    ),
    steps=(
        #    action                 from            to              by           title                                               only if                                                letter and effect
        Step("plan",                NEW,            "gepland",      SEC,         N_("Plan een zitting"),                             (rules.session_arranged, rules.digital_allowed),       then=rules.take_over_agenda),
        Step("wijzig",              "gepland",      SAME,           SEC,         N_("Verplaats de zitting"),                         (rules.session_arranged, rules.digital_allowed),       rare=True),
        Step("voeg_punt_toe",       "gepland",      SAME,           LEAD,        N_("Voeg een punt toe"),                            (rules.point_named,),                                  rare=True),
        Step("voeg_punt_toe",       ("opgeroepen", "geopend"), SAME, LEAD,       N_("Voeg een punt toe"),                            (rules.point_named, rules.late_point_explained),       rare=True),
        Step("voeg_toe_als_lid",    "opgeroepen",   SAME,           MEMBERS,     N_("Voeg als lid een punt toe"),                    (rules.point_named, rules.additions_open, rules.seated), rare=True),
        Step("schik",               ("gepland", "opgeroepen", "geopend"), SAME, LEAD, N_("Zet de punten in een andere volgorde"),   (rules.agenda_filled,),                                 rare=True),
        Step("roep_op",             "gepland",      "oproeping",    SEC,         N_("Roep de leden op"),                             (rules.agenda_filled, rules.chair_in_office, rules.convocation_in_time, rules.drafts_explained), "oproeping", then=rules.put_minutes_first),
        Step("maak_oproeping_opnieuw", "oproeping", SAME,           SEC,         N_("Maak de oproeping opnieuw"),                    (rules.convocation_in_time, rules.drafts_explained),   "oproeping", rare=True),
        Step("opgeroepen",          "oproeping",    "opgeroepen",   Role.SYSTEM, N_("Oproeping verzonden"),                          (rules.convocation_sent, rules.convocation_sent_in_time)),
        Step("trek_oproeping_in",   "oproeping",    "gepland",      SEC,         N_("Trek de oproeping in"),                         (),                                                    cancels=("oproeping",), rare=True),
        Step("open",                "opgeroepen",   "geopend",      LEAD,        N_("Open de zitting"),                              (rules.session_day_reached, rules.quorum_at_opening),  then=rules.begin),
        Step("stel_onvoltallig_vast", ("opgeroepen", *MEETING), "onvoltallig", SEC, N_("Stel vast dat het comité niet in aantal is"), (rules.session_day_reached, rules.second_convocation_allowed, rules.no_vote_open, rules.votes_noted, rules.quorum_missing, rules.second_session_arranged), opens="session", rare=True),
        Step("noteer_aankomst",     MEETING,        SAME,           LEAD,        N_("Noteer een aankomst"),                          (rules.arrival_possible, rules.after_opening),        rare=True, silent=True),
        Step("noteer_vertrek",      MEETING,        SAME,           LEAD,        N_("Noteer een vertrek"),                           (rules.departure_possible, rules.after_opening, rules.departed_after_voting), rare=True, silent=True),
        Step("schors",              "geopend",      "geschorst",    LEAD,        N_("Schors de zitting"),                            (rules.no_vote_open,),                                 rare=True),
        Step("hervat",              "geschorst",    "geopend",      LEAD,        N_("Hervat de zitting"),                            ()),
        Step("sluit",               "geopend",      "gesloten",     LEAD,        N_("Sluit de zitting"),                             (rules.every_item_settled,),                           "notulen", then=rules.end),
        Step("verbeter_notulen",    "gesloten",     SAME,           SEC,         N_("Verbeter de notulen"),                          (),                                                    "notulen", rare=True),
        Step("goedgekeurd",         "gesloten",     "goedgekeurd",  Role.SYSTEM, N_("Notulen goedgekeurd"),                          (rules.minutes_signed, rules.minutes_approved)),
        Step("annuleer",            ("gepland", "opgeroepen"), "geannuleerd", SEC, N_("Annuleer de zitting"),                       (rules.agenda_empty, rules.cancellation_explained),     rare=True),
        Step("noteer",              ALL,            SAME,           OFFICE,      N_("Voeg een nota toe"),                            (case_notes.note_written,),                            rare=True, silent=True),
    ),
    terms=(
        #    name           title                        starts at            stops at                                              counted by         consequence                                              source
        Term("oproeping",    N_("Oproeping vertrekt"),   ("plan", "wijzig"),  ("opgeroepen", "annuleer"),                           rules.convocation_term,  N_("De zitting is niet geldig samengeroepen"),           "DLB art. 110 jo. 19"),
        Term("zitting",      N_("Dag van de zitting"),   ("opgeroepen",),     ("sluit", "stel_onvoltallig_vast", "annuleer"),       rules.session_term,      N_("De dossiers schuiven door"),                         "DLB art. 109"),
    ),
    told={
        "plan":                   N_("Zitting gepland"),
        "wijzig":                 N_("Zitting verplaatst"),
        "voeg_punt_toe":          N_("Punt toegevoegd"),
        "voeg_toe_als_lid":       N_("Punt toegevoegd door een lid"),
        "schik":                  N_("Volgorde van de punten veranderd"),
        "roep_op":                N_("Oproeping opgemaakt"),
        "maak_oproeping_opnieuw": N_("Oproeping opnieuw gemaakt"),
        "trek_oproeping_in":      N_("Oproeping ingetrokken"),
        "open":                   N_("Zitting geopend"),
        "stel_onvoltallig_vast":  N_("Comité niet in aantal"),
        "noteer_aankomst":        N_("Aankomst genoteerd"),
        "noteer_vertrek":         N_("Vertrek genoteerd"),
        "schors":                 N_("Zitting geschorst"),
        "hervat":                 N_("Zitting hervat"),
        "sluit":                  N_("Zitting gesloten"),
        "verbeter_notulen":       N_("Notulen verbeterd"),
        "annuleer":               N_("Zitting geannuleerd"),
        "noteer":                 N_("Nota"),
    },
)
# fmt: on
