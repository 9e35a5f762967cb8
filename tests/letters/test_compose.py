"""Words in Markdown become a Word template: headings, bullets, tables, conditions, marked mentions."""

import io
import zipfile

import pytest

from letters import compose
from letters.markdown import bookmark_number
from letters.register import LETTERS
from letters.typesetting import reader
from tests.letters import word_text


@pytest.fixture
def paragraphs(filled):
    """Return the paragraphs that came of some words: the style and the text of each."""

    def read(text, **facts):
        blocks = [p for p in word_text.opened(filled(text, **facts)).paragraphs if p.style.name != "Adres"]
        return [(p.style.name, p.text) for p in blocks[:-1]]

    return read


def test_headings_paragraphs_and_bullets_take_the_styles_of_the_letterhead(paragraphs):
    text = "# Onderwerp\n\nEen alinea.\n\n## Kop\n\n- een\n- twee\n\nNog een alinea."
    assert paragraphs(text) == [
        ("Heading 1", "Onderwerp"), ("Normal", "Een alinea."), ("Heading 2", "Kop"),
        ("List Bullet", "een"), ("List Bullet", "twee"), ("Normal", "Nog een alinea."),
    ]  # fmt: skip


def test_the_closing_blocks_stand_small_under_the_signatures(filled):
    *_, privacy, check = [p for p in word_text.body(filled("Tekst.")) if p.text]
    assert [(p.style.name, p.text) for p in (privacy, check)] == [
        ("Klein", "[gegevensbescherming]"),
        ("Klein", "[controle]"),
    ]


def test_a_line_end_in_the_words_is_a_space_and_a_hard_break_a_new_line(paragraphs):
    assert paragraphs("een\ntwee\\\ndrie  \nvier") == [("Normal", "een twee\ndrie\nvier")]


def test_bold_and_italic_are_runs_of_their_own(filled):
    (_, paragraph, *_) = [p for p in word_text.opened(filled("x\n\na **vet *beide*** *schuin* z")).paragraphs
                          if p.style.name == "Normal"]  # fmt: skip
    looks = [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs]
    assert looks == [
        ("a ", False, False), ("vet ", True, False), ("beide", True, True), (" ", False, False),
        ("schuin", False, True), (" z", False, False),
    ]  # fmt: skip


def test_what_markdown_would_swallow_stays_in_the_words(paragraphs):
    text = "Typ `code`, zie <b>hier</b> en [dit](https://x.example) & <5 © é."
    assert paragraphs(text) == [("Normal", text)]
    assert paragraphs("    ingesprongen\n\n```\nhek\n```") == [("Normal", "ingesprongen"), ("Normal", "``` hek ```")]


def test_stars_and_quotes_inside_a_placeholder_are_not_markdown(paragraphs):
    assert paragraphs('{{ "*".join(lijst) }} **{{ "_a_" }}**', lijst=["a", "b", "c"]) == [("Normal", "a*b*c _a_")]


class TestConditions:
    WORDS = (
        "{% if aantal == 1 %}\n\nEen.\n\n{% elif aantal > 1 %}\n\nMeer.\n\n{% else %}\n\nGeen.\n\n{% endif %}\n\nSlot."
    )

    @pytest.mark.parametrize(("number", "said"), [(1, "Een."), (3, "Meer."), (0, "Geen.")])
    def test_only_what_holds_is_said_and_no_empty_paragraph_is_left(self, paragraphs, number, said):
        assert paragraphs(self.WORDS, aantal=number) == [("Normal", said), ("Normal", "Slot.")]

    def test_commands_on_lines_under_each_other_leave_nothing_either(self, paragraphs):
        text = "{% if a %}\n{% if b %}\n\nBeide.\n\n{% endif %}\n{% endif %}\n\nSlot."
        assert paragraphs(text, a=True, b=True) == [("Normal", "Beide."), ("Normal", "Slot.")]
        assert paragraphs(text, a=True, b=False) == [("Normal", "Slot.")]

    def test_a_condition_inside_a_sentence_leaves_the_sentence(self, paragraphs):
        text = "Kom{% if laat %} te laat{% endif %}."
        assert paragraphs(text, laat=True) == [("Normal", "Kom te laat.")]
        assert paragraphs(text, laat=False) == [("Normal", "Kom.")]

    def test_a_loop_repeats_its_bullets(self, paragraphs):
        text = "{% for ding in dingen %}\n\n- {{ ding }}\n\n{% endfor %}"
        assert paragraphs(text, dingen=["a", "b"]) == [("List Bullet", "a"), ("List Bullet", "b")]


