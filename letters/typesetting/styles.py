"""The looks of Word: paragraph and run properties, and styles with all they inherit."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from letters.typesetting.document import Look
from letters.typesetting.numbering import List, indent, lists_of
from letters.typesetting.wordml import W, local, on, parse, points

Changes = dict[str, Any]
"""What properties change in a Look."""


def _frame(e: Any) -> Changes:
    return {"frame": tuple(points(e, side) for side in ("x", "y", "w", "h"))}


def _spacing(element: Any) -> Changes:
    out = {name: points(element, name) for name in ("before", "after") if element.get(W + name)}
    if value := element.get(W + "line"):
        rule = element.get(W + "lineRule", "auto")
        out |= {"exact": rule == "exact", "at_least": rule == "atLeast"}
        out["line"] = float(value) / 240 if rule == "auto" else points(element, "line")
    return out


def _listed(e: Any) -> Changes:
    number, level = e.find(W + "numId"), e.find(W + "ilvl")
    key = None if number is None else number.get(W + "val")
    depth = 0 if level is None else int(level.get(W + "val"))
    return {"listed": None if key in (None, "0") else (key, depth)}


def _switch(name: str) -> Callable[[Any], Changes]:
    return lambda e: {name: on(e)}


_PARAGRAPH: dict[str, Callable[[Any], Changes]] = {
    "spacing": _spacing,
    "ind": indent,
    "framePr": _frame,
    "jc": lambda e: {"align": e.get(W + "val")},
    "keepNext": _switch("keep_next"),
    "keepLines": _switch("keep_lines"),
    "widowControl": _switch("widows"),
    "pageBreakBefore": _switch("page_break"),
    "contextualSpacing": _switch("close"),
    "bidi": _switch("bidi"),
    "tabs": lambda e: {"tabs": True},
    "numPr": _listed,
}


def paragraph_properties(element: Any, lists: dict[str, List] | None = None) -> Changes:
    """Translate w:pPr into changes of a Look; a list brings its own indents, which others go before."""
    out: Changes = {}
    for e in element:
        if read := _PARAGRAPH.get(local(e)):
            out |= read(e)
    if lists and out.get("listed"):
        key, depth = out["listed"]
        known = lists.get(key)
        if known is not None and depth in known.levels:
            out = known.levels[depth].indent | out
    return out


def _language(e: Any) -> Changes:
    found = {"language": e.get(W + "val"), "language_rtl": e.get(W + "bidi")}
    return {name: value for name, value in found.items() if value}


def _color(e: Any) -> Changes:
    value = e.get(W + "val")
    return {"color": "000000" if value == "auto" else value}


_RUN: dict[str, Callable[[Any], Changes]] = {
    "b": _switch("bold"),
    "i": _switch("italic"),
    "u": _switch("underline"),
    "rtl": _switch("rtl"),
    "sz": lambda e: {"size": float(e.get(W + "val")) / 2},
    "color": _color,
    "lang": _language,
}


def run_properties(element: Any) -> Changes:
    """Translate w:rPr into changes of a Look."""
    out: Changes = {}
    for e in element:
        if read := _RUN.get(local(e)):
            out |= read(e)
    return out


class Styles:
    """The styles of a document, each with everything it inherits, and its lists."""

    def __init__(self, xml: bytes, numbering: bytes | None = None) -> None:
        root = parse(xml)
        self.lists = lists_of(numbering)
        defaults = root.find(W + "docDefaults")
        self._styles = {s.get(W + "styleId"): s for s in root.iter(W + "style")}
        self._looks: dict[str, Look] = {}
        self._base = Look()
        for properties in () if defaults is None else defaults.iter(W + "pPr", W + "rPr"):
            self._base = replace(self._base, **self._read(properties))
        self.names = {key: style.find(W + "name").get(W + "val") for key, style in self._styles.items()}
        self.default = next(
            k for k, s in self._styles.items() if s.get(W + "default") and s.get(W + "type") == "paragraph"
        )

    def _read(self, properties: Any) -> Changes:
        run = properties.tag == W + "rPr"
        return run_properties(properties) if run else paragraph_properties(properties, self.lists)

    def _line(self, key: str | None) -> list[Any]:
        """Return a style and the styles it is based on, the oldest first."""
        out: list[Any] = []
        while key in self._styles and self._styles[key] not in out:
            out.insert(0, self._styles[key])
            parent = out[0].find(W + "basedOn")
            key = None if parent is None else parent.get(W + "val")
        return out

    def look(self, key: str) -> Look:
        """Return the look of a paragraph style, inherited from the style it is based on."""
        if key not in self._looks:
            self._looks[key] = replace(self._base, **self.changes(key))
        return self._looks[key]

    def changes(self, key: str) -> Changes:
        """Return what a style changes, with all it is based on: for a character style, the look of its words."""
        out: Changes = {}
        for style in self._line(key):
            for name in ("pPr", "rPr"):
                if (properties := style.find(W + name)) is not None:
                    out |= self._read(properties)
        return out

    def table(self, key: str | None, name: str) -> Any:
        """Return a property a table style gives its tables, such as borders; none when it gives none."""
        found = [style.find(f"{W}tblPr/{W}{name}") for style in self._line(key)]
        return next((each for each in reversed(found) if each is not None), None)


@lru_cache(maxsize=16)
def styles_of(xml: bytes, numbering: bytes | None = None) -> Styles:
    """Read the styles of a document; the same styles are read once."""
    return Styles(xml, numbering)
