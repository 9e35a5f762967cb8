"""The page of a deposit list: its letters in order, the barcodes, the posting, the papers."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from flask import render_template
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from forms.access import one_or_404, visible_letters
from forms.procedures.post import WAYS
from forms.texts import translated
from workflow.models import Deposit, DepositItem, Letter, db
from workflow.moment import Moment
from workflow.procedures.post import POST
from workflow.roles import Role
from workflow.terms import Way
from workflow.wording import Sentence

HANDLERS = (Role.CLERK, Role.SOCIAL_WORKER)
"""Who makes lists, scans and records the posting: those who may record the sending of a letter."""

READERS = (*HANDLERS, Role.TEAM_LEAD)
"""Who looks at lists and fetches their papers."""


def find(reference: str, when: Moment) -> Deposit:
    """Return a list of this person's organisation, or say that it does not exist."""
    ours = Deposit.organisation_id == when.actor.organisation_id
    deposit: Deposit = one_or_404(select(Deposit).where(Deposit.reference == reference, ours))
    return deposit


def items_of(deposit: Deposit, when: Moment) -> list[DepositItem]:
    """Return what stands on a list, in order; a letter this person may not read does not stand there for him."""
    readable = visible_letters(when).with_only_columns(Letter.id)
    query = select(DepositItem).where(DepositItem.deposit_id == deposit.id, DepositItem.letter_id.in_(readable))
    return list(db.session.scalars(query.options(joinedload(DepositItem.letter)).order_by(DepositItem.place)).unique())


def codes_seen(items: Sequence[DepositItem]) -> str:
    """Sum up which barcodes stand on a list, to notice that somebody else scanned meanwhile."""
    return f"{zlib.crc32('|'.join(f'{item.letter_id}{item.barcode}' for item in items).encode()):08x}"


@dataclass
class Desk:
    """What lies on the desk while somebody works on a list: what was typed, and what is wrong with it.

    By reference of the letter: `typed` barcodes, `flaws` of those, `remarks`; `late` are the
    letters whose posting asked for a remark.
    """

    typed: dict[str, str] = field(default_factory=dict)
    flaws: dict[str, str] = field(default_factory=dict)
    surplus: str = ""
    remarks: dict[str, str] = field(default_factory=dict)
    late: set[str] = field(default_factory=set)
    posted_on: str | None = None
    summary: list[tuple[str, str]] = field(default_factory=list)

    def refuse(self, sentence: Sentence | str, place: str = "") -> None:
        """Add a sentence to the list of what is wrong, with the field it belongs to."""
        self.summary.append((place, translated(sentence)))

    def flaw(self, reference: str, sentence: Sentence | str) -> None:
        """Say what is wrong with the barcode of a letter."""
        self.flaws[reference] = translated(sentence)
        self.refuse(f"{reference}: {translated(sentence)}", f"code-{reference}")


def render(deposit: Deposit, when: Moment, desk: Desk | None = None) -> str:
    """Lay out the page, with what lies on the desk."""
    items, desk = items_of(deposit, when), desk or Desk()
    waiting = [item for item in items if item.waiting]
    late = {item.letter.reference for item in items if item.letter.post_by and item.letter.post_by < when.today}
    return render_template(
        "deposit/show.html",
        deposit=deposit,
        items=items,
        waiting=waiting,
        registered=deposit.way == Way.REGISTERED,
        handles=bool(when.actor.roles & set(HANDLERS)),
        ways=WAYS,
        states={state.key: state for state in POST.states},
        desk=desk,
        late=late | desk.late | {reference for reference, remark in desk.remarks.items() if remark},
        codes_seen=codes_seen(waiting),
        ticket=uuid4().hex,
        when=when,
    )
