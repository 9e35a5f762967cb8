"""What the annexes of the GPMI in the demonstration office say."""

OBLIGATIONS = {
    "nt2": (
        "U volgt Nederlands als tweede taal tot en met niveau A2.",
        "U bent elke les aanwezig. Kunt u niet, dan belt u vooraf naar de school.",
    ),
    "mo": (
        "U volgt de cursus maatschappelijke oriëntatie en legt de test af.",
        "U bent in minstens acht van de tien lessen aanwezig.",
    ),
    "activering": (
        "U schrijft zich in bij de VDAB en komt naar elke afspraak over werk of opleiding.",
        "Elke afspraak telt. Kunt u niet, dan maakt u dezelfde dag een nieuwe.",
    ),
    "pnt": (
        "U doet mee aan het participatie- en netwerktraject, tot u 40 uren hebt.",
        "U laat elke activiteit aftekenen. Een half uur telt voor een half uur.",
    ),
}
"""Per part: what the client does, and how presence is counted."""

ENGAGEMENTS = {
    "breach_means": "Twee keer afwezig zonder te verwittigen, of stoppen zonder dat we dat samen afspraken.",
    "ocmw_does": "Wij betalen het inschrijvingsgeld en de boeken, en zoeken samen met u kinderopvang.",
}
AT_AMAL = {
    "amal_does": "Uw trajectbegeleider schrijft u in en volgt elke maand op hoe het gaat.",
    "feedback": "De start, elke afwezigheid zonder reden, een wijziging van het traject, het attest.",
}
GROUNDS = {
    "leefloon": ("verplicht", "U krijgt voor het eerst leefloon."),
    "equivalent_leefloon": ("beslissing", "De beslissing over uw steun legt een GPMI op."),
}
OBJECTIVES = (
    ("U wilt als verzorgende werken in een woonzorgcentrum.", "U woont alleen. De huur is 640 euro."),
    ("U wilt uw diploma laten erkennen en daarna werk zoeken.", "U woont samen met uw partner en twee kinderen."),
    ("U wilt goed Nederlands spreken op het werk.", "U woont bij uw broer en zoekt een eigen studio."),
)
"""What the client wants, and how he lives."""

CHANGED = "U bent klaar om werk te zoeken. Daarom komt de inschrijving bij de VDAB erbij."
ASKED = {"subject": "De lesuren vallen samen met de schooluren van de kinderen."}
