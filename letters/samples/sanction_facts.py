"""What letters of a sanction file state, in the groups and variants from which samples are put together."""

from letters.samples.facts import Facts, merged

ABOUT: Facts = {
    "steun": "leefloon",
    "equivalent": False,
    "inbreuk": "Niet regelmatig aanwezig in de les Nederlands (NT2)",
    "verplichting": "U volgt de cursus Nederlands en bent elke les aanwezig.",
    "gpmi": {
        "nummer": "GPMI-2025-0318",
        "datum": "10 januari 2025",
        "bijlage": 2,
        "bijlage_datum": "17 januari 2025",
        "clausule": "U volgt de cursus Nederlands (NT2) en bent elke les aanwezig. Kunt u niet? Bel dan de school.",
    },
    "feiten": [
        {
            "nummer": 1,
            "datum": "9 februari 2026",
            "wat": "Niet aanwezig in de les Nederlands, niet verwittigd.",
            "bewijs": "Aanwezigheidslijst van het centrum",
        },
        {
            "nummer": 2,
            "datum": "23 februari 2026",
            "wat": "Opnieuw afwezig, telefonisch niet bereikbaar.",
            "bewijs": "Mail van de trajectbegeleider",
        },
    ],
}
NO_GPMI: Facts = {"gpmi": {"nummer": "", "datum": "", "bijlage": "", "bijlage_datum": "", "clausule": ""}}
EQUIVALENT: Facts = {"steun": "equivalent leefloon", "equivalent": True}
MISTER: Facts = {"client": {"naam": "Yusuf Heidebrem", "achternaam": "Heidebrem", "aanspreking": "heer"}}
NO_SALUTATION: Facts = {"client": {"aanspreking": ""}}

HEARING: Facts = {
    "datum": "dinsdag 14 april 2026",
    "uur": "14.00 uur",
    "plaats": "Voorbeeldplein 1, lokaal 3, 9000 Gent",
    "tolk": "Arabisch",
    "inkijken": "elke werkdag van 9 tot 12 uur aan het onthaal.",
    "verzetten_tot": "10 april 2026",
    "verloop": "gehouden",
    "aanwezig": "Amina Duinroos, een tolk Arabisch en de maatschappelijk werker.",
    "verslag": "De cliënt zegt: “Ik werkte 's nachts en kon overdag niet naar de les.”\nZe heeft geen contract bij.",
    "stukken": "Een attest van de school van 13 april 2026.",
    "opmerkingen": "Na voorlezing: het was twee keer per week, niet drie keer.",
}
WAIVED: Facts = {
    "verloop": "afstand",
    "tolk": "geen",
    "aanwezig": "",
    "verslag": "De cliënt belde op 9 april 2026: hij heeft niets toe te voegen.",
    "stukken": "",
    "opmerkingen": "",
}
NO_SHOW: Facts = WAIVED | {
    "verloop": "niet_verschenen",
    "verslag": "De cliënt kwam niet en liet niets weten. Wij wachtten een half uur.",
}
WARNED: Facts = {"aanmaning": {"datum": "3 maart 2026"}}
APPEAL: Facts = {
    "beroep": {
        "maanden": 3,
        "rechtbank": "Arbeidsrechtbank Gent, afdeling Gent",
        "adres": "Brabantdam 33B, 9000 Gent",
    }
}
MEASURE: Facts = {
    "soort": "schorsing",
    "titel": "Schorsing van de uitbetaling",
    "geheel": False,
    "bedrag": "320,00 euro",
    "duur": 1,
    "eenheid": "maanden",
    "van": "1 juni 2026",
    "tot": "30 juni 2026",
    "uitstel": "geen",
    "uitstel_deel": "",
    "proef_tot": "",
    "voorwaarden": "",
}
UNMEASURED: Facts = {"geheel": False, "bedrag": "", "duur": None, "eenheid": "", "van": "", "tot": ""}
NO_SANCTION: Facts = MEASURE | UNMEASURED | {"soort": "geen_sanctie", "titel": "Geen sanctie"}
CAUTION: Facts = MEASURE | UNMEASURED | {"soort": "verwittiging", "titel": "Verwittiging"}
WITHDRAWAL: Facts = MEASURE | UNMEASURED | {
    "soort": "intrekking",
    "titel": "Intrekking wegens gebrek aan werkbereidheid",
    "van": "1 juni 2026",
}  # fmt: skip
DEFERRED: Facts = {"uitstel": "geheel", "proef_tot": "28 april 2027"}
PARTLY_DEFERRED: Facts = DEFERRED | {"uitstel": "deel", "uitstel_deel": "de helft van het bedrag"}
CONDITIONS: Facts = {"voorwaarden": "U volgt elke les en bezorgt ons elke maand de aanwezigheidslijst."}

