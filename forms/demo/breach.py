"""How one file leads to another: a referral to a breach, a sanction and an appeal before the labour court."""

from datetime import date, timedelta
from random import Random

from forms.demo import gpmi, referral, referral_course, sanction_files, words
from forms.demo.story import Story
from workflow.models import BcsdSession, Client, Sanction, db
from workflow.roles import Role


def _reported(story: Story) -> Story:
    """The counsellor reports on the referral that the client no longer comes; return the story of the sanction file."""
    story.wait(60)
    text = next(each for each in words.BREACHES if each[0] == "afwezig_nt2")
    kind, facts, evidence, _obligation, _remedy = text
    first = story.day - timedelta(days=10)
    rows = [
        {"happened_on": first + timedelta(days=5 * i), "what": what, "evidence": evidence}
        for i, what in enumerate(facts)
    ]
    opening = {"breach_type": kind, "reported_facts": rows, "client_explanation": ""}
    story.take("meld_inbreuk", story.actor(Role.COUNSELLOR), opening=opening)
    referral_course.read_by_ocmw(story)
    sessions = db.session.query(BcsdSession).order_by(BcsdSession.held_on).all()
    sanction = Story(story.client, story.day, story.today, story.random, sessions)
    sanction.hour, sanction.text, sanction.severe = story.hour, text, True
    sanction.case = db.session.query(Sanction).filter_by(origin_id=story.case.id).one()
    return sanction


def write(clients: list[Client], today: date, random: Random) -> None:
    """Write a referral with its GPMI, of which the breach ended before the court."""
    ready = [each for each in clients if each.annexes and each.counsellor and not each.cases]
    story = Story(random.choice(ready), today - timedelta(days=300), today, random)
    referral.opened(story, imposed=True)
    story.tell(*referral.GUIDED, referral_course.followed)
    sanction_files.carry_on(_reported(story), "in_beroep")
    assert story.beside
    gpmi.kept_up(story.beside)
