"""A letter that comes back signed with a certificate of somebody else: what counts, and what is refused in words."""

import io

import pytest

from letters.signatures.sign import sign
from letters.signatures.validation import inspect
from tests.letters.authorities import QC_COMPLIANCE, QC_SSCD, Authority, outside, stamper
from tests.letters.brought import WHO, refusal, taken
from tests.letters.signed import CHANGES, DIRECTOR, FIRST, SECOND, opened, updated

OURS = "Onderteken de PDF die hier staat."
STRANGE = "Dit is niet de PDF van deze brief"


@pytest.fixture
def citizen(citizens):
    return citizens.issue(WHO)


class TestWhatCounts:
    def test_the_first_signature_may_come_from_elsewhere(self, signed, citizen):
        assert taken(signed.plain, outside(signed.plain, citizen)) == [(WHO, FIRST, None, "geavanceerd")]

    def test_the_second_may_too_and_the_first_stays_valid(self, signed, citizen):
        given = outside(signed.once, citizen, "Handtekening2", SECOND)
        assert taken(signed.once, given, 2, 1) == [(WHO, SECOND, None, "geavanceerd")]
        assert [finding.valid for finding in inspect(given, SECOND)] == [True, True]

    def test_both_may_come_at_once(self, signed, citizens):
        once = outside(signed.plain, citizens.issue("Bram Korenveld (proef)"))
        both = outside(once, citizens.issue(WHO), "Handtekening2", SECOND)
        assert [each.signer for each in taken(signed.plain, both)] == ["Bram Korenveld (proef)", WHO]

    def test_one_of_ours_may_follow(self, signed, citizen):
        given = outside(signed.plain, citizen)
        findings = inspect(sign(given, 2, DIRECTOR, SECOND), SECOND)
        assert [finding.valid for finding in findings] == [True, True]

    def test_the_time_of_a_trusted_service_goes_before_the_time_somebody_claims(self, signed, citizens):
        service = stamper(citizens.issue("Stempel", stamps=True), FIRST)
        given = outside(signed.plain, citizens.issue(WHO), at=SECOND, stamped=service)
        assert taken(signed.plain, given) == [(WHO, FIRST, FIRST, "geavanceerd")]

    @pytest.mark.parametrize(
        ("statements", "level"),
        [
            ((QC_COMPLIANCE, QC_SSCD), "gekwalificeerd"),
            ((QC_COMPLIANCE,), "geavanceerd"),
            ((QC_SSCD,), "geavanceerd"),
        ],
        ids=["qualified on a device", "no device", "not qualified"],
    )
    def test_it_is_qualified_only_when_the_certificate_says_both(self, signed, citizens, statements, level):
        (found,) = taken(signed.plain, outside(signed.plain, citizens.issue(WHO, qualified=statements)))
        assert found.level == level

    def test_an_invisible_box_of_its_own_is_no_harm_on_a_letter_nobody_signed(self, signed, citizen):
        given = outside(signed.plain, citizen, "Signature1", box=(0, 0, 0, 0))
        assert [each.signer for each in taken(signed.plain, given)] == [WHO]

    def test_a_certificate_without_a_common_name_is_named_by_all_it_says(self, signed, citizen):
        from letters.signatures.outside import _common

        class Name:
            native = {"surname": "Waterhoen"}
            human_friendly = "Surname: Waterhoen"

        assert _common(Name) == "Surname: Waterhoen"
        Name.native = {"common_name": ["Greet", "Waterhoen"]}
        assert _common(Name) == "Greet"


class TestAnotherFile:
    def test_of_another_letter(self, signed, citizen):
        assert refusal(signed.once, outside(signed.plain + b"\n", citizen))[0].startswith(STRANGE)

    def test_with_one_changed_byte(self, signed, citizen):
        changed = bytearray(outside(signed.plain, citizen))
        changed[3_000] ^= 1
        assert refusal(signed.plain, bytes(changed))[0].startswith(STRANGE)

    def test_saved_again_by_another_program(self, signed, citizen):
        out = io.BytesIO()
        opened(outside(signed.plain, citizen)).save(out)
        assert refusal(signed.plain, out.getvalue())[0].startswith(STRANGE)

    def test_without_a_new_signature(self, signed, seals):
        assert refusal(signed.once, signed.once) == [
            "Op deze PDF staat geen nieuwe handtekening. Onderteken hem en voeg hem opnieuw toe."
        ]

    @pytest.mark.parametrize("rest", [b"\nxref\n0 9\ntrailer\n<<>>\nstartxref\n9\n%%EOF", b"\n" * 2_000])
    def test_with_something_behind_it_that_cannot_be_read(self, signed, seals, rest):
        (reason,) = refusal(signed.plain, signed.plain + rest)
        assert reason.startswith(("Deze PDF kan niet gelezen worden.", "Op deze PDF staat geen nieuwe handtekening."))

    def test_that_locks_itself(self, signed, seals):
        start, end = signed.plain.rindex(b"trailer"), signed.plain.rindex(b">>")
        before = int(signed.plain.split(b"startxref")[-1].split()[0])
        nothing = b"00" * 32
        lock = b"1 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>\nendobj\n" % (nothing, nothing)
        table = b"xref\n1 1\n%010d 00000 n \n" % len(signed.plain)
        trailer = signed.plain[start:end] + b"/Prev %d/Encrypt 1 0 R>>\n" % before
        place = len(signed.plain) + len(lock)
        given = signed.plain + lock + table + trailer + b"startxref\n%d\n%%%%EOF\n" % place
        assert refusal(signed.plain, given) == [
            "Deze PDF is beveiligd met een wachtwoord. Onderteken hem zonder beveiliging."
        ]


