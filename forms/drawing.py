"""The time line as a drawing: lanes of bars in one picture, beside the table that says the same in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workflow.competence import AID_TITLES, BODY_TITLES, LEEFLOON, RESIDENCE_TITLES, Body
from workflow.timeline import Facts, Span
from workflow.wording import N_

WIDTH, LANE, BAR, TOP = 1000, 30, 20, 24
"""The picture: as wide as a thousand, a lane for each thing, bars in the lanes, years above them."""


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands, how wide it is, its tone and its words."""

    x: int
    width: int
    tone: str
    text: str


@dataclass(frozen=True)
class Lane:
    """One lane with its bars, from the top down."""

    title: str
    y: int
    bars: list[Bar]


@dataclass(frozen=True)
class Drawing:
    """The lanes, the first days of the years and the place of today."""

    lanes: list[Lane]
    years: list[tuple[int, int]]
    today: int
    height: int


TONES = {Body.OCMW: "ocmw", Body.AMAL: "amal", Body.NOBODY: "nobody"}


class _Scale:
    """Where a day stands between the first day and the last."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.days = first, max((last - first).days, 1)

    def at(self, day: date) -> int:
        """Return how far to the right a day stands, inside the picture."""
        return min(max(round((day - self.first).days * WIDTH / self.days), 0), WIDTH)

    def bar(self, first: date, last: date | None, tone: str, text: str) -> Bar:
        """Return the bar of a period, which reaches the edge when it has no last day; no period is too short to see."""
        x = self.at(first)
        end = WIDTH if last is None else self.at(last) + max(WIDTH // self.days, 1)
        return Bar(x, max(min(end, WIDTH) - x, 2), tone, text)


def drawing(facts: Facts, spans: list[Span], today: date) -> Drawing:
    """Draw the facts and, under them, who directs and who may sanction."""
    last = max({*facts.change_days, today})
    scale = _Scale(spans[0].from_on, date(last.year + 1, 1, 1))
    lanes: Iterable[tuple[str, list[Bar]]] = (
        (N_("Klasse"), [scale.bar(a, b, "fact", RESIDENCE_TITLES[value]) for a, b, value in facts.residences]),
        (
            N_("Steun"),
            [
                scale.bar(a, b, "money" if value in LEEFLOON else "fact", AID_TITLES[value])
                for a, b, value in facts.aids
            ],
        ),
        (N_("Rijksregister"), [scale.bar(a, b, "fact", N_("Ingeschreven")) for a, b in facts.registrations]),
        (N_("Verblijf"), [scale.bar(a, b, "fact", N_("Verblijft in België")) for a, b in facts.stays]),
        (N_("Regie"), [_of_body(scale, span, span.found.directs) for span in spans]),
        (N_("Sanctie"), [_of_body(scale, span, span.found.sanctions) for span in spans]),
    )
    drawn = [Lane(title, TOP + LANE * i, bars) for i, (title, bars) in enumerate(lanes)]
    years = [(year, scale.at(date(year, 1, 1))) for year in range(scale.first.year + 1, last.year + 1)]
    return Drawing(drawn, years, scale.at(today), TOP + LANE * len(drawn))


def _of_body(scale: _Scale, span: Span, body: Body) -> Bar:
    return scale.bar(span.from_on, span.until_on, TONES[body], BODY_TITLES[body])
