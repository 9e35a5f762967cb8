"""A dozen contracts for social integration with their annexes, each brought to its state step by step."""

from datetime import date, timedelta
from random import Random
from typing import Any

from forms.demo import gpmi_words as words
from forms.demo.story import Chapters, Story
from workflow import parameters
from workflow.models import Client, Gpmi, Organisation, RoleGrant, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.gpmi import GPMI
from workflow.roles import Role
from workflow.terms import months_civil, roll

MW = Role.SOCIAL_WORKER
ALL_PARTS = ("nt2", "mo", "activering", "pnt")
FIRST = ("nt2", "mo")


def beside(story: Story, parts: tuple[str, ...] = FIRST) -> Story:
    """Offer the client of a story an annex with these parts, on its calendar; return the story of the GPMI."""
    own = Story(story.client, story.day, story.today, story.random)
    own.hour = story.hour
    own.tell(opened, lambda own: drawn_up(own, parts), offered)
    story.hour = own.hour
    return own


def opened(story: Story) -> None:
    """The social worker writes what the client wants, and who replaces her."""
    who, client = story.actor(MW), story.client
    with db.session.no_autoflush:
        case = new_case(db.session(), GPMI, client, Moment(story.now(), who))
        aid = next(each for each in reversed(client.aids) if each.from_on <= story.day)
        others = db.session.query(RoleGrant).filter(RoleGrant.role == MW, RoleGrant.person_id != who.person_id)
        replacement = others.order_by(RoleGrant.id).first()
    assert isinstance(case, Gpmi) and replacement
    story.case = case
    ground, explained = words.GROUNDS[aid.aid]
    objective, household = story.random.choice(words.OBJECTIVES)
    decided = story.day - timedelta(days=30)
    story.take(
        "open",
        who,
        granted_on=decided,
        link_decided_on=decided if ground == "beslissing" else None,
        ground=ground,
        ground_explained=explained,
        contract_reference="",
        contract_signed_on=None,
        objective=objective,
        household=household,
        handler_id=who.person_id,
        replacement_id=replacement.person_id,
    )


def _annex(story: Story, parts: tuple[str, ...], reason: str = "") -> dict[str, Any]:
    """Write what an annex of a year says, from a week after today on."""
    starts = roll(story.day + timedelta(days=7))
    ends = months_civil(starts, 12) - timedelta(days=1)
    amal = db.session.query(Organisation).filter_by(key="amal").one()
    told = [(part, *words.OBLIGATIONS[part]) for part in parts]
    evaluations = [roll(months_civil(starts, months) - timedelta(days=7)) for months in (4, 8, 12)]
    return {
        "parts": list(parts),
        "obligations": [
            {"part": p, "objective": o, "attendance": a, "starts_on": f"{starts}", "ends_on": f"{ends}"}
            for p, o, a in told
        ],
        "from_on": starts,
        "until_on": ends,
        "evaluations_on": [str(day) for day in evaluations],
        "partner": amal,
        "reason": reason,
        **words.ENGAGEMENTS,
        **words.AT_AMAL,
    }


def drawn_up(story: Story, parts: tuple[str, ...] = FIRST) -> None:
    """The social worker draws up an annex, to which the agency is a party."""
    story.take("stel_bijlage_op", story.actor(MW), annex_text=_annex(story, parts))


def offered(story: Story) -> None:
    """The client gets it in his hands, and hears who may assist him."""
    story.take("bied_aan", story.actor(MW), offer={"offered_on": story.day, "assistance_offered": True})


def client_signed(story: Story) -> None:
    """The client thought it over, and signs on paper."""
    story.wait(parameters.number("reflection_days") + 1)
    ink = {"client_signed_on": story.day, "client_signed_how": "inkt", "waived": False, "waived_how": ""}
    story.take("teken_client", story.actor(MW), client_signature=ink)


def signed(story: Story) -> None:
    """Everybody signed: the annex is in force."""
    client_signed(story)
    story.sign("bijlage_gpmi")


def evaluated(story: Story) -> None:
    """When it is time they look at it together, face to face."""
    story.until(story.case.running("evaluatie").due_on - timedelta(days=5))
    judged = [("bereikt", ""), ("deels", "U was enkele weken ziek.")]
    results = [
        {"part": part, "outcome": judged[i % 2][0], "why": judged[i % 2][1]}
        for i, part in enumerate(story.case.in_force.parts)
    ]
    told = {"held_on": story.day, "face_to_face": True, "changes": "U volgt voortaan de avondlessen."}
    story.take(
        "evalueer",
        story.actor(MW),
        evaluation=told | {"results": results, "next_on": roll(story.day + timedelta(days=90))},
    )
    story.sign("evaluatieverslag")


def kept_up(story: Story) -> None:
    """Every evaluation was held in its time."""
    while story.case.running("evaluatie").due_on <= story.today:
        evaluated(story)


def changed(story: Story) -> None:
    """Work comes in: a second annex replaces the first one once it is signed in its turn."""
    story.wait(30)
    story.take("wijzig", story.actor(MW), annex_text=_annex(story, ALL_PARTS[:3], words.CHANGED))
    offered(story)


def asked(story: Story) -> None:
    """The client asks to be received."""
    story.wait(3)
    story.take("vraag_onderhoud", story.actor(MW), interview={"asked_on": story.day, **words.ASKED})


def _over(story: Story, action: str, reason: str, explained: str, **fields: Any) -> None:
    story.wait(60)
    if action != "trek_in":
        fields["ended_on"] = story.day
    story.take(action, story.actor(MW), end_reason=reason, end_explanation=explained, **fields)


def ended(story: Story) -> None:
    """The client found work."""
    _over(story, "beeindig", "geen_steun", "U werkt voltijds en krijgt geen leefloon meer.")


def replaced(story: Story) -> None:
    """A contract about studies takes its place."""
    number = f"GPMI-{story.day.year}-STUDIE-17"
    _over(story, "vervang", "ander_contract", "U begint te studeren.", new_contract=number)


def withdrawn(story: Story) -> None:
    """It was drawn up for the wrong client."""
    _over(story, "trek_in", "vergissing", "Opgemaakt bij de verkeerde cliënt.")


IN_FORCE: Chapters = (drawn_up, offered, signed)

# how many days ago it began, and the chapters after the opening
PLAN: tuple[tuple[int, Chapters], ...] = (
    (2, ()),
    (5, (drawn_up,)),
    (3, (drawn_up, offered)),
    (12, (drawn_up, offered, client_signed)),
    (40, IN_FORCE),
    (60, (lambda story: drawn_up(story, ALL_PARTS), offered, signed, asked)),
    (130, (*IN_FORCE, evaluated)),
    (150, (*IN_FORCE, evaluated, changed)),
    (190, (*IN_FORCE, evaluated, changed, signed)),
    (200, (*IN_FORCE, evaluated, ended)),
    (110, (*IN_FORCE, replaced)),
    (80, (drawn_up, offered, withdrawn)),
)


def write(clients: list[Client], today: date, random: Random) -> None:
    """Write the contracts of the plan about clients who get (equivalent) leefloon and have no open contract."""
    ready = [each for each in clients if each.annexes and each.counsellor and not each.gpmis and not each.cases]
    for (ago, chapters), client in zip(PLAN, random.sample(ready, len(PLAN)), strict=True):
        Story(client, today - timedelta(days=ago), today, random).tell(opened, *chapters)
