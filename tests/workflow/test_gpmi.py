"""The rules of a GPMI: reflection, void conditions, which annex holds, who signed, what equivalent leefloon needs."""

import pytest

from tests.walks import gpmi as walk
from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import moment, signature
from tests.workflow.kinds import gpmi
from workflow.gpmi import void_condition
from workflow.parameters import PARAMETERS
from workflow.procedures.gpmi import GPMI
from workflow.roles import Role

MW = Role.SOCIAL_WORKER


def signing(on, **values):
    """Return a change: the client signs on a day."""
    return gpmi.in_draft(client_signed_on=on, **values)


# the days to think it over (RMI-wet art. 6 § 3)


@pytest.mark.parametrize(
    ("on", "may"),
    [("Tue 03/03/2026", False), ("Sat 07/03/2026", False), ("Sun 08/03/2026", True), ("Mon 09/03/2026", True)],
)
def test_no_signature_before_the_fifth_day_after_the_offer(on, may):
    assert (tried("gpmi", "teken_client", signing(day(on))) == []) is may


def test_a_client_may_waive_his_days_and_it_is_written_how():
    early = day("Tue 03/03/2026")
    assert tried("gpmi", "teken_client", signing(early, waived=True, waived_how="Mail van 3 maart.")) == []
    assert len(tried("gpmi", "teken_client", signing(early, waived=True, waived_how=""))) == 1


def test_waiving_is_to_be_confirmed_and_can_be_switched_off(monkeypatch):
    assert PARAMETERS["reflection_waivable"].to_confirm
    monkeypatch.setitem(vars(PARAMETERS["reflection_waivable"]), "value", False)
    early = signing(day("Tue 03/03/2026"), waived=True, waived_how="Mail.")
    assert len(tried("gpmi", "teken_client", early)) == 1


@pytest.mark.parametrize("missing", [{"breach_means": ""}, {"ocmw_does": ""}, {"from_on": None}, {"until_on": None}])
def test_an_annex_says_what_counts_as_a_breach_and_from_when_until_when_it_holds(missing):
    assert len(tried("gpmi", "stel_bijlage_op", gpmi.in_draft(**missing))) == 1


def test_an_annex_is_offered_on_a_day():
    assert len(tried("gpmi", "bied_aan", gpmi.in_draft(offered_on=None))) == 1


# what may never be a condition (GwH 86/2018)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U doet gemeenschapsdienst.", "gemeenschapsdienst"),
        ("GEMEENSCHAPSDIENST", "gemeenschapsdienst"),
        ("gemeenschaps-dienst", "gemeenschapsdienst"),
        ("gemeenschaps\u00addienst", "gemeenschapsdienst"),
        ("U doet twee uur vrijwilligerswerk.", "vrijwilligerswerk"),
        ("als vrijwilliger in het rusthuis", "vrijwilliger"),
        ("vrijwillig   werk", "vrijwillig werk"),
        ("U volgt vrijwillig de les.", None),
        ("U volgt de lessen Nederlands.", None),
        ("de dienst van de gemeenschap", None),
        ("", None),
    ],
)
def test_community_service_and_voluntary_work_are_found_however_they_are_written(text, words):
    assert void_condition(["U volgt de les.", text]) == words


@pytest.mark.parametrize("place", ["objective", "attendance"])
def test_no_obligation_may_be_voluntary_work(place):
    def spoil(case):
        case.draft.obligations = [walk.obligation("nt2", **{place: "U doet vrijwilligerswerk."}), walk.obligation("mo")]

    (reason,) = tried("gpmi", "stel_bijlage_op", spoil)
    assert "'vrijwilligerswerk' kan geen voorwaarde zijn" in reason
    assert "86/2018" in reason


def test_what_the_welfare_centre_does_may_speak_of_it():
    assert tried("gpmi", "stel_bijlage_op", gpmi.in_draft(ocmw_does="Wij zoeken vrijwilligers als buddy.")) == []


# the parts


def test_every_part_is_written_out_in_the_order_of_the_annex():
    wrong = [walk.obligation("mo"), walk.obligation("nt2")]
    assert len(tried("gpmi", "stel_bijlage_op", gpmi.in_draft(obligations=wrong))) == 1


@pytest.mark.parametrize(
    ("starts", "ends", "no"), [("2026-03-16", "2026-03-16", 0), ("2026-03-17", "2026-03-16", 1), ("", "2026-03-16", 1)]
)
def test_a_part_does_not_end_before_it_begins(starts, ends, no):
    told = [walk.obligation("nt2", starts_on=starts, ends_on=ends), walk.obligation("mo")]
    assert len(tried("gpmi", "stel_bijlage_op", gpmi.in_draft(obligations=told))) == no


@pytest.mark.parametrize(("third", "no"), [("2027-03-09", 0), ("2027-03-10", 1), ("2026-11-09", 1), ("2026-03-09", 1)])
def test_three_evaluations_are_planned_within_a_year(third, no):
    planned = gpmi.in_draft(evaluations_on=["2026-07-09", "2026-11-09", third])
    assert len(tried("gpmi", "stel_bijlage_op", planned)) == no


def test_without_partner_nothing_is_asked_of_the_agency():
    alone = gpmi.in_draft(partner=None, amal_does="", feedback="")
    assert tried("gpmi", "stel_bijlage_op", alone) == []


# equivalent leefloon (OCMW-wet art. 60 § 3)


