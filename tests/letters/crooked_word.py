"""Word files that may not stay, each with its sentence; and those that do no harm."""

import struct
import zipfile

import pytest

from tests.letters import pieces
from tests.letters.pieces import body, document, related, with_part


def _lying(name, declared):
    """A Word file whose directory declares another size for one part than it has."""
    content = bytearray(with_part(name, b"A" * 300_000))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", declared)
    return bytes(content)


def _flagged(content):
    """A Word file of which one part says that it is locked."""
    changed = bytearray(content)
    place = changed.rfind(b"PK\x01\x02")
    changed[place + 8] |= 1
    return bytes(changed)


def _method(content, method):
    changed = bytearray(content)
    place = changed.rfind(b"PK\x01\x02")
    changed[place + 10 : place + 12] = struct.pack("<H", method)
    return bytes(changed)


def _renamed(content, old, new, everywhere=True):
    """A Word file of which a part has another name, or only in its own heading."""
    return content.replace(old, new) if everywhere else content.replace(old, new, 1)


def _link():
    link = zipfile.ZipInfo("word/link")
    link.external_attr = 0o120777 << 16
    return pieces.zipped([*pieces.PARTS.items(), (link, "/etc/passwd")])


def _twice():
    with pytest.warns(UserWarning, match="Duplicate name"):
        return pieces.zipped([*pieces.PARTS.items(), ("word/document.xml", "<x/>")])


def _between():
    """A Word file with bytes between two of its parts that belong to none."""
    content = document()
    second = content.index(b"PK\x03\x04", 4)
    shifted = content[:second] + b"verborgen" + content[second:]
    out = bytearray(shifted)
    for place in [i for i in range(len(out)) if out[i : i + 4] == b"PK\x01\x02"]:
        offset = struct.unpack_from("<I", out, place + 42)[0]
        struct.pack_into("<I", out, place + 42, offset + 9 if offset else 0)
    end = out.rfind(b"PK\x05\x06")
    struct.pack_into("<I", out, end + 16, struct.unpack_from("<I", out, end + 16)[0] + 9)
    return bytes(out)


def _behind_the_last():
    """A Word file whose last part takes more bytes than its content needs."""
    content = document()
    directory, end = content.index(b"PK\x01\x02"), content.rfind(b"PK\x05\x06")
    out = bytearray(content[:directory] + b"verborgen" + content[directory:])
    last = out.rfind(b"PK\x01\x02")
    struct.pack_into("<I", out, last + 20, struct.unpack_from("<I", out, last + 20)[0] + 9)
    struct.pack_into("<I", out, end + 9 + 16, directory + 9)
    return bytes(out)


