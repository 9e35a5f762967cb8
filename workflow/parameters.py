"""Every legal number the office uses: value, unit, source, and whether it still has to be confirmed.

The marks are those of the legal register: V seen in an official text, S in a secondary
source, A in the cooperation agreement, D our own proposal, M from memory, C contested.
What is marked M or C is shown as "te bevestigen" wherever it is used.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from workflow.wording import N_, written

RMI = "RMI-wet 26/05/2002"
OCMW_LAW = "OCMW-wet 08/07/1976"
SWO = "Samenwerkingsovereenkomst OCMW Gent - Amal"
DLB = "Decreet 22/12/2017 over het lokaal bestuur"


@dataclass(frozen=True)
class Parameter:
    """One number, day or fixed text with its source; `mark` says how sure we are of it."""

    key: str
    title: str
    value: int | Fraction | str | bool | date
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

    @property
    def day(self) -> date:
        """The value of a parameter that fixes a day."""
        assert isinstance(self.value, date)
        return self.value

    @property
    def written(self) -> str:
        """The value the way the office reads it: a day as dd/mm/jjjj."""
        return written(self.value)


# fmt: off
_ALL = (
    #         key                                title                                                                                 value             unit              source                                                                            mark
    Parameter("aanmaning_days",                    N_("Hersteltermijn na een aanmaning"),                                                14,               N_("dagen"),      N_("eigen voorstel; de wet noemt geen aantal dagen"),                             "D"),
    Parameter("hearing_notice_days",               N_("Uitnodiging om gehoord te worden, minstens vooraf"),                              7,                N_("dagen"),      N_("eigen voorstel; RMI-wet art. 20, KB RMI art. 7"),                             "D"),
    Parameter("committee_members",                 N_("Leden van het BCSD, zonder de voorzitter"),                                       12,               N_("leden"),      N_("DLB art. 105-106, voor een raad van 53 leden of meer"),                       "M"),
    Parameter("convocation_days",                  N_("Oproeping van het BCSD, minstens vooraf"),                                        8,                N_("dagen"),      "DLB art. 110 jo. 19-23",                                                         "S"),
    Parameter("urgent_majority",                   N_("Aanwezige leden die een dringend punt moeten aanvaarden"),                        Fraction(2, 3),   N_("deel"),       "DLB art. 110 jo. 23",                                                            "S"),
    Parameter("recused_count_for_quorum",          N_("Een lid met een belangenconflict telt mee voor het quorum"),                      True,             N_("ja/nee"),     "DLB art. 27",                                                                    "C"),
    Parameter("cap_months",                        N_("Hoogste duur van een schorsing, eerste keer"),                                    1,                N_("maanden"),    "RMI-wet art. 30 § 2",                                                            "V"),
    Parameter("cap_months_eq",                     N_("Hoogste duur van een schorsing, eerste keer, equivalent leefloon"),               1,                N_("maanden"),    "OCMW-wet art. 60 § 3",                                                           "S"),
    Parameter("cap_repeat_months",                 N_("Hoogste duur van een schorsing, bij herhaling"),                                  3,                N_("maanden"),    "RMI-wet art. 30 § 2",                                                            "V"),
    Parameter("cap_repeat_months_eq",              N_("Hoogste duur bij herhaling, equivalent leefloon"),                                3,                N_("maanden"),    "OCMW-wet art. 60 § 3",                                                           "M"),
    Parameter("recidivism_years",                  N_("Herhaling telt binnen"),                                                          1,                N_("jaar"),       "RMI-wet art. 30 § 2",                                                            "V"),
    Parameter("recidivism_from",                   N_("Herhaling rekent vanaf beslissing en vanaf kennisgeving"),                        N_("beide"),      N_("keuze"),      N_("RMI-wet art. 30 § 2; referentiedag niet gezien"),                             "C"),
    Parameter("history_months",                    N_("Vroegere sancties die getoond worden"),                                           24,               N_("maanden"),    N_("eigen voorstel"),                                                             "D"),
    Parameter("start_default_month",               N_("Start van de schorsing: eerste dag van de maand nr."),                            2,                N_("maanden"),    N_("RMI-wet art. 30 § 2; bronnen spreken elkaar tegen"),                          "C"),
    Parameter("start_latest_month",                N_("Laatste start: eerste dag van de maand nr."),                                     3,                N_("maanden"),    N_("RMI-wet art. 30 § 2; bronnen spreken elkaar tegen"),                          "C"),
    Parameter("trial_years",                       N_("Proeftermijn bij uitstel, voorstel"),                                             1,                N_("jaar"),       N_("RMI-wet art. 30 § 3"),                                                        "M"),
    Parameter("notification_days",                 N_("Kennisgeving van de beslissing"),                                                 8,                N_("dagen"),      "RMI-wet art. 21 § 4; OCMW-wet art. 62bis",                                       "M"),
    Parameter("appeal_months",                     N_("Beroep bij de arbeidsrechtbank"),                                                 3,                N_("maanden"),    "RMI-wet art. 47; OCMW-wet art. 71",                                              "V"),
    Parameter("finality_days",                     N_("Marge voor een beslissing als definitief geldt"),                                 10,               N_("dagen"),      N_("eigen voorstel"),                                                             "D"),
    Parameter("oudkomer_months",                   N_("Inschrijving in het rijksregister vanaf wanneer oudkomer"),                       12,               N_("maanden"),    "SWO art. 3",                                                                     "A"),
    Parameter("forward_days",                      N_("Aanvraag doorzenden naar het bevoegde OCMW"),                                     5,                N_("dagen"),      "RMI-wet art. 18 § 4",                                                            "S"),
    Parameter("application_days",                  N_("Beslissing over een aanvraag, leefloon"),                                         30,               N_("dagen"),      "RMI-wet art. 21 § 1",                                                            "V"),
    Parameter("application_months",                N_("Beslissing over een aanvraag, equivalent leefloon"),                              1,                N_("maanden"),    "OCMW-wet art. 71",                                                               "S"),
    Parameter("silence_months",                    N_("Beroep als er geen beslissing komt: maanden na de aanvraag"),                     4,                N_("maanden"),    "mi-is.be",                                                                       "V"),
    Parameter("silence_days",                      N_("Beroep als er geen beslissing komt: daarbij nog"),                                8,                N_("dagen"),      "mi-is.be",                                                                       "V"),
    Parameter("home_visit_years",                  N_("Nieuw huisbezoek voor het sociaal onderzoek"),                                    1,                N_("jaar"),       "agii.be 14/03/2014",                                                             "S"),
    Parameter("statement_cap_months",              N_("Hoogste schorsing na een onjuiste aangifte"),                                     6,                N_("maanden"),    "RMI-wet art. 30 § 1",                                                            "V"),
    Parameter("statement_cap_fraud_months",        N_("Hoogste schorsing na een onjuiste aangifte, met bedrieglijk opzet"),              12,               N_("maanden"),    "RMI-wet art. 30 § 1",                                                            "V"),
    Parameter("statement_cap_repeat_months",       N_("Hoogste schorsing na een onjuiste aangifte, bij herhaling"),                      12,               N_("maanden"),    "RMI-wet art. 30 § 1",                                                            "V"),
    Parameter("statement_cap_repeat_fraud_months", N_("Hoogste schorsing na een onjuiste aangifte, herhaald en bedrieglijk"),            24,               N_("maanden"),    "RMI-wet art. 30 § 1",                                                            "V"),
    Parameter("statement_recidivism_years",        N_("Onjuiste aangifte: herhaling telt binnen"),                                       3,                N_("jaar"),       "RMI-wet art. 30 § 1",                                                            "V"),
    Parameter("statement_sanction_years",          N_("Onjuiste aangifte: geen sanctie meer na"),                                        2,                N_("jaar"),       "RMI-wet art. 30 § 1",                                                            "V"),
    Parameter("statement_execution_years",         N_("Onjuiste aangifte: geen uitvoering meer na"),                                     2,                N_("jaar"),       "RMI-wet art. 30 § 1",                                                            "V"),
    Parameter("convocation_short_days",            N_("Oproeping van het BCSD, minstens vooraf volgens het huishoudelijk reglement"),    5,                N_("dagen"),      "DLB art. 110 jo. 19-23",                                                         "S"),
    Parameter("agenda_addition_days",              N_("Punt toevoegen aan de agenda van het BCSD, ten laatste vooraf"),                  5,                N_("dagen"),      "DLB art. 110 jo. 19-23",                                                         "S"),
    Parameter("gpmi_draft_months",                 N_("GPMI opmaken na de toekenning"),                                                  3,                N_("maanden"),    "VVSG; KB RMI",                                                                   "S"),
    Parameter("reflection_days",                   N_("Bedenktijd voor de cliënt een GPMI ondertekent"),                                 5,                N_("dagen"),      "RMI-wet art. 6 § 3",                                                             "S"),
    Parameter("reflection_waivable",               N_("De cliënt kan van de bedenktijd afzien"),                                         True,             N_("ja/nee"),     N_("RMI-wet art. 6 § 3; niet zeker dat afzien kan"),                              "C"),
    Parameter("evaluations_a_year",                N_("Evaluaties van een GPMI per jaar, minstens"),                                     3,                N_("keer"),       N_("modelcontract POD MI; KB RMI art. 15 (artikel te bevestigen)"),               "V"),
    Parameter("evaluations_face_to_face",          N_("Evaluaties in een persoonlijk gesprek per jaar, minstens"),                       2,                N_("keer"),       N_("modelcontract POD MI; KB RMI art. 15 (artikel te bevestigen)"),               "V"),
    Parameter("evaluation_months",                 N_("Evaluatie van een GPMI plannen om de"),                                           4,                N_("maanden"),    N_("eigen planning: drie keer in twaalf maanden"),                                "D"),
    Parameter("interview_working_days",            N_("Onderhoud op vraag van de cliënt"),                                               5,                N_("werkdagen"),  N_("modelcontract POD MI; KB RMI art. 14 (artikel te bevestigen)"),               "V"),
    Parameter("receipt_days",                      N_("Amal bevestigt een doorverwijzing binnen"),                                       14,               N_("dagen"),      N_("eigen voorstel"),                                                             "D"),
    Parameter("report_months",                     N_("Aanmelding bij Amal na de aangetekende brief"),                                   3,                N_("maanden"),    N_("DII art. 27; agii.be"),                                                       "S"),
    Parameter("vdab_days",                         N_("Inschrijving bij de VDAB na het inburgeringscontract, in dagen"),                 60,               N_("dagen"),      N_("agii.be; de SWO zegt twee maanden"),                                          "C"),
    Parameter("vdab_months",                       N_("Inschrijving bij de VDAB na het inburgeringscontract, in maanden"),               2,                N_("maanden"),    N_("SWO art. 10; de Vlaamse regel zegt 60 dagen"),                                "C"),
    Parameter("vdab_exempt_before",                N_("Vrij van inschrijving bij de VDAB: contract ondertekend voor"),                   date(2022, 1, 1), N_("datum"),      N_("SWO art. 10; de regel geldt pas sinds 01/03/2022"),                           "C"),
    Parameter("vdab_real_start",                   N_("Inschrijving bij de VDAB verplicht sinds"),                                       date(2022, 3, 1), N_("datum"),      N_("agii.be, VVSG; de SWO zegt 01/01/2022"),                                      "C"),
    Parameter("pnt_hours",                         N_("Participatie- en netwerktraject, minstens"),                                      40,               N_("uren"),       N_("vlaanderen.be, plan Samenleven actie 12; SWO art. 11"),                       "V"),
    Parameter("pnt_since",                         N_("Participatie- en netwerktraject: eerste contract ondertekend na"),                date(2023, 1, 1), N_("datum"),      "SWO art. 11",                                                                    "A"),
    Parameter("b1_months",                         N_("B1 mondeling na het inburgeringsattest"),                                         24,               N_("maanden"),    N_("agii.be; SWO art. 13"),                                                       "S"),
    Parameter("handoff_working_days",              N_("OCMW neemt een warme overdracht op binnen"),                                      10,               N_("werkdagen"),  N_("eigen voorstel"),                                                             "D"),
    Parameter("handoff_attempts",                  N_("Warme overdracht: kennismakingen die niet doorgaan voor er gekozen wordt"),        2,                N_("keer"),       N_("eigen voorstel"),                                                             "D"),
    Parameter("direction_note_days",               N_("Kennis nemen van een wissel van regie binnen"),                                   14,               N_("dagen"),      N_("eigen voorstel"),                                                             "D"),
    Parameter("interpreter_months",                N_("Tolk aanvragen, ongeveer vooraf"),                                                1,                N_("maanden"),    N_("eigen voorstel, naar het draaiboek van de duo-intake"),                       "D"),
    Parameter("remedy_days",                       N_("Hersteltermijn na een ingebrekestelling"),                                        30,               N_("dagen"),      N_("eigen voorstel; SWO art. 17 noemt geen aantal dagen"),                        "D"),
    Parameter("termination_months",                N_("Opzegging van de samenwerkingsovereenkomst, vanaf de verzending"),                3,                N_("maanden"),    "SWO art. 17",                                                                    "A"),
    Parameter("agreement_review_years",            N_("Evaluatie, monitoring en afstemming van de samenwerking"),                        1,                N_("jaar"),       "SWO art. 8, 16",                                                                 "A"),
    Parameter("register_log_years",                N_("Bewaring van het logboek van het rijksregister"),                                 10,               N_("jaar"),       N_("wet 08/08/1983 art. 17"),                                                     "M"),
    Parameter("routine_letter_years",              N_("Bewaring van een routinebrief"),                                                  3,                N_("jaar"),       N_("selectielijst voor OCMW-archieven"),                                          "V"),
    Parameter("court_name",                        N_("Bevoegde rechtbank"),                                                             "Arbeidsrechtbank Gent, afdeling Gent", N_("naam"), "Ger.W.; mi-is.be", "M"),
    Parameter("court_address",                     N_("Adres van de bevoegde rechtbank"),                                                "Brabantdam 33B, 9000 Gent", N_("adres"), N_("na te kijken door de juridische dienst"), "M"),
)
# fmt: on

PARAMETERS = {parameter.key: parameter for parameter in _ALL}


def number(key: str) -> int:
    """Return a counting parameter by its key; an unknown key is a programming error."""
    return PARAMETERS[key].number
