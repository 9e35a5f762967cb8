"""Facts fill a Word template: escaped, strict, in a sandbox, and always with the same bytes."""

import io
import zipfile

import pytest
from jinja2 import Environment

from letters import compose, word
from letters.letter import LetterRefused
from letters.making import write
from letters.samples.facts import merged
from letters.typesetting import reader
from tests.letters import samples, word_text
from tests.letters.samples import SAMPLES, WHEN


def members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: (package.read(info), info.date_time) for info in package.infolist()}


@pytest.fixture
def said(filled):
    """Return the first paragraph of some words filled with facts."""

    def say(text, **facts):
        normal = [p for p in word_text.opened(filled(text, **facts)).paragraphs if p.style.name == "Normal"]
        return normal[0].text if normal else ""

    return say


class TestFacts:
    @pytest.mark.parametrize("value", ["a & b", "<b>x</b>", "\"dubbel\" 'enkel'", "]]>", "{{ 7*7 }}", "{% raw %}"])
    def test_a_fact_is_printed_as_it_is(self, said, value):
        assert said("{{ feit }}", feit=value) == value

    def test_a_line_break_and_a_tab_stay(self, said):
        assert said("{{ feit }}", feit="een <1>\ntwee\t&drie\n\nvier") == "een <1>\ntwee\t&drie\n\nvier"

    def test_a_line_break_stays_in_a_list_and_in_a_group(self, said):
        assert said("{{ lijst[0] }} {{ groep.a }}", lijst=("a\nb",), groep={"a": "c\nd"}) == "a\nb c\nd"

    def test_a_condition_compares_a_fact_as_it_is(self, said):
        text = '{% if feit == lijst[0] and feit != "x" %}gelijk{% endif %}'
        assert said(text, feit="a\nb & c", lijst=["a\nb & c"]) == "gelijk"

    def test_numbers_and_nothing_are_written_out(self, said):
        assert said("{{ getal }} {{ niets }} {{ waar }}", getal=3, niets=None, waar=True) == "3 None True"

    @pytest.mark.parametrize("text", ["{{ onbekend }}", "{{ client.onbekend }}", "{% if onbekend %}x{% endif %}"])
    def test_an_unknown_fact_stops_the_letter_and_is_named(self, filled, text):
        with pytest.raises(word.LetterFailed, match="onbekend"):
            filled(text)

    def test_the_letter_that_cannot_be_filled_in_is_refused_by_its_title(self):
        sample = SAMPLES["aanmaning"]
        facts = {name: value for name, value in sample.facts.items() if name != "uiterlijk"}
        with pytest.raises(LetterRefused) as refusal:
            write(sample.letter, sample.text, facts, WHEN)
        (reason,) = refusal.value.reasons
        assert str(reason) == "De brief 'Aanmaning' kan niet gemaakt worden: 'uiterlijk' is undefined"


class TestBytes:
    def test_the_same_facts_give_the_same_bytes(self):
        sample = SAMPLES["beslissing_schorsing_leefloon"]
        again = write(sample.letter, sample.text, merged(sample.facts), WHEN)
        assert again.docx == samples.paper(sample.name).docx

    def test_other_facts_give_other_bytes(self):
        assert samples.paper("intrekking").docx != samples.paper("intrekking_equivalent").docx

    def test_no_hour_of_making_is_left_in_the_file(self):
        dates = {date for _, date in members(samples.paper("aanmaning").docx).values()}
        assert dates == {(2026, 1, 1, 0, 0, 0)}

    def test_every_part_of_the_template_is_in_the_letter_and_only_words_and_check_code_change(self):
        before = members(compose.template("aanmaning"))
        after = members(samples.paper("aanmaning").docx)
        assert list(before) == list(after)
        changed = {name for name in before if before[name][0] != after[name][0]}
        assert changed == {"word/document.xml", "word/header1.xml", "word/footer1.xml", "word/media/controle.png"}


