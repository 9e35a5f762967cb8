"""The change of direction: from a day on another organisation directs or may sanction (SWO art. 3, 12, 13).

Nobody opens such a file: the office does, once, when twelve months are over, when leefloon starts or stops, or
when the class of a newcomer changes. Both organisations take note, each for itself. When leefloon stops while a
sanction file runs, the social worker says what becomes of it. When the facts turn out to be other than was noted,
the message is revoked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow import parameters
from workflow.follow_up import FollowUp
from workflow.moment import Moment
from workflow.procedures import case_notes, escalation
from workflow.roles import Kind, Role
from workflow.rows import NEW, SAME, State, Step, Term, asked, guard
from workflow.table import Workflow
from workflow.terms import Reckoning, after_days
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.direction import Direction


def ocmw_must_note(case: Direction) -> bool:
    """Say whether the welfare centre still has to take note."""
    return case.ocmw_noted_on is None


def amal_must_note(case: Direction) -> bool:
    """Say whether the agency still has to take note."""
    return case.amal_noted_on is None


def must_choose(case: Direction) -> bool:
    """Say whether a sanction file runs of which nobody said yet what becomes of it."""
    return bool(case.concerned) and case.follow_up is None


def note_for_ocmw(case: Direction, when: Moment) -> None:
    """Remember on which day the welfare centre took note."""
    case.ocmw_noted_on = when.today


def note_for_amal(case: Direction, when: Moment) -> None:
    """Remember on which day the agency took note."""
    case.amal_noted_on = when.today


@guard(N_("Het OCMW nam al kennis."))
def ocmw_not_noted_yet(case: Direction, when: Moment) -> bool:
    """The welfare centre did not take note before."""
    return ocmw_must_note(case)


@guard(N_("Amal nam al kennis."))
def amal_not_noted_yet(case: Direction, when: Moment) -> bool:
    """The agency did not take note before."""
    return amal_must_note(case)


@guard(N_("Er liep geen sanctiedossier toen de bevoegdheid veranderde."))
def sanction_concerned(case: Direction, when: Moment) -> bool:
    """A sanction file of the welfare centre ran on the day the change was written (SWO art. 13)."""
    return bool(case.concerned)


@asked(N_("Kies hoe het sanctiedossier verdergaat, en zeg waarom."))
def follow_up_explained(case: Direction, when: Moment) -> bool:
    """The social worker says what becomes of the sanction file, and why."""
    return case.follow_up in set(FollowUp) and bool(case.follow_up_reason)


@guard(N_("Nog niet beide organisaties namen kennis."))
def both_noted(case: Direction, when: Moment) -> bool:
    """Both organisations took note."""
    return not ocmw_must_note(case) and not amal_must_note(case)


@guard(N_("Nog niemand koos hoe het sanctiedossier verdergaat."))
def follow_up_chosen(case: Direction, when: Moment) -> bool:
    """Where a sanction file ran, somebody said what becomes of it."""
    return not must_choose(case)


@guard(N_("De gegevens zeggen nog altijd hetzelfde."))
def facts_are_other(case: Direction, when: Moment) -> bool:
    """The facts in the register no longer make what was told."""
    return not case.still_so


def note_term(case: Direction, when: Moment) -> Reckoning:
    """Count the days in which both organisations take note: an internal term."""
    return after_days(when.today, parameters.number("direction_note_days"), N_("kennis nemen"))


MW, HM, CL, TB, CC = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK, Role.COUNSELLOR, Role.CONTACT_POINT
DESK, AMAL = (MW, HM, CL), (TB, CC)
BOTH = (*DESK, *AMAL)
ALWAYS = ("gemeld", "afgerond", "herroepen")

# fmt: off
DIRECTION = Workflow(
    kind="direction", title=N_("Wissel van regie"), prefix="RW", article="SWO art. 3, 12 en 13", owner="ocmw_gent", partner=Kind.AGENCY,
    states=(
        #     key          short              title                                            waits for  reads  edits
        State("gemeld",    N_("Gemeld"),      N_("Gemeld, beide organisaties nemen kennis"),   (MW, TB),  BOTH,  BOTH),
        State("afgerond",  N_("Afgerond"),    N_("Beide organisaties namen kennis"),           (),        BOTH,  (HM,), end=True),
        State("herroepen", N_("Herroepen"),   N_("Herroepen: de gegevens zijn verbeterd"),     (),        BOTH,  (HM,), end=True),
    ),
    steps=(
        #    action                 from      to           by           title                                             only if                                      letter and effect
        Step("meld",                NEW,      "gemeld",    Role.SYSTEM, N_("Wissel van regie gemeld"),                    (),                                          "bericht_regie"),
        Step("neem_kennis_ocmw",    "gemeld", SAME,        DESK,        N_("Neem kennis voor het OCMW"),                  (ocmw_not_noted_yet,),                       then=note_for_ocmw, duty=ocmw_must_note),
        Step("neem_kennis_amal",    "gemeld", SAME,        AMAL,        N_("Neem kennis voor Amal"),                      (amal_not_noted_yet,),                       then=note_for_amal, duty=amal_must_note),
        Step("kies_vervolg",        "gemeld", SAME,        (MW, HM),    N_("Kies hoe het sanctiedossier verdergaat"),     (sanction_concerned, follow_up_explained),   "overdrachtsnota", duty=must_choose),
        Step("herroep",             "gemeld", "herroepen", Role.SYSTEM, N_("De gegevens zijn verbeterd: bericht herroepen"), (facts_are_other,),                       "herroeping_regie"),
        Step("rond_af",             "gemeld", "afgerond",  Role.SYSTEM, N_("Beide organisaties namen kennis"),            (both_noted, follow_up_chosen)),
        Step("wijs_toe",            "gemeld", SAME,        (HM, MW),    N_("Wijs toe aan een collega"),                   (case_notes.assigned_to_somebody,),          rare=True),
        Step("wijs_begeleider_toe", "gemeld", SAME,        AMAL,        N_("Wijs toe aan een trajectbegeleider"),         (case_notes.counsellor_assigned,),           rare=True),
        Step("noteer",              ALWAYS,   SAME,        BOTH,        N_("Voeg een nota toe"),                          (case_notes.note_written,),                  rare=True, silent=True),
        Step("voeg_stuk_toe",       ALWAYS,   SAME,        BOTH,        N_("Voeg een stuk toe"),                          (case_notes.piece_given,),                   then=case_notes.keep_piece, rare=True, silent=True),
        Step("verwijder_stuk",      ALWAYS,   SAME,        BOTH,        N_("Haal een stuk eruit"),                        (case_notes.piece_chosen, case_notes.removal_explained), then=case_notes.take_piece_out, rare=True),
        *escalation.steps(("gemeld",)),
    ),
    terms=(
        #    name                title                             starts at   stops at                          counted by  consequence                                                    source
        Term("kennisname_ocmw",  N_("Kennisname door het OCMW"),   ("meld",),  ("neem_kennis_ocmw", "herroep"),  note_term,  N_("De wissel wordt gemeld aan de leiding"),                  N_("eigen voorstel")),
        Term("kennisname_amal",  N_("Kennisname door Amal"),       ("meld",),  ("neem_kennis_amal", "herroep"),  note_term,  N_("De wissel wordt gemeld aan de leiding"),                  N_("eigen voorstel")),
    ),
    told=escalation.TOLD | {
        "neem_kennis_ocmw":    N_("Het OCMW nam kennis"),
        "neem_kennis_amal":    N_("Amal nam kennis"),
        "kies_vervolg":        N_("Gekozen hoe het sanctiedossier verdergaat"),
        "wijs_toe":            N_("Toegewezen aan een collega"),
        "wijs_begeleider_toe": N_("Toegewezen aan een trajectbegeleider"),
        "noteer":              N_("Nota"),
        "voeg_stuk_toe":       N_("Stuk toegevoegd"),
        "verwijder_stuk":      N_("Stuk eruit gehaald"),
    },
)
# fmt: on
