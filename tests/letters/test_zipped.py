"""The bytes of a zip from outside: nothing lies between its members, behind the last, or in the room of one."""

import io
import zipfile

import pytest

from letters.zipped import DAMAGED, HIDDEN, Untrue, check_filled, unpacked
from tests.letters import pieces
from tests.letters.crooked_word import CASES


def opened(content):
    """Open a zip and return its members and where its directory begins."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.infolist(), package.start_dir


def read_whole(content):
    """Read a zip as somebody who trusts nothing of it."""
    members, directory = opened(content)
    check_filled(content, members, directory)
    return {each.filename: unpacked(content, each) for each in members}


def test_a_sound_file_is_read_as_it_was_written():
    assert read_whole(pieces.document()) == {name: text.encode() for name, text in pieces.PARTS.items()}


@pytest.mark.parametrize("case", ["bytes between the parts", "bytes behind the last part"])
def test_what_belongs_to_no_part_is_hidden(case):
    with pytest.raises(Untrue) as untrue:
        read_whole(CASES[case][0])
    assert untrue.value.how == HIDDEN


def test_a_room_between_the_last_part_and_the_directory_is_hidden():
    members, directory = opened(pieces.document())
    padded = pieces.document()[:directory] + b"verborgen"
    with pytest.raises(Untrue) as untrue:
        check_filled(padded, members, directory + len(b"verborgen"))
    assert untrue.value.how == HIDDEN


def test_a_part_that_is_smaller_than_it_says_is_damaged():
    content = CASES["a part that is smaller than it says"][0]
    members, _directory = opened(content)
    with pytest.raises(Untrue) as untrue:
        unpacked(content, next(each for each in members if each.filename == "word/a.bin"))
    assert untrue.value.how == DAMAGED


def test_a_part_whose_packing_stops_halfway_is_damaged():
    members, _directory = opened(pieces.document())
    members[-1].compress_size -= 1
    with pytest.raises(Untrue) as untrue:
        unpacked(pieces.document(), members[-1])
    assert untrue.value.how == DAMAGED
