"""What the convocation, the minutes and an extract state: agenda, presence, votes, outcomes (DLB art. 19-32, 105-114)."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from letters.dates import if_known, in_dutch, with_weekday
from letters.procedures.sanction_facts import measure_facts
from workflow.deliberation import CHOICE_TITLES, VOTES, Choice, Subject
from workflow.measures import KIND_TITLES, Kind
from workflow.models import AgendaItem, Attendance, BcsdSession, Sanction, Seat
from workflow.models.decision import GROUNDS
from workflow.models.session import EXCUSED
from workflow.moment import BRUSSELS, Moment
from workflow.procedures.agenda_item import AGENDA_ITEM

Facts = dict[str, Any]


def _hour(at: datetime | None) -> str:
    return f"{at.astimezone(BRUSSELS):%H.%M} uur" if at else ""


def _session(session: BcsdSession) -> Facts:
    return {
        "datum": with_weekday(session.held_on),
        "uur": session.starts_at,
        "plaats": session.place,
        "tweede": bool(session.second_convocation),
        "afstand": bool(session.digital),
    }


def paragraphs(grounds: Any) -> list[Facts]:
    """Number the paragraphs of the grounds of a decision: every line is one, in the order of the parts."""
    read = grounds.get if isinstance(grounds, dict) else lambda name: getattr(grounds, name)
    lines = [line.strip() for name in GROUNDS for line in (read(name) or "").splitlines() if line.strip()]
    return [{"nummer": number, "tekst": line} for number, line in enumerate(lines, 1)]


def _named(item: AgendaItem) -> Facts:
    """Say what a point is about, without the name of a client: its subject, and the file, session or title."""
    minutes = item.minutes_of
    name = in_dutch(minutes.held_on) if minutes else item.named
    return {"nummer": item.position, "soort": str(item.subject), "naam": name}


def convocation_fields(session: BcsdSession, when: Moment) -> Facts:
    """State when and where, the agenda, and the explained draft of every decision (DLB art. 110 jo. 19-20)."""
    points = sorted(session.items, key=lambda item: item.position)
    return {
        "zitting": _session(session),
        "punten": [
            _named(item)
            | {
                "voorstel": KIND_TITLES[Kind(item.draft["measure"])] if item.explained else "",
                "ontwerp": paragraphs(item.draft) if item.subject == Subject.DECISION else [],
            }
            for item in points
        ],
    }


def _presence(session: BcsdSession, seat: Seat) -> Facts:
    """State whether a member sent word, and every stay of his: from when and until when, where that was not all of it."""
    stays = session.attendance_of(seat)
    return {
        "verontschuldigd": any(stay.presence == EXCUSED for stay in stays),
        "verblijf": [_stay(stay, session) for stay in stays if stay.presence != EXCUSED],
    }


def _stay(stay: Attendance, session: BcsdSession) -> Facts:
    late = bool(stay.arrived_at and session.opened_at and stay.arrived_at > session.opened_at)
    return {
        "afstand": bool(stay.digital),
        "vanaf": _hour(stay.arrived_at) if late else "",
        "tot": _hour(stay.left_at),
    }


def _votes(item: AgendaItem, names: bool) -> Facts | None:
    if not item.counted:
        return None
    tally = item.tally
    return {
        "voor": tally.in_favour,
        "tegen": tally.against,
        "onthouding": tally.abstained,
        "niet": tally.silent,
        "verworpen": not tally.accepted,
        "namen": _by_name(item) if names else [],
    }


def _by_name(item: AgendaItem) -> list[Facts]:
    names: dict[str, list[str]] = defaultdict(list)
    for seat in item.session.seats:
        names[item.choices.get(seat.id, Choice.ABSENT)].append(seat.holder_on(item.session.held_on).name)
    return [{"keuze": CHOICE_TITLES[each], "leden": ", ".join(names[each])} for each in VOTES if names[each]]


def _recused(item: AgendaItem) -> list[str]:
    return [seat.holder_on(item.session.held_on).name for seat in item.session.seats if seat.id in item.recused]


def _outcome(item: AgendaItem) -> str:
    decision = next((d for d in item.case.decisions if d.item_id == item.id), None) if item.case else None
    if decision is not None:
        return KIND_TITLES[Kind(decision.measure)]
    return AGENDA_ITEM.state(item.state).title


def _point(item: AgendaItem, names: bool) -> Facts:
    urgent = {"reden": item.urgency_reason, "aanvaard": item.urgency_agreed} if item.urgent else None
    return _named(item) | {
        "dringend": urgent,
        "belangen": _recused(item),
        "gehoord": ", ".join(f"{guest['name']} ({guest['function']})" for guest in item.guests),
        "akte": item.note if item.subject == Subject.FIXED else "",
        "vraag": item.note if item.subject == Subject.DECISION else "",
        "stemming": _votes(item, names),
        "uitkomst": _outcome(item),
    }


def minutes_fields(session: BcsdSession, when: Moment) -> Facts:
    """State who was there, and of every point who left, who was heard, how was voted and what came of it."""
    committee, letter = session.committee, session.letter("oproeping")
    names = bool(committee and committee.names_in_minutes)
    opened = session.opened_at
    at_opening = {
        each.seat_id for each in session.attendances if each.arrived_at and opened and each.arrived_at <= opened
    }
    room = session.room
    return {
        "zitting": _session(session)
        | {
            "opgeroepen": if_known(letter.posted_on if letter else None),
            "verslag": session.opened_by.name if session.opened_by else "",
            "geopend": _hour(session.opened_at),
            "gesloten": _hour(session.ended_at),
        },
        "leden": [
            {"naam": seat.holder_on(session.held_on).name, "voorzitter": seat.chair} | _presence(session, seat)
            for seat in session.seats
        ],
        "quorum": {"aanwezig": len(at_opening), "zetels": len(room.seats), "nodig": room.needed},
        "punten": [_point(item, names) for item in sorted(session.items, key=lambda each: each.position)],
    }


def extract_fields(case: Sanction, when: Moment) -> Facts:
    """State what the minutes say of one file: who was there, the grounds by number, the vote, the decision."""
    decision = case.decision
    assert decision and decision.item, "an extract is of a decision"
    item = decision.item
    committee = item.session.committee
    there = [s.holder_on(item.session.held_on).name for s in item.session.seats if s.id in item.room_at_the_vote.voters]
    return {
        "zitting": _session(item.session),
        "punt": {
            "nummer": item.position,
            "aanwezig": ", ".join(there),
            "belangen": _recused(item),
            "motivering": paragraphs(decision),
            "stemming": _votes(item, bool(committee and committee.names_in_minutes)),
            "uitkomst": KIND_TITLES[Kind(decision.measure)],
        },
        "maatregel": measure_facts(decision),
    }
