"""What befalls a file before the committee in the demonstration office."""

from enum import StrEnum


class Fate(StrEnum):
    """How the committee treats a file the first time: most are decided as advised."""

    ADVISED = "zoals geadviseerd"
    TIE = "staking van stemmen"
    POSTPONED = "verdaagd met een vraag"
    URGENT = "dringend, na de oproeping"
    RECUSAL = "een lid met een belang"
    NO_QUORUM = "het comité is niet in aantal"
    TAKEN_BACK = "beslist, en later ingetrokken"
    UPHELD = "beslist, en later niet ingetrokken"


ASKED_BACK = (Fate.TAKEN_BACK, Fate.UPHELD)
"""Those about which somebody asks the committee to take its decision back."""
