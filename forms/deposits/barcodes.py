"""Scanning barcodes into a deposit list: one field for every letter, or all codes at once."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from forms.access import moment, open_to, visible_letters
from forms.deposits import page
from forms.deposits.page import HANDLERS, Desk, codes_seen, find, items_of
from forms.fields import cleaned
from workflow.models import DepositItem, Letter, db
from workflow.moment import Moment
from workflow.procedures.post_delivery import NATIONAL_BARCODE, barcode_flaw
from workflow.terms import Way
from workflow.wording import N_, Sentence

bp = Blueprint("deposit_barcodes", __name__, url_prefix="/post/lijsten")

MOST_CHARACTERS = 20_000
_AZERTY = str.maketrans("&é\"'(§è!çà", "1234567890")
"""What the keys of the digits give when a scanner types as an American keyboard on a Belgian one."""


def normal(typed: str) -> str:
    """Write a barcode without spaces and in capitals; a scanner that typed on the wrong keyboard is understood."""
    code = "".join(cleaned(typed)[0].split())
    digits = code.translate(_AZERTY)
    return digits if NATIONAL_BARCODE.fullmatch(digits) else code.upper()


@bp.post("/<reference>/barcodes")
@open_to(*HANDLERS)
def scan(reference: str) -> ResponseReturnValue:
    """Keep the barcodes of a list: all of them, or none when one is wrong; what was typed stays on the page."""
    when = moment()
    deposit = find(reference, when)
    items = [item for item in items_of(deposit, when) if item.waiting]
    desk = _typed(items)
    if deposit.way != Way.REGISTERED:
        desk.refuse(N_("Alleen aangetekende brieven hebben een barcode."))
    _merge(desk, items)
    _look(desk, items, when)
    if desk.summary or not _kept(desk, items):
        if not desk.summary:  # somebody else scanned one of these at the same instant
            items = [item for item in items_of(find(reference, when), when) if item.waiting]
            _look(desk, items, when)
        return page.render(find(reference, when), when, desk), 422
    left = [item.letter.reference for item in items if not item.barcode]
    count = len(items) - len(left)
    flash(ngettext("%(num)s barcode bewaard.", "%(num)s barcodes bewaard.", count))
    return redirect(url_for("deposit.show", reference=reference, _anchor=f"code-{left[0]}" if left else None))


def _typed(items: Sequence[DepositItem]) -> Desk:
    """Read the field of every letter; codes that came all at once fill the empty ones in the order of the list."""
    desk = Desk()
    for item in items:
        name = item.letter.reference
        desk.typed[name] = normal(request.form.get(f"code-{name}", item.barcode or "")[:200])
    lines = request.form.get("codes", "")[:MOST_CHARACTERS].splitlines()
    scanned = [code for code in map(normal, lines) if code]
    codes = [code for code in dict.fromkeys(scanned) if code not in desk.typed.values()]
    if len(codes) < len(scanned):
        flash(_("Een code die twee keer gescand is, telt maar één keer."), "warn")
    for name in [name for name, code in desk.typed.items() if not code]:
        if codes:
            desk.typed[name] = codes.pop(0)
    if codes:
        desk.surplus = "\n".join(codes)
        text = ngettext(
            "Er is %(num)s code te veel: elke brief heeft er al een. Ze staat nog in het vak.",
            "Er zijn %(num)s codes te veel: elke brief heeft er al een. Ze staan nog in het vak.",
            len(codes),
        )
        desk.refuse(text, "codes")
    return desk


def _merge(desk: Desk, items: Sequence[DepositItem]) -> None:
    """Leave what somebody else scanned since this page was shown; where both typed, ask."""
    if request.form.get("seen_codes") == codes_seen(items):
        return
    for item in items:
        name, typed = item.letter.reference, desk.typed[item.letter.reference]
        if item.barcode and not typed:
            desk.typed[name] = item.barcode
        elif item.barcode and typed != item.barcode:
            text = N_("Iemand anders bewaarde hier intussen %(code)s. Kijk na welke code op de brief staat.")
            desk.flaw(name, Sentence(text, code=item.barcode))


def _look(desk: Desk, items: Sequence[DepositItem], when: Moment) -> None:
    """Check every code: its shape, its check digit, and that no other letter has it."""
    first: dict[str, str] = {}
    elsewhere = _elsewhere([code for code in desk.typed.values() if code], items, when)
    for name, code in desk.typed.items():
        if not code or name in desk.flaws:
            continue
        if flaw := barcode_flaw(code):
            desk.flaw(name, flaw)
        elif code in first:
            desk.flaw(name, Sentence(N_("Deze code staat ook bij %(letter)s."), letter=first[code]))
        elif code in elsewhere:
            desk.flaw(name, elsewhere[code])
        first.setdefault(code, name)


def _elsewhere(codes: Sequence[str], items: Sequence[DepositItem], when: Moment) -> dict[str, Sentence]:
    """Return the codes that another letter has, on a list or in the register of the post, and which letter."""
    here = [item.letter_id for item in items]
    sent = select(Letter.registered_number, Letter.id).where(Letter.registered_number.in_(codes))
    listed = select(DepositItem.barcode, DepositItem.letter_id).where(DepositItem.barcode.in_(codes))
    found = {code: letter_id for query in (sent, listed) for code, letter_id in db.session.execute(query)}
    found = {code: letter_id for code, letter_id in found.items() if letter_id not in here}
    readable = db.session.scalars(visible_letters(when).where(Letter.id.in_(found.values()))).unique()
    names = {letter.id: letter.reference for letter in readable}
    known = N_("Deze code staat al bij brief %(letter)s.")
    hidden = Sentence(N_("Deze code staat al bij een brief die je niet mag lezen."))
    said = {code: Sentence(known, letter=names[each]) if each in names else hidden for code, each in found.items()}
    return {code: sentence for code, sentence in said.items() if code}


def _kept(desk: Desk, items: Sequence[DepositItem]) -> bool:
    """Keep the codes; say no when somebody else kept one of them at the same instant."""
    changed = [item for item in items if (item.barcode or "") != desk.typed[item.letter.reference]]
    try:
        for item in changed:
            item.barcode = None  # two letters may exchange their codes
        db.session.flush()
        for item in changed:
            item.barcode = desk.typed[item.letter.reference] or None
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return False
    return True
