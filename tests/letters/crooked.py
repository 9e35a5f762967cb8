"""Everything else that may not stay: nothing, other kinds, two kinds at once, photos; and photos that do no harm."""

import zipfile

from tests.letters import pieces
from tests.letters.pieces import chunk, document, paper, photo, picture, segment

RAW_JPG = photo()
FTYP = b"\0\0\0\x18ftyp"

CASES = {
    # nothing, too much, something else
    "nothing at all": (b"", "Dit bestand is leeg."),
    "a web page": (b"<!DOCTYPE html><script>alert(1)</script>", "Dit is een webpagina of een tekening"),
    "a web page in UTF-16": ("\ufeff<html>".encode("utf-16-le"), "Dit is een webpagina of een tekening"),
    "a drawing": (b'<?xml version="1.0"?><svg onload="x()"/>', "Dit is een webpagina of een tekening"),
    "a drawing after a mark": (b"\xef\xbb\xbf  <svg/>", "Dit is een webpagina of een tekening"),
    "a program of Windows": (b"MZ\x90\0" + bytes(64), "Dit is een programma."),
    "a program of Linux": (b"\x7fELF\x02\x01" + bytes(64), "Dit is een programma."),
    "a script": (b"#!/bin/sh\nrm -rf /\n", "Dit is een programma."),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "Dit is een oud Office-bestand"),
    "a zip of photos": (pieces.zipped({"foto.jpg": RAW_JPG}), "Dit is een ingepakt bestand, geen Word-document."),
    "an empty zip": (pieces.zipped({}), "Dit is een ingepakt bestand. Pak het uit"),
    "a rar": (b"Rar!\x1a\x07\x01\0", "Dit is een ingepakt bestand. Pak het uit"),
    "a photo of a telephone": (FTYP + b"heic" + bytes(40), "Dit is een foto of filmpje van een telefoon"),
    "a film": (FTYP + b"mp42" + bytes(40), "Dit is een foto of filmpje van een telefoon"),
    "a gif that is a program": (b"GIF89a" + document(), "Dit is een beeld dat niet iedereen kan openen"),
    "a webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "Dit is een beeld dat niet iedereen kan openen"),
    "a tiff": (b"II*\0\x08\0\0\0", "Dit is een beeld dat niet iedereen kan openen"),
    "a rich text": (rb"{\rtf1\ansi hallo}", "Dit is gewone tekst of opmaak zonder papier."),
    "plain text": (b"Beste collega,\n", "Dit soort bestand kan niet in het dossier."),
    "zeros": (bytes(4096), "Dit soort bestand kan niet in het dossier."),
    # two at once
    "a pdf behind something": (b"\n\nnep" + paper(), "Vóór deze PDF staan gegevens"),
    "a pdf that is a zip too": (paper() + document(), "Dit bestand doet zich ook voor als"),
    "a photo that is a zip too": (RAW_JPG + document(), "Dit bestand doet zich ook voor als"),
    "a picture that is a zip too": (picture(extra=chunk(b"raWz", document())), "Dit bestand doet zich ook voor als"),
    "a photo that is a pdf too": (photo(segment(0xFE, b"%PDF-1.4")), "Dit bestand doet zich ook voor als"),
    "a photo that is a page too": (photo(segment(0xFE, b"<html ><body>")), "Dit bestand doet zich ook voor als"),
    "a pdf that is a page too": (paper().replace(b"%PDF-1.3\n", b"%PDF-1.3\n%<script>\n", 1), "Dit bestand doet zich"),
    "a word file that is a pdf too": (
        pieces.zipped([("a.txt", b"%PDF-1.4"), *pieces.PARTS.items()], zipfile.ZIP_STORED),
        "Dit bestand doet zich ook voor als",
    ),
    # photos
    "half a picture": (picture()[:-6], "Deze foto is beschadigd"),
    "a picture with a wrong checksum": (picture().replace(b"IDATx", b"IDATy", 1), "Deze foto is beschadigd"),
    "a picture without pixels": (pieces.PNG + pieces.header() + chunk(b"IEND"), "Deze foto is beschadigd"),
    "a picture without a size": (pieces.PNG + chunk(b"IDAT") + chunk(b"IEND"), "Deze foto is beschadigd"),
    "a picture of nothing": (picture(width=0), "Deze foto is beschadigd"),
    "a picture with endless pixels": (picture(width=60_000, height=60_000), "Dit beeld is te groot"),
    "a picture with something behind it": (picture() + b"GEHEIM", "Achter deze foto zit nog iets"),
    "a picture with a script": (
        picture(extra=chunk(b"tEXt", bytes(1000) + b"<script>x</script>")),
        "In de gegevens bij deze foto staat een programma.",
    ),
    "half a photo": (RAW_JPG[:-6], "Deze foto is beschadigd"),
    "a photo without an end": (RAW_JPG[:-2], "Deze foto is beschadigd"),
    "a photo cut in a heading": (RAW_JPG[:12], "Deze foto is beschadigd"),
    "a photo without a picture": (pieces.JPG + pieces.frame() + pieces.END, "Deze foto is beschadigd"),
    "a photo without a size": (photo(size=b""), "Deze foto is beschadigd"),
    "a photo with half a size": (photo(size=segment(0xC0, b"\x08")), "Deze foto is beschadigd"),
    "a photo of unknown height": (photo(size=pieces.frame(height=0)), "Deze foto is beschadigd"),
    "a photo with endless pixels": (photo(size=pieces.frame(65_535, 65_535, 0xC2)), "Dit beeld is te groot"),
    "a photo with a film behind it": (RAW_JPG + FTYP + b"mp42", "Achter deze foto zit nog iets"),
    "a photo with a script": (
        photo(segment(0xFE, bytes(1100) + b"<?php system($_GET[0]);")),
        "In de gegevens bij deze foto staat een programma.",
    ),
}

ALLOWED = {
    "padding behind a photo": RAW_JPG + bytes(512),
    "a comment in a photo": photo(segment(0xFE, b"vakantie") + b"\xff\x01"),
}
