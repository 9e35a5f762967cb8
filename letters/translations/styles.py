"""The styles a translation sheet needs in a Word template: those it has, and ours where it lacks one."""

from typing import Any

from lxml import etree

from letters.typesetting.wordml import W, parse

MAIN = W[1:-1]
"""The namespace of Word's own elements."""

STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
BULLETS, OUR_BULLETS = "List Bullet", "Vertaling lijst"

_BULLET_SPACE = '<w:spacing w:after="60"/><w:ind w:left="360" w:hanging="260"/>'
_OURS = {
    "heading 2": (
        '<w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr>'
        '<w:rPr><w:b/><w:bCs/><w:color w:val="022064"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'
    ),
    "heading 3": (
        '<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="40"/><w:outlineLvl w:val="2"/></w:pPr>'
        '<w:rPr><w:b/><w:bCs/><w:color w:val="022064"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
    ),
    "Klein": (
        '<w:pPr><w:spacing w:before="100" w:after="60"/></w:pPr>'
        '<w:rPr><w:color w:val="526067"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>'
    ),
    OUR_BULLETS: f'<w:pPr><w:numPr><w:numId w:val="%s"/></w:numPr>{_BULLET_SPACE}</w:pPr>',
}
_BULLET_LIST = (
    '<w:abstractNum w:abstractNumId="{shape}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl>'
    "</w:abstractNum>"
)
_NUMBERED = '<w:num w:numId="{number}"><w:abstractNumId w:val="{shape}"/></w:num>'

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = f'<Relationship Id="rIdVertaling" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
_TYPE = (
    f'<Override PartName="/{NUMBERING}" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>'
)


def written(root: Any) -> bytes:
    """Write a tree as a part of a .docx."""
    out: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return out


def elements(xml: str) -> list[Any]:
    """Read Word XML as elements that can be put into a part."""
    return list(parse(f'<w:x xmlns:w="{MAIN}">{xml}</w:x>'.encode()))


class Wardrobe:
    """The styles of one template, by the name Word gives them; what is added lands in its members."""

    def __init__(self, members: dict[str, bytes]) -> None:
        self.members = members
        self.root = parse(members[STYLES])
        kinds = [style for style in self.root.iter(W + "style") if style.get(W + "type") == "paragraph"]
        self.named = {style.find(W + "name").get(W + "val"): style for style in kinds}
        self.default = next(style.get(W + "styleId") for style in kinds if style.get(W + "default"))

    def key(self, name: str) -> str:
        """Return the key of a style; one the template lacks is added."""
        if name not in self.named:
            self._add(name, _OURS[name])
        key: str = self.named[name].get(W + "styleId")
        return key

    def bullets(self) -> str:
        """Return the key of a style with bullets; a template without a list gets one."""
        style = self.named.get(OUR_BULLETS, self.named.get(BULLETS))
        if style is None or style.find(f"{W}pPr/{W}numPr/{W}numId") is None or NUMBERING not in self.members:
            self._add(OUR_BULLETS, _OURS[OUR_BULLETS] % self._new_list())
            style = self.named[OUR_BULLETS]
        key: str = style.get(W + "styleId")
        return key

    def _add(self, name: str, look: str) -> None:
        key = "Vertaling" + "".join(word.capitalize() for word in name.split())
        (style,) = elements(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{self.default}"/>{look}</w:style>'
        )
        self.root.append(style)
        self.named[name] = style
        self.members[STYLES] = written(self.root)

    def _new_list(self) -> int:
        """Add a list with bullets; return its number."""
        if NUMBERING not in self.members:
            self.members[NUMBERING] = f'<w:numbering xmlns:w="{MAIN}"/>'.encode()
            for part, entry in ((RELATIONS, _RELATION), (TYPES, _TYPE)):
                self._enter(part, entry)
        root = parse(self.members[NUMBERING])
        shapes, lists = root.findall(W + "abstractNum"), root.findall(W + "num")
        shape = 1 + max((int(each.get(W + "abstractNumId")) for each in shapes), default=0)
        number = 1 + max((int(each.get(W + "numId")) for each in lists), default=0)
        # Word wants every shape before the first list
        place = root.index(lists[0]) if lists else len(root)
        root[place:place] = elements(_BULLET_LIST.format(shape=shape))
        place = root.index(lists[-1]) + 1 if lists else len(root)
        root[place:place] = elements(_NUMBERED.format(number=number, shape=shape))
        self.members[NUMBERING] = written(root)
        return number

    def _enter(self, part: str, entry: str) -> None:
        """Put an entry in the relations or the content types."""
        root = parse(self.members[part])
        namespace = etree.QName(root).namespace
        root.extend(parse(f'<x xmlns="{namespace}">{entry}</x>'.encode()))
        self.members[part] = written(root)
