"""The rules of a referral on their edge days: GPMI, reflection, VDAB clock, PNT, attest, B1 (SWO 3, 4, 10, 11, 13)."""

import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import AMAL, moment
from tests.workflow.kinds.referral import RUNNING, annexes, exempted, referral, registered
from workflow import pnt
from workflow.competence import Residence
from workflow.models import ReferralMessage, VdabExemption, VdabRegistration
from workflow.procedures import referral_closing as closing
from workflow.procedures import referral_preparation as preparation
from workflow.procedures import referral_receipt as receipt
from workflow.procedures import referral_vdab as vdab

TODAY = moment(RUNNING)


def taken(action, change=None, source=None, on=None):
    """Return the reasons against a step of a referral in which everything else is right."""
    return tried("referral", action, change, source, on)


# the condition in the GPMI


def _other_parts(case):
    case.version_now.parts = ["nt2"]


def _voluntary(case):
    case.basis = "vrijwillig"
    case.client.annexes = []


def test_an_annex_with_other_parts_is_no_condition():
    reasons = taken("bereid_voor", _other_parts)
    assert [reason.split(":")[0] for reason in reasons] == [
        "Er is geen bijlage bij het GPMI opgemaakt met precies deze onderdelen"
    ]


def test_what_is_asked_needs_no_annex():
    assert taken("bereid_voor", _voluntary) == []
    assert taken("verstuur", _voluntary) == []


@pytest.mark.parametrize(
    ("offered", "waived", "allowed"),
    [
        ("Sun 01/03/2026", False, True),  # signed on Friday the sixth: the fifth day
        ("Mon 02/03/2026", False, False),
        ("Mon 02/03/2026", True, True),
    ],
)
def test_the_client_had_five_days_to_reflect_or_waived_them(offered, waived, allowed):
    def change(case):
        case.client.annexes[0].offered_on, case.client.annexes[0].waived = day(offered), waived

    assert (taken("verstuur", change) == []) is allowed


def test_a_conversation_or_a_sent_letter_informs_the_client():
    def letter_only(case):
        case.informed_on = case.informed_how = None

    def conversation_only(case):
        case.letters = [letter for letter in case.letters if letter.name != "brief_aan_client"]

    assert taken("verstuur", letter_only) == taken("verstuur", conversation_only) == []


def test_the_agency_answers_within_fourteen_days_of_the_letter():
    case = referral("verzonden")
    case.answer = None
    assert preparation.receipt_term(case, TODAY).due == day("Mon 23/03/2026")
    case.answer, case.state_since = "A1.", day("Mon 16/03/2026")
    assert preparation.receipt_term(case, TODAY).due == day("Mon 30/03/2026")


def test_the_direction_is_frozen_with_its_article_on_the_day_of_opening():
    case = referral()
    assert (case.frozen["directs"], case.frozen["article"]) == ("amal", "SWO art. 3, 12")
    case.client.aids[0].aid = "geen"
    assert case.frozen["aid"] == "leefloon"
    assert preparation.directs_on(case, TODAY).article == "SWO art. 3, 12, 13"


# who changes the parts


def test_after_the_end_of_leefloon_the_agency_directs():
    def entitled(case):
        case.client.residences[0].residence = "rechthebbend"

    def stopped(case):
        entitled(case)
        case.client.aids[0].aid = "geen"

    assert taken("wijzig_onderdelen", entitled) == []
    assert taken("wijzig_onderdelen", stopped) == [
        "Enkel wie vandaag de regie heeft, wijzigt de onderdelen: Amal (SWO art. 3, 12, 13)."
    ]


def test_every_version_of_the_parts_stays_with_its_day():
    case = referral()
    case.set_parts(["nt2", "mo", "activering"], "U bent klaar voor werk.", TODAY)
    assert [(v.number, v.from_on, v.parts) for v in case.versions] == [
        (1, day("Mon 02/03/2026"), ["nt2", "mo"]),
        (2, RUNNING, ["nt2", "mo", "activering"]),
    ]
    assert [v.annex and v.annex.number for v in case.versions] == [1, 2]


# the VDAB


def due(signed, *exemptions):
    case = referral()
    case.contract_signed_on = day(signed)
    case.client.vdab_exemptions = list(exemptions)
    counted = vdab.registration_term(case, TODAY)
    return counted and counted.due


def exemption(begins, ends):
    return VdabExemption(reason="werk_of_studie", proof="Contract", from_on=day(begins), until_on=ends and day(ends))


