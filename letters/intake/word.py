"""A Word file from outside: a real .docx, and nothing in it that runs, fetches or hides."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from letters.intake.office_package import Package
from letters.intake.refusal import NotAccepted
from workflow.wording import N_, Sentence

MAIN = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

NO_WORD = N_("Dit is een ingepakt bestand, geen Word-document. Pak het uit, of bewaar het als PDF en probeer opnieuw.")
MACROS = N_("In dit Word-bestand zitten macro's. Bewaar het als gewone .docx of als PDF en probeer opnieuw.")
OBJECTS = N_("In dit Word-bestand zit een ander bestand (%(name)s). Bewaar het als PDF en voeg dat andere apart toe.")
OUTSIDE = N_("Dit Word-bestand haalt iets van buiten op (%(target)s). Bewaar het als PDF en probeer opnieuw.")
COMMANDS = N_("In dit Word-bestand staat een veld dat iets opstart of ophaalt (%(field)s). Bewaar het als PDF.")
DEFINITIONS = N_("In dit Word-bestand staan eigen definities (DTD). Bewaar het opnieuw vanuit Word of als PDF.")
UNREADABLE = N_("Dit Word-bestand is beschadigd. Open het in Word, bewaar het als PDF en probeer opnieuw.")

_MACROS = re.compile(r"(?i)vbaproject|vbadata|macroenabled|macrosheet")
_OBJECTS = re.compile(r"(?i)activex|embeddings/|oleobject|\.(exe|dll|js|vbs|html?|mht|lnk|scr|bat|cmd|jar|svg)$")
_HYPERLINK = re.compile(r"(?i)(https?://|mailto:)[^\s]*")
_COMMAND = re.compile(
    r"(?im)^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|DATABASE|MACROBUTTON|QUOTE)\b"
)
"""The fields that start or fetch something; QUOTE can spell the others."""

_DEEPEST = 250
"""Levels: how deep the elements of a part may stand in each other."""


def check_docx(content: bytes) -> None:
    """Open a .docx and look at every part of it; raises NotAccepted."""
    package = Package(content)
    names = list(package.names())
    for name in names:
        _check_part(name)
    _check_types(package, names)
    for name in names:
        body = package.read(name)
        if name.lower().endswith((".xml", ".rels")):
            _check_xml(name, body)


def _check_part(name: str) -> None:
    if _MACROS.search(name):
        raise NotAccepted(MACROS)
    if _OBJECTS.search(name):
        raise NotAccepted(Sentence(OBJECTS, name=name.rpartition("/")[2][:60]))


def _check_types(package: Package, names: list[str]) -> None:
    """A document says by its types what it is: a .docx, not a template, a workbook or a plain zip."""
    if not {CONTENT_TYPES, "_rels/.rels", MAIN} <= set(names):
        raise NotAccepted(NO_WORD)
    types = list(_Reader(CONTENT_TYPES).read(package.read(CONTENT_TYPES)).elements("Override", "Default"))
    declared = {each.get("PartName", ""): each.get("ContentType", "") for each in types}
    if any(_MACROS.search(each.get("ContentType", "")) for each in types):
        raise NotAccepted(MACROS)
    if declared.get(f"/{MAIN}") != _MAIN_TYPE:
        raise NotAccepted(NO_WORD)


def _check_xml(name: str, body: bytes) -> None:
    read = _Reader(name).read(body)
    if name.lower().endswith(".rels"):
        for relationship in read.elements("Relationship"):
            _check_relationship(relationship)
    elif field := _COMMAND.search("\n".join(read.fields)):
        raise NotAccepted(Sentence(COMMANDS, field=field[1].upper()))


def _check_relationship(said: dict[str, str]) -> None:
    """Nothing is fetched from outside; a hyperlink somebody can click is only shown."""
    kind, target = said.get("Type", "").rpartition("/")[2], said.get("Target", "")
    if kind.lower() == "afchunk":
        raise NotAccepted(Sentence(OBJECTS, name=target.rpartition("/")[2][:60]))
    if said.get("TargetMode", "Internal") == "Internal" and "://" not in target and not target.startswith("\\\\"):
        return
    if kind != "hyperlink" or not _HYPERLINK.fullmatch(target):
        raise NotAccepted(Sentence(OUTSIDE, target=target[:60]))


class _Reader:
    """Reads one part from end to end without building it: its elements, its field codes; definitions are refused."""

    def __init__(self, name: str) -> None:
        self.name, self.depth, self.in_field = name, 0, False
        self.found: list[tuple[str, dict[str, str]]] = []
        self.fields: list[str] = []
        self.code: list[str] = []

    def read(self, body: bytes) -> "_Reader":
        """Read the part; raises NotAccepted when it is no sound XML."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse_definitions
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(body, True)
        except NotAccepted:
            raise
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise NotAccepted(UNREADABLE) from error
        self.fields.append("".join(self.code))
        return self

    def elements(self, *names: str) -> Iterator[dict[str, str]]:
        """Yield the attributes of the elements of these names."""
        return (attributes for name, attributes in self.found if name in names)

    def _refuse_definitions(self, *_said: object) -> None:
        raise NotAccepted(DEFINITIONS)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NotAccepted(UNREADABLE)
        local = name.rpartition(" ")[2]
        self.in_field = local in ("instrText", "delInstrText")
        if local in ("Override", "Default", "Relationship"):
            self.found.append((local, attributes))
        if local == "fldChar":
            self.code.append("\n")
        elif local == "fldSimple":
            self.fields += [value for key, value in attributes.items() if key.endswith("instr")]

    def _end(self, name: str) -> None:
        self.depth, self.in_field = self.depth - 1, False

    def _text(self, text: str) -> None:
        if self.in_field:
            self.code.append(text)
