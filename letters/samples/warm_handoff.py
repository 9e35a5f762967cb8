"""The samples of the letters of a warm hand-over: by text, the name of each variant and its facts."""

from letters.samples.facts import Facts, merged

WRITTEN_ON = {
    "warme_doorverwijzing": "2 maart 2026",
    "uitnodiging_kennismaking": "5 maart 2026",
    "overdrachtsfiche": "12 maart 2026",
    "bevestiging_opname": "13 maart 2026",
    "bericht_niet_opgenomen": "13 maart 2026",
}
"""The day of each letter."""

MISTER: Facts = {"client": {"naam": "Yusuf Heidebrem", "achternaam": "Heidebrem", "aanspreking": "heer"}}
NO_SALUTATION: Facts = {"client": {"aanspreking": ""}}

WORKERS: Facts = {
    "trajectbegeleider": {"naam": "Stan Meersman", "telefoon": "09 000 00 04", "organisatie": "Amal"},
    "maatschappelijk_werker": {"naam": "Noor Lindewater", "telefoon": "09 000 00 02", "organisatie": "OCMW Gent"},
}

REFERRAL: Facts = {
    "geboren": "14 mei 1990",
    "noden": [
        {
            "domein": "Inkomen",
            "wat": "Het spaargeld is op. De huur van april kan niet meer betaald worden.",
            "in_dossier": False,
        },
        {"domein": "Wonen", "wat": "De studio is vochtig. De huur loopt af op 30 juni.", "in_dossier": False},
        {"domein": "Gezondheid", "wat": "", "in_dossier": False},
    ],
    "wens": "“Ik wil de huur kunnen betalen en ondertussen verder Nederlands leren.”",
    "dringend": {
        "hoe": "dringend",
        "titel": "Dringend: binnen enkele dagen",
        "uitleg": "De huur moet betaald zijn op 1 april.",
    },
    "tolk": "Tigrinya",
    "ingelicht": {"datum": "27 februari 2026", "hoe": "gesprek op kantoor, met een tolk Tigrinya."},
    "gedeeld": [
        {"titel": "Contactgegevens", "wat": "Voorbeeldstraat 12, 9000 Gent, 0400 00 00 01. Bellen kan na 14 uur."},
        {"titel": "Inkomen", "wat": "Geen inkomen sinds 1 februari."},
        {"titel": "Huisvesting", "wat": "Huurt een studio voor 610 euro per maand."},
    ],
    "niet_gedeeld": ["Gezin", "Gezondheid"],
    "vervangt": False,
    "uiterlijk": "maandag 16 maart 2026",
    "al_in_begeleiding": "",
}

INVITATION: Facts = WORKERS | {
    "kennismaking": {
        "datum": "donderdag 12 maart 2026",
        "uur": "14.00 uur",
        "plaats": "Voorbeeldplein 1, lokaal 3, 9000 Gent",
        "aanwezig": "Uw trajectbegeleider Stan Meersman, uw maatschappelijk werker Noor Lindewater en een tolk.",
        "tolk": "Tigrinya",
        "meebrengen": "Uw identiteitskaart, uw huurcontract en uw laatste bankuittreksels.",
        "eerder": False,
    },
}

SHEET: Facts = WORKERS | {
    "overdracht": {
        "datum": "12 maart 2026",
        "erbij": True,
        "afwezig": "",
        "akkoord_op": "27 februari 2026",
        "domeinen": ["Inkomen", "Wonen"],
        "gedeeld": ["Contactgegevens", "Inkomen", "Huisvesting"],
        "niet_gedeeld": ["Gezin", "Gezondheid"],
        "afspraken": "U bezorgt ons deze week uw bankuittreksels. Wij vragen uitstel aan de verhuurder.",
        "volgende_stap": "Huisbezoek door uw maatschappelijk werker.",
        "volgende_dag": "woensdag 18 maart 2026",
        "aanspreekpunt": "De maatschappelijk werker van het OCMW",
    },
    "contact": WORKERS["maatschappelijk_werker"],
}

WITH_HEALTH: Facts = {
    "noden": [{"domein": "Gezondheid", "wat": "", "in_dossier": True}],
    "gedeeld": [*REFERRAL["gedeeld"], {"titel": "Gezondheid", "wat": ""}],
}

ALL: dict[str, dict[str, Facts]] = {
    "warme_doorverwijzing": {
        "warme_doorverwijzing": REFERRAL,
        "warme_doorverwijzing_herzien": merged(
            REFERRAL,
            MISTER,
            WITH_HEALTH,
            {
                "vervangt": True,
                "uiterlijk": "",
                "tolk": "geen",
                "niet_gedeeld": [],
                "al_in_begeleiding": "het OCMW sloot de begeleiding af in 2024.",
                "dringend": {"hoe": "gewoon", "titel": "Gewoon", "uitleg": ""},
            },
        ),
    },
    "uitnodiging_kennismaking": {
        "uitnodiging_kennismaking": INVITATION,
        "uitnodiging_kennismaking_opnieuw_zonder_tolk": merged(
            INVITATION, MISTER, {"kennismaking": {"tolk": "geen", "meebrengen": "", "eerder": True}}
        ),
    },
    "overdrachtsfiche": {
        "overdrachtsfiche": SHEET,
        "overdrachtsfiche_zonder_client": merged(
            SHEET,
            NO_SALUTATION,
            {
                "overdracht": {
                    "erbij": False,
                    "afwezig": "u lag in het ziekenhuis en vroeg om niet te wachten.",
                    "niet_gedeeld": [],
                    "aanspreekpunt": "De trajectbegeleider van Amal",
                },
                "contact": WORKERS["trajectbegeleider"],
            },
        ),
    },
    "bevestiging_opname": {
        "bevestiging_opname": {
            "geboren": "14 mei 1990", "maatschappelijk_werker": WORKERS["maatschappelijk_werker"],
        },
    },
    "bericht_niet_opgenomen": {
        "bericht_niet_opgenomen": {
            "geboren": "14 mei 1990",
            "afloop": {"titel": "Doorverwezen", "alternatief": "doorverwezen naar het CAW, voor een crisiswoning."},
        },
        "bericht_niet_opgenomen_geen_hulp": {
            "geboren": "14 mei 1990", "afloop": {"titel": "Geen hulp", "alternatief": ""},
        },
    },
}  # fmt: skip
"""For every text its samples, the plainest first."""
