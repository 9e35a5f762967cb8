"""Templates that attack: how each is made, and the words with which the doctor refuses it.

%s is a file that code, if it ever ran, would make.
"""

import zipfile

from tests.letters.doctored import (
    BODY,
    RELATIONS,
    TYPES,
    added,
    field,
    members,
    packed,
    para,
    patched_directory,
    raw_zip,
    related,
    replaced,
    twice,
    with_part,
)

SYSTEM = "cycler.__init__.__globals__.os.system('touch %s')"
IN_BRACES = "{{ " + SYSTEM + " }}"
DTD = '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

TAGS = {
    "system": "{{ %(system)s }}",
    "popen": "{{ lipsum.__globals__['os'].popen('touch %s').read() }}",
    "class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "class_of_a_fact": "{{ client.__class__ }}",
    "item": "{{ client['__class__'] }}",
    "filter_attr": "{{ client|attr('__class__') }}",
    "filter_map": "{{ geadresseerde|map(attribute='__class__')|list }}",
    "format": "{{ '{0.__class__}'.format(client) }}",
    "method": "{{ client.update({'naam': 'x'}) }}",
    "self": "{{ self.__init__ }}",
    "config": "{{ config }}",
    "range": "{% for i in range(100000000) %}x{% endfor %}",
    "multiplication": "{{ 'x' * 100000000 }}",
    "power": "{{ 9 ** 99999999 }}",
    "addition": "{{ datum + datum }}",
    "concatenation": "{{ datum ~ datum }}",
    "set": "{% set x = datum %}",
    "set_block": "{% set x %}x{% endset %}",
    "with": "{% with x = 1 %}{% endwith %}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}",
    "call": "{% call datum() %}{% endcall %}",
    "block": "{% block b %}{% endblock %}",
    "filter_block": "{% filter upper %}x{% endfilter %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import system %}",
    "extends": "{% extends '/etc/passwd' %}",
    "do": "{% do client.clear() %}",
    "raw": "{% raw %}{{ x }}{% endraw %}",
    "recursive": "{% for a in feiten recursive %}{{ loop(feiten) }}{% endfor %}",
    "filtered_loop": "{% for a in feiten if a.wat %}x{% endfor %}",
    "nested_loops": "{% for a in feiten %}" * 3 + "x" + "{% endfor %}" * 3,
    "loop_over_text": "{% for a in 'xxxx' %}x{% endfor %}",
    "slice": "{{ datum[1:2] }}",
    "test": "{{ client is mapping }}",
    "dict": "{{ {'a': 1} }}",
}
"""Words that stand in a paragraph of the letter."""

