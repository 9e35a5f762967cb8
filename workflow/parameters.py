"""Every legal number the office uses: value, unit, source, and whether it still has to be confirmed.

The marks are those of the legal register: V seen in an official text, S in a secondary
source, A in the cooperation agreement, D our own proposal, M from memory, C contested.
What is marked M or C is shown as "te bevestigen" wherever it is used.
"""

from dataclasses import dataclass
from fractions import Fraction

from workflow.wording import N_

RMI = "RMI-wet 26/05/2002"
OCMW_LAW = "OCMW-wet 08/07/1976"
SWO = "Samenwerkingsovereenkomst OCMW Gent - Amal"
DLB = "Decreet 22/12/2017 over het lokaal bestuur"


@dataclass(frozen=True)
class Parameter:
    """One number or fixed text with its source; `mark` says how sure we are of it."""

    key: str
    title: str
    value: int | Fraction | str | bool
    unit: str
    source: str
    mark: str

    @property
    def to_confirm(self) -> bool:
        """Whether the legal service still has to confirm it before it counts as law."""
        return self.mark in "MC"

    @property
    def number(self) -> int:
        """The value of a parameter that counts something."""
        assert isinstance(self.value, int)
        return self.value


# fmt: off
_ALL = (
    #         key                          title                                                             value            unit            source                                                      mark
    Parameter("aanmaning_days",            N_("Hersteltermijn na een aanmaning"),                            14,              N_("dagen"),    N_("eigen voorstel; de wet noemt geen aantal dagen"),       "D"),
    Parameter("hearing_notice_days",       N_("Uitnodiging om gehoord te worden, minstens vooraf"),          7,               N_("dagen"),    N_("eigen voorstel; RMI-wet art. 20, KB RMI art. 7"),       "D"),
    Parameter("convocation_days",          N_("Oproeping van het BCSD, minstens vooraf"),                    8,               N_("dagen"),    "DLB art. 110 jo. 19-23",                                   "S"),
    Parameter("urgent_majority",           N_("Aanwezige leden die een dringend punt moeten aanvaarden"),    Fraction(2, 3),  N_("deel"),     "DLB art. 110 jo. 23",                                      "S"),
    Parameter("recused_count_for_quorum",  N_("Een lid met een belangenconflict telt mee voor het quorum"),  True,            N_("ja/nee"),   "DLB art. 27",                                              "C"),
    Parameter("cap_months",                N_("Hoogste duur van een schorsing, eerste keer"),                1,               N_("maanden"),  "RMI-wet art. 30 § 2",                                      "V"),
    Parameter("cap_repeat_months",         N_("Hoogste duur van een schorsing, bij herhaling"),              3,               N_("maanden"),  "RMI-wet art. 30 § 2",                                      "V"),
    Parameter("cap_repeat_months_eq",      N_("Hoogste duur bij herhaling, equivalent leefloon"),            3,               N_("maanden"),  "OCMW-wet art. 60 § 3",                                     "M"),
    Parameter("recidivism_years",          N_("Herhaling telt binnen"),                                      1,               N_("jaar"),     "RMI-wet art. 30 § 2",                                      "V"),
    Parameter("recidivism_from",           N_("Herhaling rekent vanaf beslissing en vanaf kennisgeving"),    N_("beide"),     N_("keuze"),    N_("RMI-wet art. 30 § 2; referentiedag niet gezien"),       "C"),
    Parameter("history_months",            N_("Vroegere sancties die getoond worden"),                       24,              N_("maanden"),  N_("eigen voorstel"),                                       "D"),
    Parameter("start_default_month",       N_("Start van de schorsing: eerste dag van de maand nr."),        2,               N_("maanden"),  N_("RMI-wet art. 30 § 2; bronnen spreken elkaar tegen"),    "C"),
    Parameter("start_latest_month",        N_("Laatste start: eerste dag van de maand nr."),                 3,               N_("maanden"),  N_("RMI-wet art. 30 § 2; bronnen spreken elkaar tegen"),    "C"),
    Parameter("trial_years",               N_("Proeftermijn bij uitstel, voorstel"),                         1,               N_("jaar"),     N_("RMI-wet art. 30 § 3"),                                  "M"),
    Parameter("notification_days",         N_("Kennisgeving van de beslissing"),                             8,               N_("dagen"),    "RMI-wet art. 21 § 4; OCMW-wet art. 62bis",                 "M"),
    Parameter("appeal_months",             N_("Beroep bij de arbeidsrechtbank"),                             3,               N_("maanden"),  "RMI-wet art. 47; OCMW-wet art. 71",                        "V"),
    Parameter("finality_days",             N_("Marge voor een beslissing als definitief geldt"),             10,              N_("dagen"),    N_("eigen voorstel"),                                       "D"),
    Parameter("oudkomer_months",           N_("Inschrijving in het rijksregister vanaf wanneer oudkomer"),   12,              N_("maanden"),  "SWO art. 3",                                               "A"),
    Parameter("court_name",                N_("Bevoegde rechtbank"),                                         "Arbeidsrechtbank Gent, afdeling Gent", N_("naam"), "Ger.W.; mi-is.be",                          "M"),
    Parameter("court_address",             N_("Adres van de bevoegde rechtbank"),                            "Brabantdam 33B, 9000 Gent",            N_("adres"), N_("na te kijken door de juridische dienst"), "M"),
)
# fmt: on

PARAMETERS = {parameter.key: parameter for parameter in _ALL}


def number(key: str) -> int:
    """Return a counting parameter by its key; an unknown key is a programming error."""
    return PARAMETERS[key].number
