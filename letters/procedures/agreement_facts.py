"""What the document of an agreement states: the parties, the text of the version, who agreed."""

from typing import Any

from letters.dates import in_dutch
from workflow.agreements import KIND_TITLES, AgreementKind
from workflow.models import Agreement, AgreementVersion, Case, Consent
from workflow.moment import Moment, civil_date

Facts = dict[str, Any]


def version_to_sign(case: Agreement) -> AgreementVersion:
    """Return the version whose document is made: the proposal both parties agreed to, else the first text."""
    return case.pending or case.versions[0]


def text_for(case: Agreement) -> str:
    """Pick the words: one text for an agreement, one for a change, one for an end by consent."""
    return f"overeenkomst/{version_to_sign(case).change}"


def kind_title(case: Agreement) -> str:
    """Name the kind of agreement, without the article behind it."""
    return KIND_TITLES[AgreementKind(case.agreement_kind)].split(" (")[0]


def names_of(case: Case) -> str:
    """Name the parties in one breath."""
    return " en ".join(party.name for party in case.parties)


def agreed_by(case: Case, consents: list[Consent]) -> list[Facts]:
    """Say who agreed for which party, on which day."""
    names = {party.id: party.name for party in case.parties}
    return [
        {"partij": names[each.organisation_id], "naam": each.name, "datum": in_dutch(civil_date(each.given_at))}
        for each in consents
    ]


def document_fields(case: Agreement, when: Moment) -> Facts:
    """State the parties and the text of the version that is going to be signed."""
    version = version_to_sign(case)
    replaced = case.signed_versions[-1].number if case.signed_versions else ""
    return {
        "overeenkomst": {"titel": case.title, "soort": kind_title(case), "kenmerk": case.reference},
        "partijen": [
            {"naam": each.name, "adres": f"{each.street}, {each.postal_code} {each.city}"} for each in case.parties
        ],
        "versie": {
            "nummer": version.number,
            "vervangt": replaced,
            "ingang": in_dutch(version.in_force_on),
            "einde": in_dutch(case.ends_on) if case.ends_on else "",
            "reden": version.reason,
            "plaats": case.place,
        },
        "artikelen": [
            {"nummer": each["number"], "titel": each["heading"], "tekst": each["text"]} for each in version.articles
        ],
        "instemming": agreed_by(case, case.consents_with(version.subject)),
    }