def test_two_months_after_the_last_day_of_december_end_in_february():
    # sixty days after 31 December end on 1 March: the two months of the agreement are earlier
    assert due("Wed 31/12/2025") == day("Sat 28/02/2026")
    assert due("Sun 31/12/2023") == day("Thu 29/02/2024")


def test_an_exemption_stops_the_clock_and_its_end_starts_it_again():
    assert due("Tue 24/03/2026") == day("Sat 23/05/2026")
    assert due("Tue 24/03/2026", exemption("Wed 01/04/2026", None)) is None
    assert due("Tue 24/03/2026", exemption("Wed 01/04/2026", "Thu 30/04/2026")) == day("Mon 22/06/2026")


def test_a_contract_of_before_2022_needs_no_registration():
    assert due("Fri 31/12/2021") is None
    assert due("Sat 01/01/2022") == day("Tue 01/03/2022")


@pytest.mark.parametrize(
    ("until", "done"),
    [(None, True), ("Tue 24/03/2026", True), ("Mon 23/03/2026", False)],
    ids=["open", "that day", "over"],
)
def test_a_registration_counts_when_it_still_held_at_the_contract(until, done):
    case = referral()
    since = {"from_on": day("Tue 02/04/2024"), "until_on": until and day(until)}
    case.client.vdab_registrations = [VdabRegistration(source="proef", **since)]
    assert vdab.registered(case) is done


def reminded(*days, on):
    case = referral()
    case.vdab_reminded = [f"2026-05-23/{each}" for each in days]
    found = vdab.reminder_term(case, TODAY)
    return bool(found) and found.due == day(on)


def test_reminders_come_thirty_and_seven_days_before_and_on_the_last_day():
    assert reminded(on="Thu 23/04/2026")
    assert reminded(30, on="Sat 16/05/2026")
    assert reminded(30, 7, on="Sat 23/05/2026")
    assert not reminded(30, 7, 0, on="Sat 23/05/2026")


def test_a_reminder_that_was_passed_over_is_not_asked_again():
    case = referral()
    vdab.ask_reminder(case, moment(day("Mon 18/05/2026")))
    assert case.vdab_reminded == ["2026-05-23/30", "2026-05-23/7"]
    assert case.vdab_reminder_open and vdab.must_remind(case)
    registered(case)
    assert not vdab.must_remind(case)


def test_the_reminder_is_reached_on_its_day_and_not_before():
    assert taken("herinner", on=day("Wed 22/04/2026"))
    assert taken("herinner", on=day("Thu 23/04/2026")) == []


def test_the_clock_goes_on_the_day_after_an_exemption():
    case = referral()
    assert vdab.restarts_on(case) is None
    exempted(case)
    vdab.end_exemption(case, TODAY)
    assert vdab.restarts_on(case) == day("Sat 25/04/2026")


# the participation and network trajectory


@pytest.mark.parametrize(
    ("residence", "first", "occupied", "obliged"),
    [
        ("verplicht", "Sun 01/01/2023", False, False),  # the agreement says: after 1 January 2023
        ("verplicht", "Mon 02/01/2023", False, True),
        ("verplicht", "Mon 02/01/2023", True, False),
        ("rechthebbend", "Mon 02/01/2023", False, False),
        ("verplicht", None, False, False),
    ],
)
def test_who_must_follow_the_participation_trajectory(residence, first, occupied, obliged):
    found = pnt.obligation(Residence(residence), first and day(first), occupied)
    assert found.obliged is obliged
    assert len(found.reasons) == 3


def with_halves(*rows, voluntary=False):
    case = referral()
    case.hours = []
    for halves in rows:
        case.note_hours(TODAY, done_on=RUNNING, halves=halves, activity="Praatcafé", voluntary=voluntary)
    return case


@pytest.mark.parametrize(("rows", "done"), [((40, 39), False), ((40, 40), True)], ids=["39,5", "40"])
def test_forty_hours_are_done_and_a_half_hour_less_is_not(rows, done):
    assert closing.pnt_done(with_halves(*rows)) is done
    assert pnt.hours(sum(rows)) == {False: "39,5", True: "40"}[done]


def test_voluntary_hours_are_counted_apart():
    case = with_halves(40, 40, voluntary=True)
    assert (case.halves(voluntary=True), case.halves(voluntary=False)) == (80, 0)
    assert not closing.pnt_done(case)


def test_who_is_not_obliged_does_every_hour_voluntarily():
    case = with_halves()
    case.pnt = case.pnt | {"obliged": False}
    closing.keep_hours(case, TODAY)
    assert case.hours[0].voluntary
    assert closing.pnt_completed.test(case, TODAY)


