"""The QR code on a letter: who scans it comes to the page where the letter can be checked."""

import io
from typing import Any

import zxingcpp
from PIL import Image

_DOTS = 4
"""How many dots of the picture make one module of the code."""


def address_of(check: dict[str, str]) -> str:
    """Return the address of the page that checks one letter."""
    return f"{check['adres']}?code={check['code']}"


def png(address: str) -> bytes:
    """Draw an address as a QR code, in black and white; a seventh of it may be damaged (level M)."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn: Any = code.to_image(scale=_DOTS, add_quiet_zones=True)
    height, width = drawn.shape
    out = io.BytesIO()
    Image.frombytes("L", (width, height), bytes(drawn)).convert("1", dither=Image.Dither.NONE).save(out, "png")
    return out.getvalue()
