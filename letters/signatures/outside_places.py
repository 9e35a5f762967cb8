"""What a program elsewhere may have changed in our PDF: signatures, in the boxes the letter has for them.

Whatever it draws for a signature it may draw over our words, and every check would call it a
signature. So what is visible has to lie inside the signature block.
"""

from collections.abc import Iterator

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    CatalogModificationRule,
    FormUpdatingRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON, ROOT_EXEMPT_STRICT_COMPARISON
from pyhanko.sign.fields import MDPPerm

_FIRST = {"/SigFlags"}, {"/Perms"}
"""What the first signature may change beside its own field: in the form, and in the root when it certifies."""


def _policy(first: bool) -> StandardDiffPolicy:
    """Return pyHanko's own rules, but no other fields than those of signatures; `first` when nobody signed yet."""
    form, root = _FIRST if first else (set(), set())
    fields = [SigFieldCreationRule(), SigFieldModificationRule()]
    catalog = CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | root)
    return StandardDiffPolicy(
        [catalog, *DEFAULT_DIFF_POLICY.global_rules[1:]],
        FormUpdatingRule(fields, ACROFORM_EXEMPT_STRICT_COMPARISON | form),
    )


Rectangle = tuple[float, float, float, float]


def only_signatures(ours: PdfFileReader, given: PdfFileReader) -> bool:
    """Say whether nothing was added to our PDF but signatures, and what is needed to check them."""
    first, base = not ours.embedded_regular_signatures, ours.xrefs.total_revisions - 1
    outcome = _policy(first).review_file(given, base, doc_mdp=None if first else MDPPerm.FILL_FORMS)
    return not isinstance(outcome, SuspiciousModification)


def misplaced(ours: PdfFileReader, given: PdfFileReader) -> bool:
    """Say whether a PDF has something visible on a page, outside the boxes our letter has there."""
    pages = zip(_pages(ours), _pages(given), strict=True)
    return any(
        _visible(drawn) and not any(_within(drawn, box) for box in boxes) for boxes, shown in pages for drawn in shown
    )


def _pages(pdf: PdfFileReader) -> Iterator[list[Rectangle]]:
    """Yield, for every page, the rectangles of what lies on it."""
    for number in range(int(pdf.root["/Pages"]["/Count"])):
        page = pdf.find_page_for_modification(number)[0].get_object()
        shown = [each.get_object()["/Rect"] for each in page.get("/Annots", [])]
        yield [_rectangle([float(edge) for edge in edges]) for edges in shown]


def _rectangle(edges: list[float]) -> Rectangle:
    left, right = sorted(edges[0::2])
    bottom, top = sorted(edges[1::2])
    return left, bottom, right, top


def _visible(box: Rectangle) -> bool:
    return box[2] > box[0] and box[3] > box[1]


def _within(inner: Rectangle, outer: Rectangle) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]
