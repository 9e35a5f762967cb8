"""What every file knows of itself: its letters, its shares, its handler, what a form may fill in."""

import pytest

from tests.workflow.dates import day
from tests.workflow.files import AMAL, SEATS, item, letter, sanction, session, vote
from workflow.models import AgendaItem, BcsdSession, Letter, Sanction
from workflow.models.case import NO_ENTRY
from workflow.roles import Role
from workflow.rows import NEW


@pytest.mark.parametrize("kind", [Sanction, BcsdSession, AgendaItem, Letter])
def test_a_new_file_stands_before_its_first_step(kind):
    new = kind()
    assert (new.state, new.version, len(new.id)) == (NEW, 1, 32)


def test_a_new_chain_is_empty():
    assert (Sanction().head, Sanction().entries) == (NO_ENTRY, 0) == ("0" * 64, 0)
    assert (BcsdSession().head, BcsdSession().entries) == (NO_ENTRY, 0)


def test_a_letter_has_the_log_of_its_file_and_a_point_that_of_its_session():
    case = sanction()
    assert case.chain is case
    assert case.letters[0].chain is case
    assert case.agenda_item.chain is case.agenda_item.session


def test_the_newest_letter_of_a_name_counts():
    case = sanction()
    newer = letter("ontwerp", "aanmaning", day("Wed 04/03/2026"))
    assert case.sent("aanmaning")
    case.letters.append(newer)
    assert case.letter("aanmaning") is newer
    assert not case.sent("aanmaning")
    assert case.letter("intrekking") is None
    assert not case.sent("intrekking")


def test_a_cancelled_letter_does_not_bring_back_an_older_one():
    case = sanction()
    case.letters.append(letter("geannuleerd", "aanmaning", day("Wed 04/03/2026")))
    assert case.letter("aanmaning") is None
    assert not case.sent("aanmaning")


def test_a_file_knows_with_whom_it_is_shared():
    assert sanction().shared_with(AMAL)
    assert not sanction().shared_with("ocmw_evergem")
    assert not sanction().shared_with(None)


@pytest.mark.parametrize(("role", "column"), [(Role.SOCIAL_WORKER, "handler_id"), (Role.COUNSELLOR, "counsellor_id")])
def test_the_first_social_worker_or_counsellor_who_acts_takes_a_file_on(role, column):
    case = sanction()
    case.handler_id = case.counsellor_id = None
    for roles, who in (({role}, None), ({Role.CLERK}, "klerk"), ({role}, "eerste"), ({role}, "tweede")):
        case.take_on(frozenset(roles), who)
    assert getattr(case, column) == case.holder(role) == "eerste"
    assert [case.handler_id, case.counsellor_id].count(None) == 1
    assert case.holder(Role.CLERK) is None


def test_a_file_knows_its_parties_and_who_works_for_which():
    case = sanction()
    assert [party.id for party in case.parties] == ["gent", AMAL]
    assert (case.party_of(Role.COUNSELLOR).id, case.party_of(Role.CLERK).id) == (AMAL, "gent")
    assert case.party_of(Role.DIRECTORATE).id == "gent" == case.party_of(Role.PARTNER_WORKER).id
    assert (case.other_party("gent").id, case.other_party(AMAL).id) == (AMAL, "gent")
    case.shares = []
    assert case.other_party("gent") is None


def test_a_file_is_called_after_its_client_or_else_by_its_reference():
    case = sanction()
    assert case.about == "Amina Voorbeeld"
    case.client = None
    assert case.about == "SD-2026-0001"


@pytest.mark.parametrize("build", [sanction, letter, session, item])
def test_a_form_fills_in_known_fields_only(build):
    row = build()
    row.fill({"remark": "Gezien."})
    assert row.remark == "Gezien."
    with pytest.raises(AttributeError, match="has no field opmerking"):
        row.fill({"opmerking": "Gezien."})


def test_a_form_writes_rows_of_their_own():
    case = sanction("geadviseerd")
    row = session()
    case.fill({"agenda": {"session": row, "urgent": True, "urgency_reason": "De client verhuist."}})
    case.fill({"grounds": {"grounds_law": "Artikel 30."}, "withdrawal": {"reason": "Fout artikel."}})
    point = case.agenda_item
    point.fill({"choices": {"zetel1": "voor"}, "urgency_agreed": 9})
    point.fill({"recusal": {"seat_id": SEATS[2], "reason": "Nicht"}})
    assert (point.session, point.position, point.urgent, point.state) == (row, 1, True, NEW)
    assert (point.choices, point.urgency_agreed) == ({"zetel1": "voor"}, 9)
    assert [(r.seat_id, r.reason) for r in point.recusals] == [(SEATS[2], "Nicht")]
    assert (case.decision.grounds_law, case.decision.withdrawal_reason) == ("Artikel 30.", "Fout artikel.")


def test_a_new_advice_and_a_new_decision_stand_and_the_earlier_ones_are_kept():
    case = sanction()
    first_advice, first_decision = case.advice, case.decision
    case.fill({"advice": {"measure": "verwittiging"}, "decision": {"measure": "verwittiging"}})
    assert [(a.number, a is case.advice) for a in case.advices] == [(1, False), (2, True)]
    assert [(d.number, d is case.decision) for d in case.decisions] == [(1, False), (2, True)]
    assert (case.advices[0], case.decisions[0]) == (first_advice, first_decision)
    assert case.decision.decided_on == day("Tue 28/04/2026")
    assert case.decision.reference == "SD-2026-0001"


def test_the_facts_are_carried_to_a_form_and_back():
    case = sanction()
    facts = [*case.reported_facts, {"happened_on": day("Fri 27/02/2026"), "what": "Te laat", "evidence": "Lijst"}]
    case.fill({"reported_facts": facts})
    assert case.reported_facts == facts
    assert [fact.position for fact in case.facts] == [1, 2]


def test_a_file_outside_an_agenda_is_not_decided():
    case = sanction()
    case.agenda_item_id = None
    with pytest.raises(AssertionError, match="only a file on an agenda"):
        case.decide(measure="verwittiging")


def test_a_file_without_a_decision_has_nothing_to_reword_or_withdraw():
    case = sanction()
    case.decision_id = None
    for fields in ({"grounds": {"grounds_law": "x"}}, {"withdrawal": {"reason": "x"}}):
        with pytest.raises(AssertionError, match="only a decided file"):
            case.fill(fields)


def test_a_new_vote_replaces_the_old_one():
    point = vote(sanction().agenda_item, zetel1="tegen")
    point.choices = {"zetel1": "voor"}
    assert point.choices == {"zetel1": "voor"}
