"""The form of the draft of a warm hand-over: needs by domain of life, what the client wants, how urgent it is."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError

from forms.fields import Choice, Line, Required, Words
from forms.labels import labelled
from forms.step_form import Sections, StepForm
from workflow.handoff import NO_INTERPRETER, URGENCY_TITLES, Urgency
from workflow.life_domains import Domain
from workflow.models import WarmHandoff
from workflow.moment import Moment


class InterpreterFields(StepForm):
    """Whether an interpreter is needed, and for which language; kept as one fact."""

    needs_interpreter = Choice(_l("Is er een tolk nodig?"), [Required("Kies of er een tolk nodig is.")])
    interpreter_language = Line(_l("Voor welke taal?"), longest=50)

    kept_as = "interpreter"
    """The name of that fact in the file."""

    @classmethod
    def language_now(cls, case: WarmHandoff) -> dict[str, Any]:
        """Show what the file says, or else what the register says of the client."""
        known = getattr(case, cls.kept_as) or case.interpreter
        known = known or (case.client.contact_language if case.client.interpreter else "")
        needed = bool(known) and known != NO_INTERPRETER
        answered = "ja" if needed else "neen" if known else None
        return {"needs_interpreter": answered, "interpreter_language": known if needed else ""}

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List the answers."""
        self.needs_interpreter.choices = [("ja", _("Ja")), ("neen", _("Neen"))]

    def validate_interpreter_language(self, field: Line) -> None:
        """Ask the language when an interpreter is needed."""
        if self.needs_interpreter.data == "ja" and not field.data:
            Required("Zeg voor welke taal.")(self, field)

    def fields(self) -> dict[str, Any]:
        """Bring the interpreter as one fact: the language, or none."""
        given = super().fields()
        needed, language = given.pop("needs_interpreter") == "ja", given.pop("interpreter_language")
        return given | {self.kept_as: language if needed else NO_INTERPRETER}


class DraftForm(InterpreterFields):
    """Why Amal thinks the welfare centre can help, by domain of life (SWO art. 2)."""

    need_inkomen = Words(_l("Inkomen"))
    need_wonen = Words(_l("Wonen"))
    need_werk = Words(_l("Werk"))
    need_vrije_tijd = Words(_l("Vrije tijd"))
    need_netwerk = Words(_l("Netwerk"))
    need_leren = Words(_l("Leren"))
    need_gezondheid = Words(
        _l("Gezondheid"), description=_l("Enkel wat nodig is. Het OCMW leest dit alleen als de cliënt akkoord gaat.")
    )
    wish = Words(
        _l("Wat wil de cliënt zelf?"),
        [Required("Schrijf wat de cliënt zelf wil.")],
        description=_l("In zijn woorden. Dit staat in de doorverwijzing."),
    )
    urgency = Choice(_l("Hoe dringend is het?"), [Required("Kies hoe dringend het is.")])
    urgency_reason = Words(_l("Waarom is het dringend?"))
    guidance_reason = Words(
        _l("Waarom is een doorverwijzing toch nodig?"),
        description=_l("Bijvoorbeeld: het OCMW sloot de begeleiding af. Het OCMW leest dit."),
    )

    sections: Sections = (
        (
            _l("Welke noden zijn er, per levensdomein? Laat leeg wat niet speelt."),
            tuple(f"need_{domain}" for domain in Domain),
        ),
        (
            _l("De cliënt"),
            ("wish", "urgency", "urgency_reason", "needs_interpreter", "interpreter_language"),
        ),
    )

    @classmethod
    def initial(cls, case: WarmHandoff, when: Moment) -> dict[str, Any]:
        """Show again what was written."""
        known = case.named_needs
        shown: dict[str, Any] = {f"need_{domain}": known.get(domain, "") for domain in Domain}
        shown |= {name: getattr(case, name) or "" for name in ("wish", "urgency_reason", "guidance_reason")}
        return shown | {"urgency": case.urgency} | cls.language_now(case)

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List the answers; warn with the contact person when the welfare centre guides the client (SWO art. 4)."""
        super().prepare(case, when)
        self.urgency.choices = labelled(URGENCY_TITLES)
        guide = case.guided_by
        if not guide and not case.guidance_reason:
            del self.guidance_reason
            return
        heading = _("Al in begeleiding: neem contact op met %(name)s in plaats van door te verwijzen", name=guide)
        self.sections = ((heading, ("guidance_reason",)), *self.sections)

    def validate_urgency_reason(self, field: Field) -> None:
        """Ask why when it is urgent."""
        if self.urgency.data not in (None, Urgency.ORDINARY) and not field.data:
            raise ValidationError(_("Schrijf waarom het dringend is."))

    def fields(self) -> dict[str, Any]:
        """Bring the needs as one fact: the words by domain, only those that are written."""
        given = super().fields()
        words = {str(domain): given.pop(f"need_{domain}") for domain in Domain}
        return given | {"named_needs": {domain: text for domain, text in words.items() if text}}
