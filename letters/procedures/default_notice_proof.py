"""The proof sheet of a notice: every letter that left, its number, its days, its scan, and how was counted (SWO art. 17)."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import Any

from letters.dates import in_dutch, in_groups
from letters.procedures.default_notice_facts import about
from workflow.models import Attachment, DefaultNotice, Letter
from workflow.moment import Moment, civil_date
from workflow.procedures.default_notice import DEFAULT_NOTICE

Facts = dict[str, Any]


def proof_fields(case: DefaultNotice, when: Moment) -> Facts:
    """State the whole notice on one sheet, as whoever asks for it may see it."""
    readable = [piece for piece in case.attachments if piece.removed_at is None and _reads(piece, when)]
    left = [letter for letter in case.letters if letter.left_the_house]
    counted = [deadline.reasoning for deadline in case.deadlines]
    return about(case) | {
        "blad": {"stand": DEFAULT_NOTICE.state(case.state).title, "verloop": _course(case)},
        "brieven": [_row(letter, readable) for letter in left],
        "telling": counted,
    }


def _reads(piece: Attachment, when: Moment) -> bool:
    return piece.shared or piece.organisation_id == when.actor.organisation_id


def _row(letter: Letter, pieces: list[Attachment]) -> Facts:
    assert letter.posted_on and letter.way, "a letter that left has its day and its way"
    return {
        "kenmerk": letter.reference,
        "soort": letter.title,
        "afzender": letter.sender.name,
        "datum": in_dutch(letter.posted_on),
        "wijze": letter.way,
        "nummer": in_groups(letter.registered_number or ""),
        "aangeboden": in_dutch(letter.presented_on) if letter.presented_on else "",
        "teruggekeerd": in_dutch(letter.returned_on) if letter.returned_on else "",
        "reden": letter.return_reason or "",
        "bewijs": [
            {"titel": piece.title, "controlegetal": piece.sha256[:12]}
            for piece in pieces
            if piece.letter_id == letter.id
        ],
        "controlegetal": letter.current_pdf_sha256,
    }


def _course(case: DefaultNotice) -> list[Facts]:
    """Return what the parties did beside their letters, the first day first."""
    return [
        {"datum": in_dutch(day), "soort": kind, "wie": who, "wat": what, "bewijs": evidence}
        for day, kind, who, what, evidence in sorted(_happenings(case), key=itemgetter(0))
    ]


def _happenings(case: DefaultNotice) -> Iterator[tuple[date, str, str, str, str]]:
    for fact in case.reported_facts:
        yield fact["happened_on"], "feit", "", fact["what"], fact["evidence"]
    for said, kind, who, what in (
        (case.replied_on, "antwoord", "", case.reply),
        (case.talks_on, "overleg", case.talks_with, ""),
        (case.remedied_on, "herstel", "", case.remedied_how),
        (case.ends_on, "einde", "", ""),
    ):
        if said:
            yield said, kind, who or "", what or "", ""
    for consent in case.consents:
        yield civil_date(consent.given_at), "instemming", consent.name, consent.subject, ""
