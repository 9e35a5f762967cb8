"""The lists an agreement chooses from: kinds of agreement, what a version is, where it stands."""

from enum import StrEnum

from workflow.wording import N_


class AgreementKind(StrEnum):
    """The agreements the cooperation works with, as the cooperation agreement itself names them."""

    COOPERATION = "samenwerkingsovereenkomst"
    WORKING_RULES = "werkafspraken"
    FRAMEWORK = "afsprakenkader"
    DATA_PROCESSING = "gegevensverwerking"


KIND_TITLES = {
    AgreementKind.COOPERATION: N_("Samenwerkingsovereenkomst"),
    AgreementKind.WORKING_RULES: N_("Werkafspraken (SWO art. 1 en 15)"),
    AgreementKind.FRAMEWORK: N_("Afsprakenkader (SWO art. 14)"),
    AgreementKind.DATA_PROCESSING: N_("Overeenkomst voor de verwerking van persoonsgegevens (SWO art. 5)"),
}


class Change(StrEnum):
    """What a version of an agreement does: set it up, change its text, or end it by consent."""

    ORIGINAL = "oorspronkelijk"
    AMENDMENT = "wijziging"
    ENDING = "beeindiging"


CHANGE_TITLES = {
    Change.ORIGINAL: N_("eerste tekst"),
    Change.AMENDMENT: N_("wijziging"),
    Change.ENDING: N_("einde in onderling akkoord"),
}


class Standing(StrEnum):
    """How far a version of an agreement came."""

    DRAFT = "ontwerp"
    PROPOSED = "voorgesteld"
    AGREED = "aanvaard"
    TO_SIGN = "ter_ondertekening"
    IN_FORCE = "van_kracht"
    REFUSED = "geweigerd"
    WITHDRAWN = "ingetrokken"


STANDING_TITLES = {
    Standing.DRAFT: N_("Ontwerp"),
    Standing.PROPOSED: N_("Voorgesteld, wacht op beide partijen"),
    Standing.AGREED: N_("Aanvaard door beide partijen"),
    Standing.TO_SIGN: N_("Aanvaard, ter ondertekening"),
    Standing.IN_FORCE: N_("Ondertekend"),
    Standing.REFUSED: N_("Geweigerd"),
    Standing.WITHDRAWN: N_("Ingetrokken"),
}

PENDING = (Standing.PROPOSED, Standing.AGREED, Standing.TO_SIGN)
"""A version on which the parties still have to act: there is at most one at a time."""
