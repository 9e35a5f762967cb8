"""The forms of the committee: agenda, vote, decision, recusal, postponement, withdrawal."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms.fields import DutchDate, Pick, Required, WholeNumber, Words
from forms.labels import labelled
from forms.procedures.sanction_advice import MeasureForm
from forms.row_fields import Ballots
from forms.step_form import Sections, StepForm
from workflow.deliberation import CHOICE_TITLES
from workflow.measures import Deferral
from workflow.models import BcsdSession, Sanction, Seat, db
from workflow.moment import Moment
from workflow.procedures.sanction_decision import default_start, default_trial_end


def _sessions(when: Moment, held: bool) -> list[BcsdSession]:
    query = db.session.query(BcsdSession).filter_by(state="gepland", owner_id=when.actor.organisation_id)
    limit = BcsdSession.held_on <= when.today if held else BcsdSession.held_on >= when.today
    return query.filter(limit).order_by(BcsdSession.held_on).limit(40).all()


def _seats(day: date) -> list[tuple[str, str]]:
    seats = db.session.query(Seat).filter(Seat.from_on <= day).order_by(Seat.number).all()
    sitting = [seat for seat in seats if seat.until_on is None or seat.until_on >= day]
    return [(s.id, f"{s.person.name} ({_('voorzitter')})" if s.chair else s.person.name) for s in sitting]


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
        self.sessions = {session.id: session for session in _sessions(when, held=False)}
        labels = [(key, f"{s.held_on:%d/%m/%Y}, {s.starts_at}, {s.place}") for key, s in self.sessions.items()]
        self.session_id.choices = [("", ""), *labels]

    def fields(self) -> dict[str, Any]:
        """Bring the place on the agenda as a row of its own."""
        reason = self.urgency_reason.data if self.urgent.data else ""
        place = {"urgent": bool(self.urgent.data and reason), "urgency_reason": reason or ""}
        return {"agenda": {"session": self.sessions[self.session_id.data or ""], **place}}


IN_LETTER = _l("Komt in de brief: spreek de cliënt aan met 'u'.")


class DecisionForm(MeasureForm):
    """The vote and the decision with its grounds."""

    sections: Sections = (
        (_l("Stemming"), ("choices", "urgency_agreed")),
        (_l("Beslissing"), MeasureForm.MEASURE),
        (_l("Motivering"), ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")),
    )

    choices = Ballots(_l("Wat deed elk lid?"))
    urgency_agreed = WholeNumber(_l("Dringend punt: hoeveel leden aanvaardden het?"))
    grounds_law = Words(
        _l("In rechte"),
        [Required("Geef de rechtsgronden.")],
        description=_l(
            "De artikelen staan al in de brief. Schrijf waarom ze hier gelden, en spreek de cliënt aan met 'u'."
        ),
    )
    grounds_facts = Words(
        _l("In feite"),
        [Required("Motiveer in feite.")],
        description=_l("Waarom is dit een inbreuk, en waarom is er geen wettige reden? Komt in de brief, met 'u'."),
    )
    grounds_measure = Words(_l("Waarom deze maatregel, deze duur en dit deel?"), description=IN_LETTER)
    hearing_answer = Words(
        _l("Antwoord op wat de cliënt aanbracht"),
        [Required("Antwoord op wat de cliënt aanbracht.")],
        description=IN_LETTER,
    )
    departure = Words(_l("Wijkt de beslissing af van het voorstel? Waarom?"))

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Choose nothing beforehand but the default start and the term of a trial."""
        day = _session_day(case, when)
        return {
            "deferral": Deferral.NONE,
            "unit": "maanden",
            "starts_on": default_start(day),
            "trial_until": default_trial_end(day),
        }

    def prepare(self, case: Sanction, when: Moment) -> None:
        """Seat the members of that day."""
        super().prepare(case, when)
        self.choices.seat(_seats(_session_day(case, when)), labelled(CHOICE_TITLES))
        if not (case.agenda_item and case.agenda_item.urgent):
            del self.urgency_agreed
            self.sections = ((_l("Stemming"), ("choices",)), *DecisionForm.sections[1:])

    def fields(self) -> dict[str, Any]:
        """Bring the vote and the decision."""
        texts = ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")
        decision: dict[str, Any] = {name: self[name].data or "" for name in texts}
        vote: dict[str, Any] = {"choices": self.choices.data}
        if "urgency_agreed" in self:
            vote["urgency_agreed"] = self.urgency_agreed.data
        return vote | {"decision": decision | self.measure_fields()}


class GroundsForm(StepForm):
    """Corrections in the words of a decision; the measure itself cannot change."""

    grounds_law = Words(_l("In rechte"), [Required("Geef de rechtsgronden.")], description=IN_LETTER)
    grounds_facts = Words(_l("In feite"), [Required("Motiveer in feite.")], description=IN_LETTER)
    grounds_measure = Words(_l("Waarom deze maatregel, deze duur en dit deel?"), description=IN_LETTER)
    hearing_answer = Words(
        _l("Antwoord op wat de cliënt aanbracht"),
        [Required("Antwoord op wat de cliënt aanbracht.")],
        description=IN_LETTER,
    )
    departure = Words(_l("Wijkt de beslissing af van het voorstel? Waarom?"))

    TEXTS = ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show the words that stand now."""
        return {name: getattr(case.decision, name) for name in cls.TEXTS} if case.decision else {}

    def fields(self) -> dict[str, Any]:
        """Bring the corrected words."""
        return {"grounds": {name: self[name].data or "" for name in self.TEXTS}}


class PostponeForm(StepForm):
    """What the committee wants to know, and by when."""

    question = Words(_l("Vraag van het comité"), [Required("Schrijf de vraag.")])
    answer_by = DutchDate(_l("Antwoord tegen"), [Required("Geef de dag.")])


class RecusalForm(StepForm):
    """A member who stays out of a file."""

    seat_id = Pick(_l("Lid"), [Required("Kies het lid.")])
    reason = Words(_l("Welk belang heeft dit lid?"), [Required("Schrijf welk belang.")])

    def prepare(self, case: Sanction, when: Moment) -> None:
        """Seat the members of that day."""
        self.seat_id.choices = [("", ""), *_seats(_session_day(case, when))]

    def fields(self) -> dict[str, Any]:
        """Bring the recusal as a row of its own."""
        return {"recusal": {"seat_id": self.seat_id.data, "reason": self.reason.data}}


class WithdrawForm(StepForm):
    """The session that took a decision back, its vote and its reasons."""

    session_id = Pick(_l("Zitting die de beslissing introk"), [Required("Kies de zitting.")])
    choices = Ballots(_l("Wat deed elk lid?"))
    reason = Words(
        _l("Waarom, en wat komt in de plaats?"),
        [Required("Schrijf waarom.")],
        description=_l("Komt in de brief aan de cliënt."),
    )

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the sessions that were held, and seat the members."""
        self.sessions = {session.id: session for session in _sessions(when, held=True)}
        self.session_id.choices = [("", ""), *[(key, f"{s.held_on:%d/%m/%Y}") for key, s in self.sessions.items()]]
        chosen = self.sessions.get(self.session_id.data or "")
        self.choices.seat(_seats(chosen.held_on if chosen else when.today), labelled(CHOICE_TITLES))

    def fields(self) -> dict[str, Any]:
        """Bring the item, the vote and the reasons."""
        place = {"session": self.sessions[self.session_id.data or ""], "subject": "intrekking"}
        return {
            "agenda": place,
            "choices": self.choices.data,
            "withdrawal": {"reason": self.reason.data},
        }
