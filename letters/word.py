"""Word template + facts -> .docx (the only module that imports docxtpl).

docxtpl gives the template language; the template is opened, patched and compiled once, in a
sandbox that escapes every value and refuses an unknown one. The finished file has fixed dates
inside, so that the same facts always give the same bytes.
"""

import io
import re
import zipfile
from functools import lru_cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import DictLoader, StrictUndefined, Template
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from letters import qr

_ENVIRONMENT = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, loader=DictLoader({}))
_TEMPLATED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_PARAGRAPH = re.compile(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
_TAKES_AWAY = re.compile(r"\{%p (\w+)")
_BOOKMARK = re.compile(r"<w:bookmark(?:Start|End)\b[^>]*/>")
_QUOTED = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
CHECK_CODE = "Controlecode"
"""The name, in Word, of the picture that becomes the QR code of each letter."""

_CHECK_CODE = re.compile(rf'<wp:docPr [^>]*name="{CHECK_CODE}".*?r:embed="(\w+)"', re.DOTALL)
_FIXED_DATE = (2026, 1, 1, 0, 0, 0)
_QUICK = 3
"""How hard a letter is packed: a twentieth larger than usual, a sixth sooner ready."""

MERGED, WORDS = "\ue020", "\ue021"
"""Where a merged fact begins and ends on the screen; the form removes such characters from what people type."""

_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


class LetterFailed(Exception):
    """The template could not be filled in with these facts; the message says where."""


class _Compiled:
    """A Word template made ready: its members, and a compiled Jinja template for those with words."""

    def __init__(self, template: bytes) -> None:
        patched = templated(template)
        self.members: list[tuple[str, bytes | Template]] = []
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            for name in package.namelist():
                words = patched.get(name)
                self.members.append((name, _ENVIRONMENT.from_string(words) if words else package.read(name)))
            self.check_code = _check_code(package)


def _check_code(package: zipfile.ZipFile) -> str | None:
    """Return the name of the picture that stands for the QR code, if the template has it."""
    drawn = _CHECK_CODE.search(package.read("word/document.xml").decode())
    relations = package.read("word/_rels/document.xml.rels").decode()
    tag = drawn and re.search(rf'<Relationship [^>]*Id="{drawn[1]}"[^>]*>', relations)
    target = tag and re.search(r'Target="([^"]+)"', tag[0])
    return f"word/{target[1]}" if target else None


def templated(template: bytes) -> dict[str, str]:
    """Return the members with words, as the template language reads them; raises for what is no .docx."""
    patcher = DocxTemplate(io.BytesIO(template))
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        names = [name for name in package.namelist() if _TEMPLATED.fullmatch(name)]
        sources = {name: _PARAGRAPH.sub(_kept, package.read(name).decode()) for name in names}
    return {name: _QUOTED.sub(_unquoted, patcher.patch_xml(source)) for name, source in sources.items()}


def _kept(paragraph: re.Match[str]) -> str:
    """Keep the bookmarks of a paragraph that only holds a condition: Word puts them in it, docxtpl takes it away."""
    condition = _TAKES_AWAY.search(re.sub("<[^>]*>", "", paragraph[0]))
    if condition is None:
        return paragraph[0]
    marks = "".join(_BOOKMARK.findall(paragraph[0]))
    bare = _BOOKMARK.sub("", paragraph[0])
    return bare + marks if condition[1].startswith("end") else marks + bare


def _unquoted(tag: re.Match[str]) -> str:
    """Write the quotes of a tag as the template language reads them; some programs save them as entities."""
    return tag[0].replace("&quot;", '"').replace("&apos;", "'")


def has_check_code(template: bytes) -> bool:
    """Say whether a template has the picture that becomes the QR code of each letter."""
    return _compiled(template).check_code is not None


@lru_cache(maxsize=256)
def _compiled(template: bytes) -> _Compiled:
    return _Compiled(template)


class _Spoken(str):
    """A fact that prints itself escaped, with its line breaks and tabs; a condition compares it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return _BREAK.join(_TAB.join(map(escape, line.split("\t"))) for line in self.split("\n"))


class _Marked(_Spoken):
    """A fact that also prints where it begins and ends, for the page that shows what was merged."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"{MERGED}{super().__html__()}{WORDS}" if self else ""


class _MarkedNumber(int):
    """A number that does the same."""

    __slots__ = ()

    def __html__(self) -> str:
        return f"{MERGED}{int(self)}{WORDS}"


def _spoken(value: Any, kind: type[_Spoken]) -> Any:
    """Make a fact ready for Word, in lists and dictionaries too."""
    if type(value) is int and kind is _Marked:
        return _MarkedNumber(value)
    if isinstance(value, str):
        return kind(value) if kind is _Marked or "\n" in value or "\t" in value else value
    if isinstance(value, dict):
        return {name: _spoken(inner, kind) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_spoken(inner, kind) for inner in value]
    return value


def render(template: bytes, facts: dict[str, Any], marked: bool = False) -> bytes:
    """Fill a Word template with facts; raises LetterFailed for an unknown field or forbidden code.

    `marked` leaves a sign before and after every merged fact, for the screen.
    """
    spoken = _spoken(facts, _Marked if marked else _Spoken)
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            compiled = _compiled(template)
            for name, content in compiled.members:
                filled = content if isinstance(content, bytes) else content.render(spoken).encode()
                if name == compiled.check_code:
                    filled = qr.png(qr.address_of(facts["controle"]))
                info = zipfile.ZipInfo(name, _FIXED_DATE)
                info.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
                made.writestr(info, filled, compresslevel=_QUICK)
    except TemplateError as error:
        raise LetterFailed(str(error)) from error
    return out.getvalue()
