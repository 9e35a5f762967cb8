"""A real browser on a real server: Chromium, the app with its CSRF protection on, a clock the tests set."""

import asyncio
import logging
import re
import shutil
import threading
from pathlib import Path
from typing import ClassVar

import factories
import pytest
from conftest import require
from playwright.sync_api import Error
from werkzeug.serving import make_server

from workflow.models import db
from workflow.models.database import writing

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""The same engine without the windows of a browser around it costs a third; a whole Chromium will do."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

AXE = """colours => axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {'color-contrast': {enabled: colours}}, resultTypes: ['violations'], selectors: false,
}).then(found => found.violations.map(each => [each.id, each.nodes[0].html, each.help]))"""
"""What axe has against a page, in short: all that it found right would take longer to bring home than to find."""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

PARTS = """[...new Set([...document.querySelectorAll('body *')].map(e => [e.parentElement, e].map(x => [
    x.tagName, x.className.baseVal ?? x.className, x.getAttribute('type'), x.getAttribute('role')]).join(' ')))]"""
"""What a page is made of: every element with its classes, type and role, in what it stands."""


@pytest.fixture(scope="session")
def engine():
    """One Chromium for all the tests of a worker, with the event loop that drives it."""
    require("BROWSER", CHROMIUM, "Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        loop = asyncio.get_running_loop()
        asyncio._set_running_loop(None)
        yield browser, loop
        asyncio._set_running_loop(loop)
        browser.close()


@pytest.fixture
def chromium(engine):
    """The browser, for one test: only while it runs, its loop is that of this thread, and signing happens elsewhere."""
    browser, loop = engine
    asyncio._set_running_loop(loop)
    yield browser
    asyncio._set_running_loop(None)


@pytest.fixture
def server(app, monkeypatch):
    """The office on a port of its own, as people use it: with CSRF protection. Its style and script come once."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    monkeypatch.setitem(app.config, "SEND_FILE_MAX_AGE_DEFAULT", 3600)
    db.session.rollback()
    writing.set(False)  # the server writes; this side only looks
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.port}"
    running.shutdown()
    thread.join()
    running.server_close()


class Desk:
    """One person at his own browser; what the console says is kept."""

    looked_at: ClassVar[set[str]] = set()
    """The kinds of pages, and of parts of pages, that axe saw in this run."""

    def __init__(self, chromium, server, login, javascript=True, width=1366, axe=None):
        self.server, self.login, self.said, self.axe = server, login, [], axe
        viewport = {"width": width, "height": 900}
        self.context = chromium.new_context(viewport=viewport, locale="nl-BE", java_script_enabled=javascript)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        if login:
            self._sign_in()

    def _sign_in(self):
        """Send the form of the sign-in page without looking at it: whoever looks at it has a test of his own."""
        door, ask = self.server + "/aanmelden", self.context.request
        token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', ask.get(door).text())[1]
        ask.post(door, form={"csrf_token": token, "login": self.login, "password": factories.PASSWORD}, max_redirects=0)

    def go(self, path):
        try:
            answer = self.page.goto(self.server + path)
        except Error:  # the page that lay open was being read again by itself
            answer = self.page.goto(self.server + path)
        self._look()
        return answer

    def press(self, name):
        """Press the button or follow the link with this name."""
        button = self.page.get_by_role("button", name=name, exact=True)
        target = button if button.count() else self.page.get_by_role("link", name=name, exact=True)
        target.first.click()
        self.page.wait_for_load_state()
        self._look()

    def violations(self, axe, colours=True):
        """Return what axe has against the page as it stands."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(axe)
        return [(self.page.url, *each) for each in self.page.evaluate(AXE, colours)]

    def flaws(self, axe, widths=(390, 1366)):
        """Return what is wrong with the page, narrow and wide: its colours are the same, so they are weighed once."""
        wrong = []
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 900})
            wrong += self.violations(axe, colours=width == 1366)
            if self.page.evaluate(SIDEWAYS) > 0:
                wrong.append((self.page.url, width, "scrolls sideways"))
        return wrong

    def _look(self):
        """Where axe is given, note what is wrong, wide, with every page that shows something new."""
        if self.axe and self._shows_something_new():
            self.said += self.flaws(self.axe, (1366,))

    def _shows_something_new(self):
        """Whether this kind of page, or a part in it, was not looked at before in this run."""
        kind = re.sub(r"[A-Z]+-\d+-\d+|[0-9a-f]{32}", "…", self.page.url.removeprefix(self.server))
        parts = {kind, *self.page.evaluate(PARTS)}
        new = parts - self.looked_at
        self.looked_at |= parts
        return bool(new)

    def fill(self, **values):
        """Fill in fields by their name: text, date, list or radio."""
        for name, value in values.items():
            self._fill(name, value)

    def _fill(self, name, value):
        field = self.page.locator(f"[name='{name}']")
        kind = field.first.evaluate("e => e.tagName + ':' + e.type")
        if kind.startswith("SELECT"):
            field.first.select_option(value)
        elif kind == "INPUT:radio":
            self.page.check(f"[name='{name}'][value='{value}']")
        elif kind == "INPUT:checkbox":
            field.first.check()
        else:
            field.first.fill(value)

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    @property
    def text(self):
        return self.page.locator("body").inner_text()

    def download(self, path):
        """Fetch a file as this person."""
        answer = self.context.request.get(self.server + path)
        assert answer.ok, (path, answer.status)
        return answer.body()

    def leave(self):
        self.context.close()


@pytest.fixture
def desk(chromium, server):
    """Return a function that lets somebody sit down at a desk."""
    desks = []

    def sit(login, **options):
        desks.append(Desk(chromium, server, login, **options))
        return desks[-1]

    yield sit
    for each in desks:
        each.leave()


@pytest.fixture(scope="session")
def axe():
    return (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
