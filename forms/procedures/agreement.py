"""The forms of the register of agreements: draw up, take over what was signed, propose a change or an end."""

from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import DutchDate, Line, Pick, Required, Words
from forms.labels import labelled
from forms.procedures.reasons import ReasonForm
from forms.row_fields import ArticleRows
from forms.step_form import Sections, StepForm
from workflow.agreements import KIND_TITLES, Change
from workflow.models import Agreement, Organisation, db
from workflow.moment import Moment

NEXT_MONTH = timedelta(days=30)
"""What a proposal leaves for consent and signatures; the agreement asks nothing of it."""


class TextForm(StepForm):
    """What the agreement says: its name, its kind, from when until when, its articles."""

    sections: Sections = (
        (_l("De overeenkomst"), ("title", "agreement_kind", "starts_on", "ends_on", "place")),
        (_l("De tekst"), ("articles",)),
    )

    title = Line(_l("Naam van de overeenkomst"), [Required("Geef de overeenkomst een naam.")], longest=200)
    agreement_kind = Pick(_l("Wat voor overeenkomst is het?"), [Required("Kies wat voor overeenkomst het is.")])
    starts_on = DutchDate(_l("Gaat in op"), [Required("Geef de dag waarop ze ingaat.")])
    ends_on = DutchDate(_l("Eindigt op"), description=_l("Leeg is voor onbepaalde duur."))
    place = Line(_l("Opgesteld te"), [Required("Geef de plaats.")], longest=100)
    articles = ArticleRows(
        _l("Artikelen"),
        [Required("Schrijf minstens één artikel.")],
        description=_l("Eén rij per artikel. Lege rijen tellen niet. Na het bewaren komen er rijen bij."),
    )

    @classmethod
    def initial(cls, case: Agreement, when: Moment) -> dict[str, Any]:
        """Show again what was written; a new one is drawn up where its owner is."""
        return {
            "title": case.title,
            "agreement_kind": case.agreement_kind,
            "starts_on": case.starts_on,
            "ends_on": case.ends_on,
            "place": case.place or case.owner.city,
            "articles": case.draft["articles"],
        }

    def prepare(self, case: Agreement, when: Moment) -> None:
        """List the kinds of agreement."""
        self.agreement_kind.choices = [("", ""), *labelled(KIND_TITLES)]

    def fields(self) -> dict[str, Any]:
        """Bring the articles as the first version of the text."""
        given = super().fields()
        return given | {"draft": {"articles": given.pop("articles")}}


class DrawUpForm(TextForm):
    """A new agreement: also with whom."""

    sections: Sections = (
        (_l("De overeenkomst"), ("title", "agreement_kind", "partner", "starts_on", "ends_on", "place")),
        (_l("De tekst"), ("articles",)),
    )

    partner = Pick(_l("Met welke organisatie?"), [Required("Kies de andere partij.")])

    def prepare(self, case: Agreement, when: Moment) -> None:
        """List the other organisations; whoever is not of the owner can only choose his own."""
        super().prepare(case, when)
        found = db.session.query(Organisation).filter(Organisation.id != case.owner_id).order_by(Organisation.name)
        own = when.actor.organisation_id
        self.parties = {each.id: each for each in found if own in (case.owner_id, each.id)}
        self.partner.choices = [("", ""), *[(each.id, each.name) for each in self.parties.values()]]

    def fields(self) -> dict[str, Any]:
        """Bring the other party itself."""
        return super().fields() | {"partner": self.parties.get(self.partner.data or "")}


class SignedBeforeForm(StepForm):
    """An agreement that was signed before the program came."""

    signed_on = DutchDate(_l("Ondertekend op"), [Required("Geef de dag van de laatste handtekening.")])
    signed_by = Words(
        _l("Wie ondertekende, voor welke partij?"),
        [Required("Schrijf wie ondertekende.")],
        description=_l("Naam en functie, één per regel."),
    )


class ProposalForm(StepForm):
    """A proposal to both parties: why, and from when."""

    change = Change.ENDING

    reason = Words(
        _l("Waarom?"), [Required("Schrijf waarom.")], description=_l("Komt in het document dat ondertekend wordt.")
    )
    in_force_on = DutchDate(_l("Laatste dag van de overeenkomst"), [Required("Geef de laatste dag.")])

    @classmethod
    def initial(cls, case: Agreement, when: Moment) -> dict[str, Any]:
        """Propose a day that leaves time to agree and sign."""
        return {"in_force_on": when.today + NEXT_MONTH}

    def fields(self) -> dict[str, Any]:
        """Bring the proposal as a version of its own."""
        given = super().fields()
        return {"proposal": {"change": self.change, "articles": []} | given}


class AmendForm(ProposalForm):
    """A change of the text: every article as it will read."""

    change = Change.AMENDMENT
    sections: Sections = (
        (_l("De wijziging"), ("reason", "in_force_on")),
        (_l("De nieuwe tekst"), ("articles",)),
    )

    reason = Words(
        _l("Wat verandert er, en waarom?"),
        [Required("Schrijf wat er verandert en waarom.")],
        description=_l("Komt in het document dat ondertekend wordt."),
    )
    in_force_on = DutchDate(_l("Gaat in op"), [Required("Geef de dag waarop de wijziging ingaat.")])
    articles = ArticleRows(
        _l("Artikelen"),
        [Required("Schrijf minstens één artikel.")],
        description=_l("De tekst die nu geldt staat er al. Pas aan wat verandert; een leeggemaakte rij valt weg."),
    )

    @classmethod
    def initial(cls, case: Agreement, when: Moment) -> dict[str, Any]:
        """Start from the text that was signed last."""
        return super().initial(case, when) | case.proposal


FORMS: dict[str, type[StepForm]] = {
    "stel_op": DrawUpForm,
    "pas_aan": TextForm,
    "neem_ondertekende_op": SignedBeforeForm,
    "stel_wijziging_voor": AmendForm,
    "stel_beeindiging_voor": ProposalForm,
    "weiger": ReasonForm,
    "trek_voorstel_in": ReasonForm,
    "trek_in": ReasonForm,
}
