"""The table of the agreement, written out by hand: who directs and who may sanction, for every combination."""

from tests.workflow.dates import day

REGISTERED = day("Sat 15/03/2025")
TWELVE_MONTHS = day("Sun 15/03/2026")
ONE_DAY_MORE = day("Mon 16/03/2026")

# fmt: off
TABLE = [
    # class         aid                    registered for      directs   sanctions  article
    ("verplicht",     "leefloon",            "exactly 12 months", "amal",    "ocmw",    "SWO art. 3, 12"),
    ("verplicht",     "leefloon",            "one day more",      "amal",    "ocmw",    "SWO art. 3, 12"),
    ("verplicht",     "equivalent_leefloon", "exactly 12 months", "amal",    "ocmw",    "SWO art. 3, 12"),
    ("verplicht",     "equivalent_leefloon", "one day more",      "amal",    "ocmw",    "SWO art. 3, 12"),
    ("rechthebbend",  "leefloon",            "exactly 12 months", "amal",    "ocmw",    "SWO art. 3, 12"),
    ("rechthebbend",  "leefloon",            "one day more",      "ocmw",    "ocmw",    "SWO art. 3, 12"),
    ("rechthebbend",  "equivalent_leefloon", "exactly 12 months", "amal",    "ocmw",    "SWO art. 3, 12"),
    ("rechthebbend",  "equivalent_leefloon", "one day more",      "ocmw",    "ocmw",    "SWO art. 3, 12"),
    ("verplicht",     "art60_7",             "exactly 12 months", "amal",    "amal",    "SWO art. 3, 12, 13"),
    ("verplicht",     "art60_7",             "one day more",      "amal",    "amal",    "SWO art. 3, 12, 13"),
    ("verplicht",     "andere",              "exactly 12 months", "amal",    "amal",    "SWO art. 3, 12, 13"),
    ("verplicht",     "andere",              "one day more",      "amal",    "amal",    "SWO art. 3, 12, 13"),
    ("verplicht",     "geen",                "exactly 12 months", "amal",    "amal",    "SWO art. 3, 12, 13"),
    ("verplicht",     "geen",                "one day more",      "amal",    "amal",    "SWO art. 3, 12, 13"),
    ("rechthebbend",  "art60_7",             "exactly 12 months", "amal",    "niemand", "SWO art. 3, 12, 13"),
    ("rechthebbend",  "art60_7",             "one day more",      "amal",    "niemand", "SWO art. 3, 12, 13"),
    ("rechthebbend",  "andere",              "exactly 12 months", "amal",    "niemand", "SWO art. 3, 12, 13"),
    ("rechthebbend",  "andere",              "one day more",      "amal",    "niemand", "SWO art. 3, 12, 13"),
    ("rechthebbend",  "geen",                "exactly 12 months", "amal",    "niemand", "SWO art. 3, 12, 13"),
    ("rechthebbend",  "geen",                "one day more",      "amal",    "niemand", "SWO art. 3, 12, 13"),
    ("geen",          "leefloon",            "exactly 12 months", "niemand", "ocmw",    "RMI-wet art. 30 § 2"),
    ("geen",          "leefloon",            "one day more",      "niemand", "ocmw",    "RMI-wet art. 30 § 2"),
    ("geen",          "equivalent_leefloon", "exactly 12 months", "niemand", "ocmw",    "RMI-wet art. 30 § 2"),
    ("geen",          "equivalent_leefloon", "one day more",      "niemand", "ocmw",    "RMI-wet art. 30 § 2"),
    ("geen",          "art60_7",             "exactly 12 months", "niemand", "niemand", "SWO art. 12"),
    ("geen",          "art60_7",             "one day more",      "niemand", "niemand", "SWO art. 12"),
    ("geen",          "andere",              "exactly 12 months", "niemand", "niemand", "SWO art. 12"),
    ("geen",          "andere",              "one day more",      "niemand", "niemand", "SWO art. 12"),
    ("geen",          "geen",                "exactly 12 months", "niemand", "niemand", "SWO art. 12"),
    ("geen",          "geen",                "one day more",      "niemand", "niemand", "SWO art. 12"),
]
# fmt: on
