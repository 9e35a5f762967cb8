"""The forms of the agreement of the client: item by item what may be passed on, and what he takes back (SWO art. 5)."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from forms.fields import Choice, DutchDate, Line, Pick, Required, Words
from forms.labels import labelled
from forms.step_form import Sections, StepForm
from workflow.handoff import ITEM_TITLES, Item
from workflow.models import WarmHandoff
from workflow.moment import Moment

ANSWERS = {"ja": _l("De cliënt gaat akkoord"), "neen": _l("De cliënt gaat niet akkoord")}
ASKED = [Required("Kies of de cliënt akkoord gaat.")]


def _answer(label: str) -> Choice:
    return Choice(label, ASKED)


class ReportForm(StepForm):
    """How the client was informed, and for every kind of information whether he agrees to pass it on."""

    informed_on = DutchDate(_l("Cliënt geïnformeerd op"), [Required("Geef de dag.")])
    informed_how = Line(
        _l("Hoe, in welke taal, met welke tolk?"),
        [Required("Schrijf hoe.")],
        description=_l("Bijvoorbeeld: gesprek op kantoor, met een tolk Tigrinya. Dit staat in de doorverwijzing."),
    )
    agree_contactgegevens = _answer(_l("Contactgegevens doorgeven?"))
    words_contactgegevens = Words(_l("Wat geef je door: contactgegevens"))
    agree_gezin = _answer(_l("Informatie over het gezin doorgeven?"))
    words_gezin = Words(_l("Wat geef je door: gezin"))
    agree_inkomen = _answer(_l("Informatie over inkomen doorgeven?"))
    words_inkomen = Words(_l("Wat geef je door: inkomen"))
    agree_huisvesting = _answer(_l("Informatie over huisvesting doorgeven?"))
    words_huisvesting = Words(_l("Wat geef je door: huisvesting"))
    agree_opleiding = _answer(_l("Informatie over opleiding en Nederlands (NT2) doorgeven?"))
    words_opleiding = Words(_l("Wat geef je door: opleiding en Nederlands"))
    agree_werk = _answer(_l("Informatie over werk doorgeven?"))
    words_werk = Words(_l("Wat geef je door: werk"))
    agree_netwerk = _answer(_l("Informatie over het netwerk doorgeven?"))
    words_netwerk = Words(_l("Wat geef je door: netwerk"))
    agree_andere = _answer(_l("Andere informatie doorgeven?"))
    words_andere = Words(_l("Wat geef je door: andere informatie"))
    agree_gezondheid = _answer(_l("Informatie over gezondheid doorgeven?"))
    words_gezondheid = Words(
        _l("Wat geef je door: gezondheid"),
        description=_l("Enkel wat nodig is. Dit staat nooit in een brief: enkel de maatschappelijk werker leest het."),
    )

    sections: Sections = (
        (_l("De cliënt is geïnformeerd"), ("informed_on", "informed_how")),
        *((title, (f"agree_{item}", f"words_{item}")) for item, title in ITEM_TITLES.items()),
    )

    @classmethod
    def initial(cls, case: WarmHandoff, when: Moment) -> dict[str, Any]:
        """Show what was agreed before; the contact details are those of the register."""
        known, client = case.agreed_items, case.client
        shown: dict[str, Any] = {"informed_on": case.informed_on, "informed_how": case.informed_how or ""}
        for item, words in known.items():
            shown |= {f"agree_{item}": "neen" if words is None else "ja", f"words_{item}": words or ""}
        if not known:
            lines = (client.street, f"{client.postal_code} {client.city}", client.phone)
            shown["words_contactgegevens"] = ", ".join(line for line in lines if line)
        return shown

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List the answers, and put translated headings above the items."""
        for item in Item:
            self[f"agree_{item}"].choices = list(ANSWERS.items())
        first, *items = self.sections
        self.sections = (first, *((_(title), names) for title, names in items))

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask words where the client agrees, and none where he does not."""
        complete = super().validate(extra_validators)
        for item in Item:
            answer, words = self[f"agree_{item}"].data, self[f"words_{item}"]
            if answer == "ja" and not words.data:
                words.errors = [*words.errors, _("Schrijf wat je doorgeeft.")]
            if answer == "neen" and words.data:
                words.errors = [*words.errors, _("De cliënt gaat niet akkoord: maak dit veld leeg.")]
            complete = complete and not words.errors
        return bool(complete)

    def fields(self) -> dict[str, Any]:
        """Bring the items as one fact: the words by item, nothing where the client does not agree."""
        given = super().fields()
        answers = {str(item): (given.pop(f"agree_{item}"), given.pop(f"words_{item}")) for item in Item}
        agreed = {item: words if answer == "ja" else None for item, (answer, words) in answers.items()}
        return given | {"agreed_items": agreed}


class WithdrawAgreementForm(StepForm):
    """An agreement the client takes back: from this moment the welfare centre no longer reads it."""

    withdrawn_item = Pick(_l("Waarvoor trekt de cliënt zijn akkoord in?"), [Required("Kies het onderdeel.")])
    remark = Words(
        _l("Wanneer en hoe trok de cliënt zijn akkoord in?"), [Required("Schrijf wanneer en hoe.")]
    )  # fmt: skip

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List what the client agreed to."""
        titles = {each.item: ITEM_TITLES[each.item] for each in case.items if each.passed_on}
        self.withdrawn_item.choices = [("", ""), *labelled(titles)]

    def validate_withdrawn_item(self, field: Pick) -> None:
        """Say that nothing is left to take back."""
        if len(field.choices) == 1:
            raise ValidationError(_("De cliënt gaf geen akkoord, of trok alles al in."))
