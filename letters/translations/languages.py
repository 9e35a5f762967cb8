"""The languages in which a letter can carry a translation sheet: what they are called, and how Word writes them.

A client has a language in which he can be spoken to, never one in which he is written to: letters
are in Dutch, and a sheet is only there for information.
"""

from dataclasses import dataclass
from enum import StrEnum

from workflow.wording import N_

DUTCH = "nl-BE"
"""The language of every letter, as Word and the web name it."""


class Script(StrEnum):
    """The writing of a language."""

    LATIN = "Latn"
    CYRILLIC = "Cyrl"
    ARABIC = "Arab"
    ETHIOPIC = "Ethi"


FONTS = {Script.ARABIC: "Noto Naskh Arabic", Script.ETHIOPIC: "Noto Sans Ethiopic"}
"""The typefaces of the writings the letterhead's own has no characters for."""

SCALE = {Script.ARABIC: 1.2, Script.ETHIOPIC: 1.05}
"""How much bigger such characters are set to be read as easily."""


@dataclass(frozen=True)
class Language:
    """A language: its key, its Dutch and its own name, its tag for Word and the web (BCP 47), its writing."""

    key: str
    dutch: str
    own: str
    tag: str
    script: Script = Script.LATIN

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.script is Script.ARABIC

    @property
    def font(self) -> str | None:
        """The typeface Word needs; none when that of the letterhead will do."""
        return FONTS.get(self.script)

    @property
    def scale(self) -> float:
        """How much bigger than the letter it is set."""
        return SCALE.get(self.script, 1)


# fmt: off
LANGUAGES = {language.key: language for language in (
    Language("ar",  N_("Arabisch"),  "العربية",    "ar",     Script.ARABIC),
    Language("bg",  N_("Bulgaars"),  "български",  "bg",     Script.CYRILLIC),
    Language("prs", N_("Dari"),      "دری",        "prs-AF", Script.ARABIC),
    Language("en",  N_("Engels"),    "English",    "en"),
    Language("fr",  N_("Frans"),     "français",   "fr"),
    Language("uk",  N_("Oekraïens"), "українська", "uk",     Script.CYRILLIC),
    Language("ps",  N_("Pashto"),    "پښتو",       "ps-AF",  Script.ARABIC),
    Language("ro",  N_("Roemeens"),  "română",     "ro"),
    Language("ti",  N_("Tigrinya"),  "ትግርኛ",       "ti-ET",  Script.ETHIOPIC),
    Language("tr",  N_("Turks"),     "Türkçe",     "tr"),
)}
"""Every language of the sheets by its key, in the order of their Dutch names."""
# fmt: on

_BY_NAME = {language.dutch.casefold(): language for language in LANGUAGES.values()}


def named(dutch: str) -> Language | None:
    """Return the language of that Dutch name, as the register of clients keeps it."""
    return _BY_NAME.get(dutch.strip().casefold())
