"""Every letter the office knows, in every text and every variant."""

import re

import pytest

from letters.letter import To
from letters.register import LETTERS
from letters.samples.sanction_facts import ABOUT
from tests.letters import samples, word_text, words
from tests.letters.samples import SAMPLES

COMMON = samples.common(LETTERS["aanmaning"]).keys() | ABOUT.keys()
TEXTS = [text for letter in LETTERS.values() for text in letter.texts]

ABBREVIATIONS = {
    "BCSD": "Bijzonder Comité voor de Sociale Dienst (BCSD)",
    "GPMI": "GPMI (geïndividualiseerd project voor maatschappelijke integratie)",
}

every_sample = pytest.mark.parametrize("sample", SAMPLES.values(), ids=list(SAMPLES))
every_text = pytest.mark.parametrize("text", TEXTS)


def lines(sample):
    docx = samples.paper(sample.name).docx
    return [p.text for p in word_text.body(docx)] + list(word_text.edges(docx))


def test_every_text_of_every_letter_has_a_sample():
    assert {sample.text for sample in SAMPLES.values()} == set(TEXTS)


def test_every_text_in_the_folder_belongs_to_a_letter():
    blocks = {name for name in words.files() if name.startswith("blokken/")}
    assert set(words.files()) - blocks == set(TEXTS)
    taken_in = "\n".join((words.compose.WORDS / f"{name}.md").read_text() for name in words.files())
    taken_in += words.compose.CLOSING + words.translations.MARK
    assert {block for block in blocks if f"[[{block.removeprefix('blokken/')}]]" not in taken_in} == set()


def test_the_samples_take_every_branch_of_every_condition():
    facts = {text: [s.facts for s in SAMPLES.values() if s.text == text] for text in TEXTS}
    every, taken = words.branches_taken(facts)
    assert len(every) > 40
    assert sorted(every - taken) == []


@every_text
def test_the_words_ask_only_for_declared_facts(text):
    assert words.asked(text) <= samples.FIRST[text].facts.keys()


@pytest.mark.parametrize("letter", LETTERS.values(), ids=list(LETTERS))
def test_every_declared_group_is_used_by_the_letter_or_is_common(letter):
    used = set().union(*(words.asked(text) for text in letter.texts))
    assert samples.FIRST[letter.texts[0]].facts.keys() - COMMON <= used


def test_every_common_fact_is_used_in_some_letter():
    used = set().union(*(words.asked(text) for text in TEXTS))
    assert used >= COMMON


def test_every_single_fact_is_used_in_some_letter():
    asked = set().union(*(words.leaves_asked(text) for text in TEXTS))
    groups = {(name, leaf) for s in SAMPLES.values() for name, value in s.facts.items() if isinstance(value, dict)
              for leaf in value}  # fmt: skip
    assert groups - asked == set()


