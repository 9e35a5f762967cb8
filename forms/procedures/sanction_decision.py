"""The forms of the committee: agenda, decision, postponement, withdrawal."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms.fields import DutchDate, Pick, Required, Words
from forms.procedures.grounds import GroundsForm, ReasonedForm, draft_shown
from forms.step_form import StepForm
from workflow.deliberation import Subject
from workflow.measures import Deferral
from workflow.measures import Kind as Measure
from workflow.models import BcsdSession, Sanction, db
from workflow.models.decision import GROUNDS
from workflow.moment import Moment
from workflow.procedures.sanction_decision import default_start, default_trial_end
from workflow.procedures.session import NOT_OVER


def _sessions(when: Moment) -> list[BcsdSession]:
    query = db.session.query(BcsdSession).filter(
        BcsdSession.owner_id == when.actor.organisation_id,
        BcsdSession.state.in_(NOT_OVER),
        BcsdSession.held_on >= when.today,
    )
    return query.order_by(BcsdSession.held_on).limit(40).all()


def _named(session: BcsdSession, when: Moment) -> str:
    """Name a session in a list, and say when it takes only what is urgent."""
    named = f"{session.held_on:%d/%m/%Y}, {session.starts_at}, {session.place}"
    return named if session.takes_points_on(when.today) else _("%(session)s (alleen nog dringend)", session=named)


def _session_day(case: Sanction, when: Moment) -> date:
    """Return the day of the session; today once the file left the agenda while somebody was still typing."""
    return case.agenda_item.session.held_on if case.agenda_item else when.today


class AgendaForm(StepForm):
    """The session that will treat the file."""

    session_id = Pick(_l("Zitting"), [Required("Kies een zitting.")])
    urgent = BooleanField(_l("Dringend punt, na de oproeping"))
    urgency_reason = Words(_l("Waarom is het dringend?"))

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the planned sessions."""
        self.sessions = {session.id: session for session in _sessions(when)}
        self.session_id.choices = [("", ""), *((key, _named(each, when)) for key, each in self.sessions.items())]

    def fields(self) -> dict[str, Any]:
        """Bring the place on the agenda as a row of its own."""
        reason = self.urgency_reason.data if self.urgent.data else ""
        place = {"urgent": bool(self.urgent.data and reason), "urgency_reason": reason or ""}
        return {"agenda": {"session": self.sessions[self.session_id.data or ""], **place}}


class WithdrawalAgendaForm(AgendaForm):
    """The session that is asked to take a decision back."""

    def fields(self) -> dict[str, Any]:
        """Bring the place on the agenda, and what is asked there."""
        place = super().fields()["agenda"]
        return {"agenda": place | {"subject": Subject.WITHDRAWAL}}


class DecisionForm(ReasonedForm):
    """The decision with its grounds, as the committee voted it; it begins with the draft."""

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show the draft, with the default start and the term of a trial.

        What was rejected is not decided, and neither are its reasons: then the form asks for those of no sanction.
        """
        day, item = _session_day(case, when), case.agenda_item
        rejected = item is not None and item.counted and not item.tally.accepted
        draft = {"measure": Measure.NONE} if rejected else draft_shown(item.draft) if item else {}
        start = {"deferral": Deferral.NONE, "unit": "maanden"}
        proposed = {"starts_on": default_start(day), "trial_until": default_trial_end(day)}
        return start | draft | {name: draft.get(name) or value for name, value in proposed.items()}

    def fields(self) -> dict[str, Any]:
        """Bring the decision."""
        return {"decision": self.decided()}


class CorrectionForm(GroundsForm):
    """Corrections in the words of a decision; the measure itself cannot change."""

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show the words that stand now."""
        return {name: getattr(case.decision, name) for name in GROUNDS} if case.decision else {}

    def fields(self) -> dict[str, Any]:
        """Bring the corrected words."""
        return {"grounds": self.grounds()}


class PostponeForm(StepForm):
    """What the committee wants to know, and by when."""

    question = Words(_l("Vraag van het comité"), [Required("Schrijf de vraag.")])
    answer_by = DutchDate(_l("Antwoord tegen"), [Required("Geef de dag.")])


class WithdrawForm(StepForm):
    """Why the committee took its decision back."""

    reason = Words(
        _l("Waarom, en wat komt in de plaats?"),
        [Required("Schrijf waarom.")],
        description=_l("Komt in de brief aan de cliënt."),
    )

    def fields(self) -> dict[str, Any]:
        """Bring the reasons."""
        return {"withdrawal": {"reason": self.reason.data}}
