"""Who decides: who directs and who may sanction, since when and until when, and what would change it."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy import select

from forms.access import moment, one_or_404, open_to, visible_clients
from forms.drawing import drawing
from forms.fields import Choice, DutchDate, Required
from forms.labels import labelled
from forms.texts import translated
from workflow.competence import BODY_TITLES, READING_TITLES, Aid
from workflow.facts import REGISTRARS
from workflow.models import Client, LogEntry, db
from workflow.moment import Moment
from workflow.procedures.client import CLIENT
from workflow.timeline import Facts, Span, timeline
from workflow.wording import N_

bp = Blueprint("explainer", __name__, url_prefix="/clienten")

AHEAD = timedelta(days=400)
"""How far the time line looks ahead: further than twelve months."""

WHAT_IF = (
    ("stopt", N_("(Equivalent) leefloon stopt: de laatste dag is")),
    ("leefloon", N_("Leefloon start op")),
    ("equivalent_leefloon", N_("Equivalent leefloon start op")),
)


class WhatIfForm(FlaskForm):
    """A day on which leefloon would stop or start; nothing is kept."""

    class Meta:
        """It changes nothing, so it needs no protection."""

        csrf = False

    wat = Choice(_l("Wat als …"), [Required("Kies wat er verandert.")])
    dag = DutchDate(_l("Dag"), [Required("Geef de dag.")])

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.wat.choices = labelled(dict(WHAT_IF))

    @property
    def asked(self) -> bool:
        """Whether somebody asked what would happen."""
        return "wat" in request.args or "dag" in request.args

    def applied(self, facts: Facts) -> Facts | None:
        """Return the facts as they would be; nothing when the question is not complete."""
        if not (self.asked and self.validate()) or self.dag.data is None or self.wat.data is None:
            return None
        if self.wat.data == "stopt":
            return facts.with_leefloon_until(self.dag.data)
        return facts.with_leefloon_from(self.dag.data, Aid(self.wat.data))

    @property
    def summary(self) -> list[tuple[str, str]]:
        """Every error of the form, with the field it belongs to."""
        return [(field.id, str(error)) for field in self for error in field.errors]

    notices: tuple[str, ...] = ()


@bp.get("/<client_id>/bevoegdheid")
@open_to(*REGISTRARS)
def show(client_id: str) -> ResponseReturnValue:
    """Explain who directs and who may sanction, through time."""
    when = moment()
    client: Client = one_or_404(visible_clients(when).where(Client.id == client_id))
    facts, today = client.dated, when.today
    form = WhatIfForm(formdata=request.args)
    supposed = form.applied(facts)
    spans, supposed_spans = _spans(facts, today), _spans(supposed, today) if supposed else []
    return render_template(
        "clients/competence.html",
        client=client,
        facts=facts,
        found=facts.competence_on(today),
        readings=_readings(facts, today),
        spans=spans,
        drawing=drawing(facts, spans, today),
        coming=_coming(spans, today),
        form=form,
        supposed=supposed_spans,
        supposed_coming=_coming(supposed_spans, today),
        choice=_last_choice(client) if client.reading else None,
        may_choose=_may_choose(client, when),
        bodies={body: translated(title) for body, title in BODY_TITLES.items()},
        today=today,
    )


def _spans(facts: Facts, today: date) -> list[Span]:
    days = facts.change_days
    return timeline(facts, min({*days, today}), max({*days, today + AHEAD}))


def _readings(facts: Facts, today: date) -> list[dict[str, Any]]:
    """Return what each reading of twelve months gives today; the one that counts first."""
    return [
        {
            "title": READING_TITLES[reading],
            "since": facts.since_on(today, reading),
            "found": facts.competence_on(today, reading) if facts.stretches(reading) else None,
            "counts": reading is facts.counts,
        }
        for reading in (facts.counts, facts.other)
    ]


def _coming(spans: list[Span], today: date) -> Span | None:
    """Return the next period in which somebody else directs or may sanction."""
    begun = [span for span in spans if span.from_on <= today]
    later = spans[len(begun) :]
    return next((span for span in later if span.found.outcome != begun[-1].found.outcome), None)


def _last_choice(client: Client) -> LogEntry | None:
    """Return who chose the reading that counts, and why."""
    chosen = select(LogEntry).where(LogEntry.chain_id == client.id, LogEntry.action == "kies_lezing")
    return db.session.scalars(chosen.order_by(LogEntry.number.desc()).limit(1)).first()


def _may_choose(client: Client, when: Moment) -> bool:
    step = CLIENT.step("kies_lezing", client.state)
    return step is not None and when.actor.role_for(step.roles) is not None
