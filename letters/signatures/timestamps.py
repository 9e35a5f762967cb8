"""Time stamps of an authority (RFC 3161) in a seal, and what is kept so that it can be checked for years.

An authority that does not answer within a few seconds, or answers with what cannot be
trusted, refuses the signature: a letter never gets a lower level than the office chose.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps.aiohttp_client import HTTPTimeStamper
from pyhanko_certvalidator.errors import PathBuildingError, ValidationError

from letters.letter import LetterRefused
from letters.signatures import trust
from letters.signatures.levels import BASIC, STAMPED, sealing
from workflow.wording import N_, Sentence

PATIENCE = 5
"""Seconds an authority has to answer."""


def stamper() -> HTTPTimeStamper | None:
    """Return who stamps the time, when the office chose so; he is asked anew for every signature."""
    return None if sealing.level == BASIC else HTTPTimeStamper(sealing.timestamp_url, timeout=PATIENCE)


def settings(now: datetime) -> dict[str, Any]:
    """Return what a signature of the chosen level has to carry: nothing more, or all that is needed to check it."""
    if sealing.level == BASIC:
        return {}
    if sealing.level == STAMPED:
        return {"validation_context": trust.context(trust.all_roots(), now)}
    together = DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE)
    provable = trust.context(trust.all_roots(), now, revocation_mode="require")
    return {"validation_context": provable, "embed_validation_info": True, "dss_settings": together}


@contextmanager
def answered() -> Iterator[None]:
    """Say in words why a stamp or the means to check it could not be had."""
    if sealing.level == BASIC:
        yield
        return
    try:
        yield
    except (OSError, ValueError, PathBuildingError, ValidationError, SigningError) as error:
        raise _refused(error) from error


def _refused(error: Exception) -> LetterRefused:
    if isinstance(error, (PathBuildingError, ValidationError, SigningError)):
        text = N_(
            "Het zegel of de tijdstempel kan nu niet nagekeken worden: een certificaat is onbekend, verlopen of "
            "ingetrokken, of de lijst van ingetrokken certificaten ontbreekt. De brief is niet ondertekend. Meld het."
        )
    else:
        text = N_(
            "De tijdstempeldienst gaf binnen %(seconds)s seconden geen bruikbaar antwoord. "
            "De brief is niet ondertekend. Probeer het straks opnieuw."
        )
    return LetterRefused([Sentence(text, **({"seconds": PATIENCE} if "%" in text else {}))])
