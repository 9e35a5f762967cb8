"""The demonstration authority: it issues the seals of an office that has no real certificate yet.

It says in its own name that it proves nothing about who we are. Beside seals it issues one
certificate that stamps the time, and the list of what it revoked: nothing.
"""

from datetime import UTC, datetime, timedelta
from functools import partial

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY = "Demonstratie-autoriteit Handreiking (zonder rechtsgevolg)"
TIME_STAMPS = "Demonstratie-tijdstempel Handreiking (zonder rechtsgevolg)"

_KEY_BITS = 3072
_VALID_BEFORE, _VALID_AFTER = timedelta(days=3 * 365), timedelta(days=5 * 365)
_OUTLIVES = 3
"""How many times longer the authority lasts than a seal: a time stamp is checked after the seal expired."""

Issued = tuple[rsa.RSAPrivateKey, x509.Certificate]


def found() -> Issued:
    """Make the authority: its key, and the certificate it gives itself."""
    key, name = _new_key(), _name(AUTHORITY, "Handreiking")
    return key, _authority(_built(name, name, key, key, _OUTLIVES)).sign(key, hashes.SHA256())


def seal(authority: Issued, organisation: str) -> Issued:
    """Issue the seal of an organisation, which says of itself that it is a demonstration."""
    return _issued(authority, _name(f"{organisation} (demonstratiezegel)", organisation), 1)


def time_stamp(authority: Issued) -> Issued:
    """Issue the certificate of a time stamping service."""
    return _issued(authority, _name(TIME_STAMPS, "Handreiking"), _OUTLIVES, stamps=True)


def revocation_list(authority: Issued) -> x509.CertificateRevocationList:
    """Issue the list of the certificates it revoked: none, as long as the authority lasts."""
    key, certificate = authority
    return (
        x509.CertificateRevocationListBuilder()
        .issuer_name(certificate.subject)
        .last_update(certificate.not_valid_before_utc)
        .next_update(certificate.not_valid_after_utc)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .add_extension(x509.CRLNumber(1), critical=False)
        .sign(key, hashes.SHA256())
    )


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, _KEY_BITS)


def _issued(authority: Issued, subject: x509.Name, lasting: int, stamps: bool = False) -> Issued:
    key, (issuer_key, issuer) = _new_key(), authority
    built = _signing(_built(subject, issuer.subject, key, issuer_key, lasting))
    if stamps:
        built = built.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return key, built.sign(issuer_key, hashes.SHA256())


def _name(common: str, organisation: str) -> x509.Name:
    parts = ((NameOID.COUNTRY_NAME, "BE"), (NameOID.ORGANIZATION_NAME, organisation), (NameOID.COMMON_NAME, common))
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def _built(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPrivateKey, issuer_key: rsa.RSAPrivateKey, lasting: int
) -> x509.CertificateBuilder:
    now, public = datetime.now(UTC), key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _VALID_BEFORE)
        .not_valid_after(now + _VALID_AFTER * lasting)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )


_usage = partial(
    x509.KeyUsage,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    encipher_only=False,
    decipher_only=False,
)


def _authority(built: x509.CertificateBuilder) -> x509.CertificateBuilder:
    usage = _usage(digital_signature=False, content_commitment=False, key_cert_sign=True, crl_sign=True)
    return _limited(built, usage, ca=True)


def _signing(built: x509.CertificateBuilder) -> x509.CertificateBuilder:
    usage = _usage(digital_signature=True, content_commitment=True, key_cert_sign=False, crl_sign=False)
    return _limited(built, usage, ca=False)


def _limited(built: x509.CertificateBuilder, usage: x509.KeyUsage, ca: bool) -> x509.CertificateBuilder:
    built = built.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    return built.add_extension(usage, critical=True)
