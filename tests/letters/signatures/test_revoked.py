"""A seal whose certificate was taken back: from which day on, and for which signatures."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from letters.signatures.validation import REVOKED, inspect
from tests.letters.signed import FIRST


@contextmanager
def kept_in(seals, content):
    """Keep a newer list of revoked certificates in the folder, for a while."""
    path = seals.folder / "nieuwer.crl"
    path.write_bytes(content.public_bytes(Encoding.PEM))
    try:
        yield
    finally:
        path.unlink()


def _revoked_on(seals, at):
    """Write a list of the demonstration authority with the seal of OCMW Gent on it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import pkcs12

    issuer_key, issuer = seals._read(seals._authority)
    seal = pkcs12.load_pkcs12(seals.seal_file("ocmw_gent", "OCMW Gent").read_bytes(), seals.passphrase).cert.certificate
    entry = x509.RevokedCertificateBuilder().serial_number(seal.serial_number).revocation_date(at).build()
    built = x509.CertificateRevocationListBuilder().issuer_name(issuer.subject).add_revoked_certificate(entry)
    return built.last_update(at).next_update(issuer.not_valid_after_utc).sign(issuer_key, hashes.SHA256())


@pytest.mark.parametrize(
    ("level", "after", "valid"),
    [
        ("B-B", timedelta(days=30), False),
        ("B-T", timedelta(days=30), False),
        ("B-LT", timedelta(days=30), True),
        ("B-LT", timedelta(days=-30), False),
    ],
    ids=["alone", "stamped", "lasting, revoked later", "lasting, revoked before"],
)
def test_a_seal_that_was_revoked(at_level, seals, level, after, valid):
    once, _twice = at_level(level)
    with kept_in(seals, _revoked_on(seals, FIRST + after)):
        (finding,) = inspect(once, FIRST + timedelta(days=60))
    assert (finding.valid, finding.why) == (valid, "" if valid else REVOKED)
