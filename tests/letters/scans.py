"""Scans of letters: what comes out of a scanner after somebody signed with ink."""

import io

import pypdfium2


def scan_of(pdf, pages=None):
    """Print a letter and scan it: grey pictures of its pages, a little askew, bound as a PDF."""
    seen = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf)]
    turned = [page.rotate(0.4, fillcolor=250, expand=True) for page in seen][:pages]
    out = io.BytesIO()
    turned[0].save(out, "PDF", resolution=200, quality=25, save_all=True, append_images=turned[1:])
    return out.getvalue()
