"""What held for a client on a day, read from his dated facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from workflow.competence import Aid, Competence, Reading, Residence
from workflow.models.dated_fact import on_date
from workflow.timeline import Facts

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

    from workflow.models.case import Case
    from workflow.models.client_fact import (
        AidPeriod,
        IntegrationContract,
        Occupation,
        Registration,
        ResidenceStatus,
        StayInBelgium,
        VdabRegistration,
    )
    from workflow.models.gpmi_annex import GpmiAnnex


class OnADay:
    """The questions about one day that a client answers."""

    if TYPE_CHECKING:
        reading: Mapped[str | None]
        residences: Mapped[list[ResidenceStatus]]
        aids: Mapped[list[AidPeriod]]
        registrations: Mapped[list[Registration]]
        stays: Mapped[list[StayInBelgium]]
        annexes: Mapped[list[GpmiAnnex]]
        cases: Mapped[list[Case]]
        contracts: Mapped[list[IntegrationContract]]
        vdab_registrations: Mapped[list[VdabRegistration]]
        occupations: Mapped[list[Occupation]]

    @property
    def dated(self) -> Facts:
        """The facts on which competence rests, for every day (SWO art. 3, 12, 13)."""
        return Facts(
            residences=tuple((f.from_on, f.until_on, Residence(f.residence)) for f in self.residences),
            aids=tuple((f.from_on, f.until_on, Aid(f.aid)) for f in self.aids),
            registrations=tuple((f.from_on, f.until_on) for f in self.registrations),
            stays=tuple((f.from_on, f.until_on) for f in self.stays),
            reading=Reading(self.reading) if self.reading else None,
        )

    def competence_on(self, day: date) -> Competence:
        """Return who directs and who may sanction on a day, in the reading that counts for this client."""
        return self.dated.competence_on(day)

    def residence_on(self, day: date) -> Residence:
        """Return the residence class on a day; unknown counts as no newcomer."""
        return self.dated.residence_on(day)

    def aid_on(self, day: date) -> Aid:
        """Return the aid received on a day."""
        return self.dated.aid_on(day)

    def registered_since(self, day: date) -> date | None:
        """Return since when the client stands in the national register on a day, without a break."""
        return self.dated.since_on(day, Reading.REGISTER)

    def stay_since(self, day: date) -> date | None:
        """Return since when the client stays in Belgium on a day, without a break."""
        return self.dated.since_on(day, Reading.STAY)

    def annex_on(self, day: date) -> GpmiAnnex | None:
        """Return the signed GPMI annex that is in force on a day."""
        return on_date([annex for annex in self.annexes if annex.signed_on], day)

    def annex_with(self, parts: Iterable[str], day: date) -> GpmiAnnex | None:
        """Return the newest annex with exactly these parts that is not over on a day, signed or only drawn up."""
        standing = [annex for annex in self.annexes if annex.drawn_up and (annex.until_on or day) >= day]
        return next((annex for annex in reversed(standing) if annex.imposes(parts)), None)

    def referral_told_on(self) -> date | None:
        """Return the first day on which the client was told that he is referred (SWO art. 4)."""
        return min((case.client_told_on for case in self.cases if case.client_told_on), default=None)

    def contract_on(self, day: date) -> IntegrationContract | None:
        """Return the integration contract that holds on a day."""
        return on_date(self.contracts, day)

    @property
    def first_contract(self) -> IntegrationContract | None:
        """The first integration contract: the one noted as such, else the oldest that is known."""
        noted = (contract for contract in self.contracts if contract.first)
        return next(noted, self.contracts[0] if self.contracts else None)

    def at_vdab_on(self, day: date) -> bool:
        """Say whether the client is registered with the VDAB on a day."""
        return on_date(self.vdab_registrations, day) is not None

    def occupied_on(self, day: date) -> bool:
        """Say whether the client works or studies on a day."""
        return on_date(self.occupations, day) is not None
