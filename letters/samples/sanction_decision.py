"""The facts of the decision of the committee: eight texts, and the ways a suspension can be limited or deferred."""

from letters.samples.facts import Facts, merged
from letters.samples.sanction_facts import (
    ABOUT,
    APPEAL,
    CAUTION,
    CONDITIONS,
    DEFERRED,
    EQUIVALENT,
    HEARING,
    MEASURE,
    MISTER,
    NO_SANCTION,
    NO_SHOW,
    PARTLY_DEFERRED,
    WAIVED,
    WITHDRAWAL,
)

DECIDED: Facts = merged(ABOUT, APPEAL) | {
    "zitting": {"datum": "28 april 2026"},
    "maatregel": MEASURE,
    "hoorzitting": HEARING,
    "grond": {
        "recht": "Het GPMI legt deze verplichting op, u bent aangemaand en u kon zich verdedigen.",
        "feiten": "De afwezigheden staan vast door de aanwezigheidslijsten. U gaf geen attest en geen andere reden.",
        "maatregel": "Een verwittiging volstaat niet: er waren al twee gesprekken. Zo blijft de huur betaald.",
        "antwoord": "U werkte 's nachts, maar u kon zich afmelden bij de school en u hebt geen contract getoond.",
        "afwijking": "",
    },
}
FREE: Facts = {
    "grond": {"maatregel": "", "feiten": "U was die twee dagen ziek en bezorgde ons het attest van de school."}
}
DEPARTURE: Facts = {"grond": {"afwijking": "Het comité vindt één maand te weinig na de schorsing van vorig jaar."}}
MONTHS: Facts = {"maatregel": {"duur": 2, "tot": "31 juli 2026"}}
DAYS: Facts = {"maatregel": {"duur": 14, "eenheid": "dagen", "tot": "14 juni 2026"}}
WHOLE: Facts = {"maatregel": {"geheel": True, "bedrag": "1.288,46 euro"}}

ONE_DAY: Facts = {"maatregel": {"eenheid": "dagen", "tot": "1 juni 2026"}}
NOTHING: Facts = merged(FREE, {"maatregel": NO_SANCTION})

SUSPENSION, WARNING = "beslissing/schorsing_", "beslissing/verwittiging_"
NO_MEASURE, END_OF_RIGHT = "beslissing/geen_sanctie_", "beslissing/intrekking_"

ALL: dict[str, dict[str, Facts]] = {
    SUSPENSION + "leefloon": {
        "beslissing_schorsing_leefloon": DECIDED,
        "beslissing_schorsing_geheel": merged(DECIDED, WHOLE, MONTHS, DEPARTURE),
        "beslissing_schorsing_dagen": merged(DECIDED, DAYS, {"hoorzitting": NO_SHOW}),
        "beslissing_schorsing_een_dag": merged(DECIDED, ONE_DAY),
        "beslissing_schorsing_uitgesteld": merged(DECIDED, {"maatregel": DEFERRED | CONDITIONS}),
        "beslissing_schorsing_deels_uitgesteld": merged(DECIDED, {"maatregel": PARTLY_DEFERRED}),
    },
    SUSPENSION + "equivalent": {"beslissing_schorsing_equivalent": merged(DECIDED, EQUIVALENT, MISTER)},
    WARNING + "leefloon": {"beslissing_verwittiging_leefloon": merged(DECIDED, {"maatregel": CAUTION})},
    WARNING + "equivalent": {
        "beslissing_verwittiging_equivalent": merged(DECIDED, EQUIVALENT, {"maatregel": CAUTION}),
    },
    NO_MEASURE + "leefloon": {"beslissing_geen_sanctie_leefloon": merged(DECIDED, NOTHING)},
    NO_MEASURE + "equivalent": {
        "beslissing_geen_sanctie_equivalent": merged(DECIDED, EQUIVALENT, NOTHING, {"hoorzitting": WAIVED}),
    },
    END_OF_RIGHT + "leefloon": {
        "beslissing_intrekking_leefloon": merged(DECIDED, MISTER, {"maatregel": WITHDRAWAL}),
    },
    END_OF_RIGHT + "equivalent": {
        "beslissing_intrekking_equivalent": merged(DECIDED, EQUIVALENT, {"maatregel": WITHDRAWAL}),
    },
}
"""For every text its samples, the plainest first."""
