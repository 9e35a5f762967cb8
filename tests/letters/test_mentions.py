"""What a decision must mention by law: when one thing is missing there is no letter (RMI-wet art. 21)."""

import re

import pytest

from letters import compose
from letters.letter import LetterRefused
from letters.making import write
from letters.register import LETTERS
from letters.samples.facts import merged
from tests.letters.samples import FIRST, SAMPLES, WHEN

DECISIONS = [sample for sample in SAMPLES.values() if sample.letter.mentions]
TEXTS = [FIRST[text] for text in dict.fromkeys(sample.text for sample in DECISIONS)]


def refused(sample, facts=None):
    """Return why a letter is refused, every reason; it must be refused."""
    with pytest.raises(LetterRefused) as refusal:
        write(sample.letter, sample.text, facts or sample.facts, WHEN)
    return [str(reason) for reason in refusal.value.reasons]


def applying(sample):
    return [m for m in sample.letter.mentions if m.applies is None or m.applies(sample.facts)]


def reason(mention):
    return f"In de brief ontbreekt een verplichte vermelding: {mention.title} ({mention.article})."


def without(facts, path):
    """Empty one fact."""
    name, _, leaf = path.partition(".")
    return facts | {name: facts[name] | {leaf: ""} if leaf else ""}


def reworded(monkeypatch, change):
    """Let every text and block read otherwise."""
    words_of = compose.words_of
    monkeypatch.setattr(compose, "words_of", lambda name: change(words_of(name)))
    monkeypatch.setattr(compose, "template", compose.template.__wrapped__)


CASES = [(s, m) for s in TEXTS for m in applying(s)]
NAMES = [f"{s.text}-{m.key}-{i}" for s in TEXTS for i, m in enumerate(applying(s))]
FACTS = list(dict.fromkeys((s.name, path) for s in TEXTS for m in applying(s) for path in m.facts))
PLAINEST = [(s, m) for s, m in CASES if s.name in ("beslissing_schorsing_leefloon", "intrekking")]


def test_what_the_law_or_the_agreement_wants_reasoned_has_mandatory_mentions_and_no_other_letter():
    mentioning = {name for name, letter in LETTERS.items() if letter.mentions}
    assert mentioning == {"beslissing", "intrekking", "ingebrekestelling", "opzegging", "bijlage_gpmi"}


def test_a_notice_says_its_reasons_its_remedy_or_its_last_day_and_why_it_is_an_exception():
    # SWO art. 17: reasoned; unsolvable, exceptional; the months count from the sending
    notices = ({mention.key for mention in LETTERS[name].mentions} for name in ("ingebrekestelling", "opzegging"))
    assert list(notices) == [{"feiten", "motivering", "herstel"}, {"opzegtermijn", "motivering", "uitzonderlijk"}]


def test_every_item_of_the_law_register_is_asked_of_a_decision():
    # law register b.5: grounds, facts, answer, measure, appeal, court, term, way, Ger.W. 728 and 1017, reference,
    # social worker, explanation, not suspensive, date and body
    assert {mention.key for mention in LETTERS["beslissing"].mentions} == {
        "rechtsgronden", "feiten", "antwoord", "maatregel", "beroep", "rechtbank", "beroep_termijn", "beroep_wijze",
        "vertegenwoordiging", "kosten", "kenmerk", "maatschappelijk_werker", "uitleg", "beroep_schorst_niet",
        "datum_orgaan",
    }  # fmt: skip
    withdrawal = {mention.key for mention in LETTERS["intrekking"].mentions}
    assert withdrawal == {mention.key for mention in LETTERS["beslissing"].mentions} - {"antwoord"}


@pytest.mark.parametrize("sample", DECISIONS, ids=lambda sample: sample.name)
def test_with_complete_facts_nothing_is_missing(sample):
    write(sample.letter, sample.text, sample.facts, WHEN)


