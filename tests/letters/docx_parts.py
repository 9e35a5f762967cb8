"""Puts a .docx together from raw Word XML, with the styles of the letterhead."""

import io
import zipfile

from letters import compose

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
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


def cell(inner, properties=""):
    """Write a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows, properties="", grid=(2000, 3000)):
    """Write a table of rows, each a tuple of cells."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    body = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def docx(body, edges="", **members):
    """Make a .docx of a body; other members by their name, such as header1 or styles."""
    section = f"<w:sectPr>{edges}{PAGE}</w:sectPr>"
    document = f"<w:document {MAIN} {RELATIONS}><w:body>{body}{section}</w:body></w:document>"
    changed = {"word/document.xml": document} | {f"word/{name}.xml": text for name, text in members.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(compose.LETTERHEAD) as head, zipfile.ZipFile(out, "w") as made:
        for name in head.namelist():
            made.writestr(name, changed.get(name, head.read(name)))
    return out.getvalue()
