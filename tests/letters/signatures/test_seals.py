"""The seal of an organisation: from a file, or from a token that keeps its key to itself."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import conftest
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12

from letters.letter import LetterRefused
from letters.signatures.seals import FileSeal, seal_of
from letters.signatures.sign import sign
from letters.signatures.validation import inspect
from tests.letters.conftest import PASSPHRASE
from tests.letters.signed import CHAIR, DIRECTOR, FIRST, SECOND
from tests.letters.tools import PDFSIG, run

SOFTHSM = next((p for p in ("/usr/lib/softhsm/libsofthsm2.so",) if Path(p).exists()), None)
PIN = "1234"
TOKEN = """
module = "{module}"
token = "kantoor"
key = "zegel"
certificate = "zegel"
pin_env = "PROEF_PIN"
"""


def refused(seals, why):
    """See that nothing is signed, and that the sentence says why."""
    with pytest.raises(LetterRefused) as refusal, seal_of("ocmw_gent", "OCMW Gent"):
        pytest.fail("a seal that does not answer signs nothing")
    (reason,) = refusal.value.reasons
    assert str(reason).startswith("Het zegel van OCMW Gent antwoordt niet (")
    assert why in str(reason)


@pytest.fixture(scope="module")
def token(seal_folder, tmp_path_factory):
    """A token of SoftHSM with the demonstration seal of OCMW Gent in it; returns the folder with its description."""
    available = SOFTHSM and shutil.which("softhsm2-util") and importlib.util.find_spec("pkcs11")
    conftest.require("SOFTHSM", available, "SoftHSM2 met python-pkcs11")
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    (folder / "softhsm.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm.conf")
    command = ["softhsm2-util", "--init-token", "--free", "--label", "kantoor", "--so-pin", PIN, "--pin", PIN]
    subprocess.run(command, check=True, capture_output=True)
    for path in seal_folder.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    _fill(folder)
    (folder / "ocmw_gent.pkcs11.toml").write_text(TOKEN.format(module=SOFTHSM))
    yield folder
    del os.environ["SOFTHSM2_CONF"]


def _fill(folder):
    """Put key and certificate of the seal in the token."""
    import pkcs11
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    from letters.signatures.certificates import Certificates

    office = Certificates()
    office.open_folder(folder, PASSPHRASE)
    held = office.seal_file("ocmw_gent", "OCMW Gent").read_bytes()
    key, certificate, _ = pkcs12.load_key_and_certificates(held, PASSPHRASE)
    plain = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    with pkcs11.lib(SOFTHSM).get_token(token_label="kantoor").open(rw=True, user_pin=PIN) as session:
        private = decode_rsa_private_key(plain) | {pkcs11.Attribute.LABEL: "zegel", pkcs11.Attribute.TOKEN: True}
        session.create_object(private)
        public = decode_x509_certificate(certificate.public_bytes(Encoding.DER))
        session.create_object(public | {pkcs11.Attribute.LABEL: "zegel", pkcs11.Attribute.TOKEN: True})


@pytest.fixture
def with_token(token, seals, monkeypatch):
    """The office, with its seal on a token and the PIN in the environment; no file to fall back on."""
    monkeypatch.setattr(seals, "folder", token)
    monkeypatch.setenv("PROEF_PIN", PIN)
    (token / "ocmw_gent.p12").unlink(missing_ok=True)
    return token / "ocmw_gent.pkcs11.toml"


def test_a_seal_in_a_file_is_read_once(seals):
    with seal_of("ocmw_gent", "OCMW Gent") as first, seal_of("ocmw_gent", "OCMW Gent") as second:
        assert isinstance(first, FileSeal)
        assert first is second


def test_two_letters_sealed_one_after_the_other_are_both_valid(signed, seals):
    for _ in range(2):
        (finding,) = inspect(sign(signed.plain, 1, CHAIR, FIRST), FIRST)
        assert finding.valid


def test_a_token_seals_a_letter_and_there_is_no_file_with_the_key(signed, with_token):
    once = sign(signed.plain, 1, CHAIR, FIRST)
    twice = sign(once, 2, DIRECTOR, SECOND)
    assert [finding.valid for finding in inspect(twice, SECOND)] == [True, True]
    assert "OCMW Gent (demonstratiezegel)" in inspect(twice, SECOND)[1].certificate
    assert not (with_token.parent / "ocmw_gent.p12").exists()


def test_pdfsig_calls_the_signature_of_a_token_valid(signed, with_token, tmp_path):
    conftest.require("POPPLER", PDFSIG, "pdfsig")
    (tmp_path / "brief.pdf").write_bytes(sign(signed.plain, 1, CHAIR, FIRST))
    assert "Signature Validation: Signature is Valid." in run("pdfsig", "-nocert", "brief.pdf", at=tmp_path)


@pytest.mark.parametrize(("pin", "said"), [("", "PROEF_PIN?"), ("9999", "PinIncorrect")], ids=["no PIN", "another PIN"])
def test_a_token_without_its_pin_signs_nothing(with_token, seals, monkeypatch, pin, said):
    monkeypatch.setenv("PROEF_PIN", pin)
    refused(seals, said)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('token = "kantoor"', 'token = "weg"', "PKCS11Error"),
        ('certificate = "zegel"', 'certificate = "weg"', "weg"),
        ('key = "zegel"', 'key = "weg"', "weg"),
        ('key = "zegel"\n', "", "ocmw_gent.pkcs11.toml: key?"),
        (str(SOFTHSM), "/weg/module.so", "module.so"),
    ],
    ids=["another token", "another certificate", "another key", "half a description", "no module"],
)
def test_a_token_that_is_not_what_its_description_says_signs_nothing(
    signed, with_token, seals, monkeypatch, tmp_path, before, after, said
):
    monkeypatch.setattr(seals, "folder", tmp_path)
    for path in with_token.parent.glob("demonstratie*"):
        shutil.copy(path, tmp_path)
    (tmp_path / with_token.name).write_text(with_token.read_text().replace(before, after))
    with pytest.raises(LetterRefused, match="Het zegel van OCMW Gent antwoordt niet") as refusal:
        sign(signed.plain, 1, CHAIR, FIRST)
    assert said in str(refusal.value)


def test_an_office_without_the_software_for_tokens_is_told(seals, seal_folder, monkeypatch, tmp_path):
    monkeypatch.setattr(seals, "folder", tmp_path)
    (tmp_path / "ocmw_gent.pkcs11.toml").write_text(TOKEN.format(module="module.so"))
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    refused(seals, "python-pkcs11 is niet geïnstalleerd")