ELSEWHERE = {
    "code_in_header": (lambda: para(IN_BRACES, "word/header1.xml"), "een verborgen kenmerk"),
    "code_in_footer": (lambda: para(IN_BRACES, "word/footer1.xml"), "een verborgen kenmerk"),
    "code_in_attribute": (
        lambda: added('<w:p><w:pPr><w:pStyle w:val="{{ \'\'.__class__ }}"/></w:pPr></w:p>'), "een verborgen kenmerk"),
    "code_in_xml_comment": (lambda: added("<!-- {{ ''.__class__ }} -->"), "een verborgen kenmerk"),
    "code_in_cdata": (
        lambda: added("<w:p><w:r><w:t><![CDATA[{{ ''.__class__ }}]]></w:t></w:r></w:p>"), "een verborgen kenmerk"),
    "code_spread_over_runs": (
        lambda: added("<w:p><w:r><w:t>{{ ''.__cl</w:t></w:r><w:r><w:t>ass__ }}</w:t></w:r></w:p>"),
        "een verborgen kenmerk"),
    "code_in_core_properties": (
        lambda: replaced(("Briefhoofd", IN_BRACES), part="docProps/core.xml"), "daar wordt niets ingevuld"),
    "code_in_comments": (lambda: with_part("word/comments.xml", _part("comments", "{{ x }}")), "daar wordt niets"),
    "code_in_footnotes": (
        lambda: with_part("word/footnotes.xml", _part("footnotes", "{{ ''.__class__ }}")), "een verborgen kenmerk"),
    "code_in_styles": (lambda: replaced(("Koptekst", "{{ x }}"), part="word/styles.xml"), "daar wordt niets ingevuld"),
    "end_of_tag_in_a_string": (lambda: para("{{ '}}' }}{{ ''['__class__'] }}"), "niet te lezen"),
    "external_entity": (lambda: _with_dtd(DTD), "DTD of entiteit"),
    "entity_expansion": (lambda: _with_dtd(LAUGHS), "DTD of entiteit"),
    "dtd_in_relations": (
        lambda: replaced(("<Relationships", DTD + "<Relationships"), part="_rels/.rels"), "DTD of entiteit"),
    "dtd_in_utf_16": (lambda: with_part("word/extra.xml", (DTD + "<x/>").encode("utf-16")), "geen leesbare XML"),
    "utf_7": (lambda: with_part("word/extra.xml", b"<?xml version='1.0' encoding='utf-7'?><x/>"), "geen leesbare XML"),
    "stylesheet": (lambda: with_part("word/extra.xml", b'<?xml-stylesheet href="x"?><x/>'), "verwerkingsopdracht"),
    "deep_xml": (lambda: with_part("word/extra.xml", b"<x>" * 9000 + b"</x>" * 9000), "geen leesbare XML"),
    "macro_project": (lambda: with_part("word/vbaProject.bin", b"x"), "macro's"),
    "macro_type": (lambda: replaced((MAIN, MACRO), part=TYPES), "macro's"),
    "word_template": (lambda: replaced(("document.main+xml", "template.main+xml"), part=TYPES), "Word-sjabloon"),
    "other_type": (lambda: replaced((MAIN, "text/html"), part=TYPES), "zegt niet van zichzelf"),
    "active_x": (lambda: with_part("word/activeX/activeX1.xml", b"<x/>"), "ingesloten object"),
    "ole_object": (lambda: with_part("word/embeddings/oleObject1.bin", b"x"), "ingesloten object"),
    "program": (lambda: with_part("word/media/image1.exe", b"MZ"), "hoort niet in een brief"),
    "hyperlink": (lambda: related("hyperlink", "https://voorbeeld.example"), "een koppeling (hyperlink) naar buiten"),
    "tracking_picture": (lambda: related("image", "https://voorbeeld.example/x.png"), "een afbeelding van elders"),
    "attached_template": (lambda: related("attachedTemplate", "file:///x.dotm"), "een gekoppeld sjabloon"),
    "remote_object": (lambda: related("oleObject", "http://voorbeeld.example/x"), "een gekoppeld object"),
    "share": (lambda: related("image", r"\\voorbeeld.example\x.png", outside=False), "een afbeelding van elders"),
    "hidden_address": (lambda: related("image", "http://voorbeeld.example/x", outside=False), "naar buiten"),
    "inserted_file": (lambda: related("aFChunk", "media/x.html", outside=False), "een ingevoegd bestand"),
    "relation_out_of_the_package": (lambda: related("image", "../../etc/passwd", outside=False), "dat zit niet in"),
    "dde": (lambda: field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"), "het Word-veld DDEAUTO"),
    "dde_in_pieces": (lambda: field("DDE x y", split=2), "het Word-veld DDE"),
    "include_text": (lambda: field('INCLUDETEXT "file:///etc/passwd"'), "het Word-veld INCLUDETEXT"),
    "simple_field": (lambda: added('<w:p><w:fldSimple w:instr="INCLUDEPICTURE x"/></w:p>'), "Word-veld INCLUDEPICTURE"),
    "field_without_begin": (
        lambda: added("<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>"), "het Word-veld DDE"),
}  # fmt: skip
"""Attacks on other places than the words of the letter."""


def _part(root, words):
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:{root} {ns}><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{root}>".encode()


def _with_dtd(dtd):
    return replaced(("<w:document", dtd + "<w:document"))


def _bomb(size):
    return with_part("word/media/x.xml", b"<x>" + b" " * size + b"</x>")


def _named(name):
    return packed(members() | {name: b"<x/>"})


def _symlink(info):
    if info.filename == RELATIONS:
        info.create_system, info.external_attr = 3, 0o120777 << 16


def _lzma(info):
    info.compress_type = zipfile.ZIP_LZMA


PLAIN = packed(members())
PACKAGES = {
    "empty": (lambda: b"", "geen Word-bestand"),
    "text": (lambda: b"Geachte mevrouw,", "geen Word-bestand"),
    "pdf": (lambda: b"%PDF-1.7 x", "Dit is een PDF"),
    "pdf_and_zip": (lambda: b"%PDF-1.7\n" + PLAIN, "Dit is een PDF"),
    "old_word_or_password": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "wachtwoord"),
    "rtf": (lambda: b"{\\rtf1 x}", "RTF-bestand"),
    "program_and_zip": (lambda: b"MZ\x90" + PLAIN, "verborgen gegevens"),
    "something_behind": (lambda: PLAIN + b"<script>", "verborgen gegevens"),
    "something_before_the_end": (lambda: PLAIN[:-22] + b"<script>" + PLAIN[-22:], "verborgen gegevens"),
    "comment": (lambda: PLAIN[:-2] + b"\x03\x00abc", "verborgen gegevens"),
    "truncated": (lambda: PLAIN[: len(PLAIN) // 2], "afgebroken of beschadigd"),
    "zip_without_a_letter": (lambda: packed({"a.xml": b"<x/>"}), "ontbreekt '[Content_Types].xml'"),
    "zip_without_anything": (lambda: packed({}), "geen Word-bestand"),
    "bomb": (lambda: _bomb(12 * 2**20), "een zipbom"),
    "many_small_bombs": (lambda: packed(members() | {f"w{i}.xml": b"ab" * 450_000 for i in range(60)}), "MB groot"),
    "declared_too_small": (lambda: patched_directory(24, "<L", 10), "niet wat het bestand zegt"),
    "declared_huge": (lambda: patched_directory(24, "<L", 2**31), "een zipbom"),
    "thousand_members": (lambda: packed(members() | {f"w{i}.xml": b"<x/>" for i in range(1000)}), "onderdelen"),
    "zip_in_a_zip": (lambda: with_part("word/media/x.png", PLAIN), "een ander bestand verpakt"),
    "gzip_in_a_zip": (lambda: with_part("word/media/x.png", b"\x1f\x8bx"), "een ander bestand verpakt"),
    "encrypted": (lambda: patched_directory(8, "<H", 1), "versleuteld"),
    "up": (lambda: _named("../../tmp/x.xml"), "buiten het bestand wijst"),
    "absolute": (lambda: _named("/etc/x.xml"), "buiten het bestand wijst"),
    "backslash": (lambda: _named("word\\..\\x.xml"), "buiten het bestand wijst"),
    "drive": (lambda: _named("C:x.xml"), "buiten het bestand wijst"),
    "not_ascii": (lambda: _named("word/dócument.xml"), "buiten het bestand wijst"),
    "symlink": (lambda: raw_zip(_symlink), "symlink"),
    "unknown_compression": (lambda: raw_zip(_lzma), "die Word niet kent"),
    "twice": (lambda: twice(BODY), "meer dan één keer"),
    "twice_in_capitals": (lambda: _named("word/Document.xml"), "meer dan één keer"),
    "wrong_checksum": (lambda: patched_directory(16, "<L", 1), "niet wat het bestand zegt"),
    "overlapping_members": (lambda: patched_directory(42, "<L", 100), "verborgen gegevens"),
}  # fmt: skip
"""Attacks on the file itself."""
