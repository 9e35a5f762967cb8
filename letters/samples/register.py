"""Facts for every letter in every variant: realistic, complete, and about people who do not exist.

A sample is one letter as it could leave the house; together they take every way through every
condition of the words. The doctor of templates, the proof print and the tests use the same ones.
"""

from dataclasses import dataclass, field
from typing import Any

from letters.letter import Letter, To
from letters.register import LETTERS
from letters.samples import (
    agreement,
    default_notice,
    direction,
    gpmi,
    referral,
    sanction,
    sanction_decision,
    session,
    warm_handoff,
)
from letters.samples.facts import merged
from letters.signatories import BY_NAME
from workflow.roles import Role
from workflow.terms import Way

SIGNERS = {
    Role.SOCIAL_WORKER: {"functie": "Maatschappelijk werker", "naam": "Noor Lindewater", "mandaat": ""},
    Role.BCSD_CHAIR: {"functie": "Voorzitter van het BCSD", "naam": "Bram Korenveld", "mandaat": ""},
    Role.DIRECTOR_GENERAL: {"functie": "Algemeen directeur", "naam": "Greet Waterhoen", "mandaat": ""},
    Role.COUNSELLOR: {"functie": "Trajectbegeleider", "naam": "Stan Meersman", "mandaat": ""},
    Role.CONTACT_POINT: {"functie": "Centraal contactpersoon", "naam": "Lore Duinkerk", "mandaat": ""},
    Role.DIRECTORATE: {"functie": "Directie", "naam": "Wies Oeverland", "mandaat": ""},
}
ACROSS = (
    {"functie": "Directie", "naam": "Fatma Zilverberk", "mandaat": ""},
    {"functie": "Directie", "naam": "Jonas Heuvelmans", "mandaat": ""},
)
"""Who signs for the other party."""

NOBODY = {"functie": "", "naam": "", "mandaat": ""}

OCMW = {
    "naam": "OCMW Gent",
    "dienst": "Welzijnsbureau Voorbeeldwijk",
    "straat": "Voorbeeldplein 1",
    "gemeente": "9000 Gent",
    "telefoon": "09 000 00 01",
    "email": "voorbeeldwijk@ocmw.example",
    "gegevensbescherming": "privacy@ocmw.example",
}
AMAL = {
    "naam": "Amal",
    "dienst": "Inburgering Gent",
    "straat": "Proefkaai 4",
    "gemeente": "9000 Gent",
    "telefoon": "09 000 00 03",
    "email": "inburgering@amal.example",
    "gegevensbescherming": "privacy@amal.example",
}
AT_AMAL = (Role.COUNSELLOR, Role.CONTACT_POINT)

ADDRESSEES = {
    To.CLIENT: ["Amina Duinroos", "Voorbeeldstraat 12", "9000 Gent"],
    To.COMMITTEE: ["Bijzonder Comité voor de Sociale Dienst", "OCMW Gent"],
}

ROOMS: tuple[tuple[str, dict[str, str], dict[str, dict[str, dict[str, Any]]]], ...] = (
    ("SD-2026-0042", sanction.WRITTEN_ON, sanction.ALL | sanction_decision.ALL | session.IN_THE_FILE),
    ("DV-2026-0007", referral.WRITTEN_ON, referral.ALL),
    ("WO-2026-0042", warm_handoff.WRITTEN_ON, warm_handoff.ALL),
    ("OVK-2023-0001", agreement.WRITTEN_ON, agreement.ALL),
    ("IG-2026-0007", default_notice.WRITTEN_ON, default_notice.ALL),
    ("GPMI-2026-0031", gpmi.WRITTEN_ON, gpmi.ALL),
    ("RW-2026-0007", direction.WRITTEN_ON, direction.ALL),
    ("ZIT-2026-0009", session.WRITTEN_ON, session.ALL),
)
"""Per kind of file: the reference of its sample file, the day of each letter, its samples by text."""

_PLACE = {text: (reference, days) for reference, days, texts in ROOMS for text in texts}


def _by_amal(letter: Letter) -> bool:
    return bool(letter.signed_by) and letter.signed_by[0] in AT_AMAL


def _address(letter: Letter, reference: str) -> list[str]:
    if letter.to is To.OTHER_PARTY:
        across = OCMW if _by_amal(letter) else AMAL
        return [across["naam"], across["dienst"], across["straat"], across["gemeente"]]
    return ADDRESSEES.get(letter.to, [f"Dossier {reference}"])


def _across(letter: Letter) -> list[dict[str, str]]:
    """Return who signs for the other party: the worker of the file, or its directors, nobody twice."""
    house, directors = ("OCMW Gent" if _by_amal(letter) else "Amal"), iter(ACROSS)
    cells = [SIGNERS[role] if role in BY_NAME else next(directors) for role in letter.co_signed_by]
    return [cell | {"functie": f"{cell['functie']}, {house}"} for cell in cells]


def _signing(letter: Letter) -> list[list[dict[str, str]]]:
    """Arrange the signatories two by two; where two parties sign, each stands with the one he signs for."""
    cells = [SIGNERS[role] for role in letter.signed_by]
    if letter.co_signed_by:
        house = "Amal" if _by_amal(letter) else "OCMW Gent"
        cells = [cell | {"functie": f"{cell['functie']}, {house}"} for cell in cells] + _across(letter)
    cells += [NOBODY] * (len(cells) % 2)
    return [cells[i : i + 2] for i in range(0, len(cells), 2)]


def common(letter: Letter) -> dict[str, Any]:
    """State what every letter says of itself."""
    reference, days = _PLACE[letter.texts[0]]
    sender = AMAL if _by_amal(letter) else OCMW
    worker = SIGNERS[Role.COUNSELLOR if _by_amal(letter) else Role.SOCIAL_WORKER]
    mail = worker["naam"].lower().replace(" ", ".")
    return {
        "afzender": sender,
        "aangetekend": letter.sent is Way.REGISTERED,
        "geadresseerde": _address(letter, reference),
        "plaats": "Gent",
        "datum": days[letter.name],
        "kenmerk": "BR-2026-0117",
        "exemplaar": "",
        "dossier": reference,
        "behandelaar": {
            "naam": worker["naam"],
            "telefoon": "09 000 00 02",
            "email": f"{mail}@{sender['email'].split('@')[1]}",
        },
        "client": {"naam": "Amina Duinroos", "achternaam": "Duinroos", "aanspreking": "mevrouw"},
        "ondertekening": _signing(letter),
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


_TEXTS = {text: variants for _reference, _days, texts in ROOMS for text, variants in texts.items()}

SAMPLES = {name: _sample(name, text, facts) for text, variants in _TEXTS.items() for name, facts in variants.items()}
"""Every sample by the name of its golden text."""

FIRST = {text: SAMPLES[next(iter(variants))] for text, variants in _TEXTS.items()}
"""The plainest sample of every text."""
