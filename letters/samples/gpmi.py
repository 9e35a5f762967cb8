"""The samples of the letters of a GPMI file: the annex with and without its partner, for both kinds of aid."""

from typing import Any

from letters.samples.facts import Facts, merged
from workflow.trajectory import PART_TITLES, Part

WRITTEN_ON = {"bijlage_gpmi": "2 maart 2026", "evaluatieverslag": "9 juli 2026"}
"""The day of each letter."""

_DOES = {
    Part.NT2: ("U volgt de cursus Nederlands en u haalt niveau A2.", "elke les; kunt u niet, dan belt u de school."),
    Part.MO: ("U volgt de cursus maatschappelijke oriëntatie en u doet de test.", "elke les."),
    Part.ACTIVATION: ("U schrijft zich in bij de VDAB en u zoekt werk of een opleiding.", "elke afspraak bij de VDAB."),
    Part.PNT: ("U doet 40 uur mee aan activiteiten in het Nederlands.", "de begeleider telt uw uren."),
}


def part(which: Part) -> Facts:
    """What the annex says of one part."""
    objective, attendance = _DOES[which]
    return {
        "titel": PART_TITLES[which],
        "doel": objective,
        "van": "16 maart 2026",
        "tot": "26 februari 2027",
        "aanwezigheid": attendance,
    }


ABOUT: Facts = {
    "steun": "leefloon",
    "equivalent": False,
    "gpmi": {
        "nummer": "GPMI-2026-0031",
        "datum": "",
        "doel": "Mevrouw Duinroos wil als verpleegkundige werken.",
        "grond": "verplicht",
        "toegekend": "12 januari 2026",
        "opgelegd": "",
    },
    "maatschappelijk_werker": "Noor Lindewater",
    "vervanger": "Ilse Beekman",
    "onderhoud": 5,
}
EQUIVALENT: Facts = {
    "steun": "equivalent leefloon",
    "equivalent": True,
    "gpmi": {
        "opgelegd": "12 januari 2026",
        "grond": "beslissing",
    },
}
ANNEX: Facts = merged(
    ABOUT,
    {
        "bijlage": {
            "nummer": 1,
            "versie": 1,
            "vervangt": "",
            "reden": "",
            "van": "16 maart 2026",
            "tot": "15 maart 2027",
            "ocmw_doet": "Wij betalen uw boeken en zoeken opvang voor uw kinderen.",
            "amal_doet": "Uw trajectbegeleider schrijft u in en belt u elke maand.",
            "terugkoppeling": "start, afwezigheid, niveau en attest.",
            "inbreuk": "twee keer afwezig zijn zonder te verwittigen.",
        },
        "partner": "Amal",
        "trajectbegeleider": "Stan Meersman",
        "partij": {
            "naam": "Amina Duinroos",
            "geboren": "17 februari 1988",
            "adres": "Voorbeeldstraat 12, 9000 Gent",
        },
        "traject": {
            "statuut": "verplichte inburgeraar",
            "oudkomer": False,
            "oudkomer_maanden": 12,
            "regie": "Amal",
            "regie_artikel": "3, 12",
        },
        "onderdelen": [part(each) for each in Part],
        "evaluaties": ["9 juli 2026", "9 november 2026", "9 maart 2027"],
        "evaluaties_per_jaar": 3,
        "evaluaties_persoonlijk": 2,
        "bedenktijd": 5,
        "hoogste": 1,
        "hoogste_herhaling": 3,
        "exemplaren": 3,
    },
)
_OCMW_SIGNS: list[list[dict[str, str]]] = [
    [
        {"functie": "Voorzitter van het BCSD", "naam": "Bram Korenveld", "mandaat": ""},
        {"functie": "Algemeen directeur", "naam": "Greet Waterhoen", "mandaat": ""},
    ]
]
ALONE: Facts = {"partner": "", "trajectbegeleider": "", "exemplaren": 2, "ondertekening": _OCMW_SIGNS}
"""The annex of client and welfare centre alone."""

CHANGED: Facts = {
    "bijlage": {
        "nummer": 2,
        "versie": 2,
        "vervangt": 1,
        "reden": "U haalde niveau A2. Vanaf nu zoekt u ook werk.",
    },
    "traject": {
        "statuut": "rechthebbende inburgeraar",
        "oudkomer": True,
        "regie": "OCMW Gent",
        "regie_artikel": "3, 12",
    },
    "onderdelen": [part(Part.NT2), part(Part.ACTIVATION)],
    "client": {"naam": "Yusuf Heidebrem", "achternaam": "Heidebrem", "aanspreking": "heer"},
    "partij": {"naam": "Yusuf Heidebrem"},
    "gpmi": {"grond": "op_vraag", "doel": "De heer Heidebrem wil in de bouw werken."},
}

EVALUATED: Facts = merged(
    ABOUT,
    {
        "bijlage": {"nummer": 1, "datum": "9 maart 2026"},
        "evaluatie": {
            "nummer": 1,
            "datum": "donderdag 9 juli 2026",
            "persoonlijk": True,
            "verandert": "U zoekt vanaf september ook een taalstage.",
            "volgende": "maandag 9 november 2026",
        },
        "resultaten": [
            {"titel": PART_TITLES[Part.NT2], "doel": _DOES[Part.NT2][0], "uitkomst": "bereikt", "uitleg": ""},
            {
                "titel": PART_TITLES[Part.MO],
                "doel": _DOES[Part.MO][0],
                "uitkomst": "deels bereikt",
                "uitleg": "De cursus in uw taal begint pas in september.",
            },
        ],
    },
)


def combination(parts: tuple[Part, ...], equivalent: bool) -> dict[str, Any]:
    """Return the facts of an annex that imposes these parts, for one kind of aid."""
    return merged(ANNEX, EQUIVALENT if equivalent else {}, {"onderdelen": [part(each) for each in parts]})


ALL: dict[str, dict[str, Facts]] = {
    "bijlage_gpmi": {
        "bijlage_gpmi": ANNEX,
        "bijlage_gpmi_zonder_partner_equivalent": merged(ANNEX, EQUIVALENT, ALONE, {"onderdelen": [part(Part.MO)]}),
        "bijlage_gpmi_vervangt": merged(ANNEX, CHANGED),
    },
    "evaluatieverslag": {
        "evaluatieverslag": EVALUATED,
        "evaluatieverslag_zonder_gesprek": merged(EVALUATED, {"evaluatie": {"persoonlijk": False}}),
    },
}
"""For every text its samples, the plainest first."""
