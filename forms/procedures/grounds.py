"""The forms of a decision: its measure, and its grounds as the client reads them."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import Required, Words
from forms.procedures.sanction_advice import SHARES, MeasureForm
from forms.row_fields import Several
from forms.step_form import Sections, StepForm
from letters import standard_blocks
from workflow.models.decision import GROUNDS
from workflow.moment import Moment

IN_LETTER = _l("Komt in de brief: spreek de cliënt aan met 'u'. Elke alinea krijgt een nummer.")


class GroundsForm(StepForm):
    """The grounds of a decision: every line is a numbered paragraph."""

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

    def grounds(self) -> dict[str, str]:
        """Return the words of every part."""
        return {name: self[name].data or "" for name in GROUNDS}


class ReasonedForm(MeasureForm, GroundsForm):
    """A measure with its grounds; standard blocks are put at their end."""

    sections: Sections = (
        (_l("Beslissing"), MeasureForm.MEASURE),
        (_l("Motivering"), (*GROUNDS, "blocks")),
    )

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
        return self.grounds() | self.measure_fields()


def draft_shown(draft: dict[str, Any]) -> dict[str, Any]:
    """Show a draft in a form again: days as days, and its share as it is asked."""
    if not draft:
        return {}
    days = {name: date.fromisoformat(draft[name]) if draft.get(name) else None for name in ("starts_on", "trial_until")}
    return draft | days | {"share": SHARES.get(draft.get("whole"))}
