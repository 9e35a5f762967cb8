"""How soon the office is open after starting, and how much memory it holds."""

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from statistics import median

from lxml import html
from meter import Figure

from forms.demo.office import PASSWORD

BARE = """
from flask import Flask
app = Flask("vloer")
app.add_url_rule("/aanmelden", view_func=lambda: "open", endpoint="x")
"""
TIMES = 5


def figures(folder):
    """Start the server as `make run` does, beside a Flask that says one word."""
    (folder / "vloer.py").write_text(BARE)
    ours, floor, memory, bare_memory = [], [], [], []
    for _ in range(TIMES):
        for app, opened, held, visit in (
            ("vloer:app", floor, bare_memory, _nothing),
            ("forms.app:create_app()", ours, memory, _visit),
        ):
            seconds, megabytes = _serve(app, folder, visit)
            opened.append(seconds)
            held.append(megabytes)
    yield Figure(
        "eerste pagina na de start", "s", median(ours), min(ours), median(floor), "gunicorn met een leeg Flask", 2
    )
    yield Figure(
        "geheugen na een halve dag bladeren en tekenen",
        "MB",
        median(memory),
        min(memory),
        median(bare_memory),
        "gunicorn met een leeg Flask",
        150,
    )


def _serve(app, folder, visit):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"HANDREIKING_INSTANCE": str(folder), "PYTHONPATH": f"{folder}:{os.getcwd()}"}
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--threads", "4", "--log-level", "error"]
    start = time.monotonic()
    server = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}", app], env=environment)
    try:
        address = f"http://127.0.0.1:{port}"
        seconds = _until_open(f"{address}/aanmelden", start)
        visit(address)
        return seconds, _memory(server.pid)
    finally:
        server.terminate()
        server.wait()


def _until_open(url, start):
    while time.monotonic() - start < 30:
        try:
            urllib.request.urlopen(url, timeout=5).read()
            return time.monotonic() - start
        except OSError:
            time.sleep(0.01)
    raise AssertionError("the server does not open")


def _memory(pid):
    """Return what the server and its worker hold together, in MB; what they share counts once."""
    workers = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=True).stdout.split()
    total = 0
    for each in (str(pid), *workers):
        with open(f"/proc/{each}/smaps_rollup") as lines:
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1000


def _nothing(address):
    return address


def _visit(address):
    """Sign in as the director, read the lists and forty files, and sign a letter."""
    browser = _Browser(address, "directeur")
    worklist = browser.get("/?t=teken")
    files = sorted(set(re.findall(r"/dossiers/SD-[0-9-]+", browser.get("/dossiers"))))
    assert files
    for path in (files * 40)[:40]:
        browser.get(path)
    for path in set(re.findall(r"/brieven/BR-[0-9-]+", worklist)):
        if f"{path}/onderteken" in browser.get(path):
            browser.send(path, f"{path}/onderteken", read="y", password=PASSWORD)
            return
    raise AssertionError("no letter to sign on the work list")


class _Browser:
    """Somebody at work."""

    def __init__(self, address, login):
        self.address = address
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)
        self.send("/aanmelden", "/aanmelden", login=login, password=PASSWORD)

    def get(self, path):
        return self.opener.open(self.address + path).read().decode()

    def send(self, page, action, **fields):
        """Fill in the form on `page` that goes to `action`, and send it."""
        forms = html.fromstring(self.get(page)).forms
        form = next(each for each in forms if (each.action or page).endswith(action))
        data = urllib.parse.urlencode({name: value or "" for name, value in form.fields.items()} | fields).encode()
        return self.opener.open(self.address + action, data).read().decode()
