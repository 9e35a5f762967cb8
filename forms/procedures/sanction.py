"""The forms of a sanction file, one for every step that asks something, in the order of its life."""

from datetime import timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms.fields import Ballots, Choice, DutchDate, Euro, FactRows, Line, Pick, Required, WholeNumber, Words
from forms.step_form import StepForm
from workflow.breaches import BREACHES, LAWFUL_REASONS, NO_CONSEQUENCE
from workflow.deliberation import CHOICE_TITLES
from workflow.measures import (
    DEFERRAL_TITLES,
    HEARING_TITLES,
    JUDGMENT_TITLES,
    KIND_TITLES,
    UNIT_TITLES,
    Deferral,
)
from workflow.models import BcsdSession, Sanction, Seat, db
from workflow.moment import Moment
from workflow.procedures.sanction_decision import default_start
from workflow.procedures.sanction_hearing import earliest_hearing
from workflow.procedures.sanction_report import NO_REASON, earliest_remedy_date
from workflow.terms import months_civil, roll

NO_INTERPRETER = "geen"


def _labels(titles: dict[Any, str]) -> list[tuple[str, str]]:
    return [(str(key), _(title)) for key, title in titles.items()]


class ReportForm(StepForm):
    """What was not done, when, and how that shows."""

    breach_type = Pick(_l("Welke verplichting is niet nagekomen?"), [Required("Kies welke verplichting niet is nagekomen.")])
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
        self.breach_type.choices = [("", ""), *_labels(BREACHES)]


