"""The lines of an address window, taken apart for the carrier: name, street, postal code, city, country."""

import re
from typing import NamedTuple

BELGIUM = "België"
"""The country of an address that names none."""

_BELGIAN = re.compile(r"(?:B-?|BE-?)? ?([1-9][0-9]{3}) +(\S.*)")
_FOREIGN = (
    re.compile(r"([1-9][0-9]{3} ?[A-Z]{2}) +(\S.*)"),  # 1012 AB Amsterdam
    re.compile(r"((?:[A-Z]{1,3}-)?[0-9]{4,5}) +(\S.*)"),  # 59000 Lille, L-1234 Luxembourg
    re.compile(r"(\S.*?) +([A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})"),  # London SW1A 1AA: the code comes last
)


class PostalAddress(NamedTuple):
    """An address in the fields a carrier knows; what the lines do not say is empty."""

    name: str = ""
    line_1: str = ""
    line_2: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = ""


def split(lines: str) -> PostalAddress:
    """Take the lines of an address window apart.

    The street stands above the city and is the first line of the carrier; a service or the name
    of a building comes in the second. A last line without a digit, under a line with a postal
    code, is a country. Without a postal code nothing is guessed: every line stays a line.
    """
    said = [" ".join(line.split()) for line in lines.splitlines() if line.strip()]
    name, rest = (said[0], said[1:]) if said else ("", [])
    if rest and (found := _BELGIAN.fullmatch(rest[-1])):
        return _address(name, rest[:-1], found[1], found[2], BELGIUM)
    if len(rest) > 1 and not re.search("[0-9]", rest[-1]) and (place := _place(rest[-2], rest[-1])):
        return _address(name, rest[:-2], *place, rest[-1])
    return PostalAddress(name, "".join(rest[:1]), ", ".join(rest[1:]))


def _place(line: str, country: str) -> tuple[str, str] | None:
    """Read postal code and city in the way of the country that is named under them."""
    if country.casefold() in ("belgië", "belgie", "belgique", "belgien", "belgium"):
        found = _BELGIAN.fullmatch(line)
        return (found[1], found[2]) if found else None
    for i, way in enumerate(_FOREIGN):
        if found := way.fullmatch(line):
            return (found[2], found[1]) if i == len(_FOREIGN) - 1 else (found[1], found[2])
    return None


def _address(name: str, between: list[str], postal_code: str, city: str, country: str) -> PostalAddress:
    street, above = (between[-1], between[:-1]) if between else ("", [])
    return PostalAddress(name, street, ", ".join(above), postal_code, city, country)
