"""The forms of the first half of a sanction file: report, warning, remedy, closing."""

from datetime import timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Pick, Required, Words
from forms.labels import labelled
from forms.row_fields import FactRows
from forms.step_form import Sections, StepForm
from workflow.breaches import BREACHES, LAWFUL_REASONS, NO_CONSEQUENCE
from workflow.models import Sanction
from workflow.moment import Moment
from workflow.procedures.sanction_report import NO_REASON, earliest_remedy_date
from workflow.terms import roll

ON_THE_DESK = timedelta(days=5)
"""What the form leaves for signing and posting before the term has to start; the law asks nothing of it."""


class ReportForm(StepForm):
    """What was not done, when, and how that shows."""

    breach_type = Pick(
        _l("Welke verplichting is niet nagekomen?"), [Required("Kies welke verplichting niet is nagekomen.")]
    )
    reported_facts = FactRows(
        _l("Feiten"),
        [Required("Noteer minstens één feit met zijn datum.")],
        description=_l("Eén rij per feit. Zeg waaruit het blijkt: een aanwezigheidslijst, een mail, een gesprek."),
    )
    client_explanation = Words(_l("Wat zegt de cliënt er zelf over?"))

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show again what was reported."""
        return {
            "breach_type": case.breach_type,
            "reported_facts": case.reported_facts,
            "client_explanation": case.client_explanation or "",
        }

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the breaches."""
        self.breach_type.choices = [("", ""), *labelled(BREACHES)]


class WarnForm(StepForm):
    """The warning: what was agreed, what must be done, by when, and whether there is a lawful reason."""

    sections: Sections = (
        ("", ("lawful_reason", "reason_examined")),
        (_l("In de brief"), ("obligation", "remedy", "remedy_by")),
    )

    lawful_reason = Choice(
        _l("Is er een wettige reden?"),
        [Required("Kies of er een wettige reden is.")],
        description=_l("Ziekte, kinderopvang, werk- of lesuren, een wachtlijst, een andere ernstige reden."),
    )
    reason_examined = Words(_l("Hoe heb je dat nagekeken?"), [Required("Zeg hoe je dat nagekeken hebt.")])
    obligation = Words(
        _l("Welke afspraak is niet nagekomen?"),
        [Required("Schrijf welke afspraak niet is nagekomen.")],
        description=_l("Komt in de brief aan de cliënt. Korte zinnen, met 'u'."),
    )
    remedy = Words(
        _l("Wat moet de cliënt doen?"),
        [Required("Schrijf wat de cliënt moet doen.")],
        description=_l("Komt in de brief aan de cliënt. Korte zinnen, met 'u'."),
    )
    remedy_by = DutchDate(_l("Uiterlijk op"), [Required("Geef de laatste dag.")])

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Propose a working day that leaves time to sign and post, and show what was written before."""
        earliest = earliest_remedy_date(when.today)
        proposed = roll(earliest + ON_THE_DESK)
        return {
            "lawful_reason": case.lawful_reason,
            "reason_examined": case.reason_examined or "",
            "obligation": case.obligation or "",
            "remedy": case.remedy or "",
            "remedy_by": case.remedy_by if case.remedy_by and case.remedy_by >= earliest else proposed,
        }

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the lawful reasons."""
        self.lawful_reason.choices = [(NO_REASON, _("Neen, geen wettige reden")), *labelled(LAWFUL_REASONS)]


class RemedyForm(StepForm):
    """How and when the client put things right."""

    remedied_on = DutchDate(_l("In orde op"), [Required("Geef de dag.")])
    remedied_how = Words(
        _l("Wat heeft de cliënt gedaan?"),
        [Required("Schrijf wat de cliënt deed.")],
        description=_l("Komt in de brief aan de cliënt."),
    )


class CloseForm(StepForm):
    """Why the file stops here."""

    closing_reason = Pick(_l("Waarom blijft het dossier zonder gevolg?"), [Required("Kies de reden.")])
    closing_explanation = Words(
        _l("Uitleg"), [Required("Leg de reden uit.")], description=_l("Komt in de brief aan de cliënt.")
    )

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the grounds."""
        self.closing_reason.choices = [("", ""), *labelled(NO_CONSEQUENCE)]
