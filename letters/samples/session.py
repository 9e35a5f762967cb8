"""The samples of the letters of a session: the convocation, the minutes, and the extract that goes in a file."""

from letters.samples import sanction_facts as facts
from letters.samples.facts import Facts, merged

WRITTEN_ON = {"oproeping": "17 april 2026", "notulen": "28 april 2026"}
"""The day of each letter."""

NO_CLIENT: Facts = {
    "client": None,
    "behandelaar": {
        "naam": "Nele Wulpenbroek",
        "telefoon": "09 000 00 05",
        "email": "nele.wulpenbroek@ocmw.example",
    },
}

SESSION: Facts = {
    "datum": "dinsdag 28 april 2026",
    "uur": "14.00 uur",
    "plaats": "Voorbeeldplein 1, raadzaal",
    "tweede": False,
    "afstand": False,
}
GROUNDS = [
    {"nummer": 1, "tekst": "Het GPMI legt deze verplichting op, u bent aangemaand en u kon zich verdedigen."},
    {"nummer": 2, "tekst": "De afwezigheden staan vast door de aanwezigheidslijsten."},
    {"nummer": 3, "tekst": "Een verwittiging volstaat niet: er waren al twee gesprekken."},
]
CONVOCATION: Facts = NO_CLIENT | {
    "zitting": SESSION,
    "punten": [
        {
            "nummer": 1,
            "soort": "notulen",
            "naam": "14 april 2026",
            "voorstel": "",
            "ontwerp": [],
        },
        {
            "nummer": 2,
            "soort": "beslissing",
            "naam": "SD-2026-0042",
            "voorstel": "Schorsing van de uitbetaling",
            "ontwerp": GROUNDS,
        },
        {"nummer": 3, "soort": "vast", "naam": "Mededelingen en rondvraag", "voorstel": "", "ontwerp": []},
    ],
}
VOTE: Facts = {"voor": 8, "tegen": 2, "onthouding": 1, "niet": 0, "verworpen": False, "namen": []}
NAMES = [
    {"keuze": "Voor", "leden": "Bram Korenveld, Ilse Rietvink, Omar Lindehof"},
    {"keuze": "Tegen", "leden": "Tine Meerkoet"},
]
NOTHING: Facts = {
    "dringend": None,
    "belangen": [],
    "gehoord": "",
    "akte": "",
    "vraag": "",
    "stemming": None,
}
STAY: Facts = {"afstand": False, "vanaf": "", "tot": ""}
MINUTES: Facts = NO_CLIENT | {
    "zitting": SESSION
    | {"verslag": "Nele Wulpenbroek", "opgeroepen": "17 april 2026", "geopend": "14.02 uur", "gesloten": "15.41 uur"},
    "leden": [
        {"naam": "Bram Korenveld", "voorzitter": True, "verontschuldigd": False, "verblijf": [STAY]},
        {
            "naam": "Ilse Rietvink",
            "voorzitter": False,
            "verontschuldigd": False,
            "verblijf": [
                STAY | {"vanaf": "14.20 uur", "tot": "15.05 uur"},
                STAY | {"vanaf": "15.20 uur", "afstand": True},
            ],
        },
        {"naam": "Omar Lindehof", "voorzitter": False, "verontschuldigd": True, "verblijf": []},
    ],
    "quorum": {"aanwezig": 11, "zetels": 13, "nodig": 7},
    "punten": [
        NOTHING
        | {
            "nummer": 1,
            "soort": "notulen",
            "naam": "14 april 2026",
            "stemming": VOTE,
            "uitkomst": "Goedgekeurd",
        },
        NOTHING
        | {
            "nummer": 2,
            "soort": "beslissing",
            "naam": "SD-2026-0042",
            "dringend": {"reden": "De huur vervalt op 1 mei.", "aanvaard": 9},
            "belangen": ["Ilse Rietvink"],
            "gehoord": "Noor Lindewater (maatschappelijk werker)",
            "stemming": VOTE | {"niet": 1, "namen": NAMES},
            "uitkomst": "Schorsing van de uitbetaling",
        },
        NOTHING
        | {
            "nummer": 3,
            "soort": "beslissing",
            "naam": "SD-2026-0043",
            "vraag": "Hoeveel bedraagt de huur sinds de verhuis?",
            "uitkomst": "Verdaagd",
        },
        NOTHING
        | {
            "nummer": 4,
            "soort": "vast",
            "naam": "Mededelingen en rondvraag",
            "akte": "Het comité neemt akte van de planning van mei.",
            "uitkomst": "Akte genomen",
        },
    ],
}
TAKEN_BACK: Facts = {
    "nummer": 1,
    "soort": "intrekking",
    "naam": "SD-2026-0017",
    "voorstel": "",
    "ontwerp": [],
}
SECOND: Facts = {
    "zitting": {"tweede": True},
    "leden": [
        {"naam": "Bram Korenveld", "voorzitter": True, "verontschuldigd": False, "verblijf": [STAY]},
        {
            "naam": "Omar Lindehof",
            "voorzitter": False,
            "verontschuldigd": True,
            "verblijf": [STAY | {"vanaf": "14.30 uur"}],
        },
        {"naam": "Tine Meerkoet", "voorzitter": False, "verontschuldigd": False, "verblijf": []},
    ],
    "punten": [
        NOTHING
        | {
            "nummer": 1,
            "soort": "intrekking",
            "naam": "SD-2026-0017",
            "stemming": VOTE | {"voor": 5, "tegen": 5, "onthouding": 0, "verworpen": True},
            "uitkomst": "Verworpen",
        }
    ],
}
EXTRACT: Facts = {
    "zitting": SESSION,
    "punt": {
        "nummer": 2,
        "aanwezig": "Bram Korenveld, Ilse Rietvink, Omar Lindehof, Tine Meerkoet",
        "belangen": [],
        "motivering": GROUNDS,
        "stemming": VOTE,
        "uitkomst": "Schorsing van de uitbetaling",
    },
    "maatregel": facts.MEASURE,
}

