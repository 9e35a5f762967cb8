"""The names people give their files: shown, and given to a download; never a path on our side."""

import re
import unicodedata

LONGEST = 150
"""Bytes: with its ending, a name fits in every file system."""

_ENDINGS = {"pdf": ("pdf",), "docx": ("docx",), "jpg": ("jpg", "jpeg"), "png": ("png",)}
_ENDING = re.compile(r"\.([0-9A-Za-z]{1,5})$")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_UNSAFE = re.compile(r'[<>:"|?*]')


def cleaned_name(name: str, kind: str) -> str:
    """Return a name that can be shown: without folders, control characters, overrides of direction, or excess."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in unicodedata.normalize("NFC", last) if _visible(sign))
    plain = " ".join(_UNSAFE.sub("_", seen).split()).strip(". ")
    stem, ending = _parted(plain)
    if _RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    stem = stem.encode()[:LONGEST].decode(errors="ignore").strip(". ")
    return f"{stem or 'stuk'}.{ending or kind}"


def title_of(name: str) -> str:
    """Return what a piece is called when nobody gave it a title: its name without its ending."""
    return _parted(name)[0]


def download_name(name: str, kind: str) -> str:
    """Return the name of a download: with the ending of what it really is."""
    stem, ending = _parted(name)
    while ending and ending.lower() not in _ENDINGS[kind] and _parted(stem)[1]:
        stem, ending = _parted(stem)
    return f"{stem}.{kind}"


def _visible(sign: str) -> bool:
    """Say whether a character shows itself or is the end of a line: not control, format, surrogate or private."""
    return sign in "\t\r\n" or unicodedata.category(sign)[0] != "C"


def _parted(name: str) -> tuple[str, str]:
    found = _ENDING.search(name)
    return (name[: found.start()], found[1]) if found else (name, "")
