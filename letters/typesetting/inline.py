"""What stands inside a paragraph of Word: text, breaks, page numbers and pictures."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from letters.typesetting import pictures, unshown
from letters.typesetting.document import TURN, Image, Look, Run
from letters.typesetting.fields import Fields
from letters.typesetting.package import Part
from letters.typesetting.styles import Styles, run_properties
from letters.typesetting.wordml import EMU, WP, A, R, W, local, on

_INSIDE = {"hyperlink", "smartTag", "customXml", "sdtContent", "ins", "moveTo", "dir", "bdo", "sdt"}
"""What holds runs of its own; those that also mean something else are named besides."""

_UNSHOWN = {
    "strike", "dstrike", "caps", "smallCaps", "vanish", "vertAlign", "highlight", "shd", "bdr", "position", "spacing",
    "w", "emboss", "imprint", "outline", "shadow", "rPrChange",
}  # fmt: skip
_USUAL = {"vertAlign": "baseline", "shd": "clear", "w": "100"}
"""What such a property says when it changes nothing."""

_DRAWN = ("txbxContent", "chart", "wgp", "wpc", "wsp")

_TEXTS: dict[str, Callable[[Any], str]] = {
    "t": lambda e: e.text or "",
    "br": lambda e: TURN if e.get(W + "type") == "page" else "\n",
    "cr": lambda e: "\n",
    "tab": lambda e: "\u2003",
    "noBreakHyphen": lambda e: "\u2011",
}


@lru_cache(maxsize=512)
def changed(look: Look, changes: tuple[tuple[str, Any], ...]) -> Look:
    """Return a look with changes; the same changes give the same look, made once."""
    return replace(look, **dict(changes))


class Inline:
    """Reads the runs of the paragraphs of a part; `edge` says that it is a header or footer."""

    def __init__(self, styles: Styles, part: Part, unsupported: set[str], edge: bool) -> None:
        self.styles, self.part, self.unsupported = styles, part, unsupported
        self.fields = Fields(edge, unsupported)

    def miss(self, tag: str) -> None:
        """Note what the PDF does not show."""
        self.unsupported.add(unshown.name(tag))

    def runs(self, parent: Any, look: Look) -> Iterator[Run]:
        """Yield the runs under an element, with all that hold runs of their own."""
        for e in parent:
            tag = local(e)
            if tag == "r":
                yield from self._run(e, look)
            elif tag == "fldSimple":
                yield from self._simple_field(e, look)
            elif tag in _INSIDE:
                if tag in unshown.NAMES:
                    self.miss(tag)
                yield from self.runs(e, look)
            elif tag not in unshown.PASSED_OVER:
                self.miss(tag)

    def _look(self, properties: Any, look: Look) -> Look:
        for e in properties:
            tag = local(e)
            if tag in _UNSHOWN and on(e) and not _usual(e, tag):
                self.miss(tag)
        named = properties.find(W + "rStyle")
        changes = run_properties(properties)
        if named is not None:
            changes = self.styles.changes(named.get(W + "val")) | changes
        return changed(look, tuple(changes.items())) if changes else look

    def _run(self, run: Any, look: Look) -> Iterator[Run]:
        properties, text = run.find(W + "rPr"), ""
        own = look if properties is None else self._look(properties, look)
        for e in run:
            tag = local(e)
            if tag == "drawing":
                if text:
                    yield Run(text, own)
                text = ""
                yield from (Run("", own, image) for image in self._drawing(e))
            elif tag == "fldChar":
                text += self.fields.mark(e.get(W + "fldCharType"))
            elif tag == "instrText":
                self.fields.instruct(e.text or "")
            elif self.fields.shown:
                text += self._text(e, tag, own)
        if text:
            yield Run(text, own)

    def _text(self, e: Any, tag: str, look: Look) -> str:
        if tag == "tab" and look.tabs:
            self.miss("tabstop")
        elif tag == "br" and e.get(W + "type") == "column":
            self.miss("column")
        elif tag not in _TEXTS and tag not in unshown.PASSED_OVER:
            self.miss(_drawn(e) or tag)
        return _TEXTS[tag](e) if tag in _TEXTS else ""

    def _simple_field(self, e: Any, look: Look) -> Iterator[Run]:
        number = self.fields.simple(e.get(W + "instr", ""))
        inner = list(self.runs(e, look))
        if number:
            yield Run(number, inner[0].look if inner else look)
        else:
            yield from inner

    def _drawing(self, e: Any) -> Iterator[Image]:
        """Read a picture in the line; anything else that is drawn is named."""
        inline = e.find(WP + "inline")
        if inline is None:
            self.miss(_drawn(e) or "anchor")
        elif (blip := inline.find(f".//{A}blip")) is None:
            self.miss(_drawn(e) or "drawing")
        else:
            yield from self._picture(inline, blip)

    def _picture(self, inline: Any, blip: Any) -> Iterator[Image]:
        cut = inline.find(f".//{A}srcRect")
        if cut is not None and any(map(float, cut.attrib.values())):
            self.miss("cropped")
        data = self.part.file(blip.get(R + "embed"))
        if data is None:
            self.miss("linked")
            return
        try:
            pictures.prepare(data)
        except ValueError:
            self.miss("unreadable")
            return
        description = " ".join(inline.find(WP + "docPr").get("descr", "").split())
        if not description:
            self.miss("undescribed")
        size = inline.find(WP + "extent")
        yield Image(data, float(size.get("cx")) * EMU, float(size.get("cy")) * EMU, description)


def _usual(e: Any, tag: str) -> bool:
    return e.get(W + "val") == _USUAL.get(tag, "none") and e.get(W + "fill", "auto") in ("auto", "FFFFFF")


def _drawn(e: Any) -> str:
    """Say what is drawn under an element: a text box, a chart, a shape."""
    inside = {local(each) for each in e.iter()}
    return "diagram" if "relIds" in inside else next((tag for tag in _DRAWN if tag in inside), "")
