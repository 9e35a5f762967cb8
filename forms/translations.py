"""The translation sheets: which ones a translator has read, and noting that he did."""

from io import BytesIO
from itertools import groupby

from flask import Blueprint, abort, flash, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField

from forms.access import moment, open_to
from forms.fields import Line, Required
from forms.templates import TEXTS, WORD
from letters import preview
from letters.samples.register import FIRST
from letters.template_versions import in_use
from letters.translations import texts as translations
from letters.translations.languages import LANGUAGES, Language
from workflow.models import db
from workflow.roles import Role

bp = Blueprint("translations", __name__, url_prefix="/vertaalbladen")


class ConfirmForm(FlaskForm):
    """A translator read a text and found it right."""

    translator = Line(_l("Naam van de vertaler"), [Required("Vul de naam van de vertaler in.")], longest=200)
    confirmed = BooleanField(
        _l("Ik heb de bevestiging van de vertaler"), [Required("Vink aan dat je de bevestiging van de vertaler hebt.")]
    )
    seen = HiddenField()


def _found(key: str, letter_name: str) -> tuple[Language, str]:
    """Return the language and the text an address means, or say that it does not exist."""
    language = LANGUAGES.get(key)
    words = translations.words_of(letter_name, key) if language and letter_name in translations.SHEETS else None
    if language is None or words is None:
        abort(404)
    return language, words


@bp.get("")
@open_to(Role.ADMINISTRATOR)
def index() -> ResponseReturnValue:
    """List every sheet of every letter, and whether a translator has read it."""
    return render_template(
        "translations/index.html",
        states=translations.states(db.session()),
        title_of=translations.title_of,
        mark=_mark(),
    )


def _mark() -> str:
    return " ".join(block.text for block in translations.mark())


@bp.route("/<key>/<letter_name>", methods=["GET", "POST"])
@open_to(Role.ADMINISTRATOR)
def show(key: str, letter_name: str) -> ResponseReturnValue:
    """Show a sheet beside the Dutch letter; note that a translator has read it."""
    when, (language, words) = moment(), _found(key, letter_name)
    form, now = ConfirmForm(), translations.sha256_of(words)
    if not form.validate_on_submit():
        form.seen.data = form.seen.data or now
        return _page(language, words, letter_name, form), 422 if form.errors else 200
    if form.seen.data != now:
        form.seen.data = now
        form.form_errors = [_("De tekst is intussen veranderd. Laat hem opnieuw nalezen.")]
        return _page(language, words, letter_name, form), 409
    translations.confirm(db.session(), letter_name, language, form.translator.data or "", when)
    db.session.commit()
    flash(_("Het vertaalblad is bevestigd. Nieuwe brieven dragen het zonder voorbehoud."))
    return redirect(url_for("translations.show", key=key, letter_name=letter_name))


def _page(language: Language, words: str, letter_name: str, form: ConfirmForm) -> str:
    texts = {name: text for name, (letter, text) in TEXTS.items() if letter.name == letter_name}
    blocks = translations.blocks(letter_name, language, words)
    return render_template(
        "translations/show.html",
        language=language,
        name=letter_name,
        title=translations.title_of(letter_name),
        form=form,
        groups=[(kind, list(each)) for kind, each in groupby(blocks, lambda block: block.kind)],
        check=translations.check_of(db.session(), letter_name, language),
        mark=_mark(),
        texts=texts,
        letter=_dutch_letter(texts),
    )


def _dutch_letter(texts: dict[str, str]) -> list[preview.Block]:
    """Lay out an example of the Dutch letter beside its translation, if the office writes that letter."""
    text = next(iter(texts.values()), None)
    return preview.blocks(in_use(db.session(), text)[1], FIRST[text].facts) if text else []


@bp.get("/<key>/<letter_name>.docx")
@open_to(Role.ADMINISTRATOR)
def download(key: str, letter_name: str) -> ResponseReturnValue:
    """Hand over the sheet as a Word file, for the translator."""
    language, _words = _found(key, letter_name)
    confirmed = translations.check_of(db.session(), letter_name, language) is not None
    docx = translations.alone(letter_name, key, confirmed)
    return send_file(BytesIO(docx), WORD, as_attachment=True, download_name=f"vertaalblad-{letter_name}-{key}.docx")


@bp.post("/<key>/<letter_name>/trek_in")
@open_to(Role.ADMINISTRATOR)
def withdraw(key: str, letter_name: str) -> ResponseReturnValue:
    """Take a confirmation back."""
    language, _words = _found(key, letter_name)
    translations.withdraw(db.session(), letter_name, language)
    db.session.commit()
    flash(_("De bevestiging is ingetrokken."))
    return redirect(url_for("translations.show", key=key, letter_name=letter_name))
