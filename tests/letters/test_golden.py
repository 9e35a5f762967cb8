"""The words of every letter against the text that was read and approved: one file per variant in `golden/`.

The files are for reading: one paragraph per line, headings with #, bullets with -, tables with |,
bold between **. When the words change on purpose, renew them and read what changed:

    RENEW_GOLDEN=1 python -m pytest tests/letters/test_golden.py && git diff tests/letters/golden
"""

import difflib
import os
from itertools import groupby
from pathlib import Path

import pytest
from docx.table import Table

from tests.letters import samples, word_text
from tests.letters.samples import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
MARKS = {"Heading 1": "# ", "Heading 2": "## ", "List Bullet": "- "}
RENEW = "RENEW_GOLDEN=1 python -m pytest tests/letters/test_golden.py"


def paragraph(each):
    """Write a paragraph: its mark, and its words with the bold ones between stars."""
    if each.style.name in MARKS:
        return MARKS[each.style.name] + each.text
    stretches = ((bold, "".join(run.text for run in runs)) for bold, runs in groupby(each.runs, lambda r: bool(r.bold)))
    return "".join(f"**{text}**" if bold and text.strip() else text for bold, text in stretches)


def readable(docx):
    """Write a letter so that a lawyer can read it on the screen."""
    header, footer = word_text.edges(docx)
    out = [f"[{header}]"]
    for block in word_text.opened(docx).iter_inner_content():
        if isinstance(block, Table):
            cells = [
                [" / ".join(paragraph(p) for p in c.paragraphs if p.text) for c in row.cells] for row in block.rows
            ]
            out.append("\n".join(f"| {' | '.join(row)} |" for row in cells))
        elif block.text:
            out.append(paragraph(block))
    return "\n\n".join([*out, f"[{footer}]"]) + "\n"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_words_are_those_that_were_approved(name):
    path, now = GOLDEN / f"{name}.txt", readable(samples.paper(name).docx)
    if os.environ.get("RENEW_GOLDEN") == "1":
        path.write_text(now, encoding="utf-8")
    approved = path.read_text(encoding="utf-8") if path.exists() else ""
    changes = "\n".join(difflib.unified_diff(approved.splitlines(), now.splitlines(), "approved", "now", lineterm=""))
    assert now == approved, f"The words of {name} changed. Meant to? {RENEW}\n{changes}"


def test_every_approved_text_belongs_to_a_sample():
    assert {path.stem for path in GOLDEN.iterdir()} == set(SAMPLES)
