"""Long histories of dated facts, at random: periods one after another, with or without a gap between them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from workflow.competence import Aid, Reading, Residence
from workflow.timeline import Facts


def periods(values, most):
    """Periods one after another, with or without a gap between them; the last one may still run."""
    lengths = st.lists(st.tuples(st.integers(1, 200), st.integers(0, 40), values), min_size=1, max_size=most)
    return st.tuples(st.dates(date(2024, 1, 1), date(2025, 6, 30)), lengths, st.booleans()).map(_laid_out)


def _laid_out(drawn):
    first, lengths, runs = drawn
    laid = []
    for days, gap, value in lengths:
        last = first + timedelta(days=days - 1)
        laid.append((first, last, value))
        first = last + timedelta(days=gap + 1)
    return (*laid[:-1], (laid[-1][0], None, laid[-1][2])) if runs else tuple(laid)


def stretches(most):
    return periods(st.none(), most).map(lambda found: tuple(each[:2] for each in found))


HISTORIES = st.builds(
    Facts,
    periods(st.sampled_from(Residence), 3),
    periods(st.sampled_from(Aid), 10),
    stretches(4),
    stretches(4),
    st.sampled_from([None, *Reading]),
)
