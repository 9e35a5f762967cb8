"""Files from outside, made in memory: sound ones of every kind, and the pieces to build crooked ones with."""

import io
import struct
import zipfile
import zlib

import pikepdf

PNG, JPG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
END = b"\xff\xd9"


def chunk(kind, body=b""):
    """One chunk of a PNG, with its length and checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header(width=2, height=2):
    """The first chunk of a PNG."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))


def picture(grey=b"\xf0", extra=b"", width=2, height=2):
    """A small grey PNG, with other chunks before its pixels."""
    pixels = zlib.compress((b"\0" + grey * 2) * 2)
    return PNG + header(width, height) + extra + chunk(b"IDAT", pixels) + chunk(b"IEND")


def segment(marker, body):
    """One segment of a JPG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def frame(width=2, height=2, marker=0xC0):
    """The segment that gives the size of a JPG."""
    return segment(marker, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")


def photo(extra=b"", size=None):
    """A JPG with every segment in its place; nobody has to see anything on it."""
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
    heading = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    return JPG + heading + extra + (frame() if size is None else size) + scan + END


def paper(change=None, **how):
    """A PDF of one page, changed by a function of the open document."""
    pdf, out = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    if change:
        change(pdf)
    pdf.save(out, static_id=True, **how)
    return out.getvalue()


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>',
}
"""The least a Word file has."""


def related(kind, target, mode=' TargetMode="External"'):
    """The part that says what a document refers to."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{R}/{kind}" Target="{target}"{mode}/></Relationships>'
    )


def body(inside):
    """A document with something in its first paragraph."""
    return f'<w:document xmlns:w="{W}"><w:body><w:p>{inside}</w:p></w:body></w:document>'


def zipped(parts, how=zipfile.ZIP_DEFLATED, comment=b""):
    """A zip of parts by name; a part may be a list of its own ZipInfo and content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as package:
        package.comment = comment
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            package.writestr(name, content)
    return out.getvalue()


def document(**parts):
    """A Word file; `parts` are added or replace others, by a name without folder or ending."""
    names = {"rels": "word/_rels/document.xml.rels", "main": "word/document.xml", "types": "[Content_Types].xml"}
    return zipped(PARTS | {names[name]: content for name, content in parts.items()})


def with_part(name, content=b"x"):
    """A Word file with one part more."""
    return zipped(PARTS | {name: content})


SOUND = {"pdf": paper, "docx": document, "jpg": photo, "png": picture}
"""A sound file of every kind."""
