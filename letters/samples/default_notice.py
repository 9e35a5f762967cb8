"""The samples of the letters of a notice of default: by its text, the name of each variant and its facts."""

from letters.samples.agreement import NO_CLIENT
from letters.samples.facts import Facts, merged

WRITTEN_ON = {
    "ingebrekestelling": "2 maart 2026",
    "bevestiging_herstel": "20 maart 2026",
    "opzegging": "24 september 2026",
    "bevestiging_intrekking": "12 oktober 2026",
    "eindbericht": "29 december 2026",
    "bewijsblad": "29 december 2026",
}
"""The day of each letter."""

ABOUT: Facts = NO_CLIENT | {
    "overeenkomst": {
        "titel": "Samenwerkingsovereenkomst gezamenlijke cliënten",
        "kenmerk": "OVK-2023-0001",
        "partijen": "OCMW Gent en Amal",
        "sinds": "1 januari 2024",
        "artikel": "artikel 4 (Doorverwijzing, toeleiding en terugkoppeling)",
        "artikel_hoofdletter": "Artikel 4 (Doorverwijzing, toeleiding en terugkoppeling)",
    }
}
DEFAULT: Facts = {
    "tekortkoming": {
        "reden": "Artikel 4 vraagt dat de partijen elkaar terugkoppelen. In een half jaar kregen wij geen antwoord "
        "op veertien van de twintig doorverwijzingen.",
        "gevraagd": "Koppel elke open doorverwijzing terug, en spreek een vaste dag per week af.",
        "dagen": 30,
        "opzegmaanden": 3,
    }
}
FACTS: Facts = {
    "feiten": [
        {
            "nummer": 1,
            "datum": "19 januari 2026",
            "wat": "Geen terugkoppeling op de lijst van december.",
            "bewijs": "Mail van 21 januari 2026",
        },
        {
            "nummer": 2,
            "datum": "16 februari 2026",
            "wat": "Het maandelijkse overleg ging niet door.",
            "bewijs": "Verslag van het overleg",
        },
    ]
}
SENT: Facts = {
    "ingebrekestelling": {
        "kenmerk": "BR-2026-0101",
        "datum": "3 maart 2026",
        "nummer": "010541288500000000000000000101",
    }
}
NOTICE: Facts = {"opzegbrief": {"kenmerk": "BR-2026-0311", "datum": "25 september 2026"}}
COUNTED: Facts = {
    "telling": [
        "verzonden op 25/09/2026 + 3 maanden = 25/12/2026 (SWO art. 17)",
        "volgens Ger.W. 52-54 dezelfde dag",
        "25/12/2026 is geen werkdag (Kerstmis, zaterdag, zondag): 28/12/2026 als Ger.W. 53 geldt (te bevestigen)",
    ]
}
TERMINATION: Facts = {
    "antwoord": {
        "datum": "16 maart 2026",
        "tekst": "Door ziekte viel onze dienst stil. Vanaf april kan het opnieuw.",
    },
    "overleg": {
        "datum": "9 april 2026",
        "met": "de directies en de teamleiding van beide organisaties.",
        "onoplosbaar": "Ook na april bleef de terugkoppeling uit. Er is geen zicht op verbetering.",
    },
    "opzegging": {
        "maanden": 3,
        "vertrek": "vrijdag 25 september 2026",
        "laatste_dag": "vrijdag 25 december 2026",
        "uitgesteld": "maandag 28 december 2026",
        "reden": "Zonder terugkoppeling kunnen wij gezamenlijke cliënten niet begeleiden.",
        "uitzonderlijk": "Dit duurt al een jaar. Twee gesprekken en een ingebrekestelling hielpen niet.",
    },
}
ON_A_WORKING_DAY: Facts = {
    "antwoord": {"datum": "", "tekst": ""},
    "opzegging": {
        "vertrek": "donderdag 15 januari 2026",
        "laatste_dag": "woensdag 15 april 2026",
        "uitgesteld": "",
    },
    "telling": [
        "verzonden op 15/01/2026 + 3 maanden = 15/04/2026 (SWO art. 17)",
        "volgens Ger.W. 52-54 dezelfde dag",
    ],
}
AGREED: Facts = {
    "instemming": [
        {"partij": "OCMW Gent", "naam": "Wies Oeverland", "datum": "8 oktober 2026"},
        {"partij": "Amal", "naam": "Fatma Zilverberk", "datum": "12 oktober 2026"},
    ]
}
ENDED: Facts = {
    "einde": {"datum": "maandag 28 december 2026"},
    "open_dossiers": [
        {"kenmerk": "SD-2026-0042", "soort": "Sanctiedossier", "fase": "In beroep", "wie": "OCMW Gent"},
        {"kenmerk": "SD-2026-0107", "soort": "Sanctiedossier", "fase": "Aangemaand", "wie": "OCMW Gent"},
    ],
}


