"""The field for a file from outside: it is looked at before it is kept, and only its steps may send that much."""

from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage
from wtforms import FileField
from wtforms.validators import ValidationError

from forms.texts import translated
from letters.intake.recognise import MOST_BYTES, Piece, receive
from letters.intake.refusal import NotAccepted

ACTIONS = ("voeg_stuk_toe", "voeg_bewijs_toe", "neem_op")
"""The steps that bring a file."""

ROOM = MOST_BYTES + 2**20
"""Bytes: a file, and what is typed beside it."""


class Upload(FileField):
    """A file: a PDF, a Word document or a photo, looked at by its content."""

    accept = ".pdf,.docx,.jpg,.jpeg,.png"
    most = MOST_BYTES
    errors: Sequence[str]
    too_large = _l("Dit bestand is groter dan 25 MB. Maak het kleiner of splits het, en kies het opnieuw.")

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any) -> None:
        hint = _l("PDF, Word (.docx), JPG of PNG van hoogstens 25 MB.")
        super().__init__(label, validators, **{"description": hint} | kwargs)
        self.piece: Piece | None = None

    def process_formdata(self, values: Sequence[Any]) -> None:
        """Take the first file that came in; a field that was left empty brings one without name and content."""
        files = (value for value in values if isinstance(value, FileStorage))
        self.data = next((file for file in files if file.filename or file.stream.read(1)), None)

    def pre_validate(self, form: Any) -> None:
        """Look at what it is, and refuse it in words."""
        if self.data is None:
            return
        self.data.stream.seek(0)
        try:
            self.piece = receive(self.data.stream, self.data.filename or "")
        except NotAccepted as refused:
            raise ValidationError(translated(refused.reason)) from refused

    def ask_again(self) -> None:
        """Say that a browser forgets which file was chosen, when something else has to be put right first."""
        if self.piece and not self.errors:
            self.errors = [_("Kies het bestand opnieuw: een browser onthoudt het niet.")]


def make_room() -> None:
    """Let a request in that brings a file; every other one stays small."""
    action = (request.view_args or {}).get("action")
    if request.method == "POST" and action in ACTIONS:
        request.max_content_length = ROOM
