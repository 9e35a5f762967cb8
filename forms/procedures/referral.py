"""The form of every step of a referral that asks something, in the order of its life."""

from forms.procedures import referral_closing as closing
from forms.procedures import referral_course as course
from forms.procedures import referral_preparation as preparation
from forms.procedures import referral_receipt as receipt
from forms.procedures import referral_vdab as vdab
from forms.step_form import StepForm

FORMS: dict[str, type[StepForm]] = {
    "open": preparation.ReferralForm,
    "verbeter_ontwerp": preparation.ReferralForm,
    "licht_in": preparation.InformForm,
    "verbeter_inlichting": preparation.InformForm,
    "verbeter_doorverwijzing": preparation.WordsForm,
    "aanvaard": receipt.AcceptForm,
    "verplaats_afspraak": receipt.AppointmentForm,
    "vraag_aanvulling": receipt.QuestionForm,
    "vul_aan": receipt.AnswerForm,
    "weiger": receipt.RefuseForm,
    "start": receipt.StartForm,
    "wijs_begeleider_toe": receipt.CounsellorForm,
    "koppel_terug": course.MessageForm,
    "evalueer": course.EvaluationForm,
    "lees_ocmw": course.ReadForm,
    "lees_amal": course.ReadForm,
    "stem_af_ocmw": course.ResultForm,
    "stem_af_amal": course.ResultForm,
    "wijzig_onderdelen": course.PartsForm,
    "wijzig_traject": course.PartsForm,
    "meld_inbreuk": course.BreachForm,
    "noteer_vdab": vdab.RegistrationForm,
    "noteer_vrijstelling": vdab.ExemptionForm,
    "beeindig_vrijstelling": vdab.ExemptionEndForm,
    "noteer_pnt": closing.HoursForm,
    "corrigeer_pnt": closing.CorrectionForm,
    "rond_af": closing.FinishForm,
    "noteer_b1": closing.B1Form,
    "zet_stop": closing.StopForm,
    "trek_in": closing.WithdrawForm,
}
