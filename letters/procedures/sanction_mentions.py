"""What a decision must mention, or its appeal term does not start (RMI-wet art. 21; law register b.5)."""

from typing import Any

from letters.letter import Mention
from workflow.measures import Deferral, Kind
from workflow.wording import N_

Facts = dict[str, Any]


def _suspends(facts: Facts) -> bool:
    return bool(facts["maatregel"]["soort"] == Kind.SUSPENSION)


def _defers(facts: Facts) -> bool:
    return _suspends(facts) and bool(facts["maatregel"]["uitstel"] != Deferral.NONE)


def _withdraws(facts: Facts) -> bool:
    return bool(facts["maatregel"]["soort"] == Kind.WITHDRAWAL)


_LAW, _CHARTER = "RMI-wet art. 21; OCMW-wet art. 62bis", "Handvest sociaal verzekerde art. 13-15"

# fmt: off
MENTIONS = (
    #       key                      title                                                           article        must be readable in it
    Mention("rechtsgronden",         N_("de artikelen waarop de beslissing steunt"),                 _LAW,          ("grond.recht",)),
    Mention("feiten",                N_("de feiten van deze persoon en waarom er geen reden is"),    _LAW,          ("grond.feiten",)),
    Mention("antwoord",              N_("het antwoord op wat de cliënt aanbracht"),                  _LAW,          ("grond.antwoord",)),
    Mention("maatregel",             N_("de maatregel: deel, bedrag, begin- en einddatum, uitstel"), _CHARTER,      ("steun",)),
    Mention("maatregel",             N_("het bedrag en de begin- en einddatum van de schorsing"),    _CHARTER,      ("maatregel.bedrag", "maatregel.van", "maatregel.tot"), _suspends),
    Mention("maatregel",             N_("tot wanneer de proeftermijn van het uitstel loopt"),        _CHARTER,      ("maatregel.proef_tot",), _defers),
    Mention("maatregel",             N_("vanaf wanneer het recht is ingetrokken"),                   _CHARTER,      ("maatregel.van",), _withdraws),
    Mention("beroep",                N_("dat beroep mogelijk is"),                                   _CHARTER),
    Mention("rechtbank",             N_("de bevoegde rechtbank met haar adres"),                     _CHARTER,      ("beroep.rechtbank", "beroep.adres")),
    Mention("beroep_termijn",        N_("de termijn om in beroep te gaan"),                          _CHARTER,      ("beroep.maanden",)),
    Mention("beroep_wijze",          N_("hoe men in beroep gaat"),                                   _CHARTER),
    Mention("vertegenwoordiging",    N_("wie mag vertegenwoordigen"),                                "Ger.W. art. 728"),
    Mention("kosten",                N_("wie de kosten draagt"),                                     "Ger.W. art. 1017"),
    Mention("kenmerk",               N_("het dossiernummer"),                                        _CHARTER,      ("dossier",)),
    Mention("maatschappelijk_werker", N_("de naam van de maatschappelijk werker"),                   _CHARTER,      ("behandelaar.naam",)),
    Mention("uitleg",                N_("dat men uitleg kan vragen, en bij welke dienst"),           _CHARTER,      ("afzender.dienst",)),
    Mention("beroep_schorst_niet",   N_("dat het beroep de beslissing niet schorst"),                _CHARTER),
    Mention("datum_orgaan",          N_("de datum van de beslissing en het orgaan"),                 _LAW,          ("zitting.datum",)),
)

WITHDRAWAL = tuple(m for m in MENTIONS if m.key not in ("rechtsgronden", "feiten", "antwoord", "maatregel")) + (
    Mention("rechtsgronden",         N_("de artikelen waarop de intrekking steunt"),                 _LAW),
    Mention("feiten",                N_("waarom de beslissing wordt ingetrokken"),                   _LAW,          ("ingetrokken.reden",)),
    Mention("maatregel",             N_("welke beslissing wordt ingetrokken"),                       _LAW,          ("ingetrokken.datum",)),
)
# fmt: on
