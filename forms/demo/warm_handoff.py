"""A dozen warm hand-overs about clients only Amal knows, each brought to its state by both organisations."""

from datetime import date, timedelta
from random import Random
from typing import Any

from forms.demo.story import Chapters, Story
from workflow.handoff import Item
from workflow.models import Client, ClientShare, Organisation, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.warm_handoff import WARM_HANDOFF
from workflow.roles import Kind, Role
from workflow.terms import roll

MW, HM, TB, CL = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.COUNSELLOR, Role.CLERK
Fields = dict[str, Any]

NEEDS: tuple[dict[str, str], ...] = (
    {
        "inkomen": "Het spaargeld is op. De huur van volgende maand kan niet meer betaald worden.",
        "wonen": "De studio is vochtig en de huur loopt af.",
    },
    {"inkomen": "Werkloos sinds de zomer, nog geen uitkering.", "gezondheid": "Wacht al lang op een huisarts."},
    {"netwerk": "Kent niemand in Gent en komt weinig buiten.", "vrije_tijd": "Wil graag voetballen, maar heeft geen geld."},
    {"wonen": "Logeert bij vrienden en moet daar weg.", "leren": "De oudste zoon vindt geen school."},
    {"werk": "Wil werken, maar heeft geen opvang voor de kinderen.", "inkomen": "Er zijn schulden bij de energieleverancier."},
)  # fmt: skip
WISHES = (
    "“Ik wil de huur kunnen betalen en ondertussen verder Nederlands leren.”",
    "“Ik wil zelf mijn boterham verdienen, maar nu lukt het niet.”",
    "“Ik zoek iemand die mij uitlegt hoe het hier werkt.”",
)
URGENT = ("gewoon", "gewoon", "dringend")
WORDS = {
    Item.INCOME: "Geen vast inkomen op dit moment.",
    Item.HOUSING: "Huurt een studio zonder schriftelijk contract.",
    Item.LEARNING: "Volgt Nederlands, niveau A1.",
    Item.WORK: "Werkte als kok en als verzorgende.",
    Item.NETWORK: "Een nicht in Antwerpen, verder niemand.",
}
PLACE = "Onderbergen 86, lokaal 1, 9000 Gent"


def _only_amal(client: Client) -> None:
    """Make somebody a client the welfare centre does not know yet."""
    centres = db.session.query(Organisation.id).filter_by(kind=Kind.OCMW)
    shares = db.session.query(ClientShare).filter(ClientShare.client_id == client.id)
    shares.filter(ClientShare.organisation_id.in_(centres)).delete()
    client.social_worker_id = None
    for aid in client.aids:
        db.session.delete(aid)
    db.session.commit()


def opened(story: Story) -> None:
    """The counsellor names the needs and what the client wants."""
    who = story.actor(TB)
    with db.session.no_autoflush:
        story.case = new_case(db.session(), WARM_HANDOFF, story.client, Moment(story.now(), who))
    urgency = story.random.choice(URGENT)
    story.take(
        "stel_op",
        who,
        named_needs=story.random.choice(NEEDS),
        wish=story.random.choice(WISHES),
        urgency=urgency,
        urgency_reason="" if urgency == "gewoon" else "De verhuurder wacht tot het einde van de maand.",
        interpreter=story.client.contact_language if story.client.interpreter else "geen",
        guidance_reason="",
    )


def agreed(story: Story) -> Fields:
    """The client answers for every kind of information; about his health he says nothing."""
    client = story.client
    words = {str(item): WORDS[item] if item in WORDS and story.random.random() < 0.8 else None for item in Item}
    words[Item.CONTACT] = f"{client.street}, {client.postal_code} {client.city}, {client.phone}"
    return {"informed_on": story.day, "informed_how": "gesprek op kantoor, met tolk.", "agreed_items": words}


def reported(story: Story) -> None:
    """The counsellor reports the client, and signs the referral."""
    story.wait(1)
    story.take("meld_aan", story.actor(TB), **agreed(story))
    story.sign("warme_doorverwijzing")


