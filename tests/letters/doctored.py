"""Changes a Word template the way people, programs and attackers do."""

import io
import re
import struct
import zipfile
from functools import cache

from letters import compose

BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
TEXT = "aanmaning"
DECISION = "beslissing/schorsing_leefloon"


@cache
def members(text=TEXT):
    """The parts of the house's own template."""
    with zipfile.ZipFile(io.BytesIO(compose.template(text))) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts, compression=zipfile.ZIP_DEFLATED):
    """Pack parts as a .docx."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def replaced(*pairs, part=BODY, text=TEXT):
    """The house's template with some XML of a part replaced; each must be there."""
    xml = members(text)[part].decode()
    for old, new in pairs:
        assert old in xml, old
        xml = xml.replace(old, new)
    return packed(members(text) | {part: xml.encode()})


def added(xml, part=BODY, text=TEXT):
    """The house's template with some XML at the end of a part."""
    end = {"word/document.xml": "<w:sectPr", "word/header1.xml": "</w:hdr>", "word/footer1.xml": "</w:ftr>"}[part]
    return replaced((end, xml + end), part=part, text=text)


def para(words, part=BODY, text=TEXT):
    """The house's template with one more paragraph."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    return added(f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>', part, text)


def with_part(name, content, text=TEXT):
    """The house's template with one more part, or another content of one."""
    return packed(members(text) | {name: content})


def related(kind, target, outside=True, part=RELATIONS):
    """The house's template with one more relation."""
    mode = ' TargetMode="External"' if outside else ""
    head = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return replaced(
        ("</Relationships>", f'<Relationship Id="rIdX" Type="{head}/{kind}" Target="{target}"{mode}/></Relationships>'),
        part=part,
    )


def field(code, split=0):
    """A field of Word, its code in one run or split over two."""
    codes = (code[:split], code[split:]) if split else (code,)
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return added(f"<w:p>{begin}{runs}{end}</w:p>")


def raw_zip(change, text=TEXT):
    """The house's template after something was done to its entries: `change(info, content)` may return both anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members(text).items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            change(info)
            package.writestr(info, content)
    return out.getvalue()


def patched_directory(offset, form, value, docx=None):
    """Change a number of the first entry of the central directory, and of nothing else."""
    data = bytearray(docx or packed(members()))
    start = data.rindex(b"PK\x05\x06")
    first = struct.unpack("<L", data[start + 16 : start + 20])[0]
    struct.pack_into(form, data, first + offset, value)
    return bytes(data)


def twice(name):
    """A .docx with the same name twice."""
    out = io.BytesIO(packed(members()))
    with zipfile.ZipFile(out, "a") as package:
        info = zipfile.ZipInfo(name)
        package.NameToInfo.pop(name, None)
        package.writestr(info, members()[BODY])
    return out.getvalue()


def saved_by_word(text=TEXT):
    """The house's template as Word saves it: bookmarks inside paragraphs, fields in pieces, marks of revision."""
    xml = members(text)[BODY].decode()
    xml = re.sub(r"((?:<w:bookmark[^>]*/>)+)(<w:p>(?:<w:pPr>.*?</w:pPr>)?)", r"\2\1", xml)
    pieces = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:t xml:space="preserve">'
    xml = re.sub(r"(\{\{ ?\w+|\{%(?=p ))(\.|(?=[ p]))", rf"\1{pieces}\2", xml)
    xml = (
        xml.replace("<w:p>", '<w:p w:rsidR="00A1" w:rsidRDefault="00B2">')
        .replace(' == "', " == “")
        .replace('" %}', "” %}")
    )
    return packed(
        members(text) | {BODY: xml.encode(), "word/theme/theme1.xml": b"<theme/>", "docProps/app.xml": b"<p/>"}
    )
