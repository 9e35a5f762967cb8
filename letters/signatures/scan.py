"""The scan of a letter that was signed with ink: is it this letter, and is it whole?

A scan is another file than ours, so it is known by the QR code that stands on every letter.
It is read in a process of its own, with little memory and time: the office goes on whatever
is in it.
"""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from letters import apart
from letters.apart import Limits
from letters.letter import LetterRefused
from letters.signatures.scan_reading import MOST_PAGES
from workflow.wording import N_, Sentence

ROOM = "letters.signatures.scan_reading"
LIMITS = Limits(processor=60, clock=90, memory=2**30)
"""A page is drawn at a time."""

TROUBLE = {
    "damaged": N_("Deze PDF kan niet gelezen worden. Scan de brief opnieuw."),
    "locked": N_("Deze PDF is beveiligd met een wachtwoord. Scan de brief opnieuw, zonder beveiliging."),
    "long": N_("Deze scan heeft meer dan %(most)s bladzijden. Scan alleen deze brief."),
    "heavy": N_("Deze scan is te zwaar om te lezen. Scan de brief opnieuw, met 200 of 300 punten per duim."),
}
NO_CODE = N_(
    "Op deze scan staat geen QR-code die gelezen kan worden. Scan alle bladzijden opnieuw, recht en met minstens "
    "200 punten per duim."
)
OTHER_CODE = N_("Dit is een andere brief: op de scan staat code %(found)s, en op deze brief %(code)s.")
TOO_SHORT = N_("De scan heeft %(found)s bladzijden en de brief %(pages)s. Scan alle bladzijden.")
NO_SCAN = N_("Dit is de brief zelf en geen scan. Druk hem af, laat hem met inkt ondertekenen en scan hem.")


def check_scan(scan: bytes, letter: bytes, code: str) -> None:
    """Look whether a scan is that of a whole letter; raises LetterRefused with every reason against it."""
    if scan.startswith(letter):
        raise LetterRefused([Sentence(NO_SCAN)])
    seen, ours = _read_apart(scan), _read_apart(letter)
    if trouble := seen.get("trouble"):
        raise LetterRefused([Sentence(TROUBLE[trouble], **({"most": MOST_PAGES} if trouble == "long" else {}))])
    refused = []
    codes = {_code_in(text) for text in seen["codes"]} - {""}
    if not codes:
        refused.append(Sentence(NO_CODE))
    elif others := codes - {code}:
        refused.append(Sentence(OTHER_CODE, found=", ".join(sorted(others)), code=code))
    if seen["pages"] < ours["pages"]:
        refused.append(Sentence(TOO_SHORT, found=seen["pages"], pages=ours["pages"]))
    if refused:
        raise LetterRefused(refused)


def _code_in(text: str) -> str:
    """Return the check code in the address of a QR code, or nothing when it is of something else."""
    try:
        address = urlsplit(text)
    except ValueError:
        return ""
    return parse_qs(address.query).get("code", [""])[0] if address.path.endswith("/controle") else ""


def _read_apart(content: bytes) -> dict[str, Any]:
    """Let a process of its own read a scan; one that dies or does not end found too much."""
    said = apart.read(ROOM, content, LIMITS)
    found: dict[str, Any] = {"trouble": "heavy"} if said is None else json.loads(said)
    return found
