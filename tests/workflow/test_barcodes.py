"""The numbers of registered letters: which can exist, and what is said of the others."""

import pytest

from workflow.procedures.post_delivery import NO_BARCODE, WRONG_CHECK_DIGIT, barcode_flaw

NATIONAL = "010" + "1" * 27


@pytest.mark.parametrize(
    "number",
    [NATIONAL, "010" + "0" * 27, "RR123456785BE", "RA473124829BE", "RR100000025BE", "RR100000140NL", "RZ000000005FR"],
)
def test_a_number_that_can_exist(number):
    assert barcode_flaw(number) is None


@pytest.mark.parametrize(
    "number",
    [
        "", "0", NATIONAL[:-1], NATIONAL + "1", "011" + "1" * 27, "RR12345678BE", "XR123456785BE", "R1234567855BE",
        "RR123456785B3", "rr123456785be", "RR 123456785BE", NATIONAL[:-1] + "١", f"{NATIONAL}\n",
    ],
)  # fmt: skip
def test_a_number_of_another_shape(number):
    assert barcode_flaw(number) == NO_BARCODE


@pytest.mark.parametrize("number", [f"RR12345678{digit}BE" for digit in "012346789"])
def test_a_number_whose_check_digit_is_wrong(number):
    assert barcode_flaw(number) == WRONG_CHECK_DIGIT


@pytest.mark.parametrize("place", range(8))
def test_one_digit_that_is_read_wrongly_is_noticed(place):
    """The weights of S10 catch every single digit that changes."""
    serial = "47312482"
    for digit in set("0123456789") - {serial[place]}:
        number = f"RA{serial[:place]}{digit}{serial[place + 1 :]}9BE"
        assert barcode_flaw(number) == WRONG_CHECK_DIGIT, number
