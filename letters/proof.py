"""The proof print: every letter with sample facts, as Word and as PDF, from the templates that are in use."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from letters import compose, word
from letters.samples.register import SAMPLES
from letters.typesetting.pdf import to_pdf

Templates = Callable[[str], bytes]
"""Gives the template of a text."""


@dataclass(frozen=True)
class Proof:
    """One sample on paper."""

    name: str
    docx: bytes
    pdf: bytes

    @property
    def files(self) -> Iterable[tuple[str, bytes]]:
        """The files of this proof by their name."""
        return (f"{self.name}.docx", self.docx), (f"{self.name}.pdf", self.pdf)


def proofs(
    now: datetime, templates: Templates = compose.template, text: str | None = None, part: str = "2"
) -> Iterator[Proof]:
    """Make the samples one by one, of every text or of one; `part` "1" gives PDF/A-1b."""
    for sample in SAMPLES.values():
        if text in (None, sample.text):
            docx = word.render(templates(sample.text), sample.facts)
            pdf = to_pdf(docx, sample.facts["afzender"]["naam"], now, part)
            yield Proof(sample.name, docx, pdf.data)
