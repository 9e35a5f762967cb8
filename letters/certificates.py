"""The certificates with which organisations seal their letters.

Until a real one is put in `instance/certificates/`, every organisation gets a certificate of
a demonstration authority that is made on the spot. It says so in its own name, on the page
and in every signature: it proves that nothing changed, and nothing about who we are.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

AUTHORITY = "Demonstratie-autoriteit Handreiking (zonder rechtsgevolg)"
_KEY_BITS = 3072
_VALID_BEFORE, _VALID_AFTER = timedelta(days=3 * 365), timedelta(days=5 * 365)


class Certificates:
    """A folder of PKCS#12 files, one for every organisation, and the authority that issued them."""

    def __init__(self) -> None:
        self.folder = Path()
        self.passphrase = b""

    def open_folder(self, folder: Path, passphrase: bytes) -> None:
        """Use a folder; the demonstration authority is made when it is not there."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.passphrase = folder, passphrase
        if not self._authority.exists():
            self._make_authority()

    @property
    def _authority(self) -> Path:
        return self.folder / "demonstratie-autoriteit.p12"

    def root(self) -> x509.Certificate:
        """Return the certificate of the authority."""
        return self._read(self._authority)[1]

    def seal_file(self, organisation: str, name: str) -> Path:
        """Return the PKCS#12 file of an organisation; a demonstration one is made when there is none."""
        path = self.folder / f"{organisation}.p12"
        if not path.exists():
            authority_key, authority = self._read(self._authority)
            key = rsa.generate_private_key(65537, _KEY_BITS)
            subject = _name(f"{name} (demonstratiezegel)", name)
            certificate = _certificate(subject, authority.subject, key.public_key(), authority_key, is_authority=False)
            self._write(path, key, certificate, [authority])
        return path

    def is_demonstration(self, issuer: str) -> bool:
        """Say whether a certificate came from the demonstration authority."""
        return AUTHORITY in issuer

    def _make_authority(self) -> None:
        key = rsa.generate_private_key(65537, _KEY_BITS)
        name = _name(AUTHORITY, "Handreiking")
        self._write(self._authority, key, _certificate(name, name, key.public_key(), key, is_authority=True), [])

    def _read(self, path: Path) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
        key, certificate, _ = pkcs12.load_key_and_certificates(path.read_bytes(), self.passphrase)
        assert isinstance(key, rsa.RSAPrivateKey) and certificate
        return key, certificate

    def _write(
        self, path: Path, key: rsa.RSAPrivateKey, certificate: x509.Certificate, chain: list[x509.Certificate]
    ) -> None:
        sealed = serialization.BestAvailableEncryption(self.passphrase)
        draft = path.with_suffix(".nieuw")
        draft.touch(mode=0o600)
        draft.write_bytes(pkcs12.serialize_key_and_certificates(path.stem.encode(), key, certificate, chain, sealed))
        draft.replace(path)


def _name(common: str, organisation: str) -> x509.Name:
    parts = ((NameOID.COUNTRY_NAME, "BE"), (NameOID.ORGANIZATION_NAME, organisation), (NameOID.COMMON_NAME, common))
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    public_key: rsa.RSAPublicKey,
    issuer_key: rsa.RSAPrivateKey,
    is_authority: bool,
) -> x509.Certificate:
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _VALID_BEFORE)
        .not_valid_after(now + _VALID_AFTER)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


certificates = Certificates()
