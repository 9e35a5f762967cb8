"""Every step of a warm hand-over, as a browser sends it."""

from datetime import date

from forms import clock as wall
from letters.store import store
from tests.forms.steps.notes import a_scan
from tests.letters.pieces import picture
from tests.walks.warm_handoff import PLANNED
from workflow.handoff import Item
from workflow.models import db

DRAFT = {"urgency": "dringend", "needs_interpreter": "ja"}
AGREED = {"informed_on": "2/3/2026"} | {f"agree_{item}": "ja" for item in Item}
HANDED = {"client_present": "ja", "next_step_on": "18/3/2026", "contact_now": "ocmw"}
HEALTH = ("words_gezondheid",)


def _guided(file):
    """The welfare centre guides the client already: the form asks why he is referred all the same."""
    file.client.social_worker_id = file.staff["mw2"].id
    db.session.commit()
    return DRAFT


def _planned(file):
    return {
        "meeting_on": "12/3/2026", "meeting_time": "14 u", "needs_interpreter": "ja", "handler_id": file.staff["mw"].id
    }  # fmt: skip


def _late(file):
    """The welfare centre did nothing in time: the clock sends the report back and tells the team leads."""
    file.clock.set(date(2026, 3, 17))
    assert wall.run(file.now) == [file.case.reference]
    return {}


def _returned(file):
    _late(file)
    return AGREED | {"informed_on": "17/3/2026"}


def _line(file):
    return {"chosen_lines": "1"}


def _complete(file):
    file.clock.set(PLANNED["meeting_on"], 14)
    file.tick_all()
    return HANDED


def _withdrawn(file):
    return {"withdrawn_item": "inkomen"}


def _worker(file):
    return {"handler_id": file.staff["mw"].id}


def _counsellor(file):
    return {"counsellor_id": file.staff["tb"].id}


def _own_piece(file):
    content = picture(b"\x80")
    said = {"name": "attest.png", "kind": "png", "size": len(content), "sha256": store.put(content), "shared": True}
    file.take("voeg_stuk_toe", "tb", new_piece={"title": "Attest"} | said)
    return {"piece": file.case.attachments[0].id}


# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it
    ("warm_handoff", "stel_op", "ontwerp", "tb", None, _guided),
    ("warm_handoff", "vul_ontwerp_aan", "ontwerp", "tb", None, _guided),
    ("warm_handoff", "meld_aan", "ontwerp", "tb", None, AGREED, "warme_doorverwijzing", HEALTH),
    ("warm_handoff", "meld_opnieuw_aan", "aangemeld", "tb", (3, 17), _returned, "warme_doorverwijzing", HEALTH),
    ("warm_handoff", "trek_toestemming_in", "gepland", "tb", None, _withdrawn),
    ("warm_handoff", "plan", "aangemeld", "mw", (3, 4), _planned, "uitnodiging_kennismaking"),
    ("warm_handoff", "verplaats", "gepland", "mw", (3, 5), _planned, "uitnodiging_kennismaking"),
    ("warm_handoff", "niet_opgedaagd", "gepland", "mw", (3, 12), {}),
    ("warm_handoff", "vink_af", "gepland", "mw", None, _line),
    ("warm_handoff", "keur_afwezigheid_goed", "gepland", "hoofd", None, {}),
    ("warm_handoff", "draag_over", "gepland", "mw", (3, 12), _complete, "overdrachtsfiche"),
    ("warm_handoff", "neem_op", "overgedragen", "mw", (3, 13), _worker),
    ("warm_handoff", "neem_niet_op", "overgedragen", "mw", (3, 13), {"outcome": "doorverwezen"}),
    ("warm_handoff", "trek_in", "gepland", "tb", None, {}),
    ("warm_handoff", "neem_kennis", "opgenomen", "tb", None, {}),
    ("warm_handoff", "wijs_toe", "gepland", "hoofd", None, _worker),
    ("warm_handoff", "wijs_begeleider_toe", "gepland", "contact", None, _counsellor),
    ("warm_handoff", "volg_vertraging_op", "aangemeld", "hoofd", (3, 17), _late),
    ("warm_handoff", "noteer", "gepland", "contact", None),
    ("warm_handoff", "voeg_stuk_toe", "gepland", "tb", None, a_scan),
    ("warm_handoff", "verwijder_stuk", "gepland", "tb", None, _own_piece),
)
# fmt: on
