"""Numbered copies of a letter: as many as there are parties, each signed, each with its number on it."""

from letters import word
from letters.store import store
from letters.typesetting.pdf import to_pdf
from workflow.models import Letter, LetterCopy


def number_copies(letter: Letter) -> None:
    """Write every copy of a letter with its number, 1/3 to 3/3; a single copy carries none."""
    count = letter.number_of_copies
    letter.further_copies = [LetterCopy(number=number) for number in range(2, count + 1)]
    facts = letter.facts | {"exemplaar": f"1/{count}" if count > 1 else ""}
    if count > 1 or facts != letter.facts:
        letter.facts = facts
        _write(letter, letter, 1)
        for copy in letter.further_copies:
            _write(letter, copy, copy.number)


def _write(letter: Letter, copy: Letter | LetterCopy, number: int) -> None:
    count = letter.number_of_copies
    facts = letter.facts | {"exemplaar": f"{number}/{count}" if count > 1 else ""}
    docx = word.render(store.get(letter.template_sha256), facts)
    copy.docx_sha256 = store.put(docx)
    copy.pdf_sha256 = store.put(to_pdf(docx, facts["afzender"]["naam"], letter.made_at).data)
