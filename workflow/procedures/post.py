"""The life of a letter: from draft over signatures to the post and back.

Signatures are set in order, each signatory once, with a mandate that is valid that day. A
sent letter never changes: a new letter replaces it. Terms start on the day the post room
records (Ger.W. 53bis).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workflow.moment import Moment, civil_date
from workflow.roles import Party, Role
from workflow.rows import NEW, SAME, State, Step, asked, guard
from workflow.table import Workflow
from workflow.terms import Way
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.letter import Letter

NATIONAL_BARCODE = re.compile(r"010[0-9]{27}")
S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
INTERNATIONAL_BARCODE = re.compile(r"R[A-Z][0-9]{9}[A-Z]{2}")


def _next_name(letter: Letter, when: Moment) -> str:
    return letter.next_signature.name if letter.next_signature else ""


@guard(N_("Nu is de handtekening van %(name)s aan de beurt."), name=_next_name)
def own_turn(letter: Letter, when: Moment) -> bool:
    """The signatures are set in order, by the person who is due."""
    due = letter.next_signature
    return due is not None and due.person_id == when.actor.person_id


@guard(N_("Je hebt vandaag geen mandaat om deze brief te ondertekenen."))
def mandate_valid(letter: Letter, when: Moment) -> bool:
    """The signatory holds the role he signs in on this day."""
    due = letter.next_signature
    return due is not None and due.role in when.actor.roles


@guard(N_("Nog niet iedereen heeft ondertekend."))
def all_signed(letter: Letter, when: Moment) -> bool:
    """No signature is missing."""
    return bool(letter.signatures) and letter.next_signature is None


@asked(N_("Schrijf wat er aan de brief moet veranderen."))
def remark_given(letter: Letter, when: Moment) -> bool:
    """Somebody who sends a letter back says why."""
    return bool(letter.remark)


@guard(N_("Dit stuk blijft in het dossier en wordt niet verzonden."))
def meant_to_be_sent(letter: Letter, when: Moment) -> bool:
    """The letter has an addressee outside the file."""
    return letter.to_be_sent is not None


@asked(N_("Deze brief moet aangetekend of tegen ontvangstbewijs vertrekken."))
def way_allowed(letter: Letter, when: Moment) -> bool:
    """What must be registered is registered or handed over against a receipt."""
    if letter.to_be_sent == Way.REGISTERED:
        return letter.way in (Way.REGISTERED, Way.RECEIPT)
    return letter.way in set(Way) and (letter.way != Way.PROGRAM or letter.to_organisation_id is not None)


def _is_international(number: str) -> bool:
    """Say whether a number is an item identifier of the Universal Postal Union, check digit included (S10)."""
    if not INTERNATIONAL_BARCODE.fullmatch(number):
        return False
    rest = sum(weight * int(digit) for weight, digit in zip(S10_WEIGHTS, number[2:10], strict=True)) % 11
    return int(number[10]) == {0: 5, 1: 0}.get(rest, 11 - rest)


@asked(
    N_("Geef het nummer van de aangetekende zending: 30 cijfers die met 010 beginnen, of 13 tekens die met R beginnen.")
)
def barcode_given(letter: Letter, when: Moment) -> bool:
    """A registered letter has the number on its receipt."""
    number = letter.registered_number or ""
    known = bool(NATIONAL_BARCODE.fullmatch(number)) or _is_international(number)
    return letter.way != Way.REGISTERED or known


@asked(N_("Geef de dag van afgifte: niet in de toekomst, en niet vóór de laatste handtekening."))
def posting_day_possible(letter: Letter, when: Moment) -> bool:
    """The letter was posted between its last signature and today."""
    signed = [civil_date(s.signed_at) for s in letter.signatures if s.signed_at]
    return letter.posted_on is not None and max(signed, default=letter.posted_on) <= letter.posted_on <= when.today


@asked(
    N_(
        "Deze brief moest uiterlijk op %(day)s vertrekken. Maak een nieuwe brief, "
        "of schrijf in de opmerking waarom hij toch vertrokken is."
    ),
    day=lambda letter, when: letter.post_by,
)
def posted_in_time(letter: Letter, when: Moment) -> bool:
    """The letter left in time for what it announces, or somebody explains why it left later."""
    if letter.post_by is None or letter.posted_on is None:
        return True
    return letter.posted_on <= letter.post_by or bool(letter.remark)


@asked(N_("Geef de dag van aanbieding: niet vóór de afgifte en niet in de toekomst."))
def presented_after_posting(letter: Letter, when: Moment) -> bool:
    """The carrier presented the letter between posting and today."""
    if letter.presented_on is None or letter.posted_on is None:
        return False
    return letter.posted_on <= letter.presented_on <= when.today


@asked(N_("Geef de dag waarop de brief terugkwam en de reden die erop staat."))
def return_explained(letter: Letter, when: Moment) -> bool:
    """A returned letter has its day and its reason."""
    if letter.returned_on is None or letter.posted_on is None:
        return False
    return bool(letter.return_reason) and letter.posted_on <= letter.returned_on <= when.today


@asked(N_("Schrijf in de opmerking waarom de postgegevens veranderen."))
def correction_explained(letter: Letter, when: Moment) -> bool:
    """A correction of the posting data has its reason."""
    return bool(letter.remark)


@asked(N_("Schrijf in de opmerking waarom deze ondertekende brief niet vertrekt."))
def stop_explained(letter: Letter, when: Moment) -> bool:
    """Whoever stops a signed letter says why; a letter that a new one replaces needs no words."""
    return bool(letter.remark) or Role.SYSTEM in when.actor.roles


@asked(N_("Schrijf in de opmerking wat er met de teruggekeerde brief gebeurde."))
def return_followed_up(letter: Letter, when: Moment) -> bool:
    """Somebody looked at why the letter came back, and says what was done about it."""
    return bool(letter.remark)


@asked(N_("De dag van aanbieding of terugkeer ligt niet vóór de afgifte en niet in de toekomst."))
def carrier_dates_in_order(letter: Letter, when: Moment) -> bool:
    """What the carrier did lies between posting and today; a presented letter keeps its day of presentation."""
    if letter.posted_on is None or (letter.state == "aangeboden" and letter.presented_on is None):
        return False
    days = [day for day in (letter.presented_on, letter.returned_on) if day]
    return all(letter.posted_on <= day <= when.today for day in days)


def forget_signatures(letter: Letter, when: Moment) -> None:
    """Take the signatures off a letter that goes back: its text is going to change."""
    letter.signed_sha256 = None
    for signature in letter.signatures:
        signature.signed_at = signature.level = signature.sha256 = None


MW, HM, CL, SEC = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK, Role.BCSD_SECRETARY
DESK = (CL, MW, HM, SEC)
SIGN = (
    MW, HM, Role.BCSD_CHAIR, Role.BCSD_MEMBER, Role.DIRECTOR_GENERAL, Role.COUNSELLOR, Role.CONTACT_POINT,
    Role.DIRECTORATE,
)  # fmt: skip
OUTSIDE = ("verzonden", "aangeboden", "teruggekeerd", "opgevolgd")
ALL = (*DESK, *SIGN)
POSTED = (meant_to_be_sent, way_allowed, barcode_given, posting_day_possible)

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
        Step("leg_voor",          "ontwerp",                                     "ter_ondertekening", DESK,        N_("Leg voor ter ondertekening")),
        Step("onderteken",        "ter_ondertekening",                           SAME,                SIGN,        N_("Onderteken"),                       (own_turn, mandate_valid)),
        Step("alles_ondertekend", "ter_ondertekening",                           "ondertekend",       Role.SYSTEM, N_("Alle handtekeningen staan erop"),   (all_signed,)),
        Step("stuur_terug",       "ter_ondertekening",                           "ontwerp",           SIGN,        N_("Stuur terug met een opmerking"),    (own_turn, remark_given),                     then=forget_signatures),
        Step("verzend",           "ondertekend",                                 "verzonden",         (CL, MW),    N_("Noteer de verzending"),             (*POSTED, posted_in_time)),
        Step("meld_aanbieding",   "verzonden",                                   "aangeboden",        (CL, MW),    N_("Noteer de aanbieding"),             (presented_after_posting,)),
        Step("meld_terugkeer",    ("verzonden", "aangeboden"),                   "teruggekeerd",      (CL, MW),    N_("Noteer dat de brief terugkwam"),    (return_explained,)),
        Step("volg_op",           "teruggekeerd",                                "opgevolgd",         DESK,        N_("Noteer wat er met de teruggekeerde brief gebeurde"), (return_followed_up,)),
        Step("corrigeer",         OUTSIDE,                                       SAME,                (CL, MW),    N_("Verbeter de postgegevens"),         (*POSTED, carrier_dates_in_order, correction_explained), rare=True),
        Step("annuleer",          ("ontwerp", "ter_ondertekening"),              "geannuleerd",       (*DESK, Role.SYSTEM), N_("Annuleer de brief"),       (),                                           rare=True),
        Step("annuleer",          "ondertekend",                                 "geannuleerd",       (MW, HM, SEC, Role.SYSTEM), N_("Annuleer de brief"), (stop_explained,),                    rare=True),
    ),
    told={
        "leg_voor":        N_("Brief voorgelegd ter ondertekening"),
        "onderteken":      N_("Brief ondertekend"),
        "stuur_terug":     N_("Brief teruggestuurd"),
        "verzend":         N_("Verzending genoteerd"),
        "meld_aanbieding": N_("Aanbieding genoteerd"),
        "meld_terugkeer":  N_("Terugkeer van de brief genoteerd"),
        "volg_op":         N_("Teruggekeerde brief opgevolgd"),
        "corrigeer":       N_("Postgegevens verbeterd"),
        "annuleer":        N_("Brief geannuleerd"),
    },
)
# fmt: on
