"""What a letter is: its words, to whom it goes, who signs, how it leaves, what it must mention."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from letters.compose import MENTION
from letters.typesetting.document import Document
from workflow.moment import Moment
from workflow.roles import Role
from workflow.terms import Way
from workflow.wording import N_, Sentence


class To(StrEnum):
    """To whom a letter goes; the other party is the organisation across from the one that writes."""

    CLIENT = "client"
    OTHER_PARTY = "andere_partij"
    COMMITTEE = "bcsd"
    FILE = "dossier"


class LetterRefused(Exception):
    """A letter cannot be made; `reasons` says why, every reason at once."""

    def __init__(self, reasons: list[Sentence]) -> None:
        super().__init__(" ".join(str(reason) for reason in reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Mention:
    """Something a letter must say by law; `facts` are the values that must be readable in it.

    `applies` says for which letters the rule holds, when not for all.
    """

    key: str
    title: str
    article: str
    facts: tuple[str, ...] = ()
    applies: Callable[[dict[str, Any]], bool] | None = None

    def missing_in(self, document: Document, facts: dict[str, Any]) -> Sentence | None:
        """Return the sentence that says the mention is missing, or nothing when it stands there."""
        if self.applies and not self.applies(facts):
            return None
        said = document.mentions.get(MENTION + self.key, "")
        expected = [" ".join(str(_fact(facts, path)).split()) for path in self.facts]
        if said and all(value and value in said for value in expected):
            return None
        text = N_("In de brief ontbreekt een verplichte vermelding: %(title)s (%(article)s).")
        return Sentence(text, title=self.title, article=self.article)


def _fact(facts: dict[str, Any], path: str) -> Any:
    value: Any = facts
    for part in path.split("."):
        value = value[part]
    return value


Fields = Callable[[Any, Moment], dict[str, Any]]


@dataclass(frozen=True)
class Letter:
    """A letter the office knows how to write.

    `signed_by` are the functions that sign for the organisation that writes it, in their order,
    and `co_signed_by` those that sign after them for the other party; nobody signs what goes out
    as a notice. `words` picks the text among several (one for every kind of decision); `post_by`
    is the last day on which it may leave and still be in time for what it announces; `copies` is
    how many numbered copies are signed when nobody asks otherwise; `only_if` says for which files
    it is made, and `co_signed_if` in which the other party signs, when not for all; `kept` says of
    an earlier letter of this name that a newer one leaves it in force. A letter `by_either`
    is signed by the worker of whichever party acts.
    """

    name: str
    title: str
    to: To
    fields: Fields
    signed_by: tuple[Role, ...]
    sent: Way | None
    mentions: tuple[Mention, ...] = ()
    variants: tuple[str, ...] = ()
    words: Callable[[Any], str] | None = None
    post_by: Callable[[Any], date | None] | None = None
    copies: int | Callable[[Any], int] = 1
    co_signed_by: tuple[Role, ...] = ()
    only_if: Callable[[Any], bool] | None = None
    by_either: bool = False
    co_signed_if: Callable[[Any], bool] | None = None
    kept: Callable[[Any], bool] | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts this letter can have, as they are named in templates/letters."""
        return self.variants or (self.name,)

    def meant_for(self, case: Any) -> bool:
        """Say whether a file gets this letter."""
        return self.only_if is None or self.only_if(case)

    def copies_for(self, case: Any) -> int:
        """Return how many numbered copies of it one file needs."""
        return self.copies if isinstance(self.copies, int) else self.copies(case)

    def co_signers(self, case: Any) -> tuple[Role, ...]:
        """Return the functions that sign it for the other party, in one file."""
        return self.co_signed_by if self.co_signed_if is None or self.co_signed_if(case) else ()

    def stays(self, letter: Any) -> bool:
        """Say whether an earlier letter of this name stays in force beside a newer one."""
        return self.kept is not None and self.kept(letter)

    def text_for(self, case: Any) -> str:
        """Return the name of the text for one file."""
        return self.words(case) if self.words else self.name

    def missing(self, document: Document, facts: dict[str, Any]) -> list[Sentence]:
        """Return what the finished letter must mention and does not."""
        found = (mention.missing_in(document, facts) for mention in self.mentions)
        return [sentence for sentence in found if sentence]
