"""Conditions on the text of an agreement: parties, duration, articles, signatures, versions, end (SWO art. 17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.agreements import PENDING, AgreementKind, Change, Standing
from workflow.moment import Moment
from workflow.rows import asked, guard
from workflow.terms import Reckoning, on_day
from workflow.wording import N_, written

if TYPE_CHECKING:
    from workflow.models.agreement import Agreement

DOCUMENT = "overeenkomst"
"""The letter that is the signed document of a version."""


@asked(N_("Geef de overeenkomst een naam en kies wat voor overeenkomst het is."))
def agreement_named(case: Agreement, when: Moment) -> bool:
    """The agreement has a title and a kind."""
    return bool(case.title) and case.agreement_kind in set(AgreementKind)


@asked(N_("Kies de andere partij. Je eigen organisatie moet een van de twee partijen zijn."))
def partner_chosen(case: Agreement, when: Moment) -> bool:
    """There is another party, and whoever opens the file belongs to one of both."""
    if case.partner is None or case.partner.id == case.owner.id:
        return False
    return when.actor.organisation_id in (case.owner.id, case.partner.id)


@asked(N_("Geef de dag waarop de overeenkomst ingaat. Een einddatum ligt daarna; zonder einddatum is ze onbepaald."))
def duration_possible(case: Agreement, when: Moment) -> bool:
    """The agreement starts on a day, and ends after it or is of indefinite duration."""
    if case.starts_on is None:
        return False
    return case.ends_on is None or case.ends_on > case.starts_on


@asked(N_("Schrijf minstens één artikel. Elk artikel heeft een eigen nummer, een titel en een tekst."))
def articles_written(case: Agreement, when: Moment) -> bool:
    """The newest text has articles, each with a number of its own, a heading and words."""
    articles = case.newest.articles if case.newest else []
    numbers = [article["number"] for article in articles]
    complete = all(article["number"] and article["heading"] and article["text"] for article in articles)
    return bool(articles) and complete and len(numbers) == len(set(numbers))


@asked(N_("Geef de plaats waar de overeenkomst wordt opgesteld."))
def place_given(case: Agreement, when: Moment) -> bool:
    """The agreement says where it was drawn up."""
    return bool(case.place)


def share_with_partner(case: Agreement, when: Moment) -> None:
    """Let the other party read the agreement from its draft on: they write it together."""
    case.share_with(case.partner, when.now)


@guard(N_("Nog niet alle ondertekenaars van beide partijen hebben getekend."))
def document_signed(case: Agreement, when: Moment) -> bool:
    """The document was signed by everybody, and brought to the other party."""
    return case.sent(DOCUMENT)


def start(case: Agreement, when: Moment) -> None:
    """Bring the first version into force: all signatories of both parties signed it."""
    case.versions[0].standing, case.signed_on = Standing.IN_FORCE, when.today


@asked(N_("Zeg op welke dag en door wie de overeenkomst al ondertekend is. De dag ligt niet in de toekomst."))
def earlier_signing_recorded(case: Agreement, when: Moment) -> bool:
    """An agreement that was signed before the program came has its day and its signatories."""
    return case.signed_on is not None and case.signed_on <= when.today and bool(case.signed_by)


@guard(N_("Voeg eerst de scan van de ondertekende overeenkomst toe als gedeeld stuk."))
def scan_in_the_file(case: Agreement, when: Moment) -> bool:
    """The other party can read the scan of what was signed."""
    return any(piece.shared and piece.removed_at is None for piece in case.attachments)


def start_as_signed_before(case: Agreement, when: Moment) -> None:
    """Take an agreement over that both parties signed before: its first version is in force."""
    case.versions[0].standing = Standing.IN_FORCE


@guard(N_("Er ligt al een voorstel bij de partijen. Wacht tot dat aanvaard, geweigerd of ingetrokken is."))
def no_version_pending(case: Agreement, when: Moment) -> bool:
    """The parties decide on one proposal at a time."""
    return not any(version.standing in PENDING for version in case.versions)


@asked(N_("Schrijf wat er verandert en waarom."))
def change_reasoned(case: Agreement, when: Moment) -> bool:
    """A proposal says what changes and why."""
    return case.newest is not None and bool(case.newest.reason)


@asked(N_("Geef de dag waarop het voorstel ingaat: niet vóór vandaag en niet vóór de vorige versie."))
def change_dated(case: Agreement, when: Moment) -> bool:
    """A proposal holds from a day that is not past, and not before the version it follows."""
    day = case.newest.in_force_on if case.newest else None
    if day is None or day < when.today:
        return False
    return all(day >= version.in_force_on for version in case.signed_versions)


def propose(case: Agreement, when: Moment) -> None:
    """Put a proposal before both parties."""
    version = case.versions[-1]
    version.standing, version.proposed_on, version.proposed_by_id = (
        Standing.PROPOSED,
        when.today,
        when.actor.organisation_id,
    )


def _standing(case: Agreement, *standings: Standing) -> bool:
    return case.pending is not None and case.pending.standing in standings


@guard(N_("Er ligt geen voorstel waarop je nog kunt antwoorden."))
def proposal_open(case: Agreement, when: Moment) -> bool:
    """A proposal waits for the consent of a party."""
    return _standing(case, Standing.PROPOSED)


@guard(N_("Jouw organisatie heeft geen voorstel liggen dat ze kan intrekken."))
def own_proposal(case: Agreement, when: Moment) -> bool:
    """Whoever proposed may take the proposal back until it is in force."""
    return case.pending is not None and case.pending.proposed_by_id == when.actor.organisation_id


def refuse_proposal(case: Agreement, when: Moment) -> None:
    """One party says no: the proposal falls, and the text in force stays."""
    case.settle_proposal(Standing.REFUSED)


def withdraw_proposal(case: Agreement, when: Moment) -> None:
    """The party that proposed takes its proposal back."""
    case.settle_proposal(Standing.WITHDRAWN)


def agree_to_version(case: Agreement, when: Moment) -> None:
    """Write down the consent of a party; with that of both the proposal is agreed (SWO art. 17)."""
    case.agree(when)
    if case.pending and not case.owing:
        case.pending.standing = Standing.AGREED


@guard(N_("Er is geen aanvaard voorstel waarvoor nog een document nodig is."))
def document_due(case: Agreement, when: Moment) -> bool:
    """Both parties agreed, and the document to sign is not made yet."""
    return _standing(case, Standing.AGREED)


def put_up_for_signing(case: Agreement, when: Moment) -> None:
    """The document of the version goes to the signatories of both parties."""
    case.settle_proposal(Standing.TO_SIGN)


@guard(N_("Het document van dit voorstel is niet geannuleerd."))
def document_cancelled(case: Agreement, when: Moment) -> bool:
    """The document that was to be signed was cancelled, and the proposal still stands."""
    return _standing(case, Standing.TO_SIGN) and case.letter(DOCUMENT) is None


@guard(N_("Het aanvaarde voorstel is nog niet door iedereen ondertekend."))
def version_signed(case: Agreement, when: Moment) -> bool:
    """All signatories of both parties signed the document of the version."""
    return _standing(case, Standing.TO_SIGN) and case.sent(DOCUMENT)


def bring_version_into_force(case: Agreement, when: Moment) -> None:
    """A signed version holds from its day, never before the day on which everybody had signed."""
    version = case.pending
    assert version, "only a version that was signed comes into force"
    version.in_force_on = max(version.in_force_on, when.today)
    version.standing = Standing.IN_FORCE
    if version.change == Change.ENDING:
        case.ends_on = version.in_force_on


def duration_term(case: Agreement, when: Moment) -> Reckoning | None:
    """Show when an agreement ends; one of indefinite duration has no last day."""
    return on_day(case.ends_on, N_("laatste dag van de overeenkomst: %(day)s")) if case.ends_on else None


@guard(
    N_("De overeenkomst loopt tot en met %(end)s."),
    end=lambda case, when: written(case.ends_on) if case.ends_on else N_("een dag die niet bepaald is"),
)
def end_reached(case: Agreement, when: Moment) -> bool:
    """The last day of the agreement passed, or a notice ended it (SWO art. 17)."""
    return case.last_day is not None and case.last_day < when.today


def close(case: Agreement, when: Moment) -> None:
    """Keep the last day on which the agreement held; what was still proposed falls."""
    case.ends_on = case.last_day
    if case.pending:
        case.settle_proposal(Standing.WITHDRAWN)
