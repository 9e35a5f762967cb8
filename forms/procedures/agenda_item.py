"""The forms of a point on the agenda: the vote, an interest, who is heard, the draft of the decision."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from forms.fields import Choice, Pick, Required, WholeNumber, Words
from forms.labels import labelled
from forms.procedures.sanction_advice import MeasureForm
from forms.row_fields import Ballots, GuestRows, Several
from forms.step_form import Sections, StepForm
from letters import standard_blocks
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


SHARES: dict[bool | None, str] = {True: "geheel", False: "deel"}

GROUNDS = ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")
IN_LETTER = _l("Komt in de brief: spreek de cliënt aan met 'u'. Elke alinea krijgt een nummer.")


class GroundsFields(MeasureForm):
    """A decision with its grounds: every line is a numbered paragraph, standard blocks are put at the end."""

    sections: Sections = (
        (_l("Beslissing"), MeasureForm.MEASURE),
        (_l("Motivering"), (*GROUNDS, "blocks")),
    )

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
    blocks = Several(_l("Voeg standaardblokken toe"))

    def prepare(self, case: Any, when: Moment) -> None:
        """Offer the standard blocks, and put those that were ticked under what was typed."""
        super().prepare(case, when)
        offered = standard_blocks.all_blocks()
        self.blocks.offer([(block.key, block.title) for block in offered])
        for block in offered:
            if block.key in self.blocks.data and block.text not in (self[block.place].data or ""):
                self[block.place].data = "\n".join(filter(None, (self[block.place].data, block.text)))

    def decided(self) -> dict[str, Any]:
        """Return the decision: its measure and its grounds."""
        return {name: self[name].data or "" for name in GROUNDS} | self.measure_fields()


class DraftForm(GroundsFields):
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


def draft_shown(draft: dict[str, Any]) -> dict[str, Any]:
    """Show a draft in a form again: days as days, and its share as it is asked."""
    if not draft:
        return {}
    days = {name: date.fromisoformat(draft[name]) if draft.get(name) else None for name in ("starts_on", "trial_until")}
    return draft | days | {"share": SHARES.get(draft.get("whole"))}


FORMS: dict[str, type[StepForm]] = {
    "stem": VoteForm,
    "noteer_stemmen": CountForm,
    "meld_belang": InterestForm,
    "noteer_belang": RecusalForm,
    "aanvaard_dringend": UrgencyForm,
    "laat_toe": GuestsForm,
    "neem_akte": NoteTakenForm,
    "schrijf_ontwerp": DraftForm,
}
