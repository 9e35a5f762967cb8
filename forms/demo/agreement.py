"""The register of agreements of the demonstration office: agreements with versions, notices of default, deviations."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from forms.actions import perform
from forms.clock import run
from forms.demo.agreement_words import ARTICLES, DEFAULT, DEVIATION, FACTS, TALKS, TERMINATION, WORKING_RULES
from forms.demo.story import acts
from workflow.models import Agreement, Case, Client, Letter, Organisation, Person, db
from workflow.moment import BRUSSELS, Actor, Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS
from workflow.terms import roll

OCMW, AMAL = "directie", "directie.amal"
ABOUT = {"article": "4", "article_heading": ARTICLES[0]["heading"]}


class Dealings:
    """A file between two organisations, with its calendar; each step is a day and an hour later."""

    def __init__(self, today: date, ago: int, random: Random) -> None:
        self.today, self.day, self.random, self.hour = today, roll(today - timedelta(days=ago)), random, 9
        self.case: Any

    def now(self) -> datetime:
        """Give the next moment of this day, never beyond today."""
        self.hour = min(self.hour + 1, 17)
        return datetime.combine(min(self.day, self.today), time(self.hour, self.random.randrange(60)), BRUSSELS)

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.day, self.hour = min(roll(self.day + timedelta(days=days)), self.today), 9

    def open(self, kind: str, login: str, beside: Case | None = None, **fields: Any) -> "Dealings":
        """Open a file of a kind, alone or beside an agreement."""
        who, now = actor(login), self.now()
        self.case = new_case(db.session(), WORKFLOWS[kind], None, Moment(now, who), beside)
        perform(self.case, WORKFLOWS[kind].steps[0].action, who, now, fields=fields)
        return self

    def take(self, action: str, login: str, **fields: Any) -> None:
        """Take a step with the file."""
        perform(self.case, action, actor(login), self.now(), fields=fields)

    def sign(self, name: str, login: str, signatures: int | None = None) -> Letter:
        """Put a letter before its signatories, and let them sign, all or the first few."""
        letter: Letter = self.case.letter(name)
        perform(letter, "leg_voor", actor(login), self.now())
        for signature in letter.signatures[:signatures]:
            perform(letter, "onderteken", acts(signature.person), self.now())
        return letter

    def post(self, name: str, login: str, poster: str) -> None:
        """Sign a registered letter, and let it leave the same day."""
        letter, number = self.sign(name, login), f"010{self.random.randrange(10**27):027d}"
        fields = {"way": "aangetekend", "posted_on": min(self.day, self.today), "registered_number": number}
        perform(letter, "verzend", actor(poster), self.now(), fields=fields)


def actor(login: str) -> Actor:
    """Return somebody of a directorate, or a clerk, as he acts."""
    return acts(db.session.query(Person).filter_by(login=login).one())


def _agreement(today: date, ago: int, random: Random, title: str, kind: str, articles: list[Any]) -> Dealings:
    partner = db.session.query(Organisation).filter_by(key="amal").one()
    starts = today - timedelta(days=ago - 14)
    facts: dict[str, Any] = {
        "title": title,
        "agreement_kind": kind,
        "partner": partner,
        "starts_on": starts,
        "ends_on": None,
    }
    file = Dealings(today, ago, random)
    return file.open("agreement", OCMW, **facts, place="Gent", draft={"articles": articles})


def _signed(file: Dealings, signatures: int | None = None) -> Agreement:
    file.take("leg_ter_ondertekening", OCMW)
    file.sign("overeenkomst", OCMW, signatures)
    agreement: Agreement = file.case
    return agreement


def _working_rules(today: date, random: Random) -> list[Case]:
    """Working rules with a second version in force, and a third that waits for one of the parties."""
    file = _agreement(
        today, 400, random, "Werkafspraken doorverwijzing en terugkoppeling", "werkafspraken", WORKING_RULES
    )
    _signed(file)
    for ago, reason, last in (
        (150, "De terugkoppeling gebeurt voortaan binnen de week.", False),
        (6, "Ook telefonisch.", True),
    ):
        file.day, file.hour = roll(today - timedelta(days=ago)), 9
        change = {"change": "wijziging", "articles": WORKING_RULES, "reason": reason}
        proposal = change | {"in_force_on": file.day + timedelta(days=20)}
        file.take("stel_wijziging_voor", AMAL, proposal=proposal)
        file.take("stem_in", AMAL)
        if not last:
            file.take("stem_in", OCMW)
            file.sign("overeenkomst", OCMW)
    return [file.case]


def _notices(today: date, random: Random, main: Agreement, other: Agreement) -> list[Case]:
    """A default that was remedied, one that Amal reported and OCMW Gent answered, and a termination that runs."""
    said = ABOUT | {"reported_facts": [FACTS | {"happened_on": today - timedelta(days=320)}]}
    remedied = Dealings(today, 300, random).open("default_notice", OCMW, main, **said)
    remedied.take("stel_in_gebreke", OCMW, **DEFAULT)
    remedied.post("ingebrekestelling", OCMW, "klerk")
    remedied.wait(20)
    remedied.take("herstel", OCMW, remedied_on=remedied.day, remedied_how="Elke week komt er een lijst met antwoorden.")
    remedied.sign("bevestiging_herstel", OCMW)
    answered = Dealings(today, 12, random).open("default_notice", AMAL, main, **said)
    answered.take("stel_in_gebreke", AMAL, **DEFAULT)
    answered.post("ingebrekestelling", AMAL, AMAL)
    answered.wait(6)
    answered.take("antwoord", OCMW, reply="Wij zoeken dit uit en antwoorden binnen de week op elke doorverwijzing.")
    ending = Dealings(today, 120, random).open("default_notice", OCMW, other, **said)
    ending.take("stel_in_gebreke", OCMW, **DEFAULT)
    ending.post("ingebrekestelling", OCMW, "klerk")
    ending.wait(60)
    ending.take("stel_onoplosbaar_vast", OCMW, talks_on=ending.day - timedelta(days=10), **TALKS)
    ending.wait(7)
    ending.take("zeg_op", OCMW, planned_on=ending.day, **TERMINATION)
    ending.post("opzegging", OCMW, "klerk")
    return [remedied.case, answered.case, ending.case]


def _deviations(today: date, random: Random, main: Agreement) -> list[Case]:
    """A deviation that holds for all shared files, one with a single key, one that ran out."""
    made = []
    for ago, lasts, keys in ((40, 120, (OCMW, AMAL)), (5, 90, (AMAL,)), (200, 60, (AMAL, OCMW))):
        file, begins = Dealings(today, ago, random), today - timedelta(days=ago)
        days = {"from_on": begins, "until_on": begins + timedelta(days=lasts)}
        file.open("deviation", AMAL, main, files=[], **ABOUT, **DEVIATION, **days)
        for login in keys:
            file.take("keur_goed", login)
        made.append(file.case)
    return made


def write(clients: list[Client], today: date, random: Random) -> list[Case]:
    """Write the register: two agreements in force, working rules in three versions, one to sign, and what runs beside."""
    title = "Samenwerkingsovereenkomst gezamenlijke cliënten"
    main = _signed(_agreement(today, 700, random, title, "samenwerkingsovereenkomst", ARTICLES))
    guides = _signed(_agreement(today, 500, random, "Afsprakenkader sociale gidsen", "afsprakenkader", ARTICLES))
    to_sign = _agreement(today, 9, random, "Verwerking van persoonsgegevens", "gegevensverwerking", ARTICLES)
    _signed(to_sign, signatures=2)
    made = [main, guides, to_sign.case, *_working_rules(today, random)]
    made += _notices(today, random, main, guides) + _deviations(today, random, main)
    run(datetime.combine(today, time(7), BRUSSELS))
    return made
