"""A hundred and twenty sanction files, each brought to its state by the people of the office, step by step.

Every step goes through perform() with the date on which it happened, so that letters,
signatures, terms and log are as real as those of today.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from forms.actions import perform
from forms.clock import run
from forms.demo import words
from workflow.models import BcsdSession, Case, Client, Letter, Organisation, Person, RoleGrant, Sanction, Seat, db
from workflow.moment import BRUSSELS, Actor, Moment
from workflow.opening import new_case
from workflow.procedures.sanction import SANCTION
from workflow.procedures.sanction_decision import default_start
from workflow.procedures.sanction_hearing import earliest_hearing
from workflow.procedures.sanction_report import earliest_remedy_date
from workflow.roles import Role
from workflow.terms import last_working_day, roll

# How many files end in each state, and how many days ago the report came in.
PLAN = {
    "afgesloten": (14, 330),
    "in_beroep": (5, 165),
    "kennisgegeven": (14, 115),
    "beslist": (7, 0),
    "geagendeerd": (8, 0),
    "geadviseerd": (8, 58),
    "gehoord": (7, 52),
    "hoorzitting": (9, 38),
    "aangemaand": (12, 14),
    "aanmaning": (9, 4),
    "gemeld": (9, 1),
    "nageleefd": (8, 60),
    "zonder_gevolg": (6, 70),
    "bij_amal": (4, 40),
}

Script = Callable[["Story"], Iterator[None]]


class Story:
    """One file, told from its report on; each chapter moves the calendar on."""

    def __init__(self, client: Client, began: date, today: date, random: Random, sessions: list[BcsdSession]) -> None:
        self.client, self.day, self.today, self.random, self.sessions = client, roll(began), today, random, sessions
        self.hour = 9
        self.case: Sanction
        self.text = random.choice(words.BREACHES)

    def wait(self, days: int) -> None:
        """Let working days pass, never beyond today."""
        self.day = min(roll(self.day + timedelta(days=days)), last_working_day(self.today))
        self.hour = 9

    def until(self, day: date) -> None:
        """Wait until a day."""
        self.wait(max((day - self.day).days, 0))

    def now(self) -> datetime:
        """Give the next moment of this day."""
        self.hour = min(self.hour + 1, 17)
        return datetime.combine(self.day, time(self.hour, self.random.randrange(60)), BRUSSELS)

    def take(self, action: str, who: Actor, remark: str = "", **fields: Any) -> None:
        """Take a step with the file."""
        perform(self.case, action, who, self.now(), fields=fields, remark=remark)

    def actor(self, role: Role) -> Actor:
        """Return the one person with a role; the social worker is the one of the file."""
        if role is Role.SOCIAL_WORKER and self.client.social_worker:
            return acts(self.client.social_worker)
        if role is Role.COUNSELLOR and self.client.counsellor:
            return acts(self.client.counsellor)
        grant = db.session.query(RoleGrant).filter_by(role=role).order_by(RoleGrant.id).first()
        assert grant
        return acts(grant.person)

    def letter(self, name: str) -> Letter:
        """Return the newest letter of that name."""
        found = self.case.letter(name)
        assert found
        return found

    def sign(self, name: str) -> None:
        """Put a letter before its signatories and let them sign."""
        letter = self.letter(name)
        maker = acts(letter.made_by) if letter.made_by else self.actor(Role.SOCIAL_WORKER)
        perform(letter, "leg_voor", maker, self.now())
        for signature in list(letter.signatures):
            perform(letter, "onderteken", acts(signature.person), self.now())

    def post(self, name: str, way: str = "aangetekend") -> None:
        """Let the post room send a letter."""
        number = f"010{self.random.randrange(10**27):027d}" if way == "aangetekend" else None
        who = self.actor(Role.SOCIAL_WORKER if way == "programma" else Role.CLERK)
        fields = {"way": way, "posted_on": self.day, "registered_number": number}
        perform(self.letter(name), "verzend", who, self.now(), fields=fields)


def acts(person: Person) -> Actor:
    """Return a person as he acts for his organisation."""
    roles = frozenset(Role(grant.role) for grant in person.grants)
    return Actor(person.name, roles, person.grants[0].organisation_id, person.id)


def report(story: Story) -> None:
    """Somebody reports a breach."""
    by_amal = story.random.random() < 0.7
    who = story.actor(Role.COUNSELLOR if by_amal else Role.SOCIAL_WORKER)
    kind, facts, evidence, _obligation, _remedy = story.text
    first = story.day - timedelta(days=story.random.randrange(3, 9) + 7)
    rows = [
        {"happened_on": first + timedelta(days=5 * i), "what": what, "evidence": evidence} for i, what in enumerate(facts)
    ]
    with db.session.no_autoflush:
        case = new_case(db.session(), SANCTION, story.client, Moment(story.now(), who))
    assert isinstance(case, Sanction)
    story.case = case
    explanation = story.random.choice(words.EXPLANATIONS)
    story.take("meld", who, breach_type=kind, reported_facts=rows, client_explanation=explanation)


def warn(story: Story) -> None:
    """The social worker warns the client."""
    _kind, _facts, _evidence, obligation, remedy = story.text
    story.take(
        "maan_aan",
        story.actor(Role.SOCIAL_WORKER),
        lawful_reason="geen",
        reason_examined=story.random.choice(words.EXAMINED),
        obligation=obligation,
        remedy=remedy,
        remedy_by=roll(earliest_remedy_date(story.day)),
    )


def send_warning(story: Story) -> None:
    """The warning is signed and posted."""
    story.sign("aanmaning")
    story.post("aanmaning")


def invite(story: Story) -> None:
    """The client is invited to be heard, in his language when he needs that."""
    day = roll(earliest_hearing(story.day) + timedelta(days=2))
    story.take(
        "roep_op",
        story.actor(Role.SOCIAL_WORKER),
        hearing_on=day,
        hearing_time="14.00 uur",
        hearing_place=words.PLACE,
        hearing_interpreter=story.client.contact_language if story.client.interpreter else "geen",
        file_access=words.FILE_ACCESS,
        reschedule_by=last_working_day(day - timedelta(days=2)),
    )
    story.sign("uitnodiging_hoorzitting")
    story.post("uitnodiging_hoorzitting")


def hear(story: Story) -> None:
    """The client is heard, or does not come."""
    came = story.random.random() < 0.8
    story.take(
        "hoor",
        story.actor(Role.SOCIAL_WORKER),
        hearing_outcome="gehouden" if came else "niet_verschenen",
        hearing_present="De cliënt, de maatschappelijk werker, een tolk." if came else "",
        hearing_report=story.random.choice(words.HEARINGS) if came else words.NO_SHOW,
        hearing_papers="",
        hearing_remarks="",
    )
    story.sign("hoorverslag")


def measure(story: Story) -> dict[str, Any]:
    """Choose a measure: mostly a partial suspension of a month, sometimes a warning or nothing."""
    kind = story.random.choices(("schorsing", "verwittiging", "geen_sanctie", "intrekking"), (70, 18, 8, 4))[0]
    suspension = kind == "schorsing"
    whole = suspension and story.random.random() < 0.2
    deferred = suspension and story.random.random() < 0.25
    return {
        "measure": kind,
        "whole": whole if suspension else None,
        "monthly_cents": (131420 if whole else 32850) if suspension else None,
        "duration": 1 if suspension else None,
        "unit": "maanden" if suspension else None,
        "deferral": "geheel" if deferred else "geen",
        "trial_until": story.day + timedelta(days=365) if deferred else None,
        "deferral_part": "",
        "conditions": "U volgt opnieuw alle lessen." if deferred else "",
    }


def advise(story: Story) -> None:
    """The social worker writes report and advice."""
    chosen = measure(story)
    story.take(
        "adviseer",
        story.actor(Role.SOCIAL_WORKER),
        advice={
            "written_on": story.day,
            "situation": story.random.choice(words.SITUATIONS),
            "reason_examined": story.random.choice(words.EXAMINED),
            "hearing_answer": words.HEARING_ANSWER,
            "proportionality": story.random.choice(words.PROPORTION),
            "family_effect": story.random.choice(words.FAMILY),
            "answer": "",
            "starts_on": None,
            **chosen,
        },
    )
    story.sign("sociaal_verslag")


def put_on_agenda(story: Story) -> None:
    """The team lead puts the file on the first session that can still carry it."""
    coming = [s for s in story.sessions if s.held_on >= story.day + timedelta(days=8)]
    story.take("agendeer", story.actor(Role.TEAM_LEAD), agenda={"session": coming[0]})


def decide(story: Story) -> None:
    """The committee decides, mostly as advised."""
    item, advice = story.case.agenda_item, story.case.advice
    assert item and advice
    names = ("measure", "whole", "monthly_cents", "duration", "unit", "deferral", "deferral_part", "trial_until", "conditions")
    starts = default_start(item.session.held_on) if advice.measure in ("schorsing", "intrekking") else None
    story.take(
        "beslis",
        story.actor(Role.BCSD_SECRETARY),
        choices=_votes(story),
        decision={
            **{name: getattr(advice, name) for name in names},
            "starts_on": starts,
            "grounds_law": words.GROUNDS_LAW,
            "grounds_facts": story.random.choice(words.GROUNDS_FACTS),
            "grounds_measure": story.random.choice(words.PROPORTION),
            "hearing_answer": words.HEARING_ANSWER,
            "departure": "",
        },
    )


def _votes(story: Story) -> dict[str, str]:
    seats = db.session.query(Seat).order_by(Seat.number).all()
    away = {seat.id for seat in story.random.sample(seats[1:], story.random.randrange(4))}
    against = {seat.id for seat in story.random.sample(seats[1:], story.random.randrange(3))}
    return {s.id: "afwezig" if s.id in away else "tegen" if s.id in against else "voor" for s in seats}


def notify(story: Story) -> None:
    """The decision is signed by chair and director and posted."""
    story.sign("beslissing")
    story.wait(1)
    story.post("beslissing")


def follow_up(story: Story) -> None:
    """Both organisations inform the client, and the measure is executed."""
    story.wait(2)
    story.sign("bericht_aan_amal")
    story.post("bericht_aan_amal", "programma")
    worker, counsellor = story.actor(Role.SOCIAL_WORKER), story.actor(Role.COUNSELLOR)
    story.take("licht_in_ocmw", worker, ocmw_informed_on=story.day, ocmw_informed_how="Gesprek op het bureau, met tolk")
    story.wait(3)
    story.take("licht_in_amal", counsellor, amal_informed_on=story.day, amal_informed_how="Telefonisch")
    decision = story.case.decision
    if decision and decision.starts_on and decision.starts_on <= story.today:
        story.until(decision.starts_on)
        note = "Betaling aangepast in het betaalbestand."
        story.take("voer_uit", worker, executed_on=story.day, execution_note=note)


def appeal(story: Story) -> None:
    """The client goes to court."""
    story.wait(18)
    number = f"{story.day:%y}/{story.random.randrange(100, 999)}/A"
    story.take("stel_beroep_in", story.actor(Role.CLERK), appeal_on=story.day, appeal_roll=number)


def remedy(story: Story) -> None:
    """The client puts things right in time."""
    story.wait(6)
    how = "De cliënt ging opnieuw naar de les en bezorgde het bewijs van de school."
    story.take("leef_na", story.actor(Role.SOCIAL_WORKER), remedied_on=story.day, remedied_how=how)
    story.sign("bevestiging_naleving")
    story.post("bevestiging_naleving", "gewoon")


def close_without(story: Story) -> None:
    """A lawful reason comes out."""
    story.take(
        "seponeer",
        story.actor(Role.SOCIAL_WORKER),
        closing_reason=story.random.choice(("ziekte", "kinderopvang", "wachtlijst")),
        closing_explanation="U bezorgde ons een attest. Daaruit blijkt dat u niet kon komen.",
    )
    story.sign("bericht_zonder_gevolg")
    story.post("bericht_zonder_gevolg", "gewoon")


def hand_over(story: Story) -> None:
    """Amal turns out to be competent."""
    story.take("draag_over", story.actor(Role.SOCIAL_WORKER))
    story.sign("overdracht_aan_amal")
    story.post("overdracht_aan_amal", "programma")


def tell(story: Story, state: str) -> None:
    """Bring a file to a state."""
    report(story)
    if state == "gemeld":
        return
    story.wait(2)
    if state == "bij_amal":
        return hand_over(story)
    if state == "zonder_gevolg" and story.random.random() < 0.5:
        return close_without(story)
    warn(story)
    if state == "aanmaning":
        return None if story.random.random() < 0.5 else story.sign("aanmaning")
    story.wait(1)
    send_warning(story)
    if state == "aangemaand":
        return None
    if state == "nageleefd":
        return remedy(story)
    if state == "zonder_gevolg":
        story.wait(4)
        return close_without(story)
    return _to_the_committee(story, state)


def _to_the_committee(story: Story, state: str) -> None:
    running = story.case.running("hersteltermijn")
    assert running
    story.until(running.due_on + timedelta(days=1))
    invite(story)
    if state == "hoorzitting":
        return
    assert story.case.hearing_on
    story.until(story.case.hearing_on)
    hear(story)
    if state == "gehoord":
        return
    story.wait(3)
    advise(story)
    if state == "geadviseerd":
        return
    story.wait(1)
    put_on_agenda(story)
    if state != "geagendeerd":
        _after_the_session(story, state)


def _after_the_session(story: Story, state: str) -> None:
    item = story.case.agenda_item
    assert item
    story.until(item.session.held_on)
    decide(story)
    if state == "beslist":
        return
    story.wait(1)
    notify(story)
    follow_up(story)
    if state == "in_beroep":
        appeal(story)


def plan_sessions(today: date) -> list[BcsdSession]:
    """Plan a session every second Tuesday, from long ago until two months ahead."""
    gent = db.session.query(Organisation).filter_by(key="ocmw_gent").one()
    secretary = db.session.query(Person).filter_by(login="secretaris").one()
    first = today - timedelta(days=400 + today.weekday() - 1)
    sessions = []
    for fortnight in range(34):
        held_on = first + timedelta(days=14 * fortnight)
        session = BcsdSession(owner_id=gent.id)
        when = datetime.combine(held_on - timedelta(days=90), time(9), BRUSSELS)
        fields = {"held_on": held_on, "starts_at": "14.00 uur", "place": "Onderbergen 86, raadzaal"}
        perform(session, "plan", acts(secretary), min(when, datetime.combine(today, time(8), BRUSSELS)), fields=fields)
        sessions.append(session)
    return sessions


def close_sessions(sessions: list[BcsdSession], today: date) -> None:
    """Close the sessions of the past whose every item has an outcome."""
    secretary = db.session.query(Person).filter_by(login="secretaris").one()
    for session in sessions:
        if session.held_on < today - timedelta(days=10) and not session.open_items:
            when = datetime.combine(roll(session.held_on + timedelta(days=3)), time(16), BRUSSELS)
            perform(session, "sluit", acts(secretary), when)


def _began(state: str, ago: int, sessions: list[BcsdSession], today: date, random: Random) -> date:
    """Choose the day of the report so that the file now stands in its state."""
    if state == "beslist":
        held = max(s.held_on for s in sessions if s.held_on < today)
        return held - timedelta(days=72 + random.randrange(4))
    if state == "geagendeerd":
        return today - timedelta(days=66 + random.randrange(6))
    return today - timedelta(days=ago + random.randrange(12 if ago > 10 else 3))


def write_all(clients: list[Client], today: date, random: Random, say: Callable[[str], None]) -> list[Case]:
    """Write every file of the plan, the oldest first, and let the clock close what is over."""
    sessions = plan_sessions(today)
    plan = [(_began(s, ago, sessions, today, random), s) for s, (count, ago) in PLAN.items() for _ in range(count)]
    ready = [c for c in clients if c.annexes and c.annexes[0].signed_on < today - timedelta(days=380)]
    for_amal = [c for c in clients if not c.annexes and c.residences[0].residence == "verplicht"]
    random.shuffle(ready)
    cases = []
    for number, (began, state) in enumerate(sorted(plan), 1):
        client = (for_amal if state == "bij_amal" else ready).pop()
        story = Story(client, began, today, random, sessions)
        tell(story, state)
        cases.append(story.case)
        if number % 20 == 0:
            say(f"{number} van {len(plan)} dossiers")
    close_sessions(sessions, today)
    run(datetime.combine(today, time(7), BRUSSELS))
    return cases
