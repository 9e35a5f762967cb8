"""What a seal can prove, and what the office may choose."""

import pytest

from letters.signatures.levels import Sealing


def test_an_office_that_chooses_nothing_seals_without_a_time_stamp():
    assert (Sealing().level, Sealing().timestamp_url) == ("B-B", "")


@pytest.mark.parametrize("level", ["B-T", "B-LT"])
def test_an_office_chooses_a_level_with_its_time_stamping_service(level):
    chosen = Sealing()
    chosen.choose(level, "https://tijd.example/")
    assert (chosen.level, chosen.timestamp_url) == (level, "https://tijd.example/")


@pytest.mark.parametrize(
    ("level", "url", "said"),
    [
        ("B-LTA", "https://tijd.example/", "kies B-B, B-T, B-LT"),
        ("", "", "kies B-B, B-T, B-LT"),
        ("B-T", "", "geef TIMESTAMP_URL"),
        ("B-LT", "tijd.example", "geef TIMESTAMP_URL"),
        ("B-T", "file:///tijd", "geef TIMESTAMP_URL"),
    ],
)
def test_a_setting_that_cannot_be_is_said_at_once(level, url, said):
    chosen = Sealing()
    with pytest.raises(ValueError, match=said):
        chosen.choose(level, url)
    assert chosen.level == "B-B"
