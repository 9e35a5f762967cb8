"""PDFs that may not stay, each with its sentence; and those that do no harm."""

import struct
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.letters.pieces import paper

ACTION = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _at_opening(action):
    return lambda pdf: setattr(pdf.Root, "OpenAction", action)


def _note(**values):
    """A PDF with something on its page."""

    def change(pdf):
        note = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **values))
        pdf.pages[0].Annots = Array([note])

    return change


def _with_file(pdf):
    pdf.attachments["factuur.xml"] = b"<x/>"


def _signed(pdf):
    _note(Subtype=Name.Widget, FT=Name.Sig, T="Handtekening1")(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots, SigFlags=3)


def _unused_script(pdf):
    pdf.Root.Pieces = pdf.make_indirect(Array([Dictionary(Deep=Array([ACTION]))]))


def _script_by_code(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name("/#4a#61vaScript"), JS="app.alert(1)")


def _packed(size):
    """A PDF whose objects are packed so well that they become `size` bytes."""
    heading = b"1 0 2 40 "
    packer = zlib.compressobj(9)
    told = heading + b"<< /Type /Catalog /Pages 2 0 R >>".ljust(40) + b"<< /Type /Pages /Kids [] /Count 0 >>"
    packed = packer.compress(told) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(b" " * 2**20) + packer.flush(zlib.Z_FULL_FLUSH)  # stands alone, so it can be repeated
    packed += again * (size // 2**20) + packer.flush()
    out = b"%PDF-1.5\n"
    first = len(out)
    form = b"3 0 obj\n<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d >>\nstream\n"
    out += form % (len(heading), len(packed)) + packed + b"\nendstream\nendobj\n"
    places = [(0, 0, 0), (2, 3, 0), (2, 3, 1), (1, first, 0), (1, len(out), 0)]
    table = b"".join(struct.pack(">BIB", *place) for place in places)
    form = b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    return out + form % (len(table), table) + b"startxref\n%d\n%%%%EOF\n" % len(out)


def _encrypted(owner, user):
    return paper(encryption=pikepdf.Encryption(owner=owner, user=user))


BOMB = _packed(1_500 * 2**20)


CASES = {
    # pdf
    "half a pdf": (paper()[:-200], "Deze PDF is beschadigd"),
    "a pdf without a version": (b"%PDF-x.y\n" + paper()[9:], "Deze PDF is beschadigd"),
    "a pdf without an index": (b"%PDF-1.4\n%%EOF\n", "Deze PDF is beschadigd"),
    "a pdf without pages": (paper(lambda pdf: pdf.pages.__delitem__(0)), "Deze PDF is beschadigd"),
    "a pdf with something behind it": (paper() + b"GEHEIM", "Achter deze PDF zit nog iets."),
    "a pdf with a password": (_encrypted("eigenaar", "lezer"), "Deze PDF is beveiligd met een wachtwoord."),
    "a pdf that may not be printed": (_encrypted("eigenaar", ""), "Deze PDF is beveiligd met een wachtwoord."),
    "a pdf with a script": (paper(_at_opening(ACTION)), "In deze PDF zit een programma (JavaScript)."),
    "a pdf with a script under another name": (paper(_script_by_code), "In deze PDF zit een programma (JavaScript)."),
    "a pdf with a script nobody calls": (paper(_unused_script), "In deze PDF zit een programma (JavaScript)."),
    "a pdf with a script in packed objects": (
        paper(_at_opening(ACTION), object_stream_mode=pikepdf.ObjectStreamMode.generate),
        "In deze PDF zit een programma (JavaScript).",
    ),
    "a pdf that starts a program": (
        paper(_at_opening(Dictionary(S=Name.Launch, F="cmd.exe"))),
        "Deze PDF wil een ander programma starten.",
    ),
    "a pdf with files in it": (paper(_with_file), "In deze PDF zitten andere bestanden."),
    "a pdf with a file pinned on a page": (paper(_note(Subtype=Name.FileAttachment)), "In deze PDF zitten andere"),
    "a pdf that plays": (paper(_note(Subtype=Name.RichMedia)), "In deze PDF zit beeld of geluid"),
    "a pdf that is a form of its own": (
        paper(lambda pdf: setattr(pdf.Root, "AcroForm", Dictionary(XFA="<xdp/>", Fields=[]))),
        "Deze PDF is een formulier dat zelf rekent (XFA).",
    ),
    "a pdf that sends": (
        paper(_note(Subtype=Name.Link, A=Dictionary(S=Name.SubmitForm, F="https://kwaad.example"))),
        "Deze PDF stuurt iets door of opent een ander bestand.",
    ),
    "a pdf that unpacks without end": (BOMB, "Deze PDF is beschadigd"),
}

ALLOWED = {
    "a signed pdf": paper(_signed),
    "a pdf with a link": paper(_note(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://x.example"))),
    "a pdf that speaks of scripts": paper(_note(Subtype=Name.Text, Contents="/JS /Launch /EmbeddedFiles")),
    "a pdf with a tree of tags": paper(
        lambda pdf: setattr(pdf.Root, "Tags", Dictionary(Type=Name.StructElem, S=Name.Sound))
    ),
    "a pdf that was changed and ends with blanks": paper() + b"\r\n\0\0",
}
