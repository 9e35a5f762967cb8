"""The form of every step of a GPMI file that asks something, in the order of its life."""

from forms.procedures import gpmi_annex as annex
from forms.procedures import gpmi_contract as contract
from forms.procedures import gpmi_evaluation as evaluation
from forms.procedures import gpmi_signing as signing
from forms.step_form import StepForm

FORMS: dict[str, type[StepForm]] = {
    "open": contract.ContractForm,
    "vul_contract_aan": contract.ContractForm,
    "stel_bijlage_op": annex.AnnexForm,
    "wijzig": annex.ChangeForm,
    "verbeter_bijlage": annex.ChangeForm,
    "bied_aan": signing.OfferForm,
    "teken_client": signing.ClientSignsForm,
    "neem_terug": signing.DropForm,
    "behoud_vorige": signing.DropForm,
    "evalueer": evaluation.EvaluationForm,
    "vraag_onderhoud": contract.InterviewForm,
    "houd_onderhoud": contract.InterviewHeldForm,
    "beeindig": contract.EndForm,
    "vervang": contract.ReplaceForm,
    "trek_in": contract.WithdrawForm,
}
