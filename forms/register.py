"""The form of every step, by kind of file."""

from forms.procedures import (
    agenda_item,
    agreement,
    case_notes,
    client,
    default_notice,
    deviation,
    direction,
    gpmi,
    post,
    referral,
    sanction,
    session,
    warm_handoff,
)
from forms.step_form import ConfirmForm, StepForm

FORMS: dict[str, dict[str, type[StepForm]]] = {
    "sanction": case_notes.FORMS | sanction.FORMS,
    "referral": case_notes.FORMS | referral.FORMS,
    "warm_handoff": case_notes.FORMS | warm_handoff.FORMS,
    "agreement": case_notes.FORMS | agreement.FORMS,
    "default_notice": case_notes.FORMS | default_notice.FORMS,
    "deviation": case_notes.FORMS | deviation.FORMS,
    "gpmi": case_notes.FORMS | gpmi.FORMS,
    "direction": case_notes.FORMS | direction.FORMS,
    "session": case_notes.FORMS | session.FORMS,
    "agenda_item": agenda_item.FORMS,
    "post": post.FORMS,
    "client": client.FORMS,
}
"""The form of every step that asks something, by kind and action."""


def form_for(kind: str, action: str) -> type[StepForm]:
    """Return the form of a step; a step that asks nothing is only confirmed."""
    return FORMS[kind].get(action, ConfirmForm)
