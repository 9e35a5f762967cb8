"""The paragraphs of a template, as its author sees them in Word: loose braces, words that would get lost."""

import re
from collections.abc import Iterator
from typing import Any

from letters.doctor.parts import FILLED_IN, W, paragraphs, place, words_of
from letters.doctor.report import Problem, refusal
from letters.doctor.tags import TAG
from workflow.wording import N_

_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
_TAKES_AWAY = re.compile(r"\{%[-+]?(p|tr) .*?%\}")
_UNKNOWN = re.compile(r"\{%[-+]?(tc|r) .*?%\}|\{[{#](p|tr|tc|r) .*?[}#]\}")


def examine(trees: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with the paragraphs of every part."""
    for name, tree in trees.items():
        if FILLED_IN.fullmatch(name):
            for paragraph in paragraphs(tree):
                yield from _paragraph(place(name), paragraph)
        elif found := TAG.search(
            "".join(tree.itertext()) + " ".join(v for e in tree.iter() for v in e.attrib.values())
        ):
            text = N_("In %(place)s staat '%(tag)s'; daar wordt niets ingevuld. Haal het weg.")
            yield refusal(text, place=place(name), tag=found[0])


def _paragraph(where: str, paragraph: Any) -> Iterator[Problem]:
    words = words_of(paragraph)
    rest = TAG.sub("", words)
    if _BRACES.search(rest):
        text = N_("In %(place)s staat een veld dat niet volledig is of over twee alinea's loopt: '%(words)s'")
        yield refusal(text, place=where, words=words)
    for found in _UNKNOWN.finditer(words):
        text = N_(
            "In %(place)s staat '%(tag)s': gebruik alleen {%%p … %%} voor een alinea en {%%tr … %%} voor een rij."
        )
        yield refusal(text, place=where, tag=found[0])
    for found in _TAKES_AWAY.finditer(words):
        around = words if found[1] == "p" else _row(paragraph)
        if around.replace(found[0], "", 1).strip():
            text = N_(
                "In %(place)s gaan woorden verloren: naast '%(tag)s' mag niets anders in dezelfde %(unit)s staan."
            )
            unit = N_("alinea") if found[1] == "p" else N_("rij van de tabel")
            yield refusal(text, place=where, tag=found[0], unit=unit)


def _row(paragraph: Any) -> str:
    """Return the words of the row a paragraph stands in; outside a table nothing can take a row away."""
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    return "?" if row is None else "".join(words_of(each) for each in paragraphs(row))
