"""Opening a zip from outside, safely: every member is weighed before and while it is unpacked.

Nothing is ever written to a disk, and a name in the package is never a path. What cannot be
trusted is refused as a whole, with a sentence.
"""

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from letters import zipped
from letters.intake.refusal import NotAccepted
from workflow.wording import N_, Sentence

MOST_MEMBERS = 2_000
MOST_UNPACKED = 200 * 2**20
"""Bytes, all members together."""

MOST_IN_A_MEMBER = 60 * 2**20
"""Bytes: what one member may be, unpacked."""

HIGHEST_RATIO = 250
"""How many times larger a member may become; Word's own XML stays far under a hundred."""

RATIO_COUNTS_FROM = 2**20
"""Bytes: smaller members cannot hurt, however well they were packed."""

_END = b"PK\x05\x06"
_END_LENGTH = 22

_WRONG_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|[\x00-\x1f\x7f]")

DAMAGED = N_("Dit bestand is beschadigd of niet helemaal aangekomen. Bewaar het opnieuw en probeer nog eens.")
BOMB = N_("Dit bestand wordt bij het uitpakken veel te groot. Bewaar het als PDF en probeer opnieuw.")
TRICK = N_("In dit bestand staat een naam die buiten het bestand wijst (%(name)s). Bewaar het opnieuw vanuit Word.")
HIDDEN = N_("In dit bestand zit iets verborgen naast de inhoud. Bewaar het opnieuw vanuit Word en probeer nog eens.")
LOCKED = N_("Dit bestand is beveiligd met een wachtwoord. Haal de beveiliging weg en probeer opnieuw.")

_WORDS = {zipped.DAMAGED: DAMAGED, zipped.HIDDEN: HIDDEN, zipped.SWOLLEN: BOMB}


class Package:
    """A zip in memory whose members were all weighed; `read` unpacks one of them. Raises NotAccepted."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as opened:
                members, self.directory = opened.infolist(), opened.start_dir
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise NotAccepted(DAMAGED) from error
        self.members = {info.filename: info for info in members}
        if len(members) != len({name.lower() for name in self.members}):
            raise NotAccepted(HIDDEN)
        for info in members:
            _check_name(info)
            _check_size(info)
        if len(members) > MOST_MEMBERS or sum(info.file_size for info in members) > MOST_UNPACKED:
            raise NotAccepted(BOMB)
        self._check_nothing_hides()

    def names(self) -> Iterator[str]:
        """Yield the names of the members that are no folders."""
        return (name for name, info in self.members.items() if not info.is_dir())

    def read(self, name: str) -> bytes:
        """Unpack one member; raises NotAccepted when it is not what the directory said."""
        with _in_words():
            return zipped.unpacked(self.content, self.members[name])

    def _check_nothing_hides(self) -> None:
        """Refuse what stands before, between or after the members, and members that share their bytes."""
        with _in_words():
            zipped.check_filled(self.content, self.members.values(), self.directory)
        if self.content.rfind(_END) != len(self.content) - _END_LENGTH:
            raise NotAccepted(HIDDEN)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what is untrue in a zip the way somebody can do something about it."""
    try:
        yield
    except zipped.Untrue as untrue:
        raise NotAccepted(_WORDS[untrue.how]) from untrue


def _check_name(info: zipfile.ZipInfo) -> None:
    if _WRONG_NAME.search(info.orig_filename) or stat.S_ISLNK(info.external_attr >> 16):
        raise NotAccepted(Sentence(TRICK, name=ascii(info.orig_filename)[1:-1][:60]))


def _check_size(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise NotAccepted(LOCKED)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotAccepted(DAMAGED)
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > MOST_IN_A_MEMBER or (info.file_size > RATIO_COUNTS_FROM and ratio > HIGHEST_RATIO):
        raise NotAccepted(BOMB)
