"""The agreed procedure of the warm hand-over, line by line, as the administrator keeps it (SWO art. 4)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workflow.models.between import DATES_IN_ORDER, Between
from workflow.models.database import Base, new_id


class HandoffLine(Between, Base):
    """A line of the list: what has to be done before a client is handed over, from a day until a day.

    What nobody confirmed yet is an example: the agreement speaks of a procedure we have not seen.
    """

    __tablename__ = "handoff_line"
    __table_args__ = (
        CheckConstraint("words <> ''", name="says_what"),
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    position: Mapped[int]
    words: Mapped[str]
    confirmed: Mapped[bool] = mapped_column(default=False, server_default="0")


def lines_on(session: Session, day: date) -> list[HandoffLine]:
    """Return the lines that hold on a day, in their order."""
    query = select(HandoffLine).where(HandoffLine.holding_on(day))
    return list(session.scalars(query.order_by(HandoffLine.position, HandoffLine.id)))
