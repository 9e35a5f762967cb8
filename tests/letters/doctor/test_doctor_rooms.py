"""The rooms of the doctor, one by one: what a template may do, and what only one of the rooms can see."""

import zipfile
from dataclasses import replace

import pytest

from letters.doctor import package, tags
from letters.doctor.examination import examine, samples_of
from letters.doctor.package import BROKEN, LARGEST
from letters.doctor.shape import names_in, nearest, overlay, shape_of
from letters.doctor.trial import tried
from tests.letters.doctored import TEXT, added, members, packed, para, patched_directory, replaced

ALLOWED = {
    "filter": "{{ client.naam|upper|trim }} {{ geadresseerde|join(', ') }} {{ geadresseerde|first }}",
    "loop": "{% for f in feiten %}{{ loop.index }}. {{ f.wat }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "two_loops": "{% for f in feiten %}{{ f.wat }}{% for r in geadresseerde %}{{ r }}{% endfor %}{% endfor %}",
    "else_of_a_loop": "{% for f in feiten %}x{% else %}y{% endfor %}",
    "choice": "{{ client.naam if equivalent else client.achternaam }}",
    "comparison": "{% if maximum >= 1 and steun in ('leefloon', 'x') or not equivalent %}x{% else %}y{% endif %}",
    "element": "{{ ondertekening[0][1].functie }}{{ client['naam'] }}",
    "comment": "x{# een opmerking voor wie het sjabloon leest #}",
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_a_letter_needs_is_allowed(name):
    assert examine(para(ALLOWED[name]), TEXT).refusals == []


@pytest.mark.parametrize("source", ["{% for a in b %}" * 3 + "{% endfor %}" * 3, "{% include 'x' %}", "{% if %}"])
def test_a_whole_part_is_read_once_more_as_it_will_run(source):
    assert not tags.guard(source)
    assert tags.guard("{% for a in b %}{{ a.c }}{% endfor %}")


def test_what_only_the_whole_part_shows_is_refused_too(monkeypatch):
    monkeypatch.setattr(tags.Reading, "read", lambda self, source: iter(()))
    (reason, *_) = examine(para("{{ ''.__class__ }}"), TEXT).refusals
    assert str(reason) == "In de brief staat een opdracht die niet in een sjabloon mag."


def test_a_field_that_begins_in_an_attribute_is_in_pieces():
    template = added('<w:p w:rsidR="{{ ken"><w:r><w:t>merk }}</w:t></w:r></w:p>')
    assert any("in stukken geknipt: '{{ ken" in str(reason) for reason in examine(template, TEXT).refusals)


def test_the_picture_that_becomes_the_check_code_has_to_stay():
    reasons = examine(replaced(('name="Controlecode"', 'name="Versiering"')), TEXT).refusals
    assert "De QR-code is weg: laat de afbeelding 'Controlecode' staan." in map(str, reasons)


def test_a_field_that_one_sample_lacks_is_named_with_the_sample():
    sample = samples_of(TEXT)[0]
    facts = {name: value for name, value in sample.facts.items() if name != "maximum"}
    (problem,) = tried(members(), [replace(sample, facts=facts)]).problems
    expected = "Het voorbeeld 'aanmaning' kan niet gemaakt worden: dit voorbeeld kent het volgende veld niet: maximum"
    assert str(problem.sentence) == expected


class TestPackage:
    @pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    def test_the_parts_of_a_good_file_come_out_as_they_went_in(self, compression):
        assert package.unpack(packed(members(), compression)) == (members(), [])

    def test_a_file_that_is_too_big_is_not_opened(self):
        assert "groter dan 5 MB" in str(package.unpack(bytes(LARGEST + 1))[1][0].sentence)

    def test_a_broken_directory_is_said(self):
        assert [str(each.sentence) for each in package.unpack(patched_directory(0, "<L", 0))[1]] == [BROKEN]

    def test_a_part_that_cannot_be_unpacked_is_said(self):
        docx = bytearray(packed({"a.xml": b"abc" * 500}))
        docx[35:45] = b"\xff" * 10
        assert "'a.xml' is niet wat het bestand zegt" in str(package.unpack(bytes(docx))[1][0].sentence)


class TestShape:
    def test_what_any_sample_knows_is_known(self):
        shapes = [shape_of({"a": "x", "b": [{"c": 1}]}), shape_of({"a": {"d": 2}, "b": [], "e": [{"f": 1}, {"g": 2}]})]
        assert overlay(shapes) == {"a": {"d": None}, "b": [{"c": None}], "e": [{"f": None, "g": None}]}

    def test_a_field_is_named_as_it_is_written(self):
        assert names_in({"a": {"b": None}, "c": [None]}) == ["a", "a.b", "c"]

    @pytest.mark.parametrize(("written", "near"), [("Kenmerk", "kenmerk"), ("zzz", ""), ("client.nam", "client.naam")])
    def test_the_nearest_field_is_proposed(self, written, near):
        assert nearest(written, ["kenmerk", "client.naam"]) == near