class TestTables:
    WORDS = """
| Dag | Wat |
|---|---|
| {% for f in lijst %} | |
| {{ f.dag }} | **{{ f.wat }}** |
| {% endfor %} | |

Na."""
    ROWS = ({"dag": "1", "wat": "a"}, {"dag": "2", "wat": "b & c"})

    def test_a_row_is_repeated_for_every_fact_under_one_heading_row(self, filled):
        (table,) = word_text.tables(filled(self.WORDS, lijst=self.ROWS))
        assert [[cell.text for cell in row.cells] for row in table.rows] == [["Dag", "Wat"], ["1", "a"], ["2", "b & c"]]
        assert [cell.paragraphs[0].style.name for cell in table.rows[0].cells] == ["Celkop", "Celkop"]
        assert [cell.paragraphs[0].style.name for cell in table.rows[1].cells] == ["Cel", "Cel"]

    def test_the_heading_row_comes_back_and_no_row_is_split_in_word(self, filled):
        document = reader.read(filled(self.WORDS, lijst=self.ROWS))
        (table,) = [block for block in document.blocks if getattr(block, "border", None)]
        assert [row.heading for row in table.rows] == [True, False, False]
        (in_word,) = word_text.tables(filled(self.WORDS, lijst=self.ROWS))
        assert all("cantSplit" in row._tr.trPr.xml for row in in_word.rows)

    def test_its_columns_fill_the_page_between_the_margins(self, filled):
        document = reader.read(filled(self.WORDS, lijst=self.ROWS))
        (table,) = [block for block in document.blocks if getattr(block, "border", None)]
        width = document.page.width - document.page.left - document.page.right
        assert sum(cell.width for cell in table.rows[0].cells) == pytest.approx(width, abs=1)

    def test_one_empty_paragraph_keeps_it_apart_from_what_follows(self, paragraphs):
        assert paragraphs(self.WORDS, lijst=self.ROWS) == [("Klein", ""), ("Normal", "Na.")]


class TestBlocks:
    def test_a_shared_block_is_taken_in_with_the_blocks_inside_it(self, folder, paragraphs):
        (folder / "blokken" / "buiten.md").write_text("Voor.\n\n[[binnen]]\n\nNa.\n")
        (folder / "blokken" / "binnen.md").write_text("\nBinnen.\n\n")
        assert [text for _, text in paragraphs("[[buiten]]\n\nSlot.")] == ["Voor.", "Binnen.", "Na.", "Slot."]

    def test_a_name_between_brackets_inside_a_sentence_is_no_block(self, paragraphs):
        assert paragraphs("Zie [[nergens]] hier.") == [("Normal", "Zie [[nergens]] hier.")]

    def test_a_block_that_is_missing_is_named(self, filled):
        with pytest.raises(compose.WordsMissing, match="templates/letters/blokken/nergens.md"):
            filled("Tekst.\n\n[[nergens]]")

    def test_a_letter_without_words_is_named(self):
        with pytest.raises(compose.WordsMissing, match="templates/letters/liefdesbrief.md"):
            compose.words_of("liefdesbrief")


class TestMentions:
    def test_what_stands_between_the_marks_can_be_found_again_in_the_letter(self, filled):
        text = "Voor.\n\n<!-- vermelding: feiten -->\n\nHet **feit**:\n\n- {{ feit }}\n\n<!-- einde -->\n\nNa."
        assert reader.read(filled(text, feit="gebeurd")).mentions == {"vermelding_feiten": "Het feit : gebeurd"}

    def test_a_mention_inside_a_mention_ends_first(self, filled):
        text = ("<!-- vermelding: buiten -->\n\na\n\n<!-- vermelding: binnen -->\n\nb\n\n<!-- einde -->\n\nc\n\n"
                "<!-- einde -->")  # fmt: skip
        mentions = reader.read(filled(text)).mentions
        assert mentions == {"vermelding_buiten": "a b c", "vermelding_binnen": "b"}

    def test_marks_on_lines_under_each_other_are_all_read(self, filled):
        text = "<!-- vermelding: a -->\n<!-- vermelding: b -->\n\nx\n\n<!-- einde -->\n<!-- einde -->"
        assert reader.read(filled(text)).mentions == {"vermelding_a": "x", "vermelding_b": "x"}

    def test_another_comment_is_for_who_edits_the_words_only(self, filled, paragraphs):
        assert paragraphs("<!-- let op: nakijken -->\n\nTekst.") == [("Normal", "Tekst.")]
        assert reader.read(filled("<!-- let op -->\n\nTekst.")).mentions == {}

    def test_no_two_mentions_share_a_bookmark_number(self):
        keys = {mention.key for letter in LETTERS.values() for mention in letter.mentions}
        assert len({bookmark_number(key) for key in keys}) == len(keys) > 10


def test_the_letterhead_is_kept_as_it_is_but_for_its_body(folder):
    (folder / "proef.md").write_text("Tekst.")
    made = zipfile.ZipFile(io.BytesIO(compose.template.__wrapped__("proef")))
    with zipfile.ZipFile(compose.LETTERHEAD) as head:
        assert made.namelist() == head.namelist()
        assert [name for name in head.namelist() if made.read(name) != head.read(name)] == [compose.BODY]


def test_a_template_is_made_once():
    assert compose.template("aanmaning") is compose.template("aanmaning")
