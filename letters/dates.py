"""Dates, amounts and long numbers as a Dutch letter writes them."""

from datetime import date

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def in_dutch(day: date) -> str:
    """Write a date in full: 1 maart 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def if_known(day: date | None) -> str:
    """Write a date in full, and nothing for a day that is not known."""
    return in_dutch(day) if day else ""


def with_weekday(day: date) -> str:
    """Write a date with its weekday: maandag 2 maart 2026."""
    return f"{_WEEKDAYS[day.weekday()]} {in_dutch(day)}"


def in_euro(cents: int) -> str:
    """Write an amount: 1.288,46 euro."""
    euros, rest = divmod(cents, 100)
    return f"{euros:,}".replace(",", ".") + f",{rest:02d} euro"


def in_groups(number: str) -> str:
    """Write a long number in groups of five, so that people can read it and a line can end within it."""
    return " ".join(number[i : i + 5] for i in range(0, len(number), 5))
