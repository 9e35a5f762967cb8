"""How to spoil each condition of the tables, and nothing else in the file.

SPOILS has one line for every guard, by its name; a guard without a line fails test_rows.py.
COMPANIONS names the conditions that cannot hold when another one does not.
"""

from operator import attrgetter

import factories

from tests.workflow.dates import day
from tests.workflow.files import SEATS, WITHDRAWN, running, sanction, vote


def put(path="", **values):
    """Return a function that writes other values in a file, or in the row at `path` of it."""

    def spoil(file):
        row = attrgetter(path)(file) if path else file
        for name, value in values.items():
            setattr(row, name, value)

    return spoil


def frozen(**facts):
    """Return a function that changes what was frozen when the file opened."""

    def spoil(case):
        case.frozen = case.frozen | facts

    return spoil


def in_letter(name, **values):
    """Return a function that changes the letter of that name."""

    def spoil(case):
        put(**values)(case.letter(name))

    return spoil


def in_first_fact(**values):
    """Return a function that changes the first reported fact."""

    def spoil(case):
        put(**values)(case.facts[0])

    return spoil


def in_signature(**values):
    """Return a function that changes the one place to sign."""

    def spoil(letter):
        put(**values)(letter.signatures[0])

    return spoil


def votes(**others):
    """Return a function in which some seats did something else than vote for."""

    def spoil(case):
        vote(case.agenda_item, **others)

    return spoil


def term(name, due):
    """Return a function that gives a running term another last day."""

    def spoil(case):
        put(due_on=due)(case.running(name))

    return spoil


def another_file(case):
    """The client has an open file about the same facts."""
    case.client.sanctions.append(sanction(who=case.client))


def unsent(case):
    """None of the letters left the house."""
    for letter in case.letters:
        letter.state = "ondertekend"


def question_open(case):
    """The committee waits for an answer."""
    case.deadlines.append(running("antwoordtermijn", WITHDRAWN))


def too_short_notice(case):
    """The client did not come, and the invitation left a week before the hearing."""
    case.hearing_outcome = "niet_verschenen"
    case.letter("uitnodiging_hoorzitting").posted_on = day("Tue 07/04/2026")


def item_open(row):
    """A file on the agenda waits for its outcome."""
    sanction("geagendeerd").put_on_agenda(row)


def recusal_of_the_third(case):
    """The interest of a member is recorded, who voted all the same."""
    case.recuse(SEATS[3], "Nicht van de cliënt.")


def without_new_piece(row):
    """No file was chosen."""
    row.chain.attachments.clear()


def piece_of_somebody_else(case):
    """The piece is another's, in a file of another organisation."""
    case.owner_id, case.attachments[0].added_by_id = "ocmw_evergem", "een ander"


ABSENT = dict.fromkeys(SEATS[:7], "afwezig")
AGAINST = dict.fromkeys(SEATS[:7], "tegen")
ELSEWHERE = "Andere redenen dan het voorstel."

