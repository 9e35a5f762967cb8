"""The life of a letter: signatures in order, a mandate of that day, the ways of the post (Ger.W. 53bis)."""

import factories
import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import letter, moment, signature
from tests.workflow.spoils import put
from workflow.models import LetterCopy, Mandate
from workflow.procedures.post import POST
from workflow.roles import Role
from workflow.rows import StepRefused

CHAIR, DIRECTOR = Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL
TODAY = day("Tue 03/03/2026")


def refused(action, change=None, **where):
    return bool(tried("post", action, change, **where))


def for_two():
    """A decision before its two signatories: the chair, then the general director."""
    row = letter("ter_ondertekening")
    row.signatures = [signature(CHAIR, 1, "voorzitter"), signature(DIRECTOR, 2, "directeur")]
    return row


def signs(row, role, person):
    """Whether somebody may sign a letter now."""
    try:
        POST.take("onderteken", row, moment(TODAY, role, person=person))
    except StepRefused:
        return False
    return True


def test_signatures_are_set_in_order():
    row = for_two()
    assert not signs(row, DIRECTOR, "directeur")
    assert signs(row, CHAIR, "voorzitter")
    row.signatures[0].signed_at = factories.at(TODAY)
    assert not signs(row, CHAIR, "voorzitter")
    assert signs(row, DIRECTOR, "directeur")


def test_nobody_signs_for_another_or_without_the_mandate_of_that_day():
    assert not signs(for_two(), CHAIR, "een andere voorzitter")
    assert not signs(for_two(), Role.BCSD_MEMBER, "voorzitter")


@pytest.mark.parametrize(("from_on", "until_on", "may"), [
    ("Mon 02/03/2026", None, True),
    ("Tue 03/03/2026", "Tue 03/03/2026", True),
    ("Wed 04/03/2026", None, False),
    ("Thu 01/01/2026", "Mon 02/03/2026", False),
])  # fmt: skip
def test_somebody_with_a_mandate_signs_only_while_it_holds(from_on, until_on, may):
    row = letter("ter_ondertekening")
    row.signatures = [signature(Role.DIRECTORATE, 1, "directie")]
    row.signatures[0].mandate = Mandate(
        role=DIRECTOR, decision="besluit", from_on=day(from_on), until_on=until_on and day(until_on)
    )
    assert signs(row, Role.DIRECTORATE, "directie") is may
    assert not signs(row, DIRECTOR, "directie")


@pytest.mark.parametrize(("named", "letter_name", "covered"), [
    ("", "aanmaning", True),
    ("aanmaning", "aanmaning", True),
    ("beslissing", "aanmaning", False),
    ("", "notulen", False),
])  # fmt: skip
def test_a_mandate_covers_one_letter_or_all_but_never_the_minutes(named, letter_name, covered):
    mandate = Mandate(role=DIRECTOR, letter=named, decision="besluit", from_on=TODAY)
    assert mandate.covers(DIRECTOR, letter_name) is covered
    assert not mandate.covers(CHAIR, letter_name)


def test_a_letter_is_signed_when_no_signature_is_missing():
    row = for_two()
    by_office = moment(TODAY, Role.SYSTEM)
    assert POST.automatic_step(row, by_office) is None
    row.signatures[0].signed_at = factories.at(TODAY)
    assert POST.automatic_step(row, by_office) is None
    row.signatures[1].signed_at = factories.at(TODAY)
    assert POST.automatic_step(row, by_office).action == "alles_ondertekend"
    assert not signs(row, DIRECTOR, "directeur")


def test_a_letter_without_a_signatory_is_never_signed():
    row = letter("ter_ondertekening", signatures=[signature()])
    row.signatures = []
    assert POST.automatic_step(row, moment(TODAY, Role.SYSTEM)) is None


def test_a_letter_that_goes_back_loses_its_signatures():
    row = for_two()
    first, second = row.signatures
    first.signed_at, first.level, first.sha256, row.signed_sha256 = factories.at(TODAY), "gewoon", "ab", "cd"
    POST.take("stuur_terug", row, moment(TODAY, DIRECTOR, person="directeur"))
    assert (first.signed_at, first.level, first.sha256, second.signed_at, row.signed_sha256) == (None,) * 5
    assert row.next_signature is first


def test_every_copy_of_a_letter_that_goes_back_loses_its_signatures():
    row = for_two()
    row.further_copies = [LetterCopy(number=2, signed_sha256="ab"), LetterCopy(number=3, signed_sha256="cd")]
    POST.take("stuur_terug", row, moment(TODAY, CHAIR, person="voorzitter"))
    assert [copy.signed_sha256 for copy in row.further_copies] == [None, None]


@pytest.mark.parametrize(("copies", "may"), [(0, False), (1, True), (9, True), (10, False)])
def test_a_letter_is_signed_in_one_to_nine_copies(copies, may):
    assert refused("leg_voor", put(number_of_copies=copies)) is not may


# leaving


@pytest.mark.parametrize(
    ("way", "no"),
    [("aangetekend", False), ("tegen_ontvangstbewijs", False), ("gewoon", True), ("programma", True), (None, True)],
)
def test_what_must_be_registered_leaves_registered_or_against_a_receipt(way, no):
    assert refused("verzend", put(way=way, to_organisation_id="amal")) is no


@pytest.mark.parametrize(
    ("way", "organisation", "no"),
    [
        ("gewoon", None, False),
        ("aangetekend", None, False),
        ("programma", "amal", False),
        ("programma", None, True),
        ("postduif", None, True),
        (None, None, True),
    ],
)
def test_an_ordinary_letter_leaves_by_any_way_but_the_program_only_to_an_organisation(way, organisation, no):
    assert refused("verzend", put(to_be_sent="gewoon", way=way, to_organisation_id=organisation)) is no


