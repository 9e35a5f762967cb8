"""The forms of a referral before it leaves the house: parts and reasons, the client informed."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Line, Required, Words
from forms.labels import labelled
from forms.row_fields import Several
from forms.step_form import Sections, StepForm
from workflow.models import Referral
from workflow.moment import Moment
from workflow.referrals import BASIS_TITLES
from workflow.trajectory import PART_TITLES

KNOWN = ("known_nt2", "known_mo", "known_work", "availability")


class WordsForm(StepForm):
    """Why the client is referred, and what is known of him."""

    sections: Sections = (("", ("motivation",)), (_l("Wat weet je al? (komt in de brief aan Amal)"), KNOWN))

    motivation = Words(
        _l("Waarom verwijs je de cliënt door?"),
        [Required("Schrijf waarom je de cliënt doorverwijst.")],
        description=_l(
            "Komt in de brief aan de cliënt en in die aan Amal. Korte zinnen, met 'u'. Geen gezondheidsgegevens."
        ),
    )
    known_nt2 = Words(_l("Nederlands"), description=_l("Niveau, gevolgde lessen, wat vlot en wat niet"))
    known_mo = Words(_l("Maatschappelijke oriëntatie"))
    known_work = Words(_l("Werk of opleiding"))
    availability = Words(_l("Wanneer is de cliënt beschikbaar?"), description=_l("Dagen en uren, opvang, verplaatsing"))

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Show again what was written."""
        return {name: getattr(case, name) or "" for name in ("motivation", *KNOWN)}


class ReferralForm(WordsForm):
    """Imposed or asked, for which parts, why, and what is known."""

    sections: Sections = (("", ("basis", "asked_parts", "motivation")), *WordsForm.sections[1:])

    basis = Choice(
        _l("Opgelegd of vrijwillig?"),
        [Required("Kies of het traject opgelegd wordt of vrijwillig is.")],
        description=_l(
            "Opleggen kan enkel met een bijlage bij het GPMI waarin dezelfde onderdelen staan (SWO art. 4)."
        ),
    )
    asked_parts = Several(_l("Voor welke onderdelen?"), [Required("Kies minstens één onderdeel.")])

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Show again what was chosen; a client with a signed annex is mostly referred for its parts."""
        annex = case.client.annex_on(when.today) if case.client and not case.parts else None
        imposed = annex is not None and bool(annex.parts)
        basis = case.basis or ("opgelegd" if imposed else None)
        parts = case.parts or (annex.parts if annex else [])
        return super().initial(case, when) | {"basis": basis, "asked_parts": parts}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the two grounds and the parts."""
        self.basis.choices = labelled(BASIS_TITLES)
        self.asked_parts.offer(labelled(PART_TITLES))


class InformForm(StepForm):
    """How the client was informed, also about his data."""

    sections: Sections = (
        (_l("Uitleg over de gegevens (SWO art. 5)"), ("data_told_on", "data_told_by", "data_language")),
        (
            _l("Gesprek over de doorverwijzing (niet nodig als de brief verzonden is)"),
            ("informed_on", "informed_how", "informed_interpreter"),
        ),
    )

    data_told_on = DutchDate(_l("Op welke dag kreeg de cliënt die uitleg?"), [Required("Geef de dag.")])
    data_told_by = Line(_l("Door wie?"), [Required("Zeg wie de uitleg gaf.")])
    data_language = Line(
        _l("In welke taal?"), [Required("Zeg in welke taal.")], description=_l("Bijvoorbeeld: Arabisch, met tolk")
    )
    informed_on = DutchDate(_l("Dag van het gesprek"))
    informed_how = Words(
        _l("Hoe verliep het gesprek?"), description=_l("Op kantoor, telefonisch, thuis; wat de cliënt zei")
    )
    informed_interpreter = Line(_l("Was er een tolk?"), description=_l("De taal van de tolk, of: geen tolk nodig"))

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Show again what was noted, and propose whoever is signed in and the language of the client."""
        names = ("data_told_on", "informed_on", "informed_how", "informed_interpreter")
        shown = {name: getattr(case, name) for name in names}
        language = case.data_language or case.client.contact_language
        return shown | {"data_told_by": case.data_told_by or when.actor.name, "data_language": language}

    def fields(self) -> dict[str, Any]:
        """Bring what was noted; a conversation that did not take place is no empty text."""
        given = super().fields()
        return given | {name: given[name] or None for name in ("informed_how", "informed_interpreter")}
