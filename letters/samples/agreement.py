"""The samples of the document of an agreement: the first text, a change, an end by consent."""

from letters.samples.facts import Facts, merged

WRITTEN_ON = {"overeenkomst": "14 december 2023"}
"""The day of the document."""

HANDLER: Facts = {
    "naam": "Wies Oeverland",
    "telefoon": "09 000 00 04",
    "email": "wies.oeverland@ocmw.example",
}
"""Who treats a file between two organisations."""

NO_CLIENT: Facts = {"client": None, "behandelaar": HANDLER}

FIRST: Facts = NO_CLIENT | {
    "overeenkomst": {
        "titel": "Samenwerkingsovereenkomst gezamenlijke cliënten",
        "soort": "Samenwerkingsovereenkomst",
        "kenmerk": "OVK-2023-0001",
    },
    "partijen": [
        {"naam": "OCMW Gent", "adres": "Voorbeeldplein 1, 9000 Gent"},
        {"naam": "Amal", "adres": "Proefkaai 4, 9000 Gent"},
    ],
    "versie": {
        "nummer": 1,
        "vervangt": "",
        "ingang": "1 januari 2024",
        "einde": "",
        "reden": "",
        "plaats": "Gent",
    },
    "artikelen": [
        {
            "nummer": "4",
            "titel": "Doorverwijzing, toeleiding en terugkoppeling",
            "tekst": "De partijen verwijzen cliënten warm door.\nZe koppelen terug wat de andere partij moet weten.",
        },
        {
            "nummer": "17",
            "titel": "Duur van de overeenkomst",
            "tekst": "Deze overeenkomst kan enkel met toestemming van beide partijen aangepast of beëindigd worden.",
        },
    ],
    "instemming": [],
}
CHANGED: Facts = {
    "versie": {
        "nummer": 2,
        "vervangt": 1,
        "ingang": "1 september 2026",
        "reden": "Artikel 4 zegt nu binnen hoeveel dagen een partij terugkoppelt.",
    },
    "instemming": [
        {"partij": "OCMW Gent", "naam": "Wies Oeverland", "datum": "3 augustus 2026"},
        {"partij": "Amal", "naam": "Fatma Zilverberk", "datum": "5 augustus 2026"},
    ],
}
ENDED: Facts = {
    "versie": {
        "ingang": "31 december 2026",
        "reden": "Een nieuwe overeenkomst met drie partijen vervangt deze.",
    },
    "artikelen": [],
}

ALL: dict[str, dict[str, Facts]] = {
    "overeenkomst/oorspronkelijk": {
        "overeenkomst": merged(FIRST, {"exemplaar": "1/3"}),
        "overeenkomst_met_einddatum": merged(FIRST, {"versie": {"einde": "31 december 2026"}}),
    },
    "overeenkomst/wijziging": {"overeenkomst_wijziging": merged(FIRST, CHANGED)},
    "overeenkomst/beeindiging": {"overeenkomst_beeindiging": merged(FIRST, CHANGED, ENDED)},
}
"""For every text its samples, the plainest first."""
