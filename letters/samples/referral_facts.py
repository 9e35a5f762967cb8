"""What letters of a referral state, in the groups and variants from which samples are put together."""

from letters.samples.facts import Facts, merged

MISTER: Facts = {"client": {"naam": "Yusuf Heidebrem", "achternaam": "Heidebrem", "aanspreking": "heer"}}
NO_SALUTATION: Facts = {"client": {"aanspreking": ""}}
BY_AMAL: Facts = {
    "afzender": {
        "naam": "Amal",
        "dienst": "Inburgering Gent",
        "straat": "Proefkaai 4",
        "telefoon": "09 000 00 03",
        "email": "inburgering@amal.example",
        "gegevensbescherming": "privacy@amal.example",
    },
    "behandelaar": {"naam": "Stan Meersman", "telefoon": "09 000 00 04", "email": "stan.meersman@amal.example"},
    "ondertekening": [
        [
            {"functie": "Trajectbegeleider", "naam": "Stan Meersman", "mandaat": ""},
            {"functie": "", "naam": "", "mandaat": ""},
        ]
    ],
}

NT2 = {"naam": "Nederlands als tweede taal (NT2)", "artikel": "SWO art. 9"}
MO = {"naam": "Maatschappelijke oriëntatie (MO)", "artikel": "SWO art. 8"}
WORK = {"naam": "Activering naar werk of opleiding, met inschrijving bij de VDAB", "artikel": "SWO art. 10"}

ABOUT: Facts = {
    "opgelegd": True,
    "onderdelen": [NT2, MO],
    "steun": "leefloon",
    "bijlage": {"nummer": 2, "datum": "6 maart 2026"},
}
VOLUNTARY: Facts = {"opgelegd": False, "bijlage": {"nummer": "", "datum": ""}}
EQUIVALENT: Facts = {"steun": "equivalent leefloon", "equivalent": True}
WHY = "U wilt werk zoeken in de zorg. Daarvoor is meer Nederlands nodig."

TO_CLIENT: Facts = ABOUT | {"motivering": WHY, "equivalent": False, "antwoorddagen": 14}

OCMW_DIRECTS: Facts = {"bevoegdheid": {"wie": "OCMW Gent", "artikel": "SWO art. 3, 12"}}
AMAL_DIRECTS: Facts = {"bevoegdheid": {"wie": "Amal", "artikel": "SWO art. 3, 12"}}

CHANGED: Facts = merged(ABOUT, OCMW_DIRECTS) | {
    "onderdelen": [NT2, MO, WORK],
    "versie": {
        "vanaf": "1 juni 2026",
        "vroeger": "Nederlands als tweede taal (NT2), Maatschappelijke oriëntatie (MO)",
        "reden": "U bent klaar om naar werk te zoeken.",
    },
}

REFERRED: Facts = merged(
    ABOUT,
    OCMW_DIRECTS,
    {
        "motivering": WHY,
        "versie": {"nummer": 1, "vanaf": "2 maart 2026"},
        "statuut": "Rechthebbende inburgeraar",
        "gekend": {
            "taal": "Arabisch",
            "tolk": "nodig",
            "nt2": "A1 behaald in januari 2026.",
            "mo": "Nog niet gevolgd.",
            "werk": "Zoekt werk in de zorg.",
            "beschikbaar": "Elke voormiddag. Na 15 uur zorgt zij voor de kinderen.",
        },
        "bevoegdheid": {
            "datum": "2 maart 2026",
            "redenen": [
                "Rechthebbende inburgeraar",
                "Leefloon",
                "ingeschreven in het rijksregister sinds 15/01/2024",
                "dat is meer dan 12 maanden op 02/03/2026",
            ],
        },
        "gegevens": {"datum": "3 maart 2026", "door": "Noor Lindewater", "taal": "Arabisch, met tolk"},
        "antwoorddagen": 14,
        "antwoord_tegen": "maandag 23 maart 2026",
    },
)
LITTLE_KNOWN: Facts = {
    "gekend": {"tolk": "niet nodig", "nt2": "niet bekend", "mo": "niet bekend", "beschikbaar": "niet bekend"}
}

ACCEPTED: Facts = {
    "onderdelen": [NT2, MO],
    "begeleider": "Stan Meersman",
    "afspraak": {"datum": "dinsdag 24 maart 2026", "uur": "14.00 uur", "plaats": "Proefkaai 4, 9000 Gent"},
}

FINE = "In orde, of niet van belang voor ons besluit."
REFUSED: Facts = {
    "criteria": [
        {"criterium": "De cliënt behoort tot de doelgroep van inburgering", "besluit": FINE},
        {"criterium": "De cliënt woont in het werkgebied van Amal", "besluit": "De cliënt verhuisde naar Evergem."},
        {"criterium": "De doorverwijzing is volledig", "besluit": FINE},
    ]
}

ATTESTED: Facts = {
    "attest": {
        "naam": "Inburgeringsattest",
        "datum": "11 december 2026",
        "pnt": "40",
        "b1": True,
        "b1_tegen": "11 december 2028",
    }
}
EFFORTS: Facts = {"attest": {"naam": "Attest van geleverde inspanningen", "pnt": "", "b1": False, "b1_tegen": ""}}

STOPPED: Facts = {
    "opgelegd": True,
    "stop": {
        "ingetrokken": False,
        "titel": "Stopzetting van het traject",
        "vanaf": "1 juni 2026",
        "reden": "Verhuisd buiten het werkgebied.",
    },
}
WITHDRAWN: Facts = {
    "stop": {
        "ingetrokken": True,
        "titel": "Intrekking van de doorverwijzing",
        "reden": "De cliënt vond een voltijdse baan.",
    }
}
CLIENT_STOPPED: Facts = {
    "opgelegd": True,
    "steun": "leefloon",
    "verplicht": True,
    "stop": {
        "ingetrokken": False,
        "titel": "Uw traject bij Amal stopt",
        "vanaf": "1 juni 2026",
        "uitleg": "U verhuisde naar Evergem. Een ander agentschap helpt u daar verder.",
    },
}
CLIENT_WITHDRAWN: Facts = {
    "opgelegd": False,
    "verplicht": False,
    "stop": {
        "ingetrokken": True,
        "titel": "Uw doorverwijzing naar Amal gaat niet door",
        "uitleg": "U vond een voltijdse baan.",
    },
}

REMINDER: Facts = {
    "vdab": {
        "uiterlijk": "zaterdag 23 mei 2026",
        "te_laat": False,
        "contract": "24 maart 2026",
        "dagen": 60,
        "maanden": 2,
        "vrijgesteld": False,
        "hulp": "",
    }
}
LATE: Facts = {"vdab": {"te_laat": True, "vrijgesteld": True, "hulp": "Stan Meersman"}}
