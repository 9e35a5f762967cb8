"""What somebody can do to a signed PDF afterwards."""

import io

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def painted_over(pdf):
    """Add an update that leaves every signed byte in its place, and paints a white box over the text."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    box = generic.StreamObject(stream_data=b"q 1 1 1 rg 60 400 300 100 re f Q")
    writer.add_stream_to_page(0, writer.add_object(box))
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(pdf)
    return out.getvalue()


def saved_again(pdf):
    """Open and save with another program, as a mail gateway or a viewer does: every page looks the same."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out)
    return out.getvalue()
