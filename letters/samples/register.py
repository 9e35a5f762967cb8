"""Facts for every letter in every variant: realistic, complete, and about people who do not exist.

A sample is one letter as it could leave the house; together they take every way through every
condition of the words. The doctor of templates, the proof print and the tests use the same ones.
"""

from dataclasses import dataclass, field
from typing import Any

from letters.letter import Letter, To
from letters.register import LETTERS
from letters.samples import sanction, sanction_decision
from letters.samples.facts import merged
from workflow.roles import Role
from workflow.terms import Way

MW = {"functie": "Maatschappelijk werker", "naam": "Noor Lindewater", "mandaat": ""}
CHAIR = {"functie": "Voorzitter van het BCSD", "naam": "Bram Korenveld", "mandaat": ""}
DIRECTOR = {"functie": "Algemeen directeur", "naam": "Greet Waterhoen", "mandaat": ""}
NOBODY = {"functie": "", "naam": "", "mandaat": ""}
SIGNED = {(Role.SOCIAL_WORKER,): [[MW, NOBODY]], (Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL): [[CHAIR, DIRECTOR]]}

ADDRESSEES = {
    To.CLIENT: ["Amina Duinroos", "Voorbeeldstraat 12", "9000 Gent"],
    To.AGENCY: ["Amal", "Inburgering Gent", "Proefkaai 4", "9000 Gent"],
    To.COMMITTEE: ["Bijzonder Comité voor de Sociale Dienst", "OCMW Gent"],
    To.FILE: ["Dossier SD-2026-0042"],
}

WRITTEN_ON = {
    "aanmaning": "2 maart 2026",
    "overdracht_aan_amal": "10 maart 2026",
    "bericht_zonder_gevolg": "10 maart 2026",
    "bevestiging_naleving": "16 maart 2026",
    "uitnodiging_hoorzitting": "24 maart 2026",
    "hoorverslag": "14 april 2026",
    "sociaal_verslag": "15 april 2026",
    "beslissing": "28 april 2026",
    "bericht_aan_amal": "30 april 2026",
    "intrekking": "26 mei 2026",
}


def common(letter: Letter) -> dict[str, Any]:
    """State what every letter says of itself."""
    return {
        "afzender": {
            "naam": "OCMW Gent",
            "dienst": "Welzijnsbureau Voorbeeldwijk",
            "straat": "Voorbeeldplein 1",
            "gemeente": "9000 Gent",
            "telefoon": "09 000 00 01",
            "email": "voorbeeldwijk@ocmw.example",
            "gegevensbescherming": "privacy@ocmw.example",
        },
        "aangetekend": letter.sent is Way.REGISTERED,
        "geadresseerde": ADDRESSEES[letter.to],
        "plaats": "Gent",
        "datum": WRITTEN_ON[letter.name],
        "kenmerk": "BR-2026-0117",
        "exemplaar": "",
        "dossier": "SD-2026-0042",
        "behandelaar": {"naam": MW["naam"], "telefoon": "09 000 00 02", "email": "noor.lindewater@ocmw.example"},
        "client": {"naam": "Amina Duinroos", "achternaam": "Duinroos", "aanspreking": "mevrouw"},
        "ondertekening": SIGNED[letter.signed_by],
        "controle": {"code": "ABCD-EFGH-JKMN", "adres": "https://handreiking.example/controle"},
    }


@dataclass(frozen=True)
class Sample:
    """One letter as it could leave the house: which letter, which of its texts, its facts."""

    name: str
    letter: Letter
    text: str
    facts: dict[str, Any] = field(repr=False)


def _sample(name: str, text: str, facts: dict[str, Any]) -> Sample:
    letter = next(letter for letter in LETTERS.values() if text in letter.texts)
    facts = merged(common(letter), facts)
    if letter.to is To.CLIENT:
        facts["geadresseerde"] = [facts["client"]["naam"], *ADDRESSEES[To.CLIENT][1:]]
    return Sample(name, letter, text, facts)


SAMPLES = {
    name: _sample(name, text, facts)
    for text, variants in (sanction.ALL | sanction_decision.ALL).items()
    for name, facts in variants.items()
}
"""Every sample by the name of its golden text."""

FIRST = {text: SAMPLES[next(iter(variants))] for text, variants in (sanction.ALL | sanction_decision.ALL).items()}
"""The plainest sample of every text."""
