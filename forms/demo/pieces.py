"""What lies in the files of the demonstration office besides letters: scans, drawn here and not legible."""

import struct
import zlib
from functools import cache

from forms.actions import perform
from forms.demo.story import Story
from letters.store import store
from workflow.moment import Actor
from workflow.roles import Role

WIDTH, HEIGHT, LINE = 420, 594, 22
"""A sheet of A4 at fifty dots an inch, ruled every 22 dots."""

WHITE, INK, RULE = b"\xf7", b"\x55", b"\xb4"


def add_list(story: Story, who: Actor, title: str) -> None:
    """The one who reports adds the list on which the first absence stands, and shares it."""
    piece = _kept(title, "aanwezigheidslijst.png", columns=(150, 210, 270, 330)) | {"proves": 1}
    perform(story.case, "voeg_stuk_toe", who, story.now(), fields={"new_piece": piece | {"shared": True}}, shared=True)


def add_proof(story: Story, letter: str) -> None:
    """The post room adds the receipt of a registered letter."""
    piece = _kept("Afgiftebewijs", "afgiftebewijs.png", columns=(300,))
    clerk = story.actor(Role.CLERK)
    perform(story.letter(letter), "voeg_bewijs_toe", clerk, story.now(), fields={"proof": piece | {"shared": False}})


def _kept(title: str, name: str, columns: tuple[int, ...]) -> dict[str, str | int]:
    content = _scan(columns)
    return {"title": title, "name": name, "kind": "png", "size": len(content), "sha256": store.put(content)}


@cache
def _scan(columns: tuple[int, ...]) -> bytes:
    """Draw a ruled form with lines of writing, as a grey PNG."""
    rows = b"".join(b"\0" + _row(y, columns) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _row(y: int, columns: tuple[int, ...]) -> bytes:
    number, within = divmod(y, LINE)
    if not 2 <= number < HEIGHT // LINE - 2 or within == 0:
        return RULE * WIDTH if within == 0 and number >= 2 else WHITE * WIDTH
    row = bytearray(WHITE * WIDTH)
    if 8 <= within <= 13:
        written = 60 + number * 37 % 50
        row[30 : 30 + written] = INK * written
        for place in columns:
            if (number + place) % 7:
                row[place + 20 : place + 32] = INK * 12
    for place in columns:
        row[place : place + 1] = RULE
    return bytes(row)
