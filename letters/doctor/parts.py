"""The parts of a .docx as trees of XML, read so that nothing is fetched and nothing is expanded."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from letters.doctor.report import Problem, refusal
from workflow.wording import N_

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
NEEDED = ("[Content_Types].xml", "_rels/.rels", DOCUMENT, "word/_rels/document.xml.rels", "word/styles.xml")
FILLED_IN = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
"""The parts in which a letter gets its words; everywhere else a field would stay as it is."""

MOST_PARAGRAPHS = 3000

_PLACES = (
    (r"word/document\.xml", N_("de brief")),
    (r"word/header\d*\.xml", N_("de koptekst")),
    (r"word/footer\d*\.xml", N_("de voettekst")),
    (r"word/footnotes\.xml", N_("de voetnoten")),
    (r"word/endnotes\.xml", N_("de eindnoten")),
    (r"word/comments.*\.xml", N_("de opmerkingen in de marge")),
    (r"docProps/.*", N_("de eigenschappen van het bestand")),
)


def place(name: str) -> str:
    """Name a part as people know it in Word."""
    return next((words for pattern, words in _PLACES if re.fullmatch(pattern, name)), name)


def trees(members: dict[str, bytes]) -> tuple[dict[str, Any], list[Problem]]:
    """Read every XML part; return the trees by name, and what could not be read."""
    found, problems = {}, []
    for name, content in members.items():
        if name.endswith((".xml", ".rels")):
            root, problem = _tree(name, content)
            if problem:
                problems.append(problem)
            else:
                found[name] = root
    if not problems:
        missing = [name for name in NEEDED if name not in found]
        problems += [refusal(N_("In het Word-bestand ontbreekt '%(name)s'."), name=name) for name in missing]
    if not missing_body(found) and sum(1 for _ in paragraphs(found[DOCUMENT])) > MOST_PARAGRAPHS:
        problems.append(refusal(N_("De brief telt meer dan %(most)s alinea's."), most=MOST_PARAGRAPHS))
    return found, problems


def missing_body(found: dict[str, Any]) -> bool:
    """Say whether there is no body of a letter to look into."""
    return DOCUMENT not in found or found[DOCUMENT].find(f"{W}body") is None


def _tree(name: str, content: bytes) -> tuple[Any, Problem | None]:
    if re.search(rb"<!(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        text = N_(
            "In '%(name)s' staat een DTD of entiteit: die kan andere bestanden inlezen en hoort niet in een brief."
        )
        return None, refusal(text, name=name)
    # a parser of its own for every part: nothing of one file lingers when the next is read
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        content.decode()
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, refusal(N_("Het onderdeel '%(name)s' is geen leesbare XML."), name=name)
    if (root.getroottree().docinfo.encoding or "UTF-8").upper() not in ("UTF-8", "ASCII", "US-ASCII"):
        return None, refusal(N_("Het onderdeel '%(name)s' is geen leesbare XML."), name=name)
    if any(each.tag is etree.PI for each in (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter())):
        return None, refusal(N_("In '%(name)s' staat een verwerkingsopdracht die niet in een brief hoort."), name=name)
    return root, None


def paragraphs(root: Any) -> Iterator[Any]:
    """Yield every paragraph in reading order, those in cells and text boxes too."""
    yield from root.iter(f"{W}p")


def words_of(paragraph: Any) -> str:
    """Return the words of one paragraph, without those of a text box that hangs on it."""
    own = (each for each in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br") if _home(each) is paragraph)
    return "".join(each.text or "" if each.tag == f"{W}t" else " " for each in own)


def _home(element: Any) -> Any:
    return next(element.iterancestors(f"{W}p"), None)
