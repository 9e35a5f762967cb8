"""Putting letters on a deposit list: which may stand on it, and what is said when one may not."""

from collections.abc import Sequence

from sqlalchemy import select

from forms.access import visible_letters
from forms.post_room import Choice, open_lists
from workflow.models import Deposit, DepositItem, Letter, db
from workflow.models.deposit import POSTAL
from workflow.models.sequence import next_reference
from workflow.moment import Moment
from workflow.procedures.post_delivery import may_leave
from workflow.terms import Way
from workflow.wording import N_, Sentence

PREFIX = "AL"
LONGEST = 250
"""How many letters a list can hold: more is more than one trolley."""


class ListRefused(Exception):
    """The letters cannot be put on this list; `reasons` says why, every reason at once."""

    def __init__(self, reasons: list[Sentence]) -> None:
        super().__init__(" ".join(map(str, reasons)))
        self.reasons = reasons


def put_on_list(references: Sequence[str], choice: Choice, when: Moment) -> Deposit:
    """Put letters on a list in the order they are given; raises ListRefused, and then nothing may be kept."""
    deposit = _list_for(choice, when)
    letters = _letters(references, when)
    reasons = [reason for reference in references for reason in _against(reference, letters.get(reference), deposit)]
    reasons += taken(references, when)
    if not references:
        reasons.append(Sentence(N_("Vink minstens één brief aan.")))
    if len(deposit.items) + len(references) > LONGEST:
        reasons.append(Sentence(N_("Op een lijst staan hoogstens %(most)s brieven."), most=LONGEST))
    if reasons:
        raise ListRefused(reasons)
    db.session.add(deposit)
    place = max((item.place for item in deposit.items), default=0)
    for number, reference in enumerate(dict.fromkeys(references), place + 1):
        deposit.items.append(DepositItem(place=number, letter=letters[reference], shortened={}))
    db.session.flush()
    return deposit


def taken(references: Sequence[str], when: Moment) -> list[Sentence]:
    """Say which letters stand on a list already, on which, and who put them there."""
    query = select(DepositItem).join(DepositItem.letter).where(Letter.reference.in_(references))
    query = query.where(Letter.id.in_(visible_letters(when).with_only_columns(Letter.id)))
    text = N_("%(letter)s staat al op afgiftelijst %(list)s van %(name)s.")
    return [
        Sentence(text, letter=item.letter.reference, list=item.deposit.reference, name=item.deposit.made_by.name)
        for item in db.session.scalars(query.order_by(DepositItem.place))
    ]


def _list_for(choice: Choice, when: Moment) -> Deposit:
    """Return the open list that was chosen, or a new one with its reference."""
    if choice.onto not in POSTAL:
        known = next((deposit for deposit, _count in open_lists(when) if deposit.reference == choice.onto), None)
        if known is None:
            raise ListRefused([Sentence(N_("Kies op welke lijst de brieven komen."))])
        return known
    if choice.rp and choice.onto != Way.REGISTERED:
        raise ListRefused([Sentence(N_("RP kan alleen op een lijst van aangetekende brieven."))])
    reference = next_reference(db.session(), PREFIX, when.today.year)
    who = when.actor
    assert who.organisation_id and who.person_id
    return Deposit(
        reference=reference,
        organisation_id=who.organisation_id,
        way=choice.onto,
        rp=choice.rp,
        made_at=when.now,
        made_by_id=who.person_id,
    )


def _letters(references: Sequence[str], when: Moment) -> dict[str, Letter]:
    query = visible_letters(when).where(Letter.reference.in_(references))
    return {letter.reference: letter for letter in db.session.scalars(query).unique()}


def _against(reference: str, letter: Letter | None, deposit: Deposit) -> list[Sentence]:
    """Say what keeps a letter from a list."""
    if letter is None or letter.state != "ondertekend" or letter.to_be_sent is None:
        return [Sentence(N_("%(letter)s ligt niet klaar om te vertrekken."), letter=reference[:40])]
    if not may_leave(letter, deposit.way):
        text = N_("%(letter)s moet aangetekend of tegen ontvangstbewijs vertrekken en past niet op een gewone lijst.")
        return [Sentence(text, letter=reference)]
    return []
