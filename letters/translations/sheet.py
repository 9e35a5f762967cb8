"""A translation sheet in Word: put behind a letter, on a page of its own, or alone for the translator.

Every word says which language it is in. What is written from right to left says so twice, as
Word wants it: the paragraph (w:bidi) and the words (w:rtl); Dutch inside it stays left to right.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from letters import compose
from letters.translations.languages import DUTCH, Language
from letters.translations.styles import STYLES, Wardrobe, elements, written
from letters.translations.translated import Block, Kind, Stretch
from letters.typesetting.styles import styles_of
from letters.typesetting.wordml import W, parse

_OUTSIDE = re.compile(r"word/(header|footer)\d*\.xml|word/media/.*|docProps/.*")
"""The parts of the letterhead that only a letter has."""

_NAMES = {Kind.TITLE: "heading 2", Kind.HEADING: "heading 3"}
_FIXED_DATE = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Sheet:
    """What stands on a sheet: the mark above it, if there is one, and the text in its language."""

    language: Language
    mark: tuple[Block, ...]
    blocks: tuple[Block, ...]


@lru_cache(maxsize=256)
def behind(template: bytes, sheet: Sheet) -> bytes:
    """Return a Word template with a sheet behind its last page."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        infos = {info.filename: info for info in package.infolist()}
        members = {name: package.read(name) for name in infos}
    root, wardrobe = parse(members[compose.BODY]), Wardrobe(members)
    section = root.find(f"{W}body/{W}sectPr")
    tailor = _Tailor(wardrobe, sheet.language)
    for place, block in enumerate([*sheet.mark, *sheet.blocks]):
        for element in elements(tailor.paragraph(block, new_page=place == 0, small=place < len(sheet.mark))):
            section.addprevious(element)
    members[compose.BODY] = written(root)
    return _packed(members, infos)


def alone(sheet: Sheet) -> bytes:
    """Return a Word file with nothing but the sheet, in the look of the letters."""
    return behind(_blank(), sheet)


def _packed(members: dict[str, bytes], infos: dict[str, zipfile.ZipInfo]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(infos.get(name) or zipfile.ZipInfo(name, _FIXED_DATE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _blank() -> bytes:
    """Return the letterhead without anything in it: its styles and its page."""
    with zipfile.ZipFile(compose.LETTERHEAD) as head:
        infos = {info.filename: info for info in head.infolist() if not _OUTSIDE.fullmatch(info.filename)}
        members = {name: head.read(name) for name in infos}
    root = parse(members[compose.BODY])
    body = root.find(W + "body")
    body[:] = body[-1:]
    for reference in body.findall(f"{W}sectPr/{W}headerReference") + body.findall(f"{W}sectPr/{W}footerReference"):
        reference.getparent().remove(reference)
    members[compose.BODY] = written(root)
    for name in [name for name in members if name.endswith(".rels") or name == "[Content_Types].xml"]:
        members[name] = _without_outside(members[name])
    return _packed(members, infos)


def _without_outside(entries: bytes) -> bytes:
    """Leave out the entries of the parts that are not there."""
    root = parse(entries)
    for entry in list(root):
        part = (entry.get("PartName") or entry.get("Target") or "").lstrip("/")
        if _OUTSIDE.fullmatch(part) or _OUTSIDE.fullmatch(f"word/{part}"):
            root.remove(entry)
    return written(root)


class _Tailor:
    """Writes the paragraphs of one sheet in the styles of its letter."""

    def __init__(self, wardrobe: Wardrobe, language: Language) -> None:
        self.wardrobe, self.language = wardrobe, language

    def paragraph(self, block: Block, new_page: bool, small: bool) -> str:
        """Write a paragraph."""
        key = self._style(block.kind, small)
        size = styles_of(self.wardrobe.members[STYLES]).look(key).size * self.language.scale
        turned = self.language.rtl and not block.dutch
        properties = f'<w:pStyle w:val="{key}"/>' + "<w:pageBreakBefore/>" * new_page + "<w:bidi/>" * turned
        bold = block.kind in _NAMES
        runs = "".join(self._run(each, block.dutch or each.dutch, size, bold) for each in block.stretches)
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def _style(self, kind: Kind, small: bool) -> str:
        if small:
            return self.wardrobe.key("Klein")
        if kind is Kind.BULLET:
            return self.wardrobe.bullets()
        return self.wardrobe.key(_NAMES[kind]) if kind in _NAMES else self.wardrobe.default

    def _run(self, stretch: Stretch, dutch: bool, size: float, heading: bool) -> str:
        look = "<w:b/><w:bCs/>" * stretch.bold
        if dutch:
            look += f'<w:lang w:val="{DUTCH}"/>'
        else:
            look = self._look(look or "<w:bCs/>" * heading, size)
        return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(stretch.text)}</w:t></w:r>'

    def _look(self, bold: str, size: float) -> str:
        """Write how words of the language itself look, in the order Word wants."""
        font, tag, out = self.language.font, self.language.tag, bold
        if font:
            half_points = round(2 * size)
            out = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>{bold}'
            out += f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        if self.language.rtl:
            return f'{out}<w:rtl/><w:lang w:bidi="{tag}"/>'
        complex_too = f' w:bidi="{tag}"' if font else ""
        return f'{out}<w:lang w:val="{tag}"{complex_too}/>'
