"""How facts of a sample are put together from groups and variants."""

from typing import Any

Facts = dict[str, Any]


def merged(facts: Facts, *more: Facts) -> Facts:
    """Lay facts over facts, also inside a group."""
    out = dict(facts)
    for each in more:
        for name, value in each.items():
            known = out.get(name)
            out[name] = merged(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return out
