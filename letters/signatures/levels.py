"""How much a seal can prove: itself, when it was set, and that it was right long after its certificate expired.

The scale is that of PAdES. What a signature is worth in law is another one: see
workflow/procedures/post_outside.py.
"""

from workflow.procedures.post_outside import LEVELS

__all__ = ["BASIC", "LASTING", "LEVELS", "PADES", "STAMPED", "Sealing", "sealing"]

BASIC, STAMPED, LASTING = "B-B", "B-T", "B-LT"
PADES = (BASIC, STAMPED, LASTING)


class Sealing:
    """What the office puts in a seal: its level, and the authority that gives the time."""

    def __init__(self) -> None:
        self.level, self.timestamp_url = BASIC, ""

    def choose(self, level: str, timestamp_url: str) -> None:
        """Take over the settings of the office; raises ValueError when they cannot be."""
        if level not in PADES:
            raise ValueError(f"SIGNATURE_LEVEL is '{level}': kies {', '.join(PADES)}.")
        if level != BASIC and not timestamp_url.startswith(("http://", "https://")):
            raise ValueError(f"SIGNATURE_LEVEL is {level}: geef TIMESTAMP_URL, het adres van de tijdstempeldienst.")
        self.level, self.timestamp_url = level, timestamp_url


sealing = Sealing()
