"""A translation sheet behind a template of an administrator: in its own styles, with ours where it lacks one."""

import io
import re
import zipfile

from lxml import etree

from letters import compose, word
from letters.samples.register import FIRST
from letters.translations import texts as translations
from letters.translations.styles import NUMBERING, RELATIONS, STYLES, TYPES
from letters.typesetting import reader
from letters.typesetting.wordml import W
from tests.letters import docx_parts, word_text


def sheet(docx):
    """The paragraphs of the sheet: from the one that begins a new page."""
    paragraphs = word_text.opened(docx).paragraphs
    (start,) = [i for i, p in enumerate(paragraphs) if p._p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    return paragraphs[start:]


def without(template, changed, *gone):
    """Make a template with other members, and without some."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in gone:
                content = old.read(name)
                new.writestr(name, changed[name](content.decode()) if name in changed else content)
    return out.getvalue()


class TestTemplatesOfAnAdministrator:
    BARE = (
        f'<w:styles {docx_parts.MAIN}><w:style w:type="paragraph" w:default="1" w:styleId="Standaard">'
        '<w:name w:val="Normal"/></w:style></w:styles>'
    )

    @property
    def bare(self):
        """A template with one style and one paragraph."""
        return docx_parts.docx(docx_parts.p(docx_parts.r("{{ tekst }}")), styles=self.BARE)

    def with_sheet(self, template, key="ar"):
        return word.render(
            translations.with_sheet(template, "aanmaning", key, False), FIRST["aanmaning"].facts | {"tekst": "Dag."}
        )

    def test_styles_and_a_list_it_lacks_are_added(self):
        no_numbering = {
            RELATIONS: lambda text: re.sub(r'<Relationship [^>]*numbering.xml"/>', "", text),
            TYPES: lambda text: re.sub(r'<Override PartName="/word/numbering.xml"[^>]*/>', "", text),
        }
        template = without(self.bare, no_numbering, NUMBERING)
        docx = self.with_sheet(template)
        styles = [p.style.name for p in sheet(docx)]
        assert styles[:4] == ["Klein", "Heading 2", "Normal", "Normal"] and "Heading 3" in styles
        assert {p.label for p in reader.read(docx).blocks if p.style == "Vertaling lijst"} == {"•"}
        package = zipfile.ZipFile(io.BytesIO(docx))
        assert (
            package.read(TYPES).count(b"/word/numbering.xml") == package.read(RELATIONS).count(b'"numbering.xml"') == 1
        )
        assert reader.read(docx).unsupported == set()

    def test_its_own_lists_stay_and_ours_comes_behind_them(self):
        docx = self.with_sheet(self.bare)
        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read(NUMBERING))
        assert [e.tag.removeprefix(W) for e in root] == ["abstractNum", "abstractNum", "num", "num"]
        assert [e.get(W + "numId") for e in root.iter(W + "num")] == ["1", "2"]
        assert {p.label for p in reader.read(docx).blocks if p.style == "Vertaling lijst"} == {"•"}

    def test_its_own_styles_are_used_whatever_their_keys(self):
        renamed = {
            STYLES: lambda text: text.replace('"Kop"', '"Kop2"').replace('"Lijst"', '"Lijstopsomteken"'),
            "word/document.xml": lambda text: text.replace('"Kop"', '"Kop2"').replace('"Lijst"', '"Lijstopsomteken"'),
            NUMBERING: lambda text: text.replace('"Lijst"', '"Lijstopsomteken"'),
        }
        template = without(compose.template("aanmaning"), renamed)
        made = translations.with_sheet(template, "aanmaning", "uk", True)
        docx = word.render(made, FIRST["aanmaning"].facts)
        keys = [p._p.pPr.pStyle.val for p in sheet(docx)[:1]] + [p.style.style_id for p in sheet(docx)]
        assert keys[0] == "Kop2" and "Lijstopsomteken" in keys
        styles = zipfile.ZipFile(io.BytesIO(docx)).read(STYLES)
        assert styles.count(b'"heading 2"') == styles.count(b'"heading 3"') == 1

    def test_a_page_setting_that_was_changed_in_word_is_no_place_for_a_sheet(self):
        change = '<w:sectPrChange w:id="1" w:author="x"><w:sectPr/></w:sectPrChange></w:sectPr></w:body>'
        marked = {"word/document.xml": lambda text: text.replace("</w:sectPr></w:body>", change)}
        docx = self.with_sheet(without(self.bare, marked))
        assert sheet(docx)[-1].text
        body = etree.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml"))[0]
        assert body[-1].tag == f"{W}sectPr" and len(body[-1].findall(f".//{W}p")) == 0
