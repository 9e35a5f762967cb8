"""The samples of the letters of a change of direction, by text: every branch of the words is taken."""

from letters.samples.facts import Facts, merged

WRITTEN_ON = {
    "bericht_regie": "2 maart 2026",
    "herroeping_regie": "4 maart 2026",
    "overdrachtsnota": "5 maart 2026",
}

STOPPED: Facts = {
    "geboren": "14 mei 1990",
    "wissel": {
        "vanaf": "1 maart 2026",
        "regie_voor": "OCMW Gent",
        "regie_na": "Amal",
        "sanctie_voor": "OCMW Gent",
        "sanctie_na": "niemand",
        "regie_wijzigt": True,
        "sanctie_wijzigt": True,
        "in_gesprek": True,
        "enkel_gpmi": False,
        "artikel": "SWO art. 3, 12, 13",
        "redenen": [
            "Rechthebbende inburgeraar",
            "Andere dienstverlening",
            "Ingeschreven in het rijksregister sinds 15/01/2024",
            "Dat is meer dan 12 maanden op 01/03/2026",
        ],
        "veranderd": ["De steun wordt: andere dienstverlening"],
        "vervangt": "",
    },
}
CONCERNED: Facts = {"sancties": ["SD-2026-0042"]}
NO_NEWCOMER: Facts = {
    "client": {"aanspreking": ""},
    "wissel": {
        "regie_voor": "Amal",
        "regie_na": "niemand",
        "sanctie_voor": "OCMW Gent",
        "sanctie_na": "OCMW Gent",
        "sanctie_wijzigt": False,
        "in_gesprek": False,
        "enkel_gpmi": True,
        "artikel": "RMI-wet art. 30 § 2",
        "redenen": ["Geen inburgeraar", "Leefloon", "Geen inschrijving in het rijksregister bekend"],
        "veranderd": ["De klasse van inburgering wordt: geen inburgeraar"],
    },
    "sancties": [],
}
TWELVE_MONTHS: Facts = {
    "client": {"naam": "Yusuf Heidebrem", "achternaam": "Heidebrem", "aanspreking": "heer"},
    "wissel": {
        "vanaf": "16 maart 2026",
        "regie_voor": "Amal",
        "regie_na": "OCMW Gent",
        "sanctie_voor": "OCMW Gent",
        "sanctie_na": "OCMW Gent",
        "sanctie_wijzigt": False,
        "in_gesprek": False,
        "enkel_gpmi": True,
        "artikel": "SWO art. 3, 12",
        "redenen": [
            "Rechthebbende inburgeraar",
            "Leefloon",
            "Ingeschreven in het rijksregister sinds 15/03/2025",
            "Dat is meer dan 12 maanden op 16/03/2026",
        ],
        "veranderd": ["Twaalf maanden in het rijksregister zijn voorbij, sinds 15/03/2025"],
    },
    "sancties": [],
}
STARTED: Facts = {
    "wissel": {
        "regie_voor": "Amal",
        "regie_wijzigt": False,
        "sanctie_voor": "Amal",
        "sanctie_na": "OCMW Gent",
        "in_gesprek": False,
        "enkel_gpmi": True,
        "artikel": "SWO art. 3, 12",
        "redenen": ["Verplichte inburgeraar", "Leefloon", "Geen inschrijving in het rijksregister bekend"],
        "veranderd": ["De steun wordt: leefloon"],
        "vervangt": "RW-2026-0003",
    },
    "sancties": ["SD-2026-0042", "SD-2026-0051"],
}
HANDED: Facts = {
    "sancties": [
        {
            "kenmerk": "SD-2026-0042",
            "inbreuk": "Niet regelmatig aanwezig in de les Nederlands (NT2)",
            "feiten": [
                {"datum": "9 februari 2026", "wat": "Niet aanwezig in de les Nederlands, niet verwittigd."},
                {"datum": "23 februari 2026", "wat": "Opnieuw afwezig, telefonisch niet bereikbaar."},
            ],
            "aangemaand": True,
        },
        {
            "kenmerk": "SD-2026-0051",
            "inbreuk": "Niet ingeschreven bij de VDAB binnen de termijn",
            "feiten": [{"datum": "2 maart 2026", "wat": "Nog niet ingeschreven."}],
            "aangemaand": False,
        },
    ],
    "reden": "De cliënt werkt sinds 1 maart voltijds en vroeg zelf om verder door Amal begeleid te worden.",
}

ALL: dict[str, dict[str, Facts]] = {
    "bericht_regie": {
        "bericht_regie_leefloon_stopt": merged(STOPPED, CONCERNED),
        "bericht_regie_twaalf_maanden": merged(STOPPED, TWELVE_MONTHS),
        "bericht_regie_geen_inburgeraar": merged(STOPPED, NO_NEWCOMER),
        "bericht_regie_leefloon_start_verbeterd": merged(STOPPED, STARTED),
    },
    "herroeping_regie": {
        "herroeping_regie": merged(STOPPED, {"bericht": {"kenmerk": "BR-2026-0098", "dossier": "RW-2026-0007"}}),
    },
    "overdrachtsnota": {"overdrachtsnota": merged(STOPPED, HANDED)},
}
"""For every text its samples, the plainest first."""
