"""What goes in the reading bundle of one reader: the points he may read, with the letters and pieces he may read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy.orm import joinedload, selectinload

from forms import labels
from forms.access import visible_letters
from forms.attachments import numbered_pieces
from forms.committee.points import about_point
from forms.committee.rows import readable_points
from forms.texts import day, instant, long_day, translated
from letters.procedures.session_facts import paragraphs
from letters.reading.plan import Paper, Plan, Point, Text, Words
from workflow.deliberation import Subject
from workflow.models import AgendaItem, Attachment, BcsdSession, BreachFact, Letter, Sanction, db
from workflow.moment import Moment
from workflow.procedures.post import OUTSIDE

FACTS = (
    selectinload(BcsdSession.items)
    .joinedload(AgendaItem.case.of_type(Sanction))
    .options(selectinload(Sanction.facts), joinedload(Sanction.client))
)
"""What a bundle says of every file besides what the page of a session shows."""

Pieces = Mapping[str, Sequence[Attachment]]
"""The pieces of every file in the order of their numbers."""

_SIGNED = ("ondertekend", *OUTSIDE)


def draw_up(session: BcsdSession, when: Moment) -> Plan:
    """Draw up the bundle of a session for who asks."""
    readable = readable_points(session, when)
    items = [item for item in session.items if item.id in readable and item.state != "geschrapt"]
    pieces = numbered_pieces({_file_of(item) for item in items} - {None, *_minutes_on(items)}, when)
    papers = _papers(items, pieces, when)
    return Plan(
        title=_("Zitting van %(day)s", day=long_day(session.held_on)),
        opening=(
            _("Bijzonder comité voor de sociale dienst, zitting %(reference)s", reference=session.reference),
            f"{session.place}, {session.starts_at}",
            _("Leesbundel van %(name)s", name=when.actor.name),
            _("Vertrouwelijk: wat hierin staat, valt onder het beroepsgeheim. Wis deze bundel na de zitting."),
        ),
        reader=when.actor.name,
        mark=f"{when.actor.name} · {instant(when.now)}",
        made_at=when.now,
        points=tuple(
            Point(item.id, _title(item), tuple(_texts(item, pieces)), tuple(papers[_file_of(item)])) for item in items
        ),
        words=_words(),
    )


def _words() -> Words:
    return Words(
        agenda=_("Agenda"),
        point=_("Punt"),
        page=_("Bladzijde"),
        word_file=_("Dit stuk is een Word-document dat hier niet getoond kan worden. Lees het in het programma."),
        unreadable=_("Dit stuk is beschadigd of beveiligd en kan hier niet getoond worden. Vraag het de secretaris."),
    )


def _title(item: AgendaItem) -> str:
    return str(_("Punt %(n)s: %(about)s", n=item.position, about=about_point(item)))


def _file_of(item: AgendaItem) -> str | None:
    """Return the file of which a point has the papers: its own, or the session whose minutes are approved."""
    return item.case_id or item.minutes_of_id


def _minutes_on(items: list[AgendaItem]) -> set[str | None]:
    return {item.minutes_of_id for item in items} - {None}


def _texts(item: AgendaItem, pieces: Pieces) -> list[Text]:
    """Say what a point is about, which facts were reported with which proof, and what is proposed."""
    case = item.case
    texts = [Text(f"{case.client.name} · {case.reference}")] if case else []
    if item.urgent:
        texts.append(Text(_("Dringend punt: %(reason)s", reason=item.urgency_reason)))
    if case:
        texts.append(Text(_("Feiten"), heading=True))
        texts += [Text(_fact(fact, pieces[case.id]), number=str(fact.position)) for fact in case.facts]
    if item.subject == Subject.DECISION:
        texts += [Text(_("Toegelicht ontwerp van beslissing"), heading=True), *_draft(item)]
    return texts


def _fact(fact: BreachFact, pieces: Sequence[Attachment]) -> str:
    proofs = [_("stuk %(n)s", n=number) for number, each in enumerate(pieces, 1) if each.proves == fact.position]
    evidence = ", ".join(filter(None, (fact.evidence, *proofs)))
    return f"{day(fact.happened_on)}: {fact.what}" + f" ({evidence})" * bool(evidence)


def _draft(item: AgendaItem) -> list[Text]:
    if not item.draft:
        return [Text(_("Er is nog geen ontwerp."))]
    proposed = Text(translated(labels.measure[item.draft["measure"]]))
    return [proposed, *(Text(line["tekst"], number=str(line["nummer"])) for line in paragraphs(item.draft))]


def _papers(items: list[AgendaItem], pieces: Pieces, when: Moment) -> dict[str | None, list[Paper]]:
    """Return the signed letters of every file, the first ones first, and then its pieces by their numbers."""
    files, minutes = {_file_of(item) for item in items} - {None}, _minutes_on(items)
    papers: dict[str | None, list[Paper]] = defaultdict(list)
    letters = visible_letters(when).where(Letter.case_id.in_(files), Letter.state.in_(_SIGNED)).order_by(Letter.id)
    for letter in db.session.scalars(letters).unique():
        if letter.case_id not in minutes or letter.name == "notulen":
            label = f"{translated(letter.title)} · {letter.reference}"
            papers[letter.case_id].append(Paper(label, "pdf", letter.current_pdf_sha256))
    for case_id, numbered in pieces.items():
        papers[case_id] += [
            Paper(_("Stuk %(n)s: %(title)s", n=number, title=piece.title), piece.kind, piece.sha256)
            for number, piece in enumerate(numbered, 1)
        ]
    return papers
