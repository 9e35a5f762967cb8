"""What every form of a step has in common: the version that was seen, a ticket, a remark."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple, Self
from uuid import uuid4

from flask import flash, request
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, FileField, HiddenField

from forms.actions import Conflict, perform
from forms.fields import Words, cleaned
from forms.step import Subject
from forms.texts import translated
from workflow.models import LogEntry
from workflow.moment import Moment
from workflow.register import WORKFLOWS
from workflow.rows import NEW, Step, StepRefused
from workflow.wording import Sentence

OWN = ("seen", "ticket", "remark", "shared", "csrf_token")
"""The fields that go with the step and not into the file."""


Sections = tuple[tuple[str, tuple[str, ...]], ...]
"""Headings with the names of the fields under them."""


class Outcome(NamedTuple):
    """What came of a form: an entry in the log, somebody who was first, or a page that asks (again)."""

    entry: LogEntry | None = None
    conflict: Conflict | None = None
    status: int = 200


class StepForm(FlaskForm):
    """The form of a step. A kind of file adds the fields its step asks, in the order of the paper form.

    `sections` groups the fields under headings; `initial` gives what the file already says;
    `prepare` fills in lists that depend on the file.
    """

    sections: Sections = ()
    opening = False

    seen = HiddenField()
    ticket = HiddenField(filters=[lambda typed: cleaned(typed or "")[0] or None])
    remark = Words(_l("Opmerking"), description=_l("Komt in de historiek, niet in een brief."))
    shared = BooleanField(_l("De andere organisatie mag deze opmerking lezen"))

    @classmethod
    def initial(cls, case: Any, when: Moment) -> dict[str, Any]:
        """Return what the file already says, by field."""
        return {}

    @classmethod
    def for_step(cls, case: Any, when: Moment) -> Self:
        """Make the form for a file, with a fresh ticket and the version that is seen now."""
        form = cls(data={"seen": case.version, "ticket": uuid4().hex} | cls.initial(case, when))
        form.opening = case.state == NEW
        form.prepare(case, when)
        return form

    def submit(self, subject: Subject, step: Step, when: Moment) -> Outcome:
        """Take the step when the form was sent and is complete; a refusal is shown on the form."""
        if not self.validate_on_submit():
            return Outcome(status=200 if request.method == "GET" else 422)
        done = translated(WORKFLOWS[subject.kind].tell(step.action))
        try:
            entry = perform(
                subject,
                step.action,
                when.actor,
                when.now,
                fields=self.fields(),
                remark=self.remark.data or "",
                shared=bool(self.shared.data),
                seen=None if self.opening else self.version_seen,
                ticket=self.ticket.data,
            )
        except StepRefused as refused:
            self.refuse(refused.reasons)
            return Outcome(status=422)
        except Conflict as conflict:
            return Outcome(conflict=conflict, status=409)
        flash(f"{done}.")
        for notice in self.notices:
            flash(notice, "warn")
        return Outcome(entry)

    def prepare(self, case: Any, when: Moment) -> None:
        """Fill in the lists that depend on the file."""

    def fields(self) -> dict[str, Any]:
        """Return what the form brings to the file, by the names of the file."""
        return {name: field.data for name, field in self._fields.items() if name not in OWN}

    def asked(self) -> list[tuple[str, list[Field]]]:
        """Return the fields to show, under their headings."""
        if self.sections:
            return [(title, [self[name] for name in names]) for title, names in self.sections]
        return [("", [field for name, field in self._fields.items() if name not in OWN])]

    @property
    def brings_file(self) -> bool:
        """Whether a file comes with this form, so that a browser has to send it in parts."""
        return any(isinstance(field, FileField) for field in self)

    @property
    def version_seen(self) -> int:
        """The version somebody looked at; what is no version counts as none."""
        typed = str((self.seen.raw_data or [""])[0])
        return int(typed) if re.fullmatch("[0-9]{1,9}", typed) else 0

    def refuse(self, reasons: list[Sentence]) -> None:
        """Show the reasons of a refusal on the form."""
        self.form_errors: Sequence[str] = [*self.form_errors, *map(translated, reasons)]

    @property
    def summary(self) -> list[tuple[str, str]]:
        """Every error of the form, with the field it belongs to."""
        fields = [(field.id, str(error)) for field in self for error in field.errors]
        return [*fields, *[("", str(error)) for error in self.form_errors]]

    @property
    def notices(self) -> list[str]:
        """What the page has to say about the text that came in."""
        return [
            ngettext(
                "In '%(label)s' is %(num)s teken weggehaald dat niet in een brief kan staan.",
                "In '%(label)s' zijn %(num)s tekens weggehaald die niet in een brief kunnen staan.",
                field.removed,
                label=field.label.text,
            )
            for field in self
            if getattr(field, "removed", 0)
        ]

    def stale(self, version: int) -> None:
        """Show the form again for the version that is there now, with all that was typed."""
        self.seen.data, self.ticket.data = str(version), uuid4().hex


class ConfirmForm(StepForm):
    """A step that asks nothing but whether it should happen."""