@every_sample
class TestEveryLetter:
    def test_nothing_is_left_unfilled(self, sample):
        assert [line for line in lines(sample) if re.search(r"\{[{%#]|[}%#]\}|\[\[|\]\]|\*\*|<!--", line)] == []

    def test_no_blanks_are_left_by_what_is_not_said(self, sample):
        wrong = re.compile(r"  | $|^ | [.,;:?!)]|\( |\.\.|,,")
        assert [line for line in lines(sample) if wrong.search(line)] == []

    def test_no_empty_paragraphs_are_left_but_after_the_address_each_table_and_the_closing_block(self, sample):
        docx = samples.paper(sample.name).docx
        empty = [p for p in word_text.opened(docx).paragraphs if not p.text.strip()]
        assert len(empty) == 2 + len(word_text.tables(docx))

    def test_no_cell_of_a_table_is_empty(self, sample):
        tables = word_text.tables(samples.paper(sample.name).docx)
        assert all(cell.text.strip() for table in tables for row in table.rows for cell in row.cells)

    def test_no_national_register_number_stands_in_it(self, sample):
        number = re.compile(r"\b\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}\b")
        assert [line for line in lines(sample) if number.search(line)] == []

    def test_it_says_who_writes_to_whom_and_how_to_reach_them(self, sample):
        said, facts = lines(sample), sample.facts
        sender, handler = facts["afzender"], facts["behandelaar"]
        for name in ("naam", "dienst", "straat", "gemeente", "email"):
            assert sender[name] in said
        assert f"Tel. {sender['telefoon']}" in said
        assert f"{handler['naam']}, {handler['telefoon']}" in said
        start = said.index(facts["geadresseerde"][0])
        assert said[start : start + len(facts["geadresseerde"])] == facts["geadresseerde"]

    def test_it_has_its_place_date_reference_and_file(self, sample):
        said, facts = lines(sample), sample.facts
        for title, value in (
            ("Plaats en datum", f"{facts['plaats']}, {facts['datum']}"),
            ("Ons kenmerk", facts["kenmerk"]),
            ("Dossier", facts["dossier"]),
        ):
            assert said[said.index(title) + 1] == value

    def test_it_has_one_subject_line_and_headings_under_it(self, sample):
        styles = [p.style.name for p in word_text.body(samples.paper(sample.name).docx)]
        headings = [style for style in styles if style.startswith("Heading")]
        assert headings[0] == "Heading 1"
        assert set(headings[1:]) == {"Heading 2"}

    def test_it_says_what_happens_with_the_data_and_how_to_check_the_letter(self, sample):
        *_, privacy, check = [line for line in lines(sample)[:-2] if line]
        facts = sample.facts
        assert privacy.startswith(f"Uw gegevens. {facts['afzender']['naam']} gebruikt deze gegevens")
        assert "U mag uw gegevens inkijken" in privacy
        assert facts["afzender"]["gegevensbescherming"] in privacy
        assert facts["controle"]["adres"] in check
        assert facts["controle"]["code"] in check

    def test_every_signatory_stands_with_his_function_above_his_name(self, sample):
        said = lines(sample)
        signatories = [cell for row in sample.facts["ondertekening"] for cell in row if cell["naam"]]
        letter = sample.letter
        least, most = len(letter.signed_by), len((*letter.signed_by, *letter.co_signed_by))
        assert said.count("Elektronische handtekening") == len(signatories)
        assert len(signatories) == most or (letter.co_signed_if and len(signatories) == least)
        for cell in signatories:
            place = said.index(cell["naam"])
            assert said[place - 2 : place + 1] == [cell["functie"], "Elektronische handtekening", cell["naam"]]

    def test_it_is_marked_registered_when_it_is_sent_so(self, sample):
        assert lines(sample).count("AANGETEKEND") == (sample.letter.sent == "aangetekend")

    def test_the_footer_names_letter_code_and_page(self, sample):
        assert lines(sample)[-1] == "BR-2026-0117 · controlecode ABCD-EFGH-JKMN · pagina 1 van 1"


to_clients = [s for s in SAMPLES.values() if s.letter.to is To.CLIENT]


@pytest.mark.parametrize("sample", to_clients, ids=lambda sample: sample.name)
class TestEveryLetterToAClient:
    def test_it_says_u_and_never_je(self, sample):
        text = "\n".join(lines(sample)).lower()
        assert re.search(r"\b(u|uw)\b", text)
        assert re.findall(r"\b(je|jij|jou|jouw|jullie)\b", text) == []

    def test_it_greets_the_client_by_name(self, sample):
        client = sample.facts["client"]
        greeting = {
            "mevrouw": f"Geachte mevrouw {client['achternaam']},",
            "heer": f"Geachte heer {client['achternaam']},",
            "": f"Beste {client['naam']},",
        }
        assert greeting[client["aanspreking"]] in lines(sample)

    @pytest.mark.parametrize(("short", "long"), ABBREVIATIONS.items())
    def test_its_own_words_explain_an_abbreviation_at_its_first_use(self, sample, short, long):
        text = words.whole(sample.text)
        first = text.find(short)
        assert first == -1 or long in text[: first + len(short) + len(long) + 3]
