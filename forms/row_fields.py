"""The fields that are tables: dated facts and articles in rows, and a ballot with one choice for every seat."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import Field
from wtforms.validators import ValidationError

from forms.fields import cleaned, read_date, today_here


class Rows(Field):
    """Rows of a few texts each. Empty rows are left out; the last column says that a row is there."""

    columns: tuple[str, ...] = ()
    marker = ""
    least = 4
    """How many rows there are at least on an empty form."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.rows: list[dict[str, str]] = []
        self.removed = 0

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Read the rows from the form, or from the file when nothing was sent."""
        self.process_errors: list[str] = []
        given = data if isinstance(data, list) else self.default or []
        if formdata is None or f"{self.name}-0-{self.marker}" not in formdata:
            self.data = given
            self.rows = [self.written(row) for row in given]
            return
        self.rows, self.data = [], []
        index = 0
        while f"{self.name}-{index}-{self.marker}" in formdata:
            self._take({c: formdata.get(f"{self.name}-{index}-{c}", "") for c in self.columns})
            index += 1

    def _take(self, raw: dict[str, str]) -> None:
        row = {}
        for column, text in raw.items():
            row[column], gone = cleaned(text)
            self.removed += gone
        if any(row.values()):
            self.rows.append(row)
            self.read(row)

    def written(self, row: dict[str, Any]) -> dict[str, str]:
        """Write a row of the file the way it is typed."""
        return row

    def read(self, row: dict[str, str]) -> None:
        """Take a typed row over, or say what is wrong with it."""
        self.data.append(row)

    @property
    def shown(self) -> list[dict[str, str]]:
        """The rows on the page: the filled ones and room for two more, and at least a few."""
        empty = dict.fromkeys(self.columns, "")
        return [*self.rows, *[empty] * max(2, self.least - len(self.rows))]


class FactRows(Rows):
    """Dated facts in rows: day, what happened, evidence."""

    columns = ("happened_on", "what", "evidence")
    marker = "what"

    def written(self, row: dict[str, Any]) -> dict[str, str]:
        """Write the day the Dutch way."""
        return row | {"happened_on": f"{row['happened_on']:%d/%m/%Y}"}

    def read(self, row: dict[str, str]) -> None:
        """Read the day, and ask what happened."""
        try:
            day = read_date(row["happened_on"], today_here())
        except ValueError:
            text = _("Rij %(number)s: '%(typed)s' is geen datum.", number=len(self.rows), typed=row["happened_on"][:40])
            self.process_errors.append(text)
            return
        if not row["what"]:
            self.process_errors.append(_("Rij %(number)s: schrijf wat er gebeurde.", number=len(self.rows)))
        self.data.append({"happened_on": day, "what": row["what"], "evidence": row["evidence"]})


class ArticleRows(Rows):
    """The articles of an agreement in rows: number, heading, words."""

    columns = ("number", "heading", "text")
    marker = "text"
    least = 20

    def read(self, row: dict[str, str]) -> None:
        """Ask for what is missing."""
        for column, text in (
            ("number", _("Rij %(number)s: geef het nummer van het artikel.", number=len(self.rows))),
            ("heading", _("Rij %(number)s: geef de titel van het artikel.", number=len(self.rows))),
            ("text", _("Rij %(number)s: schrijf de tekst van het artikel.", number=len(self.rows))),
        ):
            if not row[column]:
                self.process_errors.append(text)
        self.data.append(row)


class GuestRows(Rows):
    """Who is heard, in rows: name and function."""

    columns = ("name", "function")
    marker = "name"

    def read(self, row: dict[str, str]) -> None:
        """Ask for what is missing."""
        if not all(row.values()):
            self.process_errors.append(_("Rij %(number)s: geef de naam en de functie.", number=len(self.rows)))
        self.data.append(row)


class Order(Field):
    """Things in the order in which they are sent: every one of them, once; or one that moves a place: "its-id:-1"."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.known: list[tuple[str, str]] = []

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Read the order that was sent: with commas from a button, or each by itself."""
        self.process_errors: list[str] = []
        sent = formdata.getlist(self.name) if formdata else []
        self.data = [each for text in sent for each in text.split(",")]

    def offer(self, known: list[tuple[str, str]]) -> None:
        """Say what can be put in order, as it stands now."""
        self.known = known
        thing, colon, step = self.data[0].partition(":") if len(self.data) == 1 else ("", "", "")
        if colon and step in ("-1", "1"):
            self.data = self._moved(thing, int(step))

    def _moved(self, thing: str, step: int) -> list[str]:
        """Return the order in which one thing moved up or down; what is not known moves nothing."""
        order = [value for value, _label in self.known]
        if thing in order:
            place = order.index(thing)
            order.insert(min(max(place + step, 0), len(order) - 1), order.pop(place))
        return order

    def pre_validate(self, form: Any) -> None:
        """Refuse an order that leaves something out or knows something else."""
        if sorted(self.data) != sorted(value for value, _label in self.known):
            raise ValidationError(_("De agenda is intussen veranderd. Kijk na en probeer opnieuw."))


OTHERS = "anderen"
"""The row that speaks for every member without a choice of his own."""

SHOWN = "getoond"
"""Names the seats that stood on the form."""


class Ballots(Field):
    """What every sitting member did: one choice for each seat, or one for all who have none of their own.

    That one speaks only for the seats that were shown: who came in meanwhile has no choice yet.
    """

    def __init__(self, label: str, validators: Sequence[Any] = (), **kwargs: Any):
        super().__init__(label, validators, **kwargs)
        self.seats: list[tuple[str, str]] = []
        self.options: list[tuple[str, str]] = []
        self.rows: list[tuple[str, str]] = []

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Keep what was chosen; it is read when the seats are known."""
        self.process_errors: list[str] = []
        self.raw = formdata
        self.data = self.chosen = data or {}

    def seat(self, seats: list[tuple[str, str]], options: list[tuple[str, str]]) -> None:
        """Say which members sit, and what each can do."""
        self.seats, self.options = seats, options
        self.rows = [*seats, (OTHERS, _("Alle anderen"))]
        known = {value for value, _label in options}
        if self.raw:
            sent = {row: self.raw.get(f"{self.name}-{row}") for row, _name in self.rows}
            self.chosen = {row: choice for row, choice in sent.items() if choice in known}
            shown = self.raw.getlist(f"{self.name}-{SHOWN}")
            others = {seat: self.chosen.get(OTHERS) for seat in shown}
            each = {seat: self.chosen.get(seat) or others.get(seat) for seat, _name in seats}
            self.data = {seat: choice for seat, choice in each.items() if choice}

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