ALL: dict[str, dict[str, Facts]] = {
    "oproeping": {
        "oproeping": CONVOCATION,
        "oproeping_tweede": merged(CONVOCATION, {"zitting": {"tweede": True, "afstand": True}, "punten": [TAKEN_BACK]}),
    },
    "notulen": {
        "notulen": MINUTES,
        "notulen_tweede_oproeping": merged(MINUTES, SECOND),
    },
}
"""For every text its samples, the plainest first."""

IN_THE_FILE: dict[str, dict[str, Facts]] = {
    "uittreksel": {
        "uittreksel": EXTRACT,
        "uittreksel_met_belang": merged(
            EXTRACT,
            {
                "punt": {
                    "belangen": ["Ilse Rietvink"],
                    "stemming": {"niet": 1, "namen": NAMES},
                    "uitkomst": "Verwittiging",
                }
            },
            {"maatregel": facts.CAUTION},
        ),
        "uittreksel_verworpen": merged(
            EXTRACT,
            {
                "punt": {
                    "motivering": [{"nummer": 1, "tekst": "U was ziek en had een attest: dat is een wettige reden."}],
                    "stemming": {"voor": 5, "tegen": 5, "verworpen": True},
                    "uitkomst": "Geen sanctie",
                }
            },
            {"maatregel": facts.NO_SANCTION},
        ),
        "uittreksel_zonder_einde": merged(
            EXTRACT,
            {
                "punt": {"uitkomst": "Intrekking van het recht", "stemming": {"onthouding": 0}},
                "maatregel": facts.WITHDRAWAL,
            },
        ),
        "uittreksel_geheel_uitgesteld": merged(
            EXTRACT,
            {"maatregel": facts.DEFERRED | facts.CONDITIONS | {"geheel": True, "duur": 3, "tot": "31 augustus 2026"}},
        ),
        "uittreksel_een_dag": merged(
            EXTRACT, {"maatregel": facts.PARTLY_DEFERRED | {"eenheid": "dagen", "tot": "1 juni 2026"}}
        ),
    },
}
"""The samples of what goes in a sanction file."""
