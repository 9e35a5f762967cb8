"""Every step of a referral, as a browser sends it."""

from datetime import date

from forms.clock import run
from tests.forms.steps.notes import a_piece, a_scan
from tests.walks.referral import NEW_PARTS
from workflow.models import ResidenceStatus, VdabExemption, db

APPOINTMENT = {"appointment_on": "24/3/2026", "appointment_time": "14 u"}
HOURS = {"done_on": "24/3/2026", "halves": "2,5"}
MESSAGE = {"kind": "niveau", "happened_on": "24/3/2026"}


def _open(file):
    return {"basis": "opgelegd", "asked_parts": ["nt2", "mo"]}


def _sign_annex(file):
    """What is imposed can be sent: the annex is signed, the client informed."""
    file.sign_annex(file.client.annexes[-1], date(2026, 3, 9))
    informed = {"data_told_on": date(2026, 3, 9), "data_told_by": "Mw", "data_language": "Arabisch"}
    said = {"informed_on": date(2026, 3, 9), "informed_how": "Op kantoor", "informed_interpreter": "Arabisch"}
    file.take("licht_in", "klerk", date(2026, 3, 9), **informed, **said)
    return {}


def _with_annex(file):
    file.annex()
    return {}


def _accepting(file):
    return APPOINTMENT | {"counsellor_id": file.staff["tb"].id}


def _counsellor(file):
    return {"counsellor_id": file.staff["tb"].id}


def _asked(file):
    file.take("vraag_aanvulling", "contact", date(2026, 3, 11), question="Welk niveau?")
    return {}


def _told_by(login, kind="niveau"):
    """A message of that person waits for the other organisation."""

    def choose(file):
        file.tell(login, kind, day=date(2026, 3, 24))
        return {"message_id": file.case.messages[-1].id}

    return choose


def _new_parts(file):
    file.annex(NEW_PARTS, signed=date(2026, 3, 24))
    return {"parts": NEW_PARTS}


def _new_parts_of_ocmw(file):
    for status in file.client.residences:
        db.session.delete(status)
    db.session.add(
        ResidenceStatus(client_id=file.client.id, residence="rechthebbend", from_on=date(2020, 1, 1), source="proef")
    )
    db.session.commit()
    db.session.refresh(file.client)
    return _new_parts(file)


def _reminded(file):
    """The clock asked for a reminder."""
    file.clock.set(date(2026, 4, 23))
    run(file.now)
    return {}


def _exempted(file):
    begun = date(2026, 3, 20)
    exemption = VdabExemption(
        client_id=file.client.id, reason="werk_of_studie", proof="Contract", from_on=begun, source="proef"
    )
    db.session.add(exemption)
    db.session.commit()
    db.session.refresh(file.client)
    return {"until_on": "23/3/2026"}


def _hours_noted(file):
    file.hours(4, date(2026, 3, 24))
    return HOURS | {"replaces_id": file.case.hours[0].id}


def _finished(file):
    file.registered(date(2026, 3, 24))
    file.hours(40, date(2026, 3, 24))
    file.hours(40, date(2026, 3, 24))
    return {"attest": "inburgeringsattest", "attest_on": "24/3/2026", "b1_required": "neen"}


def _colleague(file):
    return {"handler_id": file.staff["mw2"].id}


def _late(file):
    """The agency did not answer in time: the clock told the leaders of both teams."""
    file.clock.set(date(2026, 3, 25))
    run(file.now)
    return {}


def _signed(name, login, maker):
    """Let the agency sign its letter: it leaves by itself, and the welfare centre reads it."""
    return lambda file: file.sign(name, login, maker=maker)


_ACCEPTED = _signed("ontvangstbevestiging", "tb", "contact")
_MOVED = _signed("ontvangstbevestiging", "tb", "tb")
_REFUSED = _signed("weigering", "contact", "contact")
INFORMED = {"data_told_on": "9/3/2026", "informed_on": "9/3/2026"}
STOPPED = {"stop_reason": "verhuisd", "stop_on": "24/3/2026"}
BREACH = {"breach_type": "afwezig_nt2", "reported_facts-0-happened_on": "23/3/2026"}

