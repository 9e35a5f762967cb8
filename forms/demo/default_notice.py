"""Notices of default of the demonstration office: some remedied, one answered, some that end an agreement."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from forms.demo.agreement_words import ABOUT, DEFAULT, FACTS, TALKS, TERMINATION
from forms.demo.dealings import AMAL, OCMW, Dealings
from workflow.models import Agreement


def _drawn_up(file: Dealings, who: str) -> None:
    file.take("stel_in_gebreke", who, **DEFAULT)


def _sent(file: Dealings, who: str) -> None:
    """The registered letter leaves: the clerk posts those of OCMW Gent, the directorate those of Amal."""
    _drawn_up(file, who)
    file.post("ingebrekestelling", who, "klerk" if who == OCMW else who)


def _half_signed(file: Dealings, who: str) -> None:
    _drawn_up(file, who)
    file.sign("ingebrekestelling", who, 1)


def _remedied(file: Dealings, who: str) -> None:
    file.wait(20)
    file.take("herstel", who, remedied_on=file.day, remedied_how="Elke week komt er een lijst met antwoorden.")
    file.sign("bevestiging_herstel", who)


def _answered(file: Dealings, who: str) -> None:
    file.wait(6)
    reply = "Wij zoeken dit uit en antwoorden binnen de week op elke doorverwijzing."
    file.take("antwoord", AMAL if who == OCMW else OCMW, reply=reply)


def _unsolvable(file: Dealings, who: str) -> None:
    """They talked when the term to remedy was over, and it led to nothing."""
    file.wait(60)
    file.take("stel_onoplosbaar_vast", who, talks_on=file.day - timedelta(days=10), **TALKS)


def _ending(file: Dealings, who: str) -> None:
    file.wait(7)
    file.take("zeg_op", who, planned_on=file.day, **TERMINATION)


def _ended(file: Dealings, who: str) -> None:
    """The notice leaves by registered post; its three months run, and the office ends the agreement by itself."""
    _ending(file, who)
    file.post("opzegging", who, "klerk" if who == OCMW else who)


def _withdrawn(file: Dealings, who: str) -> None:
    file.wait(2)
    file.take("trek_in", who, closing_reason="Amal belde dezelfde dag terug: het was een misverstand.")


Chapters = tuple[Callable[[Dealings, str], Any], ...]

# which of the three agreements it is about, how many days ago it began, who is hurt, the chapters after the report
PLAN: tuple[tuple[int, int, str, Chapters], ...] = (
    (0, 300, OCMW, (_sent, _remedied)),
    (0, 12, AMAL, (_sent, _answered)),
    (0, 2, OCMW, ()),
    (0, 4, AMAL, (_half_signed,)),
    (0, 30, OCMW, (_drawn_up, _withdrawn)),
    (1, 66, AMAL, (_sent, _unsolvable)),
    (1, 72, AMAL, (_sent, _unsolvable, _ending)),
    (1, 120, OCMW, (_sent, _answered, _unsolvable, _ended)),
    (2, 172, OCMW, (_sent, _unsolvable, _ended)),
)


def write(main: Agreement, guides: Agreement, pilot: Agreement, today: date, random: Random) -> None:
    """Write the notices of the plan, each beside the agreement that was not kept."""
    for which, ago, who, chapters in PLAN:
        happened = today - timedelta(days=ago + 20)
        file = Dealings(today, ago, random)
        facts = [FACTS | {"happened_on": happened}]
        file.open("default_notice", who, (main, guides, pilot)[which], **ABOUT, reported_facts=facts)
        for chapter in chapters:
            chapter(file, who)
