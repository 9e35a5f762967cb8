"""What PDF/A asks beside the pages: the colour profile as output intent, and the metadata in XMP."""

import zlib
from datetime import datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from letters.typesetting.color_profile import srgb_profile


@cache
def profile() -> bytes:
    """Return the colours of the document, sRGB, as a stream that is packed once."""
    packed = zlib.compress(srgb_profile(), 9)
    return f"<< /N 3 /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Keywords>{keywords}</pdf:Keywords><dc:format>application/pdf</dc:format>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def metadata(info: Any, part: str, created: datetime) -> bytes:
    """Write title, author, dates and the PDF/A part and level."""
    names = ("title", "author", "subject", "keywords", "creator", "producer")
    words = {name: escape(str(getattr(info, name) or "")) for name in names}
    date, conformance = created.isoformat(timespec="seconds"), "A" if part == "2" else "B"
    return _XMP.format(**words, date=date, part=part, conformance=conformance).encode()
