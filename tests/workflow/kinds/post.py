"""The letter in the tests over every table."""

import factories

from tests.workflow.dates import day
from tests.workflow.files import REPORTED, WARNED, letter, organisation, sanction, signs_as_anybody
from tests.workflow.kinds.notes import without_new_piece
from tests.workflow.spoils import in_signature, put
from workflow.models import Letter

SILENT = ("verzonden", "aangeboden")

DAYS = {
    "onderteken": WARNED,
    "neem_op": WARNED,
    "verzend": WARNED,
    "meld_aanbieding": day("Wed 04/03/2026"),
    "meld_terugkeer": day("Fri 20/03/2026"),
    "corrigeer": day("Fri 20/03/2026"),
}


def _signed(row):
    row.signatures[0].signed_at = factories.at(WARNED)


def _by_program(row):
    _signed(row)
    row.to_be_sent = "programma"


def _proven(letter):
    letter.case = sanction()
    letter.proof = {"title": "Afgiftebewijs", "name": "scan.jpg", "kind": "jpg", "size": 1, "sha256": "cd" * 32}


def _brought(letter):
    """The letter is back, signed with ink by somebody who may sign in every function."""
    letter.case, letter.made_at = sanction(), factories.at(REPORTED)
    letter.signatures[0].person = signs_as_anybody()
    letter.outside_way, letter.outside_sha256 = "inkt", "ab" * 32
    letter.outside_on, letter.outside_until = WARNED, 1


CHANGES = {
    "neem_op": _brought, "alles_ondertekend": _signed, "voeg_bewijs_toe": _proven, "verstuur_zelf": _by_program,
}  # fmt: skip


def built(state):
    """A letter in which everything was done right."""
    return letter(state)


def bare(state):
    """A draft of which nothing is known."""
    return Letter(state=state, from_organisation_id="gent", sender=organisation())


SPOILS = {
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
    "own_letter": put(from_organisation_id="een andere"),
    "to_be_signed": put(signatures=[]),
    "leaves_by_itself": put(to_be_sent="gewoon"),
}

COMPANIONS = {"signature_due": {"ink_reach_known"}}

FILLED = {
    "one_copy": "Van deze brief zijn er 3 genummerde exemplaren, en elk moet ondertekend zijn. "
    "Onderteken ze hier, of met inkt.",
    "ink_mandate_held": "Had op die dag geen mandaat om deze brief te ondertekenen: Mia Werker.",
    "own_turn": "Nu is de handtekening van Mia Werker aan de beurt.",
    "posted_in_time": "Deze brief moest uiterlijk op 02/03/2026 vertrekken. Maak een nieuwe brief, "
    "of schrijf in de opmerking waarom hij toch vertrokken is.",
}

HOLDS_ON_AN_EMPTY_FILE = {
    "own_letter",
    "not_on_paper",
    "one_copy",
    "ink_day_possible",
    "ink_reach_known",
    "ink_mandate_held",
    "copies_counted",
    "barcode_given",
    "posted_in_time",
    "stop_explained",
}