REPORT: Facts = merged(ABOUT, WARNED) | {
    "hoorzitting": HEARING,
    "uiterlijk": "23 maart 2026",
    "woord_advies": "advies",
    "woord_advies_hoofdletter": "Advies",
    "herhaling": ["Geen eerdere schorsing die meetelt als herhaling"],
    "maximum": 1,
    "maatregel": MEASURE | {"van": "", "tot": ""},
    "verslag": {
        "situatie": "Alleenstaande, geen kinderen ten laste. Huurt een studio.",
        "wettige_reden": "Gebeld met de cliënt en met de school. Geen attest, geen gelijktijdig werk.",
        "antwoord": "Het nachtwerk is niet bewezen: er is geen contract en geen loonbrief.",
        "evenredigheid": "Een verwittiging volstaat niet: er waren al twee gesprekken en een aanmaning.",
        "gezin": "De huur blijft betaalbaar. Er zijn geen kinderen ten laste.",
        "vraag_comite": "",
        "antwoord_comite": "",
    },
}
REPEATED: Facts = {
    "herhaling": ["SD-2025-0107: beslist op 30/09/2025, herhaling telt tot 30/09/2026: binnen het jaar"],
    "maximum": 3,
}
PROPOSAL: Facts = merged(EQUIVALENT, {"woord_advies": "voorstel", "woord_advies_hoofdletter": "Voorstel"})
ASKED: Facts = {
    "verslag": {
        "vraag_comite": "Was er opvang voor de kinderen?",
        "antwoord_comite": "Ja: de buitenschoolse opvang had plaats op elke lesdag.",
    }
}
CLOSED: Facts = ABOUT | {"sluiting": {"reden": "Ziekte", "uitleg": "Wij bespraken dit met u op 9 maart 2026."}}
TRANSFER: Facts = ABOUT | {
    "bevoegdheid": {
        "artikel": "SWO art. 3, 12, 13",
        "datum": "9 februari 2026",
        "redenen": [
            "Verplichte inburgeraar",
            "Andere dienstverlening",
            "ingeschreven in het rijksregister sinds 15/01/2024",
        ],
    },
    "uitleg_client": "Ik wist niet dat ik moest bellen als ik niet kon komen.",
}
WARNING: Facts = ABOUT | {
    "te_doen": "Ga vanaf nu naar elke les Nederlands. Kunt u niet? Bel de school en ons dezelfde dag.",
    "uiterlijk": "maandag 23 maart 2026",
    "maximum": 1,
    "gemeld_door": "Amal",
}
INVITATION: Facts = merged(ABOUT, WARNED, {"hoorzitting": HEARING})
HEARD: Facts = ABOUT | {"hoorzitting": HEARING, "uitgenodigd_op": "24 maart 2026"}
OUTCOME: Facts = {"zitting": {"datum": "28 april 2026"}, "maatregel": MEASURE, "verzonden_op": "30 april 2026"}
REMEDIED: Facts = merged(
    ABOUT, WARNED, {"nageleefd": {"datum": "16 maart 2026", "hoe": "U volgde zes lessen na elkaar."}}
)
TAKEN_BACK: Facts = merged(ABOUT, APPEAL) | {
    "zitting": {"datum": "26 mei 2026"},
    "ingetrokken": {
        "datum": "28 april 2026",
        "titel": "schorsing van de uitbetaling",
        "reden": "Na de beslissing bleek dat de school de aanwezigheden verkeerd had genoteerd.",
    },
}
