"""Reading somebody else's file in a process of its own, with a limit on memory, time and disk.

A file that asks for gigabytes, or never ends, takes that process with it and nothing else. A
process of its own and not a copy of this one: the server has threads. It knows no secret of
the office: its environment is empty.
"""

import logging
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[1]
COMMAND = (sys.executable, "-B", "-X", "utf8", "-c")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """What a reading may use: seconds of the processor, seconds on the clock, bytes of memory."""

    processor: int
    clock: float
    memory: int


def read(room: str, content: bytes, limits: Limits, *named: str) -> str | None:
    """Let `main` of one of our modules read a file apart, and return what it printed.

    None when it died, ran away or was ended: then it found too much. A process that does not
    come back in time is ended.
    """
    program = f"from {room} import main; main()"
    with subprocess.Popen(  # noqa: S603 - our own program, and the names of our own rooms and texts
        [*COMMAND, program, *named],
        cwd=HOUSE,
        env={},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            _limit(process.pid, limits)  # before it gets the file: until then it only waits
            said, cried = process.communicate(content, timeout=limits.clock)
        except (subprocess.TimeoutExpired, ProcessLookupError):
            process.kill()
            said, cried = process.communicate()
    if process.returncode == 0:
        return said.decode(errors="replace")
    _log.warning("%s ended with %s: %s", room, process.returncode, cried.decode(errors="replace")[-2000:])
    return None


def _limit(process: int, limits: Limits) -> None:
    for kind, most in (
        (resource.RLIMIT_CPU, limits.processor),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.prlimit(process, kind, (most, most))
