"""Programs of other makers that look at our papers, where they are installed."""

import shutil
import subprocess
from pathlib import Path

PDFTOTEXT, PDFINFO, PDFSIG = shutil.which("pdftotext"), shutil.which("pdfinfo"), shutil.which("pdfsig")
QPDF, JAVA = shutil.which("qpdf"), shutil.which("java")
LIBERATION = list(Path("/usr/share/fonts").rglob("LiberationSans-Regular.ttf"))
LIBREOFFICE = shutil.which("soffice") and LIBERATION
"""It measures our letters only with the font they are written in."""


def run(*command: str, at: object) -> str:
    """Run a program in a folder and return what it says; it must succeed."""
    done = subprocess.run(command, cwd=str(at), capture_output=True, text=True, check=True, timeout=300)
    return done.stdout
