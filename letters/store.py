"""Documents by their content: a folder now, anything that knows a key and bytes later.

A document is named by its SHA-256, so writing it twice is writing it once, and what comes
back is checked against its name.
"""

import hashlib
import os
from pathlib import Path
from secrets import token_hex


class DocumentDamaged(Exception):
    """A stored document no longer has the content its name promises."""


class Store:
    """A folder of documents, two levels deep."""

    def __init__(self) -> None:
        self.folder = Path()

    def open_folder(self, folder: Path) -> None:
        """Use a folder; it is made when it does not exist."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder

    def _path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, content: bytes) -> str:
        """Keep a document and return its SHA-256; it is on the disk when this returns."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f".{token_hex(8)}")
            with draft.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return a document; raises DocumentDamaged when it is missing or changed."""
        path = self._path(sha256)
        if not path.is_file():
            raise DocumentDamaged(f"{sha256}: ontbreekt")
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise DocumentDamaged(f"{sha256}: is veranderd")
        return content


store = Store()
