"""The samples of every letter of a referral: by its text, the name of each variant and its facts."""

from letters.samples import referral_facts as facts
from letters.samples.facts import Facts, merged

WRITTEN_ON = {
    "brief_aan_client": "2 maart 2026",
    "doorverwijzing": "9 maart 2026",
    "ontvangstbevestiging": "11 maart 2026",
    "weigering": "11 maart 2026",
    "vdab_herinnering": "20 april 2026",
    "brief_wijziging": "1 juni 2026",
    "bericht_stopzetting": "2 juni 2026",
    "bericht_stopzetting_client": "2 juni 2026",
    "bevestiging_attest": "14 december 2026",
}
"""The day of each letter."""

ALL: dict[str, dict[str, Facts]] = {
    "brief_aan_client": {
        "brief_aan_client_opgelegd": facts.TO_CLIENT,
        "brief_aan_client_equivalent": merged(facts.TO_CLIENT, facts.EQUIVALENT, facts.MISTER),
        "brief_aan_client_vrijwillig": merged(facts.TO_CLIENT, facts.VOLUNTARY, facts.NO_SALUTATION),
    },
    "brief_wijziging": {
        "brief_wijziging_opgelegd": facts.CHANGED,
        "brief_wijziging_vrijwillig": merged(facts.CHANGED, facts.VOLUNTARY, facts.BY_AMAL, facts.AMAL_DIRECTS),
    },
    "doorverwijzing": {
        "doorverwijzing_opgelegd": facts.REFERRED,
        "doorverwijzing_vrijwillig": merged(facts.REFERRED, facts.VOLUNTARY, facts.LITTLE_KNOWN, facts.AMAL_DIRECTS),
    },
    "ontvangstbevestiging": {"ontvangstbevestiging": facts.ACCEPTED},
    "weigering": {"weigering": facts.REFUSED},
    "bevestiging_attest": {
        "bevestiging_attest_b1": facts.ATTESTED,
        "bevestiging_attest_inspanningen": merged(facts.ATTESTED, facts.EFFORTS),
    },
    "bericht_stopzetting": {
        "bericht_stopzetting": facts.STOPPED,
        "bericht_stopzetting_ingetrokken": merged(facts.STOPPED, facts.WITHDRAWN, {"opgelegd": False}),
    },
    "bericht_stopzetting_client": {
        "bericht_stopzetting_client": facts.CLIENT_STOPPED,
        "bericht_stopzetting_client_ingetrokken": merged(facts.CLIENT_STOPPED, facts.CLIENT_WITHDRAWN, facts.MISTER),
    },
    "vdab_herinnering": {
        "vdab_herinnering": merged(facts.REMINDER, facts.BY_AMAL),
        "vdab_herinnering_te_laat": merged(facts.REMINDER, facts.LATE, facts.MISTER),
    },
}
"""For every text its samples, the plainest first."""
