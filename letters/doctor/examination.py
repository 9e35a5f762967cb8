"""The examination of one template: from the package, over its parts and tags, to the letters it makes.

Each room only looks at what the rooms before it let through; within a room every problem is found.
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from letters import compose, word
from letters.compose import MENTION
from letters.doctor import contents, lines, package, tags
from letters.doctor.parts import DOCUMENT, W, missing_body, place, trees
from letters.doctor.report import Problem, Report, refusal, warning
from letters.doctor.shape import overlay, shape_of
from letters.doctor.trial import Trial, tried
from letters.letter import Letter
from letters.register import LETTERS
from letters.samples.register import NOBODY, SAMPLES, Sample
from workflow.wording import N_

Asked = dict[str, str]
"""The fields a template asks for: the full name of each, and how it is written there."""


def letter_of(text: str) -> Letter:
    """Return the letter a text belongs to."""
    return next(letter for letter in LETTERS.values() if text in letter.texts)


def samples_of(text: str) -> list[Sample]:
    """Return every sample of a text."""
    return [sample for sample in SAMPLES.values() if sample.text == text]


def examine(docx: bytes, text: str) -> Report:
    """Examine a template for a text; whoever does not trust its maker lets `ward.consult` do this elsewhere."""
    return Report.of(_problems(docx, text))


def main() -> None:
    """Examine the template that comes in, in a process of its own, and print the report."""
    sys.stdout.write(examine(sys.stdin.buffer.read(), sys.argv[1]).written())


def _problems(docx: bytes, text: str) -> Iterator[Problem]:
    members, found = package.unpack(docx)
    parts, unread = trees(members) if members else ({}, [])
    if problems := [*found, *unread]:
        yield from problems
        return
    if missing_body(parts):
        yield refusal(N_("In het Word-bestand staat geen brief die gelezen kan worden."))
        return
    problems = [*contents.examine(members, parts), *lines.examine(parts)]
    asked, wrong = fields(docx, text)
    problems += wrong
    if not any(problem.refuses for problem in problems):
        problems += tried(members, samples_of(text)).against(_house_trial(text))
    yield from problems
    yield from _missing(text, asked, parts[DOCUMENT])


def fields(docx: bytes, text: str) -> tuple[Asked, list[Problem]]:
    """Return the fields a template asks for, and what is wrong with them."""
    asked: Asked = {}
    problems: list[Problem] = []
    for name, source in word.templated(docx).items():
        reading = tags.Reading(place(name), _facts(text), asked)
        found = list(reading.read(source))
        if not found and not tags.guard(source):
            found = [refusal(N_("In %(place)s staat een opdracht die niet in een sjabloon mag."), place=place(name))]
        problems += found
    return asked, problems


@cache
def _facts(text: str) -> dict[str, Any]:
    """Return the shape of the facts every letter with this text has, and of the places to sign of the letterhead."""
    shapes = [shape_of(sample.facts) for sample in samples_of(text)]
    shape: dict[str, Any] = overlay([*shapes, shape_of({"ondertekening": [[NOBODY, NOBODY]]})])
    return shape


@cache
def _house_trial(text: str) -> Trial:
    members, _found = package.unpack(compose.template(text))
    return tried(members, samples_of(text))


def _missing(text: str, asked: Asked, document: Any) -> Iterator[Problem]:
    """Compare with the house's own template: which fields and which bookmarks are gone."""
    own = compose.template(text)
    members, _found = package.unpack(own)
    house = trees(members)[0][DOCUMENT]
    needed = _in_mentions(house)
    for full, written in fields(own, text)[0].items():
        if full not in asked:
            if written in needed:
                text_ = N_("Het veld '%(field)s' ontbreekt: het hoort bij een verplichte vermelding.")
                yield refusal(text_, field=written)
            else:
                yield warning(N_("Het veld '%(field)s' van de eigen tekst komt hier niet voor."), field=written)
    titles = {MENTION + mention.key: mention.title for mention in letter_of(text).mentions}
    for name in _bookmarks(house) - _bookmarks(document):
        text_ = N_("De bladwijzer '%(name)s' is weg: daaraan herkent het huis de verplichte vermelding '%(title)s'.")
        yield refusal(text_, name=name, title=titles.get(name, name.removeprefix(MENTION)))


def _bookmarks(root: Any) -> set[str]:
    names = {each.get(f"{W}name") or "" for each in root.iter(f"{W}bookmarkStart")}
    return {name for name in names if name.startswith(MENTION)}


def _in_mentions(root: Any) -> set[str]:
    """Return the fields the house prints between the bookmarks of a mandatory mention."""
    running, words = set(), ""
    for each in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        if each.tag == f"{W}bookmarkStart" and (each.get(f"{W}name") or "").startswith(MENTION):
            running.add(each.get(f"{W}id"))
        elif each.tag == f"{W}bookmarkEnd":
            running.discard(each.get(f"{W}id"))
        elif running:
            words += each.text or ""
    return set(re.findall(r"\{\{ *([\w.\[\]]+) *\}\}", words))
