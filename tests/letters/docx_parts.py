"""Puts a .docx together from raw Word XML, with the styles of the letterhead."""

import io
import zipfile

from letters import compose

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
KINDS = '<Default Extension="jpg" ContentType="image/jpeg"/>'
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1417" w:bottom="1418" w:left="1417" w:header="680" w:footer="567"/>'
)
EDGES = '<w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'


def p(inner, properties=""):
    """Write a paragraph."""
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inner}</w:p>"


def r(text, properties=""):
    """Write a run of text."""
    return f'<w:r>{properties and f"<w:rPr>{properties}</w:rPr>"}<w:t xml:space="preserve">{text}</w:t></w:r>'


def picture(name, alt="", inside="", width=20, height=20, kind="inline"):
    """Write a run with a picture of so many millimetres; its name is that of its relation."""
    graphic = inside or (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width * 36000}" cy="{height * 36000}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData>"
    )
    described = f' descr="{alt}"' if alt else ""
    return (
        f'<w:r><w:drawing><wp:{kind} {DRAWING} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * 36000}" cy="{height * 36000}"/>'
        f'<wp:docPr id="1" name="{name}"{described}/><a:graphic>{graphic}</a:graphic></wp:{kind}></w:drawing></w:r>'
    )


def field(instruction, result=""):
    """Write a field as Word does, in runs."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def cell(inner, properties=""):
    """Write a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows, properties="", grid=(2000, 3000)):
    """Write a table of rows, each a tuple of cells."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    body = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def docx(body, edges="", media=None, section="", more=(), **members):
    """Make a .docx of a body; other members by their name, such as header1 or styles; media by theirs."""
    section = f"<w:sectPr>{edges}{PAGE}{section}</w:sectPr>"
    document = f"<w:document {MAIN} {RELATIONS}><w:body>{body}{section}</w:body></w:document>"
    media = media or {}
    relations = "".join(
        f'<Relationship Id="{name.partition(".")[0]}" Type="{IMAGE}" Target="media/{name}"/>' for name in media
    )
    changed = {"word/document.xml": document} | {f"word/{name}.xml": text for name, text in members.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(compose.LETTERHEAD) as head, zipfile.ZipFile(out, "w") as made:
        for name in head.namelist():
            content = changed.get(name, head.read(name))
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relations.encode() + b"</Relationships>")
            if name == "[Content_Types].xml":
                content = (
                    content.replace(b"</Types>", KINDS.encode() + b"</Types>") if b'"jpg"' not in content else content
                )
            made.writestr(name, content)
        for name, content in [*((f"word/media/{name}", content) for name, content in media.items()), *more]:
            made.writestr(name, content)
    return out.getvalue()
