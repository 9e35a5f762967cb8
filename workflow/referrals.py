"""The lists a referral chooses from: its basis, the messages, the criteria of a refusal, the attests, why it stops."""

from enum import StrEnum

from workflow.wording import N_


class Basis(StrEnum):
    """Why somebody is referred: as a condition in his GPMI, or because he asks for it (SWO art. 4)."""

    IMPOSED = "opgelegd"
    VOLUNTARY = "vrijwillig"


BASIS_TITLES = {
    Basis.IMPOSED: N_("Opgelegd in het GPMI"),
    Basis.VOLUNTARY: N_("Vrijwillig, op vraag van de cliënt"),
}


class Message(StrEnum):
    """What one organisation tells the other about a shared trajectory (SWO art. 4, 6)."""

    STARTED = "gestart"
    ABSENCE = "afwezigheid"
    LEVEL = "niveau"
    CHANGE = "wijziging"
    SIGNAL = "signaal"
    AID = "steun"
    SANCTION = "sanctie"
    EVALUATION = "evaluatie"
    ATTEST = "attest"
    OUTCOME = "uitkomst"
    SIGNIFICANT = "ingrijpend"


MESSAGE_TITLES = {
    Message.STARTED: N_("Gestart met een onderdeel"),
    Message.ABSENCE: N_("Afwezigheid"),
    Message.LEVEL: N_("Niveau of vordering"),
    Message.CHANGE: N_("Wijziging in het traject"),
    Message.SIGNAL: N_("Signaal"),
    Message.AID: N_("Leefloon gestopt of gewijzigd"),
    Message.SANCTION: N_("Sanctie"),
    Message.EVALUATION: N_("Evaluatie"),
    Message.ATTEST: N_("Attest"),
    Message.OUTCOME: N_("Uitkomst"),
    Message.SIGNIFICANT: N_("Ingrijpende wijziging bij de cliënt (SWO art. 6)"),
}

WRITTEN = tuple(each for each in Message if each not in (Message.EVALUATION, Message.OUTCOME))
"""The messages somebody writes; the office writes the others with a step."""

CRITERIA = {
    "doelgroep": N_("De cliënt behoort tot de doelgroep van inburgering"),
    "werkgebied": N_("De cliënt woont in het werkgebied van Amal"),
    "onderdelen": N_("De gevraagde onderdelen zijn nog niet behaald en niet vrijgesteld"),
    "aanbod": N_("Amal heeft een passend aanbod"),
    "gegevens": N_("De doorverwijzing is volledig"),
}
"""What the agency looks at before it refuses; the working agreements between the parties fix the list."""


class Attest(StrEnum):
    """What a client can obtain at the end of a trajectory (SWO art. 13)."""

    INTEGRATION = "inburgeringsattest"
    EFFORTS = "geleverde_inspanningen"


ATTEST_TITLES = {
    Attest.INTEGRATION: N_("Inburgeringsattest"),
    Attest.EFFORTS: N_("Attest van geleverde inspanningen"),
}

B1_TITLES = {
    "behaald": N_("B1 mondeling behaald"),
    "niet_behaald": N_("B1 mondeling niet behaald binnen de termijn"),
    "vrijgesteld": N_("Vrijgesteld van B1 mondeling"),
}

STOP_TITLES = {
    "verhuisd": N_("Verhuisd buiten het werkgebied"),
    "werk_of_opleiding": N_("Werk of opleiding laat het traject niet meer toe"),
    "gezondheid": N_("Het traject kan niet doorgaan om persoonlijke redenen"),
    "op_vraag": N_("Op vraag van de cliënt, in een vrijwillig traject"),
    "geen_doelgroep": N_("De cliënt behoort niet meer tot de doelgroep"),
    "onbereikbaar": N_("De cliënt is niet meer bereikbaar"),
    "andere": N_("Een andere reden"),
}