@pytest.mark.parametrize(("sample", "mention"), CASES, ids=NAMES)
def test_a_mention_that_is_not_in_the_words_stops_the_letter(sample, mention, monkeypatch):
    block = re.compile(rf"<!-- vermelding: {mention.key} -->.*?<!-- einde -->", re.DOTALL)
    reworded(monkeypatch, lambda text: block.sub("", text))
    same = [each for each in applying(sample) if each.key == mention.key]
    assert refused(sample) == [reason(each) for each in same]


@pytest.mark.parametrize(("sample", "mention"), PLAINEST)
def test_a_mention_that_says_nothing_stops_the_letter(sample, mention, monkeypatch):
    block = re.compile(rf"(<!-- vermelding: {mention.key} -->).*?(<!-- einde -->)", re.DOTALL)
    reworded(monkeypatch, lambda text: block.sub(r"\1\n\n\2", text))
    assert reason(mention) in refused(sample)


@pytest.mark.parametrize(("name", "path"), FACTS, ids=[f"{name}-{path}" for name, path in FACTS])
def test_a_mention_without_its_fact_stops_the_letter(name, path):
    sample = SAMPLES[name]
    asking = [mention for mention in applying(sample) if path in mention.facts]
    assert refused(sample, without(sample.facts, path)) == [reason(mention) for mention in asking]


@pytest.mark.parametrize("path", ["grond.feiten", "grond.recht", "grond.antwoord"])
def test_blanks_are_no_mention(path):
    sample = SAMPLES["beslissing_schorsing_leefloon"]
    name, leaf = path.split(".")
    assert refused(sample, merged(sample.facts, {name: {leaf: " \n "}}))


def test_every_reason_is_given_at_once():
    sample = SAMPLES["beslissing_schorsing_leefloon"]
    empty = {"grond": {"recht": "", "feiten": "", "antwoord": ""}, "beroep": {"rechtbank": "", "adres": ""}}
    reasons = refused(sample, merged(sample.facts, empty))
    keys = ["rechtsgronden", "feiten", "antwoord", "rechtbank"]
    assert reasons == [reason(m) for m in applying(sample) if m.key in keys]
    assert len(reasons) == 4


@pytest.mark.parametrize("fact", ["bedrag", "van", "tot"])
def test_a_suspension_without_amount_or_dates_is_refused(fact):
    sample = SAMPLES["beslissing_schorsing_leefloon"]
    reasons = refused(sample, merged(sample.facts, {"maatregel": {fact: ""}}))
    assert reasons == [
        "In de brief ontbreekt een verplichte vermelding: het bedrag en de begin- en einddatum van de schorsing "
        "(Handvest sociaal verzekerde art. 13-15)."
    ]


@pytest.mark.parametrize("name", ["beslissing_verwittiging_leefloon", "beslissing_geen_sanctie_equivalent"])
def test_a_decision_that_suspends_nothing_needs_no_amount_or_dates(name):
    sample = SAMPLES[name]
    assert {sample.facts["maatregel"][fact] for fact in ("bedrag", "van", "tot")} == {""}
    write(sample.letter, sample.text, sample.facts, WHEN)


@pytest.mark.parametrize("name", ["beslissing_schorsing_uitgesteld", "beslissing_schorsing_deels_uitgesteld"])
def test_a_deferral_without_the_end_of_its_trial_is_refused(name):
    sample = SAMPLES[name]
    (said,) = refused(sample, merged(sample.facts, {"maatregel": {"proef_tot": ""}}))
    assert "tot wanneer de proeftermijn van het uitstel loopt" in said


@pytest.mark.parametrize("name", ["beslissing_intrekking_leefloon", "beslissing_intrekking_equivalent"])
def test_a_withdrawal_of_the_right_without_its_first_day_is_refused(name):
    sample = SAMPLES[name]
    (said,) = refused(sample, merged(sample.facts, {"maatregel": {"van": ""}}))
    assert "vanaf wanneer het recht is ingetrokken" in said


def test_the_refusal_says_its_reasons_in_one_text():
    assert str(LetterRefused(["Vul dit in.", "En dat."])) == "Vul dit in. En dat."
