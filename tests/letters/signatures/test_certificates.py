"""The certificates that seal letters: made once, kept, secret, and honest about what they are."""

import stat

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from letters.signatures.authority import AUTHORITY
from letters.signatures.certificates import Certificates
from tests.letters.authorities import Authority
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


class TestWhatTheAuthorityIssuesBeside:
    def test_a_certificate_that_stamps_the_time_and_lasts_longer_than_a_seal(self, seals, seal):
        path = seals.time_stamp_file()
        assert seals.time_stamp_file() == path
        certificate = opened(path)[1]
        certificate.verify_directly_issued_by(seals.root())
        use = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
        assert use.critical and list(use.value) == [ExtendedKeyUsageOID.TIME_STAMPING]
        assert "Demonstratie-tijdstempel" in common_name(certificate.subject)
        assert certificate.not_valid_after_utc > opened(seal)[1].not_valid_after_utc
        assert seals.root().not_valid_after_utc > opened(seal)[1].not_valid_after_utc

    def test_a_list_of_what_it_revoked_signed_by_itself(self, seals):
        (content,) = seals.revocation_lists()
        revoked = x509.load_der_x509_crl(content)
        assert revoked.is_signature_valid(seals.root().public_key())
        assert list(revoked) == []

    def test_an_office_from_before_gets_the_list_too_and_keeps_its_authority(self, seals, tmp_path):
        (tmp_path / "demonstratie-autoriteit.p12").write_bytes(
            (seals.folder / "demonstratie-autoriteit.p12").read_bytes()
        )
        older = Certificates()
        older.open_folder(tmp_path, PASSPHRASE)
        assert older.root() == seals.root()
        assert len(older.revocation_lists()) == 1


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_what_an_administrator_trusts_is_read_in_either_form(seals, tmp_path, encoding):
    office, citizens = Certificates(), Authority()
    office.open_folder(tmp_path, PASSPHRASE)
    assert office.roots_outside() == []
    (tmp_path / "vertrouwd").mkdir()
    (tmp_path / "vertrouwd" / "burgers.crt").write_bytes(citizens.certificate.public_bytes(encoding))
    (tmp_path / "vertrouwd" / "nota.txt").write_text("geen certificaat")
    (tmp_path / "burgers.crl").write_bytes(citizens.revoked("Iemand").public_bytes(encoding))
    assert office.roots_outside() == [citizens.certificate.public_bytes(Encoding.DER)]
    assert len(office.roots()) == 2 and len(office.revocation_lists()) == 2


def test_the_root_is_public_and_read_without_the_passphrase(seals, monkeypatch):
    root = seals.root()
    monkeypatch.setattr(seals, "passphrase", b"vergeten")
    assert seals.root() == root and seals.is_demonstration(root.subject.rfc4514_string())
