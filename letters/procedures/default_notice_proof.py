"""The proof sheet of a notice: every letter that left, its number, its days, its scan, and how was counted (SWO art. 17)."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import Any

from letters.dates import in_dutch
from letters.procedures.default_notice_facts import about
from workflow.models import Attachment, DefaultNotice, Letter
from workflow.moment import Moment, civil_date
from workflow.procedures.default_notice import DEFAULT_NOTICE
from workflow.terms import Way

Facts = dict[str, Any]

NOTHING = "–"
_WAYS = {
    Way.REGISTERED: "aangetekend",
    Way.RECEIPT: "afgegeven tegen ontvangstbewijs",
    Way.ORDINARY: "gewone post",
    Way.PROGRAM: "via het programma",
}


def proof_fields(case: DefaultNotice, when: Moment) -> Facts:
    """State the whole notice on one sheet, as whoever asks for it may see it."""
    readable = [piece for piece in case.attachments if piece.removed_at is None and _reads(piece, when)]
    left = [letter for letter in case.letters if letter.left_the_house]
    counted = [deadline.reasoning for deadline in case.deadlines]
    return about(case) | {
        "blad": {"stand": DEFAULT_NOTICE.state(case.state).title, "verloop": list(_course(case))},
        "brieven": [_row(letter, readable) for letter in left],
        "telling": counted,
    }


def _reads(piece: Attachment, when: Moment) -> bool:
    return piece.shared or piece.organisation_id == when.actor.organisation_id


def _row(letter: Letter, pieces: list[Attachment]) -> Facts:
    assert letter.posted_on and letter.way, "a letter that left has its day and its way"
    number = f", nummer {letter.registered_number}" if letter.registered_number else ""
    scans = [f"{piece.title} ({piece.sha256[:12]}…)" for piece in pieces if piece.letter_id == letter.id]
    return {
        "kenmerk": letter.reference,
        "titel": f"{letter.title}, {letter.reference}, van {letter.sender.name}",
        "verzonden": f"{in_dutch(letter.posted_on)}, {_WAYS[Way(letter.way)]}{number}",
        "aangeboden": _presented(letter),
        "bewijs": "; ".join(scans) or NOTHING,
        "controlegetal": letter.current_pdf_sha256,
    }


def _presented(letter: Letter) -> str:
    said = [f"aangeboden op {in_dutch(letter.presented_on)}"] if letter.presented_on else []
    if letter.returned_on:
        said.append(f"teruggekeerd op {in_dutch(letter.returned_on)}: {letter.return_reason}")
    return "; ".join(said) or NOTHING


def _course(case: DefaultNotice) -> Iterator[str]:
    """Say in dated lines, the first day first, what the parties did beside their letters."""
    for day, text in sorted(_happenings(case), key=itemgetter(0)):
        yield f"{in_dutch(day)}: {text}"


def _happenings(case: DefaultNotice) -> Iterator[tuple[date, str]]:
    for fact in case.reported_facts:
        yield fact["happened_on"], f"{fact['what']} (bewijs: {fact['evidence']})"
    for said, text in (
        (case.replied_on, f"antwoord van de andere partij: {case.reply}"),
        (case.talks_on, f"overleg met {case.talks_with}"),
        (case.remedied_on, f"hersteld: {case.remedied_how}"),
        (case.ends_on, "laatste dag van de overeenkomst"),
    ):
        if said:
            yield said, text
    for consent in case.consents:
        yield civil_date(consent.given_at), f"{consent.name} stemde in met de {consent.subject}"