@pytest.mark.parametrize(("on", "no"), [(None, 1), ("Mon 02/03/2026", 0), ("Tue 03/03/2026", 1)])
def test_equivalent_leefloon_needs_the_day_of_the_decision_that_imposes_it(on, no):
    def equivalent(case):
        case.aid, case.client.aids[0].aid, case.ground = None, "equivalent_leefloon", "beslissing"
        case.link_decided_on = on and day(on)

    assert len(tried("gpmi", "open", equivalent)) == no


def test_the_aid_is_fixed_at_the_opening():
    case = gpmi.built("nieuw")
    case.aid = None
    GPMI.take("open", case, moment(day("Mon 02/03/2026"), MW))
    case.client.aids[0].aid = "andere"
    assert case.aid == "leefloon"


# in force


def signed_on(case, client, *others):
    """Put the annex of a file in force, signed on these days."""
    case.draft.client_signed_on = client
    case.letter("bijlage_gpmi").signatures = [signature(signed_on=other) for other in others]
    GPMI.take("treedt_in_werking", case, moment(day("Fri 20/03/2026"), Role.SYSTEM))


@pytest.mark.parametrize(
    ("client", "house", "signed", "begins"),
    [
        ("Mon 09/03/2026", "Mon 09/03/2026", "Mon 09/03/2026", "Mon 09/03/2026"),
        ("Sun 08/03/2026", "Sun 08/03/2026", "Sun 08/03/2026", "Mon 09/03/2026"),
        ("Mon 09/03/2026", "Thu 12/03/2026", "Thu 12/03/2026", "Thu 12/03/2026"),
        ("Fri 13/03/2026", "Thu 12/03/2026", "Fri 13/03/2026", "Fri 13/03/2026"),
    ],
)
def test_an_annex_begins_on_its_day_or_when_the_last_party_signed(client, house, signed, begins):
    case = gpmi.built("aangeboden")
    annex = case.draft
    signed_on(case, day(client), day(house))
    assert (annex.signed_on, annex.from_on, annex.until_on) == (day(signed), day(begins), day("Mon 08/03/2027"))
    assert case.contract_signed_on == annex.gpmi_signed_on == day(signed)
    assert case.client.annex_on(day(begins)) is annex


@pytest.mark.parametrize(
    ("missing", "spoil"),
    [
        ("the client", gpmi.in_draft(client_signed_on=None)),
        ("somebody of an organisation", lambda case: setattr(case.letters[0], "state", "ter_ondertekening")),
        ("the letter", lambda case: setattr(case.letters[0], "state", "geannuleerd")),
    ],
)
def test_nothing_is_in_force_while_a_party_is_missing(missing, spoil):
    assert len(tried("gpmi", "treedt_in_werking", spoil)) == 1, missing


@pytest.mark.parametrize(
    ("begins", "ended"), [("Mon 20/07/2026", "Sun 19/07/2026"), ("Mon 09/03/2026", "Mon 09/03/2026")]
)
def test_a_new_annex_takes_over_and_the_former_one_stays_readable(begins, ended):
    case = gpmi.built("ondertekend")
    former = case.in_force
    new = gpmi.drawn_up(case, "nt2", from_on=day(begins))
    assert (new.number, new.draft, case.in_force) == (2, True, former)
    case.state = "aangeboden"
    gpmi.put(**walk.OFFER)(new)
    signed_on(case, day("Mon 09/03/2026"), day("Mon 09/03/2026"))
    assert case.in_force is new
    assert former.until_on == day(ended)
    assert case.client.annex_on(day("Mon 20/07/2026")) is new
    assert new.gpmi_signed_on == former.gpmi_signed_on


def test_what_is_dropped_keeps_its_number():
    case = gpmi.built("aangeboden")
    dropped = case.draft
    GPMI.take("neem_terug", case, moment(day("Wed 04/03/2026"), MW))
    assert (dropped.dropped_on, case.annex, case.annex_id) == (day("Wed 04/03/2026"), None, None)
    assert gpmi.drawn_up(case).number == dropped.number + 1


@pytest.mark.parametrize("action", ["beeindig", "vervang"])
def test_an_annex_ends_with_its_contract(action):
    case = gpmi.built("ondertekend")
    annex, draft = case.in_force, gpmi.drawn_up(case)
    GPMI.take(action, case, moment(day("Fri 10/07/2026"), MW))
    assert (annex.until_on, draft.dropped_on) == (day("Thu 09/07/2026"), day("Fri 10/07/2026"))
    assert case.client.annex_on(day("Fri 10/07/2026")) is None
    assert case.client.annex_on(day("Thu 09/07/2026")) is annex


def test_a_text_that_is_written_again_is_a_new_version_of_the_same_annex():
    case = gpmi.built("ontwerp")
    draft = gpmi.drawn_up(case)
    case.fill({"new_text": walk.annex("nt2", reason="Meer lessen.")})
    GPMI.take("verbeter_bijlage", case, moment(day("Tue 03/03/2026"), MW))
    assert (draft.version, draft.parts, len(case.annexes)) == (2, ["nt2"], 1)
    assert draft.clause == "U volgt nt2 tot het einde. U bent er elke keer voor nt2."


def test_the_former_annex_stays_when_the_new_one_is_dropped():
    case = gpmi.built("ondertekend")
    former = case.in_force
    gpmi.drawn_up(case)
    GPMI.take("behoud_vorige", case, moment(day("Fri 10/07/2026"), MW))
    assert (case.annex, case.annex_id, case.draft) == (former, former.id, None)
