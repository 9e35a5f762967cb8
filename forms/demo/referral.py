"""A dozen referrals, each brought to its state by the people of both organisations, step by step."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from forms.demo import gpmi
from forms.demo.referral_words import ACTIVITIES, KNOWN, PLACE, WHY
from forms.demo.story import Story
from workflow.models import Case, Client, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.referral import REFERRAL
from workflow.roles import Role
from workflow.terms import roll

MW, TB, CC, CL = Role.SOCIAL_WORKER, Role.COUNSELLOR, Role.CONTACT_POINT, Role.CLERK
Fields = dict[str, Any]

IMPOSED = list(gpmi.FIRST)


def opened(story: Story, imposed: bool) -> None:
    """The social worker writes what is imposed or asked, and why."""
    who = story.actor(MW)
    with db.session.no_autoflush:
        story.case = new_case(db.session(), REFERRAL, story.client, Moment(story.now(), who))
    nt2, mo, work, free = story.random.choice(KNOWN)
    known = {"known_nt2": nt2, "known_mo": mo, "known_work": work, "availability": free}
    basis, why = "opgelegd" if imposed else "vrijwillig", story.random.choice(WHY)
    story.take("open", who, basis=basis, asked_parts=IMPOSED, motivation=why, **known)


def prepared(story: Story) -> None:
    """The annex is offered, the letter to the client leaves."""
    if story.case.basis == "opgelegd":
        story.beside = gpmi.beside(story)
    story.take("bereid_voor", story.actor(MW))
    story.sign("brief_aan_client")
    story.post("brief_aan_client", "gewoon")


def sent(story: Story) -> None:
    """Everybody signed; the client knows; the agency gets the referral."""
    if story.beside:
        gpmi.signed(story.beside)
        story.until(story.beside.day)
    story.wait(1)
    told: Fields = {"data_told_on": story.day, "data_told_by": story.actor(MW).name}
    talk: Fields = {
        "informed_on": story.day,
        "informed_how": "Op kantoor besproken, de cliënt stelde vragen over de uren.",
    }
    language = story.client.contact_language or "Nederlands"
    interpreter = language if story.client.interpreter else "geen tolk nodig"
    story.take("licht_in", story.actor(MW), data_language=language, informed_interpreter=interpreter, **told, **talk)
    story.take("verstuur", story.actor(MW))
    story.sign("doorverwijzing")


def accepted(story: Story) -> None:
    """The contact point names a counsellor and a first appointment."""
    story.wait(3)
    day = roll(story.day + timedelta(days=10))
    counsellor = story.client.counsellor
    assert counsellor
    fields: Fields = {"appointment_on": day, "appointment_time": "14.00 uur", "appointment_place": PLACE}
    story.take("aanvaard", story.actor(CC), counsellor_id=counsellor.id, **fields)
    story.sign("ontvangstbevestiging")


def started(story: Story) -> None:
    """The contract is signed at the first appointment; the social worker reads it."""
    story.until(story.case.appointment_on)
    story.take("start", story.actor(TB), contract_signed_on=story.day)
    _read(story)


def _read(story: Story) -> None:
    for message in story.case.unread(by_owner=True):
        story.take("lees_ocmw", story.actor(MW), reading={"id": message.id, "answer": ""})


def followed(story: Story) -> None:
    """Messages go both ways, hours are noted, one of them wrongly."""
    story.wait(14)
    told = {"kind": "gestart", "happened_on": story.day, "text": "Volgt NT2 1.1, maandag en donderdag, aanwezig."}
    story.take("koppel_terug", story.actor(TB), new_message=told)
    _read(story)
    story.wait(7)
    said = {"kind": "signaal", "happened_on": story.day, "text": "Vond kinderopvang voor de namiddagen."}
    story.take("koppel_terug", story.actor(MW), new_message=said)
    for halves in (5, 4):
        _hours(story, halves)
    first = story.case.hours[0]
    right = {
        "done_on": first.done_on,
        "halves": 4,
        "activity": first.activity,
        "reason": "Het was een half uur korter.",
    }
    story.take("corrigeer_pnt", story.actor(TB), correction=right | {"replaces_id": first.id})


def _hours(story: Story, halves: int) -> None:
    said = {"done_on": story.day, "halves": halves, "activity": story.random.choice(ACTIVITIES), "voluntary": False}
    story.take("noteer_pnt", story.actor(TB), new_hours=said)


def _significant(story: Story) -> None:
    story.wait(7)
    text = "De cliënt wordt mantelzorger voor haar moeder. De lesuren passen niet meer."
    said = {"kind": "ingrijpend", "happened_on": story.day, "text": text}
    story.take("koppel_terug", story.actor(TB), new_message=said)
    result = {"id": story.case.messages[-1].id, "text": "Wij zoeken een avondcursus en laten het weten."}
    story.take("stem_af_amal", story.actor(TB), result=result)


def finished(story: Story) -> None:
    """Enough hours, registered with the VDAB, and the attest."""
    story.wait(120)
    for _week in range(4):
        _hours(story, 18)
    if not story.client.vdab_registrations:
        proof = {"from_on": story.day, "source": "Mijn Loopbaan (VDAB)"}
        story.take("noteer_vdab", story.actor(MW), vdab_registration=proof)
    obliged = story.client.residence_on(story.day) == "verplicht"
    attest: Fields = {"attest": "inburgeringsattest", "attest_on": story.day, "b1_required": obliged, "b1_reason": ""}
    story.take("rond_af", story.actor(TB), **attest)
    story.sign("bevestiging_attest")


def _asked_for_more(story: Story) -> None:
    story.wait(2)
    story.take("vraag_aanvulling", story.actor(CC), question="Heeft de cliënt al een niveautest Nederlands gedaan?")


def _refused(story: Story) -> None:
    story.wait(4)
    refusal = {"werkgebied": "De cliënt is verhuisd naar Merelbeke en staat daar in het rijksregister."}
    story.take("weiger", story.actor(CC), refusal=refusal)
    story.sign("weigering")


def _stopped(story: Story) -> None:
    story.wait(20)
    why: Fields = {"stop_reason": "werk_of_opleiding", "stop_on": story.day}
    story.take("zet_stop", story.actor(TB), stop_explanation="U werkt nu voltijds. Proficiat!", **why)
    story.sign("bericht_stopzetting")


def _withdrawn(story: Story) -> None:
    story.wait(1)
    story.take("trek_in", story.actor(MW), withdrawal_reason="U vond een voltijdse baan.")


def _nothing(story: Story) -> None:
    """The file stays where it is."""


Chapters = tuple[Callable[[Story], Any], ...]
TO_AMAL: Chapters = (prepared, sent)
GUIDED: Chapters = (*TO_AMAL, accepted, started)

# what the file is about: imposed or not, how many days ago it began, the chapters after the opening
PLAN: tuple[tuple[bool, int, Chapters], ...] = (
    (True, 1, (_nothing,)),
    (True, 6, (prepared,)),
    (False, 10, TO_AMAL),
    (True, 40, TO_AMAL),
    (True, 14, (*TO_AMAL, _asked_for_more)),
    (False, 16, (*TO_AMAL, accepted)),
    (True, 70, (*GUIDED, followed)),
    (True, 95, (*GUIDED, followed, _significant)),
    (True, 260, (*GUIDED, followed, finished)),
    (False, 120, (*GUIDED, followed, _stopped)),
    (True, 60, (*TO_AMAL, _refused)),
    (False, 30, (*TO_AMAL, _withdrawn)),
)


def write(clients: list[Client], today: date, random: Random) -> list[Case]:
    """Write the referrals of the plan about clients who have a social worker and a counsellor."""
    ready = [each for each in clients if each.social_worker and each.counsellor and each.annexes]
    cases: list[Case] = []
    for (imposed, ago, chapters), client in zip(PLAN, random.sample(ready, len(PLAN)), strict=True):
        story = Story(client, today - timedelta(days=ago), today, random, [])
        opened(story, imposed)
        for chapter in chapters:
            chapter(story)
        cases.append(story.case)
    return cases
