"""Measure the office:  make bench  prints a table and writes build/bench.json."""

import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

import bundle
import explainer
import meter
import pages
import papers
import referral
import session_page
import start
import steps
from big_office import open_big_office

BUILD = Path("build").resolve()


def main():
    folder = BUILD / "bench-office"
    print("Een kantoor met tienduizend dossiers wordt ingericht; dat duurt enkele minuten.")
    app = open_big_office(folder)
    print(f"\n{meter.HEADING}")
    found = []
    for room in (
        steps.figures(app),
        referral.figures(app),
        papers.figures(app),
        pages.figures(app),
        explainer.figures(app),
        session_page.figures(app),
        bundle.figures(),
        start.figures(folder),
    ):
        for figure in room:
            found.append(figure.as_json())
            print(figure.as_row(), flush=True)
    machine = {"python": platform.python_version(), "processor": platform.machine(), "processors": os.cpu_count()}
    said = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": machine, "figures": found}
    (BUILD / "bench.json").write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n")
    print(f"\nGeschreven: {BUILD.name}/bench.json")


if __name__ == "__main__":
    main()