def _happened(day: str, kind: str, who: str = "", what: str = "", evidence: str = "") -> Facts:
    return {"datum": day, "soort": kind, "wie": who, "wat": what, "bewijs": evidence}


SCANS = [
    {"titel": "Afgiftebewijs", "controlegetal": "3f2a9c01b4de"},
    {"titel": "Foto van de omslag", "controlegetal": "77a0be52c9d1"},
]
FIRST: Facts = {
    "kenmerk": "BR-2026-0101",
    "soort": "Ingebrekestelling",
    "afzender": "OCMW Gent",
    "datum": "3 maart 2026",
    "wijze": "aangetekend",
    "nummer": "01054 12885 00000 00000 00000 00101",
    "aangeboden": "4 maart 2026",
    "teruggekeerd": "",
    "reden": "",
    "bewijs": SCANS[:1],
    "controlegetal": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
}
SECOND: Facts = FIRST | {
    "kenmerk": "BR-2026-0311",
    "soort": "Opzegging",
    "datum": "25 september 2026",
    "nummer": "01054 12885 00000 00000 00000 00311",
    "aangeboden": "",
    "bewijs": [],
    "controlegetal": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
}
PROOF: Facts = {
    "blad": {
        "stand": "Overeenkomst beëindigd",
        "verloop": [
            _happened(
                "19 januari 2026", "feit", what="Geen terugkoppeling op de lijst.", evidence="Mail van 21 januari 2026"
            ),
            _happened("16 maart 2026", "antwoord", what="Door ziekte viel onze dienst stil."),
            _happened("9 april 2026", "overleg", who="de directies van beide organisaties"),
            _happened("28 december 2026", "einde"),
        ],
    },
    "brieven": [FIRST, SECOND],
}
REMEDIED_PROOF: Facts = {
    "blad": {
        "stand": "Hersteld, de overeenkomst loopt verder",
        "verloop": [
            _happened("5 oktober 2026", "instemming", who="Wies Oeverland", what="intrekking van de opzegging"),
            _happened("12 oktober 2026", "herstel", what="De lijst wordt weer elke maand bezorgd."),
        ],
    },
    "brieven": [
        FIRST | {"wijze": "tegen_ontvangstbewijs", "nummer": "", "aangeboden": "", "bewijs": SCANS},
        SECOND | {"aangeboden": "28 september 2026", "teruggekeerd": "14 oktober 2026", "reden": "niet afgehaald"},
        SECOND
        | {"kenmerk": "BR-2026-0320", "wijze": "gewoon", "nummer": "", "teruggekeerd": "2 oktober 2026"}
        | {"reden": "onbekend op dit adres"},
        SECOND
        | {"kenmerk": "BR-2026-0333", "soort": "Bevestiging van de intrekking", "wijze": "programma", "nummer": ""},
    ],
}

ALL: dict[str, dict[str, Facts]] = {
    "ingebrekestelling": {"ingebrekestelling": merged(ABOUT, DEFAULT, FACTS)},
    "bevestiging_herstel": {
        "bevestiging_herstel": merged(
            ABOUT,
            SENT,
            {"hersteld": {"datum": "18 maart 2026", "hoe": "Elke maandag komt er een lijst met antwoorden."}},
        )
    },
    "opzegging": {
        "opzegging": merged(ABOUT, DEFAULT, SENT, TERMINATION, COUNTED),
        "opzegging_op_een_werkdag": merged(ABOUT, DEFAULT, SENT, TERMINATION, ON_A_WORKING_DAY),
    },
    "bevestiging_intrekking": {"bevestiging_intrekking": merged(ABOUT, SENT, NOTICE, AGREED)},
    "eindbericht": {
        "eindbericht": merged(ABOUT, COUNTED, ENDED),
        "eindbericht_zonder_open_dossiers": merged(ABOUT, COUNTED, ENDED, {"open_dossiers": []}),
    },
    "bewijsblad": {
        "bewijsblad": merged(ABOUT, COUNTED, PROOF),
        "bewijsblad_hersteld": merged(ABOUT, COUNTED, REMEDIED_PROOF),
    },
}
"""For every text its samples, the plainest first."""
