"""Looks at a PDF as a person does: where words stand on the page, drawn by PDFium."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True)
class Place:
    """Where words stand: page from 1, and their box in points from the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def find(data: bytes, words: str) -> list[Place]:
    """Return every place where words stand on one line."""
    found = []
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            page = document[number].get_textpage()
            search = page.search(words, match_case=True)
            while hit := search.get_next():
                boxes = [
                    page.get_charbox(i) for i in range(hit[0], hit[0] + hit[1]) if page.get_text_range(i, 1).strip()
                ]
                lefts, bottoms, rights, tops = zip(*boxes, strict=True)
                found.append(Place(number + 1, min(lefts), min(bottoms), max(rights), max(tops)))
    return found


def page_texts(data: bytes) -> list[str]:
    """Return the words of every page as they stand on it."""
    with pypdfium2.PdfDocument(data) as document:
        return [document[i].get_textpage().get_text_range() for i in range(len(document))]


def characters(data: bytes) -> list[tuple[str, float, float]]:
    """Return every character of the first page that is seen, with its left and right edge."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        places = [(page.get_text_range(i, 1), page.get_charbox(i)) for i in range(page.count_chars())]
        return [(character, box[0], box[2]) for character, box in places if character.strip()]
