"""A letter that was signed once and twice, and what somebody could do to it afterwards."""

import io
from dataclasses import dataclass
from datetime import timedelta

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from letters.signatures.sign import Signatory
from tests.letters import samples

CHAIR = Signatory("Bram Korenveld", "Voorzitter van het BCSD", "ocmw_gent", "OCMW Gent", "Gent")
DIRECTOR = Signatory("Greet Waterhoen", "Algemeen directeur", "ocmw_gent", "OCMW Gent", "Gent")
FIRST = samples.NOW + timedelta(hours=1)
SECOND = samples.NOW + timedelta(hours=2)
LETTER = "beslissing_schorsing_leefloon"


@dataclass(frozen=True)
class Signed:
    """The letter as it was made, with the first signature, and with both."""

    plain: bytes
    once: bytes
    twice: bytes


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def updated(data, change):
    """Change a PDF as an editor does: a new version at its end, nothing before it touched."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def paint(content):
    """Draw something on the first page."""

    def change(writer):
        writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=content)))

    return change


def retitle(writer):
    """Change what the letter says of itself."""
    writer.root["/Lang"] = generic.pdf_string("fr")
    writer.update_root()


def annotate(writer):
    """Stick a note over the text of the first page."""
    page = writer.find_page_for_modification(0)[0].get_object()
    note = generic.DictionaryObject({
        generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
        generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
        generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (70, 500, 500, 600))),
        generic.pdf_name("/Contents"): generic.pdf_string("Geen schorsing"),
        generic.pdf_name("/DA"): generic.pdf_string("/F1 10 Tf"),
    })  # fmt: skip
    notes = page.get("/Annots", generic.ArrayObject())
    page["/Annots"] = generic.ArrayObject([*notes, writer.add_object(note)])
    writer.update_container(page)


CHANGES = {
    "painting over the text": paint(b"q 1 1 1 rg 0 0 600 800 re f Q"),
    "adding words": paint(b"BT /F1+0 12 Tf 100 500 Td (Nietig) Tj ET"),
    "another language": retitle,
    "a note over the text": annotate,
}
