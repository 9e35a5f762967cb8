"""National register numbers are stored sealed: unreadable without the key, findable by an index.

AES-256-GCM, bound to table, row and column, so that a sealed number moved to another row does
not open; HMAC-SHA-256 as blind index, so that equal numbers are found without being read.
"""

import hashlib
import hmac
from dataclasses import dataclass
from secrets import token_bytes

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


class Vault:
    """The two keys of the office; `open_with` derives them from the secret in instance/."""

    def __init__(self) -> None:
        self._cipher: AESGCM | None = None
        self._index_key = b""

    def open_with(self, secret: bytes) -> None:
        """Derive the keys from the secret of the office."""
        self._cipher = AESGCM(hashlib.sha256(b"seal:" + secret).digest())
        self._index_key = hashlib.sha256(b"index:" + secret).digest()

    def seal(self, text: str, place: str) -> bytes:
        """Seal a text for one place ("client:<id>:national_number")."""
        assert self._cipher, "the vault has no key yet"
        nonce = token_bytes(NONCE)
        return nonce + self._cipher.encrypt(nonce, text.encode(), place.encode())

    def unseal(self, sealed: bytes, place: str) -> str:
        """Read a sealed text back; raises InvalidTag when it was moved or changed."""
        assert self._cipher, "the vault has no key yet"
        return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], place.encode()).decode()

    def index(self, text: str) -> str:
        """Return the blind index of a text."""
        return hmac.new(self._index_key, text.encode(), hashlib.sha256).hexdigest()[:32]


vault = Vault()


@dataclass(frozen=True)
class Sealed:
    """A number that the log knows only by its blind index: what is written of it cannot be read back."""

    digits: str

    @property
    def id(self) -> str:
        """What stands in the log."""
        return vault.index(self.digits)

    def __str__(self) -> str:
        return self.digits
