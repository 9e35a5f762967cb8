"""Which facts a letter knows: the shape of its samples, laid over each other."""

from difflib import get_close_matches
from typing import Any

LOOP = {"first": None, "last": None, "index": None, "length": None}
"""What a repetition knows of itself."""


def shape_of(facts: Any) -> Any:
    """Reduce facts to their shape: names with what is under them, one element for a list, nothing for a value."""
    if isinstance(facts, dict):
        return {name: shape_of(value) for name, value in facts.items()}
    if isinstance(facts, list | tuple):
        return [overlay([shape_of(value) for value in facts])]
    return None


def overlay(shapes: list[Any]) -> Any:
    """Lay shapes over each other: what any of them knows, is known."""
    groups = [shape for shape in shapes if isinstance(shape, dict)]
    if groups:
        names = dict.fromkeys(name for group in groups for name in group)
        return {name: overlay([group[name] for group in groups if name in group]) for name in names}
    lists = [shape[0] for shape in shapes if isinstance(shape, list)]
    return [overlay(lists)] if lists else None


def names_in(shape: Any, before: str = "") -> list[str]:
    """List every field under a shape, as it is written in a template."""
    if not isinstance(shape, dict):
        return []
    found = []
    for name, inner in shape.items():
        found += [before + name, *names_in(inner, f"{before}{name}.")]
    return found


def nearest(written: str, known: list[str]) -> str:
    """Return the known field that looks most like what was written, or nothing."""
    lowered = {name.lower(): name for name in reversed(known)}
    near = get_close_matches(written.lower(), lowered, 1, 0.6)
    return lowered[near[0]] if near else ""
