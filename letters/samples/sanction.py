"""The samples of every letter but the decision: by its text, the name of each variant and its facts."""

from letters.samples import sanction_facts as facts
from letters.samples.facts import Facts, merged

WRITTEN_ON = {
    "aanmaning": "2 maart 2026",
    "overdracht_aan_amal": "10 maart 2026",
    "bericht_zonder_gevolg": "10 maart 2026",
    "bevestiging_naleving": "16 maart 2026",
    "uitnodiging_hoorzitting": "24 maart 2026",
    "hoorverslag": "14 april 2026",
    "sociaal_verslag": "15 april 2026",
    "beslissing": "28 april 2026",
    "uittreksel": "28 april 2026",
    "bericht_aan_amal": "30 april 2026",
    "intrekking": "26 mei 2026",
}
"""The day of each letter, the decision included."""

ALL: dict[str, dict[str, Facts]] = {
    "aanmaning": {
        "aanmaning": facts.WARNING,
        "aanmaning_herhaling_equivalent": merged(
            facts.WARNING, facts.EQUIVALENT, facts.MISTER, {"maximum": 3, "gemeld_door": "OCMW Gent"}
        ),
    },
    "uitnodiging_hoorzitting": {
        "uitnodiging": facts.INVITATION,
        "uitnodiging_zonder_tolk_equivalent": merged(
            facts.INVITATION, facts.EQUIVALENT, facts.NO_SALUTATION, {"hoorzitting": {"tolk": "geen"}}
        ),
    },
    "hoorverslag": {
        "hoorverslag_gehouden": facts.HEARD,
        "hoorverslag_afstand": merged(facts.HEARD, facts.MISTER, {"hoorzitting": facts.WAIVED}),
        "hoorverslag_niet_verschenen": merged(facts.HEARD, {"hoorzitting": facts.NO_SHOW}),
    },
    "sociaal_verslag": {
        "sociaal_verslag_advies": facts.REPORT,
        "sociaal_verslag_voorstel": merged(
            facts.REPORT,
            facts.PROPOSAL,
            facts.REPEATED,
            {"maatregel": facts.DEFERRED | facts.CONDITIONS | {"geheel": True, "bedrag": "1.288,46 euro", "duur": 3}},
            {"hoorzitting": facts.WAIVED},
        ),
        "sociaal_verslag_deels_uitgesteld": merged(
            facts.REPORT,
            facts.ASKED,
            {"maatregel": facts.PARTLY_DEFERRED | facts.CONDITIONS | {"duur": 14, "eenheid": "dagen"}},
            {"hoorzitting": facts.NO_SHOW},
        ),
        "sociaal_verslag_intrekking": merged(facts.REPORT, {"maatregel": facts.WITHDRAWAL}),
        "sociaal_verslag_een_dag": merged(facts.REPORT, {"maatregel": {"eenheid": "dagen"}}),
        "sociaal_verslag_verwittiging": merged(facts.REPORT, {"maatregel": facts.CAUTION}),
    },
    "bericht_aan_amal": {
        "bericht_aan_amal_schorsing": facts.OUTCOME,
        "bericht_aan_amal_intrekking": facts.OUTCOME | {"maatregel": facts.WITHDRAWAL},
        "bericht_aan_amal_verwittiging": facts.OUTCOME | {"maatregel": facts.CAUTION},
    },
    "overdracht_aan_amal": {
        "overdracht_aan_amal": facts.TRANSFER,
        "overdracht_aan_amal_zonder_uitleg": facts.TRANSFER | {"uitleg_client": ""},
    },
    "bevestiging_naleving": {"bevestiging_naleving": facts.REMEDIED},
    "bericht_zonder_gevolg": {
        "bericht_zonder_gevolg": facts.CLOSED,
        "bericht_zonder_gevolg_zonder_gpmi": merged(
            facts.CLOSED,
            facts.MISTER,
            facts.EQUIVALENT,
            facts.NO_GPMI,
            {"sluiting": {"reden": "Er is geen ondertekend GPMI met deze verplichting"}},
        ),
        "bericht_zonder_gevolg_zonder_steun": merged(
            facts.CLOSED,
            {"steun": "geen dienstverlening", "sluiting": {"reden": "Niemand is bevoegd om te sanctioneren"}},
        ),
    },
    "intrekking": {
        "intrekking": facts.TAKEN_BACK,
        "intrekking_equivalent": merged(facts.TAKEN_BACK, facts.EQUIVALENT, facts.MISTER),
    },
}
"""For every text its samples, the plainest first."""
