"""The words of a letter as a template: what they ask for, and every way through their conditions."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, meta, nodes

from letters import compose, standard_blocks, usual
from letters.translations import texts as translations

ENVIRONMENT = Environment(undefined=StrictUndefined)  # only our own words are read here
_BRANCH = re.compile(r"^\{% (?:if|elif|else|for)\b[^%]*%\}$", re.MULTILINE)
_INLINE = re.compile(r"(?<!^)\{% (?:if|elif|else)\b[^%]*%\}", re.MULTILINE)


def plain(text: str) -> str:
    """Make the words of a letter readable for Jinja alone: a row with only a command is a line of its own."""
    return re.sub(r"^\| (\{%[^%]*%\}) \|[ |]*$", r"\1", text, flags=re.MULTILINE)


def whole(name: str) -> str:
    """Return every word of a letter, with its letterhead, as one template."""
    with zipfile.ZipFile(compose.LETTERHEAD) as package:
        head = " ".join(package.read(part).decode() for part in package.namelist() if re.match(r"word/\w+\.xml", part))
    runs = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", head)
    letterhead = " ".join(run.replace("{%p", "{%").replace("{%tr", "{%") for run in runs)
    letterhead = letterhead.replace("{{ inhoud }}", "").replace("{{ slot }}", "")
    return "\n".join((letterhead, plain(compose.words_of(name)), plain(compose.with_blocks(compose.CLOSING))))


def asked(name: str) -> set[str]:
    """Return the groups of facts the words of a letter ask for."""
    return meta.find_undeclared_variables(ENVIRONMENT.parse(whole(name)))


def leaves_asked(name: str) -> set[tuple[str, str]]:
    """Return the single facts inside a group that the words of a letter ask for."""
    found = ENVIRONMENT.parse(whole(name)).find_all(nodes.Getattr)
    return {(each.node.name, each.attr) for each in found if isinstance(each.node, nodes.Name)}


def files() -> Iterator[str]:
    """Yield the name of every Dutch text of a letter and shared block."""
    for path in sorted(compose.WORDS.rglob("*.md")):
        if (name := path.relative_to(compose.WORDS)).parts[0] not in (
            translations.FOLDER,
            usual.FOLDER,
            standard_blocks.FOLDER.name,
        ):
            yield str(name.with_suffix(""))


def marked(path: Path) -> tuple[str, list[str]]:
    """Put a sign after every branch of a text; return the text and the signs."""
    signs: list[str] = []

    def sign(found: re.Match[str]) -> str:
        signs.append(f"«{path.stem} {len(signs) + 1}: {found[0]}»")
        return found[0] + f"{{{{ taken({len(signs) - 1!r}, {path.stem!r}) }}}}"

    text = _INLINE.sub(sign, _BRANCH.sub(sign, plain(path.read_text(encoding="utf-8"))))
    return text, signs


def branches_taken(texts: dict[str, list[dict[str, Any]]]) -> tuple[set[str], set[str]]:
    """Render texts with their facts; return every branch there is, and those that were taken."""
    signs: dict[str, list[str]] = {}
    taken: set[str] = set()

    def words_of(name: str) -> str:
        path = compose.WORDS / f"{name}.md"
        text, signs[path.stem] = marked(path)
        return re.sub(r"^\[\[(\w+)\]\]$", lambda found: words_of(f"blokken/{found[1]}"), text, flags=re.MULTILINE)

    def take(number: int, stem: str) -> str:
        taken.add(signs[stem][number])
        return ""

    for name, many in texts.items():
        template = ENVIRONMENT.from_string(words_of(name))
        for facts in many:
            template.render(facts, taken=take)
    return {sign for each in signs.values() for sign in each}, taken
