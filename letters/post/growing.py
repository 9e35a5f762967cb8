"""A PDF that is written as it grows: its objects go out at once, only their places are remembered.

Each document is written out before the next one is opened, so hundreds of them take no more
memory than the largest.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import IO

import pikepdf

LANGUAGE = "nl-BE"
_CATALOG, _PAGES, _INFO, _OUTLINE = 1, 2, 3, 4
_REFERENCE = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|\b(\d+) 0 R\b", re.DOTALL)
"""A reference to another object; texts, which may look like one, are passed over."""

_FREE = b"0000000000 65535 f \n"


class GrowingPdf:
    """A PDF in the making: `pages` are the numbers of its pages in their order, which may still change."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out
        self.places: dict[int, int] = {}
        self.following = _OUTLINE + 1
        self.pages: list[int] = []
        self.bookmarks: list[tuple[int, str, int]] = []
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def number(self) -> int:
        """Give the number of the next object."""
        self.following += 1
        return self.following - 1

    def put(self, number: int, body: bytes) -> None:
        """Write one object."""
        self.places[number] = self.out.tell()
        self.out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def blank(self, width: float, height: float) -> int:
        """Write an empty page; return its number."""
        page = self.number()
        words = f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {width:g} {height:g}] >>"
        self.put(page, words.encode())
        return page

    def bookmark(self, level: int, title: str, page: int) -> None:
        """Let a bookmark lead to a page; one of level 1 stands under the last one of level 0."""
        self.bookmarks.append((level, title, page))

    def copy(self, pdf: pikepdf.Pdf, known: Mapping[int, int] | None = None) -> list[int]:
        """Write every object of a PDF; return the numbers of its pages.

        An object in `known`, by its number there, is written later under the number it is given.
        What cannot be read raises before anything is written.
        """
        written = {each.objgen[0] for each in (pdf.Root, pdf.Root.Pages)} | set(known or ())
        numbers = {old.objgen[0]: self.number() for old in pdf.objects if old.objgen[0] not in written}
        numbers |= {pdf.Root.Pages.objgen[0]: _PAGES, **(known or {})}
        for number, body in list(_bodies(pdf, numbers, written)):
            self.put(number, body)
        return [numbers[page.objgen[0]] for page in pdf.pages]

    def place(self, pdf: pikepdf.Pdf, streams: Mapping[int, int]) -> None:
        """Write the objects of a PDF without its pages; `streams` says under which number some of them are known."""
        left_out = {each.objgen[0] for each in (pdf.Root, pdf.Root.Pages, *pdf.pages)}
        kept = [old.objgen[0] for old in pdf.objects if old.objgen[0] not in left_out]
        numbers = {old: streams[old] if old in streams else self.number() for old in kept}
        for number, body in _bodies(pdf, numbers, left_out):
            self.put(number, body)

    def close(self, title: str) -> None:
        """Write what holds the pages together: bookmarks, title, and where every object stands."""
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.put(_PAGES, f"<< /Type /Pages /Count {len(self.pages)} /Kids [ {kids} ] >>".encode())
        self._outline()
        self.put(_INFO, f"<< /Title {_text(title)} >>".encode())
        self.put(
            _CATALOG,
            f"<< /Type /Catalog /Pages {_PAGES} 0 R /Outlines {_OUTLINE} 0 R /PageMode /UseOutlines"
            f" /Lang ({LANGUAGE}) /ViewerPreferences << /DisplayDocTitle true >> >>".encode(),
        )
        start = self.out.tell()
        self.out.write(b"xref\n0 %d\n%s" % (self.following, _FREE))
        for number in range(1, self.following):
            self.out.write(b"%010d 00000 n \n" % self.places[number] if number in self.places else _FREE)
        trailer = f"trailer << /Size {self.following} /Root {_CATALOG} 0 R /Info {_INFO} 0 R >>"
        self.out.write(f"{trailer}\nstartxref\n{start}\n%%EOF\n".encode())

    def _outline(self) -> None:
        """Write the bookmarks; those of level 1 are shut away under theirs."""
        numbers = [self.number() for _ in self.bookmarks]
        families: dict[int, list[int]] = {_OUTLINE: []}
        above = _OUTLINE
        for number, (level, _title, _page) in zip(numbers, self.bookmarks, strict=True):
            if level == 0:
                above = number
            families.setdefault(above if level else _OUTLINE, []).append(number)
        self.put(_OUTLINE, f"<< /Type /Outlines{_kin(families[_OUTLINE], open_=True)} >>".encode())
        parents = {kid: parent for parent, kids in families.items() for kid in kids}
        for number, (_level, title, page) in zip(numbers, self.bookmarks, strict=True):
            near = _neighbours(number, families[parents[number]]) + _kin(families.get(number, []))
            words = f"<< /Title {_text(title)} /Parent {parents[number]} 0 R /Dest [ {page} 0 R /Fit ]{near} >>"
            self.put(number, words.encode())


def _bodies(pdf: pikepdf.Pdf, numbers: Mapping[int, int], left_out: Collection[int]) -> Iterator[tuple[int, bytes]]:
    """Yield every object of a PDF as it is written in another one, under its number there."""

    def renumbered(found: re.Match[bytes]) -> bytes:
        """Write a reference with the number its object has here."""
        if found[1] is None:
            return found[0]
        new = numbers.get(int(found[1]))
        return b"null" if new is None else b"%d 0 R" % new  # what is not there is nothing

    for old in pdf.objects:
        if old.objgen[0] in left_out:
            continue
        stream = old.read_raw_bytes() if isinstance(old, pikepdf.Stream) else None
        body = old if stream is None else _measured(old, stream)
        words = _REFERENCE.sub(renumbered, body.unparse(resolved=True))
        if stream is not None:
            words += b"\nstream\n" + stream + b"\nendstream"
        yield numbers[old.objgen[0]], words


def _measured(stream: pikepdf.Stream, data: bytes) -> pikepdf.Dictionary:
    """Return what a stream says of itself, with the length it has: one that was made here does not say it yet."""
    return pikepdf.Dictionary(dict(stream.stream_dict.items()) | {"/Length": len(data)})


def _kin(kids: list[int], open_: bool = False) -> str:
    """Name the first and the last bookmark under another one, and how many are seen at first."""
    if not kids:
        return " /Count 0" * open_
    return f" /Count {len(kids) if open_ else -len(kids)} /First {kids[0]} 0 R /Last {kids[-1]} 0 R"


def _neighbours(number: int, family: list[int]) -> str:
    here = family.index(number)
    before = f" /Prev {family[here - 1]} 0 R" if here else ""
    return before + (f" /Next {family[here + 1]} 0 R" if here + 1 < len(family) else "")


def _text(words: str) -> str:
    return "<FEFF" + words.encode("utf-16-be").hex().upper() + ">"
