"""The fields that are numbers of their own kind: hours in halves."""

import re
from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import Field

from forms.fields import cleaned
from workflow.pnt import hours


class HalfHours(Field):
    """Hours in halves, kept as a number of half hours: 2 is 4, 2,5 is 5."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.typed: str | None = None

    def _value(self) -> str:
        return self.typed if self.typed is not None else "" if self.data is None else hours(self.data)

    def process_formdata(self, values: Sequence[str]) -> None:
        """Read the typed hours."""
        self.typed = cleaned(values[0])[0] if values else ""
        self.data = None
        if not self.typed:
            return
        read = re.fullmatch(r"(\d{1,2})(?:[.,](0|5)0?)? *(?:u|uur)?", self.typed.lower(), re.ASCII)
        if read is None:
            raise ValueError(_("'%(typed)s' zijn geen uren. Schrijf bijvoorbeeld 2 of 2,5.", typed=self.typed[:40]))
        self.data, self.typed = 2 * int(read[1]) + (read[2] == "5"), None
