"""The looks of Word: paragraph and run properties, and styles with all they inherit."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from lxml import etree

from letters.document import Look

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIP = 1 / 20
"""Word measures in twentieths of a point; everything here is in points."""


def _on(element: Any) -> bool:
    return element.get(W + "val") not in ("0", "false", "none")


def _indent(e: Any) -> dict[str, Any]:
    return {name: float(e.get(W + name, 0)) * TWIP for name in ("left", "hanging")}


def _frame(e: Any) -> dict[str, Any]:
    return {"frame": tuple(float(e.get(W + side)) * TWIP for side in ("x", "y", "w", "h"))}


def _spacing(element: Any) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in ("before", "after"):
        if value := element.get(W + name):
            out[name] = float(value) * TWIP
    if value := element.get(W + "line"):
        out["exact"] = element.get(W + "lineRule") == "exact"
        out["line"] = float(value) * TWIP if out["exact"] else float(value) / 240
    return out


_PARAGRAPH: dict[str, Callable[[Any], dict[str, Any]]] = {
    "spacing": _spacing,
    "ind": _indent,
    "framePr": _frame,
    "jc": lambda e: {"align": e.get(W + "val")},
    "keepNext": lambda e: {"keep_next": _on(e)},
    "pageBreakBefore": lambda e: {"page_break": _on(e)},
    "numPr": lambda e: {"bullet": "•"},
}


def paragraph_properties(element: Any) -> dict[str, Any]:
    """Translate w:pPr into changes of a Look."""
    out: dict[str, Any] = {}
    for e in element:
        if read := _PARAGRAPH.get(e.tag.removeprefix(W)):
            out |= read(e)
    return out


_FLAGS = {"b": "bold", "i": "italic", "u": "underline"}


def run_properties(element: Any) -> dict[str, Any]:
    """Translate w:rPr into changes of a Look."""
    out: dict[str, Any] = {}
    for e in element:
        tag = e.tag.removeprefix(W)
        if tag in _FLAGS:
            out[_FLAGS[tag]] = _on(e)
        elif tag == "sz":
            out["size"] = float(e.get(W + "val")) / 2
        elif tag == "color" and e.get(W + "val") != "auto":
            out["color"] = e.get(W + "val")
    return out


class Styles:
    """The paragraph styles of a document, each with everything it inherits."""

    def __init__(self, xml: bytes) -> None:
        root = etree.fromstring(xml)
        defaults = root.find(W + "docDefaults")
        self._base = self._apply(Look(), defaults.find(f"{W}pPrDefault"), defaults.find(f"{W}rPrDefault"))
        self._styles = {s.get(W + "styleId"): s for s in root.iter(W + "style")}
        self._looks: dict[str, Look] = {}
        self.names = {key: style.find(W + "name").get(W + "val") for key, style in self._styles.items()}
        self.default = next(
            k for k, s in self._styles.items() if s.get(W + "default") and s.get(W + "type") == "paragraph"
        )

    @staticmethod
    def _apply(look: Look, paragraph: Any, run: Any) -> Look:
        for parent, read in ((paragraph, paragraph_properties), (run, run_properties)):
            for properties in () if parent is None else parent.iter(W + "pPr", W + "rPr"):
                look = replace(look, **read(properties))
        return look

    def look(self, key: str) -> Look:
        """Return the look of a style, inherited from the style it is based on."""
        if key not in self._looks:
            style = self._styles[key]
            parent = style.find(W + "basedOn")
            base = self._base if parent is None else self.look(parent.get(W + "val"))
            for name, read in (("pPr", paragraph_properties), ("rPr", run_properties)):
                if (properties := style.find(W + name)) is not None:
                    base = replace(base, **read(properties))
            self._looks[key] = base
        return self._looks[key]


@lru_cache(maxsize=16)
def styles_of(xml: bytes) -> Styles:
    """Read the styles of a document; the same styles are read once."""
    return Styles(xml)
