"""The notice that ends the agreement: the worked examples of the law register, and what holds from 2024 to 2032."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given

from tests.workflow.dates import DATES, MONTHS, day
from workflow.notice import notice_period
from workflow.terms import ONE_DAY, is_working_day, months_civil, months_gerw, roll

SAME = "volgens Ger.W. 52-54 dezelfde dag"
SHORTER = "de laatste dag van een kortere maand"
DIFFER = "is de laatste dag van een maand die korter is dan die van aankomst"


# fmt: off
@pytest.mark.parametrize(("sent", "civil", "gerw", "rolled", "why"), [
    # 1-12: 3 months from the civil reading  Ger.W. 52-54      the later, rolled  what the reasoning names
    ("Thu 15/01/2026", "Wed 15/04/2026", "Wed 15/04/2026", "Wed 15/04/2026", (SAME,)),
    ("Fri 28/11/2025", "Sat 28/02/2026", "Sat 28/02/2026", "Mon 02/03/2026", (SAME, "(zaterdag, zondag)")),
    ("Thu 30/11/2023", "Thu 29/02/2024", "Thu 29/02/2024", "Thu 29/02/2024", (SAME, SHORTER)),
    ("Tue 30/11/2027", "Tue 29/02/2028", "Tue 29/02/2028", "Tue 29/02/2028", (SAME, SHORTER)),
    ("Sat 31/01/2026", "Thu 30/04/2026", "Thu 30/04/2026", "Thu 30/04/2026", (SAME, SHORTER)),
    ("Thu 30/04/2026", "Thu 30/07/2026", "Fri 31/07/2026", "Fri 31/07/2026", (DIFFER,)),
    ("Sat 28/02/2026", "Thu 28/05/2026", "Sun 31/05/2026", "Mon 01/06/2026", (DIFFER, "(zondag)")),
    ("Thu 29/02/2024", "Wed 29/05/2024", "Fri 31/05/2024", "Fri 31/05/2024", (DIFFER,)),
    ("Tue 11/08/2026", "Wed 11/11/2026", "Wed 11/11/2026", "Thu 12/11/2026", (SAME, "(Wapenstilstand)")),
    ("Fri 25/09/2026", "Fri 25/12/2026", "Fri 25/12/2026", "Mon 28/12/2026", (SAME, "(Kerstmis, zaterdag, zondag)")),
    ("Sat 01/08/2026", "Sun 01/11/2026", "Sun 01/11/2026", "Mon 02/11/2026", (SAME, "(Allerheiligen)")),
    ("Mon 15/02/2027", "Sat 15/05/2027", "Sat 15/05/2027", "Tue 18/05/2027",
     (SAME, "(zaterdag, Pinksteren, Pinkstermaandag)")),
])
# fmt: on
def test_three_months_from_sending_in_both_readings(sent, civil, gerw, rolled, why):
    notice = notice_period(day(sent), 3)
    assert (notice.civil, notice.gerw) == (day(civil), day(gerw))
    assert (notice.raw, notice.rolled) == (max(day(civil), day(gerw)), day(rolled))
    assert {each for each in (SAME, SHORTER, DIFFER, "geen werkdag") if each in str(notice)} == {
        "geen werkdag" if each.startswith("(") else each for each in why
    }
    assert all(each in str(notice) for each in why)


def test_the_reasoning_is_printed_whole():
    assert [str(step) for step in notice_period(day("Sat 28/02/2026"), 3).steps] == [
        "verzonden op 28/02/2026 + 3 maanden = 28/05/2026 (SWO art. 17)",
        "volgens Ger.W. 52-54 telt het vanaf 01/03/2026 en is de laatste dag 31/05/2026: 28/02/2026 is de laatste dag"
        " van een maand die korter is dan die van aankomst; de latere dag telt",
        "31/05/2026 is geen werkdag (zondag): 01/06/2026 als Ger.W. 53 geldt (te bevestigen)",
    ]
    shorter = notice_period(day("Sat 31/01/2026"), 3)
    text = "verzonden op 31/01/2026 + 3 maanden = 30/04/2026, de laatste dag van een kortere maand (SWO art. 17)"
    assert [str(step) for step in shorter.steps] == [text, SAME]


def test_a_file_waits_for_the_latest_defensible_day():
    notice = notice_period(day("Fri 28/11/2025"), 3)
    assert (notice.reckoning.due, notice.reckoning.steps) == (day("Mon 02/03/2026"), notice.steps)


@given(DATES, MONTHS)
def test_a_notice_ends_on_the_later_reading_and_names_every_day_it_counted(sent, months):
    notice = notice_period(sent, months)
    assert sent < notice.civil <= notice.gerw == notice.raw <= notice.rolled <= notice.raw + timedelta(days=4)
    assert is_working_day(notice.rolled)
    assert all(f"{each:%d/%m/%Y}" in str(notice) for each in (sent, notice.civil, notice.raw, notice.rolled))
    assert (SAME in str(notice)) is (notice.civil == notice.gerw)
    assert ("te bevestigen" in str(notice)) is (notice.rolled != notice.raw)


def test_the_readings_differ_exactly_where_the_register_says():
    start, differ = date(2024, 1, 1), {}
    for sent in (start + ONE_DAY * number for number in range((date(2033, 1, 1) - start).days)):
        last = sent.day == monthrange(sent.year, sent.month)[1]
        for months in (1, 2, 3, 12, 24):
            civil, gerw = months_civil(sent, months), months_gerw(sent, months)
            expected = last and sent.day < monthrange(civil.year, civil.month)[1]
            assert (civil != gerw) is expected and civil <= gerw
            if expected:
                differ.setdefault((sent.year, months), []).append(sent)
    assert differ[2026, 3] == [day("Sat 28/02/2026"), day("Thu 30/04/2026"), day("Wed 30/09/2026")]
    assert {year for year, _months in differ} == set(range(2024, 2033))


def test_no_day_rolls_further_than_four_days():
    start = date(2024, 1, 1)
    days = [start + ONE_DAY * number for number in range((date(2033, 1, 1) - start).days)]
    assert {(roll(each) - each).days for each in days} == {0, 1, 2, 3}
