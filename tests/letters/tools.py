"""Programs of other makers that look at our papers, where they are installed."""

import shutil
import subprocess

PDFTOTEXT, PDFINFO, PDFSIG = shutil.which("pdftotext"), shutil.which("pdfinfo"), shutil.which("pdfsig")
QPDF, LIBREOFFICE, JAVA = shutil.which("qpdf"), shutil.which("soffice"), shutil.which("java")


def run(*command: str, at: object) -> str:
    """Run a program in a folder and return what it says; it must succeed."""
    done = subprocess.run(command, cwd=str(at), capture_output=True, text=True, check=True, timeout=300)
    return done.stdout
