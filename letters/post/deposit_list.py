"""The deposit list on paper: what the post room hands to the carrier, line by line, with room for the stamp.

Its words stand in a Word document, as those of a letter do, and take the same road to a tagged
PDF/A.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from letters import word
from letters.dates import in_dutch
from letters.post.postal_address import BELGIUM, PostalAddress
from letters.typesetting.pdf import Pdf, to_pdf
from workflow.models import Deposit
from workflow.moment import civil_date
from workflow.terms import Way

TEMPLATE = Path(__file__).parents[2] / "templates" / "deposit" / "afgiftelijst.docx"


@dataclass(frozen=True)
class Line:
    """One letter on the list: its reference, where it goes, and its barcode."""

    reference: str
    address: PostalAddress
    barcode: str


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def write(deposit: Deposit, lines: Sequence[Line], now: datetime, part: str = "2") -> Pdf:
    """Write the list as a tagged PDF/A, with the lines in order; `part` "1" gives the variant validators know."""
    sender = deposit.organisation
    facts = {
        "afzender": {
            "naam": sender.name,
            "dienst": sender.service,
            "straat": sender.street,
            "gemeente": f"{sender.postal_code} {sender.city}",
            "telefoon": sender.phone,
        },
        "lijst": {
            "kenmerk": deposit.reference,
            "datum": in_dutch(civil_date(deposit.made_at)),
            "door": deposit.made_by.name,
            "aangetekend": deposit.way == Way.REGISTERED,
            "rp": deposit.rp,
            "aantal": len(lines),
            "gescand": sum(bool(line.barcode) for line in lines),
        },
        "regels": [_row(number, line) for number, line in enumerate(lines, 1)],
    }
    return to_pdf(word.render(_template(), facts), sender.name, now, part)


def _row(number: int, line: Line) -> dict[str, str]:
    address = line.address
    country = "" if address.country == BELGIUM else address.country
    lines = (address.line_1, address.line_2, f"{address.postal_code} {address.city}".strip(), country)
    return {
        "nummer": str(number),
        "naam": address.name,
        "adres": "\n".join(each for each in lines if each),
        "kenmerk": line.reference,
        "barcode": line.barcode,
    }
