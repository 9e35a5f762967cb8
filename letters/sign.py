"""PAdES signatures on finished letters, and what can be said of them afterwards (the only module with pyHanko).

The person signs with his password; the organisation's certificate seals it. That is an
ordinary electronic signature, and it is called so: the program cannot make a qualified one.
The first signature certifies the document, so that later only further signatures are allowed.
"""

import io
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_der_private_key
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko.stamp import BaseStampStyle
from pyhanko_certvalidator import ValidationContext

from letters.certificates import certificates
from letters.pdf import field_name

LEVEL = "gewoon"
"""The level of a signature set in the program (eIDAS): ordinary, sealed by the organisation."""


class _Writer(IncrementalPdfFileWriter):
    """Leaves the metadata alone: PDF/A wants it to stay as it was written."""

    def _update_meta(self) -> None:
        """Change nothing."""


class _NoStamp(BaseStampStyle):
    """Draws nothing: the signature block stands in the letter itself, in Word and in PDF."""

    def create_stamp(self, writer: Any, box: Any, text_params: Any) -> None:
        """Return no stamp."""


class _Seal(SimpleSigner):
    """A certificate whose private key is parsed once: parsing costs ten times a signature."""

    @cached_property
    def _key(self) -> RSAPrivateKey:
        key = load_der_private_key(self.signing_key.dump(), password=None)
        assert isinstance(key, RSAPrivateKey)
        return key

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Sign with RSA PKCS#1 v1.5, the mechanism of our certificates."""
        return self._key.sign(data, PKCS1v15(), SHA256())


class _Signer(PdfSigner):
    """Signs at a given instant instead of reading the clock."""

    def __init__(self, signed_at: datetime, *args: Any) -> None:
        super().__init__(*args, stamp_style=_NoStamp())
        self.signed_at = signed_at

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        """Start signing, dated as the step is."""
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.signed_at
        return session


@lru_cache(maxsize=32)
def _seal(path: str, passphrase: bytes) -> _Seal:
    loaded = SimpleSigner.load_pkcs12(path, passphrase=passphrase)
    return _Seal(loaded.signing_cert, loaded.signing_key, loaded.cert_registry)


@dataclass(frozen=True)
class Signatory:
    """Who signs: name, function, and the organisation whose certificate seals it."""

    name: str
    function: str
    organisation_key: str
    organisation: str
    city: str


def sign(pdf: bytes, place: int, signatory: Signatory, now: datetime) -> bytes:
    """Sign a letter at its first, second, ... place; returns the signed PDF."""
    path = certificates.seal_file(signatory.organisation_key, signatory.organisation)
    metadata = PdfSignatureMetadata(
        field_name=field_name(place),
        name=signatory.name,
        reason=f"Ondertekend als {signatory.function}",
        location=signatory.city,
        certify=place == 1,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
    )
    signer = _Signer(now, metadata, _seal(str(path), certificates.passphrase))
    signed: bytes = signer.sign_pdf(_Writer(io.BytesIO(pdf)), existing_fields_only=True).getvalue()
    return signed


@dataclass(frozen=True)
class Finding:
    """What one signature in a PDF turns out to be."""

    name: str
    function: str
    signed_at: datetime | None
    certificate: str
    demonstration: bool
    valid: bool
    covers_all: bool


def inspect(pdf: bytes) -> list[Finding]:
    """Look at every signature of a PDF; raises ValueError when it is no PDF that can be read.

    `valid` is pyHanko's whole verdict: intact, trusted, and nothing added that is not allowed.
    """
    root = asn1.Certificate.load(certificates.root().public_bytes(Encoding.DER))
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    try:
        signatures = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
        return [_finding(signature, validate_pdf_signature(signature, context)) for signature in signatures]
    except (PdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _finding(signature: Any, status: Any) -> Finding:
    issuer = status.signing_cert.issuer.human_friendly
    return Finding(
        name=str(signature.sig_object.get("/Name", "")),
        function=str(signature.sig_object.get("/Reason", "")).removeprefix("Ondertekend als "),
        signed_at=status.signer_reported_dt,
        certificate=status.signing_cert.subject.human_friendly,
        demonstration=certificates.is_demonstration(issuer),
        valid=bool(status.bottom_line),
        covers_all=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )
