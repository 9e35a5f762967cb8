"""A proof sheet for an envelope: the first page of a letter with the window drawn over it."""

import io
from collections.abc import Iterable
from functools import cache

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
