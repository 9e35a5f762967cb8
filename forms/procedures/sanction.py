"""The form of every step of a sanction file that asks something, in the order of its life."""

from forms.procedures import sanction_advice as advice
from forms.procedures import sanction_decision as decision
from forms.procedures import sanction_follow_up as follow_up
from forms.procedures import sanction_hearing as hearing
from forms.procedures import sanction_report as report
from forms.procedures.attachments import EvidenceForm
from forms.step_form import StepForm

FORMS: dict[str, type[StepForm]] = {
    "meld": report.ReportForm,
    "vul_melding_aan": report.ReportForm,
    "maan_aan": report.WarnForm,
    "pas_aanmaning_aan": report.WarnForm,
    "leef_na": report.RemedyForm,
    "seponeer": report.CloseForm,
    "roep_op": hearing.InviteForm,
    "verplaats": hearing.InviteForm,
    "hoor": hearing.HearingForm,
    "verbeter_verslag": hearing.HearingForm,
    "adviseer": advice.AdviceForm,
    "herzie_advies": advice.AdviceForm,
    "agendeer": decision.AgendaForm,
    "beslis": decision.DecisionForm,
    "verbeter_beslissing": decision.CorrectionForm,
    "verdaag": decision.PostponeForm,
    "agendeer_intrekking": decision.WithdrawalAgendaForm,
    "trek_in": decision.WithdrawForm,
    "voer_uit": follow_up.ExecutionForm,
    "licht_in_ocmw": follow_up.OcmwInformForm,
    "licht_in_amal": follow_up.AmalInformForm,
    "stel_beroep_in": follow_up.AppealForm,
    "uitspraak": follow_up.JudgmentForm,
    "voeg_stuk_toe": EvidenceForm,
}
