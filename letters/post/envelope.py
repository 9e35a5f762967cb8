"""Window envelopes: how a letter lies in them, and which part of its first page shows. Lengths in millimetres.

The sizes are those of ISO 269. The windows are not standardised in Belgium: the carrier asks
at least 40 mm free above the window, 30 mm under it and 15 mm to its right, and nothing in it
but the address. The windows below keep to that; every maker cuts his own, so each office
measures one of its envelopes first ("te bevestigen").
"""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache

from letters.compose import BODY
from letters.typesetting import reader
from letters.typesetting.document import Document
from letters.typesetting.typeset import Setter
from workflow.wording import N_

A4 = (210.0, 297.0)
POINT = 25.4 / 72
TWIPS = 1440 / 25.4


@dataclass(frozen=True)
class Zone:
    """A rectangle, from its upper left corner; measured from the upper left corner of what it lies on."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Zone") -> bool:
        """Say whether another rectangle lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def touches(self, other: "Zone") -> bool:
        """Say whether another rectangle shares a part with this one."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Envelope:
    """An envelope: its size, its window, in how many parts an A4 is folded, where the address stands on the letter.

    `size` and `window` (width and height) are seen from the front; `from_right` and `from_top`
    say where the window is. `address` is the upper left corner of the address on the page.
    `to_confirm` says that the window was not measured on an envelope of the office.
    """

    key: str
    title: str
    size: tuple[float, float]
    window: tuple[float, float]
    from_right: float
    from_top: float
    folds: int
    address: tuple[float, float]
    to_confirm: bool = True

    @property
    def play(self) -> tuple[float, float]:
        """How far the folded letter can slide: to the right, and down."""
        return self.size[0] - A4[0], self.size[1] - A4[1] / self.folds

    @property
    def sure(self) -> Zone:
        """The part of the page that shows wherever the letter slid: the address must lie in it."""
        left, top = self.size[0] - self.from_right - self.window[0], self.from_top
        across, down = self.play
        return Zone(left, top, left + self.window[0] - across, top + self.window[1] - down)

    @property
    def possible(self) -> Zone:
        """The part of the page that can show: nothing but the address may lie in it."""
        left, top = self.size[0] - self.from_right - self.window[0], self.from_top
        across, down = self.play
        return Zone(left - across, top - down, left + self.window[0], top + self.window[1])


ENVELOPES = {
    envelope.key: envelope
    for envelope in (
        # ISO 269: 110 x 220. A4 in three. Window: 40 above, 30 under, as the carrier asks.
        Envelope("dl", N_("DL"), (220, 110), (100, 40), 20, 40, 3, (110, 43)),
        # ISO 269 (C6/C5): 114 x 229. A4 in three. Window: 44 above, 30 under.
        Envelope("c5_6", N_("C5/6 (Amerikaans formaat)"), (229, 114), (100, 40), 20, 44, 3, (110, 45)),
        # ISO 269: 162 x 229. A4 in two. Window: 44 above, 78 under, where the letterhead has its address.
        Envelope("c5", N_("C5"), (229, 162), (100, 40), 20, 44, 2, (110, 45)),
    )
}


@dataclass(frozen=True)
class Fit:
    """How a letter lies behind a window: where its address stands, what of it is covered, what else can show."""

    address: Zone | None
    covered: bool
    showing: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether the whole address shows and nothing else can."""
        return self.address is not None and not self.covered and not self.showing


def fit(docx: bytes, envelope: Envelope) -> Fit:
    """Look how the first page of a letter lies behind the window of an envelope."""
    address, others = _on_first_page(reader.read(docx))
    if not address:
        return Fit(None, True, ())
    around = Zone(
        min(zone.left for _, zone in address),
        min(zone.top for _, zone in address),
        max(zone.right for _, zone in address),
        max(zone.bottom for _, zone in address),
    )
    showing = tuple(words for words, zone in others if envelope.possible.touches(zone))
    return Fit(around, not envelope.sure.holds(around), showing)


def _on_first_page(document: Document) -> tuple[list[tuple[str, Zone]], list[tuple[str, Zone]]]:
    """Return the lines of the address and the other lines of the first page, each with its place."""
    address: list[tuple[str, Zone]] = []
    others: list[tuple[str, Zone]] = []
    middle = document.page.width / 2
    for placed in Setter(document).run().sheets[0].lines:
        pieces = placed.line.pieces
        words = "".join(piece.text for piece in pieces).strip()
        right, bottom = placed.x + placed.line.width, placed.top + placed.line.height
        zone = Zone(*(length * POINT for length in (placed.x, placed.top, right, bottom)))
        if words:
            frame = pieces[0].look.frame
            (address if frame and frame[0] > middle else others).append((words, zone))
    return address, others


_FRAME = re.compile(r'(<w:framePr [^>]*w:x=")(\d+)(" w:y=")(\d+)(")')


@lru_cache(maxsize=64)
@lru_cache(maxsize=64)
def fitted(template: bytes, key: str) -> bytes:
    """Move the address of a Word template to where the window of an envelope shows it.

    The sender stands to its left and moves down or up with it, so that both begin on one line.
    """
    x, y = (round(length * TWIPS) for length in ENVELOPES[key].address)
    middle = A4[0] / 2 * TWIPS

    def moved(found: re.Match[str]) -> str:
        """Move a frame: that of the address across and down, that of the sender down."""
        across = str(x) if int(found[2]) > middle else found[2]
        return f"{found[1]}{across}{found[3]}{y}{found[5]}"

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for member in package.infolist():
            content = package.read(member)
            if member.filename == BODY:
                content = _FRAME.sub(moved, content.decode()).encode()
            made.writestr(member, content)
    return out.getvalue()
