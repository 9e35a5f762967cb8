"""The forms of a session of the committee: planning, agenda, roll call, arrivals and departures."""

from datetime import date, datetime, time
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms import texts
from forms.fields import DutchDate, Line, Pick, Required, TimeOfDay, Words
from forms.row_fields import Ballots, Order
from forms.step_form import ConfirmForm, StepForm
from workflow.deliberation import Subject
from workflow.models import BcsdSession, Seat
from workflow.models.session import EXCUSED, PRESENT
from workflow.moment import BRUSSELS, Moment

DIGITAL = "digitaal"
ABSENT = "afwezig"


def on_the_clock(day: date, hour: str) -> datetime:
    """Return the instant of an hour as people write it, 14.30 uur, on a day in Ghent."""
    hours, minutes = hour.removesuffix(" uur").split(".")
    return datetime.combine(day, time(int(hours), int(minutes)), BRUSSELS)


def _named(session: BcsdSession, seats: list[Seat]) -> list[tuple[str, str]]:
    """List who sits on some seats that day."""
    return [(seat.id, seat.holder_on(session.held_on).name) for seat in seats]


class PlanForm(StepForm):
    """A session to come."""

    held_on = DutchDate(_l("Dag"), [Required("Geef de dag.")])
    starts_at = TimeOfDay(_l("Uur"), [Required("Geef het uur.")], description=_l("Bijvoorbeeld 14.00 uur"))
    place = Line(_l("Plaats"), [Required("Geef de plaats.")])
    digital = BooleanField(_l("Leden kunnen op afstand deelnemen"))

    @classmethod
    def initial(cls, case: BcsdSession, when: Moment) -> dict[str, Any]:
        """Show when and where it would be held."""
        return {name: getattr(case, name) for name in ("held_on", "starts_at", "place", "digital")}


class PointForm(StepForm):
    """A point about no file."""

    title = Line(_l("Wat is het punt?"), [Required("Geef het punt een titel.")], longest=200)
    urgency_reason = Words(
        _l("Waarom is het dringend?"), description=_l("Na de oproeping komt een punt er alleen dringend bij.")
    )

    def prepare(self, case: BcsdSession, when: Moment) -> None:
        """Ask for the reason only after the convocation."""
        if case.state == "gepland":
            del self.urgency_reason

    def fields(self) -> dict[str, Any]:
        """Bring the point as a row of its own."""
        reason = self.urgency_reason.data if "urgency_reason" in self else None
        late = {"urgent": bool(reason), "urgency_reason": reason or ""}
        return {"point": {"subject": Subject.FIXED, "title": self.title.data, **late}}


class MembersPointForm(StepForm):
    """A point a member puts on the agenda in time: it needs no urgency."""

    title = Line(_l("Wat is het punt?"), [Required("Geef het punt een titel.")], longest=200)

    def fields(self) -> dict[str, Any]:
        """Bring the point as a row of its own."""
        return {"point": {"subject": Subject.FIXED, "title": self.title.data, "added_later": True}}


class OrderForm(StepForm):
    """The points in another order."""

    order = Order(_l("Volgorde"))

    def prepare(self, case: BcsdSession, when: Moment) -> None:
        """List the points as they stand."""
        self.order.offer([(item.id, item.named) for item in case.items])


class RollCallForm(StepForm):
    """Who is there."""

    roll_call = Ballots(_l("Wie is er?"))

    @classmethod
    def initial(cls, case: BcsdSession, when: Moment) -> dict[str, Any]:
        """Show who was noted before."""
        return {"roll_call": {each.seat_id: each.presence for each in case.attendances}}

    def prepare(self, case: BcsdSession, when: Moment) -> None:
        """Seat the members of that day."""
        self.arrived_at = when.now
        afar = [(DIGITAL, _("Op afstand"))] if case.digital else []
        answers = [(PRESENT, _("Aanwezig")), *afar, (EXCUSED, _("Verontschuldigd")), (ABSENT, _("Afwezig"))]
        self.roll_call.seat(_named(case, case.seats), answers)

    def fields(self) -> dict[str, Any]:
        """Bring the stay of everybody who came or sent word."""
        answers = {
            seat: {
                "presence": EXCUSED if answer == EXCUSED else PRESENT,
                "digital": answer == DIGITAL,
                "arrived_at": None if answer == EXCUSED else self.arrived_at,
            }
            for seat, answer in self.roll_call.data.items()
            if answer != ABSENT
        }
        return {"roll_call": answers}


