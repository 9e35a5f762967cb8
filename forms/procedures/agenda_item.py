"""The forms of a point on the agenda: the vote, an interest, who is heard, the draft of the decision."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import BooleanField
from wtforms.validators import ValidationError

from forms.fields import Choice, Pick, Required, WholeNumber, Words
from forms.labels import labelled
from forms.procedures.grounds import ReasonedForm, draft_shown
from forms.row_fields import Ballots, GuestRows
from forms.step_form import StepForm
from workflow.deliberation import CHOICE_TITLES, VOTES
from workflow.measures import Deferral
from workflow.models import AgendaItem, BcsdSession
from workflow.moment import Moment

VOTE_TITLES = {choice: CHOICE_TITLES[choice] for choice in VOTES}


def members(session: BcsdSession, seats: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """List the members of that day by seat, all or only some."""
    chosen = [seat for seat in session.seats if seats is None or seat.id in seats]
    names = [(seat, seat.holder_on(session.held_on).name) for seat in chosen]
    return [(seat.id, f"{name} ({_('voorzitter')})" if seat.chair else name) for seat, name in names]


class VoteForm(StepForm):
    """The vote of one member."""

    choosing = Choice(_l("Wat stem je?"), [Required("Kies voor, tegen of onthouding.")])

    @classmethod
    def initial(cls, case: AgendaItem, when: Moment) -> dict[str, Any]:
        """Show the vote that was cast before."""
        seat = case.session.seat_of(when.actor.person_id)
        return {"choosing": case.choices.get(seat.id) if seat else None}

    def prepare(self, case: AgendaItem, when: Moment) -> None:
        """List the three."""
        self.choosing.choices = labelled(VOTE_TITLES)

    def fields(self) -> dict[str, Any]:
        """Bring the vote."""
        return {"choosing": self.choosing.data or ""}


class CloseForm(StepForm):
    """The vote is closed; where somebody who may vote did not, the chair says that it is closed all the same."""

    anyway = BooleanField(_l("Sluit de stemming toch"))
    waiting = 0

    def prepare(self, case: AgendaItem, when: Moment) -> None:
        """Count who did not vote yet."""
        self.waiting = len(case.room.voters) - case.voted
        if not self.waiting:
            del self.anyway

    def validate_anyway(self, field: BooleanField) -> None:
        """Ask once whether those who did not vote are waited for."""
        if not field.data:
            raise ValidationError(
                ngettext(
                    "Nog %(num)s lid stemde niet. Wacht, of vink dit aan.",
                    "Nog %(num)s leden stemden niet. Wacht, of vink dit aan.",
                    self.waiting,
                )
            )

    def fields(self) -> dict[str, Any]:
        """Bring nothing: the votes are there."""
        return {}


class CountForm(StepForm):
    """The votes as the secretary writes them down, and who was in the room."""

    choices = Ballots(_l("Wat stemde elk aanwezig lid?"))

    def prepare(self, case: AgendaItem, when: Moment) -> None:
        """Seat the members in the room who may vote."""
        self.choices.seat(members(case.session, case.room.voters), labelled(VOTE_TITLES))


class InterestForm(StepForm):
    """The interest of a member himself."""

    interest = Words(
        _l("Welk belang heb je?"),
        [Required("Schrijf welk belang je hebt.")],
        description=_l(
            "Je ziet dit punt en zijn stukken daarna niet meer. De notulen melden dat je de zitting verliet."
        ),
    )


class RecusalForm(StepForm):
    """A member who stays out of a point."""

    seat_id = Pick(_l("Lid"), [Required("Kies het lid.")])
    reason = Words(_l("Welk belang heeft dit lid?"), [Required("Schrijf welk belang.")])

    def prepare(self, case: AgendaItem, when: Moment) -> None:
        """Seat the members of that day."""
        self.seat_id.choices = [("", ""), *members(case.session)]

    def fields(self) -> dict[str, Any]:
        """Bring the recusal as a row of its own."""
        return {"recusal": {"seat_id": self.seat_id.data, "reason": self.reason.data}}


class UrgencyForm(StepForm):
    """How many members let a late point on the agenda."""

    urgency_agreed = WholeNumber(_l("Hoeveel aanwezige leden aanvaarden het punt?"), [Required("Geef het aantal.")])


class GuestsForm(StepForm):
    """Who is heard."""

    guests = GuestRows(
        _l("Wie is bij de bespreking?"),
        description=_l(
            "De maatschappelijk werker, de cliënt en zijn raadsman. Voor de stemming verlaten zij de zitting."
        ),
    )

    @classmethod
    def initial(cls, case: AgendaItem, when: Moment) -> dict[str, Any]:
        """Propose the social worker of the file."""
        worker = case.case.handler if case.case else None
        proposed = [{"name": worker.name, "function": _("maatschappelijk werker")}] if worker else []
        return {"guests": case.guests or proposed}


class NoteTakenForm(StepForm):
    """Of what the committee takes note."""

    note = Words(_l("Waarvan neemt het comité akte?"), [Required("Schrijf waarvan het comité akte neemt.")])


class DraftForm(ReasonedForm):
    """The explained draft of a decision (DLB art. 110 jo. 20)."""

    @classmethod
    def initial(cls, case: AgendaItem, when: Moment) -> dict[str, Any]:
        """Show the draft as it stands."""
        return draft_shown(case.draft) or {"deferral": Deferral.NONE, "unit": "maanden"}

    def fields(self) -> dict[str, Any]:
        """Bring the draft in plain values: the log keeps every one."""
        drawn = {
            name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in self.decided().items()
        }
        return {"draft": drawn}


FORMS: dict[str, type[StepForm]] = {
    "stem": VoteForm,
    "sluit_stemming": CloseForm,
    "noteer_stemmen": CountForm,
    "meld_belang": InterestForm,
    "noteer_belang": RecusalForm,
    "aanvaard_dringend": UrgencyForm,
    "laat_toe": GuestsForm,
    "neem_akte": NoteTakenForm,
    "schrijf_ontwerp": DraftForm,
}
