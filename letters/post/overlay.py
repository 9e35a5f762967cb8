"""What is drawn over the pages of others: the window of an envelope on a proof sheet, the stamp of a reader."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import atan2, degrees, hypot

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from letters.post.bundle import strip
from letters.post.envelope import A4, POINT, Envelope, Zone
from letters.typesetting.typeface import FONTS

SURE, POSSIBLE, WORDS = HexColor("#1a7f37"), HexColor("#b3261e"), HexColor("#022064")
_LINE = 4.6
"""Millimetres between two lines of the words."""

_BELOW = 108.0
"""Where the words begin: under every window, in millimetres from the top."""

STAMP_WIDTH = 595.0
"""Points: how wide a stamp is drawn; it is made as wide as the page it comes on."""

_GREY = HexColor("#5b6570")
_SMALL, _SIDE, _LOW = 7.0, 18.0, 8.0
"""Points: the words of the line under a page, and how far they stand from its sides."""


def proof(letter: bytes, envelope: Envelope, title: str, words: Iterable[str]) -> bytes:
    """Draw the window of an envelope over the first page of a letter, with words beside it.

    The full line is what shows in any case, the dashed line what can show when the letter
    slides. The words come translated from the counter.
    """
    with pikepdf.open(io.BytesIO(letter)) as whole, pikepdf.new() as sheet:
        strip(whole)
        sheet.pages.append(whole.pages[0])
        with pikepdf.open(io.BytesIO(_drawing(envelope, words))) as drawn:
            sheet.pages[0].add_overlay(drawn.pages[0])
        sheet.docinfo["/Title"] = title
        sheet.Root.Lang = pikepdf.String("nl-BE")
        sheet.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        out = io.BytesIO()
        sheet.save(out)
    return out.getvalue()


def _drawing(envelope: Envelope, words: Iterable[str]) -> bytes:
    out = io.BytesIO()
    regular, bold = _face("LiberationSans-Regular"), _face("LiberationSans-Bold")
    canvas = Canvas(out, pagesize=(A4[0] / POINT, A4[1] / POINT), initialFontName=regular)
    for zone, color, dash in ((envelope.possible, POSSIBLE, (3, 2)), (envelope.sure, SURE, ())):
        canvas.setStrokeColor(color)
        canvas.setLineWidth(1.2)
        canvas.setDash(*dash)
        canvas.rect(*_box(zone))
    canvas.setDash()
    canvas.setStrokeColor(WORDS)
    for fold in range(1, envelope.folds):
        down = (A4[1] - A4[1] * fold / envelope.folds) / POINT
        canvas.line(0, down, 6 / POINT, down)
    _say(canvas, list(words), regular, bold)
    canvas.save()
    return out.getvalue()


@cache
def _face(name: str) -> str:
    """Open a typeface of the house for drawing, once."""
    pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    return name


def _say(canvas: Canvas, words: list[str], regular: str, bold: str) -> None:
    """Write the words on a white plate, the first line bold."""
    high = (len(words) * _LINE + 3) / POINT
    top = (A4[1] - _BELOW) / POINT
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.rect(20 / POINT, top - high, 170 / POINT, high, fill=1)
    canvas.setFillColor(WORDS)
    for i, line in enumerate(words):
        canvas.setFont(regular if i else bold, 9.5)
        canvas.drawString(24 / POINT, top - (i + 1) * _LINE / POINT, line)


def _box(zone: Zone) -> tuple[float, float, float, float]:
    bottom = A4[1] - zone.bottom
    lengths = (zone.left, bottom, zone.right - zone.left, zone.bottom - zone.top)
    left, low, width, height = (length / POINT for length in lengths)
    return left, low, width, height


@dataclass(frozen=True)
class Stamp:
    """What a page of a bundle carries: what it belongs to, its number, and how high it is, in points."""

    label: str
    number: str
    height: float


def stamps(asked: Sequence[Stamp], mark: str) -> bytes:
    """Draw a page for every stamp: the mark of the reader slantwise, light enough to read through, and a line below."""
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0, initialFontName=_face("LiberationSans-Regular"))
    for stamp in asked:
        canvas.setPageSize((STAMP_WIDTH, stamp.height))
        _slantwise(canvas, mark, stamp.height)
        _line_below(canvas, stamp, mark)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _slantwise(canvas: Canvas, mark: str, height: float) -> None:
    face = _face("LiberationSans-Bold")
    size = min(0.8 * hypot(STAMP_WIDTH, height) / pdfmetrics.stringWidth(mark, face, 1.0), 34.0)
    canvas.saveState()
    canvas.setFillColor(_GREY, alpha=0.13)
    canvas.setFont(face, size)
    canvas.translate(STAMP_WIDTH / 2, height / 2)
    canvas.rotate(degrees(atan2(height, STAMP_WIDTH)))
    canvas.drawCentredString(0, -size / 3, mark)
    canvas.restoreState()


def _line_below(canvas: Canvas, stamp: Stamp, mark: str) -> None:
    """Write whose page it is, what it belongs to and its number, on a veil that keeps them readable on a photo."""
    face = _face("LiberationSans-Regular")
    canvas.setFillColor(HexColor("#ffffff"), alpha=0.8)
    canvas.rect(0, _LOW - 4, STAMP_WIDTH, _SMALL + 6, stroke=0, fill=1)
    canvas.setFillColor(_GREY, alpha=1)
    canvas.setFont(face, _SMALL)
    canvas.drawString(_SIDE, _LOW, mark)
    canvas.drawRightString(STAMP_WIDTH - _SIDE, _LOW, stamp.number)
    begin = 2 * _SIDE + pdfmetrics.stringWidth(mark, face, _SMALL)
    room = STAMP_WIDTH - begin - 2 * _SIDE - pdfmetrics.stringWidth(stamp.number, face, _SMALL)
    canvas.drawString(begin, _LOW, _fitting(stamp.label, face, room))


def _fitting(words: str, face: str, room: float) -> str:
    """Cut words short that are wider than there is room."""
    if pdfmetrics.stringWidth(words, face, _SMALL) <= room:
        return words
    while words and pdfmetrics.stringWidth(f"{words}…", face, _SMALL) > room:
        words = words[:-1]
    return f"{words}…"
