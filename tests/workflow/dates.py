"""Days with their weekday written out: a wrong one stops the test that names it."""

from datetime import date, datetime

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(text: str) -> date:
    """Read a day such as "Thu 15/01/2026", and insist on its weekday."""
    weekday, _, numbers = text.partition(" ")
    found = datetime.strptime(numbers, "%d/%m/%Y").date()
    assert WEEKDAYS[found.weekday()] == weekday, f"{text} is a {WEEKDAYS[found.weekday()]}"
    return found
