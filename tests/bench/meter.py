"""Measures what we do beside the least it could cost, turn by turn, so that a slow minute hits both."""

import gc
import time
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One measured thing: ours and the floor in the same unit, and what we aim at."""

    name: str
    unit: str
    ours: float
    best: float
    floor: float
    floor_is: str
    aim: float | None

    @property
    def ratio(self):
        return self.ours / self.floor if self.floor else None

    @property
    def reached(self):
        return self.aim is None or self.ours <= self.aim

    def as_json(self):
        return asdict(self) | {"ratio": self.ratio, "reached": self.reached}

    def as_row(self):
        aim = f"{self.aim:g}" if self.aim is not None else ""
        ratio = f"{self.ratio:.1f}" if self.ratio else ""
        verdict = "" if self.aim is None else "ja" if self.reached else "NEE"
        figures = f"{self.ours:9.2f} {self.best:9.2f} {self.floor:9.2f} {ratio:>6} {aim:>6} {verdict:>4}"
        return f"{self.name:44} {figures}  {self.unit:6} {self.floor_is}"


HEADING = f"{'wat':44} {'mediaan':>9} {'best':>9} {'vloer':>9} {'x':>6} {'doel':>6} {'ok':>4}  {'in':6} de vloer is"


def cpu_ms(name, ours, floor, floor_is, aim=None, rounds=60, warm=5):
    """Measure processor time in milliseconds; `ours` may return a function that does the work after a set-up."""
    spent = {ours: [], floor: []}
    for turn in range(warm + rounds):
        for job in (floor, ours):
            work = job()
            gc.collect() if turn % 20 == 0 else None
            start = time.process_time()
            work()
            if turn >= warm:
                spent[job].append((time.process_time() - start) * 1000)
    return Figure(name, "ms", median(spent[ours]), min(spent[ours]), median(spent[floor]), floor_is, aim)
