"""Whose signature from elsewhere is not believed, and what the office says of it."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from letters.signatures.validation import Verdict
from tests.letters.authorities import Authority, outside, stamper
from tests.letters.brought import WHO, refusal, taken
from tests.letters.signed import FIRST, SECOND


@pytest.fixture
def citizen(citizens):
    return citizens.issue(WHO)


class TestWhoIsNotBelieved:
    def test_whom_an_unknown_authority_names(self, signed, citizens):
        stranger = Authority("Onbekende CA (proef)").issue(WHO)
        (reason,) = refusal(signed.plain, outside(signed.plain, stranger))
        assert reason == (
            f"De uitgever van het certificaat van {WHO} is hier niet bekend (Onbekende CA (proef)). Vertrouwt het OCMW "
            "hem, dan zet de beheerder zijn wortelcertificaat in instance/certificates/vertrouwd/."
        )

    def test_our_own_demonstration_seal(self, signed, citizens):
        (reason,) = refusal(signed.plain, signed.once)
        assert reason.startswith("De uitgever van het certificaat van OCMW Gent (demonstratiezegel)")
        assert "is hier niet bekend (Demonstratie-autoriteit Handreiking (zonder rechtsgevolg))" in reason

    def test_whose_certificate_expired(self, signed, citizens):
        late = citizens.issue(WHO, until=datetime(2026, 4, 1, tzinfo=UTC))  # a Wednesday
        (reason,) = refusal(signed.plain, outside(signed.plain, late))
        assert reason == f"Het certificaat van {WHO} is verlopen. Onderteken met een geldig certificaat."

    def test_whose_certificate_was_revoked(self, signed, citizens, seals):
        (seals.folder / "burgers.crl").write_bytes(citizens.revoked(WHO).public_bytes(Encoding.DER))
        (reason,) = refusal(signed.plain, outside(signed.plain, citizens.issue(WHO)))
        assert reason == f"Het certificaat van {WHO} is ingetrokken. Onderteken met een geldig certificaat."
        assert taken(signed.plain, outside(signed.plain, citizens.issue("Iemand anders (proef)")))

    def test_who_lost_it_only_afterwards(self, signed, citizens, seals):
        revoked = citizens.revoked(WHO, at=SECOND + timedelta(days=1), since=SECOND + timedelta(days=1))
        (seals.folder / "burgers.crl").write_bytes(revoked.public_bytes(Encoding.DER))
        assert taken(signed.plain, outside(signed.plain, citizens.issue(WHO)))

    def test_whose_time_stamp_comes_from_a_stranger(self, signed, citizens):
        service = stamper(Authority("Vreemde tijd (proef)").issue("Stempel", stamps=True))
        (reason,) = refusal(signed.plain, outside(signed.plain, citizens.issue(WHO), stamped=service))
        assert reason.startswith(f"De tijdstempel bij de handtekening van {WHO} komt van een dienst die hier niet")

    def test_who_signs_tomorrow(self, signed, citizen):
        given = outside(signed.plain, citizen, at=SECOND + timedelta(days=1))
        (reason,) = refusal(signed.plain, given)
        assert reason.startswith(f"De handtekening van {WHO} is gedateerd in de toekomst.")

    @pytest.mark.parametrize("said", [None, FIRST.replace(tzinfo=None)], ids=["nothing", "no time zone"])
    def test_who_does_not_say_when(self, signed, citizen, monkeypatch, said):
        def judge(signature, roots, now):
            return Verdict(SimpleNamespace(bottom_line=True, signer_reported_dt=said), "B-B", None, False)

        monkeypatch.setattr("letters.signatures.outside.judge", judge)
        assert refusal(signed.plain, outside(signed.plain, citizen)) == [
            f"De handtekening van {WHO} zegt niet wanneer ze gezet is."
        ]

    def test_a_few_minutes_between_two_clocks_are_no_matter(self, signed, citizen):
        given = outside(signed.plain, citizen, at=SECOND + timedelta(minutes=4))
        assert taken(signed.plain, given)
