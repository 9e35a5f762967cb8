"""The forms of the pieces of a file: one is added, one is taken out, the proof that a letter was posted."""

from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import ValidationError

from forms.access import visible_attachments
from forms.fields import Line, Pick, Required, Words
from forms.step_form import StepForm
from forms.upload import Upload
from letters.intake.names import title_of
from letters.store import store
from workflow.models import Attachment, Case, Letter, Sanction, db
from workflow.moment import Moment

LONGEST_TITLE = 200


class UploadForm(StepForm):
    """A form that brings a file; a subclass says what the file is."""

    upload: Upload
    known: frozenset[str] = frozenset()
    """The SHA-256 of the pieces this person sees already."""

    twice = False

    def see(self, case: Case, when: Moment) -> None:
        """Remember which pieces this person sees in the file."""
        seen = db.session.scalars(visible_attachments(when).where(Attachment.case_id == case.id))
        self.known = frozenset(piece.sha256 for piece in seen)

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at every field; where something has to be put right, the file has to be chosen again."""
        right: bool = super().validate(extra_validators)
        if not right:
            self.upload.ask_again()
        return right

    def refuse(self, reasons: Any) -> None:
        """Show the reasons of a refusal; the file has to be chosen again."""
        super().refuse(reasons)
        self.upload.ask_again()

    def stale(self, version: int) -> None:
        """Show the form again; the file has to be chosen again."""
        super().stale(version)
        self.upload.ask_again()

    def kept(self, title: str, shared: bool) -> dict[str, Any]:
        """Keep the content in the store, and say what the file gets and the log remembers."""
        piece = self.upload.piece
        assert piece, "only a form that was found right is kept"
        sha256 = store.put(piece.content)
        self.twice = sha256 in self.known
        return {
            "title": (title or title_of(piece.name))[:LONGEST_TITLE],
            "name": piece.name,
            "kind": piece.kind,
            "size": len(piece.content),
            "sha256": sha256,
            "shared": shared,
        }

    @property
    def notices(self) -> list[str]:
        """Say that the same content was there already; it is added all the same."""
        again = [_("Dit stuk zit al in het dossier. Het is nog eens toegevoegd.")] if self.twice else []
        return [*super().notices, *again]


class AddPieceForm(UploadForm):
    """A piece for the file."""

    upload = Upload(_l("Bestand"), [Required("Kies een bestand.")])
    title = Line(
        _l("Titel"), longest=LONGEST_TITLE, description=_l("Mag leeg blijven: dan is de naam van het bestand de titel.")
    )
    shared = BooleanField(_l("De andere organisatie mag dit stuk en de opmerking lezen"))
    owner = ""
    """Who owns the file, when that is another organisation than one's own."""

    def prepare(self, case: Case, when: Moment) -> None:
        """Remember what is there already, and whose file it is."""
        self.see(case, when)
        self.owner = "" if case.owner_id == when.actor.organisation_id else case.owner.name

    @classmethod
    def initial(cls, case: Case, when: Moment) -> dict[str, Any]:
        """What a guest adds is for the owner of the file."""
        return {"shared": case.owner_id != when.actor.organisation_id}

    def validate_shared(self, field: BooleanField) -> None:
        """Nobody keeps a piece to himself in the file of another organisation."""
        if self.owner and not field.data:
            raise ValidationError(
                _("Het dossier is van %(owner)s: die leest wat je toevoegt. Vink dit aan.", owner=self.owner)
            )

    def fields(self) -> dict[str, Any]:
        """Bring the piece."""
        return {"new_piece": self.kept(self.title.data or "", bool(self.shared.data))}


class EvidenceForm(AddPieceForm):
    """A piece for a sanction file: it can be evidence of one of the reported facts."""

    proves = Pick(_l("Bewijst dit stuk een gemeld feit?"))

    def prepare(self, case: Case, when: Moment) -> None:
        """List the facts by their number."""
        super().prepare(case, when)
        facts = case.facts if isinstance(case, Sanction) else []
        listed = [(str(each.position), _("Feit %(n)s: %(what)s", n=each.position, what=each.what)) for each in facts]
        self.proves.choices = [("", _("Geen van de feiten")), *listed]

    def fields(self) -> dict[str, Any]:
        """Bring the piece, with the fact it proves."""
        piece = super().fields()["new_piece"]
        return {"new_piece": piece | {"proves": int(self.proves.data)} if self.proves.data else piece}


class RemovePieceForm(StepForm):
    """A piece that does not belong in the file."""

    piece = Pick(_l("Welk stuk?"), [Required("Kies een stuk.")])
    remark = Words(
        _l("Waarom moet het eruit?"),
        [Required("Schrijf waarom het stuk eruit moet.")],
        description=_l("De historiek onthoudt naam en controlegetal. Niemand krijgt het stuk nog aangeboden."),
    )

    @classmethod
    def initial(cls, case: Case, when: Moment) -> dict[str, Any]:
        """Start from the piece somebody pointed at."""
        return {"piece": request.args.get("stuk")}

    def prepare(self, case: Case, when: Moment) -> None:
        """List the pieces this person sees."""
        query = visible_attachments(when).where(Attachment.case_id == case.id).order_by(Attachment.id)
        self.listed = {piece.id: piece for piece in db.session.scalars(query)}
        self.piece.choices = [("", ""), *[(piece.id, piece.title) for piece in self.listed.values()]]

    def fields(self) -> dict[str, Any]:
        """Bring the piece, with what the log remembers of it."""
        piece = self.listed[self.piece.data or ""]
        said = {"id": piece.id, "title": piece.title, "name": piece.name, "sha256": piece.sha256}
        return {"leaving_piece": said}


class AddProofForm(UploadForm):
    """The proof that the post, or the addressee himself, took a letter."""

    upload = Upload(
        _l("Scan van het bewijs"),
        [Required("Kies het bestand met het bewijs.")],
        description=_l(
            "Het afgestempelde afgiftebewijs of het getekende ontvangstbewijs: PDF, JPG of PNG van hoogstens 25 MB."
        ),
    )

    def prepare(self, letter: Letter, when: Moment) -> None:
        """Remember what is there already."""
        self.see(letter.case, when)

    def fields(self) -> dict[str, Any]:
        """Bring the proof; it stays with the organisation that posted the letter."""
        return {"proof": self.kept("", shared=False)}


FORMS: dict[str, type[StepForm]] = {"voeg_stuk_toe": AddPieceForm, "verwijder_stuk": RemovePieceForm}
PROOF: dict[str, type[StepForm]] = {"voeg_bewijs_toe": AddProofForm}