@pytest.mark.parametrize(
    ("number", "no"),
    [
        ("010" + "1" * 27, False),
        ("010" + "1" * 26, True),
        ("010" + "1" * 28, True),
        ("011" + "1" * 27, True),
        ("RR123456785BE", False),
        ("RA000000005NL", False),
        ("RA000000000NL", True),
        ("RR123456789BE", True),
        ("RR000000010BE", True),
        ("RR000000100BE", True),
        ("R1123456785BE", True),
        ("RR12345678BE", True),
        ("rr123456785be", True),
        ("", True),
        (None, True),
    ],
)
def test_a_registered_letter_has_the_number_of_its_receipt(number, no):
    assert refused("verzend", put(registered_number=number)) is no


def test_a_letter_against_a_receipt_needs_no_number():
    assert not refused("verzend", put(way="tegen_ontvangstbewijs", registered_number=None))


@pytest.mark.parametrize(
    ("posted", "no"), [("Mon 02/03/2026", True), ("Tue 03/03/2026", False), ("Wed 04/03/2026", True), (None, True)]
)
def test_a_letter_is_posted_between_its_last_signature_and_today(posted, no):
    assert refused("verzend", put(posted_on=posted and day(posted))) is no


def test_the_last_of_the_signatures_counts():
    def signed_by_two(row):
        row.signatures.append(signature(DIRECTOR, 2, "directeur", day("Wed 04/03/2026")))

    assert refused("verzend", signed_by_two)


def test_a_signature_late_in_the_evening_is_of_that_day_in_ghent():
    late = factories.at(day("Tue 03/03/2026"), 23, 30)
    assert not refused("verzend", lambda row: setattr(row.signatures[0], "signed_at", late))


@pytest.mark.parametrize(
    ("post_by", "remark", "no"),
    [
        ("Tue 03/03/2026", "", False),
        ("Mon 02/03/2026", "", True),
        ("Mon 02/03/2026", "De client haalde hem zelf af.", False),
        (None, "", False),
    ],
)
def test_a_letter_leaves_in_time_for_what_it_announces_or_says_why_not(post_by, remark, no):
    assert refused("verzend", put(post_by=post_by and day(post_by), remark=remark)) is no


def test_a_letter_without_a_posting_day_is_not_called_late():
    assert len(tried("post", "verzend", put(posted_on=None, post_by=TODAY))) == 1


# on its way


@pytest.mark.parametrize(
    ("presented", "no"), [("Mon 02/03/2026", True), ("Tue 03/03/2026", False), ("Thu 05/03/2026", True), (None, True)]
)
def test_a_letter_is_presented_between_posting_and_today(presented, no):
    assert refused("meld_aanbieding", put(presented_on=presented and day(presented))) is no


@pytest.mark.parametrize("source", ["verzonden", "aangeboden"])
@pytest.mark.parametrize(
    ("returned", "no"), [("Mon 02/03/2026", True), ("Tue 03/03/2026", False), ("Sat 21/03/2026", True), (None, True)]
)
def test_a_letter_comes_back_between_posting_and_today(source, returned, no):
    assert refused("meld_terugkeer", put(returned_on=returned and day(returned)), source=source) is no


@pytest.mark.parametrize("action", ["meld_aanbieding", "meld_terugkeer", "corrigeer"])
def test_nothing_happens_to_a_letter_that_was_not_posted(action):
    assert refused(action, put(posted_on=None))


@pytest.mark.parametrize(
    ("source", "presented", "no"),
    [
        ("verzonden", None, False),
        ("aangeboden", None, True),
        ("teruggekeerd", None, False),
        ("aangeboden", "Mon 02/03/2026", True),
        ("aangeboden", "Tue 03/03/2026", False),
        ("aangeboden", "Fri 20/03/2026", False),
        ("aangeboden", "Sat 21/03/2026", True),
    ],
)
def test_a_correction_keeps_the_days_of_the_carrier_in_order(source, presented, no):
    assert refused("corrigeer", put(presented_on=presented and day(presented)), source=source) is no


def test_a_correction_does_not_put_the_posting_after_the_return():
    assert refused("corrigeer", put(posted_on=day("Thu 05/03/2026"), returned_on=TODAY, presented_on=None))


# what a letter says of itself

STATES = [state.key for state in POST.states]


def test_a_letter_left_the_house_once_it_was_sent():
    left = [state for state in STATES if letter(state).left_the_house]
    assert left == ["verzonden", "aangeboden", "teruggekeerd", "opgevolgd"]


def test_only_a_cancelled_letter_is_cancelled():
    assert [state for state in STATES if letter(state).cancelled] == ["geannuleerd"]


@pytest.mark.parametrize(("to_be_sent", "open_in"), [("gewoon", 3), (None, 2)])
def test_a_letter_is_settled_when_it_left_was_cancelled_or_stays_signed_in_the_file(to_be_sent, open_in):
    unsettled = [state for state in STATES if not letter(state, to_be_sent=to_be_sent).settled]
    assert unsettled == [*STATES[:open_in], "teruggekeerd"]


def test_the_paper_of_a_letter_is_the_signed_one_where_it_is_signed():
    row = letter("ontwerp", pdf_sha256="ongetekend")
    assert row.current_pdf_sha256 == "ongetekend"
    row.signed_sha256 = "getekend"
    assert row.current_pdf_sha256 == "getekend"
