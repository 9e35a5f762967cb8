"""National register numbers are stored sealed, and found without being read."""

import pytest
from cryptography.exceptions import InvalidTag

from tests.workflow.files import client
from workflow.models import sealing
from workflow.models.sealing import NONCE, Vault

NUMBER, PLACE = "88021735492", "client:k1:national_number"


def vault(secret=b"geheim van de proef"):
    opened = Vault()
    opened.open_with(secret)
    return opened


def test_what_was_sealed_is_read_back():
    assert vault().unseal(vault().seal(NUMBER, PLACE), PLACE) == NUMBER


def test_a_sealed_number_does_not_show_the_number():
    sealed = vault().seal(NUMBER, PLACE)
    assert NUMBER.encode() not in sealed
    assert len(sealed) == NONCE + len(NUMBER) + 16


def test_sealing_twice_gives_another_text():
    assert vault().seal(NUMBER, PLACE) != vault().seal(NUMBER, PLACE)


def test_a_number_moved_to_another_row_does_not_open():
    with pytest.raises(InvalidTag):
        vault().unseal(vault().seal(NUMBER, PLACE), "client:k2:national_number")


@pytest.mark.parametrize("place", [0, NONCE, -1])
def test_a_changed_text_does_not_open(place):
    sealed = bytearray(vault().seal(NUMBER, PLACE))
    sealed[place] ^= 1
    with pytest.raises(InvalidTag):
        vault().unseal(bytes(sealed), PLACE)


def test_another_secret_does_not_open():
    with pytest.raises(InvalidTag):
        vault(b"ander geheim").unseal(vault().seal(NUMBER, PLACE), PLACE)


def test_equal_numbers_have_an_equal_index_and_others_do_not():
    assert vault().index(NUMBER) == vault().index(NUMBER)
    assert vault().index(NUMBER) != vault().index("88021735493")
    assert len(vault().index(NUMBER)) == 32


def test_the_index_cannot_be_made_without_the_secret():
    assert vault().index(NUMBER) != vault(b"ander geheim").index(NUMBER)


def test_the_keys_for_sealing_and_for_the_index_differ():
    opened = vault()
    assert opened._index_key not in (b"", b"geheim van de proef")
    other = Vault()
    other.open_with(b"geheim van de proef")
    assert opened.index("") == other.index("")


def test_a_closed_vault_seals_and_opens_nothing():
    with pytest.raises(AssertionError, match="no key yet"):
        Vault().seal(NUMBER, PLACE)
    with pytest.raises(AssertionError, match="no key yet"):
        Vault().unseal(b"0" * 40, PLACE)


def test_the_number_of_a_client_is_sealed_for_that_client(monkeypatch):
    monkeypatch.setattr("workflow.models.client.vault", vault())
    who, other = client(), client()
    who.national_number = NUMBER
    assert who.national_number == NUMBER
    assert who.number_index == vault().index(NUMBER)
    other.sealed_number = who.sealed_number
    with pytest.raises(InvalidTag):
        _ = other.national_number


def test_the_office_has_one_vault():
    assert isinstance(sealing.vault, Vault)