class TestAChangedLetter:
    @pytest.mark.parametrize("change", CHANGES)
    def test_before_the_signature_from_elsewhere(self, signed, citizen, change):
        given = outside(updated(signed.plain, CHANGES[change]), citizen)
        assert any(OURS in reason for reason in refusal(signed.plain, given))

    @pytest.mark.parametrize("change", CHANGES)
    def test_after_the_signature_from_elsewhere(self, signed, citizen, change):
        given = updated(outside(signed.plain, citizen), CHANGES[change])
        reasons = refusal(signed.plain, given)
        assert any(OURS in reason for reason in reasons)
        assert any(f"De handtekening van {WHO} klopt niet" in reason for reason in reasons)

    def test_a_signature_that_covers_our_words(self, signed, citizen):
        given = outside(signed.plain, citizen, "Signature1", box=(50, 100, 500, 700))
        (reason,) = refusal(signed.plain, given)
        assert reason.startswith("Het programma zette een zichtbare handtekening buiten het vak")
        assert "'Handtekening1'" in reason

    def test_a_box_of_its_own_after_our_own_signature_is_said_in_words(self, signed, citizen):
        given = outside(signed.once, citizen, "Signature1", SECOND, box=(50, 100, 500, 700))
        own_box, elsewhere = refusal(signed.once, given, 2, 1)
        assert "kies in dat programma het lege vak 'Handtekening2'" in own_box
        assert "buiten het vak op de brief" in elsewhere

    def test_a_letter_from_which_our_certification_was_taken_off(self, signed, citizen):
        def uncertify(writer):
            del writer.root["/Perms"]
            writer.update_root()

        given = outside(updated(signed.once, uncertify), citizen, "Handtekening2", SECOND)
        (reason,) = refusal(signed.once, given, 2, 1)
        assert reason.startswith("In deze PDF is na onze brief iets anders veranderd")

    def test_a_signature_in_the_box_of_another(self, signed, citizen):
        given = outside(signed.plain, citizen, "Handtekening2")
        assert refusal(signed.plain, given) == [
            "De handtekening staat in het vak van een andere ondertekenaar. Kies het lege vak 'Handtekening1'."
        ]

    def test_a_signature_that_closes_the_letter_before_the_last(self, signed, citizen):
        given = outside(signed.plain, citizen, locks=True)
        (reason,) = refusal(signed.plain, given)
        assert reason.startswith(f"De handtekening van {WHO} sluit de brief af")
        assert [each.signer for each in taken(signed.plain, given, due=1)] == [WHO]

    def test_more_signatures_than_expected(self, signed, citizens):
        once = outside(signed.plain, citizens.issue("Bram Korenveld (proef)"))
        both = outside(once, citizens.issue(WHO), "Handtekening2", SECOND)
        assert "Op deze PDF staan 2 nieuwe handtekeningen, en er worden er nog 1 verwacht." in refusal(
            signed.plain, both, due=1
        )

    def test_a_first_signature_that_no_longer_holds(self, signed, citizens):
        locked = outside(signed.plain, citizens.issue("Bram Korenveld (proef)"), locks=True)
        given = outside(locked, citizens.issue(WHO), "Handtekening2", SECOND, checked=False)
        reasons = refusal(locked, given, 2, 1)
        assert "Een handtekening die er al op stond, klopt niet meer. Onderteken de PDF die hier staat." in reasons


def test_every_reason_at_once(signed, citizens):
    stranger = Authority("Onbekende CA (proef)").issue(WHO)
    given = updated(outside(signed.plain, stranger, "Handtekening2"), CHANGES["painting over the text"])
    reasons = refusal(signed.plain, given)
    assert [reason.split()[0:2] for reason in reasons] == [
        ["In", "deze"],
        ["De", "handtekening"],
        ["De", "handtekening"],
    ]
