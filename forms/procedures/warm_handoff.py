"""The form of every step of a warm hand-over that asks something, in the order of its life."""

from forms.procedures import warm_handoff_draft as draft
from forms.procedures import warm_handoff_meeting as meeting
from forms.procedures import warm_handoff_outcome as outcome
from forms.procedures import warm_handoff_report as report
from forms.step_form import StepForm

FORMS: dict[str, type[StepForm]] = {
    "stel_op": draft.DraftForm,
    "vul_ontwerp_aan": draft.DraftForm,
    "meld_aan": report.ReportForm,
    "meld_opnieuw_aan": report.ReportForm,
    "trek_toestemming_in": report.WithdrawAgreementForm,
    "plan": meeting.PlanForm,
    "verplaats": meeting.PlanForm,
    "niet_opgedaagd": meeting.NoShowForm,
    "vink_af": meeting.TickForm,
    "keur_afwezigheid_goed": meeting.AbsenceForm,
    "draag_over": meeting.HandOverForm,
    "neem_op": outcome.TakeInForm,
    "neem_niet_op": outcome.DeclineForm,
    "trek_in": outcome.WithdrawForm,
}
