"""The names and measures of Word's own files (WordprocessingML)."""

from functools import lru_cache
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

TWIP = 1 / 20
"""Word measures text in twentieths of a point; everything here is in points."""

EMU = 1 / 12700
"""And pictures in English metric units."""


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def parse(xml: bytes) -> Any:
    """Read XML without ever following what it refers to."""
    return etree.fromstring(xml, _PARSER)


@lru_cache(maxsize=1024)
def _local(tag: Any) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def local(element: Any) -> str:
    """Return the name of an element without its namespace; a comment has none."""
    return _local(element.tag)


def on(element: Any) -> bool:
    """Say whether a switch is on: it is, unless it says it is not."""
    return element.get(W + "val") not in ("0", "false", "none", "off", "nil")


def is_on(parent: Any, name: str) -> bool:
    """Say whether a parent has a switch of that name that is on."""
    found = None if parent is None else parent.find(W + name)
    return found is not None and on(found)


def points(element: Any, name: str, missing: float = 0) -> float:
    """Return a measure of an element in points."""
    value = element.get(W + name)
    return missing if value is None else float(value) * TWIP
