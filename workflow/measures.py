"""The measures a committee can take, and the words for them (law register b.1, b.6)."""

from enum import StrEnum

from workflow.wording import N_


class Kind(StrEnum):
    """The kinds of decision; a suspension of payment is not a withdrawal of the right."""

    NONE = "geen_sanctie"
    WARNING = "verwittiging"
    SUSPENSION = "schorsing"
    WITHDRAWAL = "intrekking"


class Unit(StrEnum):
    """The unit of a duration."""

    MONTHS = "maanden"
    DAYS = "dagen"


class Deferral(StrEnum):
    """Whether execution is deferred (uitstel), wholly or in part."""

    NONE = "geen"
    WHOLE = "geheel"
    PART = "deel"


class Hearing(StrEnum):
    """What came of the invitation to be heard."""

    HELD = "gehouden"
    WAIVED = "afstand"
    NO_SHOW = "niet_verschenen"


class Judgment(StrEnum):
    """What the labour court did with the decision."""

    CONFIRMED = "bevestigd"
    ANNULLED = "vernietigd"
    CHANGED = "gewijzigd"


KIND_TITLES = {
    Kind.NONE: N_("Geen sanctie"),
    Kind.WARNING: N_("Verwittiging"),
    Kind.SUSPENSION: N_("Schorsing van de uitbetaling"),
    Kind.WITHDRAWAL: N_("Intrekking wegens gebrek aan werkbereidheid"),
}
UNIT_TITLES = {Unit.MONTHS: N_("maanden"), Unit.DAYS: N_("dagen")}
DEFERRAL_TITLES = {
    Deferral.NONE: N_("Zonder uitstel"),
    Deferral.WHOLE: N_("Met uitstel voor het geheel"),
    Deferral.PART: N_("Met uitstel voor een deel"),
}
HEARING_TITLES = {
    Hearing.HELD: N_("De cliënt is gehoord"),
    Hearing.WAIVED: N_("De cliënt ziet ervan af gehoord te worden"),
    Hearing.NO_SHOW: N_("De cliënt is niet verschenen"),
}
JUDGMENT_TITLES = {
    Judgment.CONFIRMED: N_("De beslissing is bevestigd"),
    Judgment.ANNULLED: N_("De beslissing is vernietigd"),
    Judgment.CHANGED: N_("De beslissing is gewijzigd"),
}
