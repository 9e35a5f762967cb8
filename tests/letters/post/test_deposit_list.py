"""The deposit list on paper: a tagged PDF/A with every line, its words as they are, and room for the stamp."""

from datetime import datetime
from types import SimpleNamespace

import conftest
import pytest

from letters.post import deposit_list, postal_address
from letters.post.deposit_list import Line
from tests.letters.hostile import STRINGS
from tests.letters.pdf_text import Tagged, decoration, paragraphs
from tests.letters.tools import JAVA, run
from tests.letters.typesetting.test_pdfa import JARS
from workflow.moment import BRUSSELS

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=BRUSSELS)  # a Tuesday
SENDER = SimpleNamespace(
    name="OCMW Gent", service="Dienst Proef", street="Proefplein 1", postal_code="9000", city="Gent", phone="09 000"
)


def deposit(way="aangetekend", rp=False):
    clerk = SimpleNamespace(name="Kim Klerk")
    return SimpleNamespace(organisation=SENDER, reference="AL-2026-0007", made_at=NOW, made_by=clerk, way=way, rp=rp)


def line(number, barcode="", address="Amina Proef\nProefstraat 1\n9000 Gent"):
    return Line(f"BR-2026-{number:04d}", postal_address.split(address), barcode)


CODE = "010" + "7" * 27


def words(row, lines, part="2"):
    return paragraphs(deposit_list.write(row, lines, NOW, part).data)


def test_a_registered_list_says_who_hands_over_what():
    said = words(deposit(rp=True), [line(1, CODE), line(2)])
    assert said[:4] == ["OCMW Gent", "Dienst Proef", "Proefplein 1", "9000 Gent"]
    assert "Afgiftelijst AL-2026-0007: aangetekende zendingen met RP" in said
    assert {"Opgemaakt op: 3 maart 2026", "Opgemaakt door: Kim Klerk", "Aantal zendingen: 2", "RP"} <= set(said)
    assert "2 zendingen, waarvan 1 met een barcode, alle met RP." in said
    assert "Ontvangen door het postbedrijf: datum, stempel en handtekening" in said


def test_every_letter_has_its_line_in_order():
    lines = [line(number, f"{CODE[:-4]}{number:04d}") for number in (7, 3, 5)]
    said = words(deposit(), lines)
    order = [said.index(each.reference) for each in lines]
    assert order == sorted(order)
    assert [said[place + 1] for place in order] == [each.barcode for each in lines]
    assert [said[place - 3 : place] for place in order] == [
        [str(number), "Amina Proef", "Proefstraat 1 9000 Gent"] for number in (1, 2, 3)
    ]


def test_a_list_without_rp_does_not_speak_of_it():
    assert not [each for each in words(deposit(), [line(1)]) if "RP" in each and each != "RP"]
    assert words(deposit(), [line(1)]).count("RP") == 1, "the heading of the column"


def test_an_ordinary_list_has_no_barcodes():
    said = words(deposit("gewoon"), [line(1)])
    assert "Afgiftelijst AL-2026-0007: gewone zendingen" in said
    assert "1 zending." in said
    assert "Barcode" not in said and "RP" not in said


def test_the_country_is_said_when_it_is_another():
    said = words(deposit(), [line(1, address="A\nRue 5\n59000 Lille\nFrankrijk")])
    assert "Rue 5 59000 Lille Frankrijk" in said


@pytest.mark.parametrize("text", STRINGS.values(), ids=STRINGS)
def test_a_hostile_addressee_stands_on_the_list_as_it_is(text):
    """What the form lets through reaches paper literally; a list has no template in its names."""
    name = " ".join(text.split())[:40]
    address = postal_address.PostalAddress(name, name, "", "9000", "Gent", "België")
    said = words(deposit(), [Line("BR-2026-0001", address, CODE)])
    assert name in said


def test_sixty_lines_run_over_pages_with_their_heading():
    data = deposit_list.write(deposit(), [line(number, CODE) for number in range(60)], NOW).data
    pages = decoration(data)
    assert len(pages) > 3
    assert all("Nr. Geadresseerde Ons kenmerk Barcode RP" in page for page in pages[1:-1])
    assert f"Afgiftelijst AL-2026-0007 · pagina 1 van {len(pages)}" in pages[0]


def test_the_list_is_tagged_with_headings_and_a_table():
    pdf = deposit_list.write(deposit(rp=True), [line(1, CODE)], NOW)
    assert pdf.document.unsupported == set()
    tree = Tagged(pdf.data)
    assert str(tree.pdf.Root.Lang) == "nl-BE"
    assert str(tree.pdf.docinfo.Title) == "Afgiftelijst AL-2026-0007: aangetekende zendingen met RP"
    assert {node.attributes.get("/Scope") for node in tree.blocks("TH")} == {"/Column"}
    assert len(tree.blocks("TH")) == 5
    assert "/AcroForm" not in tree.pdf.Root, "a list is stamped, not signed"


@pytest.mark.parametrize("row", [deposit(rp=True), deposit("gewoon")], ids=["registered", "ordinary"])
def test_the_list_is_archivable(row, tmp_path):
    conftest.require("PREFLIGHT", JAVA and all(jar.exists() for jar in JARS), "Apache PDFBox preflight")
    lines = [line(number, CODE) for number in range(20)]
    (tmp_path / "lijst.pdf").write_bytes(deposit_list.write(row, lines, NOW, part="1").data)
    jars = ":".join(map(str, JARS))
    said = run("java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", "lijst.pdf", at=tmp_path)
    assert "is a valid PDF/A-1b file" in said