def _field(*codes):
    """A document with a field whose code stands in pieces."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return document(main=body(mark.format("begin") + runs + mark.format("end")))


DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">{}]><w:document xmlns:w="' + pieces.W + '">&a;</w:document>'
XXE = DOCTYPE.format('<!ENTITY f SYSTEM "file:///etc/passwd">')
LAUGHS = DOCTYPE.format("".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 9 if i else "ha"}">' for i in range(9)))
TEMPLATE = pieces.MAIN.replace("document.main", "template.main")
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TYPES = pieces.PARTS["[Content_Types].xml"]
MACRO_TYPE = TYPES.replace(
    "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
)
BACKSLASH = with_part("word/xx.xml").replace(b"word/xx.xml", b"word\\xx.xml")

CASES = {
    # word
    "half a word file": (document()[:-30], "Dit bestand is beschadigd"),
    "a word file with a broken part": (
        document().replace(document()[60:64], b"\xff\xff\xff\xff", 1),
        "Dit bestand is beschadigd",
    ),
    "a spreadsheet": (
        pieces.zipped({"[Content_Types].xml": TYPES, "_rels/.rels": "x", "xl/workbook.xml": "x"}),
        "Dit is een ingepakt bestand, geen Word-document.",
    ),
    "a template": (document(types=TYPES.replace(pieces.MAIN, TEMPLATE)), "Dit is een ingepakt bestand, geen Word"),
    "macros": (with_part("word/vbaProject.bin"), "In dit Word-bestand zitten macro's."),
    "macros under another name": (document(types=MACRO_TYPE), "In dit Word-bestand zitten macro's."),
    "macros by type": (document(types=TYPES.replace(pieces.MAIN, MACROS)), "In dit Word-bestand zitten macro's."),
    "a workbook in a word file": (with_part("word/embeddings/a.xlsx"), "zit een ander bestand (a.xlsx)"),
    "an old object": (with_part("word/oleObject1.bin"), "zit een ander bestand (oleObject1.bin)"),
    "a control": (with_part("word/activeX/activeX1.xml", "<x/>"), "zit een ander bestand (activeX1.xml)"),
    "a program in a word file": (with_part("word/media/x.exe"), "zit een ander bestand (x.exe)"),
    "a page in a word file": (document(rels=related("aFChunk", "/word/x.mht", "")), "zit een ander bestand (x.mht)"),
    "a picture from elsewhere": (
        document(rels=related("image", "https://kwaad.example/pixel.png")),
        "haalt iets van buiten op (https://kwaad.example/pixel.png)",
    ),
    "a template from elsewhere": (
        document(rels=related("attachedTemplate", "\\\\kwaad\\x.dotm", "")),
        "haalt iets van buiten op (\\\\kwaad\\x.dotm)",
    ),
    "a link to a disk": (
        document(rels=related("hyperlink", "file:///c:/x")),
        "haalt iets van buiten op (file:///c:/x)",
    ),
    "a link that is a script": (document(rels=related("hyperlink", "javascript:x()")), "haalt iets van buiten op"),
    "a field that starts something": (_field("DD", "EAUTO c:\\x"), "een veld dat iets opstart of ophaalt (DDEAUTO)"),
    "a field behind another": (
        _field(" PAGE ", '</w:instrText><w:fldChar w:fldCharType="end"/><w:instrText>DDE x'),
        "(DDE)",
    ),
    "a simple field that fetches": (
        document(main=body('<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x&quot;"/>')),
        "een veld dat iets opstart of ophaalt (INCLUDEPICTURE)",
    ),
    "a definition that reads a file": (document(main=XXE), "In dit Word-bestand staan eigen definities (DTD)."),
    "a definition that grows": (document(main=LAUGHS), "In dit Word-bestand staan eigen definities (DTD)."),
    "a definition in UTF-16": (document(main=XXE.replace("1.0", "1.0").encode("utf-16")), "eigen definities (DTD)"),
    "a part that is no xml": (document(main="<w:document>"), "Dit Word-bestand is beschadigd."),
    "a part in an unknown code": (document(main='<?xml version="1.0" encoding="x-y"?><a/>'), "Dit Word-bestand is"),
    "a part without a bottom": (document(main=body("<w:r>" * 300 + "</w:r>" * 300)), "Dit Word-bestand is beschadigd."),
    "a part that is a bomb": (with_part("word/a.xml", bytes(30 * 2**20)), "wordt bij het uitpakken veel te groot"),
    "many parts that are a bomb": (
        pieces.zipped(pieces.PARTS | {f"word/{n}.xml": "" for n in range(2001)}),
        "wordt bij het uitpakken veel te groot",
    ),
    "a bomb that says it is small": (_lying("word/a.bin", 10), "wordt bij het uitpakken veel te groot"),
    "a part that is smaller than it says": (_lying("word/a.bin", 300_001), "Dit bestand is beschadigd"),
    "a path upwards": (with_part("word/../../x.xml"), "een naam die buiten het bestand wijst (word/../../x.xml)"),
    "a path from the root": (with_part("/etc/x.xml"), "een naam die buiten het bestand wijst (/etc/x.xml)"),
    "a path of a disk": (with_part("C:/x.xml"), "een naam die buiten het bestand wijst (C:/x.xml)"),
    "a path with a backslash": (BACKSLASH, "een naam die buiten het bestand wijst"),
    "a link in a zip": (_link(), "een naam die buiten het bestand wijst (word/link)"),
    "a part that stands there twice": (_twice(), "zit iets verborgen naast de inhoud"),
    "a part that differs in its capitals": (with_part("WORD/Document.xml"), "zit iets verborgen naast de inhoud"),
    "a part with two names": (
        _renamed(with_part("word/x1.xml"), b"word/x1.xml", b"word/y1.xml", everywhere=False),
        "zit iets verborgen naast de inhoud",
    ),
    "a word file with a password": (_flagged(document()), "Dit bestand is beveiligd met een wachtwoord."),
    "a part packed in another way": (_method(document(), 14), "Dit bestand is beschadigd"),
    "a part that stands nowhere": (
        document().replace(b"PK\x03\x04", b"PK\x03\x09").replace(b"PK\x03\x09", b"PK\x03\x04", 1),
        "Dit bestand is beschadigd",
    ),
    "bytes behind the last part": (_behind_the_last(), "zit iets verborgen naast de inhoud"),
    "bytes between the parts": (_between(), "zit iets verborgen naast de inhoud"),
    "a word file with something behind it": (document() + b"GEHEIM", "zit iets verborgen naast de inhoud"),
    "a word file with a remark": (pieces.zipped(pieces.PARTS, comment=b"<x>"), "zit iets verborgen naast de inhoud"),
}

ALLOWED = {
    "a link to a page": document(rels=related("hyperlink", "https://www.vdab.example/een?twee=drie")),
    "a link to an address": document(rels=related("hyperlink", "mailto:iemand@voorbeeld.example")),
    "a link whose address says link": _field(' HYPERLINK "https://x.example/link" '),
    "a page number": document(main=body('<w:fldSimple w:instr=" PAGE "/>')),
    "folders in a word file": with_part("word/media/", b""),
    "a word file that was written in one go": document(),
}
