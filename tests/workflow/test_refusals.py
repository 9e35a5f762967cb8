"""The refusals that carry a date, a number or a name, written out in full."""

import pytest

from tests.workflow.every_row import GUARDED, GUARDS, ROWS, bare, named, ready
from tests.workflow.files import REPORTED, moment
from tests.workflow.spoils import SPOILS

FILLED = {
    "ocmw_competent": "Het OCMW is niet bevoegd. Wie mag sanctioneren: Amal (SWO art. 3, 12).",
    "amal_competent": "Amal is niet bevoegd. Wie mag sanctioneren: Niemand (SWO art. 3, 12).",
    "clause_in_force": "Op 23/02/2026 was er geen ondertekende bijlage bij het GPMI van kracht die dit oplegt. "
    "Zonder die bijlage is er geen grondslag (RMI-wet art. 30 § 2; SWO art. 4).",
    "no_other_file": "Er loopt al een dossier over dezelfde feiten: SD-2026-0001.",
    "remedy_date_far_enough": "Geef de cliënt tijd tot minstens 19/03/2026: 14 dagen na de veilige kennisgevingsdag.",
    "letter_sent": "De brief 'Aanmaning' is nog niet verzonden.",
    "remedy_term_over": "De hersteltermijn loopt nog tot en met 24/03/2026.",
    "hearing_far_enough": "De cliënt kan ten vroegste op 03/04/2026 gehoord worden: "
    "minstens 7 dagen na de uitnodiging.",
    "hearing_day_reached": "De hoorzitting is pas op 15/04/2026.",
    "absence_counts": "De uitnodiging vertrok te laat: de cliënt had geen 7 dagen. "
    "Wie niet kwam, moet opnieuw uitgenodigd worden (RMI-wet art. 20).",
    "advice_within_cap": "Het voorstel is langer dan 1 maand(en), de hoogste duur die nu kan (RMI-wet art. 30 § 2).",
    "convocation_possible": "De oproeping voor die zitting moest uiterlijk op 15/04/2026 vertrekken. "
    "Later kan een punt er alleen dringend op, met redenen (DLB art. 110).",
    "session_day_reached": "De zitting is pas op 29/04/2026.",
    "quorum_reached": "Het quorum is niet bereikt: 6 aanwezig, 7 nodig (DLB art. 110 jo. 26).",
    "majority_reached": "Het voorstel is niet aangenomen: 6 voor, 7 tegen. "
    "Bij staking van stemmen is het verworpen. Dan kan enkel 'geen sanctie' of verdaging.",
    "decision_within_cap": "De schorsing is langer dan 1 maand(en), de hoogste duur die nu kan (RMI-wet art. 30 § 2).",
    "start_in_window": "De schorsing kan starten vanaf de dag na de kennisgeving en ten laatste op 01/07/2026 "
    "(te bevestigen).",
    "appeal_term_over": "De beroepstermijn met marge loopt tot en met 17/08/2026.",
    "every_item_settled": "Nog niet elk punt heeft een uitkomst: SD-2026-0001.",
    "one_copy": "Van deze brief zijn er 3 genummerde exemplaren, en elk moet ondertekend zijn. "
    "Onderteken ze hier, of met inkt.",
    "ink_mandate_held": "Had op die dag geen mandaat om deze brief te ondertekenen: Mia Werker.",
    "own_turn": "Nu is de handtekening van Mia Werker aan de beurt.",
    "posted_in_time": "Deze brief moest uiterlijk op 02/03/2026 vertrekken. Maak een nieuwe brief, "
    "of schrijf in de opmerking waarom hij toch vertrokken is.",
}


def spoiled(name):
    """The condition, with a file in which it does not hold and the moment."""
    table, step, source, guard = next(row for row in GUARDED if row[3].name == name)
    file, when = ready(table, step, source)
    SPOILS[name](file)
    return guard, file, when


def test_every_refusal_that_carries_a_value_is_written_out():
    assert FILLED.keys() == {name for name, guard in GUARDS.items() if guard.values}


@pytest.mark.parametrize("name", FILLED)
def test_a_refusal_names_its_date_its_number_or_its_person(name):
    guard, file, when = spoiled(name)
    assert str(guard.objection(file, when)) == FILLED[name]


@pytest.mark.parametrize("name", sorted(GUARDS.keys() - FILLED.keys()))
def test_every_other_refusal_is_a_whole_sentence(name):
    guard, file, when = spoiled(name)
    said = str(guard.objection(file, when))
    assert said == guard.reason
    assert said[0].isupper() and said.endswith(".") and "%" not in said


HOLDS_ON_AN_EMPTY_FILE = {
    "hearing_on_working_day",
    "stop_explained",
    "client_known",
    "breach_chosen",
    "copies_counted",
    "facts_dated",
    "evidence_given",
    "ocmw_competent",
    "clause_in_force",
    "no_other_file",
    "absence_counts",
    "attendance_noted",
    "advice_within_cap",
    "question_answered",
    "no_open_question",
    "recused_stayed_out",
    "recused_once",
    "urgency_agreed",
    "departure_reasoned",
    "decision_within_cap",
    "start_in_window",
    "executed",
    "session_over",
    "not_on_paper",
    "one_copy",
    "ink_day_possible",
    "ink_reach_known",
    "ink_mandate_held",
    "every_item_settled",
    "agenda_empty",
    "barcode_given",
    "posted_in_time",
}
"""Conditions that only forbid something: where nothing was written yet, nothing is against them."""


def test_a_request_without_its_form_is_refused_in_words():
    for table, step, source in ROWS:
        file = bare(table, source)
        for guard in step.only_if:
            holds = guard.objection(file, moment(REPORTED, *step.roles)) is None
            assert holds is (guard.name in HOLDS_ON_AN_EMPTY_FILE), (named([(table, step, source)]), guard.name)
