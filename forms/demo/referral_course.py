"""The course of a referral in the demonstration office: the trajectory at the agency, from its start to its attest."""

from typing import Any

from forms.demo.referral_words import ACTIVITIES
from forms.demo.story import Story
from workflow.roles import Role

MW, TB = Role.SOCIAL_WORKER, Role.COUNSELLOR
Fields = dict[str, Any]


def started(story: Story) -> None:
    """The contract is signed at the first appointment; the social worker reads it."""
    story.until(story.case.appointment_on)
    story.take("start", story.actor(TB), contract_signed_on=story.day)
    read_by_ocmw(story)


def read_by_ocmw(story: Story) -> None:
    """The social worker reads what the counsellor wrote."""
    for message in story.case.unread(by_owner=True):
        story.take("lees_ocmw", story.actor(MW), reading={"id": message.id, "answer": ""})


def followed(story: Story) -> None:
    """Messages go both ways, hours are noted, one of them wrongly."""
    story.wait(14)
    told = {"kind": "gestart", "happened_on": story.day, "text": "Volgt NT2 1.1, maandag en donderdag, aanwezig."}
    story.take("koppel_terug", story.actor(TB), new_message=told)
    read_by_ocmw(story)
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


def significant(story: Story) -> None:
    """Life changes, and so must the trajectory; one of the two said what it does."""
    story.wait(7)
    text = "De cliënt wordt mantelzorger voor haar moeder. De lesuren passen niet meer."
    said = {"kind": "ingrijpend", "happened_on": story.day, "text": text}
    story.take("koppel_terug", story.actor(TB), new_message=said)
    result = {"id": story.case.messages[-1].id, "text": "Wij zoeken een avondcursus en laten het weten."}
    story.take("stem_af_amal", story.actor(TB), result=result)


def finished(story: Story, b1: bool = True) -> None:
    """Enough hours, registered with the VDAB, and the attest; speaking Dutch at B1 is followed up or not."""
    story.wait(120)
    for _week in range(4):
        _hours(story, 18)
    if not story.client.vdab_registrations:
        proof = {"from_on": story.day, "source": "Mijn Loopbaan (VDAB)"}
        story.take("noteer_vdab", story.actor(MW), vdab_registration=proof)
    why = "Zo sprak de trajectbegeleider het af met de cliënt."
    attest: Fields = {"attest": "inburgeringsattest", "attest_on": story.day, "b1_required": b1, "b1_reason": why}
    story.take("rond_af", story.actor(TB), **attest)
    story.sign("bevestiging_attest")


def finished_without_b1(story: Story) -> None:
    """The attest is the end: nothing has to be followed up."""
    finished(story, b1=False)


def b1_reached(story: Story) -> None:
    """The client passed his test of speaking."""
    story.wait(30)
    story.take("noteer_b1", story.actor(TB), b1_outcome="behaald", b1_on=story.day)


def stopped(story: Story) -> None:
    """The client found work, and his trajectory stops."""
    story.wait(20)
    why: Fields = {"stop_reason": "werk_of_opleiding", "stop_on": story.day}
    story.take("zet_stop", story.actor(TB), stop_explanation="U werkt nu voltijds. Proficiat!", **why)
    story.sign("bericht_stopzetting")
