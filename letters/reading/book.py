"""Makes a reading bundle: opening page, dividers, letters and pieces, with the reader's name on every page.

Everything is written out as it comes. How many pages there are is known only at the end, so every
page refers to a stamp that is written last.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import IO

import pikepdf

from letters.post.growing import GrowingPdf
from letters.post.overlay import STAMP_WIDTH, Stamp, stamps
from letters.reading import sheets
from letters.reading.papers import UNREADABLE, NotShown, pages_of
from letters.reading.plan import Paper, Plan, Point
from letters.store import store
from letters.typesetting.document import Document

_PRINTED = 4
"""The flag of a link that belongs to its page on paper too."""

Told = Callable[[int], None]
"""Is told how many things are done."""


@dataclass(frozen=True)
class _Place:
    """Where a stamp comes: its number in the file, what stands on it, and how large the page is as it is seen."""

    number: int
    label: str
    matrix: tuple[float, ...]
    height: float


def make(plan: Plan, out: IO[bytes], told: Told) -> int:
    """Write a bundle; return its number of pages."""
    book = _Book(plan, out, told)
    front = sheets.pages(sheets.opening(plan, [0] * len(plan.points)))
    begins = [front + book.point(point) for point in plan.points]
    book.open_with(sheets.opening(plan, begins))
    book.close()
    return len(book.places)


class _Book:
    """A bundle in the making; `places` are the stamps in the order of the pages."""

    def __init__(self, plan: Plan, out: IO[bytes], told: Told) -> None:
        self.plan, self.told, self.done = plan, told, 0
        self.pdf = GrowingPdf(out)
        self.places: list[_Place] = []

    def point(self, point: Point) -> int:
        """Add a point with its papers; return the page on which it begins, the first one being 1."""
        begins = len(self.places) + 1
        with self._sheet(sheets.divider(point)) as pages:
            self._add(0, point.title, point.title, pages)
        self._tick()
        for paper in point.papers:
            self._paper(paper, point)
            self._tick()
        return begins

    def _sheet(self, document: Document) -> AbstractContextManager[pikepdf.Pdf]:
        """Draw a sheet of the bundle itself."""
        return pages_of("pdf", sheets.pdf(document, self.plan), self.plan.made_at)

    def _tick(self) -> None:
        self.done += 1
        self.told(self.done)

    def _paper(self, paper: Paper, point: Point) -> None:
        """Add a paper, or a note that says why it is not there."""
        label = f"{point.title.partition(':')[0]} · {paper.label}"
        try:
            with pages_of(paper.kind, store.get(paper.sha256), self.plan.made_at) as pages:
                self._add(1, paper.label, label, pages)
            return
        except NotShown:
            said = self.plan.words.word_file
        except UNREADABLE:
            said = self.plan.words.word_file if paper.kind == "docx" else self.plan.words.unreadable
        with self._sheet(sheets.note(paper.label, said)) as pages:
            self._add(1, paper.label, label, pages)

    def _add(self, level: int, bookmark: str, label: str, pages: pikepdf.Pdf) -> None:
        numbers, places = self._written(label, pages)
        self.pdf.bookmark(level, bookmark, numbers[0])
        self.pdf.pages += numbers
        self.places += places

    def _written(
        self, label: str, pages: pikepdf.Pdf, elsewhere: Mapping[int, int] | None = None
    ) -> tuple[list[int], list[_Place]]:
        """Write pages, each with a place for its stamp; `elsewhere` are the pages of the bundle to which they lead."""
        known, places = dict(elsewhere or {}), []
        for page in list(pages.pages):
            number = self.pdf.number()
            places.append(_place(page, number, label))
            known[_hung(pages, page, number)] = number
        return self.pdf.copy(pages, known), places

    def open_with(self, document: Document) -> None:
        """Put the opening page in front; who taps a point on it comes to that point."""
        points = [page for level, _title, page in self.pdf.bookmarks if level == 0]
        titles = [point.title for point in self.plan.points]
        with self._sheet(document) as pages:
            led: dict[int, int] = {}
            for page, rows in zip(pages.pages, sheets.agenda_rows(document), strict=True):
                led |= _leading(pages, page, rows, points, titles)
            numbers, places = self._written(self.plan.title, pages, led)
        self.pdf.bookmarks.insert(0, (0, self.plan.title, numbers[0]))
        self.pdf.pages[:0], self.places[:0] = numbers, places

    def close(self) -> None:
        """Draw the stamps, now that the pages are counted, and close the file."""
        total = len(self.places)
        asked = [Stamp(place.label, f"{number} / {total}", place.height) for number, place in enumerate(self.places, 1)]
        with pikepdf.open(io.BytesIO(stamps(asked, self.plan.mark))) as drawn:
            numbers = {}
            for page, place in zip(drawn.pages, self.places, strict=True):
                form = page.Contents
                form.Type, form.Subtype, form.Resources = pikepdf.Name.XObject, pikepdf.Name.Form, page.Resources
                form.BBox = pikepdf.Array([0, 0, STAMP_WIDTH, round(place.height, 2)])
                form.Matrix = pikepdf.Array([round(each, 4) for each in place.matrix])
                numbers[form.objgen[0]] = place.number
            self.pdf.place(drawn, numbers)
        self.pdf.close(self.plan.title)
        self._tick()


def _leading(
    pages: pikepdf.Pdf,
    page: pikepdf.Page,
    rows: Mapping[int, tuple[float, float]],
    points: Sequence[int],
    titles: Sequence[str],
) -> dict[int, int]:
    """Let every row of the agenda lead to its point; return which page stands for what leads there."""
    led, links = {}, pikepdf.Array()
    left, right = sheets.PAGE.left, sheets.PAGE.width - sheets.PAGE.right
    for row, (top, bottom) in rows.items():
        there = pages.make_indirect(pikepdf.Dictionary(Punt=row))
        led[there.objgen[0]] = points[row]
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=pikepdf.Array([left, round(bottom, 2), right, round(top, 2)]),
            Border=pikepdf.Array([0, 0, 0]),
            F=_PRINTED,
            Contents=pikepdf.String(titles[row]),
            Dest=pikepdf.Array([there, pikepdf.Name.Fit]),
        )
        links.append(link)
    page.obj.Annots = links
    return led


def _place(page: pikepdf.Page, number: int, label: str) -> _Place:
    """Work out how a stamp lies on a page, upright as the page is seen, and as wide."""
    left, bottom, right, top = _seen(page)
    turn = int(page.obj.get("/Rotate", 0)) % 360
    wide, high = (right - left, top - bottom) if turn in (0, 180) else (top - bottom, right - left)
    s = wide / STAMP_WIDTH
    matrix = {
        90: (0, s, -s, 0, right, bottom),
        180: (-s, 0, 0, -s, right, top),
        270: (0, -s, s, 0, left, top),
    }.get(turn, (s, 0, 0, s, left, bottom))
    return _Place(number, label, matrix, high / s)


def _seen(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Return the part of a page that is seen: what is cut off does not count, nor what lies outside the paper."""
    crop, paper = ([float(side) for side in box] for box in (page.cropbox, page.mediabox))
    low = (max(min(crop[i], crop[i + 2]), min(paper[i], paper[i + 2])) for i in (0, 1))
    high = (min(max(crop[i], crop[i + 2]), max(paper[i], paper[i + 2])) for i in (0, 1))
    return (*low, *high)  # type: ignore[return-value]


def _hung(pages: pikepdf.Pdf, page: pikepdf.Page, number: int) -> int:
    """Let a page show its stamp above all that it shows; return the number, in this file, of what stands for it."""
    stamp = pages.make_indirect(pikepdf.Dictionary(Stempel=number))
    resources = dict(page.obj.get("/Resources", pikepdf.Dictionary()).items())
    pictures = dict(resources.get("/XObject", pikepdf.Dictionary()).items())
    resources["/XObject"] = pikepdf.Dictionary(pictures | {f"/Stempel{number}": stamp})
    page.obj.Resources = pikepdf.Dictionary(resources)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\nQ q /Stempel{number} Do Q".encode())
    return int(stamp.objgen[0])
