"""Reading the pages of the counter: as a tree, as words, and the rules every one of them obeys."""

import re
from collections import Counter

import html5lib
from lxml.html import document_fromstring

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Content-Type": "text/html; charset=utf-8",
}
HEAVIEST = 60_000
"""Bytes: what a page may weigh at most."""


def tree_of(answer):
    """Parse a page quickly, to look something up in it."""
    return document_fromstring(answer.get_data(as_text=True))


def _strictly(answer):
    """Parse a page as the standard says; raises for what a browser would have to repair."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(answer.get_data(as_text=True))


def words_in(element):
    """Return the words of an element, on one line."""
    return " ".join(" ".join(element.itertext()).split())


def words_on(answer):
    """Return the words somebody reads on a page, on one line."""
    return words_in(tree_of(answer).find("body"))


def flaws(answer, status=200):
    """Return every rule a page breaks."""
    if answer.status_code != status:
        return [f"status {answer.status_code}"]
    try:
        page = _strictly(answer)
    except html5lib.html5parser.ParseError as error:
        return [f"invalid HTML: {error}"]
    checks = (_head, _controls, _inline, _references, _leaks)
    found = [flaw for check in checks for flaw in check(page)]
    found += [
        f"header {name}: {answer.headers.get(name)}"
        for name, value in HEADERS.items()
        if answer.headers.get(name) != value
    ]
    if len(answer.data) >= HEAVIEST:
        found.append(f"weighs {len(answer.data)} bytes")
    return found


def _head(page):
    headings, title = page.findall(".//h1"), page.findtext("head/title")
    if page.get("lang") != "nl-BE":
        yield f"lang {page.get('lang')}"
    if len(headings) != 1:
        yield f"{len(headings)} h1"
    elif not title.removeprefix("Fout: ").startswith(words_in(headings[0])):
        yield f"title {title!r} does not begin with {words_in(headings[0])!r}"


def _controls(page):
    labels = {label.get("for") for label in page.iter("label")} | {
        c.get("id") for label in page.iter("label") for c in label.iter()
    }
    for control in (*page.iter("input"), *page.iter("select"), *page.iter("textarea")):
        named = control.get("aria-label") or (control.get("id") and control.get("id") in labels)
        if control.get("type") not in ("hidden", "submit") and not named:
            yield f"no label: {control.get('name')}"
    for form in page.iter("form"):
        tokens = [field for field in form.iter("input") if field.get("name") == "csrf_token" and field.get("value")]
        if form.get("method") == "post" and len(tokens) != 1:
            yield f"form without csrf token: {form.get('action')}"


def _inline(page):
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        loud = [name for name in element.attrib if name == "style" or name.startswith("on")]
        if (
            loud
            or element.tag == "style"
            or (element.tag == "script" and ("src" not in element.attrib or element.text))
        ):
            yield f"inline {element.tag} {loud}"
        for name in ("href", "src", "action"):
            if re.match(r"\s*(javascript|data|https?):", element.get(name, ""), re.IGNORECASE):
                yield f"address {element.get(name)}"


def _references(page):
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    yield from (f"id {name} stands there {count} times" for name, count in ids.items() if count > 1)
    for element in page.iter():
        for name in ("aria-labelledby", "aria-describedby", "for"):
            for wanted in element.get(name, "").split():
                if wanted not in ids:
                    yield f"{name}={wanted} leads nowhere"
        if element.get("href", "").startswith("#") and element.get("href")[1:] not in ids:
            yield f"link {element.get('href')} leads nowhere"


def _leaks(page):
    words = words_in(page.find("body"))
    yield from (
        f"leaks {word}"
        for word in re.findall(r"\bNone\b|\bUndefined\b|&lt;|&amp;|%\(\w+\)s|\{\{|\}\}|<bound|object at", words)
    )


def _forms(page):
    return [form for form in page.find(".//main").iter("form") if form.get("method") == "post"]


def blank_form(page, number=0):
    """Return what a browser sends for a form in which every field was emptied; only the hidden ones are kept."""
    form = _forms(page)[number]
    hidden = {field.get("name") for field in form.iter("input") if field.get("type") == "hidden"}
    ticked = {field.get("name") for field in form.iter("input") if field.get("type") in ("radio", "checkbox")}
    sent = sent_by(page, number)
    return {name: text if name in hidden else "" for name, text in sent.items() if name not in ticked}


def sent_by(page, number=0):
    """Return what a browser sends for a POST form in the main part of a page, as the page stands."""
    form = _forms(page)[number]
    sent = {}
    for field in form.iter("input"):
        ticked = field.get("type") not in ("radio", "checkbox") or field.get("checked") is not None
        if field.get("name") and ticked:
            sent.setdefault(field.get("name"), []).append(field.get("value", ""))
    sent = {name: values if len(values) > 1 else values[0] for name, values in sent.items()}
    for area in form.iter("textarea"):
        sent[area.get("name")] = (area.text or "").removeprefix("\n")
    for choice in form.iter("select"):
        options = list(choice.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        sent |= {choice.get("name"): option.get("value") for option in chosen[:1]}
    return sent
