"""A PDF from outside: readable from its first byte to its last, and nothing in it that runs, fetches or hides.

It is read in a process of its own with little memory and time: a few kilobytes can ask for
gigabytes, and whatever happens there, the office goes on.
"""

import re

from letters import apart
from letters.apart import Limits
from letters.intake.refusal import NotAccepted
from workflow.wording import N_

ROOM = "letters.intake.pdf_reading"
LIMITS = Limits(processor=30, clock=40, memory=768 * 2**20)
"""A scan of 25 MB needs a tenth of the memory."""

REFUSALS = {
    "damaged": N_(
        "Deze PDF is beschadigd of niet helemaal aangekomen. Druk hem opnieuw af als PDF en probeer nog eens."
    ),
    "locked": N_("Deze PDF is beveiligd met een wachtwoord. Haal de beveiliging weg en probeer opnieuw."),
    "script": N_("In deze PDF zit een programma (JavaScript). Druk hem opnieuw af als PDF en probeer opnieuw."),
    "launch": N_("Deze PDF wil een ander programma starten. Druk hem opnieuw af als PDF en probeer opnieuw."),
    "files": N_("In deze PDF zitten andere bestanden. Haal ze eruit, en voeg elk stuk apart toe."),
    "media": N_("In deze PDF zit beeld of geluid dat afspeelt. Druk hem opnieuw af als PDF en probeer opnieuw."),
    "form": N_("Deze PDF is een formulier dat zelf rekent (XFA). Druk hem af als PDF en probeer opnieuw."),
    "outside": N_(
        "Deze PDF stuurt iets door of opent een ander bestand. Druk hem opnieuw af als PDF en probeer opnieuw."
    ),
    "behind": N_("Achter deze PDF zit nog iets. Druk hem opnieuw af als PDF en probeer opnieuw."),
    "bomb": N_("Deze PDF is te ingewikkeld om na te kijken. Druk hem opnieuw af als PDF en probeer opnieuw."),
}
"""What each finding of the reading means for who sent the file."""

_HEADING = re.compile(rb"%PDF-[12]\.[0-9][\s%]")
_LAST_LINE = b"%%EOF"


def check_pdf(content: bytes) -> None:
    """Look at a PDF; raises NotAccepted."""
    head, last_line, rest = content.rpartition(_LAST_LINE)
    if not _HEADING.match(content) or not last_line:
        raise NotAccepted(REFUSALS["damaged"])
    if rest.strip(b"\0 \t\r\n"):
        raise NotAccepted(REFUSALS["behind"])
    if finding := _read_apart(content):
        raise NotAccepted(REFUSALS[finding])


def _read_apart(content: bytes) -> str:
    """Let a process of its own read the PDF; one that dies, does not end or says something else found too much."""
    found = apart.read(ROOM, content, LIMITS)
    return "bomb" if found is None or (found and found not in REFUSALS) else found