SPOILS = {
    # the report
    "client_known": put(client=None),
    "breach_chosen": put(breach_type="te_laat"),
    "facts_dated": in_first_fact(happened_on=day("Wed 04/03/2026")),
    "evidence_given": in_first_fact(evidence=""),
    # competence and warning
    "ocmw_competent": frozen(sanctions="amal"),
    "amal_competent": frozen(sanctions="niemand"),
    "clause_in_force": frozen(annex=None),
    "no_other_file": another_file,
    "no_lawful_reason": put(lawful_reason="ziekte"),
    "reason_looked_for": put(reason_examined=""),
    "warning_complete": put(remedy=""),
    "remedy_date_far_enough": put(remedy_by=day("Wed 18/03/2026")),
    "letter_sent": unsent,
    "remedy_term_over": term("hersteltermijn", day("Tue 24/03/2026")),
    "remedy_described": put(remedied_on=day("Sat 21/03/2026")),
    "closing_explained": put(closing_explanation=""),
    # the hearing and the social report
    "hearing_on_working_day": put(hearing_on=day("Sat 18/04/2026")),
    "hearing_far_enough": put(hearing_on=day("Thu 02/04/2026"), reschedule_by=day("Wed 01/04/2026")),
    "hearing_arranged": put(file_access=""),
    "interpreter_decided": put(hearing_interpreter=""),
    "reschedule_date_given": put(reschedule_by=day("Tue 14/04/2026")),
    "invitation_sent": in_letter("uitnodiging_hoorzitting", state="ondertekend"),
    "hearing_day_reached": put(hearing_on=day("Wed 15/04/2026")),
    "hearing_reported": put(hearing_report=""),
    "attendance_noted": put(hearing_present=""),
    "absence_counts": too_short_notice,
    "report_written": put("advice", situation=""),
    "advice_complete": put("advice", duration=None),
    "advice_proportionate": put("advice", family_effect=""),
    "advice_within_cap": put("advice", duration=2),
    "question_answered": question_open,
    # the agenda, the vote and the decision
    "report_signed": in_letter("sociaal_verslag", state="ter_ondertekening"),
    "no_open_question": question_open,
    "session_planned": put("agenda_item.session", state="gesloten"),
    "convocation_possible": put("agenda_item.session", held_on=day("Thu 23/04/2026")),
    "session_day_reached": put("agenda_item.session", held_on=day("Wed 29/04/2026")),
    "vote_closed": put(choices={}),
    "quorum_reached": votes(**ABSENT),
    "recused_stayed_out": recusal_of_the_third,
    "majority_reached": votes(**AGAINST),
    "urgency_agreed": put("agenda_item", urgent=True, urgency_agreed=8),
    "reasoned": put("decision", grounds_facts=""),
    "hearing_answered": put("decision", hearing_answer=""),
    "measure_reasoned": put("decision", grounds_measure=""),
    "departure_reasoned": put("decision", monthly_cents=10000),
    "decision_complete": put("decision", starts_on=None),
    "decision_within_cap": put("decision", duration=2, departure=ELSEWHERE),
    "start_in_window": put("decision", starts_on=day("Thu 02/07/2026")),
    "question_asked": put(answer_by=day("Tue 28/04/2026")),
    "recusal_explained": put("agenda_item", recusals=[]),
    "recused_once": recusal_of_the_third,
    "withdrawal_session_held": put("agenda_item.session", held_on=day("Wed 13/05/2026")),
    "withdrawal_explained": put("decision", withdrawal_reason=""),
    # what follows
    "execution_described": put(executed_on=day("Wed 03/06/2026")),
    "ocmw_informed": put(ocmw_informed_how=""),
    "amal_informed": put(amal_informed_how=""),
    "appeal_registered": put(appeal_roll=""),
    "judgment_described": put(judgment="onbekend"),
    "appeal_term_over": term("beroepstermijn", day("Mon 17/08/2026")),
    "executed": put(executed_on=None),
    "both_informed": put(amal_informed_on=None),
    # at any moment
    "note_written": put(remark=""),
    "assigned_to_somebody": put(handler_id=None),
    "piece_given": without_new_piece,
    "piece_chosen": piece_of_somebody_else,
    "removal_explained": put(remark=""),
    # a session
    "session_arranged": put(starts_at=""),
    "session_over": put(held_on=day("Tue 18/08/2026")),
    "every_item_settled": item_open,
    "agenda_empty": item_open,
    "cancellation_explained": put(cancel_reason=""),
    # a letter
    "own_turn": in_signature(person_id="een ander"),
    "mandate_valid": in_signature(role="directie"),
    "signature_due": in_signature(signed_at=factories.at(day("Tue 03/03/2026"))),
    "not_on_paper": in_signature(level="handgeschreven"),
    "paper_brought": put(outside_sha256=""),
    "one_copy": put(outside_way="digitaal", number_of_copies=3),
    "ink_day_possible": put(outside_on=day("Wed 04/03/2026")),
    "ink_reach_known": put(outside_until=0),
    "ink_mandate_held": in_signature(role="een andere functie"),
    "all_signed": in_signature(signed_at=None),
    "copies_counted": put(number_of_copies=0),
    "remark_given": put(remark=""),
    "meant_to_be_sent": put(to_be_sent=None),
    "way_allowed": put(way="gewoon"),
    "barcode_given": put(registered_number="010"),
    "posting_day_possible": in_signature(signed_at=factories.at(day("Wed 04/03/2026"))),
    "posted_in_time": put(post_by=day("Mon 02/03/2026"), remark=""),
    "presented_after_posting": put(presented_on=day("Mon 02/03/2026")),
    "return_followed_up": put(remark=""),
    "stop_explained": put(remark=""),
    "return_explained": put(return_reason=""),
    "correction_explained": put(remark=""),
    "proof_given": without_new_piece,
    "carrier_dates_in_order": put(presented_on=day("Mon 02/03/2026")),
}

COMPANIONS = {"vote_closed": {"quorum_reached", "majority_reached"}, "signature_due": {"ink_reach_known"}}
