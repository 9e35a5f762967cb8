"""What every letter says of itself: sender, addressee, references, who treats it, how to check it."""

from typing import Any

from letters.dates import in_dutch
from letters.letter import Letter, To
from workflow.models import Case, Client, Organisation, Person, Signature
from workflow.models import Letter as LetterRow
from workflow.moment import Moment
from workflow.terms import Way

CHECK_PATH = "/controle"
"""Where anybody can check a letter, under the public address of the office."""


def _organisation(organisation: Organisation) -> dict[str, str]:
    return {
        "naam": organisation.name,
        "dienst": organisation.service,
        "straat": organisation.street,
        "gemeente": f"{organisation.postal_code} {organisation.city}",
        "telefoon": organisation.phone,
        "email": organisation.email,
        "gegevensbescherming": organisation.dpo_contact,
    }


def _client(client: Client) -> dict[str, str]:
    return {"naam": client.name, "achternaam": client.last_name, "aanspreking": client.salutation}


def addressee(letter: Letter, case: Case, partner: Organisation | None) -> list[str]:
    """Return the lines of the address window."""
    if letter.to is To.CLIENT:
        client = case.client
        return [client.name, client.street, f"{client.postal_code} {client.city}"]
    if letter.to is To.OTHER_PARTY and partner:
        return [partner.name, partner.service, partner.street, f"{partner.postal_code} {partner.city}"]
    if letter.to is To.COMMITTEE:
        return ["Bijzonder Comité voor de Sociale Dienst", case.owner.name]
    return [f"Dossier {case.reference}"]


def _signature_rows(signatures: list[Signature], case: Case) -> list[list[dict[str, str]]]:
    """Arrange the signatories two by two; where two parties sign, each stands with the one he signs for."""
    houses = {party.id: party.name for party in case.parties}
    several = len({signature.organisation_id for signature in signatures}) > 1
    cells = [
        {
            "functie": f"{each.title}, {houses[each.organisation_id]}" if several else each.title,
            "naam": each.name,
            "mandaat": each.delegation,
        }
        for each in signatures
    ]
    cells += [{"functie": "", "naam": "", "mandaat": ""}] * (len(cells) % 2)
    return [cells[i : i + 2] for i in range(0, len(cells), 2)]


def common_fields(
    letter: Letter, case: Case, when: Moment, row: LetterRow, handler: Person | Organisation, address: str
) -> dict[str, Any]:
    """State what the letterhead and the shared blocks ask of every letter."""
    client = case.client
    return {
        "afzender": _organisation(row.sender),
        "aangetekend": letter.sent is Way.REGISTERED,
        "geadresseerde": row.addressee.split("\n"),
        "plaats": row.sender.city,
        "datum": in_dutch(when.today),
        "kenmerk": row.reference,
        "exemplaar": f"1/{row.number_of_copies}" if row.number_of_copies > 1 else "",
        "dossier": case.reference,
        "behandelaar": {"naam": handler.name, "telefoon": handler.phone, "email": handler.email},
        "client": client and _client(client),
        "ondertekening": _signature_rows(row.signatures, case),
        "controle": {"code": row.code, "adres": address + CHECK_PATH},
    }
