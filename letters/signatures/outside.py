"""A PDF of ours that was signed elsewhere, with eID, itsme or another certificate: what may count as signed.

It has to be our file, byte for byte, with only signatures added behind it; each of them is
judged as pyHanko judges it, by the roots an administrator trusts.
"""

import io
from datetime import datetime, timedelta
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.qualified_asn1 import get_qc_statements
from pyhanko.sign.fields import MDPPerm

from letters.letter import LetterRefused
from letters.signatures import trust, validation
from letters.signatures.certificates import TRUSTED
from letters.signatures.outside_places import misplaced, only_signatures
from letters.signatures.taken_in import Taken
from letters.signatures.validation import UNREADABLE, Verdict, judge
from letters.typesetting.pdf import field_name
from workflow.procedures.post_outside import ADVANCED, QUALIFIED
from workflow.wording import N_, Sentence

_CLOCKS_DIFFER = timedelta(minutes=5)

NOT_OURS = N_(
    "Dit is niet de PDF van deze brief, of een programma heeft hem opnieuw bewaard. Haal hier de PDF op, onderteken "
    "dat bestand zelf en voeg het toe zonder het te drukken, te verkleinen of opnieuw te bewaren."
)
NOTHING_NEW = N_("Op deze PDF staat geen nieuwe handtekening. Onderteken hem en voeg hem opnieuw toe.")
DAMAGED = N_("Deze PDF kan niet gelezen worden. Onderteken opnieuw en voeg hem toe.")
LOCKED = N_("Deze PDF is beveiligd met een wachtwoord. Onderteken hem zonder beveiliging.")
CHANGED = N_(
    "In deze PDF is na onze brief iets anders veranderd dan de handtekening. Onderteken de PDF die hier staat."
)
BROKEN = N_("Een handtekening die er al op stond, klopt niet meer. Onderteken de PDF die hier staat.")
OWN_FIELD = N_(
    "Het programma maakte een eigen vak voor de handtekening. Op een brief die hier al ondertekend is, mag dat niet "
    "meer: kies in dat programma het lege vak '%(field)s', of onderteken de brief hier."
)
MISPLACED = N_(
    "Het programma zette een zichtbare handtekening buiten het vak op de brief. Kies het lege vak '%(field)s', of een "
    "onzichtbare handtekening."
)
WRONG_FIELD = N_("De handtekening staat in het vak van een andere ondertekenaar. Kies het lege vak '%(field)s'.")
TOO_MANY = N_("Op deze PDF staan %(found)s nieuwe handtekeningen, en er worden er nog %(due)s verwacht.")
CLOSED = N_(
    "De handtekening van %(signer)s sluit de brief af, en er moet nog iemand na hem ondertekenen. Onderteken zonder "
    "het document te vergrendelen."
)
LATER = N_("De handtekening van %(signer)s is gedateerd in de toekomst. Zet de klok juist en onderteken opnieuw.")
UNDATED = N_("De handtekening van %(signer)s zegt niet wanneer ze gezet is.")
WHY = {
    validation.CHANGED: N_("De handtekening van %(signer)s klopt niet: het bestand is veranderd na ondertekening."),
    validation.UNKNOWN: N_(
        "De uitgever van het certificaat van %(signer)s is hier niet bekend (%(issuer)s). Vertrouwt het OCMW hem, dan "
        "zet de beheerder zijn wortelcertificaat in instance/certificates/%(folder)s/."
    ),
    validation.EXPIRED: N_("Het certificaat van %(signer)s is verlopen. Onderteken met een geldig certificaat."),
    validation.REVOKED: N_("Het certificaat van %(signer)s is ingetrokken. Onderteken met een geldig certificaat."),
    validation.UNSTAMPED: N_(
        "De tijdstempel bij de handtekening van %(signer)s komt van een dienst die hier niet bekend is. Vertrouwt het "
        "OCMW hem, dan zet de beheerder zijn wortelcertificaat in instance/certificates/%(folder)s/."
    ),
    validation.UNPROVEN: N_(
        "Het certificaat van %(signer)s kan niet nagekeken worden, of dient niet om te ondertekenen."
    ),
}


