"""The sentences the office speaks: Dutch, with their values kept apart so that the counter can translate them."""

from datetime import date
from typing import Any


def N_(text: str) -> str:  # noqa: N802 - the name gettext knows
    """Mark a Dutch text for the message catalogue without translating it yet."""
    return text


def written(value: Any) -> str:
    """Write a value the way the office reads it: dates as dd/mm/jjjj."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


class Sentence:
    """A Dutch sentence with its values apart: `text` is what gets translated, `values` is filled in."""

    def __init__(self, text: str, **values: Any) -> None:
        self.text = text
        self.values = {name: written(value) for name, value in values.items()}

    def __str__(self) -> str:
        return self.text % self.values if self.values else self.text

    def __repr__(self) -> str:
        return f"Sentence({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))
