"""Choosing a file in a browser and sending it, and where a piece is found afterwards."""

from io import BytesIO

from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.forms.pages import sent_by, tree_of
from tests.letters.pieces import paper
from workflow.models import Attachment, db

PDF = paper()


def form_of(browser, address):
    return sent_by(tree_of(browser.get(address)))


def add(browser, file, content=PDF, name="attest.pdf", **typed):
    """Open the form of a step, choose a file and send it."""
    address = f"/dossiers/{file.case.reference}/voeg_stuk_toe"
    form = form_of(browser, address) | {"upload": (BytesIO(content), name)} | typed
    return browser.post(address, **encoded(form))


def encoded(form):
    """What a browser sends, in memory: the client of the tests would leave a large file open on the disk."""
    parts = {name: FileStorage(*value) if isinstance(value, tuple) else value for name, value in form.items()}
    boundary, sent = encode_multipart(parts)
    return {"data": sent, "content_type": f'multipart/form-data; boundary="{boundary}"'}


def newest(title=None):
    query = db.session.query(Attachment).order_by(Attachment.id.desc())
    return (query.filter_by(title=title) if title else query).first()


def place_of(piece):
    return f"/dossiers/{piece.case.reference}/stukken/{piece.id}"