class SecondForm(RollCallForm):
    """The day on which the committee meets again without needing a quorum (DLB art. 26)."""

    held_on = DutchDate(_l("Dag van de tweede zitting"), [Required("Geef de dag.")])
    starts_at = TimeOfDay(_l("Uur"), [Required("Geef het uur.")])
    place = Line(_l("Plaats"), [Required("Geef de plaats.")])

    @classmethod
    def initial(cls, case: BcsdSession, when: Moment) -> dict[str, Any]:
        """Propose the same hour and place."""
        return super().initial(case, when) | {"starts_at": case.starts_at, "place": case.place}

    def prepare(self, case: BcsdSession, when: Moment) -> None:
        """Call the roll only when nobody did."""
        super().prepare(case, when)
        self.digital = case.digital
        if case.state != "opgeroepen":
            del self.roll_call

    def fields(self) -> dict[str, Any]:
        """Bring the roll, and the session that follows."""
        arranged = {name: self[name].data for name in ("held_on", "starts_at", "place")}
        second = {"opening": arranged | {"second_convocation": True, "digital": self.digital}}
        return (super().fields() if "roll_call" in self else {}) | second


class ArrivalForm(StepForm):
    """A member who comes in."""

    seat_id = Pick(_l("Lid"), [Required("Kies het lid.")])
    hour = TimeOfDay(_l("Om"), [Required("Geef het uur.")])

    @classmethod
    def initial(cls, case: BcsdSession, when: Moment) -> dict[str, Any]:
        """Propose the hour it is."""
        return {"hour": texts.hour(when.now)}

    def prepare(self, case: BcsdSession, when: Moment) -> None:
        """List the members who are not there."""
        self.offer(case, [seat for seat in case.seats if seat.id not in case.room.there])

    def offer(self, case: BcsdSession, seats: list[Seat]) -> None:
        """List the members on some seats."""
        self.session = case
        self.seat_id.choices = [("", ""), *_named(case, seats)]

    def fields(self) -> dict[str, Any]:
        """Bring the arrival as a row of its own."""
        at = on_the_clock(self.session.held_on, self.hour.data or "")
        return {"arrival": {"seat_id": self.seat_id.data, "arrived_at": at, "digital": False}}


class DepartureForm(ArrivalForm):
    """A member who leaves."""

    def prepare(self, case: BcsdSession, when: Moment) -> None:
        """List the members who are there."""
        self.offer(case, [seat for seat in case.seats if seat.id in case.room.there])

    def fields(self) -> dict[str, Any]:
        """Bring the departure."""
        at = on_the_clock(self.session.held_on, self.hour.data or "")
        return {"departure": {"seat_id": self.seat_id.data, "left_at": at}}


class CancelForm(StepForm):
    """Why a session does not take place."""

    cancel_reason = Words(_l("Waarom gaat de zitting niet door?"), [Required("Schrijf waarom.")])


FORMS: dict[str, type[StepForm]] = {
    "plan": PlanForm,
    "wijzig": PlanForm,
    "voeg_punt_toe": PointForm,
    "voeg_toe_als_lid": MembersPointForm,
    "schik": OrderForm,
    "open": RollCallForm,
    "stel_onvoltallig_vast": SecondForm,
    "noteer_aankomst": ArrivalForm,
    "noteer_vertrek": DepartureForm,
    "sluit": ConfirmForm,
    "annuleer": CancelForm,
}
