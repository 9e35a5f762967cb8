"""The structure of a tagged PDF: which heading, paragraph, list, table or picture every drawn thing belongs to."""

from collections.abc import Iterator

from letters.typesetting.sheet import Owner, Place

Mark = tuple[int, int]
"""Where content is drawn: its page, and its number on that page."""


class Element:
    """An element of the structure: its kind, what it says of itself, its children, and where its content is drawn."""

    __slots__ = ("attributes", "kids", "kind", "parent", "reference")

    def __init__(self, kind: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.kind, self.attributes, self.parent = kind, attributes, parent
        self.kids: list[Element | Mark] = []
        self.reference = ""
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator["Element"]:
        """Yield this element and everything under it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def written(self, root: str, pages: list[str]) -> bytes:
        """Write the element as PDF; `root` is above the first, `pages` are the references of the pages."""
        kids = " ".join(
            kid.reference if isinstance(kid, Element) else f"<< /Type /MCR /Pg {pages[kid[0]]} /MCID {kid[1]} >>"
            for kid in self.kids
        )
        parent = self.parent.reference if self.parent else root
        return f"<< /Type /StructElem /S /{self.kind} /P {parent} /K [ {kids} ]{self.attributes} >>".encode()


def text(words: str) -> str:
    """Write words as a text of PDF, in any script."""
    return "<FEFF" + words.encode("utf-16-be").hex().upper() + ">"


class Tree:
    """Grows the structure while paragraphs are drawn in their order."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._elements: dict[Owner, Element] = {}
        self._labels: dict[Owner, Element] = {}
        self._parts: dict[tuple[object, ...], Element] = {}
        self._lists: list[Element] = []
        self._list_in: Element | None = None

    def element(self, owner: Owner) -> Element:
        """Return the element of a paragraph, with all that must stand above it."""
        if owner not in self._elements:
            above = self._cell(owner.cell) if owner.cell else self.root
            language = f" /Lang ({owner.language})" if owner.language else ""
            if owner.kind == "LI":
                item = Element("LI", self._list(above, owner.depth))
                self._labels[owner] = Element("Lbl", item)
                self._elements[owner] = Element("LBody", item, language)
            else:
                self._lists = []
                self._elements[owner] = Element(owner.kind, above, language)
        return self._elements[owner]

    def label(self, owner: Owner) -> Element:
        """Return the element of the bullet or number of a paragraph."""
        self.element(owner)
        return self._labels[owner]

    def figure(self, owner: Owner, description: str, box: tuple[float, float, float, float]) -> Element:
        """Add a picture, with the words for who cannot see it."""
        edges = " ".join(f"{side:.2f}" for side in box)
        layout = f"/A << /O /Layout /Placement /Inline /BBox [ {edges} ] >>"
        return Element("Figure", self.element(owner), f" /Alt {text(description)} {layout}")

    def _list(self, above: Element, depth: int) -> Element:
        """Return the list at a depth; a deeper one lies in the last item of the one above it."""
        if self._list_in is not above:
            self._lists, self._list_in = [], above
        del self._lists[depth + 1 :]
        if len(self._lists) <= depth:
            body = self._lists[-1].kids[-1] if self._lists else None
            inside = body.kids[-1] if isinstance(body, Element) else above
            assert isinstance(inside, Element)
            self._lists.append(Element("L", inside))
        return self._lists[-1]

    def _cell(self, place: Place) -> Element:
        whole = self._part(("Table", place.table), "Table", self.root)
        line = self._part(("TR", place.table, place.row), "TR", whole)
        spans = f" /ColSpan {place.columns}" * (place.columns > 1) + f" /RowSpan {place.rows}" * (place.rows > 1)
        key = ("TC", place.table, place.row, place.column)
        if place.heading:
            return self._part(key, "TH", line, f" /A << /O /Table /Scope /Column{spans} >>")
        return self._part(key, "TD", line, f" /A << /O /Table{spans} >>" if spans else "")

    def _part(self, key: tuple[object, ...], kind: str, above: Element, attributes: str = "") -> Element:
        if key not in self._parts:
            self._parts[key] = Element(kind, above, attributes)
        return self._parts[key]