def test_a_correction_replaces_a_row_and_both_stay():
    case = with_halves(10)
    wrong = case.hours[0]
    case.correction = case.new_hours | {"replaces_id": wrong.id, "halves": 0, "reason": "Dubbel genoteerd."}
    assert closing.correction_noted.test(case, TODAY)
    closing.keep_correction(case, TODAY)
    assert [entry.halves for entry in case.hours] == [10, 0]
    assert case.halves(voluntary=False) == 0
    assert not closing.correction_noted.test(case, TODAY)  # what was replaced is not replaced again


@pytest.mark.parametrize("halves", [0, 49, "4", None])
def test_hours_are_whole_halves_within_a_day(halves):
    case = referral()
    case.new_hours = case.new_hours | {"halves": halves}
    assert not closing.hours_noted.test(case, TODAY)


# messages


def test_a_significant_change_waits_for_a_result_of_both():
    case = referral()
    change = next(m for m in case.messages if m.significant)
    assert case.unsettled(by_owner=True) == case.unsettled(by_owner=False) == [change]
    change.ocmw_result = "Uren verminderd."
    assert (case.unsettled(by_owner=True), case.unsettled(by_owner=False)) == ([], [change])


def test_a_message_is_read_by_the_other_organisation_only():
    case = referral()
    of_amal, of_ocmw, _change = case.messages
    assert case.unread(by_owner=True) == [of_amal]
    assert of_ocmw in case.unread(by_owner=False) and of_amal not in case.unread(by_owner=False)


def test_the_next_evaluation_is_counted_from_the_last_one():
    case = referral()
    assert receipt.evaluation_term(case, TODAY).due == day("Fri 24/07/2026")
    case.tell("evaluatie", "Goed.", moment(day("Mon 20/07/2026"), where=AMAL))
    assert receipt.evaluation_term(case, TODAY).due == day("Fri 20/11/2026")


def test_an_appointment_that_is_not_known_starts_no_term():
    case = referral("aanvaard")
    assert receipt.appointment_term(case, TODAY).due == day("Tue 24/03/2026")
    case.appointment_on = None
    assert receipt.appointment_term(case, TODAY) is None


# the attest and what follows


def test_b1_follows_within_twenty_four_months_of_the_attest_only_where_it_is_required():
    case = referral()
    assert closing.b1_term(case, TODAY).due == day("Mon 11/12/2028")
    case.b1_required = False
    assert closing.b1_term(case, TODAY) is None


@pytest.mark.parametrize(
    ("residence", "attest", "required", "reason", "right"),
    [
        ("verplicht", "inburgeringsattest", True, "", True),
        ("verplicht", "inburgeringsattest", False, "", False),
        ("verplicht", "inburgeringsattest", False, "Heeft B1 al.", True),
        ("rechthebbend", "inburgeringsattest", True, "", False),
        ("rechthebbend", "inburgeringsattest", False, "", True),
        ("verplicht", "geleverde_inspanningen", True, "Toch.", False),
        ("verplicht", "geleverde_inspanningen", False, "", True),
    ],
)
def test_b1_is_decided_by_somebody_and_only_after_the_attest_itself(residence, attest, required, reason, right):
    case = referral()
    case.client.residences[0].residence = residence
    case.attest, case.b1_required, case.b1_reason = attest, required, reason
    assert closing.b1_decided.test(case, TODAY) is right


def test_an_exemption_on_that_day_settles_the_vdab():
    def exempt(case):
        case.client.vdab_registrations = []
        exempted(case)

    def over(case):
        case.client.vdab_registrations = []
        case.client.vdab_exemptions = [exemption("Wed 01/04/2026", "Sun 13/12/2026")]

    assert taken("rond_af", exempt) == []
    assert taken("rond_af", over) == ["De cliënt is niet ingeschreven bij de VDAB en niet vrijgesteld (SWO art. 10)."]


def test_the_agency_says_what_it_decided_in_a_message():
    case = referral("verzonden")
    case.messages = []
    receipt.tell_acceptance(case, TODAY)
    receipt.tell_refusal(case, TODAY)
    closing.tell_b1(case, TODAY)
    assert [message.text for message in case.messages] == [
        "Aanvaard. Eerste afspraak: 24/03/2026 om 14.00 uur.",
        "Geweigerd. Niet voldaan: De cliënt woont in het werkgebied van Amal: Woont in Evergem.",
        "B1 mondeling behaald.",
    ]
    assert all(isinstance(message, ReferralMessage) for message in case.messages)


def test_the_annex_of_a_version_is_the_one_with_its_parts():
    case = referral("ontwerp")
    case.client.annexes = annexes()
    preparation.link_annex(case, TODAY)
    assert case.version_now.annex.number == 1
