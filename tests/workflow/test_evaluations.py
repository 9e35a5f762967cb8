"""Three evaluations a year, two face to face: what a year had, what it still needs, when the next one is."""

from types import SimpleNamespace

import pytest

from tests.workflow.dates import day
from workflow.evaluations import contract_years, latest_next, next_evaluation

SIGNED = day("Mon 09/03/2026")


def held(on, in_person=True, next_on=None):
    """An evaluation on a day."""
    return SimpleNamespace(held_on=day(on), face_to_face=in_person, next_on=next_on and day(next_on))


@pytest.mark.parametrize(
    ("evaluations", "until", "said"),
    [
        ([], "Mon 09/03/2026", ["0 van 3, 0 van 2 persoonlijk; nog 3 nodig tegen 08/03/2027, waarvan 2 persoonlijk"]),
        (
            [held("Thu 09/07/2026"), held("Mon 09/11/2026", in_person=False)],
            "Tue 10/11/2026",
            ["2 van 3, 1 van 2 persoonlijk; nog 1 nodig tegen 08/03/2027, waarvan 1 persoonlijk"],
        ),
        (
            [held("Thu 09/07/2026", in_person=False)] * 3,
            "Tue 10/11/2026",
            ["3 van 3, 0 van 2 persoonlijk; nog 2 nodig tegen 08/03/2027, waarvan 2 persoonlijk"],
        ),
        ([held("Thu 09/07/2026")] * 3, "Mon 08/03/2027", ["3 van 3, 3 van 2 persoonlijk"]),
        (
            [held("Mon 08/03/2027")] * 3 + [held("Tue 09/03/2027")],
            "Tue 09/03/2027",
            [
                "3 van 3, 3 van 2 persoonlijk",
                "1 van 3, 1 van 2 persoonlijk; nog 2 nodig tegen 08/03/2028, waarvan 1 persoonlijk",
            ],
        ),
    ],
)
def test_a_year_says_what_it_had_and_what_it_needs(evaluations, until, said):
    assert [str(year.sentence) for year in contract_years(SIGNED, evaluations, day(until))] == said


@pytest.mark.parametrize(
    ("evaluations", "on", "behind"),
    [
        ([], "Thu 09/07/2026", False),
        ([], "Fri 10/07/2026", True),
        ([held("Thu 09/07/2026")], "Mon 09/11/2026", False),
        ([held("Thu 09/07/2026")], "Tue 10/11/2026", True),
        ([held("Thu 09/07/2026")] * 2, "Mon 08/03/2027", False),
    ],
)
def test_a_year_is_behind_when_a_planned_evaluation_was_not_held(evaluations, on, behind):
    year = contract_years(SIGNED, evaluations, day(on))[-1]
    assert year.behind_on(day(on)) is behind


def test_the_next_evaluation_is_four_months_after_signing_or_as_agreed():
    assert next_evaluation(SIGNED, []).due == day("Thu 09/07/2026")
    assert next_evaluation(SIGNED, [held("Thu 09/07/2026", next_on="Mon 02/11/2026")]).due == day("Mon 02/11/2026")
    assert latest_next(day("Fri 30/10/2026")) == day("Sun 28/02/2027")
