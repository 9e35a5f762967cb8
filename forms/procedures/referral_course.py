"""The forms of a trajectory that runs: messages both ways, results, other parts, a breach."""

from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from forms.fields import DutchDate, Pick, Required, Words
from forms.labels import labelled
from forms.procedures.sanction_report import ReportForm
from forms.row_fields import Several
from forms.step_form import StepForm
from forms.texts import day, translated
from workflow.models import Referral, ReferralMessage
from workflow.moment import Moment
from workflow.referrals import MESSAGE_TITLES, WRITTEN, Message
from workflow.trajectory import PART_TITLES

SHOWN = 80
"""How much of a message stands in a list to choose from."""


class MessageForm(StepForm):
    """Something the other organisation has to know."""

    kind = Pick(_l("Wat meld je?"), [Required("Kies wat je meldt.")])
    happened_on = DutchDate(_l("Op welke dag gebeurde het?"), [Required("Geef de dag.")])
    text = Words(
        _l("Melding"),
        [Required("Schrijf de melding.")],
        description=_l(
            "De andere organisatie leest dit. Enkel wat nodig is voor het traject, geen gezondheidsgegevens."
        ),
    )

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Propose today."""
        return {"happened_on": when.today}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the kinds of message."""
        self.kind.choices = [("", ""), *labelled({each: MESSAGE_TITLES[each] for each in WRITTEN})]

    def fields(self) -> dict[str, Any]:
        """Bring the message."""
        return {"new_message": super().fields()}


class EvaluationForm(StepForm):
    """What came of an evaluation."""

    text = Words(
        _l("Wat kwam er uit de evaluatie?"),
        [Required("Schrijf wat er uit de evaluatie kwam.")],
        description=_l("Per onderdeel: bereikt, deels, niet; wat er verandert. De andere organisatie leest dit."),
    )

    def fields(self) -> dict[str, Any]:
        """Bring the evaluation."""
        return {"new_message": super().fields()}


def _listed(messages: list[ReferralMessage]) -> list[tuple[str, str]]:
    """List messages with their day, their kind and their first words."""
    return [
        (m.id, f"{day(m.written_on)}: {translated(MESSAGE_TITLES[Message(m.kind)])}: {m.text[:SHOWN]}")
        for m in messages
    ]


def _pointed_at(messages: list[ReferralMessage]) -> str | None:
    """Start from the message somebody pointed at, or else the oldest."""
    asked = request.args.get("melding")
    known = [message.id for message in messages]
    return asked if asked in known else next(iter(known), None)


class ReadForm(StepForm):
    """A message that was read, and what one answers."""

    message_id = Pick(_l("Welke melding heb je gelezen?"), [Required("Kies de melding.")])
    answer = Words(_l("Antwoord"), description=_l("Mag leeg blijven. De andere organisatie leest dit."))

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Start from the oldest message."""
        return {"message_id": _pointed_at(_unread(case, when))}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the messages of the other organisation that nobody read here."""
        self.message_id.choices = [("", ""), *_listed(_unread(case, when))]

    def fields(self) -> dict[str, Any]:
        """Bring the message and the answer."""
        return {"reading": {"id": self.message_id.data, "answer": self.answer.data}}


def _unread(case: Referral, when: Moment) -> list[ReferralMessage]:
    return case.unread(by_owner=case.owner_id == when.actor.organisation_id)


def _unsettled(case: Referral, when: Moment) -> list[ReferralMessage]:
    return case.unsettled(by_owner=case.owner_id == when.actor.organisation_id)


class ResultForm(StepForm):
    """What one's own organisation does about a significant change."""

    message_id = Pick(_l("Over welke wijziging gaat het?"), [Required("Kies de wijziging.")])
    text = Words(
        _l("Wat doet jouw organisatie ermee?"),
        [Required("Schrijf wat jouw organisatie ermee doet.")],
        description=_l("Wat jullie samen afspraken. De andere organisatie leest dit (SWO art. 6)."),
    )

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Start from the oldest change."""
        return {"message_id": _pointed_at(_unsettled(case, when))}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the changes that wait for this organisation."""
        self.message_id.choices = [("", ""), *_listed(_unsettled(case, when))]

    def fields(self) -> dict[str, Any]:
        """Bring the change and the result."""
        return {"result": {"id": self.message_id.data, "text": self.text.data}}


class PartsForm(StepForm):
    """The parts from today on, and why they change."""

    parts = Several(_l("Welke onderdelen zijn er vanaf vandaag?"), [Required("Kies minstens één onderdeel.")])
    reason = Words(
        _l("Waarom veranderen ze?"),
        [Required("Schrijf waarom de onderdelen veranderen.")],
        description=_l("Komt in de brief aan de cliënt. Korte zinnen, met 'u'."),
    )

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Show the parts of now."""
        return {"parts": case.parts}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the parts."""
        self.parts.offer(labelled(PART_TITLES))

    def fields(self) -> dict[str, Any]:
        """Bring the new version."""
        return {"new_parts": super().fields()}


class BreachForm(ReportForm):
    """A breach: the report of a sanction file, which is opened beside this one."""

    @classmethod
    def initial(cls, case: Any, when: Moment) -> dict[str, Any]:
        """Start from nothing: every breach is another one."""
        return {}

    def fields(self) -> dict[str, Any]:
        """Bring what the sanction file starts from."""
        return {"opening": super().fields()}

    @property
    def notices(self) -> list[str]:
        """Say that a sanction file was opened."""
        return [*super().notices, _("Er is een sanctiedossier geopend. Je vindt het onder 'Verwante dossiers'.")]
