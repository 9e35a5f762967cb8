"""The certificates that seal letters: made once, kept, secret, and honest about what they are."""

import stat

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from letters.certificates import AUTHORITY, Certificates
from tests.letters.conftest import PASSPHRASE

NAME = "OCMW Gent"


def opened(path, passphrase=PASSPHRASE):
    return pkcs12.load_key_and_certificates(path.read_bytes(), passphrase)


def common_name(name):
    return name.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value


@pytest.fixture
def seal(seals):
    return seals.seal_file("ocmw_gent", NAME)


def test_the_authority_says_in_its_name_that_it_is_a_demonstration(seals):
    assert common_name(seals.root().subject) == AUTHORITY
    assert "Demonstratie" in AUTHORITY
    assert "zonder rechtsgevolg" in AUTHORITY


def test_the_authority_is_made_once_and_kept(seals, seal_folder):
    before = seals.root()
    again = Certificates()
    again.open_folder(seal_folder, PASSPHRASE)
    assert again.root() == before


def test_the_seal_of_an_organisation_is_made_once_and_kept(seals, seal):
    before = seal.read_bytes()
    assert seals.seal_file("ocmw_gent", NAME) == seal
    assert seal.read_bytes() == before


def test_a_real_certificate_in_the_folder_is_left_as_it_is(seals, seal_folder):
    (seal_folder / "echt.p12").write_bytes(b"een echt certificaat")
    assert seals.seal_file("echt", NAME).read_bytes() == b"een echt certificaat"


def test_a_seal_names_its_organisation_and_says_that_it_is_a_demonstration(seals, seal):
    _, certificate, chain = opened(seal)
    assert common_name(certificate.subject) == "OCMW Gent (demonstratiezegel)"
    assert certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == NAME
    assert chain == [seals.root()]
    certificate.verify_directly_issued_by(seals.root())


def test_a_seal_signs_and_the_authority_issues_and_neither_does_the_other(seals, seal):
    _, certificate, _ = opened(seal)
    root, usage = seals.root(), x509.KeyUsage
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert root.extensions.get_extension_for_class(usage).value.key_cert_sign
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert certificate.extensions.get_extension_for_class(usage).value.digital_signature
    assert certificate.extensions.get_extension_for_class(usage).value.content_commitment
    assert not certificate.extensions.get_extension_for_class(usage).value.key_cert_sign


def test_the_keys_are_long_enough(seal):
    key, _, _ = opened(seal)
    assert key.key_size == 3072


@pytest.mark.parametrize("name", ["demonstratie-autoriteit", "ocmw_gent"])
def test_a_private_key_is_readable_for_its_owner_only(seal, seal_folder, name):
    assert stat.S_IMODE((seal_folder / f"{name}.p12").stat().st_mode) == 0o600


def test_a_private_key_opens_only_with_its_passphrase(seal):
    with pytest.raises(ValueError, match="password"):
        opened(seal, b"verkeerd")


def test_no_half_written_key_is_left(seal, seal_folder):
    assert [path for path in seal_folder.iterdir() if path.suffix == ".nieuw"] == []


def test_only_what_the_demonstration_authority_issued_is_a_demonstration(seals):
    assert seals.is_demonstration(f"Common Name: {AUTHORITY}, Organization: Handreiking, Country: BE")
    assert not seals.is_demonstration("Common Name: Citizen CA, Country: BE")
