"""The seal of a letter: Word, PDF, frozen facts and template, bound by their SHA-256 to an entry of the log.

The log is chained, so whoever changes a paper or a fact afterwards would have to write the
whole log again, and cannot.
"""

from collections.abc import Iterator
from typing import Any

from workflow import chain
from workflow.models import Letter
from workflow.wording import N_, Sentence

Seal = dict[str, Any]

PARTS = {
    "docx": N_("het Word-bestand"),
    "pdf": N_("de PDF"),
    "facts": N_("de vastgelegde gegevens"),
    "template": N_("het sjabloon"),
    "copies": N_("de genummerde exemplaren"),
}
"""What a seal binds together."""


def seal_of(letter: Letter) -> Seal:
    """State what the log keeps of a letter: its papers, its facts and its template, each by its SHA-256."""
    papers = {"docx": letter.docx_sha256, "pdf": letter.current_pdf_sha256, "template": letter.template_sha256}
    copies = [{"docx": copy.docx_sha256, "pdf": copy.current_pdf_sha256} for copy in letter.further_copies]
    named = {"reference": letter.reference, "name": letter.name, "facts": chain.sha256_of(letter.facts)}
    return named | papers | ({"copies": copies} if copies else {})


def breaks(letter: Letter, sealed: Seal) -> Iterator[Sentence]:
    """Name every part of a letter that is no longer what the log says; an older entry bound fewer parts."""
    now = seal_of(letter)
    for part, title in PARTS.items():
        if part in sealed and now.get(part) != sealed[part]:
            text = N_("%(reference)s: %(part)s van de brief is niet wat het logboek zegt")
            yield Sentence(text, reference=letter.reference, part=title)
