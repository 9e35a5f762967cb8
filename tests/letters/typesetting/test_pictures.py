"""Pictures in a letter: taken over as they are where they can be, and named when they cannot be shown."""

import io
import struct
import time
import zlib
from contextlib import contextmanager

import pikepdf
import pytest
from PIL import Image

from letters.typesetting import pictures
from letters.typesetting.pdf import to_pdf
from letters.typesetting.reader import read
from tests.letters import pdf_text, samples
from tests.letters.docx_parts import EDGES, MAIN, RELATIONS, docx, p, picture, r


def made(mode="1", size=(33, 33), kind="PNG", color=None, **options):
    """Make a picture with a diagonal."""
    image = Image.new(mode, size, color or 0)
    for i in range(min(size)):
        image.putpixel((i, i), {"1": 1, "L": 200, "P": 3}.get(mode, (255, 0, 0, 128)[: len(mode)]))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def letter(data, alt="Een code", name="rId9.png", body=""):
    return docx(p(r("voor ") + picture(name.partition(".")[0], alt) + r(" na")) + body, media={name: data})


@contextmanager
def seen(data, part="2"):
    """Open the only picture of a PDF as it is seen."""
    pdf = pikepdf.open(io.BytesIO(to_pdf(data, "OCMW Gent", samples.NOW, part).data))
    (name,) = pdf.pages[0].Resources.XObject.keys()
    yield pikepdf.PdfImage(pdf.pages[0].Resources.XObject[name])


@pytest.mark.parametrize(
    ("data", "mode", "filters"),
    [
        (made("1"), "1", ["/FlateDecode"]),
        (made("L"), "L", ["/FlateDecode"]),
        (made("RGB"), "RGB", ["/FlateDecode"]),
        (made("P"), "P", ["/FlateDecode"]),
        (made("RGBA"), "RGB", ["/FlateDecode"]),
        (made("L", transparency=0), "RGB", ["/FlateDecode"]),
        (made("RGB", kind="JPEG"), "RGB", ["/DCTDecode"]),
        (made("L", kind="JPEG", progressive=True), "L", ["/DCTDecode"]),
        (made("CMYK", kind="JPEG"), "RGB", ["/FlateDecode"]),
    ],
)
def test_a_picture_is_shown_as_it_is_without_transparency(data, mode, filters):
    with seen(letter(data, name="rId9.jpg" if data.startswith(b"\xff") else "rId9.png")) as found:
        assert found.filters == filters
        assert found.size == (33, 33)
        assert {"/SMask", "/Mask"}.isdisjoint(found.obj.keys())
        shown = found.as_pil_image()
    if filters == ["/FlateDecode"]:
        with Image.open(io.BytesIO(data)) as source:
            paper = Image.new("RGBA", source.size, "white")
            paper.alpha_composite(source.convert("RGBA"))
        assert shown.convert("RGB").tobytes() == paper.convert("RGB").tobytes()
    assert shown.mode == mode


def test_a_png_goes_in_without_being_unpacked():
    data = made("1")
    assert pictures.prepare(data).data in data


def test_the_bytes_of_a_code_cost_less_than_a_millisecond():
    many = [made("1", color=i % 2, pnginfo=None, size=(200 + i, 200)) for i in range(20)]
    start = time.process_time()
    for data in many:
        pictures.prepare(data)
    assert (time.process_time() - start) / len(many) < 0.001


def test_a_picture_that_comes_twice_is_in_the_file_once():
    data = docx(p(picture("rId9", "x")) + p(picture("rId9", "y")), media={"rId9.png": made()})
    pdf = to_pdf(data, "OCMW Gent", samples.NOW)
    assert pdf.data.count(b"/Subtype /Image") == 1
    assert [node.alternative for node in pdf_text.Tagged(pdf.data).blocks("Figure")] == ["x", "y"]


def test_a_picture_is_said_in_its_place_with_its_size():
    tagged = pdf_text.Tagged(to_pdf(letter(made(), "Een code en meer"), "OCMW Gent", samples.NOW).data)
    (paragraph,) = tagged.blocks()
    first, figure, last = paragraph.kids
    assert (figure.kind, figure.alternative) == ("Figure", "Een code en meer")
    assert [tagged.pages[page].words[number] for page, number in (first, last)] == ["voor ", " na"]
    assert figure.attributes["/O"] == "/Layout"
    assert tagged.text(paragraph) == "voor  na"


