"""Dates and amounts as a Dutch letter writes them."""

from datetime import date

import pytest

from letters.dates import in_dutch, in_euro, with_weekday

# fmt: off
DAYS = (
    (date(2026, 1, 1),   "donderdag 1 januari 2026"),
    (date(2026, 2, 28),  "zaterdag 28 februari 2026"),
    (date(2026, 3, 2),   "maandag 2 maart 2026"),
    (date(2026, 4, 28),  "dinsdag 28 april 2026"),
    (date(2026, 5, 1),   "vrijdag 1 mei 2026"),
    (date(2026, 6, 30),  "dinsdag 30 juni 2026"),
    (date(2026, 7, 5),   "zondag 5 juli 2026"),
    (date(2026, 8, 15),  "zaterdag 15 augustus 2026"),
    (date(2026, 9, 9),   "woensdag 9 september 2026"),
    (date(2026, 10, 31), "zaterdag 31 oktober 2026"),
    (date(2026, 11, 11), "woensdag 11 november 2026"),
    (date(2028, 2, 29),  "dinsdag 29 februari 2028"),
    (date(2026, 12, 25), "vrijdag 25 december 2026"),
)
AMOUNTS = (
    (0,           "0,00 euro"),
    (5,           "0,05 euro"),
    (100,         "1,00 euro"),
    (32_000,      "320,00 euro"),
    (128_846,     "1.288,46 euro"),
    (100_000_01,  "100.000,01 euro"),
    (123_456_789, "1.234.567,89 euro"),
)
# fmt: on


@pytest.mark.parametrize(("day", "written"), DAYS)
def test_a_date_is_written_in_full_with_or_without_its_weekday(day, written):
    assert with_weekday(day) == written
    assert in_dutch(day) == written.split(" ", 1)[1]


@pytest.mark.parametrize(("cents", "written"), AMOUNTS)
def test_an_amount_is_written_with_points_and_a_comma(cents, written):
    assert in_euro(cents) == written
