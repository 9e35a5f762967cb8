"""Joins letters into one PDF to print: a copy for the printer, in the order of a list.

The signed originals stay as they are. A signature does not survive in another file, so the
copy carries none: it shows the same pages, says in its title that it is a print copy, and
knows in its bookmarks where each letter begins. Each letter is written out before the next
one is opened, so two hundred letters take no more memory than one.
"""

import io
import re
from collections.abc import Iterable
from typing import IO

import pikepdf

LANGUAGE = "nl-BE"
_CATALOG, _PAGES, _INFO, _OUTLINE = 1, 2, 3, 4
_REFERENCE = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|\b(\d+) 0 R\b", re.DOTALL)
"""A reference to another object; texts, which may look like one, are passed over."""


class _Bundle:
    """A PDF that is written as it grows: its objects go out at once, only their places are remembered."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out
        self.places: dict[int, int] = {}
        self.following = _OUTLINE + 1
        self.pages: list[int] = []
        self.starts: list[tuple[str, int]] = []
        self.size = (0.0, 0.0)
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def number(self) -> int:
        """Give the number of the next object."""
        self.following += 1
        return self.following - 1

    def put(self, number: int, body: bytes) -> None:
        """Write one object."""
        self.places[number] = self.out.tell()
        self.out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def blank(self) -> None:
        """Add an empty page, as large as the last one."""
        self.pages.append(self.number())
        words = f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {self.size[0]:g} {self.size[1]:g}] >>"
        self.put(self.pages[-1], words.encode())

    def add(self, label: str, content: bytes) -> None:
        """Add a letter with the pages it has."""
        with pikepdf.open(io.BytesIO(content)) as letter, pikepdf.new() as bare:
            strip(letter)
            bare.pages.extend(letter.pages)
            left, bottom, right, top = (float(side) for side in bare.pages[-1].mediabox)
            self.size = (right - left, top - bottom)
            self._copy(label, bare)

    def _copy(self, label: str, bare: pikepdf.Pdf) -> None:
        own = {each.objgen[0] for each in (bare.Root, bare.Root.Pages)}
        numbers = {old.objgen[0]: self.number() for old in bare.objects if old.objgen[0] not in own}
        numbers[bare.Root.Pages.objgen[0]] = _PAGES

        def renumbered(found: re.Match[bytes]) -> bytes:
            if found[1] is None:
                return found[0]
            new = numbers.get(int(found[1]))
            return b"null" if new is None else b"%d 0 R" % new  # what is not there is nothing

        for old in bare.objects:
            if old.objgen[0] in own:
                continue
            body = old.stream_dict if isinstance(old, pikepdf.Stream) else old
            words = _REFERENCE.sub(renumbered, body.unparse(resolved=True))
            if isinstance(old, pikepdf.Stream):
                words += b"\nstream\n" + old.read_raw_bytes() + b"\nendstream"
            self.put(numbers[old.objgen[0]], words)
        self.starts.append((label, numbers[bare.pages[0].objgen[0]]))
        self.pages += [numbers[page.objgen[0]] for page in bare.pages]

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
        self.out.write(b"xref\n0 %d\n0000000000 65535 f \n" % self.following)
        for number in range(1, self.following):
            self.out.write(b"%010d 00000 n \n" % self.places[number])
        trailer = f"trailer << /Size {self.following} /Root {_CATALOG} 0 R /Info {_INFO} 0 R >>"
        self.out.write(f"{trailer}\nstartxref\n{start}\n%%EOF\n".encode())

    def _outline(self) -> None:
        first = self.following
        last = first + len(self.starts) - 1
        self.put(
            _OUTLINE,
            f"<< /Type /Outlines /Count {len(self.starts)} /First {first} 0 R /Last {last} 0 R >>".encode(),
        )
        for label, page in self.starts:
            here = self.number()
            near = f" /Prev {here - 1} 0 R" * (here > first) + f" /Next {here + 1} 0 R" * (here < last)
            words = f"<< /Title {_text(label)} /Parent {_OUTLINE} 0 R /Dest [ {page} 0 R /Fit ]{near} >>"
            self.put(here, words.encode())


def strip(letter: pikepdf.Pdf) -> None:
    """Take away what leads back to the original: its fields, its notes and its tags."""
    if "/AcroForm" in letter.Root:
        del letter.Root.AcroForm
    for page in letter.pages:
        for lost in ("/Annots", "/StructParents", "/Tabs"):
            if lost in page:
                del page[lost]


def _text(words: str) -> str:
    return "<FEFF" + words.encode("utf-16-be").hex().upper() + ">"


def join(letters: Iterable[tuple[str, bytes]], out: IO[bytes], title: str, double_sided: bool = False) -> int:
    """Write one PDF of letters, at least one, each with its label; return its number of pages.

    Printed double-sided, every letter begins on the front of a sheet: a blank page comes in between.
    """
    bundle = _Bundle(out)
    for label, content in letters:
        if double_sided and len(bundle.pages) % 2:
            bundle.blank()
        bundle.add(label, content)
    bundle.close(title)
    return len(bundle.pages)
