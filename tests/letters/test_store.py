"""Documents are kept by their content: once, whole, and what comes back is what went in."""

import hashlib
import os

import pytest

from letters.store import DocumentDamaged, Store

CONTENT = b"%PDF een brief"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def shelf(tmp_path):
    shelf = Store()
    shelf.open_folder(tmp_path / "nieuw" / "documenten")
    return shelf


def files(shelf):
    return [path for path in shelf.folder.rglob("*") if path.is_file()]


def test_the_folder_is_made_when_it_is_not_there(shelf):
    assert shelf.folder.is_dir()
    Store().open_folder(shelf.folder)


def test_a_document_is_named_by_its_content_two_folders_deep(shelf):
    assert shelf.put(CONTENT) == SHA256
    assert files(shelf) == [shelf.folder / SHA256[:2] / SHA256[2:4] / SHA256]


def test_what_comes_back_is_what_went_in(shelf):
    shelf.put(CONTENT)
    shelf.put(b"")
    assert shelf.get(SHA256) == CONTENT
    assert shelf.get(hashlib.sha256(b"").hexdigest()) == b""


def test_the_same_content_is_kept_once(shelf):
    shelf.put(CONTENT)
    (path,) = files(shelf)
    before = path.stat().st_mtime_ns
    assert shelf.put(CONTENT) == SHA256
    assert files(shelf) == [path]
    assert path.stat().st_mtime_ns == before


def test_a_missing_document_is_told(shelf):
    with pytest.raises(DocumentDamaged, match=f"{SHA256}: ontbreekt"):
        shelf.get(SHA256)


@pytest.mark.parametrize("damage", [b"", CONTENT[:-1], CONTENT + b" ", b"iets anders"])
def test_a_changed_document_is_told_and_not_given(shelf, damage):
    shelf.put(CONTENT)
    files(shelf)[0].write_bytes(damage)
    with pytest.raises(DocumentDamaged, match=f"{SHA256}: is veranderd"):
        shelf.get(SHA256)


def test_a_document_is_on_the_disk_before_it_has_its_name(shelf, monkeypatch):
    synced = []
    monkeypatch.setattr(os, "fsync", lambda number: synced.append(os.readlink(f"/proc/self/fd/{number}")))
    shelf.put(CONTENT)
    assert len(synced) == 1
    assert SHA256 not in synced[0].rsplit("/", 1)[1]


def test_a_fall_while_writing_leaves_no_half_document_under_its_name(shelf, monkeypatch):
    def fall(number):
        raise OSError("geen plaats")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fall)
        with pytest.raises(OSError, match="geen plaats"):
            shelf.put(CONTENT)
    with pytest.raises(DocumentDamaged, match="ontbreekt"):
        shelf.get(SHA256)
    assert shelf.put(CONTENT) == SHA256
    assert shelf.get(SHA256) == CONTENT
