"""The pages for what goes wrong: a clear sentence, and a way on."""

from collections.abc import Sequence

from flask import Flask, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, NotFound

from workflow.models import db

SECRET = ("csrf_token", "password", "ticket", "seen")
SHORTEST = 10
"""What is shorter is quickly typed again."""

SMALL = 4
"""MB: what a request without a file may weigh."""


class Closed(NotFound):
    """What was open to its reader and no longer is: he is told so, and nothing more of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def _page(status: int, title: str, text: str, typed: Sequence[str] = ()) -> tuple[str, int]:
    return render_template("error.html", status=status, title=title, text=text, typed=typed), status


def init_app(app: Flask) -> None:
    """Hang the signs."""
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(500, _broken)


def _expired(error: CSRFError) -> tuple[str, int]:
    text = _("De pagina stond te lang open of je meldde je intussen af. Ga terug en laad de pagina opnieuw.")
    typed = [words for name, words in request.form.items(multi=True) if name not in SECRET and len(words) >= SHORTEST]
    return _page(400, _("Dit formulier is verlopen"), text, typed)


def _http(error: HTTPException) -> tuple[str, int] | HTTPException:
    signs = {
        400: (_("Dit verzoek is niet te lezen"), _("Ga terug en probeer opnieuw.")),
        403: (
            _("Dit mag je niet openen"),
            _("Je rol geeft geen toegang tot deze pagina. Vraag je leidinggevende als je ze nodig hebt."),
        ),
        404: (_("Niet gevonden"), _("Deze pagina bestaat niet, of het dossier is niet voor jou bestemd.")),
        405: (_("Dat kan hier niet"), _("Ga terug en gebruik de knoppen op de pagina.")),
        409: (_("Intussen gewijzigd"), _("Iemand anders was je voor. Laad de pagina opnieuw.")),
        413: (_("Te groot"), _too_large()),
    }
    if error.code is None or error.code < 400:
        return error
    if isinstance(error, Closed):
        return _page(404, _("Gesloten"), error.text)
    title, text = signs.get(error.code, (_("Er ging iets mis"), _("Ga terug en probeer opnieuw.")))
    return _page(error.code, title, text)


def _too_large() -> str:
    """Say what fits here: a file that goes with a step, or a form."""
    most = (request.max_content_length or 0) // 2**20
    if most > SMALL:
        text = _(
            "Een stuk mag hoogstens 25 MB zijn. Maak het kleiner (bijvoorbeeld: opnieuw scannen in zwart-wit) of "
            "splits het. Ga terug: wat je typte staat er meestal nog."
        )
    else:
        text = _("Wat je verstuurde is groter dan %(most)s MB. Maak het kleiner en probeer opnieuw.", most=most)
    return str(text)


def _broken(error: Exception) -> tuple[str, int]:
    db.session.rollback()
    text = _("Er ging iets mis in het programma. Er is niets half bewaard. Probeer opnieuw of bel de beheerder.")
    return _page(500, _("Er ging iets mis"), text)
