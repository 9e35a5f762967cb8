"""The forms of an annex: what it imposes, its offer, the signature of the client."""

from datetime import date, timedelta
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms.fields import DutchDate, Required, Words
from forms.step_form import Sections, StepForm
from letters.usual import usual
from workflow import parameters
from workflow.models import Gpmi, GpmiAnnex, Organisation, db
from workflow.moment import Moment
from workflow.procedures.gpmi_signing import earliest_signing
from workflow.roles import Kind
from workflow.terms import last_working_day, months_civil, roll
from workflow.trajectory import PART_TITLES, Part

OF_A_PART = ("objective", "starts_on", "ends_on", "attendance")


def _imposed(part: Part) -> BooleanField:
    return BooleanField(_l("Dit onderdeel opleggen"))


def _objective(part: Part) -> Words:
    return Words(_l("Wat doet de cliënt?"), description=_l("Komt in de bijlage. Korte zinnen, met 'u'."))


def _attendance(part: Part) -> Words:
    return Words(_l("Hoe telt de aanwezigheid?"), description=_l("Komt in de bijlage. Korte zinnen, met 'u'."))


class AnnexForm(StepForm):
    """What the annex imposes, part by part, what every party does, and when it is evaluated."""

    sections: Sections = (
        *((_l(PART_TITLES[part]), (part.value, *(f"{part}_{name}" for name in OF_A_PART))) for part in Part),
        (_l("Van wanneer tot wanneer"), ("from_on", "until_on")),
        (_l("Wie doet wat"), ("breach_means", "ocmw_does", "with_amal", "amal_does", "feedback")),
        (_l("Evaluaties"), ("evaluation_1", "evaluation_2", "evaluation_3")),
    )

    nt2, mo, activering, pnt = (_imposed(part) for part in Part)
    nt2_objective, mo_objective, activering_objective, pnt_objective = (_objective(part) for part in Part)
    nt2_starts_on, mo_starts_on, activering_starts_on, pnt_starts_on = (DutchDate(_l("Van")) for _part in Part)
    nt2_ends_on, mo_ends_on, activering_ends_on, pnt_ends_on = (DutchDate(_l("Tot en met")) for _part in Part)
    nt2_attendance, mo_attendance, activering_attendance, pnt_attendance = (_attendance(part) for part in Part)

    from_on = DutchDate(
        _l("De bijlage geldt van"),
        [Required("Geef de eerste dag.")],
        description=_l("Tekent iemand later, dan begint de bijlage op de dag van de laatste handtekening."),
    )
    until_on = DutchDate(_l("tot en met"), [Required("Geef de laatste dag.")])
    breach_means = Words(
        _l("Wat telt als inbreuk?"),
        [Required("Schrijf wat als inbreuk telt.")],
        description=_l("Komt in de bijlage. Nooit gemeenschapsdienst, nooit vrijwilligerswerk (GwH 86/2018)."),
    )
    ocmw_does = Words(_l("Wat doet het OCMW?"), [Required("Schrijf wat het OCMW doet.")])
    with_amal = BooleanField(_l("Amal is partij: het ondertekent mee en ziet zijn deel van dit dossier"))
    amal_does = Words(_l("Wat doet Amal?"))
    feedback = Words(_l("Wat melden OCMW en Amal elkaar?"), description=_l("Enkel wat nodig is voor het traject."))
    evaluation_1 = DutchDate(_l("Eerste evaluatie"), [Required("Geef de dag.")])
    evaluation_2 = DutchDate(_l("Tweede evaluatie"), [Required("Geef de dag.")])
    evaluation_3 = DutchDate(_l("Derde evaluatie"), [Required("Geef de dag.")])

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Propose the days of a year, the words of the last annex or those that are usual, the parts of a referral."""
        begins = earliest_signing(when.today)
        former = case.draft or (case.annexes[-1] if case.annexes else None)
        told = {each["part"]: each for each in former.obligations} if former else {}
        apart = parameters.number("evaluation_months")
        planned = [last_working_day(months_civil(begins, apart * number)) for number in (1, 2, 3)]
        ends = months_civil(begins, 12) - timedelta(days=1)
        draft = case.draft
        if draft and draft.from_on and draft.until_on:
            begins, ends = draft.from_on, draft.until_on
            planned = [date.fromisoformat(day) for day in draft.evaluations_on] or planned
        shown: dict[str, Any] = {"from_on": begins, "until_on": ends}
        shown |= {f"evaluation_{number}": day for number, day in enumerate(planned[:3], 1)}
        for part in Part:
            shown |= _shown(part, told.get(part), begins, ends)
        if pointed_at := set(request.args.get("onderdelen", "").split(",")) & set(Part):
            shown |= {part.value: part in pointed_at for part in Part}
        return shown | _engagements(former)

    def fields(self) -> dict[str, Any]:
        """Bring the text of the annex as one row."""
        return {"annex_text": self.text()}

    def text(self) -> dict[str, Any]:
        """Put the fields together: the parts that are imposed, each with what was written about it."""
        parts = [part.value for part in Part if self[part.value].data]
        days = [self[f"evaluation_{number}"].data for number in (1, 2, 3)]
        amal = bool(self.with_amal.data)
        return {
            "parts": parts,
            "obligations": [self._obligation(part) for part in parts],
            "from_on": self.from_on.data,
            "until_on": self.until_on.data,
            "breach_means": self.breach_means.data or "",
            "ocmw_does": self.ocmw_does.data or "",
            "partner": db.session.query(Organisation).filter_by(kind=Kind.AGENCY).first() if amal else None,
            "amal_does": (self.amal_does.data or "") if amal else "",
            "feedback": (self.feedback.data or "") if amal else "",
            "evaluations_on": [day.isoformat() for day in days if day],
            "reason": "",
        }

    def _obligation(self, part: str) -> dict[str, str]:
        said = {name: self[f"{part}_{name}"].data for name in OF_A_PART}
        return {"part": part} | {n: v.isoformat() if isinstance(v, date) else v or "" for n, v in said.items()}


def _shown(part: Part, told: dict[str, str] | None, begins: date, ends: date) -> dict[str, Any]:
    """Show what an annex says of a part, or what is usually agreed about it."""
    words, said = usual("bijlage_gpmi"), told or {}
    values = {
        "objective": said.get("objective") or words[f"{part}: doel"],
        "attendance": said.get("attendance") or words[f"{part}: aanwezigheid"],
        "starts_on": date.fromisoformat(said["starts_on"]) if said.get("starts_on") else roll(begins),
        "ends_on": date.fromisoformat(said["ends_on"]) if said.get("ends_on") else ends,
    }
    return {part.value: bool(said)} | {f"{part}_{name}": value for name, value in values.items()}


def _engagements(former: GpmiAnnex | None) -> dict[str, Any]:
    if former is None:
        words = usual("bijlage_gpmi")
        return {"with_amal": True, "breach_means": words["inbreuk"], "feedback": words["terugkoppeling"]}
    names = ("breach_means", "ocmw_does", "amal_does", "feedback")
    return {name: getattr(former, name) for name in names} | {"with_amal": former.partner_id is not None}


class ChangeForm(AnnexForm):
    """A new text of the annex, or an annex that takes the place of the one in force, with the reason."""

    sections: Sections = ((_l("Waarom deze wijziging?"), ("reason",)), *AnnexForm.sections)

    reason = Words(
        _l("Reden"),
        [Required("Schrijf waarom de bijlage verandert.")],
        description=_l("Komt in de bijlage. Korte zinnen, met 'u'."),
    )

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Show the text that is corrected or replaced."""
        return super().initial(case, when) | {"reason": case.draft.reason if case.draft else ""}

    def prepare(self, case: Gpmi, when: Moment) -> None:
        """Ask no reason for an annex that replaces nothing; a text that is corrected stays the same annex."""
        self.corrects = case.draft is not None
        if case.in_force is None:
            del self.reason
            self.sections = AnnexForm.sections

    def fields(self) -> dict[str, Any]:
        """Bring a new annex, or other words for the one that is not signed."""
        text = self.text() | {"reason": (self.reason.data or "") if "reason" in self else ""}
        return {"new_text" if self.corrects else "annex_text": text}
