"""The header and footer of a letter, with the number of every page filled in."""

from collections.abc import Iterator
from dataclasses import replace

from letters.typesetting.document import PAGE, PAGES, Document, Paragraph
from letters.typesetting.lines import set_lines
from letters.typesetting.sheet import Placed, place_line


def _numbered(paragraph: Paragraph, number: int, total: int) -> Paragraph:
    if PAGE not in paragraph.text and PAGES not in paragraph.text:
        return paragraph
    runs = tuple(
        replace(run, text=run.text.replace(PAGE, str(number)).replace(PAGES, str(total))) for run in paragraph.runs
    )
    return replace(paragraph, runs=runs)


def edges(document: Document, number: int, total: int) -> Iterator[Placed]:
    """Yield the lines of the header and the footer of a page."""
    page = document.page
    width = page.width - page.left - page.right
    footer = [_numbered(paragraph, number, total) for paragraph in document.footer]
    height = sum(line.height for paragraph in footer for line in set_lines(paragraph, width))
    header = [_numbered(paragraph, number, total) for paragraph in document.header]
    for paragraphs, top in ((header, page.header), (footer, page.height - page.footer - height)):
        for paragraph in paragraphs:
            for line in set_lines(paragraph, width):
                yield place_line(line, paragraph.look, page.left, width, top, None)
                top += line.height
