"""The people of the office, and the roles that are valid on a day."""

import pytest

from tests.workflow.dates import day
from workflow.models import Person, RoleGrant
from workflow.roles import Role

FIRST, LAST = day("Mon 02/03/2026"), day("Tue 31/03/2026")


def person():
    """A clerk for a month, a social worker without an end, and director elsewhere."""
    return Person(
        first_name="Jan",
        last_name="Proef",
        grants=[
            RoleGrant(role=Role.CLERK, organisation_id="gent", from_on=FIRST, until_on=LAST),
            RoleGrant(role=Role.SOCIAL_WORKER, organisation_id="gent", from_on=LAST),
            RoleGrant(role=Role.DIRECTORATE, organisation_id="amal", from_on=FIRST),
        ],
    )


@pytest.mark.parametrize(
    ("on", "roles"),
    [
        ("Sun 01/03/2026", set()),
        ("Mon 02/03/2026", {Role.CLERK}),
        ("Tue 31/03/2026", {Role.CLERK, Role.SOCIAL_WORKER}),
        ("Wed 01/04/2026", {Role.SOCIAL_WORKER}),
    ],
)
def test_a_role_holds_from_its_first_to_its_last_day(on, roles):
    assert person().roles_at("gent", day(on)) == roles


def test_a_role_holds_at_one_organisation():
    assert person().roles_at("amal", LAST) == {Role.DIRECTORATE}
    assert person().roles_at("ocmw_evergem", LAST) == set()
    assert [grant.role for grant in person().grants_on(FIRST)] == [Role.CLERK, Role.DIRECTORATE]


def test_a_person_is_named_and_drawn_by_his_name():
    assert (person().name, person().initials) == ("Jan Proef", "JP")
