"""What goes in a reading bundle, in its order: the counter draws it up for one reader, the writing room makes it.

Every word is ready to print.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True)
class Text:
    """A paragraph of a divider; one with a number stands in a list."""

    words: str
    heading: bool = False
    number: str = ""


@dataclass(frozen=True)
class Paper:
    """A letter or a piece of a point: its label, its kind (pdf, docx, jpg, png), and where it is kept."""

    label: str
    kind: str
    sha256: str


@dataclass(frozen=True)
class Point:
    """A point on the agenda: its number and title, what its divider says, and its papers."""

    item_id: str
    title: str
    texts: tuple[Text, ...]
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class Words:
    """What the bundle says of itself, and of a paper that it cannot show."""

    agenda: str
    point: str
    page: str
    word_file: str
    unreadable: str


@dataclass(frozen=True)
class Plan:
    """A whole bundle: its opening page, its points, whose it is and since when."""

    title: str
    opening: tuple[str, ...]
    reader: str
    mark: str
    made_at: datetime
    points: tuple[Point, ...]
    words: Words

    @property
    def total(self) -> int:
        """How many things have to be done: every divider, every paper, and the opening page."""
        return sum(1 + len(point.papers) for point in self.points) + 1

    @property
    def contents(self) -> str:
        """A figure for what is in it: another one, and a bundle that was made is out of date."""
        return sha256(repr((self.title, self.opening, self.points)).encode()).hexdigest()
