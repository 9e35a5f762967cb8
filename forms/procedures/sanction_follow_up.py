"""The forms of what follows a decision: execution, information, appeal, judgment."""

from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Line, Required, Words
from forms.labels import labelled
from forms.step_form import StepForm
from workflow.measures import JUDGMENT_TITLES
from workflow.models import Sanction
from workflow.moment import Moment


class ExecutionForm(StepForm):
    """When and how the measure was carried out."""

    executed_on = DutchDate(_l("Uitgevoerd op"), [Required("Geef de dag.")])
    execution_note = Words(
        _l("Hoe?"), [Required("Schrijf hoe.")], description=_l("Bijvoorbeeld: betaling van april stopgezet.")
    )


class OcmwInformForm(StepForm):
    """When and how the welfare centre told the client."""

    ocmw_informed_on = DutchDate(_l("Ingelicht op"), [Required("Geef de dag.")])
    ocmw_informed_how = Line(_l("Hoe?"), [Required("Schrijf hoe.")], description=_l("Gesprek, telefoon, met tolk"))


class AmalInformForm(StepForm):
    """When and how the agency told the client."""

    amal_informed_on = DutchDate(_l("Ingelicht op"), [Required("Geef de dag.")])
    amal_informed_how = Line(_l("Hoe?"), [Required("Schrijf hoe.")], description=_l("Gesprek, telefoon, met tolk"))


class AppealForm(StepForm):
    """An appeal that was lodged."""

    appeal_on = DutchDate(_l("Beroep ingesteld op"), [Required("Geef de dag.")])
    appeal_roll = Line(_l("Rolnummer"), [Required("Geef het rolnummer.")])


class JudgmentForm(StepForm):
    """What the court did."""

    judgment = Choice(_l("Uitspraak"), [Required("Kies de uitspraak.")])
    judgment_on = DutchDate(_l("Datum van de uitspraak"), [Required("Geef de dag.")])
    judgment_text = Words(_l("Wat besliste de rechtbank?"), [Required("Schrijf wat de rechtbank besliste.")])

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the outcomes."""
        self.judgment.choices = labelled(JUDGMENT_TITLES)
