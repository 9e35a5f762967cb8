"""What a browser sends for the steps every kind of file has: a piece that is added or taken out."""

from io import BytesIO

from letters.store import store
from tests.letters.pieces import picture


def scan():
    """A small picture, as somebody chooses it."""
    return BytesIO(picture()), "scan.png"


def a_scan(file):
    return {"upload": scan()}


def a_piece(file):
    return a_piece_of(file, "mw")


def a_piece_of(file, login):
    content = picture(b"\x80")
    said = {"name": "attest.png", "kind": "png", "size": len(content), "sha256": store.put(content), "shared": True}
    file.take("voeg_stuk_toe", login, new_piece={"title": "Attest"} | said)
    return {"piece": file.case.attachments[0].id}
