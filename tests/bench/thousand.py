"""A thousand letters: what each costs, whether memory stays flat, and what a second process adds.

PYTHONPATH=. python tests/bench/thousand.py 100   measures it with a hundred, without an office.
"""

import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

from meter import HEADING, Figure

from letters import compose, word
from letters.samples.facts import merged
from letters.signatures.certificates import certificates
from letters.signatures.sign import Signatory, sign
from letters.typesetting.pdf import to_pdf
from tests.letters.samples import NOW, SAMPLES

SAMPLE = SAMPLES["beslissing_schorsing_uitgesteld"]
SIGNATORY = Signatory("Proef Persoon", "voorzitter", "ocmw_gent", "OCMW Gent", "Gent")
FIRST = 100
"""Letters after which all is warm: from there memory may not grow."""

PAGE = os.sysconf("SC_PAGE_SIZE")


def write(number):
    """Write one letter, differing from every other, and let two people sign it."""
    facts = merged(
        SAMPLE.facts,
        {
            "kenmerk": f"BR-2026-{number:04}",
            "client": {"naam": f"Amina Duin{number}roos", "achternaam": f"Duin{number}roos"},
            "geadresseerde": [f"Amina Duin{number}roos", f"Voorbeeldstraat {number}", "9000 Gent"],
            "controle": {"code": f"ABCD-{number:04}-JKMN"},
        },
    )
    docx = word.render(compose.template(SAMPLE.text), facts)
    pdf = to_pdf(docx, "OCMW Gent", NOW)
    assert pdf.signatures == 2
    once = sign(pdf.data, 1, SIGNATORY, NOW + timedelta(hours=1))
    return len(sign(once, 2, SIGNATORY, NOW + timedelta(hours=2)))


def resident():
    """Return the memory of this process, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


def in_one_process(count):
    """Measure milliseconds of processor time per letter, and the growth of memory after the first, in MB."""
    warm = min(FIRST, count // 2)
    for number in range(warm):
        write(number)
    before, start = resident(), time.process_time()
    for number in range(warm, count):
        write(number)
    return (time.process_time() - start) * 1000 / (count - warm), resident() - before


def per_second(processes, count):
    """Return how many letters so many processes write in a second, each warm before the clock starts."""
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        list(pool.map(write, range(10 * processes)))
        start = time.perf_counter()
        list(pool.map(write, range(count), chunksize=5))
        return count / (time.perf_counter() - start)


def figures(count=None):
    """Measure so many letters, a thousand unless BENCH_LETTERS says otherwise."""
    count = count or int(os.environ.get("BENCH_LETTERS", "1000"))
    cost, grown = in_one_process(count)
    yield Figure(f"brief met twee handtekeningen ({count} na elkaar)", "ms", cost, cost, 0, "", None)
    yield Figure(f"geheugen erbij na de eerste {min(FIRST, count // 2)}", "MB", grown, grown, 0, "vlak", 20)
    one, two = per_second(1, count // 2), per_second(2, count // 2)
    name = "zelfde werk in twee processen"
    yield Figure(name, "deel", one / two, one / two, 0.5, "precies de helft van de tijd", 1 / 1.7)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        certificates.open_folder(Path(folder), b"proef")
        print(HEADING)
        for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else None):
            print(figure.as_row(), flush=True)
