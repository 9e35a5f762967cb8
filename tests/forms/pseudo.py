"""A language in which every message stands between brackets, to see what the program says without asking gettext."""

import re

import flask_babel
from sqlalchemy import JSON, String, select

from letters.standard_blocks import all_blocks
from letters.usual import usual
from tests.forms.pages import tree_of
from workflow.facts import FACTS
from workflow.models import Base, Client, Person, db
from workflow.parameters import PARAMETERS
from workflow.proof_link import LINKS
from workflow.register import WORKFLOWS

OPEN, CLOSE = "\u27e6", "\u27e7"
SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-copied", "data-failed")
"""The attributes that people read or hear."""

NO_WORD = re.compile(r"\b[A-Z]{2}\b|\b[0-9a-f]{8,16}\b")
"""The initials in a round picture, and a piece of a checksum."""


KEY = re.compile("[a-z0-9_.-]+")
"""The key of a state, a step or a role: nobody reads those, so they count as no data."""


class Brackets:
    """What gettext asks of a catalogue; every message that was asked is kept."""

    def __init__(self):
        self.asked = set()

    def ugettext(self, message):
        self.asked.add(message)
        return f"{OPEN}{message}{CLOSE}"

    def ungettext(self, singular, plural, number):
        self.asked |= {singular, plural}
        return f"{OPEN}{singular if number == 1 else plural}{CLOSE}"


def speak_in_brackets(monkeypatch):
    """Let the program speak the language of brackets; return what it asks."""
    brackets = Brackets()
    monkeypatch.setattr(flask_babel.Domain, "get_translations", lambda self: brackets)
    return brackets


def _without_messages(text):
    """Leave out every message, with what stands inside it."""
    kept, depth = [], 0
    for letter in text:
        depth += letter == OPEN
        if depth == 0:
            kept.append(letter)
        depth -= letter == CLOSE and depth > 0
    return "".join(kept)


def data_of_the_office():
    """Every text that is no message: what the database holds, articles of law, names the same in every language."""
    texts = {"Handreiking", "Word", "PDF"} | {each.source for each in PARAMETERS.values()}
    texts |= set(usual("bijlage_gpmi").values()) | {block.title for block in all_blocks()}
    for workflow in WORKFLOWS.values():
        texts |= {workflow.article, *[term.source for term in workflow.terms]}
    texts |= {article for _title, article in LINKS.values()} | {kind.article for kind in FACTS.values()}
    for table in Base.metadata.sorted_tables:
        columns = [column for column in table.columns if isinstance(column.type, String | JSON)]
        for row in db.session.execute(select(*columns)) if columns else ():
            texts.update(*map(_texts_in, row))
    for row in (*db.session.query(Person), *db.session.query(Client)):
        texts |= {row.name, f"{row.last_name} {row.first_name}"}
    return texts


def _texts_in(value):
    if isinstance(value, str):
        return {" ".join(line.split()) for line in value.splitlines()}
    if isinstance(value, dict | list):
        return set().union(*map(_texts_in, value.values() if isinstance(value, dict) else value))
    return set()


class Listener:
    """Hears what a page says that neither gettext nor the database gave."""

    def __init__(self, known, typed=()):
        texts = {text for text in known if len(text) > 1 and not KEY.fullmatch(text)} | set(typed)
        texts = sorted(texts, key=len, reverse=True)
        self.known = re.compile("|".join(map(re.escape, texts)))

    def unspoken(self, answer):
        """Return the words on a page that are in no message and no data."""
        page = tree_of(answer)
        for letter in page.findall(".//article"):
            letter.clear()  # the letter itself is Dutch by law
        texts = [page.findtext("head/title"), *page.find("body").itertext()]
        texts += [e.get(name) for e in page.iter() for name in SPOKEN if isinstance(e.tag, str) and e.get(name)]
        return [text for text in map(self._rest, texts) if re.search(r"[^\W\d_]{2}", text)]

    def _rest(self, text):
        rest = " ".join(_without_messages(text).split())
        return NO_WORD.sub("", self.known.sub("", rest)) if rest else ""
