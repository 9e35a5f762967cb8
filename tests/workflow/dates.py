"""Days with their weekday written out: a wrong one stops the test that names it; and any day at all."""

from datetime import date, datetime

from hypothesis import strategies as st

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DATES = st.dates(date(2024, 1, 1), date(2032, 12, 31))
MONTHS = st.sampled_from((1, 2, 3, 12, 24))


def day(text: str) -> date:
    """Read a day such as "Thu 15/01/2026", and insist on its weekday."""
    weekday, _, numbers = text.partition(" ")
    found = datetime.strptime(numbers, "%d/%m/%Y").date()
    assert WEEKDAYS[found.weekday()] == weekday, f"{text} is a {WEEKDAYS[found.weekday()]}"
    return found