def replaced(template, *pairs):
    """Change the XML of a template; every old text must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, (content, _date) in members(template).items():
            for old, new in pairs if name == "word/document.xml" else ():
                assert old in content.decode()
                content = content.decode().replace(old, new).encode()
            made.writestr(name, content)
    return out.getvalue()


class TestOtherPrograms:
    """A template is the same, whichever program saved it."""

    def test_quotes_saved_as_entities_are_quotes(self):
        sample = SAMPLES["aanmaning"]
        template = compose.template("aanmaning")
        saved = replaced(
            template, ('== "mevrouw" %}', "== &quot;mevrouw&quot; %}"), ('== "heer" %}', "== &apos;heer&apos; %}")
        )
        letters = [members(word.render(each, sample.facts)) for each in (template, saved)]
        assert letters[0] == letters[1]

    @pytest.mark.parametrize("holds", [True, False])
    def test_a_bookmark_inside_a_condition_that_goes_still_embraces_what_is_said(self, holds, folder):
        (folder / "blad.md").write_text("# X\n\n{% if equivalent %}\n\nEen.\n\n{% endif %}\n\nTwee.\n\nDrie.")
        start, end = '<w:bookmarkStart w:id="9" w:name="v"/>', '<w:bookmarkEnd w:id="9"/>'
        run = '<w:r><w:t xml:space="preserve">'
        pairs = (
            (f"{run}{{%p if eq", f"{start}<w:r><w:t>{{%</w:t></w:r>{run}p if eq"),
            (f"{run}Drie.", f"{end}{run}Drie."),
        )
        template = replaced(compose.template.__wrapped__("blad"), *pairs)
        facts = SAMPLES["bevestiging_naleving"].facts | {"equivalent": holds}
        said = reader.read(word.render(template, facts)).mentions["v"]
        assert said == ("Een. Twee." if holds else "Twee.")

    def test_a_bookmark_that_ends_in_the_end_of_a_condition_ends_after_it(self, folder):
        (folder / "blad.md").write_text("# X\n\nNul.\n\n{% if equivalent %}\n\nEen.\n\n{% endif %}\n\nTwee.")
        start, end = '<w:bookmarkStart w:id="9" w:name="v"/>', '<w:bookmarkEnd w:id="9"/>'
        run = '<w:r><w:t xml:space="preserve">'
        pairs = ((f"{run}Nul.", f"{start}{run}Nul."), (f"{run}{{%p endif", f"{end}{run}{{%p endif"))
        template = replaced(compose.template.__wrapped__("blad"), *pairs)
        facts = SAMPLES["bevestiging_naleving"].facts | {"equivalent": False}
        assert reader.read(word.render(template, facts)).mentions["v"] == "Nul."

    def test_a_template_says_whether_it_has_the_check_code(self):
        template = compose.template("aanmaning")
        assert word.has_check_code(template)
        assert not word.has_check_code(replaced(template, (word.CHECK_CODE, "Versiering")))


ATTACKS = {
    "class": "{{ ''.__class__ }}",
    "bases": "{{ ().__class__.__bases__[0].__subclasses__() }}",
    "filter": "{{ ''|attr('__class__') }}",
    "item": "{{ ''['__class__'] }}",
    "globals": "{{ cycler.__init__.__globals__.os.system('touch %s') }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('touch %s').read() }}",
    "self": "{{ self.__init__.__globals__ }}",
    "config": "{{ config }}",
    "request": "{{ request.application }}",
    "fact": "{{ client.__class__ }}",
    "function": "{{ joiner.__init__.__globals__ }}",
    "format": "{{ '{0.__class__}'.format(client) }}",
    "format_map": "{{ '{x.__class__.__mro__}'.format_map({'x': 1}) }}",
    "change_list": "{{ geadresseerde.append('x') }}",
    "change_group": "{{ client.update({'naam': 'x'}) }}",
    "pop": "{{ client.pop('naam') }}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}{{ os }}",
    "extends": "{% extends '/etc/passwd' %}",
    "python": "{% python %}import os{% endpython %}",
    "do": "{% do client.clear() %}",
    "syntax": "{% if %}",
    "unclosed": "{% for x in geadresseerde %}",
    "mro": "{{ client.naam.__class__.__mro__[1] }}",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_words_that_try_to_break_out_stop_the_letter_and_do_nothing(filled, tmp_path, name):
    trace = tmp_path / "spoor"
    facts = merged(SAMPLES["bevestiging_naleving"].facts)
    with pytest.raises(word.LetterFailed):
        filled(ATTACKS[name].replace("%s", str(trace)), **facts)
    assert not trace.exists()
    assert facts == SAMPLES["bevestiging_naleving"].facts


def test_the_attack_would_work_outside_the_sandbox(tmp_path):
    trace = tmp_path / "spoor"
    Environment().from_string(ATTACKS["globals"].replace("%s", str(trace))).render()
    assert trace.exists()