class WarnForm(StepForm):
    """The warning: what was agreed, what must be done, by when, and whether there is a lawful reason."""

    sections = (
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
        """Propose the first possible working day, and show what was written before."""
        earliest = roll(earliest_remedy_date(when.today))
        return {
            "lawful_reason": case.lawful_reason,
            "reason_examined": case.reason_examined or "",
            "obligation": case.obligation or "",
            "remedy": case.remedy or "",
            "remedy_by": case.remedy_by if case.remedy_by and case.remedy_by >= earliest else earliest,
        }

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the lawful reasons."""
        self.lawful_reason.choices = [(NO_REASON, _("Neen, geen wettige reden")), *_labels(LAWFUL_REASONS)]


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
        self.closing_reason.choices = [("", ""), *_labels(NO_CONSEQUENCE)]


class InviteForm(StepForm):
    """When and where the client is heard."""

    hearing_on = DutchDate(_l("Dag van de hoorzitting"), [Required("Geef de dag.")])
    hearing_time = Line(_l("Uur"), [Required("Geef het uur.")], description=_l("Bijvoorbeeld 14.00 uur"))
    hearing_place = Line(_l("Plaats"), [Required("Geef de plaats.")], description=_l("Straat, nummer, lokaal"))
    needs_interpreter = Choice(_l("Is er een tolk nodig?"), [Required("Kies of er een tolk nodig is.")])
    interpreter_language = Line(_l("Voor welke taal?"))
    file_access = Line(
        _l("Waar en wanneer kan de cliënt zijn dossier lezen?"), [Required("Zeg waar en wanneer dat kan.")]
    )
    reschedule_by = DutchDate(_l("Een andere dag vragen kan tot en met"), [Required("Geef de laatste dag.")])

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Propose the first possible working day."""
        day = roll(earliest_hearing(when.today) + timedelta(days=1))
        language = case.hearing_interpreter or (case.client.contact_language if case.client.interpreter else "")
        return {
            "hearing_on": day,
            "hearing_time": case.hearing_time or "",
            "hearing_place": case.hearing_place or f"{case.owner.street}, {case.owner.postal_code} {case.owner.city}",
            "needs_interpreter": "ja" if language and language != NO_INTERPRETER else "neen",
            "interpreter_language": "" if language == NO_INTERPRETER else language,
            "file_access": case.file_access or "",
            "reschedule_by": day - timedelta(days=2),
        }

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the answers."""
        self.needs_interpreter.choices = [("ja", _("Ja")), ("neen", _("Neen"))]

    def validate_interpreter_language(self, field: Line) -> None:
        """Ask the language when an interpreter is needed."""
        if self.needs_interpreter.data == "ja" and not field.data:
            Required("Zeg voor welke taal.")(self, field)

    def fields(self) -> dict[str, Any]:
        """Bring the interpreter as one fact: the language, or none."""
        given = super().fields()
        needed = given.pop("needs_interpreter") == "ja"
        language = given.pop("interpreter_language")
        return given | {"hearing_interpreter": language if needed else NO_INTERPRETER}


class HearingForm(StepForm):
    """What came of the hearing, in the client's own words where it matters."""

    hearing_outcome = Choice(_l("Hoe verliep het?"), [Required("Kies hoe het verliep.")])
    hearing_present = Words(
        _l("Wie was aanwezig, en in welke rol?"), description=_l("Ook wie de cliënt bijstond, en de tolk.")
    )
    hearing_report = Words(
        _l("Verslag"),
        [Required("Schrijf het verslag.")],
        description=_l("Wat is gevraagd en geantwoord? Was de cliënt er niet: hoe is hij verwittigd?"),
    )
    hearing_papers = Words(_l("Welke papieren gaf de cliënt af?"))
    hearing_remarks = Words(_l("Opmerkingen na voorlezing"))

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show again what was written."""
        names = ("hearing_outcome", "hearing_present", "hearing_report", "hearing_papers", "hearing_remarks")
        return {name: getattr(case, name) or "" for name in names}

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the outcomes."""
        self.hearing_outcome.choices = _labels(HEARING_TITLES)


class MeasureForm(StepForm):
    """The measure, as advised or as decided."""

    measure = Choice(_l("Maatregel"), [Required("Kies de maatregel.")])
    share = Choice(_l("Geheel of een deel?"))
    monthly_cents = Euro(_l("Bedrag dat per maand niet betaald wordt, in euro"))
    duration = WholeNumber(_l("Duur"))
    unit = Choice(_l("Eenheid"))
    starts_on = DutchDate(_l("Start van de maatregel"))
    deferral = Choice(_l("Uitstel"))
    deferral_part = Line(_l("Welk deel krijgt uitstel?"))
    trial_until = DutchDate(_l("Einde van de proeftermijn"))
    conditions = Words(_l("Voorwaarden bij het uitstel"))

    MEASURE = (
        "measure", "share", "monthly_cents", "duration", "unit", "starts_on", "deferral", "deferral_part",
        "trial_until", "conditions",
    )  # fmt: skip

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the measures and units."""
        self.measure.choices = _labels(KIND_TITLES)
        self.share.choices = [("geheel", _("De volledige uitbetaling")), ("deel", _("Een deel"))]
        self.unit.choices = _labels(UNIT_TITLES)
        self.deferral.choices = _labels(DEFERRAL_TITLES)

    @staticmethod
    def shown(measure: Any) -> dict[str, Any]:
        """Show a measure again."""
        share = {True: "geheel", False: "deel"}.get(measure.whole)
        names = ("measure", "monthly_cents", "duration", "unit", "starts_on", "deferral", "deferral_part", "trial_until", "conditions")
        return {name: getattr(measure, name) for name in names} | {"share": share}

    def measure_fields(self) -> dict[str, Any]:
        """Return the measure; what does not belong to it is left out."""
        given = {name: self[name].data for name in self.MEASURE}
        share = given.pop("share")
        suspension = given["measure"] == "schorsing"
        starts = suspension or given["measure"] == "intrekking"
        deferral = given["deferral"] if suspension and given["deferral"] else Deferral.NONE
        deferred = deferral != Deferral.NONE
        return given | {
            "whole": {"geheel": True, "deel": False}.get(share) if suspension else None,
            "monthly_cents": given["monthly_cents"] if suspension else None,
            "duration": given["duration"] if suspension else None,
            "unit": given["unit"] if suspension else None,
            "starts_on": given["starts_on"] if starts else None,
            "deferral": deferral,
            "deferral_part": given["deferral_part"] if deferral == Deferral.PART else "",
            "trial_until": given["trial_until"] if deferred else None,
            "conditions": given["conditions"] if deferred else "",
        }


class AdviceForm(MeasureForm):
    """The social report with its advice or proposal."""

    sections = (
        (_l("Sociaal verslag"), ("situation", "reason_examined", "hearing_answer")),
        (_l("Advies of voorstel"), MeasureForm.MEASURE),
        (_l("Waarom"), ("proportionality", "family_effect")),
        (_l("Vraag van het comité"), ("answer",)),
    )

    situation = Words(
        _l("Persoon en situatie"),
        [Required("Beschrijf de situatie.")],
        description=_l("Enkel wat het comité nodig heeft om te beslissen."),
    )
    reason_examined = Words(_l("Is er een wettige reden? Overloop punt voor punt."), [Required("Onderzoek of er een wettige reden is.")])
    hearing_answer = Words(_l("Antwoord op wat de cliënt aanbracht"), [Required("Antwoord op wat de cliënt aanbracht.")])
    proportionality = Words(_l("Waarom deze maatregel en geen lichtere?"), [Required("Leg uit waarom.")])
    family_effect = Words(_l("Wat betekent dit voor het gezin?"), [Required("Beschrijf de gevolgen voor het gezin.")])
    answer = Words(_l("Antwoord op de vraag van het comité"))

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show the advice that stands now, to revise it."""
        if case.advice is None:
            return {"deferral": Deferral.NONE, "unit": "maanden"}
        texts = ("situation", "reason_examined", "hearing_answer", "proportionality", "family_effect", "answer")
        return {name: getattr(case.advice, name) for name in texts} | cls.shown(case.advice)

    def prepare(self, case: Sanction, when: Moment) -> None:
        """Show the committee's question with the field for its answer."""
        super().prepare(case, when)
        self.written_on = when.today
        self.answer.description = case.question or _("Er is geen vraag van het comité.")

    def fields(self) -> dict[str, Any]:
        """Bring the advice as a row of its own."""
        texts = ("situation", "reason_examined", "hearing_answer", "proportionality", "family_effect", "answer")
        given: dict[str, Any] = {name: self[name].data for name in texts}
        return {"advice": given | self.measure_fields() | {"written_on": self.written_on}}


def _sessions(when: Moment, held: bool) -> list[BcsdSession]:
    query = db.session.query(BcsdSession).filter_by(state="gepland", owner_id=when.actor.organisation_id)
    limit = BcsdSession.held_on <= when.today if held else BcsdSession.held_on >= when.today
    return query.filter(limit).order_by(BcsdSession.held_on).limit(40).all()


def _seats(day: Any) -> list[tuple[str, str]]:
    seats = db.session.query(Seat).filter(Seat.from_on <= day).order_by(Seat.number).all()
    sitting = [seat for seat in seats if seat.until_on is None or seat.until_on >= day]
    return [(s.id, f"{s.person.name} ({_('voorzitter')})" if s.chair else s.person.name) for s in sitting]


class AgendaForm(StepForm):
    """The session that will treat the file."""

    session_id = Pick(_l("Zitting"), [Required("Kies een zitting.")])
    urgent = BooleanField(_l("Dringend punt, na de oproeping"))
    urgency_reason = Words(_l("Waarom is het dringend?"))

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the planned sessions."""
        self.sessions = {session.id: session for session in _sessions(when, held=False)}
        labels = [(key, f"{s.held_on:%d/%m/%Y}, {s.starts_at}, {s.place}") for key, s in self.sessions.items()]
        self.session_id.choices = [("", ""), *labels]

    def fields(self) -> dict[str, Any]:
        """Bring the place on the agenda as a row of its own."""
        reason = self.urgency_reason.data if self.urgent.data else ""
        place = {"urgent": bool(self.urgent.data and reason), "urgency_reason": reason or ""}
        return {"agenda": {"session": self.sessions[self.session_id.data], **place}}


class DecisionForm(MeasureForm):
    """The vote and the decision with its grounds."""

    sections = (
        (_l("Stemming"), ("choices", "urgency_agreed")),
        (_l("Beslissing"), MeasureForm.MEASURE),
        (_l("Motivering"), ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")),
    )

    choices = Ballots(_l("Wat deed elk lid?"))
    urgency_agreed = WholeNumber(_l("Dringend punt: hoeveel leden aanvaardden het?"))
    grounds_law = Words(_l("In rechte"), [Required("Geef de rechtsgronden.")], description=_l("De artikelen staan al in de brief. Schrijf waarom ze hier gelden."))
    grounds_facts = Words(_l("In feite"), [Required("Motiveer in feite.")], description=_l("Waarom is dit een inbreuk, en waarom is er geen wettige reden?"))
    grounds_measure = Words(_l("Waarom deze maatregel, deze duur en dit deel?"))
    hearing_answer = Words(_l("Antwoord op wat de cliënt aanbracht"), [Required("Antwoord op wat de cliënt aanbracht.")])
    departure = Words(_l("Wijkt de beslissing af van het voorstel? Waarom?"))

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Choose nothing beforehand but the default start and the term of a trial."""
        assert case.agenda_item
        day = case.agenda_item.session.held_on
        return {
            "deferral": Deferral.NONE,
            "unit": "maanden",
            "starts_on": default_start(day),
            "trial_until": months_civil(day, 12),
        }

    def prepare(self, case: Sanction, when: Moment) -> None:
        """Seat the members of that day."""
        super().prepare(case, when)
        assert case.agenda_item
        self.choices.seat(_seats(case.agenda_item.session.held_on), _labels(CHOICE_TITLES))
        if not case.agenda_item.urgent:
            del self.urgency_agreed
            self.sections = ((_l("Stemming"), ("choices",)), *DecisionForm.sections[1:])

    def fields(self) -> dict[str, Any]:
        """Bring the vote and the decision."""
        texts = ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")
        decision: dict[str, Any] = {name: self[name].data or "" for name in texts}
        vote: dict[str, Any] = {"choices": self.choices.data}
        if "urgency_agreed" in self:
            vote["urgency_agreed"] = self.urgency_agreed.data
        return vote | {"decision": decision | self.measure_fields()}


class GroundsForm(StepForm):
    """Corrections in the words of a decision; the measure itself cannot change."""

    grounds_law = Words(_l("In rechte"), [Required("Geef de rechtsgronden.")])
    grounds_facts = Words(_l("In feite"), [Required("Motiveer in feite.")])
    grounds_measure = Words(_l("Waarom deze maatregel, deze duur en dit deel?"))
    hearing_answer = Words(_l("Antwoord op wat de cliënt aanbracht"), [Required("Antwoord op wat de cliënt aanbracht.")])
    departure = Words(_l("Wijkt de beslissing af van het voorstel? Waarom?"))

    TEXTS = ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show the words that stand now."""
        return {name: getattr(case.decision, name) for name in cls.TEXTS}

    def fields(self) -> dict[str, Any]:
        """Bring the corrected words."""
        return {"grounds": {name: self[name].data or "" for name in self.TEXTS}}


class PostponeForm(StepForm):
    """What the committee wants to know, and by when."""

    question = Words(_l("Vraag van het comité"), [Required("Schrijf de vraag.")])
    answer_by = DutchDate(_l("Antwoord tegen"), [Required("Geef de dag.")])


class RecusalForm(StepForm):
    """A member who stays out of a file."""

    seat_id = Pick(_l("Lid"), [Required("Kies het lid.")])
    reason = Words(_l("Welk belang heeft dit lid?"), [Required("Schrijf welk belang.")])

    def prepare(self, case: Sanction, when: Moment) -> None:
        """Seat the members of that day."""
        assert case.agenda_item
        self.seat_id.choices = [("", ""), *_seats(case.agenda_item.session.held_on)]

    def fields(self) -> dict[str, Any]:
        """Bring the recusal as a row of its own."""
        return {"recusal": {"seat_id": self.seat_id.data, "reason": self.reason.data}}


class WithdrawForm(StepForm):
    """The session that took a decision back, its vote and its reasons."""

    session_id = Pick(_l("Zitting die de beslissing introk"), [Required("Kies de zitting.")])
    choices = Ballots(_l("Wat deed elk lid?"))
    reason = Words(
        _l("Waarom, en wat komt in de plaats?"),
        [Required("Schrijf waarom.")],
        description=_l("Komt in de brief aan de cliënt."),
    )

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the sessions that were held, and seat the members."""
        self.sessions = {session.id: session for session in _sessions(when, held=True)}
        self.session_id.choices = [("", ""), *[(key, f"{s.held_on:%d/%m/%Y}") for key, s in self.sessions.items()]]
        chosen = self.sessions.get(self.session_id.data or "")
        self.choices.seat(_seats(chosen.held_on if chosen else when.today), _labels(CHOICE_TITLES))

    def fields(self) -> dict[str, Any]:
        """Bring the item, the vote and the reasons."""
        place = {"session": self.sessions[self.session_id.data], "subject": "intrekking"}
        return {
            "agenda": place,
            "choices": self.choices.data,
            "withdrawal": {"reason": self.reason.data},
        }


class ExecutionForm(StepForm):
    """When and how the measure was carried out."""

    executed_on = DutchDate(_l("Uitgevoerd op"), [Required("Geef de dag.")])
    execution_note = Words(_l("Hoe?"), [Required("Schrijf hoe.")], description=_l("Bijvoorbeeld: betaling van april stopgezet."))


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
        self.judgment.choices = _labels(JUDGMENT_TITLES)


FORMS: dict[str, type[StepForm]] = {
    "meld": ReportForm,
    "vul_melding_aan": ReportForm,
    "maan_aan": WarnForm,
    "pas_aanmaning_aan": WarnForm,
    "leef_na": RemedyForm,
    "seponeer": CloseForm,
    "roep_op": InviteForm,
    "verplaats": InviteForm,
    "hoor": HearingForm,
    "verbeter_verslag": HearingForm,
    "adviseer": AdviceForm,
    "herzie_advies": AdviceForm,
    "agendeer": AgendaForm,
    "beslis": DecisionForm,
    "verbeter_beslissing": GroundsForm,
    "verdaag": PostponeForm,
    "meld_belang": RecusalForm,
    "trek_in": WithdrawForm,
    "voer_uit": ExecutionForm,
    "licht_in_ocmw": OcmwInformForm,
    "licht_in_amal": AmalInformForm,
    "stel_beroep_in": AppealForm,
    "uitspraak": JudgmentForm,
}
