"""Fixtures of this floor: the same examples on every run, and a written file for the tests of the database."""

import shutil
from datetime import date
from pathlib import Path

import factories
import pytest
from hypothesis import settings

from tests.walks import sanction as journey
from tests.walks.warm_handoff import AGREED, DRAFT
from tests.workflow.party_rows import rows_beside
from workflow.models import (
    Attachment,
    Bundle,
    CommitteeChange,
    Deposit,
    DepositItem,
    Direction,
    Gpmi,
    GpmiEvaluation,
    GpmiInterview,
    HandoffCheck,
    LetterCopy,
    Mandate,
    Person,
    PntEntry,
    Referral,
    ReferralMessage,
    ReferralParts,
    Sanction,
    Seat,
    Substitution,
    TemplateVersion,
    TranslationCheck,
    WarmHandoff,
    db,
)

settings.register_profile("office", deadline=None, derandomize=True)
settings.load_profile("office")


@pytest.fixture
def written(app, clock):
    """The id of a file that stands in appeal, with all that belongs to it in the database; written once."""
    folder = Path(app.instance_path)
    if not (folder / "written.sqlite").exists():
        journey.File(factories.staff(), clock).to("in_beroep")
        _beside(db.session.query(Sanction).one())
        db.session.remove()
        db.engine.dispose()  # the last connection that closes writes everything into the one file
        shutil.copy(folder / "handreiking.sqlite", folder / "written.sqlite")
    else:
        db.session.remove()
        db.engine.dispose()
        shutil.copy(folder / "written.sqlite", folder / "handreiking.sqlite")
    return db.session.query(Sanction).one().id


def _beside(case):
    """Write what lies beside a file: a piece, a second copy, a mandate, a deposit list, a template, a translation."""
    who, letter, at = db.session.query(Person).first(), case.letters[0], factories.at(date(2026, 3, 3))  # a Tuesday
    made, paper = {"made_at": at, "made_by_id": who.id}, "ab" * 32
    db.session.add_all(
        [
            *rows_beside(case, who),
            LetterCopy(letter_id=letter.id, number=2, docx_sha256=paper, pdf_sha256=paper),
            Mandate(
                person_id=who.id, organisation_id=case.owner_id, role="directie", decision="besluit",
                from_on=date(2026, 1, 1), **made,
            ),
            Attachment(
                case_id=case.id, title="Attest", name="attest.pdf", kind="pdf", size=1, sha256=paper, shared=False,
                organisation_id=case.owner_id,
                added_at=at, added_by_id=who.id,
            ),
            Deposit(
                reference="AL-2026-0001", organisation_id=case.owner_id, way="aangetekend", rp=False, **made,
                items=[DepositItem(place=1, letter_id=letter.id, barcode=journey.BARCODE)],
            ),
            Gpmi(
                reference="GPMI-2026-0001", state="ontwerp", client=case.client, owner=case.owner,
                opened_on=date(2026, 3, 2), state_since=date(2026, 3, 2), aid="leefloon", granted_on=date(2026, 3, 2),
                ground="verplicht", objective="Werk",
                evaluations=[
                    GpmiEvaluation(
                        number=1, annex_number=1, held_on=date(2026, 3, 2), face_to_face=True, results=[], changes="",
                        next_on=date(2026, 7, 2),
                    )
                ],
                interviews=[GpmiInterview(asked_on=date(2026, 3, 2), subject="Uitleg")],
            ),
            Referral(
                reference="DV-2026-0001", state="ontwerp", client=case.client, owner=case.owner,
                opened_on=date(2026, 3, 2), state_since=date(2026, 3, 2), basis="vrijwillig", motivation="Werk",
                known_nt2="", known_mo="", known_work="", availability="", frozen={},
                versions=[
                    ReferralParts(
                        number=1, from_on=date(2026, 3, 2), parts=["nt2"], reason="", organisation_id=case.owner_id
                    )
                ],
                messages=[
                    ReferralMessage(
                        number=1, organisation_id=case.owner_id, written_on=date(2026, 3, 2), kind="signaal",
                        happened_on=date(2026, 3, 2), text="Zoekt opvang.", answer="",
                    )
                ],
                hours=[
                    PntEntry(
                        number=1, done_on=date(2026, 3, 2), halves=4, activity="Praatcafé", voluntary=False, reason="",
                        noted_on=date(2026, 3, 2),
                    )
                ],
            ),
            WarmHandoff(
                reference="WO-2026-0001", state="ontwerp", client=case.client, owner=case.owner,
                opened_on=date(2026, 3, 2), state_since=date(2026, 3, 2), **DRAFT, agreed_items=AGREED["agreed_items"],
                checks=[HandoffCheck(position=1, words="Amal belde.")],
            ),
            Direction(
                reference="RW-2026-0001", state="gemeld", client=case.client, owner=case.owner,
                opened_on=date(2026, 3, 2), state_since=date(2026, 3, 2), changed_client_id=case.client_id,
                effective_on=date(2026, 3, 1), directs_before="amal", sanctions_before="ocmw", directs_after="amal",
                sanctions_after="amal", article="SWO art. 13", reading="rijksregister", basis={},
            ),
            Substitution(
                seat_id=db.session.query(Seat).filter_by(number=2).one().id, person_id=who.id,
                from_on=date(2026, 5, 1),
            ),
            Bundle(
                session=case.agenda_item.session, person_id=who.id, total=1, points=[], contents=paper,
                made_at=at, moved_at=at,
            ),
            CommitteeChange(organisation_id=case.owner_id, at=at, person_id=who.id, what="Lid toegevoegd."),
            TemplateVersion(text="aanmaning", number=1, sha256=paper, remark="", **made),
            TranslationCheck(
                language="ar", text="aanmaning", sha256=paper, translator="Tolk", confirmed_at=at,
                confirmed_by_id=who.id,
            ),
        ]
    )  # fmt: skip
    db.session.commit()
