"""The envelopes of the office: which window it uses, and a proof sheet to hold against one."""

from io import BytesIO

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms import post_room
from forms.access import FULL_VIEW, moment, one_or_404, open_to, visible_letters
from forms.fields import cleaned
from forms.texts import translated
from letters import making
from letters.post import overlay
from letters.post.envelope import ENVELOPES, Envelope, Fit, fit
from letters.samples.register import FIRST
from letters.store import store
from workflow.models import Letter, Organisation, db
from workflow.moment import Moment
from workflow.roles import Role
from workflow.wording import N_

bp = Blueprint("envelopes", __name__, url_prefix="/post/omslagen")

CHOOSERS = (Role.CLERK, Role.TEAM_LEAD)
READERS = (*CHOOSERS, Role.SOCIAL_WORKER, Role.ADMINISTRATOR)
SAMPLE = "aanmaning"
"""The letter that is laid in an envelope when none is named: made up, with a full address block."""


@bp.get("")
@open_to(*READERS)
def show() -> ResponseReturnValue:
    """Show the envelopes, which one the organisation uses, and how a letter lies in each."""
    when = moment()
    reference = cleaned(request.args.get("brief", ""))[0]
    letter = _letter(reference, when) if reference else None
    docx = store.get(letter.docx_sha256) if letter else _sample(when).docx
    return render_template(
        "post_room_envelopes.html",
        envelopes=[(envelope, fit(docx, envelope)) for envelope in ENVELOPES.values()],
        chosen=_organisation(when).envelope,
        letter=letter,
        ready=_ready(when) if when.actor.roles & set(FULL_VIEW) else [],
        chooses=bool(when.actor.roles & set(CHOOSERS)),
        shelves=post_room.SHELVES,
        verdict=_verdict,
    )


@bp.post("")
@open_to(*CHOOSERS)
def choose() -> ResponseReturnValue:
    """Keep which envelope the organisation uses."""
    key = request.form.get("omslag", "")
    if key not in ENVELOPES:
        flash(_("Kies een van de omslagen."), "warn")
        return redirect(url_for("envelopes.show"))
    _organisation(moment()).envelope = key
    db.session.commit()
    flash(_("Gekozen: %(title)s.", title=translated(ENVELOPES[key].title)))
    return redirect(url_for("envelopes.show"))


@bp.get("/<key>.pdf")
@open_to(*READERS)
def proof(key: str) -> ResponseReturnValue:
    """Hand over the first page of a letter with the window of an envelope drawn over it."""
    when, envelope = moment(), ENVELOPES.get(key) or abort(404)
    reference = cleaned(request.args.get("brief", ""))[0]
    if reference:
        letter = _letter(reference, when)
        docx, pdf = store.get(letter.docx_sha256), store.get(letter.current_pdf_sha256)
    else:
        paper = _sample(when)
        docx, pdf = paper.docx, paper.pdf.data
    title = _("Proefblad %(envelope)s", envelope=translated(envelope.title))
    words = [*_verdict(fit(docx, envelope)), *_explained(envelope)]
    sheet = overlay.proof(pdf, envelope, title, words)
    return send_file(
        BytesIO(sheet), "application/pdf", as_attachment=True, download_name=f"proefblad-{reference or key}.pdf"
    )


def _letter(reference: str, when: Moment) -> Letter:
    found: Letter = one_or_404(visible_letters(when).where(Letter.reference == reference))
    return found


def _ready(when: Moment) -> list[Letter]:
    """Return letters that can be laid in an envelope: what waits to leave."""
    query = visible_letters(when).where(Letter.state == "ondertekend", Letter.to_be_sent.is_not(None))
    return list(db.session.scalars(query.order_by(Letter.id.desc()).limit(post_room.READY)).unique())


def _organisation(when: Moment) -> Organisation:
    return db.session.get_one(Organisation, when.actor.organisation_id)


def _sample(when: Moment) -> making.Paper:
    sample = FIRST[SAMPLE]
    return making.write(sample.letter, sample.text, sample.facts, when)


def _verdict(fit: Fit) -> list[str]:
    """Say whether the address lies in the window, and what else can show."""
    if fit.address is None:
        return [_("Op deze brief staat geen adresblok.")]
    if fit.covered:
        said = [N_("Het adres valt deels buiten het venster als de brief in de omslag schuift.")]
    else:
        said = [N_("Het hele adres ligt in het venster, ook als de brief in de omslag schuift.")]
    if fit.showing:
        words = ", ".join(fit.showing)[:80]
        return [*map(translated, said), _("Door het venster kan ook zichtbaar worden: %(words)s", words=words)]
    return [*map(translated, said), _("Niets anders van de brief kan door het venster zichtbaar worden.")]


def _explained(envelope: Envelope) -> list[str]:
    across, down = (f"{length:g}".replace(".", ",") for length in envelope.play)
    said = [
        _("Volle lijn: dit deel is altijd zichtbaar. Stippellijn: dit deel kan zichtbaar worden."),
        _("Speling: %(across)s mm naar rechts, %(down)s mm naar beneden.", across=across, down=down),
    ]
    confirm = _("De maten van het venster zijn te bevestigen: meet een omslag van je eigen voorraad na.")
    return [*said, *([confirm] if envelope.to_confirm else [])]
