"""The reading bundle of a full evening: 60 points with 600 pieces, in a process of its own so that its memory is known.

PYTHONPATH=.:tests python tests/bench/bundle.py   measures it without an office.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from random import Random

from meter import HEADING, Figure

POINTS, PIECES = 60, 600
SECONDS, MEGABYTES = 30, 400
DIFFERENT = 10
"""So many points have pieces of their own; those of the others are the same ones again."""

LETTERS = ("aanmaning", "uitnodiging", "hoorverslag_gehouden", "sociaal_verslag_advies")
HERE = Path(__file__)


def figures():
    """Measure a bundle, and beside it a bare merging of the same pages, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        _in_a_process("bring", folder)
        ours, floor = (json.loads(_in_a_process(job, folder)) for job in ("bundle", "merge"))
    name = f"bundel, {POINTS} punten, {PIECES} stukken, {ours['pages']} blz."
    bare = "dezelfde bladen met pikepdf achter elkaar"
    yield Figure(name, "s", ours["seconds"], ours["seconds"], floor["seconds"], bare, SECONDS)
    yield Figure("bundel, processortijd", "s", ours["worked"], ours["worked"], floor["worked"], bare, None)
    yield Figure("bundel, geheugen op zijn hoogst", "MB", ours["peak"], ours["peak"], floor["peak"], bare, MEGABYTES)
    yield Figure("bundel, grootte", "MB", ours["size"], ours["size"], floor["size"], bare, None)


def _in_a_process(job, folder):
    root = str(HERE.parents[2])
    path = os.pathsep.join((root, str(HERE.parents[1]), str(HERE.parent)))
    command = [sys.executable, str(HERE), job, folder]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, cwd=root, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().splitlines()[-1]


def _peak():
    """Return the most memory this process ever held, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _measured(work, out):
    start, worked = time.perf_counter(), time.process_time()
    pages = work(out)
    spent = {"seconds": time.perf_counter() - start, "worked": time.process_time() - worked}
    return json.dumps(spent | {"peak": _peak(), "pages": pages, "size": out.tell() / 1e6})


def _plan(folder):
    """Draw up a bundle: four letters and ten pieces a point."""
    from letters.reading.plan import Paper, Plan, Point, Text, Words
    from letters.store import store
    from workflow.moment import BRUSSELS

    store.open_folder(Path(folder))
    kept = json.loads((Path(folder) / "index.json").read_text())
    texts = (Text("Feiten", heading=True), *(Text("Niet aanwezig in de les. " * 8, number=str(n)) for n in (1, 2, 3)))
    points = []
    for number in range(1, POINTS + 1):
        papers = [Paper(f"Brief {n}", *each) for n, each in enumerate(kept["letters"], 1)]
        pieces = kept["pieces"][(number - 1) * 10 : number * 10]
        papers += [Paper(f"Stuk {n}: bewijs", *each) for n, each in enumerate(pieces, 1)]
        points.append(Point(f"i{number}", f"Punt {number}: Beslissing over een dossier", texts, tuple(papers)))
    words = Words("Agenda", "Punt", "Bladzijde", "Word-document.", "Beschadigd.")
    made_at = datetime(2026, 4, 20, 20, 15, tzinfo=BRUSSELS)
    return Plan("Zitting", ("Raadzaal",), "Lid Zetel", "Lid Zetel · 20/04/2026 20:15", made_at, tuple(points), words)


def _bring(folder):
    """Bring what people bring: scans of three pages, photos, screenshots, printed letters, a Word file."""
    from letters.store import store
    from tests.letters.samples import paper

    store.open_folder(Path(folder))
    random, pieces = Random(5), []
    letters = [("pdf", store.put(paper(name).pdf.data)) for name in LETTERS]
    word = ("docx", store.put(paper("bevestiging_naleving").docx))
    for _ in range(DIFFERENT):
        pieces += [("pdf", store.put(_scan(random, 3))) for _ in range(4)]
        pieces += [("jpg", store.put(_photo(random, 3000, 2000))) for _ in range(3)]
        pieces += [("png", store.put(_screenshot(random))), word, letters[0]]
    index = {"letters": letters, "pieces": pieces * (POINTS // DIFFERENT)}
    (Path(folder) / "index.json").write_text(json.dumps(index))


def _photo(random, width, height):
    """A photo that weighs what one of a phone does: noise in large and small grains."""
    from PIL import Image

    grains = Image.frombytes("RGB", (width // 8, height // 8), random.randbytes(width // 8 * (height // 8) * 3))
    out = io.BytesIO()
    grains.resize((width, height), Image.Resampling.BICUBIC).save(out, "jpeg", quality=80)
    return out.getvalue()


def _scan(random, pages):
    """A scanned paper as a scanner makes it: one photo a page."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for _ in range(pages):
        canvas.drawImage(ImageReader(io.BytesIO(_photo(random, 1240, 1754))), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _screenshot(random):
    """A screenshot of a phone, which is see-through to a computer."""
    from PIL import Image

    picture = Image.new("RGBA", (1170, 2532), "white")
    for _ in range(60):
        left, top = random.randrange(1000), random.randrange(2400)
        picture.paste((random.randrange(256), 90, 120, 255), (left, top, left + 150, top + 60))
    out = io.BytesIO()
    picture.save(out, "png")
    return out.getvalue()


def _bundle(folder):
    """Make the bundle with the whole office in memory, as a server has it."""
    import forms.app
    from letters.reading.book import make

    assert forms.app
    plan = _plan(folder)
    with open(Path(folder) / "bundel.pdf", "wb") as out:
        return _measured(lambda there: make(plan, there, lambda done: None), out)


def _merge(folder):
    """Put the same pages one behind the other, and nothing else; what is no PDF was made one before."""
    import pikepdf

    from letters.reading.papers import pages_of
    from letters.store import store

    plan, places = _plan(folder), {}
    for paper in (paper for point in plan.points for paper in point.papers):
        if paper.sha256 not in places:
            places[paper.sha256] = Path(folder) / f"{paper.sha256}.pdf"
            with pages_of(paper.kind, store.get(paper.sha256), plan.made_at) as bare:
                bare.save(places[paper.sha256])
    Path("/proc/self/clear_refs").write_text("5")

    def work(out):
        with pikepdf.new() as whole:
            for paper in (paper for point in plan.points for paper in point.papers):
                with pikepdf.open(places[paper.sha256]) as one:
                    whole.pages.extend(one.pages)
            whole.save(out)
            return len(whole.pages)

    with open(Path(folder) / "vloer.pdf", "wb") as out:
        return _measured(work, out)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print({"bring": _bring, "bundle": _bundle, "merge": _merge}[sys.argv[1]](sys.argv[2]))
    else:
        print(HEADING)
        for figure in figures():
            print(figure.as_row(), flush=True)
