"""The national register number: read as it is spoken, checked, and refused with a reason."""

from datetime import date

from flask_babel import gettext as _
from stdnum.be import bis, nn
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, InvalidLength, ValidationError


def digits(text: str) -> str:
    """Keep the digits of a number typed with or without dots."""
    return "".join(letter for letter in text if letter in "0123456789")


def problem(text: str, born_on: date | None) -> str | None:
    """Say in one sentence what is wrong with a national register number or bis number, or nothing."""
    number = digits(text)
    if len(number) != 11 or digits(text) != "".join(text.translate(str.maketrans("", "", ".- /")).split()):
        return str(_("Een rijksregisternummer telt elf cijfers, bijvoorbeeld 88.02.17-354.92."))
    try:
        module = bis if bis.is_valid(number) else nn
        module.validate(number)
        birth = nn.get_birth_date(number) if module is nn else bis.get_birth_date(number)
    except (InvalidChecksum, InvalidFormat, InvalidLength):
        return str(_("Het controlegetal van dit rijksregisternummer klopt niet. Kijk de cijfers na."))
    except (InvalidComponent, ValidationError):
        return str(_("De geboortedatum in dit rijksregisternummer bestaat niet. Kijk de eerste zes cijfers na."))
    if birth and born_on and birth != born_on:
        return str(_("De geboortedatum past niet bij het rijksregisternummer (%(day)s).", day=f"{birth:%d/%m/%Y}"))
    return None
