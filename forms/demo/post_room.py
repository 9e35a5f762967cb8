"""The post room of the demonstration office: registered letters on a deposit list that is open."""

from datetime import date, datetime, time

from sqlalchemy import select

from forms.demo.story import acts
from forms.deposits.making import PREFIX
from workflow.models import Deposit, DepositItem, Letter, Person, db
from workflow.models.sequence import next_reference
from workflow.moment import BRUSSELS
from workflow.terms import Way

LETTERS = 4
"""How many letters the list of today has; others stay on the shelf to be ticked."""


def lay_out(today: date) -> None:
    """Put some registered letters that can leave on a list, the first of them scanned already."""
    clerk = acts(db.session.query(Person).filter_by(login="klerk").one())
    assert clerk.organisation_id and clerk.person_id
    ready = select(Letter).where(Letter.state == "ondertekend", Letter.to_be_sent == Way.REGISTERED)
    letters = list(db.session.scalars(ready.order_by(Letter.id).limit(LETTERS)).unique())
    deposit = Deposit(
        reference=next_reference(db.session(), PREFIX, today.year),
        organisation_id=clerk.organisation_id,
        way=Way.REGISTERED,
        rp=True,
        made_at=datetime.combine(today, time(8), BRUSSELS),
        made_by_id=clerk.person_id,
    )
    for place, letter in enumerate(letters, 1):
        barcode = f"010{today:%Y%m%d}{place:019d}" if place == 1 else None
        deposit.items.append(DepositItem(place=place, letter=letter, barcode=barcode, shortened={}))
    db.session.add(deposit)
    db.session.commit()
