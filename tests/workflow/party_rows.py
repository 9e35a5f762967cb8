"""One row in every table of files between two parties, for the tests of what the database refuses."""

import factories

from tests.workflow.between_parties import ARTICLES, DEFAULT, ENDS, POSTED, SIGNED, STARTS, TALKS, TERMINATION
from workflow.models import Agreement, AgreementVersion, Consent, DefaultNotice, Deviation, DeviationUse


def _stands(case, state, **values):
    days = {"opened_on": POSTED, "state_since": POSTED}
    return {"state": state, "owner_id": case.owner_id, "entries": 0} | days | values


def rows_beside(case, who):
    """An agreement with a change, a notice that ran out, a deviation one file uses, and the consent of a party."""
    partner_id = case.shares[0].organisation_id
    facts = {"agreement_kind": "samenwerkingsovereenkomst", "starts_on": STARTS, "place": "Gent", "signed_on": SIGNED}
    agreement = Agreement(reference="OVK-2026-0001", partner_id=partner_id, **facts, **_stands(case, "van_kracht"))
    agreement.draft = {"articles": ARTICLES}
    change = {"change": "wijziging", "articles": ARTICLES, "reason": "Duidelijker.", "in_force_on": POSTED}
    agreement.versions.append(
        AgreementVersion(number=2, standing="voorgesteld", proposed_by_id=partner_id, **change)
    )  # fmt: skip
    about = {"article": "4", "article_heading": "Doorverwijzing"}
    notice = DefaultNotice(
        reference="IG-2026-0001", facts=[], ends_on=ENDS, **about, **DEFAULT, **TALKS, **TERMINATION,
        **_stands(case, "beeindigd"),
    )  # fmt: skip
    deviation = Deviation(
        reference="AFW-2026-0001", reason="Proef.", instead="Per mail.", from_on=POSTED, until_on=ENDS, general=False,
        uses=[DeviationUse(case=case)], **about, **_stands(case, "geldig"),
    )  # fmt: skip
    said = {"person_id": who.id, "name": who.name, "given_at": factories.at(POSTED)}
    agreement.consents.append(Consent(subject="versie 2", organisation_id=partner_id, **said))
    return [agreement, notice, deviation]
