"""The doctor finds what an honest author does wrong in Word, all of it at once, and says it in Dutch."""

import io
import shutil
import subprocess

import docx
import pytest
from conftest import require

from letters import compose
from letters.doctor.examination import examine
from letters.doctor.report import MOST, Report, refusal, warning
from letters.register import LETTERS
from letters.translations import texts as translations
from tests.letters.doctored import (
    BODY,
    DECISION,
    TEXT,
    added,
    members,
    packed,
    para,
    replaced,
    saved_by_word,
    with_part,
)

TEXTS = [text for letter in LETTERS.values() for text in letter.texts]
CLAUSE = "{{ gpmi.clausule }}"
ROW = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid><w:tr><w:tc><w:tcPr/>%s</w:tc></w:tr></w:tbl>"


def said(template, text=TEXT):
    """Return what the doctor says: refusals, then warnings."""
    report = examine(template, text)
    return [str(sentence) for sentence in (*report.refusals, *report.warnings)]


@pytest.mark.parametrize("text", TEXTS)
def test_a_template_of_the_house_has_no_problem_at_all(text):
    assert said(compose.template(text), text) == []


@pytest.mark.parametrize("text", TEXTS[::4])  # what Word and LibreOffice do to them all is worse
def test_a_template_opened_and_saved_by_another_program_has_no_problem(text):
    out = io.BytesIO()
    docx.Document(io.BytesIO(compose.template(text))).save(out)
    assert said(out.getvalue(), text) == []


@pytest.mark.parametrize("text", TEXTS)
def test_a_template_saved_by_word_has_no_problem(text):
    assert said(saved_by_word(text), text) == []


