"""What a letter costs: the Word file, the PDF, the signature."""

import hashlib
import io
import zipfile
from datetime import datetime

import thousand
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from meter import cpu_ms
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from letters import compose, word
from letters.register import LETTERS
from letters.signatures.sign import Signatory, sign
from letters.typesetting import typeface
from letters.typesetting.pdf import to_pdf
from letters.typesetting.styles import Look
from workflow.models import Letter, db
from workflow.moment import BRUSSELS


def figures(app):
    """Measure the longest letter of the office, a decision."""
    with app.app_context():
        row = db.session.scalars(select(Letter).where(Letter.name == "beslissing").limit(1)).one()
        template = compose.template(LETTERS["beslissing"].text_for(row.case))
        facts, now = row.facts, datetime.now(BRUSSELS)
        docx = word.render(template, facts)
        pdf = to_pdf(docx, "OCMW Gent", now)
        signatory = Signatory("Proef Persoon", "voorzitter", "ocmw_gent", "OCMW Gent", "Gent")
        yield cpu_ms(
            ".docx",
            lambda: lambda: word.render(template, facts),
            _zip_again(docx),
            "dezelfde delen enkel in een zip stoppen",
            2.5,
        )
        yield cpu_ms(
            f"PDF, {pdf.pages} blz.",
            lambda: lambda: to_pdf(docx, "OCMW Gent", now),
            _bare_lines(pdf),
            "dezelfde woorden met reportlab, zonder opmaak of tags",
            20,
        )
        yield cpu_ms(
            "handtekening",
            lambda: lambda: sign(pdf.data, 1, signatory, now),
            _bare_signature(pdf.data),
            "een RSA-handtekening over dezelfde bytes",
        )
        yield from thousand.figures()


def _zip_again(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def work():
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return lambda: work


def _bare_lines(pdf):
    words = " ".join(paragraph.text for paragraph in pdf.document.paragraphs()).split()
    font = typeface.of(Look()).name

    def work():
        canvas = Canvas(io.BytesIO())
        for start in range(0, len(words), 600):
            canvas.setFont(font, 10)
            for line, at in enumerate(range(start, min(start + 600, len(words)), 12)):
                canvas.drawString(60, 780 - 14 * line, " ".join(words[at : at + 12]))
            canvas.showPage()
        canvas.save()

    return lambda: work


def _bare_signature(pdf):
    key = rsa.generate_private_key(65537, 3072)

    def work():
        key.sign(hashlib.sha256(pdf).digest(), padding.PKCS1v15(), hashes.SHA256())

    return lambda: work
