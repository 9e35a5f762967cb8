"""The register of agreements of the demonstration office: drafts, agreements in force, versions, and what ended."""

from datetime import date, timedelta
from random import Random
from typing import Any

from forms.demo import default_notice, deviation
from forms.demo.agreement_words import ARTICLES, PILOT, WORKING_RULES
from forms.demo.dealings import AMAL, OCMW, Dealings
from workflow.models import Agreement, Client, Organisation, db
from workflow.terms import roll


def _agreement(today: date, ago: int, random: Random, title: str, kind: str, articles: list[Any]) -> Dealings:
    """Write the draft of an agreement of OCMW Gent with Amal, which begins two weeks later."""
    facts: dict[str, Any] = {
        "title": title,
        "agreement_kind": kind,
        "partner": db.session.query(Organisation).filter_by(key="amal").one(),
        "starts_on": today - timedelta(days=ago - 14),
        "ends_on": None,
        "place": "Gent",
        "draft": {"articles": articles},
    }
    return Dealings(today, ago, random).open("agreement", OCMW, **facts)


def _signed(file: Dealings, signatures: int | None = None) -> Agreement:
    """Put the agreement before its four signatories, and let them sign, all or the first few."""
    file.take("leg_ter_ondertekening", OCMW)
    file.sign("overeenkomst", OCMW, signatures)
    agreement: Agreement = file.case
    return agreement


def _working_rules(today: date, random: Random) -> None:
    """Write working rules with a second version in force, and a third that waits for one of the parties."""
    title = "Werkafspraken doorverwijzing en terugkoppeling"
    file = _agreement(today, 400, random, title, "werkafspraken", WORKING_RULES)
    _signed(file)
    for ago, reason, last in (
        (150, "De terugkoppeling gebeurt voortaan binnen de week.", False),
        (6, "Ook telefonisch.", True),
    ):
        file.day, file.hour = roll(today - timedelta(days=ago)), 9
        change = {"change": "wijziging", "articles": WORKING_RULES, "reason": reason}
        file.take("stel_wijziging_voor", AMAL, proposal=change | {"in_force_on": file.day + timedelta(days=20)})
        file.take("stem_in", AMAL)
        if not last:
            file.take("stem_in", OCMW)
            file.sign("overeenkomst", OCMW)


def write(clients: list[Client], today: date, random: Random) -> None:
    """Write the agreements, and what runs beside them: notices of default, deviations."""
    title = "Samenwerkingsovereenkomst gezamenlijke cliënten"
    main = _signed(_agreement(today, 700, random, title, "samenwerkingsovereenkomst", ARTICLES))
    guides = _signed(_agreement(today, 500, random, "Afsprakenkader sociale gidsen", "afsprakenkader", ARTICLES))
    pilot = _signed(_agreement(today, 450, random, "Proefproject avondonthaal", "afsprakenkader", PILOT))
    to_sign = _agreement(today, 9, random, "Verwerking van persoonsgegevens", "gegevensverwerking", ARTICLES)
    _agreement(today, 3, random, "Afsprakenkader taalbuddy's", "afsprakenkader", PILOT)
    dropped = _agreement(today, 60, random, "Gedeeld onthaal", "afsprakenkader", PILOT)
    dropped.take("trek_in", AMAL, closing_reason="Het onthaal krijgt een plaats in de samenwerkingsovereenkomst.")
    _signed(to_sign, signatures=2)
    _working_rules(today, random)
    default_notice.write(main, guides, pilot, today, random)
    deviation.write(main, today, random)
