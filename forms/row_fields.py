"""The fields that are tables: dated facts in rows, and a ballot with one choice for every seat."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import ValidationError

from forms.fields import cleaned, read_date, today_here


class FactRows(Field):
    """Dated facts in rows: day, what happened, evidence. Empty rows are left out."""

    columns = ("happened_on", "what", "evidence")

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.rows: list[dict[str, str]] = []
        self.removed = 0

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Read the rows from the form, or from the file when nothing was sent."""
        self.process_errors: list[str] = []
        given = data if isinstance(data, list) else self.default or []
        if formdata is None or f"{self.name}-0-what" not in formdata:
            self.data = given
            self.rows = [row | {"happened_on": f"{row['happened_on']:%d/%m/%Y}"} for row in given]
            return
        self.rows, self.data = [], []
        index = 0
        while f"{self.name}-{index}-what" in formdata:
            self._take({c: formdata.get(f"{self.name}-{index}-{c}", "") for c in self.columns})
            index += 1

    def _take(self, raw: dict[str, str]) -> None:
        row = {}
        for column, text in raw.items():
            row[column], gone = cleaned(text)
            self.removed += gone
        if not any(row.values()):
            return
        self.rows.append(row)
        try:
            day = read_date(row["happened_on"], today_here())
        except ValueError:
            text = _("Rij %(number)s: '%(typed)s' is geen datum.", number=len(self.rows), typed=row["happened_on"][:40])
            self.process_errors.append(text)
            return
        if not row["what"]:
            self.process_errors.append(_("Rij %(number)s: schrijf wat er gebeurde.", number=len(self.rows)))
        self.data.append({"happened_on": day, "what": row["what"], "evidence": row["evidence"]})

    @property
    def shown(self) -> list[dict[str, str]]:
        """The rows on the page: the filled ones and room for two more, at least four."""
        empty = dict.fromkeys(self.columns, "")
        return [*self.rows, *[empty] * max(2, 4 - len(self.rows))]


class Ballots(Field):
    """What every sitting member did: one choice for each seat."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.seats: list[tuple[str, str]] = []
        self.options: list[tuple[str, str]] = []

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Keep what was chosen; it is read when the seats are known."""
        self.process_errors: list[str] = []
        self.raw = formdata
        self.data = data or {}

    def seat(self, seats: list[tuple[str, str]], options: list[tuple[str, str]]) -> None:
        """Say which members sit, and what each can do."""
        self.seats, self.options = seats, options
        known = {value for value, _label in options}
        if self.raw:
            chosen = {seat: self.raw.get(f"{self.name}-{seat}") for seat, _name in seats}
            self.data = {seat: choice for seat, choice in chosen.items() if choice in known}

    def pre_validate(self, form: Any) -> None:
        """Ask a choice for everybody."""
        if len(self.data) != len(self.seats):
            raise ValidationError(_("Kies voor elk lid wat het deed."))


class Several(Field):
    """Any number of answers from a list, each with a box to tick."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.choices: list[tuple[str, str]] = []

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Read what was ticked, or what the file says when nothing was sent."""
        self.process_errors: list[str] = []
        self.data = list(data) if isinstance(data, list) else []
        if formdata:
            self.data = formdata.getlist(self.name)

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Say what can be ticked; the order of the answers is that of the list."""
        self.choices = choices
        self.unknown = set(self.data) - {value for value, _label in choices}
        self.data = [value for value, _label in choices if value in self.data]

    def pre_validate(self, form: Any) -> None:
        """Refuse what does not stand in the list."""
        if self.unknown:
            raise ValidationError(_("Kies een van de mogelijkheden."))
