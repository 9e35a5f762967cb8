"""The form for a letter that was signed elsewhere: the PDF, and how it was signed."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError

from forms.fields import Choice, DutchDate, Pick, Required
from forms.procedures.attachments import UploadForm
from forms.texts import translated
from forms.upload import Upload
from letters.store import store
from workflow.models import Letter
from workflow.moment import Moment
from workflow.procedures.post_outside import BY_CERTIFICATE, BY_HAND
from workflow.wording import N_, Sentence

WAYS = {
    BY_CERTIFICATE: N_("Digitaal: eID, itsme of een ander certificaat"),
    BY_HAND: N_("Met inkt, en gescand"),
}


class OutsideForm(UploadForm):
    """A PDF that was signed elsewhere; with ink, by whom and on which day."""

    outside_way = Choice(_l("Hoe is de brief ondertekend?"), [Required("Kies hoe de brief ondertekend is.")])
    upload = Upload(
        _l("De ondertekende PDF"),
        [Required("Kies de ondertekende PDF.")],
        description=_l(
            "Digitaal: haal hier de PDF op, onderteken dat bestand zelf en bewaar het niet opnieuw. Met inkt: scan "
            "alle bladzijden, ook die met de QR-code. Hoogstens 25 MB."
        ),
    )
    outside_on = DutchDate(_l("Dag van de handtekening"), description=_l("Alleen voor een handtekening met inkt."))
    outside_until = Pick(_l("Ondertekend tot en met"), description=_l("Alleen voor een handtekening met inkt."))

    @classmethod
    def initial(cls, letter: Letter, when: Moment) -> dict[str, Any]:
        """Propose that everybody signed who still has to."""
        return {"outside_until": str(letter.signatures[-1].position)} if letter.signatures else {}

    def prepare(self, letter: Letter, when: Moment) -> None:
        """List the ways, and who still has to sign."""
        self.upload.accept = ".pdf"
        self.outside_way.choices = list(WAYS.items())
        due = [signature for signature in letter.signatures if signature.signed_at is None]
        self.outside_until.choices = [(str(each.position), f"{each.position}. {each.name}") for each in due]

    def validate_upload(self, field: Field) -> None:
        """Take only a PDF."""
        if self.upload.piece and self.upload.piece.kind != "pdf":
            raise ValidationError(translated(Sentence(N_("Dit is geen PDF. Bewaar of scan de brief als PDF."))))

    def fields(self) -> dict[str, Any]:
        """Bring the paper by its SHA-256, and with ink also the day and the last who signed."""
        piece, by_hand = self.upload.piece, self.outside_way.data == BY_HAND
        assert piece, "only a form that was found right is kept"
        return {
            "outside_way": self.outside_way.data,
            "outside_sha256": store.put(piece.content),
            "outside_on": self.outside_on.data if by_hand else None,
            "outside_until": int(self.outside_until.data or 0) if by_hand else None,
        }