def signatures_of(current: bytes, given: bytes, place: int, due: int, now: datetime) -> list[Taken]:
    """Return the signatures somebody added to our PDF, in order; raises LetterRefused with every reason against them.

    `place` is where the next one is expected and `due` how many still are.
    """
    if not given.startswith(current):
        raise LetterRefused([Sentence(NOT_OURS)])
    try:
        refused, taken = _examined(current, PdfFileReader(io.BytesIO(given)), place, due, now)
    except UNREADABLE as error:
        raise LetterRefused([Sentence(DAMAGED)]) from error
    if refused:
        raise LetterRefused(refused)
    return taken


def _examined(
    current: bytes, given: PdfFileReader, place: int, due: int, now: datetime
) -> tuple[list[Sentence], list[Taken]]:
    if given.encrypted:
        return [Sentence(LOCKED)], []
    ours = PdfFileReader(io.BytesIO(current))
    revisions = ours.xrefs.total_revisions
    everything = given.embedded_regular_signatures
    old = [signature for signature in everything if signature.signed_revision < revisions]
    new = [signature for signature in everything if signature.signed_revision >= revisions]
    if not new:
        return [Sentence(NOTHING_NEW)], []
    refused = _against_file(ours, given, old, new, place, now)
    if len(new) > due:
        refused.append(Sentence(TOO_MANY, found=len(new), due=due))
    elif len(new) < due:
        closing = [each for each in new if each.docmdp_level is MDPPerm.NO_CHANGES]
        refused += [Sentence(CLOSED, signer=_named(each)) for each in closing]
    verdicts = [(signature, judge(signature, trust.outside_roots(), now)) for signature in new]
    refused += [sentence for signature, verdict in verdicts for sentence in _against(signature, verdict, now)]
    return refused, [] if refused else [_taken(signature, verdict) for signature, verdict in verdicts]


def _against_file(
    ours: PdfFileReader, given: PdfFileReader, old: list[Any], new: list[Any], place: int, now: datetime
) -> list[Sentence]:
    """Return what is wrong with the file around the new signatures."""
    free, theirs = {"field": field_name(place)}, _own_fields(ours)
    expected = [field_name(place + number) for number in range(len(new))]
    refused = []
    strangers = [each for each in new if each.field_name not in theirs]
    if not only_signatures(ours, given):
        refused.append(Sentence(OWN_FIELD, **free) if old and strangers else Sentence(CHANGED))
    elif any(judge(each, trust.all_roots(), now).why == validation.CHANGED for each in old):
        refused.append(Sentence(BROKEN))
    if misplaced(ours, given):
        refused.append(Sentence(MISPLACED, **free))
    if any(each.field_name in theirs and each.field_name not in expected for each in new):
        refused.append(Sentence(WRONG_FIELD, **free))
    return refused


def _own_fields(ours: PdfFileReader) -> set[str]:
    return {str(field.get_object()["/T"]) for field in ours.root["/AcroForm"]["/Fields"]}


def _against(signature: Any, verdict: Verdict, now: datetime) -> list[Sentence]:
    """Return what is wrong with one new signature."""
    if verdict.why:
        values = {"signer": _named(signature), "issuer": _common(signature.signer_cert.issuer), "folder": TRUSTED}
        text = WHY[verdict.why]
        return [Sentence(text, **{name: value for name, value in values.items() if f"%({name})" in text})]
    at = verdict.stamped_at or verdict.status.signer_reported_dt
    if at is None or at.tzinfo is None:
        return [Sentence(UNDATED, signer=_named(signature))]
    return [Sentence(LATER, signer=_named(signature))] if at > now + _CLOCKS_DIFFER else []


def _taken(signature: Any, verdict: Verdict) -> Taken:
    said = {statement["statement_id"].native for statement in get_qc_statements(signature.signer_cert)}
    level = QUALIFIED if {"qc_compliance", "qc_sscd"} <= said else ADVANCED
    signed_at = verdict.stamped_at or verdict.status.signer_reported_dt
    return Taken(_named(signature), signed_at, verdict.stamped_at, level)


def _named(signature: Any) -> str:
    return _common(signature.signer_cert.subject)


def _common(name: Any) -> str:
    """Return the common name in a certificate, or all it says when it has none."""
    found = name.native.get("common_name", name.human_friendly)
    return str(found if isinstance(found, str) else found[0])
