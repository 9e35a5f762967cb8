"""The fields of our forms: plain words, Dutch dates, euros, whole numbers, choices.

Text is cleaned at this boundary: characters that XML, and so Word, cannot hold are removed,
and `removed` says how many, so that the page can say so.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from forms import clock
from letters.dates import MONTHS
from workflow.moment import civil_date

MOST_CHARACTERS = 20_000
TOO_LONG = _l("Gebruik hoogstens %(max)s tekens.")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ue000-\uf8ff]")
"""What XML forbids, and the private characters the letters use for themselves."""

_DATE = re.compile(r"(\d{1,2})[/\-. ](\d{1,2})(?:[/\-. ](\d{4}|\d{2}))?")
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:u h]([0-5][0-9]))?(?: *(?:u|h|uur))?")
_IN_WORDS = re.compile(r"(\d{1,2}) +([a-z]+) +(\d{4})")


def cleaned(text: str) -> tuple[str, int]:
    """Remove what Word cannot hold; return the text and how many characters went."""
    kept = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return kept.strip(), len(_FORBIDDEN.findall(text))


def read_date(text: str, today: date) -> date:
    """Read a date as people type it: 3/11, 03-11-26, 031126, 3 november 2026; raises ValueError.

    Without a year it is the one nearest to today.
    """
    text = text.strip().lower()
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if words := _IN_WORDS.fullmatch(text):
        if words[2] not in MONTHS:
            raise ValueError(text)
        return date(int(words[3]), MONTHS.index(words[2]) + 1, int(words[1]))
    found = _DATE.fullmatch(text) or _COMPACT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day, month = int(found[1]), int(found[2])
    if found[3] is None:
        years = (today.year - 1, today.year, today.year + 1)
        return min((date(year, month, day) for year in years), key=lambda near: abs(near - today))
    year = f"20{found[3]}" if len(found[3]) == 2 else found[3]
    return date(int(year), month, day)


def today_here() -> date:
    """Return the date in Ghent, to complete a date without a year."""
    return civil_date(clock.now())


class _Cleaned:
    """Cleans what was typed, and remembers how much had to go."""

    removed = 0
    data: str | None

    def process_formdata(self, values: Sequence[str]) -> None:
        """Take the typed text over, cleaned."""
        if values:
            self.data, self.removed = cleaned(values[0])


class Line(_Cleaned, StringField):
    """One line of text."""

    def __init__(self, label: str, validators: Sequence[Any] = (), longest: int = MOST_CHARACTERS, **kwargs: Any):
        super().__init__(label, [*validators, Length(max=longest, message=TOO_LONG)], **kwargs)


class TimeOfDay(Line):
    """An hour of the day as people type it: 14, 14u, 14.30, 14:30 uur; kept as the letters write it, 14.30 uur."""

    def pre_validate(self, form: Any) -> None:
        """Write the hour in one way, or refuse it."""
        read = _TIME.fullmatch((self.data or "").lower())
        if self.data and read is None:
            raise ValidationError(_("'%(typed)s' is geen uur. Schrijf bijvoorbeeld 14.00 uur.", typed=self.data[:40]))
        if read:
            self.data = f"{int(read[1])}.{read[2] or '00'} uur"


class Words(_Cleaned, TextAreaField):
    """Several lines of text."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, [*validators, Length(max=MOST_CHARACTERS, message=TOO_LONG)], **kwargs)


class Required:
    """Asks for an answer with an instruction of its own: "Vul de motivering in." """

    field_flags = {"required": True}

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: Any, field: Field) -> None:
        """Refuse an empty answer."""
        if (field.data in (None, "", []) or field.data is False) and not field.errors:
            raise ValidationError(_(self.message))


class DutchDate(Field):
    """A date typed the Dutch way and shown as dd/mm/jjjj; what was typed stays when it is wrong."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.typed: str | None = None

    def _value(self) -> str:
        if self.typed is not None:
            return self.typed
        return f"{self.data:%d/%m/%Y}" if self.data else ""

    def process_formdata(self, values: Sequence[str]) -> None:
        """Read the typed date."""
        self.typed = typed = cleaned(values[0])[0] if values else ""
        self.data = None
        if typed:
            try:
                self.data = read_date(typed, today_here())
                self.typed = None
            except ValueError:
                text = _("'%(typed)s' is geen datum. Schrijf bijvoorbeeld 15/12/2026.", typed=typed[:40])
                raise ValueError(text) from None


class Euro(Field):
    """An amount in euro, kept in cents; 1.288,46 and 1288.46 are both read."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.typed: str | None = None

    def _value(self) -> str:
        if self.typed is not None:
            return self.typed
        return f"{self.data // 100},{self.data % 100:02d}" if self.data is not None else ""

    def process_formdata(self, values: Sequence[str]) -> None:
        """Read the typed amount."""
        self.typed = cleaned(values[0])[0] if values else ""
        self.data = None
        plain = self.typed.replace("€", "").replace("euro", "").replace(" ", "")
        if "," in plain:
            plain = plain.replace(".", "").replace(",", ".")
        if not plain:
            return
        if not re.fullmatch(r"\d{1,7}(\.\d{1,2})?", plain):
            raise ValueError(_("'%(typed)s' is geen bedrag. Schrijf bijvoorbeeld 1288,46.", typed=self.typed[:40]))
        euros, _dot, cents = plain.partition(".")
        self.data, self.typed = int(euros) * 100 + int(cents.ljust(2, "0") or 0), None


class WholeNumber(Field):
    """A whole number of days, months or members."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.typed: str | None = None

    def _value(self) -> str:
        return self.typed if self.typed is not None else "" if self.data is None else str(self.data)

    def process_formdata(self, values: Sequence[str]) -> None:
        """Read the typed number."""
        self.typed = cleaned(values[0])[0] if values else ""
        self.data = None
        if self.typed and not re.fullmatch(r"\d{1,4}", self.typed):
            raise ValueError(_("'%(typed)s' is geen getal.", typed=self.typed[:40]))
        if self.typed:
            self.data, self.typed = int(self.typed), None


class Choice(RadioField):
    """One of a few answers, nothing chosen beforehand unless the file already says."""

    data: str | None

    def pre_validate(self, form: Any) -> None:
        """Let an empty answer pass: whether one is needed is for the validators and the table."""
        if self.data in [str(value) for value, _label in self.iter_plain()]:
            return
        if self.data in (None, "None", ""):
            self.data = None
        else:
            raise ValidationError(_("Kies een van de mogelijkheden."))

    def iter_plain(self) -> Sequence[tuple[str, str]]:
        """Return the values and labels."""
        return list(self.choices)


class Pick(SelectField):
    """One of a list."""

    data: str | None

    def pre_validate(self, form: Any) -> None:
        """Let an empty answer pass."""
        if self.data in (None, "None", ""):
            self.data = None
        elif self.data not in [str(value) for value, _label in self.choices]:
            raise ValidationError(_("Kies een van de mogelijkheden."))
