"""The tags of a template, one by one: whether each can be read, may stand there, and asks what a letter knows.

They are read apart from each other, so that one mistake does not hide the next.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from letters.doctor import language
from letters.doctor.report import Problem, refusal
from letters.doctor.shape import LOOP, names_in, nearest
from workflow.wording import N_

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WORD = re.compile(r"\{%[-+]?\s*(\w*)")
_SPLIT = re.compile(r"</?w:")
_ENDS = {"endif": "if", "endfor": "for"}
_LANGUAGE = Environment(autoescape=True)
"""Only ever parses: nothing is compiled or run here."""


@dataclass
class Reading:
    """What is known while the tags of one part are read: the facts, the open conditions, what was asked."""

    place: str
    facts: dict[str, Any]
    asked: dict[str, str] = field(default_factory=dict)
    open: list[tuple[str, str]] = field(default_factory=list)
    scopes: list[dict[str, tuple[str, Any]]] = field(default_factory=list)

    def read(self, source: str) -> Iterator[Problem]:
        """Read every tag of a part; yield what is wrong. The fields it asks for stay in `asked`."""
        for found in TAG.finditer(source):
            yield from self._tag(found[0])
        for _kind, tag in self.open:
            yield refusal(N_("In %(place)s wordt '%(tag)s' niet afgesloten."), place=self.place, tag=tag)

    def _tag(self, tag: str) -> Iterator[Problem]:
        if _SPLIT.search(tag):
            text = N_("In %(place)s is een veld door Word in stukken geknipt: '%(tag)s'. Typ het opnieuw, in één keer.")
            yield refusal(text, place=self.place, tag=re.sub(r"<[^>]*>", "", tag))
        elif tag.startswith("{{"):
            yield from self._expression(tag, tag)
        elif tag.startswith("{%"):
            yield from self._control(tag)

    def _control(self, tag: str) -> Iterator[Problem]:
        found = _WORD.match(tag)
        word = found[1] if found else ""
        if word in ("if", "for"):
            self.open.append((word, tag))
            self.scopes.append({})
            yield from self._deep(tag)
            yield from self._expression(tag, f"{tag}{{% end{word} %}}")
        elif word in ("elif", "else"):
            yield from self._inside(tag, ("if",) if word == "elif" else ("if", "for"))
            yield from self._expression(tag, f"{{% if 0 %}}{tag}{{% endif %}}")
        elif word in _ENDS:
            yield from self._inside(tag, (_ENDS[word],))
            if self.open:
                self.open.pop()
                self.scopes.pop()
        else:
            yield from self._expression(tag, tag)

    def _deep(self, tag: str) -> Iterator[Problem]:
        if sum(kind == "for" for kind, _tag in self.open) > language.DEEPEST:
            text = N_("In %(place)s staat '%(tag)s': meer dan twee herhalingen in elkaar mag niet in een sjabloon.")
            yield refusal(text, place=self.place, tag=tag)

    def _inside(self, tag: str, kinds: tuple[str, ...]) -> Iterator[Problem]:
        if not self.open or self.open[-1][0] not in kinds:
            text = N_("In %(place)s staat '%(tag)s' zonder het begin dat erbij hoort.")
            yield refusal(text, place=self.place, tag=tag)

    def _expression(self, tag: str, alone: str) -> Iterator[Problem]:
        """Read one tag by itself."""
        try:
            root = _LANGUAGE.parse(alone)
        except (TemplateSyntaxError, RecursionError):
            yield refusal(N_("In %(place)s is '%(tag)s' niet te lezen."), place=self.place, tag=tag)
            return
        for what in language.forbidden(root):
            text = N_("In %(place)s staat '%(tag)s': %(what)s mag niet in een sjabloon.")
            yield refusal(text, place=self.place, tag=tag, what=what)
        for node in root.body:
            yield from self._fields(node)
            yield from self._whole(tag, node)

    def _whole(self, tag: str, node: nodes.Node) -> Iterator[Problem]:
        """Check that lists are repeated and values printed, not the other way round; open the scope of a repetition."""
        if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            path, shape = self._look(node.iter) or ("", [None])
            if not isinstance(shape, list):
                text = N_("In %(place)s herhaalt '%(tag)s' iets dat geen lijst is.")
                yield refusal(text, place=self.place, tag=tag)
            element = shape[0] if isinstance(shape, list) else None
            self.scopes[-1] |= {node.target.name: (f"{path}[]", element), "loop": ("loop", LOOP)}
        for each in node.nodes if isinstance(node, nodes.Output) else ():
            if (self._look(each) or ("", None))[1] is not None:
                text = N_("In %(place)s drukt '%(tag)s' een lijst of groep af: kies één veld ervan.")
                yield refusal(text, place=self.place, tag=tag)

    def _fields(self, node: nodes.Node) -> Iterator[Problem]:
        """Walk to every field of a tag, the longest name first."""
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem) and getattr(node, "ctx", "load") == "load":
            written = _written(node)
            if written:
                yield from self._field(node, written)
                return
        for child in node.iter_child_nodes():
            yield from self._fields(child)

    def _field(self, node: nodes.Node, written: str) -> Iterator[Problem]:
        if found := self._look(node):
            self.asked.setdefault(found[0], written)
            return
        near = nearest(written, [*self._known(), *names_in(self.facts)])
        if near:
            text = N_("In %(place)s staat het onbekende veld '%(field)s'. Bedoel je '%(near)s'?")
            yield refusal(text, place=self.place, field=written, near=near)
        else:
            yield refusal(N_("In %(place)s staat het onbekende veld '%(field)s'."), place=self.place, field=written)

    def _known(self) -> list[str]:
        """List the fields that only exist inside the repetitions that are open."""
        inside = [item for scope in self.scopes for item in scope.items()]
        return [each for name, (_path, shape) in inside for each in (name, *names_in(shape, f"{name}."))]

    def _look(self, node: nodes.Node) -> tuple[str, Any] | None:
        """Find a field: its full name and what is under it; nothing when no letter knows it."""
        if isinstance(node, nodes.Name):
            return self._named(node.name)
        above = self._look(node.node) if isinstance(node, nodes.Getattr | nodes.Getitem) else None
        if above is None:
            return None
        path, shape = above
        step = node.attr if isinstance(node, nodes.Getattr) else getattr(getattr(node, "arg", None), "value", None)
        if isinstance(shape, dict) and step in shape:
            return f"{path}.{step}", shape[step]
        if isinstance(shape, list) and type(step) is int:
            return f"{path}[]", shape[0]
        return None

    def _named(self, name: str) -> tuple[str, Any] | None:
        for scope in reversed(self.scopes):
            found: tuple[str, Any] | None = scope.get(name)
            if found:
                return found
        return (name, self.facts[name]) if name in self.facts else None


def _written(node: nodes.Node) -> str:
    """Write a field as it stands in the template; nothing when it does not begin with a name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        above = _written(node.node)
        return above and f"{above}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        above = _written(node.node)
        return above and f"{above}[{getattr(node.arg, 'value', '?')!r}]"
    return ""


def guard(source: str) -> bool:
    """Say whether a whole part can be read and does nothing a template may not do, read as the letters read it."""
    try:
        return next(language.forbidden(_LANGUAGE.parse(source)), None) is None
    except (TemplateSyntaxError, RecursionError):
        return False
