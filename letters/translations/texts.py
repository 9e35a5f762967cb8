"""The translation sheets: which letters have one in which language, and which ones a translator has read.

The texts stand in templates/letters/vertaalblad. A confirmation is of one text as it was read:
a text that changes is to be read again.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from letters import compose
from letters.letter import Letter, To
from letters.register import LETTERS
from letters.translations import sheet as translation_sheet
from letters.translations import translated
from letters.translations.languages import LANGUAGES, Language, named
from letters.translations.sheet import Sheet
from letters.translations.translated import Block
from workflow.models import Client, TranslationCheck
from workflow.moment import Moment

FOLDER = "vertaalblad"
MARK = "[[vertaling_na_te_lezen]]"
"""The shared block above every sheet no translator has read."""

SHEETS = ("aanmaning", "uitnodiging_hoorzitting", "beslissing", "brief_aan_client")
"""The letters that have a sheet."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def words_of(letter_name: str, language: str) -> str | None:
    """Return the text of a letter in a language, if there is one."""
    path = compose.WORDS / FOLDER / language / f"{letter_name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def title_of(letter_name: str) -> str:
    """Return what a letter with a sheet is called."""
    return LETTERS[letter_name].title


def sha256_of(words: str | None) -> str:
    """Return what a text is known by: another text has another."""
    return hashlib.sha256((words or "").encode()).hexdigest()


@dataclass(frozen=True)
class State:
    """How a sheet stands in one language: whether it is written, and who confirmed it as it is now."""

    language: Language
    written: bool
    check: TranslationCheck | None


def mark() -> tuple[Block, ...]:
    """Return what stands above a sheet no translator has read."""
    return tuple(translated.in_dutch(compose.with_blocks(MARK)))


@lru_cache(maxsize=128)
def blocks(letter_name: str, language: Language, words: str) -> tuple[Block, ...]:
    """Read a text of a letter; headings of the Dutch letter that it names are known as Dutch."""
    headings = {heading for text in LETTERS[letter_name].texts for heading in _HEADING.findall(compose.words_of(text))}
    return tuple(translated.read(words, language, headings))


def _sheet(letter_name: str, language: str, confirmed: bool) -> Sheet:
    words = words_of(letter_name, language)
    if words is None:
        raise compose.WordsMissing(f"templates/letters/{FOLDER}/{language}/{letter_name}.md")
    spoken = LANGUAGES[language]
    return Sheet(spoken, () if confirmed else mark(), blocks(letter_name, spoken, words))


def with_sheet(template: bytes, letter_name: str, language: str, confirmed: bool) -> bytes:
    """Return a Word template with the sheet of that letter in that language behind it; raises WordsMissing."""
    return translation_sheet.behind(template, _sheet(letter_name, language, confirmed))


def alone(letter_name: str, language: str, confirmed: bool) -> bytes:
    """Return the sheet as a Word file of its own, for the translator."""
    return translation_sheet.alone(_sheet(letter_name, language, confirmed))


def added(session: Session, letter: Letter, client: Client | None, template: bytes) -> tuple[str, bytes]:
    """Put the sheet of a client's language behind a letter to him; return its language and the template.

    Who speaks Dutch, or a language without a text, gets the letter alone: its language is empty.
    """
    language = named(client.contact_language) if client else None
    if letter.to is not To.CLIENT or language is None or words_of(letter.name, language.key) is None:
        return "", template
    confirmed = check_of(session, letter.name, language) is not None
    return language.key, with_sheet(template, letter.name, language.key, confirmed)


def check_of(session: Session, letter_name: str, language: Language) -> TranslationCheck | None:
    """Return who confirmed a text as it is now, if somebody did."""
    of_the_text = select(TranslationCheck).where(
        TranslationCheck.language == language.key,
        TranslationCheck.text == letter_name,
        TranslationCheck.sha256 == sha256_of(words_of(letter_name, language.key)),
    )
    return session.scalars(of_the_text).one_or_none()


def states(session: Session) -> dict[str, list[State]]:
    """Return, of every letter with sheets, how they stand in every language."""
    every = session.scalars(select(TranslationCheck))
    known = {(check.language, check.text, check.sha256): check for check in every}
    out: dict[str, list[State]] = {}
    for name in SHEETS:
        texts = ((language, words_of(name, language.key)) for language in LANGUAGES.values())
        out[name] = [State(each, bool(words), known.get((each.key, name, sha256_of(words)))) for each, words in texts]
    return out


def confirm(session: Session, letter_name: str, language: Language, translator: str, when: Moment) -> None:
    """Note that a translator read the text as it is now; who was first counts."""
    values = {"translator": translator, "confirmed_at": when.now, "confirmed_by_id": when.actor.person_id}
    sha256 = sha256_of(words_of(letter_name, language.key))
    session.add(TranslationCheck(language=language.key, text=letter_name, sha256=sha256, **values))
    try:
        session.flush()
    except IntegrityError:  # at the same instant
        session.rollback()


def withdraw(session: Session, letter_name: str, language: Language) -> None:
    """Take a confirmation back: from now on the sheet carries its mark again."""
    if check := check_of(session, letter_name, language):
        session.delete(check)
        session.flush()