@pytest.fixture(scope="session")
def saved_by_libreoffice(tmp_path_factory):
    """Every template of the house, opened and saved by LibreOffice."""
    require("LIBREOFFICE", shutil.which("soffice"), "LibreOffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    for text in TEXTS:
        (folder / f"{text.replace('/', '-')}.docx").write_bytes(compose.template(text))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx"]
    files = sorted(folder.glob("*.docx"))
    subprocess.run([*command, "--outdir", folder / "out", *files], check=True, capture_output=True, timeout=300)
    return folder / "out"


def test_a_template_saved_by_libreoffice_keeps_its_fields_and_conditions(saved_by_libreoffice):
    about_the_look = ("De PDF kan dit niet tonen", "Het onderwerp ontbreekt", "In de brief ontbreekt een verplichte")
    wrong = []
    for text in TEXTS:
        template = (saved_by_libreoffice / f"{text.replace('/', '-')}.docx").read_bytes()
        wrong += [(text, reason) for reason in said(template, text) if not reason.startswith(about_the_look)]
    assert wrong == []


WRONG = {
    "misspelt": (
        lambda: para("{{ client.aanspreeking }}"),
        "In de brief staat het onbekende veld 'client.aanspreeking'. Bedoel je 'client.aanspreking'?"),
    "capitals": (lambda: para("{{ Datum }}"), "het onbekende veld 'Datum'. Bedoel je 'datum'?"),
    "unknown": (lambda: para("{{ rekeningnummer_bank }}"), "het onbekende veld 'rekeningnummer_bank'."),
    "in_condition": (lambda: para("{% if equivallent %}x{% endif %}"), "'equivallent'. Bedoel je 'equivalent'?"),
    "in_loop": (
        lambda: para("{% for f in feiten %}{{ f.bewijzz }}{% endfor %}"), "veld 'f.bewijzz'. Bedoel je 'f.bewijs'?"),
    "after_loop": (lambda: para("{% for f in feiten %}{% endfor %}{{ f.wat }}"), "het onbekende veld 'f.wat'"),
    "under_a_value": (lambda: para("{{ datum.dag }}"), "het onbekende veld 'datum.dag'"),
    "in_header": (lambda: para("{{ kenmrk }}", "word/header1.xml"), "In de koptekst staat het onbekende veld 'kenmrk'"),
    "in_footer": (lambda: para("{{ kenmrk }}", "word/footer1.xml"), "In de voettekst staat het onbekende veld"),
    "in_text_box": (
        lambda: added("<w:p><w:r><w:pict><w:p><w:r><w:t>{{ kenmrk }}</w:t></w:r></w:p></w:pict></w:r></w:p>"),
        "het onbekende veld 'kenmrk'. Bedoel je 'kenmerk'?"),
    "spread_over_runs": (
        lambda: added("<w:p><w:r><w:t>{{ ken</w:t></w:r><w:r><w:t>mrk }}</w:t></w:r></w:p>"), "veld 'kenmrk'"),
    "in_properties": (
        lambda: replaced(("Briefhoofd", "{{ kenmerk }}"), part="docProps/core.xml"),
        "In de eigenschappen van het bestand staat '{{ kenmerk }}'; daar wordt niets ingevuld. Haal het weg."),
    "over_two_paragraphs": (
        lambda: added("<w:p><w:r><w:t>{{ ken</w:t></w:r></w:p><w:p><w:r><w:t>merk }}</w:t></w:r></w:p>"),
        "een veld dat niet volledig is of over twee alinea's loopt: '{{ ken'"),
    "one_brace": (lambda: para("{ kenmerk }}"), "een veld dat niet volledig is"),
    "list_printed": (lambda: para("{{ feiten }}"), "drukt '{{ feiten }}' een lijst of groep af"),
    "group_printed": (lambda: para("{{ client }}"), "drukt '{{ client }}' een lijst of groep af"),
    "value_repeated": (lambda: para("{% for x in datum %}{{ x }}{% endfor %}"), "herhaalt '{% for x in datum %}' iets"),
    "unclosed": (lambda: para("{% if equivalent %}x"), "In de brief wordt '{% if equivalent %}' niet afgesloten."),
    "unopened": (lambda: para("x{% endif %}"), "staat '{% endif %}' zonder het begin dat erbij hoort"),
    "else_alone": (lambda: para("x{% else %}"), "staat '{% else %}' zonder het begin"),
    "crossed": (lambda: para("{% if equivalent %}{% for f in feiten %}{% endif %}{% endfor %}"), "zonder het begin"),
    "unreadable": (lambda: para("{{ kenmerk kenmerk }}"), "is '{{ kenmerk kenmerk }}' niet te lezen"),
    "no_filter_of_ours": (lambda: para("{{ kenmerk|pprint }}"), "de filter 'pprint' mag niet in een sjabloon"),
    "words_beside": (lambda: para("Let op! {%p if equivalent %}"), "gaan woorden verloren: naast '{%p if"),
    "row_outside_table": (lambda: para("{%tr if equivalent %}"), "in dezelfde rij van de tabel staan"),
    "unknown_unit": (lambda: para("{%r if equivalent %}"), "gebruik alleen {%p … %} voor een alinea"),
    "raw_value": (lambda: para("{{r kenmerk }}"), "gebruik alleen {%p … %} voor een alinea"),
    "empty_paragraph": (
        lambda: para("{% if equivalent %}x{% endif %}"),
        "blijft een lege alinea achter waar dit staat: '{% if equivalent %}x{% endif %}'"),
    "double_blank": (
        lambda: para("Uw {% if equivalent %}equivalent{% endif %} leefloon"), "blijft een dubbele of losse spatie"),
    "blank_before_a_point": (lambda: para("Uw leefloon {% if equivalent %}x{% endif %}."), "losse spatie achter"),
    "empty_cell": (
        lambda: added(ROW % "<w:p><w:r><w:t>{%p if equivalent %}</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>{%p endif %}"
                      "</w:t></w:r></w:p>"), "blijft een cel van een tabel zonder alinea"),
    "condition_out_of_a_table": (
        lambda: added(ROW % "<w:p><w:r><w:t>{% if equivalent %}</w:t></w:r></w:p>"
                      + "<w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p>"), "passen niet in elkaar"),
    "escaped_braces": (lambda: added("<w:p><w:r><w:t>&#123;&#123; kenmerk }}</w:t></w:r></w:p>"), "niet ingevuld"),
    "revision": (lambda: added("<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>"), "bijgehouden wijzigingen"),
    "merge_field": (
        lambda: added('<w:p><w:fldSimple w:instr=" MERGEFIELD naam "/></w:p>'), "staat het Word-veld MERGEFIELD"),
    "no_subject": (lambda: replaced(('w:val="Onderwerp"', 'w:val="Normal"')), "Het onderwerp ontbreekt"),
    "no_signatures": (lambda: replaced(('w:val="Handtekening"', 'w:val="Normal"')), "te weinig plaats om"),
    "no_styles": (
        lambda: packed({name: xml for name, xml in members().items() if name != "word/styles.xml"}),
        "In het Word-bestand ontbreekt 'word/styles.xml'."),
    "no_body": (lambda: with_part(BODY, b"<w:document xmlns:w='http://purl.oclc.org/ooxml/x'/>"), "geen brief die"),
    "no_page": (lambda: replaced(("<w:pgSz", "<w:pgXx")), "kan niet als PDF gezet worden"),
    "field_gone": (lambda: replaced((CLAUSE, "")), "Het veld 'gpmi.clausule' van de eigen tekst komt hier niet voor."),
    "endless": (lambda: added("<w:p/>" * 3001), "meer dan 3000 alinea's"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_found_and_said_in_words(name):
    made, expected = WRONG[name]
    assert any(expected in sentence for sentence in said(made())), said(made())


def test_every_mistake_is_said_at_once():
    sentences = said(para("{{ kenmrk }} {% if x %} {{ plats }} {{ 1 + 1 }}"))
    assert len(sentences) == 5


def test_a_template_no_translation_sheet_fits_behind_is_refused(monkeypatch):
    monkeypatch.delitem(translations.__dict__, "with_sheet")
    assert any("Het vertaalblad past niet achter dit sjabloon" in sentence for sentence in said(para("Bel ons.")))


class TestMentions:
    """What a decision must say by law."""

    def test_a_lost_mention_is_refused_with_its_field_and_its_bookmark(self):
        xml = members(DECISION)[BODY].decode()
        start = xml.index("<w:bookmarkStart", xml.index("<w:body>"))
        name = xml[start:].split('w:name="')[1].split('"')[0]
        number = xml[start:].split('w:id="')[1].split('"')[0]
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        lost = xml[start : xml.index(end) + len(end)]
        sentences = said(replaced((lost, ""), text=DECISION), DECISION)
        assert any(f"De bladwijzer '{name}' is weg" in sentence for sentence in sentences)
        assert any("ontbreekt een verplichte vermelding" in sentence for sentence in sentences)

    def test_a_field_of_a_mention_that_is_gone_is_refused(self):
        sentences = said(replaced(("{{ beroep.rechtbank }}", "de rechtbank"), text=DECISION), DECISION)
        assert "Het veld 'beroep.rechtbank' ontbreekt: het hoort bij een verplichte vermelding." in sentences

    def test_a_mention_that_one_condition_takes_away_is_refused(self):
        old = "{{ beroep.rechtbank }}"
        sentences = said(replaced((old, "{% if equivalent %}" + old + "{% endif %}"), text=DECISION), DECISION)
        assert any("ontbreekt een verplichte vermelding" in sentence for sentence in sentences)


class TestReport:
    def test_what_refuses_comes_first_and_once(self):
        report = Report.of([warning("b"), refusal("a"), refusal("a")])
        assert [str(problem.sentence) for problem in report.problems] == ["a", "b"]

    def test_a_report_stays_the_same_on_paper(self):
        report = Report.of([refusal("In '%(name)s' 100 %%.", name="x\n\u202e" + "y" * 200), warning("b")])
        assert Report.read(report.written()) == report
        assert len(str(report.refusals[0])) < 110

    def test_nobody_reads_more_than_this(self):
        assert len(Report.of(refusal(str(i)) for i in range(500)).problems) == MOST
