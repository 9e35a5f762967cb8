"""The seal of an organisation, wherever its key lies: in a file of our folder, or on a token.

`<organisatie>.pkcs11.toml` describes a token (its module, its label, the labels of key and
certificate, and the environment variable with its PIN) and goes before `<organisatie>.p12`.
"""

import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key
from pyhanko.sign.signers import Signer, SimpleSigner

from letters.letter import LetterRefused
from letters.signatures.certificates import certificates
from workflow.wording import N_, Sentence

_BESIDE_CERTIFICATES = 1_024
"""What a signature holds, in bytes, beside its certificates and the bytes of the key."""

_DIGEST = bytes(32)

_TOKEN = ("module", "token", "key", "certificate", "pin_env")
"""What the description of a token says."""


class FileSeal(SimpleSigner):
    """A certificate whose key, and all that is the same for every letter, is prepared once."""

    _around: tuple[bytes, bytes] | None = None

    @cached_property
    def _key(self) -> RSAPrivateKey:
        key = load_der_private_key(self.signing_key.dump(), password=None)
        assert isinstance(key, RSAPrivateKey)
        return key

    @cached_property
    def room(self) -> int:
        """How many hexadecimal digits the signature takes in the PDF, with some to spare."""
        held = [self.signing_cert, *self.cert_registry]
        return 2 * (sum(len(each.dump()) for each in held) + self._key.key_size // 8 + _BESIDE_CERTIFICATES)

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Sign with RSA PKCS#1 v1.5, the mechanism of our certificates."""
        return self._key.sign(data, PKCS1v15(), SHA256())

    async def signed_attrs(self, data_digest: bytes, *args: Any, **kwargs: Any) -> cms.CMSAttributes:
        """Return the signed attributes: of two letters they differ in the digest alone, and building them is slow."""
        if self._around is None:
            built = await super().signed_attrs(_DIGEST, *args, **kwargs)
            before, after = built.dump().split(_DIGEST)
            self._around = before, after
        before, after = self._around
        return cms.CMSAttributes.load(before + data_digest + after)


@lru_cache(maxsize=32)
def _from_file(path: str, passphrase: bytes) -> FileSeal:
    loaded = SimpleSigner.load_pkcs12(path, passphrase=passphrase)
    return FileSeal(loaded.signing_cert, loaded.signing_key, loaded.cert_registry)


_one_at_a_time = Lock()
"""A token signs one letter at a time."""


@contextmanager
def seal_of(key: str, name: str) -> Iterator[Signer]:
    """Lend the seal of an organisation; raises LetterRefused when its token does not answer."""
    token = certificates.folder / f"{key}.pkcs11.toml"
    if not token.exists():
        yield _from_file(str(certificates.seal_file(key, name)), certificates.passphrase)
        return
    with _one_at_a_time, _session(token, name) as session:
        yield session


@contextmanager
def _session(path: Path, name: str) -> Iterator[Signer]:
    """Open a token for one signature; its software is loaded only when an office has one."""
    try:
        from pkcs11 import PKCS11Error
        from pyhanko.config.pkcs11 import TokenCriteria
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
    except ImportError as missing:
        raise _silent(name, N_("python-pkcs11 is niet geïnstalleerd")) from missing
    token, pin = _described(path, name)
    try:
        with open_pkcs11_session(token["module"], token_criteria=TokenCriteria(token["token"]), user_pin=pin) as lent:
            yield PKCS11Signer(lent, token["certificate"], key_label=token["key"], other_certs_to_pull=None)
    except PKCS11Error as error:
        raise _silent(name, f"{type(error).__name__} {error}".strip()) from error


def _described(path: Path, name: str) -> tuple[dict[str, str], str]:
    """Read the description of a token, and its PIN from the environment."""
    token = tomllib.loads(path.read_text())
    if lacking := [word for word in _TOKEN if word not in token]:
        raise _silent(name, f"{path.name}: {', '.join(lacking)}?")
    if not (pin := os.environ.get(token["pin_env"])):
        raise _silent(name, f"{token['pin_env']}?")
    return token, pin


def _silent(name: str, why: str) -> LetterRefused:
    text = N_("Het zegel van %(organisation)s antwoordt niet (%(why)s). De brief is niet ondertekend. Meld het.")
    return LetterRefused([Sentence(text, organisation=name, why=why)])
