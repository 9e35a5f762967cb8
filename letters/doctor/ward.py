"""The ward: an examination in a process of its own, with a limit on time and memory.

A template that runs away takes that process with it and nothing else; what comes back is a
sentence for a page. A process of its own and not a copy of this one: the server has threads.
"""

import logging
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from letters.doctor.report import Report, refusal
from workflow.wording import N_

HOUSE = Path(__file__).parent.parent.parent
COMMAND = (sys.executable, "-B", "-X", "utf8", "-m", "letters.doctor")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """What an examination may use: seconds of the processor, seconds on the clock, bytes of memory."""

    processor: int = 20
    clock: int = 40
    memory: int = 2**30


LIMITS = Limits()

STOPPED = N_(
    "Het onderzoek van dit sjabloon is gestopt: het vroeg te veel tijd of geheugen. Kijk na of er geen herhalingen of "
    "voorwaarden in staan die nergens stoppen. Er is niets bewaard."
)


def consult(docx: bytes, text: str, limits: Limits = LIMITS) -> Report:
    """Let a template be examined elsewhere; a process that does not come back in time is ended."""
    with subprocess.Popen(  # noqa: S603 - our own program, and the name of one of our own texts
        [*COMMAND, text],
        cwd=HOUSE,
        env={},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            _limit(process.pid, limits)  # before it gets the template: until then it only waits
            said, cried = process.communicate(docx, timeout=limits.clock)
        except (subprocess.TimeoutExpired, ProcessLookupError):
            process.kill()
            said, cried = process.communicate()
    if process.returncode == 0 and said:
        return Report.read(said.decode())
    _log.warning("an examination ended with %s: %s", process.returncode, cried.decode(errors="replace")[-2000:])
    return Report.of([refusal(STOPPED)])


def _limit(process: int, limits: Limits) -> None:
    for kind, most in (
        (resource.RLIMIT_CPU, limits.processor),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.prlimit(process, kind, (most, most))
