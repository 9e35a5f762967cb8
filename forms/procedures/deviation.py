"""The forms of a deviation: the proposal, the files that use it, refusal and withdrawal."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from wtforms.validators import ValidationError

from forms.fields import DutchDate, Required, Words
from forms.procedures.article import ArticleForm
from forms.procedures.reasons import ReasonForm
from forms.step_form import StepForm
from workflow.models import Case, Deviation, db
from workflow.models.beside_agreement import shared_between
from workflow.moment import Moment


class FilesForm(StepForm):
    """Which shared files use the deviation, by their reference."""

    files = Words(
        _l("Welk dossier gebruikt de afwijking?"),
        [Required("Geef minstens één dossiernummer.")],
        description=_l("Dossiernummers, met een spatie of op een eigen regel. Bijvoorbeeld SD-2026-0001."),
    )
    found: tuple[Case, ...] = ()

    def prepare(self, case: Deviation, when: Moment) -> None:
        """Remember between which parties the files have to be shared."""
        across = case.other_party(case.owner.id)
        self.parties = (case.owner.id, across.id if across else "")

    def validate_files(self, field: Words) -> None:
        """Find every file that is named; both parties must work on it."""
        named = list(dict.fromkeys((field.data or "").upper().replace(",", " ").split()))
        query = select(Case).where(Case.reference.in_(named), shared_between(*self.parties))
        self.found = tuple(db.session.scalars(query).unique())
        if unknown := [each for each in named if each not in {case.reference for case in self.found}]:
            text = _("Geen dossier dat beide partijen delen: %(references)s.", references=", ".join(unknown)[:200])
            raise ValidationError(text)

    def fields(self) -> dict[str, Any]:
        """Bring the files themselves."""
        return super().fields() | {"files": list(self.found)}


class DeviationForm(ArticleForm, FilesForm):
    """What is done otherwise than the agreement says, why, for which files, from when until when."""

    reason = Words(_l("Waarom wordt er afgeweken?"), [Required("Schrijf waarom.")])
    instead = Words(_l("Wat geldt er in de plaats?"), [Required("Schrijf wat er in de plaats geldt.")])
    files = Words(
        _l("Voor welke dossiers?"),
        description=_l("Dossiernummers, met een spatie of op een eigen regel. Leeg is voor alle gedeelde dossiers."),
    )
    from_on = DutchDate(_l("Geldt vanaf"), [Required("Geef de eerste dag.")])
    until_on = DutchDate(
        _l("Geldt tot en met"), [Required("Geef de laatste dag.")], description=_l("Op die dag vervalt ze vanzelf.")
    )

    @classmethod
    def initial(cls, case: Deviation, when: Moment) -> dict[str, Any]:
        """It can begin today."""
        return super().initial(case, when) | {"from_on": when.today}

    def prepare(self, case: Deviation, when: Moment) -> None:
        """List the articles, and remember the parties."""
        ArticleForm.prepare(self, case, when)
        FilesForm.prepare(self, case, when)


FORMS: dict[str, type[StepForm]] = {
    "stel_afwijking_voor": DeviationForm,
    "gebruik_afwijking": FilesForm,
    "weiger": ReasonForm,
    "trek_in": ReasonForm,
}
