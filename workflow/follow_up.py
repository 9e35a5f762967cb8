"""What becomes of a running sanction file when leefloon stops: the choices the office has (SWO art. 12, 13)."""

from enum import StrEnum

from workflow.wording import N_


class FollowUp(StrEnum):
    """What the social worker chooses."""

    GO_ON = "verder"
    HAND_OVER = "overdragen"
    CLOSE = "sluiten"


FOLLOW_UP_TITLES = {
    FollowUp.GO_ON: N_("Verder bij het OCMW: de bevoegdheid lag vast toen het dossier openging"),
    FollowUp.HAND_OVER: N_("Overdragen aan Amal"),
    FollowUp.CLOSE: N_("Sluiten zonder gevolg"),
}
