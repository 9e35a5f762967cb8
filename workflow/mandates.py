"""Who may be given which mandate: the rules of delegating a signature (DLB art. 281, 283)."""

from collections.abc import Iterator

from workflow.models.mandate import Mandate
from workflow.roles import SIGNATORIES, Role
from workflow.wording import N_, Sentence

DELEGATED_TO: dict[str, tuple[Role, ...]] = {
    Role.BCSD_CHAIR: (Role.BCSD_MEMBER,),
    Role.DIRECTOR_GENERAL: (Role.TEAM_LEAD, Role.SOCIAL_WORKER, Role.DIRECTORATE),
    Role.DIRECTORATE: (Role.DIRECTORATE, Role.CONTACT_POINT, Role.COUNSELLOR, Role.TEAM_LEAD),
}
"""The functions whose signature can be delegated, and to whom: the chair only to members, the director to staff."""


def objections(mandate: Mandate) -> Iterator[Sentence]:
    """Yield every reason why a mandate cannot be given."""
    held = mandate.person.roles_at(mandate.organisation_id, mandate.from_on)
    if mandate.until_on and mandate.until_on < mandate.from_on:
        yield Sentence(N_("Het mandaat eindigt voor het begint."))
    if not held & set(SIGNATORIES):
        yield Sentence(N_("%(name)s heeft op die dag geen functie waarin men ondertekent."), name=mandate.person.name)
    elif not held & set(DELEGATED_TO[mandate.role]):
        yield Sentence(N_("Deze handtekening kan niet aan %(name)s gedelegeerd worden."), name=mandate.person.name)
    elif mandate.role in held:
        yield Sentence(N_("%(name)s heeft die functie zelf en heeft geen mandaat nodig."), name=mandate.person.name)