# fmt: off
ROWS = (
    # kind, action, state on the shelf, who, day, chosen, letter, what is not in it, what happens before it is read
    ("referral", "open", "ontwerp", "mw", None, _open),
    ("referral", "verbeter_ontwerp", "ontwerp", "klerk", None, _open),
    ("referral", "bereid_voor", "ontwerp", "mw", None, _with_annex),
    ("referral", "licht_in", "voorbereiding", "klerk", (3, 9), INFORMED),
    ("referral", "verbeter_inlichting", "voorbereiding", "mw", (3, 9), INFORMED),
    ("referral", "maak_brief_opnieuw", "voorbereiding", "mw", None),
    ("referral", "verstuur", "voorbereiding", "mw", (3, 9), _sign_annex),
    ("referral", "verbeter_doorverwijzing", "te_tekenen", "mw", None, {}, "doorverwijzing"),
    ("referral", "aanvaard", "verzonden", "contact", (3, 11), _accepting, "ontvangstbevestiging", (), _ACCEPTED),
    ("referral", "vraag_aanvulling", "verzonden", "contact", (3, 11)),
    ("referral", "vul_aan", "verzonden", "mw", (3, 11), _asked),
    ("referral", "weiger", "verzonden", "contact", (3, 11), {}, "weigering", (), _REFUSED),
    ("referral", "start", "aanvaard", "tb", (3, 24), {"contract_signed_on": "24/3/2026"}),
    ("referral", "verplaats_afspraak", "aanvaard", "tb", (3, 11), APPOINTMENT, "ontvangstbevestiging", (), _MOVED),
    ("referral", "koppel_terug", "lopend", "tb", None, MESSAGE),
    ("referral", "lees_ocmw", "lopend", "mw", None, _told_by("tb")),
    ("referral", "lees_amal", "lopend", "tb", None, _told_by("mw")),
    ("referral", "stem_af_ocmw", "lopend", "mw", None, _told_by("tb", "ingrijpend")),
    ("referral", "stem_af_amal", "lopend", "tb", None, _told_by("tb", "ingrijpend")),
    ("referral", "evalueer", "lopend", "tb", (7, 24)),
    ("referral", "herinner_client", "lopend", "tb", None, _reminded),
    ("referral", "noteer_vdab", "lopend", "mw", None, {"from_on": "24/3/2026"}),
    ("referral", "noteer_vrijstelling", "lopend", "mw", None, {"reason": "werk_of_studie", "from_on": "24/3/2026"}),
    ("referral", "beeindig_vrijstelling", "lopend", "mw", None, _exempted),
    ("referral", "neem_vdab_op", "lopend", "mw", None),
    ("referral", "noteer_pnt", "lopend", "tb", None, HOURS),
    ("referral", "corrigeer_pnt", "lopend", "tb", None, _hours_noted),
    ("referral", "herbekijk_pnt", "lopend", "tb", None),
    ("referral", "meld_inbreuk", "lopend", "tb", None, BREACH),
    ("referral", "wijzig_traject", "lopend", "tb", None, _new_parts),
    ("referral", "wijzig_onderdelen", "lopend", "mw", None, _new_parts_of_ocmw, "brief_wijziging"),
    ("referral", "rond_af", "lopend", "tb", None, _finished),
    ("referral", "noteer_b1", "b1_opvolging", "tb", None, {"b1_outcome": "behaald", "b1_on": "14/12/2026"}),
    ("referral", "zet_stop", "lopend", "mw", None, STOPPED, "bericht_stopzetting_client"),
    ("referral", "trek_in", "verzonden", "mw", None, {}, "bericht_stopzetting"),
    ("referral", "volg_vertraging_op", "verzonden", "contact", (3, 25), _late),
    ("referral", "wijs_toe", "lopend", "hoofd", None, _colleague),
    ("referral", "wijs_begeleider_toe", "lopend", "contact", None, _counsellor),
    ("referral", "noteer", "lopend", "contact", None),
    ("referral", "voeg_stuk_toe", "lopend", "tb", None, a_scan),
    ("referral", "verwijder_stuk", "lopend", "mw", None, a_piece),
)
# fmt: on
