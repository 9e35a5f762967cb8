"""What may not be in a template: macros, things from outside, other files, fields of Word that fetch or run."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from letters.doctor.parts import W, place
from letters.doctor.report import Problem, refusal
from workflow.wording import N_

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_PLAIN_PARTS = (".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif")
_MACROS = re.compile(r"vbaproject|vbadata|macroenabled|vba", re.IGNORECASE)
_BUILT_IN = re.compile(r"activex|embeddings|oleobject|controls|customui", re.IGNORECASE)

SHOWN_FIELDS = ("PAGE", "NUMPAGES")
"""The fields of Word a letter can have: the PDF writes these numbers itself."""

_KINDS = {
    "hyperlink": N_("een koppeling (hyperlink)"),
    "image": N_("een afbeelding van elders"),
    "attachedTemplate": N_("een gekoppeld sjabloon"),
    "oleObject": N_("een gekoppeld object"),
    "package": N_("een ingesloten bestand"),
    "control": N_("een besturingselement"),
    "aFChunk": N_("een ingevoegd bestand (altChunk)"),
    "subDocument": N_("een subdocument"),
    "frame": N_("een frame van elders"),
    "mailMergeSource": N_("een gegevensbron voor afdruk samenvoegen"),
    "vbaProject": N_("een macro"),
}
_REFUSED_INSIDE = ("attachedTemplate", "oleObject", "package", "control", "aFChunk", "subDocument", "vbaProject")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|[\\/]{2}", re.IGNORECASE)
_REVISED = ("ins", "del", "moveFrom", "moveTo")


def examine(members: dict[str, bytes], trees: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is in the template and may not be."""
    yield from _members(members)
    yield from _types(trees["[Content_Types].xml"])
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from _relations(name, tree, members)
        yield from _fields(name, tree)
        if any(next(tree.iter(W + tag), None) is not None for tag in _REVISED):
            text = N_("In %(place)s staan bijgehouden wijzigingen. Aanvaard of weiger ze in Word.")
            yield refusal(text, place=place(name))


def _members(members: dict[str, bytes]) -> Iterator[Problem]:
    for name in members:
        if _MACROS.search(name):
            yield refusal(N_("Het sjabloon bevat macro's (%(name)s). Bewaar het als .docx zonder macro's."), name=name)
        elif _BUILT_IN.search(name):
            yield refusal(N_("Het sjabloon bevat een ingesloten object of bestand (%(name)s)."), name=name)
        elif not name.endswith(("/", *_PLAIN_PARTS)):
            yield refusal(N_("Het onderdeel '%(name)s' hoort niet in een brief."), name=name)


def _types(tree: Any) -> Iterator[Problem]:
    """Check what the file says it is."""
    main = [e.get("ContentType") for e in tree.iter(f"{_TYPES}Override") if e.get("PartName") == "/word/document.xml"]
    declared = [e.get("ContentType") or "" for e in tree]
    if any(_MACROS.search(kind) for kind in declared):
        yield refusal(N_("Het bestand is een Word-document met macro's. Bewaar het als .docx zonder macro's."))
    elif main == [_TEMPLATE]:
        yield refusal(N_("Het bestand is een Word-sjabloon (.dotx). Bewaar het als .docx."))
    elif main != [_MAIN]:
        yield refusal(N_("Het bestand zegt niet van zichzelf dat het een Word-document (.docx) is."))


def _relations(name: str, tree: Any, members: dict[str, bytes]) -> Iterator[Problem]:
    """Check every reference: nothing from outside, nothing that runs, nothing that is not there."""
    folder = dirname(dirname(name))
    for relation in tree:
        kind, target = (relation.get("Type") or "").rsplit("/", 1)[-1], relation.get("Target") or ""
        what = _KINDS.get(kind, kind)
        if relation.get("TargetMode", "Internal") != "Internal" or _ADDRESS.match(target):
            text = N_("In %(place)s staat %(what)s naar buiten het bestand: %(target)s")
            yield refusal(text, place=_where(name), what=what, target=target)
        elif kind in _REFUSED_INSIDE:
            yield refusal(N_("In %(place)s staat %(what)s; dat kan niet in een brief."), place=_where(name), what=what)
        elif target.split("#")[0] and _resolved(folder, target) not in members:
            text = N_("In %(place)s wordt verwezen naar '%(target)s', en dat zit niet in het bestand.")
            yield refusal(text, place=_where(name), target=target)


def _where(name: str) -> str:
    return place(name.replace("_rels/", "").removesuffix(".rels")) or N_("het bestand")


def _resolved(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else normpath(join(folder, target))


def _fields(name: str, tree: Any) -> Iterator[Problem]:
    """Check the fields of Word itself: only page numbers, the rest fetches, runs or prints something else."""
    codes = [each.get(f"{W}instr") or "" for each in tree.iter(f"{W}fldSimple")]
    for code in (*codes, *_codes(tree)):
        kind = (code.split() or [""])[0].upper()
        if kind not in SHOWN_FIELDS:
            text = N_("In %(place)s staat het Word-veld %(kind)s; alleen PAGE en NUMPAGES kunnen in een brief.")
            yield refusal(text, place=place(name), kind=kind or "?")


def _codes(tree: Any) -> Iterator[str]:
    """Yield the code of every field, put together from the runs over which Word spread it."""
    running: list[str] = []
    for each in tree.iter(f"{W}fldChar", f"{W}instrText"):
        kind = each.get(f"{W}fldCharType")
        if each.tag == f"{W}instrText" and running:
            running[-1] += each.text or ""
        elif each.tag == f"{W}instrText":
            yield each.text or ""
        elif kind == "begin":
            running.append("")
        elif kind == "end" and running:
            yield running.pop()
    yield from running
