"""The certificates with which organisations seal their letters, and those the office trusts.

Until a real one is put in `instance/certificates/`, every organisation gets a certificate of
a demonstration authority that is made on the spot. It says so in its own name, on the page
and in every signature: it proves that nothing changed, and nothing about who we are.
"""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12

from letters.signatures import authority
from letters.signatures.authority import AUTHORITY, Issued

TRUSTED = "vertrouwd"
"""The folder, inside that of the certificates, with the roots an administrator trusts."""


class Certificates:
    """A folder of PKCS#12 files, one for every organisation, and the authority that issued them."""

    def __init__(self) -> None:
        self.folder = Path()
        self.passphrase = b""

    def open_folder(self, folder: Path, passphrase: bytes) -> None:
        """Use a folder; the demonstration authority and its list of revoked seals are made when they are not there."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.passphrase = folder, passphrase
        if not self._authority.exists():
            self._write(self._authority, authority.found(), [])
        public, revoked = self._authority.with_suffix(".crt"), self._authority.with_suffix(".crl")
        if not public.exists():
            public.write_bytes(self._read(self._authority)[1].public_bytes(Encoding.PEM))
        if not revoked.exists():
            revoked.write_bytes(authority.revocation_list(self._read(self._authority)).public_bytes(Encoding.DER))

    @property
    def _authority(self) -> Path:
        return self.folder / "demonstratie-autoriteit.p12"

    def root(self) -> x509.Certificate:
        """Return the certificate of the demonstration authority: it lies in the folder by itself, for it is public.

        Opening the PKCS#12 file takes a quarter of a second, by design of its passphrase.
        """
        return x509.load_pem_x509_certificate(self._authority.with_suffix(".crt").read_bytes())

    def roots_outside(self) -> list[bytes]:
        """Return the roots an administrator put in `vertrouwd/` as .pem or .crt, each as DER."""
        files = (path for path in sorted((self.folder / TRUSTED).glob("*")) if path.suffix in (".pem", ".crt"))
        return [each.public_bytes(Encoding.DER) for path in files for each in _certificates(path.read_bytes())]

    def roots(self) -> list[bytes]:
        """Return every root a seal may lead to: the trusted ones, and the demonstration authority."""
        return [self.root().public_bytes(Encoding.DER), *self.roots_outside()]

    def revocation_lists(self) -> list[bytes]:
        """Return the lists of revoked certificates that are kept in the folder as .crl, each as DER."""
        found = (path.read_bytes() for path in sorted(self.folder.glob("*.crl")))
        return [_revocation_list(content).public_bytes(Encoding.DER) for content in found]

    def seal_file(self, organisation: str, name: str) -> Path:
        """Return the PKCS#12 file of an organisation; a demonstration one is made when there is none."""
        path = self.folder / f"{organisation}.p12"
        if not path.exists():
            issuer = self._read(self._authority)
            self._write(path, authority.seal(issuer, name), [issuer[1]])
        return path

    def time_stamp_file(self) -> Path:
        """Return the PKCS#12 file of the demonstration time stamping service; it is made when there is none."""
        path = self.folder / "demonstratie-tijdstempel.p12"
        if not path.exists():
            issuer = self._read(self._authority)
            self._write(path, authority.time_stamp(issuer), [issuer[1]])
        return path

    def is_demonstration(self, issuer: str) -> bool:
        """Say whether a certificate came from the demonstration authority."""
        return AUTHORITY in issuer

    def _read(self, path: Path) -> Issued:
        key, certificate, _ = pkcs12.load_key_and_certificates(path.read_bytes(), self.passphrase)
        assert isinstance(key, rsa.RSAPrivateKey) and certificate
        return key, certificate

    def _write(self, path: Path, issued: Issued, chain: list[x509.Certificate]) -> None:
        sealed = BestAvailableEncryption(self.passphrase)
        draft = path.with_suffix(".nieuw")
        draft.touch(mode=0o600)
        draft.write_bytes(pkcs12.serialize_key_and_certificates(path.stem.encode(), *issued, chain, sealed))
        draft.replace(path)


def _certificates(content: bytes) -> list[x509.Certificate]:
    pem = content.lstrip().startswith(b"-----")
    return x509.load_pem_x509_certificates(content) if pem else [x509.load_der_x509_certificate(content)]


def _revocation_list(content: bytes) -> x509.CertificateRevocationList:
    pem = content.lstrip().startswith(b"-----")
    return x509.load_pem_x509_crl(content) if pem else x509.load_der_x509_crl(content)


certificates = Certificates()
