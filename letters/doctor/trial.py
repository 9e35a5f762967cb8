"""A trial of a template: every sample of its text as Word and as PDF, and what is wrong with those letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from letters import word
from letters.doctor.leftovers import Left, left_behind, numbered, sources
from letters.doctor.report import Problem, refusal, shown, warning
from letters.samples.register import Sample
from letters.translations import texts as translations
from letters.typesetting.document import Document
from letters.typesetting.pdf import Pdf, to_pdf
from workflow.moment import BRUSSELS
from workflow.wording import N_

_DAY = datetime(2026, 1, 1, tzinfo=BRUSSELS)
"""The instant of every trial: the doctor has no clock."""

STUMBLES = (ArithmeticError, AttributeError, LookupError, OSError, StopIteration, TypeError, ValueError)
"""What a room raises that meets something no letterhead has; none of them may reach the making of a letter."""

SHEET = "ar"
"""The language of the sheet that is tried: written from right to left, it asks most of a template."""

_UNFILLED = re.compile(r"\{[{%#]|[%#}]\}")
_LEFT = {
    "leeg": N_("In %(place)s blijft een lege alinea achter waar dit staat: '%(words)s'. Gebruik {%%p … %%}."),
    "dubbel": N_("In %(place)s blijft een dubbele of losse spatie achter waar dit staat: '%(words)s'"),
    "cel": N_("In %(place)s blijft een cel van een tabel zonder alinea: Word opent de brief dan niet.%(words)s"),
}


@dataclass
class Trial:
    """What came of a template: problems of the letters themselves, and what its conditions left behind."""

    problems: list[Problem] = field(default_factory=list)
    left: dict[Left, None] = field(default_factory=dict)
    places_to_sign: int = 0
    check_code: bool = True

    def against(self, house: "Trial") -> Iterator[Problem]:
        """Yield every problem; what the house's own template leaves behind too is meant."""
        yield from self.problems
        for what, where, words in self.left:
            if (what, where, words) not in house.left:
                said = refusal if what == "cel" else warning
                yield said(_LEFT[what], place=where, words=words)
        if self.places_to_sign < house.places_to_sign and not self.problems:
            text = N_("Er is te weinig plaats om te ondertekenen: laat de tabel met de handtekeningen staan.")
            yield refusal(text)
        if house.check_code and not self.check_code:
            yield refusal(N_("De QR-code is weg: laat de afbeelding 'Controlecode' staan."))


def tried(members: dict[str, bytes], samples: list[Sample]) -> Trial:
    """Make every sample with a template."""
    trial, template = Trial(), numbered(members)
    meant = sources(template)
    for sample in samples:
        try:
            docx = word.render(template, sample.facts)
            trial.left |= dict.fromkeys(left_behind(docx, meant))
        except (word.LetterFailed, etree.XMLSyntaxError) as error:
            text = N_("Het voorbeeld '%(sample)s' kan niet gemaakt worden: %(error)s")
            trial.problems.append(refusal(text, sample=sample.name, error=_dutch(error)))
            continue
        trial.problems += _printed(trial, sample, docx)
    trial.check_code = word.has_check_code(template)
    if not trial.problems:
        trial.problems += _with_sheet(template, samples[0])
    return trial


def _with_sheet(template: bytes, sample: Sample) -> Iterator[Problem]:
    """Put a translation sheet behind the letter, for a letter that can have one."""
    if translations.words_of(sample.letter.name, SHEET) is None:
        return
    try:
        docx = word.render(translations.with_sheet(template, sample.letter.name, SHEET, confirmed=False), sample.facts)
        to_pdf(docx, sample.facts["afzender"]["naam"], _DAY)
    except STUMBLES as error:
        text = N_(
            "Het vertaalblad past niet achter dit sjabloon: laat de stijlen van het eigen sjabloon staan (%(error)s)."
        )
        yield refusal(text, error=type(error).__name__)


def _dutch(error: Exception) -> str:
    """Say in Dutch what went wrong while a template was filled in."""
    unknown = re.search(r"'(\w+)' is undefined|has no (?:attribute|element) '?(\w+)", str(error))
    if unknown:
        return f"{N_('dit voorbeeld kent het volgende veld niet:')} {unknown[1] or unknown[2]}"
    return N_("de voorwaarden en herhalingen passen niet in elkaar.")


def _printed(trial: Trial, sample: Sample, docx: bytes) -> Iterator[Problem]:
    """Set a sample as PDF, and read what it says."""
    try:
        pdf: Pdf = to_pdf(docx, sample.facts["afzender"]["naam"], _DAY)
    except STUMBLES as error:
        text = N_(
            "Het voorbeeld '%(sample)s' kan niet als PDF gezet worden: "
            "de opmaak wijkt te ver af van het eigen sjabloon (%(error)s)."
        )
        yield refusal(text, sample=sample.name, error=type(error).__name__)
        return
    trial.places_to_sign = max(trial.places_to_sign, pdf.signatures)
    document = pdf.document
    for what in sorted(document.unsupported):
        yield refusal(N_("De PDF kan dit niet tonen zoals Word: %(what)s."), what=what)
    for words in _unfilled(document):
        yield refusal(N_("In de brief blijft iets staan dat niet ingevuld is: '%(words)s'"), words=words)
    if not document.title.strip():
        yield refusal(N_("Het onderwerp ontbreekt: geef één alinea de stijl van het onderwerp (kop 1)."))
    yield from (Problem(sentence) for sentence in sample.letter.missing(document, sample.facts))


def _unfilled(document: Document) -> Iterator[str]:
    for paragraph in (*document.paragraphs(), *document.header, *document.footer):
        if _UNFILLED.search(paragraph.text):
            yield shown(paragraph.text)