def planned(story: Story) -> None:
    """The welfare centre plans a meeting and invites the client."""
    story.wait(3)
    worker = story.actor(MW)
    names = f"Uw trajectbegeleider {story.actor(TB).name}, uw maatschappelijk werker {worker.name} en een tolk."
    story.take(
        "plan",
        story.actor(CL),
        handler_id=worker.person_id,
        meeting_on=roll(story.day + timedelta(days=6)),
        meeting_time="10.00 uur",
        meeting_place=PLACE,
        meeting_present=names,
        meeting_interpreter=story.case.interpreter,
        meeting_papers="Uw identiteitskaart en uw huurcontract.",
    )
    story.sign("uitnodiging_kennismaking")
    story.post("uitnodiging_kennismaking", "gewoon")


def called(story: Story) -> None:
    """The counsellor ticks what is done before the meeting."""
    story.take("vink_af", story.actor(TB), chosen_lines=(1, 2))


def stayed_away(story: Story) -> None:
    """The client does not come."""
    story.until(story.case.meeting_on)
    story.take("niet_opgedaagd", story.actor(MW), no_show_reason="De cliënt kwam niet. Hij vergiste zich van dag.")


def handed_over(story: Story) -> None:
    """Client, counsellor and social worker meet, and the sheet is written."""
    story.until(story.case.meeting_on)
    worker = story.actor(MW)
    story.take("vink_af", worker, chosen_lines=tuple(check.position for check in story.case.open_lines))
    story.take(
        "draag_over",
        worker,
        client_present=True,
        agreements="U bezorgt ons uw huurcontract. Wij vragen uitstel aan de verhuurder.",
        next_step="Huisbezoek door uw maatschappelijk werker.",
        next_step_on=roll(story.day + timedelta(days=5)),
        contact_now="ocmw",
    )
    story.sign("overdrachtsfiche")


def taken_in(story: Story) -> None:
    """The client gets his social worker."""
    story.wait(5)
    worker = story.actor(MW)
    note = "Sociaal onderzoek gestart."
    story.take("neem_op", worker, handler_id=worker.person_id, intake_note=note)
    story.sign("bevestiging_opname")


def declined(story: Story) -> None:
    """The welfare centre refers the client to somebody else."""
    story.wait(4)
    why = "De vraag gaat over een crisiswoning, en die is er niet bij ons."
    other: Fields = {"alternative": "doorverwezen naar het CAW, voor een crisiswoning.", "alternative_told": True}
    story.take("neem_niet_op", story.actor(MW), outcome="doorverwezen", declined_reason=why, **other)
    story.sign("bericht_niet_opgenomen")


def withdrawn(story: Story) -> None:
    """The client takes his agreement back."""
    story.wait(2)
    story.take("trek_in", story.actor(TB), withdrawal_reason="De cliënt trekt zijn akkoord in: hij verhuist.")


def read(story: Story) -> None:
    """The counsellor takes note of how it ended."""
    story.wait(1)
    story.take("neem_kennis", story.actor(TB))


# how many days ago it began, and the chapters after the draft
PLAN: tuple[tuple[int, Chapters], ...] = (
    (1, ()),
    (4, (reported,)),
    (8, (reported,)),
    (30, (reported,)),
    (9, (reported, planned, called)),
    (16, (reported, planned, stayed_away)),
    (14, (reported, planned, called, handed_over)),
    (40, (reported, planned, handed_over, taken_in)),
    (75, (reported, planned, handed_over, taken_in, read)),
    (50, (reported, planned, handed_over, declined)),
    (25, (reported, withdrawn)),
)


def write(clients: list[Client], today: date, random: Random) -> None:
    """Write the hand-overs of the plan about clients who have a counsellor and no file at the welfare centre."""
    free = [each for each in clients if each.counsellor and not each.annexes and not each.cases]
    for (ago, chapters), client in zip(PLAN, random.sample(free, len(PLAN)), strict=True):
        _only_amal(client)
        Story(client, today - timedelta(days=ago), today, random).tell(opened, *chapters)
