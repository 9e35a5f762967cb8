"""What the carrier gets of every letter on a list: nine fields of at most fifty characters."""

from collections.abc import Sequence
from dataclasses import dataclass

from forms.deposits.spreadsheet import neutral
from letters.post import deposit_list, postal_address
from letters.post.postal_address import PostalAddress
from workflow.models import DepositItem
from workflow.wording import N_, Sentence

LONGEST = 50
"""Characters: the carrier rejects a field that is longer."""

COLUMNS = {
    "reference": N_("Kenmerk"),
    "name": N_("Naam"),
    "line_1": N_("Adreslijn 1"),
    "line_2": N_("Adreslijn 2"),
    "postal_code": N_("Postcode"),
    "city": N_("Gemeente"),
    "country": N_("Land"),
    "barcode": N_("Barcode"),
    "rp": N_("RP"),
}
NEEDED = ("name", "postal_code", "city", "country")


@dataclass(frozen=True)
class CarrierLine:
    """The fields of one letter for the carrier, by name; shortened words stand in the place of the letter's own."""

    item: DepositItem
    fields: dict[str, str]

    @property
    def flaws(self) -> dict[str, Sentence]:
        """What the carrier would reject, by field."""
        long = N_("Te lang: %(length)s tekens, hoogstens %(most)s.")
        found = {
            name: Sentence(long, length=len(neutral(text)), most=LONGEST)
            for name, text in self.fields.items()
            if len(neutral(text)) > LONGEST
        }
        return found | {name: Sentence(N_("Ontbreekt.")) for name in NEEDED if not self.fields[name]}

    @property
    def on_paper(self) -> deposit_list.Line:
        """The line of the deposit list."""
        address = PostalAddress(**{name: self.fields[name] for name in PostalAddress._fields})
        return deposit_list.Line(self.fields["reference"], address, self.fields["barcode"])


def line_of(item: DepositItem) -> CarrierLine:
    """Take the address of a letter apart, and lay the shortened words over it."""
    address = postal_address.split(item.letter.addressee)._asdict() | item.shortened
    rp = "RP" if item.deposit.rp else ""
    own = {"reference": item.letter.reference, "barcode": item.number, "rp": rp}
    return CarrierLine(item, {name: (own | address)[name] for name in COLUMNS})


def lines_of(items: Sequence[DepositItem]) -> list[CarrierLine]:
    """Return the lines of a list, in order; a letter that was cancelled is not handed over."""
    return [line_of(item) for item in items if not item.letter.cancelled]
