"""Referrals, each brought to its state by the people of both organisations, step by step."""

from datetime import date, timedelta
from random import Random
from typing import Any

from forms.demo import gpmi
from forms.demo import referral_course as course
from forms.demo.referral_words import KNOWN, PLACE, WHY
from forms.demo.story import Chapters, Story
from workflow.models import Client, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.referral import REFERRAL
from workflow.roles import Role
from workflow.terms import roll

MW, CC = Role.SOCIAL_WORKER, Role.CONTACT_POINT
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


def told(story: Story) -> None:
    """Everybody signed the annex; the client knows."""
    if story.beside:
        gpmi.signed(story.beside)
        story.until(story.beside.day)
    story.wait(1)
    data: Fields = {"data_told_on": story.day, "data_told_by": story.actor(MW).name}
    talk: Fields = {
        "informed_on": story.day,
        "informed_how": "Op kantoor besproken, de cliënt stelde vragen over de uren.",
    }
    language = story.client.contact_language or "Nederlands"
    interpreter = language if story.client.interpreter else "geen tolk nodig"
    story.take("licht_in", story.actor(MW), data_language=language, informed_interpreter=interpreter, **data, **talk)
    story.take("verstuur", story.actor(MW))


def sent(story: Story) -> None:
    """The agency gets the referral as soon as the social worker signed it."""
    told(story)
    story.sign("doorverwijzing")


def waiting(story: Story) -> None:
    """The social worker did not sign the referral yet."""
    told(story)
    story.sign("doorverwijzing", 0)


def accepted(story: Story) -> None:
    """The contact point names a counsellor and a first appointment."""
    story.wait(3)
    day = roll(story.day + timedelta(days=10))
    counsellor = story.client.counsellor
    assert counsellor
    fields: Fields = {"appointment_on": day, "appointment_time": "14.00 uur", "appointment_place": PLACE}
    story.take("aanvaard", story.actor(CC), counsellor_id=counsellor.id, **fields)
    story.sign("ontvangstbevestiging")


def _asked_for_more(story: Story) -> None:
    story.wait(2)
    story.take("vraag_aanvulling", story.actor(CC), question="Heeft de cliënt al een niveautest Nederlands gedaan?")


def _refused(story: Story) -> None:
    story.wait(4)
    refusal = {"werkgebied": "De cliënt is verhuisd naar Merelbeke en staat daar in het rijksregister."}
    story.take("weiger", story.actor(CC), refusal=refusal)
    story.sign("weigering")


def _withdrawn(story: Story) -> None:
    story.wait(1)
    story.take("trek_in", story.actor(MW), withdrawal_reason="U vond een voltijdse baan.")


TO_AMAL: Chapters = (prepared, sent)
GUIDED: Chapters = (*TO_AMAL, accepted, course.started)

# what the file is about: imposed or not, how many days ago it began, the chapters after the opening
PLAN: tuple[tuple[bool, int, Chapters], ...] = (
    (True, 1, ()),
    (True, 6, (prepared,)),
    (True, 12, (prepared, waiting)),
    (True, 20, (prepared, _withdrawn)),
    (False, 10, TO_AMAL),
    (True, 40, TO_AMAL),
    (True, 14, (*TO_AMAL, _asked_for_more)),
    (False, 16, (*TO_AMAL, accepted)),
    (True, 70, (*GUIDED, course.followed)),
    (True, 95, (*GUIDED, course.followed, course.significant)),
    (True, 260, (*GUIDED, course.followed, course.finished)),
    (True, 280, (*GUIDED, course.followed, course.finished, course.b1_reached)),
    (True, 240, (*GUIDED, course.followed, course.finished_without_b1)),
    (False, 120, (*GUIDED, course.followed, course.stopped)),
    (True, 60, (*TO_AMAL, _refused)),
    (False, 30, (*TO_AMAL, _withdrawn)),
)


def write(clients: list[Client], today: date, random: Random) -> None:
    """Write the referrals of the plan about clients who have a social worker, a counsellor and no contract yet."""
    guided = [each for each in clients if each.social_worker and each.counsellor and each.annexes]
    ready = [each for each in guided if not each.gpmis]
    for (imposed, ago, chapters), client in zip(PLAN, random.sample(ready, len(PLAN)), strict=True):
        story = Story(client, today - timedelta(days=ago), today, random)
        opened(story, imposed)
        story.tell(*chapters)
        if story.beside and story.beside.case.in_force:
            gpmi.kept_up(story.beside)
