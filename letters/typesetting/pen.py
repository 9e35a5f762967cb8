"""Draws the lines of a page: what is seen stands where it belongs, what is said stands in reading order."""

from functools import lru_cache

from letters.typesetting import embedding, pictures, typeface
from letters.typesetting.embedding import Embedding
from letters.typesetting.pieces import Piece
from letters.typesetting.shaping import JOINERS, Glyph, Stretch
from letters.typesetting.sheet import Box, Placed, seen
from letters.typesetting.structure import Element, Tree, text
from letters.typesetting.tagged import TaggedPdf, stream
from letters.typesetting.typeface import Face

_ESCAPED = ((b"\\", b"\\\\"), (b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r"))


@lru_cache(maxsize=8192)
def _string(face: Face, glyphs: str) -> bytes:
    """Write glyphs as a string of PDF."""
    out = glyphs.encode("utf-16-be")
    for sign, escaped in _ESCAPED:
        out = out.replace(sign, escaped)
    return b"(" + out + b")"


@lru_cache(maxsize=64)
def _color(color: str, operator: str) -> bytes:
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return f"{red:.3g} {green:.3g} {blue:.3g} {operator}".encode()


class Pen:
    """Draws page after page of a tagged PDF; `height` is that of the paper."""

    def __init__(self, pdf: TaggedPdf, tree: Tree, fonts: Embedding, height: float) -> None:
        self.pdf, self.tree, self.fonts, self.height = pdf, tree, fonts, height
        self.code: list[bytes] = []
        self.pictures: dict[bytes, tuple[str, str]] = {}
        self._state: tuple[str, float, str] | None = None

    def close_page(self) -> None:
        """Close the page and begin the next."""
        self.pdf.close_page(b"\n".join(self.code) + b"\n")
        self.code, self._state = [], None

    def edges(self, box: Box) -> tuple[float, float, float, float]:
        """Return a rectangle as PDF measures it, from the foot of the page."""
        return (box.x, self.height - box.top - box.height, box.x + box.width, self.height - box.top)

    def shade(self, box: Box, color: str) -> None:
        """Fill a rectangle."""
        left, bottom, _, _ = self.edges(box)
        self.code.append(b"%s %.2f %.2f %.2f %.2f re f" % (_color(color, "rg"), left, bottom, box.width, box.height))

    def border(self, box: Box, color: str) -> None:
        """Draw a rectangle."""
        left, bottom, _, _ = self.edges(box)
        self.code.append(
            b"%s 0.5 w %.2f %.2f %.2f %.2f re S" % (_color(color, "RG"), left, bottom, box.width, box.height)
        )

    def decoration(self) -> None:
        """Begin what is no part of the letter itself."""
        self.code.append(b"/Artifact BMC")

    def end(self) -> None:
        """End what was begun."""
        self.code.append(b"EMC")

    def line(self, placed: Placed) -> None:
        """Draw a line as content of its paragraph; a picture in it is content of its own."""
        owner, pieces = placed.owner, placed.line.pieces
        if owner is None:
            self.decoration()
            self.text(placed)
            self.end()
        elif pieces:
            element = self.tree.label(owner) if placed.label else self.tree.element(owner)
            self._begin(element)
            self.text(placed, element)
            self.end()

    def _begin(self, element: Element) -> None:
        self.code.append(b"/%s << /MCID %d >> BDC" % (element.kind.encode(), self.pdf.mark(element)))

    def text(self, placed: Placed, element: Element | None = None) -> None:
        """Draw the pieces of a line, each where it is seen, in the order in which they are read."""
        code, y = self.code, self.height - placed.top - placed.line.base
        lines: list[bytes] = []
        code.append(b"BT")
        for piece, stretch, x, width in seen(placed):
            if piece.image:
                code.append(b"ET")
                self._picture(piece, x, y, placed, element)
                code.append(b"BT")
                continue
            if stretch:
                self._stretch(piece, stretch, x, y, placed.extra)
            else:
                self._plain(piece, x, y, placed.extra)
            if piece.look.underline:
                color = _color(piece.look.color, "rg")
                lines.append(b"%s %.2f %.2f %.2f 0.6 re f" % (color, x, y - 1.5, width))
        code.append(b"ET")
        if lines:
            self.code += lines
            self._state = None

    def _set(self, face: Face, piece: Piece) -> None:
        """Choose face, size and colour, when they are not so already."""
        state = (face.name, piece.look.size, piece.look.color)
        if state != self._state:
            self._state = state
            name = embedding.name(face).encode()
            self.code.append(b"%s %s %g Tf" % (_color(piece.look.color, "rg"), name, piece.look.size))

    def _plain(self, piece: Piece, x: float, y: float, extra: float) -> None:
        face = typeface.of(piece.look)
        self._set(face, piece)
        glyphs = piece.text.translate(face.glyphs)
        self.fonts.plain(face, glyphs)
        if extra and " " in piece.text:
            wider, space = b" %.2f " % (-extra * 1000 / piece.look.size), face.glyphs[ord(" ")]
            *words, last = glyphs.split(space)
            shown = wider.join(_string(face, part) for part in [*(word + space for word in words), last])
            self.code.append(b"1 0 0 1 %.2f %.2f Tm [ %s ] TJ" % (x, y, shown))
        else:
            self.code.append(b"1 0 0 1 %.2f %.2f Tm %s Tj" % (x, y, _string(face, glyphs)))

    def _stretch(self, piece: Piece, stretch: Stretch, x: float, y: float, extra: float) -> None:
        """Draw shaped glyphs character by character as they are read; from right to left that is leftwards."""
        face, size = stretch.face, piece.look.size
        clusters: dict[int, list[tuple[float, Glyph]]] = {}
        for glyph in stretch.glyphs:
            clusters.setdefault(glyph.cluster, []).append((x, glyph))
            x += glyph.advance * size + (extra if glyph.text == " " else 0.0)
        whole = "".join(clusters[place][0][1].text for place in sorted(clusters)) != stretch.text
        if whole:
            self._say(stretch.text)
        if clusters:
            self._set(face, piece)
        for place in sorted(clusters):
            self._cluster(face, size, y, clusters[place], whole)
        if whole:
            self.end()

    def _cluster(self, face: Face, size: float, y: float, placed: list[tuple[float, Glyph]], said: bool) -> None:
        """Draw the glyphs of a character, and say it where they do not say it themselves."""
        words = placed[0][1].text
        drawn = words.strip(JOINERS) or words
        known = [self.fonts.shaped(face, glyph, drawn) for _, glyph in placed]
        before, _, after = words.partition(drawn)
        self._joiner("" if said else before)
        aloud = not said and not (len(known) == 1 and known[0])
        if aloud:
            self._say(drawn)
        for x, glyph in placed:
            at = (x + glyph.dx * size, y + glyph.dy * size, glyph.number)
            self.code.append(b"1 0 0 1 %.2f %.2f Tm <%04X> Tj" % at)
        if aloud:
            self.end()
        self._joiner("" if said else after)

    def _joiner(self, words: str) -> None:
        """Say what joins or parts letters: it has no glyph of its own."""
        if words:
            self._say(words)
            self.end()

    def _say(self, words: str) -> None:
        """Say what the glyphs drawn next mean, for who copies or hears the text."""
        self.code.append(f"/Span << /ActualText {text(words)} >> BDC".encode())

    def _picture(self, piece: Piece, x: float, y: float, placed: Placed, element: Element | None) -> None:
        """Draw a picture on the base line; without an element, in a header, it is decoration."""
        image = piece.image
        assert image is not None
        if image.data not in self.pictures:
            ready = pictures.prepare(image.data)
            body = stream(ready.data, f"/Type /XObject /Subtype /Image {ready.entries}", packed=True)
            self.pictures[image.data] = (f"/Im{len(self.pictures)}", self.pdf.add(body))
        name = self.pictures[image.data][0].encode()
        shown = b"q %.2f 0 0 %.2f %.2f %.2f cm %s Do Q" % (image.width, image.height, x, y, name)
        if element is None or placed.owner is None:
            self.code.append(shown)
            return
        self.end()
        box = (x, y, x + image.width, y + image.height)
        self._begin(self.tree.figure(placed.owner, image.description, box))
        self.code.append(shown)
        self.end()
        self._begin(element)