def test_a_picture_makes_its_line_as_high_as_it_is():
    (block,) = read(letter(made())).blocks
    (image,) = [run.image for run in block.runs if run.image]
    assert (image.width, image.height) == pytest.approx((56.7, 56.7), abs=0.1)
    assert block.text == "voor  na"


def test_a_picture_in_the_header_is_decoration():
    header = f"<w:hdr {MAIN} {RELATIONS}>"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="image" Target="/word/media/rId9.png"/></Relationships>'
    )
    made_docx = docx(
        p(r("x")), EDGES, media={"rId9.png": made()}, header1=f"{header}{p(picture('rId9', 'Logo'))}</w:hdr>",
        footer1=f"<w:ftr {MAIN}>{p('')}</w:ftr>", more=[("word/_rels/header1.xml.rels", relations)],
    )  # fmt: skip
    with seen(made_docx) as found:
        assert found.size == (33, 33)
    assert pdf_text.Tagged(to_pdf(made_docx, "OCMW Gent", samples.NOW).data).blocks("Figure") == []


def test_a_picture_in_a_header_that_refers_to_nothing_is_named():
    header = f"<w:hdr {MAIN} {RELATIONS}>{p(picture('rId9', 'Logo'))}</w:hdr>"
    assert read(docx(p(r("x")), EDGES, header1=header)).unsupported == {"afbeelding die elders staat"}


def test_text_before_and_after_a_picture_in_one_run_keeps_its_order():
    both = picture("rId9", "x").replace("<w:r>", "<w:r><w:t>voor</w:t>").replace("</w:r>", "<w:t>na</w:t></w:r>")
    (block,) = read(docx(p(both), media={"rId9.png": made()})).blocks
    assert [run.text or run.image.description for run in block.runs] == ["voor", "x", "na"]


def test_a_picture_wider_than_the_line_and_higher_than_the_page_is_still_placed():
    wide = docx(p(r("x ") + picture("rId9", "x", width=300, height=400) + r("y")), media={"rId9.png": made()})
    tagged = pdf_text.Tagged(to_pdf(wide, "OCMW Gent", samples.NOW).data)
    assert len(tagged.blocks("Figure")) == 1
    assert pdf_text.paragraphs(to_pdf(wide, "OCMW Gent", samples.NOW).data) == ["x y"]


def broken(data, place=40):
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def png(*chunks):
    body = b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


HEAD = struct.pack(">IIBBBBB", 1, 1, 8, 3, 0, 0, 0)
HUGE = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 6, 0, 0, 0)
LARGE = struct.pack(">IIBBBBB", 8_000, 8_000, 8, 6, 0, 0, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"GIF89a", made(kind="GIF"), broken(made()), made()[:-5], made()[:50], png((b"IHDR", HEAD)),
        png((b"IHDR", HEAD), (b"IDAT", b"x")), png((b"IHDR", HUGE), (b"IDAT", b"x")), b"\xff\xd8",
        png((b"IHDR", LARGE), (b"IDAT", zlib.compress(b"\0"))), png((b"IHDR", HEAD[:9] + b"\6\0\0\0"), (b"IDAT", b"x")),
        b"\xff\xd8\xff\xe0\x00\x04abxxxxxxxxxxxxxxx", made("RGB", kind="JPEG")[:30],
    ],
)  # fmt: skip
def test_a_damaged_or_strange_picture_is_refused_by_name(data):
    with pytest.raises(ValueError):  # noqa: PT011 - what it says is for nobody
        pictures.prepare(data)
    assert read(letter(data)).unsupported == {"onleesbare afbeelding, of geen png of jpeg"}


def test_a_picture_without_words_is_named():
    assert read(letter(made(), alt="")).unsupported == {"afbeelding zonder alternatieve tekst"}
    assert read(letter(made())).unsupported == set()


def test_a_cropped_picture_is_named():
    cut = picture("rId9", "x").replace("<a:stretch>", '<a:srcRect l="1000"/><a:stretch>')
    assert read(docx(p(cut), media={"rId9.png": made()})).unsupported == {"bijgesneden afbeelding"}
