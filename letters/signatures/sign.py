"""PAdES signatures on finished letters.

The person signs with his password; the organisation's certificate seals it. That is an
ordinary electronic signature, and it is called so: the program cannot make a qualified one.
The first signature certifies the document, so that later only further signatures are allowed.
"""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.stamp import BaseStampStyle

from letters.signatures import timestamps
from letters.signatures.levels import BASIC, sealing
from letters.signatures.seals import FileSeal, seal_of
from letters.typesetting.pdf import field_name

FUNCTION = "Ondertekend als "
"""How the reason of a signature begins."""


class _Writer(IncrementalPdfFileWriter):
    """Leaves the metadata alone: PDF/A wants it to stay as it was written."""

    def _update_meta(self) -> None:
        """Change nothing."""


class _NoStamp(BaseStampStyle):
    """Draws nothing: the signature block stands in the letter itself, in Word and in PDF."""

    def create_stamp(self, writer: Any, box: Any, text_params: Any) -> None:
        """Return no stamp."""


class _Signer(PdfSigner):
    """Signs at a given instant instead of reading the clock."""

    def __init__(self, signed_at: datetime, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, stamp_style=_NoStamp(), **kwargs)
        self.signed_at = signed_at

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        """Start signing, dated as the step is."""
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.signed_at
        return session


@dataclass(frozen=True)
class Signatory:
    """Who signs: name, function, and the organisation whose certificate seals it."""

    name: str
    function: str
    organisation_key: str
    organisation: str
    city: str


def sign(pdf: bytes, place: int, signatory: Signatory, now: datetime) -> bytes:
    """Sign a letter at its first, second, ... place; returns the signed PDF.

    Raises LetterRefused when the seal or the time stamping authority does not answer.
    """
    metadata = PdfSignatureMetadata(
        field_name=field_name(place),
        name=signatory.name,
        reason=f"{FUNCTION}{signatory.function}",
        location=signatory.city,
        certify=place == 1,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        **timestamps.settings(now),
    )
    with seal_of(signatory.organisation_key, signatory.organisation) as seal, timestamps.answered():
        signer = _Signer(now, metadata, seal, timestamper=timestamps.stamper())
        signed = signer.sign_pdf(_Writer(io.BytesIO(pdf)), existing_fields_only=True, bytes_reserved=_room(seal))
    content: bytes = signed.getvalue()
    return content


def _room(seal: Signer) -> int | None:
    """Return the room a signature takes, where that is known; else it is tried out, which costs as much as signing."""
    return seal.room if sealing.level == BASIC and isinstance(seal, FileSeal) else None
