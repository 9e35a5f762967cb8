"""What can be said of the signatures in a PDF, at a moment of which the rules are told.

A certificate expires, and a letter must be provable for years after. A signature with a time
stamp and with the list of revoked certificates inside the letter (B-LT) is looked at as on the
day of the stamp; any other one as on the day somebody looks.
"""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.validation import DocumentSecurityStore, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError, ValidationInfoReadingError
from pyhanko.sign.validation.status import SignatureCoverageLevel

from letters.signatures import trust
from letters.signatures.certificates import certificates
from letters.signatures.levels import BASIC, LASTING, STAMPED
from letters.signatures.sign import FUNCTION
from workflow.wording import N_

CHANGED, UNKNOWN, EXPIRED, REVOKED = "veranderd", "onbekend", "verlopen", "ingetrokken"
UNSTAMPED, UNPROVEN = "tijdstempel", "onbewezen"

WHY = {
    CHANGED: N_("De handtekening klopt niet: het bestand is veranderd na ondertekening."),
    UNKNOWN: N_("Het zegel komt van een uitgever die hier niet bekend is."),
    EXPIRED: N_(
        "Het certificaat van de handtekening is verlopen, en in het bestand staat niet wat nodig is om te bewijzen "
        "dat het toen geldig was."
    ),
    REVOKED: N_("Het certificaat van de handtekening is ingetrokken."),
    UNSTAMPED: N_("De tijdstempel bij de handtekening klopt niet, of komt van een dienst die hier niet bekend is."),
    UNPROVEN: N_("De geldigheid van het certificaat kan niet bewezen worden."),
}
"""Why a signature is not valid, for whoever looks."""

UNREADABLE = (
    PdfError, SignatureValidationError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError
)  # fmt: skip
"""What reading a damaged or hostile PDF may end in."""

_TROUBLE = {
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: UNKNOWN,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: EXPIRED,
    AdESIndeterminate.EXPIRED: EXPIRED,
    AdESIndeterminate.REVOKED_NO_POE: REVOKED,
    AdESIndeterminate.REVOKED_CA_NO_POE: REVOKED,
}


@dataclass(frozen=True)
class Finding:
    """What one signature in a PDF turns out to be; `why` is a key of WHY when it is not valid.

    `level` is the one of the seal: B-B, B-T or B-LT. `stamped_at` is what an authority vouches for.
    """

    name: str
    function: str
    signed_at: datetime | None
    stamped_at: datetime | None
    certificate: str
    demonstration: bool
    level: str
    valid: bool
    why: str
    covers_all: bool


@dataclass(frozen=True)
class Verdict:
    """pyHanko's whole verdict on a signature: intact, trusted, and nothing added that is not allowed.

    `lost` says that the office knows of somebody who lost his certificate.
    """

    status: Any
    level: str
    stamped_at: datetime | None
    lost: bool

    @property
    def why(self) -> str:
        """Why the signature is not valid, or nothing when it is."""
        status = self.status
        if status.bottom_line:
            return REVOKED if self.lost else ""
        if not (status.intact and status.valid and status.docmdp_ok):
            return CHANGED
        if not status.trusted:
            return _TROUBLE.get(status.trust_problem_indic, UNPROVEN)
        return UNSTAMPED


def inspect(pdf: bytes, now: datetime) -> list[Finding]:
    """Look at every signature of a PDF; raises ValueError when it is no PDF that can be read."""
    roots = trust.all_roots()
    try:
        signatures = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
        return [_finding(signature, judge(signature, roots, now)) for signature in signatures]
    except UNREADABLE as error:
        raise ValueError(str(error)) from error


def judge(signature: Any, roots: list[Any], now: datetime) -> Verdict:
    """Judge a signature as it is trusted now or, where the PDF holds all that is needed, was when it was stamped."""
    today = trust.context(roots, now)
    status = validate_pdf_signature(signature, today, ts_validation_context=today)
    stamp, kept = status.timestamp_validity, _kept_with(signature)
    level = (LASTING if kept else STAMPED) if stamp else BASIC
    stamped_at = stamp.timestamp if stamp and _sound(stamp) and not _lost(stamp, now) else None
    verdict = Verdict(status, level, stamped_at, _lost(status, now))
    if not (verdict.why and kept and stamped_at):
        return verdict
    then = kept.as_validation_context(trust.terms(roots, stamped_at) | {"revocation_mode": "require"})
    status = validate_pdf_signature(signature, then, ts_validation_context=trust.context(roots, now))
    return Verdict(status, level, stamped_at, _lost(status, stamped_at))


def _sound(stamp: Any) -> bool:
    """Say whether a time stamp is what it was, and of a service that is trusted."""
    return bool(stamp.intact and stamp.valid and stamp.trusted)


def _lost(status: Any, moment: datetime) -> bool:
    """Say whether somebody had lost his certificate by a moment, as far as the office knows."""
    return bool(status.validation_path) and trust.revoked(status.validation_path, moment)


def _kept_with(signature: Any) -> DocumentSecurityStore | None:
    """Return what the PDF keeps to check a signature for years: what its issuer revoked, or answered about it."""
    try:
        store = DocumentSecurityStore.read_dss(signature.reader)
    except ValidationInfoReadingError:
        return None
    context = store.as_validation_context({"trust_roots": []})
    issuer = signature.signer_cert.issuer
    return store if context.ocsps or any(kept.issuer == issuer for kept in context.crls) else None


def _finding(signature: Any, verdict: Verdict) -> Finding:
    status, said = verdict.status, signature.sig_object
    return Finding(
        name=str(said.get("/Name", "")),
        function=str(said.get("/Reason", "")).removeprefix(FUNCTION),
        signed_at=status.signer_reported_dt,
        stamped_at=verdict.stamped_at,
        certificate=status.signing_cert.subject.human_friendly,
        demonstration=certificates.is_demonstration(status.signing_cert.issuer.human_friendly),
        level=verdict.level,
        valid=not verdict.why,
        why=verdict.why,
        covers_all=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )
