"""The QR code on a letter: it leads to the page that checks this letter, and a scanner reads it."""

import io

import pytest
import zxingcpp
from PIL import Image

from letters import qr

CHECK = {"adres": "https://handreiking.example/controle", "code": "ABCD-EFGH-JKMN"}
ADDRESS = "https://handreiking.example/controle?code=ABCD-EFGH-JKMN"


def _read(picture):
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


def test_a_scanner_reads_the_address_of_the_page_that_checks_the_letter():
    assert qr.address_of(CHECK) == ADDRESS
    assert _read(Image.open(io.BytesIO(qr.png(ADDRESS)))) == ADDRESS


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/controle?code=ABCD-EFGH-JKMN", "https://e.be/" + "x" * 200])
def test_a_short_and_a_long_address_are_read_too(address):
    assert _read(Image.open(io.BytesIO(qr.png(address)))) == address


def test_a_damaged_code_is_still_read():
    picture = Image.open(io.BytesIO(qr.png(ADDRESS))).convert("L")
    picture.paste(255, (60, 60, 80, 80))
    assert _read(picture) == ADDRESS
