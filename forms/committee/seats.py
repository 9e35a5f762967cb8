"""Who sits in the committee: a seat is filled, a term of office ends, somebody stands in for a member."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select

from forms.access import moment, one_or_404, open_to
from forms.committee.house import KEEPERS, asked, house, kept
from forms.committee.house_forms import EndForm, SeatForm, SubstituteForm, place_name
from workflow import seats
from workflow.models import Seat, Substitution, db
from workflow.moment import Moment
from workflow.seats import Stay
from workflow.wording import written

bp = Blueprint("seats", __name__, url_prefix="/comite")


@bp.route("/zetels/nieuw", methods=["GET", "POST"])
@open_to(*KEEPERS)
def fill() -> ResponseReturnValue:
    """Let somebody sit on a seat."""
    when = moment()
    committee = house(when)
    form = SeatForm(data={"number": request.args.get("zetel", ""), "from_on": when.today})
    form.prepare(committee, when.today)
    held_on, title = seats.last_held(db.session(), committee), _("Bezet een zetel")
    if not form.validate_on_submit():
        return asked(form, title)
    stay = form.stay(int(form.number.data or 0))
    if any(_same(seat, stay) and seat.list_name == (form.list_name.data or "") for seat in committee.seats):
        return kept(committee, "", when)  # the same form, sent before
    if not form.accepts(seats.against_member(stay, committee, held_on)):
        return asked(form, title)
    seat = Seat(number=stay.number, person=stay.person, from_on=stay.from_on, until_on=stay.until_on)
    seat.list_name, seat.chair = form.list_name.data or "", stay.number == 0
    committee.seats.append(seat)
    said = _("%(place)s: %(name)s, %(span)s.", place=place_name(stay.number), name=stay.person.name, span=_span(stay))
    return kept(committee, said, when)


@bp.route("/zetels/<seat_id>/vervanger", methods=["GET", "POST"])
@open_to(*KEEPERS)
def substitute(seat_id: str) -> ResponseReturnValue:
    """Let somebody sit in the place of a member for a while."""
    when = moment()
    seat = _seat(seat_id, when)
    form = SubstituteForm(data={"from_on": max(when.today, seat.from_on)})
    form.prepare(seat.committee, when.today)
    title = _("Vervanger voor %(name)s", name=seat.person.name)
    if not form.validate_on_submit():
        return asked(form, title, seat=seat)
    stay = form.stay(seat.number, seat.until_on)
    if any(_same(each, stay) for each in seat.substitutions):
        return kept(seat.committee, "", when)  # the same form, sent before
    held_on = seats.last_held(db.session(), seat.committee)
    if not form.accepts(seats.against_substitute(stay, seat, held_on)):
        return asked(form, title, seat=seat)
    seat.substitutions.append(Substitution(person=stay.person, from_on=stay.from_on, until_on=stay.until_on))
    said = _(
        "%(place)s: %(name)s vervangt %(member)s, %(span)s.",
        place=place_name(seat.number), name=stay.person.name, member=seat.person.name, span=_span(stay),
    )  # fmt: skip
    return kept(seat.committee, said, when)


@bp.route("/zetels/<seat_id>/einde", methods=["GET", "POST"])
@open_to(*KEEPERS)
def end(seat_id: str) -> ResponseReturnValue:
    """End a term of office; who stood in for the member goes with him."""
    when = moment()
    seat = _seat(seat_id, when)

    def leave(last: date) -> str:
        """Let those who stood in for him go with him."""
        for each in seat.substitutions:
            each.until_on = min(last, each.until_on or last)
        return str(_("%(place)s: het mandaat van %(name)s eindigt op %(day)s.", **_about(seat, last)))

    unused = not seats.used(db.session(), seat, seats.last_held(db.session(), seat.committee))
    strike_at = url_for("seats.strike", seat_id=seat.id) if unused else ""
    return _ended(seat, _("Einde van het mandaat van %(name)s", name=seat.person.name), leave, strike_at, when)


@bp.route("/vervangingen/<substitution_id>/einde", methods=["GET", "POST"])
@open_to(*KEEPERS)
def end_substitution(substitution_id: str) -> ResponseReturnValue:
    """Let a member take his own seat again."""
    when = moment()
    row = _substitution(substitution_id, when)

    def leave(last: date) -> str:
        """Say that the member sits there himself again."""
        said = _about(row.seat, last) | {"name": row.person.name}
        return str(_("%(place)s: de vervanging door %(name)s eindigt op %(day)s.", **said))

    strike_at = "" if _met_under(row) else url_for("seats.strike_substitution", substitution_id=row.id)
    return _ended(row, _("Einde van de vervanging door %(name)s", name=row.person.name), leave, strike_at, when)


def _met_under(row: Substitution) -> bool:
    """Say whether the committee met since a substitution began."""
    held_on = seats.last_held(db.session(), row.seat.committee)
    return held_on is not None and row.from_on <= held_on


def _ended(
    row: Seat | Substitution, title: str, leave: Callable[[date], str], strike_at: str, when: Moment
) -> ResponseReturnValue:
    """Ask for the last day, and write it down; what no session knows yet can also be taken away."""
    seat = row if isinstance(row, Seat) else row.seat
    form = EndForm(data={"until_on": row.until_on or when.today})
    if not form.validate_on_submit():
        return asked(form, title, seat=seat, strike_at=strike_at)
    last = form.until_on.data
    assert last, "the last day is asked"
    if row.until_on == last:
        return kept(seat.committee, "", when)  # the same form, sent before
    if not form.accepts(seats.against_end(row, last, seats.last_held(db.session(), seat.committee))):
        return asked(form, title, seat=seat, strike_at=strike_at)
    row.until_on = last
    return kept(seat.committee, leave(last), when)


@bp.post("/zetels/<seat_id>/schrap")
@open_to(*KEEPERS)
def strike(seat_id: str) -> ResponseReturnValue:
    """Take away a seat that was filled by mistake; one that a session knows stays."""
    when = moment()
    seat = _seat(seat_id, when)
    committee = seat.committee
    if seats.used(db.session(), seat, seats.last_held(db.session(), committee)):
        flash(_("Er was al een zitting met dit mandaat: beëindig het."), "warn")
        return redirect(url_for("house.show"))
    said = _("%(place)s: het mandaat van %(name)s vanaf %(day)s is geschrapt.", **_about(seat, seat.from_on))
    committee.seats.remove(seat)
    db.session.delete(seat)
    return kept(committee, said, when)


@bp.post("/vervangingen/<substitution_id>/schrap")
@open_to(*KEEPERS)
def strike_substitution(substitution_id: str) -> ResponseReturnValue:
    """Take away a substitution that was noted by mistake; one under which the committee met stays."""
    when = moment()
    row = _substitution(substitution_id, when)
    seat = row.seat
    if _met_under(row):
        flash(_("Er was al een zitting met deze vervanging: beëindig ze."), "warn")
        return redirect(url_for("house.show"))
    said = _about(seat, row.from_on) | {"name": row.person.name}
    seat.substitutions.remove(row)
    words = _("%(place)s: de vervanging door %(name)s vanaf %(day)s is geschrapt.", **said)
    return kept(seat.committee, words, when)


def _about(seat: Seat, day: date) -> dict[str, str]:
    return {"place": place_name(seat.number), "name": seat.person.name, "day": written(day)}


def _same(row: Seat | Substitution, stay: Stay) -> bool:
    """Say whether a row is what was asked."""
    number = row.number if isinstance(row, Seat) else stay.number
    kept_days = (number, row.person_id, row.from_on, row.until_on)
    return kept_days == (stay.number, stay.person.id, stay.from_on, stay.until_on)


def _span(stay: Stay) -> str:
    """Write a period in words."""
    if stay.until_on is None:
        return str(_("vanaf %(day)s", day=written(stay.from_on)))
    return str(_("van %(day)s tot en met %(last)s", day=written(stay.from_on), last=written(stay.until_on)))


def _seat(seat_id: str, when: Moment) -> Seat:
    ours = select(Seat).where(Seat.organisation_id == house(when).organisation_id)
    seat: Seat = one_or_404(ours.where(Seat.id == seat_id))
    return seat


def _substitution(substitution_id: str, when: Moment) -> Substitution:
    ours = select(Substitution).join(Substitution.seat).where(Seat.organisation_id == house(when).organisation_id)
    row: Substitution = one_or_404(ours.where(Substitution.id == substitution_id))
    return row
