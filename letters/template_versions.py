"""The versions of a Word template: which one is in use, taking a new one, going back, what changed.

Version 0 is the house's own, made of the words in templates/letters; the others are rows, and
their bytes lie in the store. A version never changes; which one counts is a row of its own.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree
from sqlalchemy import and_, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from letters import compose
from letters.doctor.parts import FILLED_IN, paragraphs, words_of
from letters.store import store
from workflow.models import TemplateChoice, TemplateVersion
from workflow.moment import Moment
from workflow.wording import N_, Sentence

HOUSE = 0
"""The number of the house's own template."""


class VersionTaken(Exception):
    """Somebody else kept a version of the same text in the meantime; `reason` says who."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


def in_use(session: Session, text: str) -> tuple[int, bytes]:
    """Return the version a text is in, and its template: the newest choice counts, else the house's own."""
    same = and_(TemplateVersion.text == TemplateChoice.text, TemplateVersion.number == TemplateChoice.number)
    query = select(TemplateChoice.number, TemplateVersion.sha256).outerjoin(TemplateVersion, same)
    chosen = session.execute(query.where(TemplateChoice.text == text).order_by(TemplateChoice.id.desc()).limit(1))
    number, sha256 = chosen.one_or_none() or (HOUSE, None)
    return number, store.get(sha256) if sha256 else compose.template(text)


def newest_choices(session: Session) -> dict[str, TemplateChoice]:
    """Return the newest choice of every text that has one."""
    newest = select(func.max(TemplateChoice.id)).group_by(TemplateChoice.text)
    query = select(TemplateChoice).where(TemplateChoice.id.in_(newest)).options(joinedload(TemplateChoice.chosen_by))
    return {choice.text: choice for choice in session.scalars(query)}


def history(session: Session, text: str) -> list[TemplateVersion]:
    """Return every version of a text, the newest first."""
    query = select(TemplateVersion).where(TemplateVersion.text == text).order_by(TemplateVersion.number.desc())
    return list(session.scalars(query.options(joinedload(TemplateVersion.made_by))))


def choices(session: Session, text: str) -> list[TemplateChoice]:
    """Return who put which version in use and when, the newest first."""
    query = select(TemplateChoice).where(TemplateChoice.text == text).order_by(TemplateChoice.id.desc())
    return list(session.scalars(query.options(joinedload(TemplateChoice.chosen_by))))


def template_of(session: Session, text: str, number: int) -> bytes | None:
    """Return the template of one version, or nothing when there is no such version."""
    if number == HOUSE:
        return compose.template(text)
    query = select(TemplateVersion.sha256).where(TemplateVersion.text == text, TemplateVersion.number == number)
    sha256 = session.scalars(query).one_or_none()
    return store.get(sha256) if sha256 else None


def accept(session: Session, text: str, docx: bytes, remark: str, when: Moment, seen: int) -> TemplateVersion:
    """Keep a template as the next version and put it in use; raises VersionTaken when somebody was first.

    `seen` is the number of the newest version whoever uploads has looked at.
    """
    newest = _newest(session, text)
    if newest and newest.number != seen:
        raise VersionTaken(_taken(newest))
    number, sha256 = (newest.number if newest else HOUSE) + 1, store.put(docx)
    values = {"made_at": when.now, "made_by_id": when.actor.person_id}
    version = TemplateVersion(text=text, number=number, sha256=sha256, remark=remark, **values)
    session.add(version)
    try:
        session.flush()
    except IntegrityError:  # at the same instant: the database lets one of the two in
        session.rollback()
        winner = _newest(session, text)
        if winner is None:
            raise
        raise VersionTaken(_taken(winner)) from None
    choose(session, text, number, when)
    return version


def _newest(session: Session, text: str) -> TemplateVersion | None:
    query = select(TemplateVersion).where(TemplateVersion.text == text).order_by(TemplateVersion.number.desc())
    return session.scalars(query.limit(1)).one_or_none()


def _taken(version: TemplateVersion) -> Sentence:
    reason = N_(
        "Intussen bewaarde %(name)s versie %(number)s van dit sjabloon. Kijk na wat daarin staat en laad opnieuw op."
    )
    return Sentence(reason, name=version.made_by.name, number=version.number)


def choose(session: Session, text: str, number: int, when: Moment) -> None:
    """Put a version in use for every letter made from now on."""
    values = {"chosen_at": when.now, "chosen_by_id": when.actor.person_id}
    session.add(TemplateChoice(text=text, number=number, **values))
    session.flush()


def changes_in(session: Session, version: TemplateVersion) -> list["Change"]:
    """Return what a version changed in the one before it."""
    former = template_of(session, version.text, version.number - 1) or compose.template(version.text)
    return differences(former, store.get(version.sha256))


@dataclass(frozen=True)
class Change:
    """A paragraph that came (`erbij`), went (`weg`) or stands beside one that did (`gelijk`)."""

    kind: str
    words: str


def differences(former: bytes, new: bytes) -> list[Change]:
    """Lay the words of two templates side by side: what went, what came, and the paragraph before and after."""
    before, after = list(_words(former)), list(_words(new))
    found: list[Change] = []
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(1):
        for kind, start, end, first, last in group:
            if kind == "equal":
                found += [Change("gelijk", words) for words in before[start:end]]
            else:
                found += [Change("weg", words) for words in before[start:end]]
                found += [Change("erbij", words) for words in after[first:last]]
    return found


def _words(template: bytes) -> Iterator[str]:
    """Yield the paragraphs of header, body and footer in order, those that say something."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        names = sorted((name for name in package.namelist() if FILLED_IN.fullmatch(name)), key=_place)
        every = [
            " ".join(words_of(p).split()) for name in names for p in paragraphs(etree.fromstring(package.read(name)))
        ]
    yield from filter(None, every)


def _place(name: str) -> tuple[int, str]:
    return ["header", "document", "footer", "footnotes"].index(
        name.removeprefix("word/").rstrip("0123456789.xml")
    ), name
