"""What Word can hold and our PDF does not show, by the names people use.

A template with such a thing is refused by name, so that the PDF never shows less than Word.
"""

NAMES = {
    "txbxContent": "tekstvak",
    "wsp": "vorm of tekstvak",
    "wgp": "groep van vormen",
    "wpc": "tekenpapier",
    "pict": "tekening in een oud formaat",
    "object": "ingesloten object",
    "chart": "grafiek",
    "diagram": "SmartArt",
    "anchor": "zwevende afbeelding",
    "drawing": "tekening",
    "AlternateContent": "vorm of tekstvak",
    "undescribed": "afbeelding zonder alternatieve tekst",
    "cropped": "bijgesneden afbeelding",
    "linked": "afbeelding die elders staat",
    "unreadable": "onleesbare afbeelding, of geen png of jpeg",
    "footnoteReference": "voetnoot",
    "endnoteReference": "eindnoot",
    "footnoteRef": "voetnoot",
    "endnoteRef": "eindnoot",
    "annotationRef": "opmerking",
    "commentReference": "opmerking",
    "commentRangeStart": "opmerking",
    "commentRangeEnd": "opmerking",
    "ins": "bijgehouden wijziging",
    "del": "bijgehouden wijziging",
    "delText": "bijgehouden wijziging",
    "moveFrom": "bijgehouden wijziging",
    "moveTo": "bijgehouden wijziging",
    "rPrChange": "bijgehouden wijziging",
    "pPrChange": "bijgehouden wijziging",
    "sdt": "inhoudsbesturingselement",
    "ruby": "uitspraakhulp boven tekst",
    "sym": "symbool uit een symboollettertype",
    "ptab": "uitlijntab",
    "tabstop": "tabstop",
    "oMath": "formule",
    "oMathPara": "formule",
    "altChunk": "ingevoegd document",
    "subDoc": "subdocument",
    "column": "kolomeinde",
    "cols": "tekst in kolommen",
    "sections": "meer dan één sectie",
    "titlePg": "andere kop- of voettekst op de eerste pagina",
    "evenAndOdd": "andere kop- of voettekst op even pagina's",
    "pgBorders": "paginarand",
    "lnNumType": "regelnummering",
    "nested": "geneste tabel",
    "edgeTable": "tabel in kop- of voettekst",
    "bidiVisual": "tabel van rechts naar links",
    "tcBorders": "eigen randen van een cel",
    "vAlign": "verticale uitlijning in een cel",
    "textDirection": "gedraaide tekst",
    "tblpPr": "zwevende tabel",
    "pBdr": "rand om een alinea",
    "dropCap": "initiaal",
    "frame": "kader dat niet op de pagina verankerd is",
    "strike": "doorgehaalde tekst",
    "dstrike": "doorgehaalde tekst",
    "caps": "hoofdletters als opmaak",
    "smallCaps": "kleinkapitalen",
    "vanish": "verborgen tekst",
    "vertAlign": "superscript of subscript",
    "highlight": "gemarkeerde tekst",
    "shd": "tekst met een achtergrondkleur",
    "bdr": "rand om tekst",
    "position": "verhoogde of verlaagde tekst",
    "spacing": "tekst met eigen letterafstand",
    "w": "verbrede of versmalde tekst",
    "emboss": "teksteffect",
    "imprint": "teksteffect",
    "outline": "teksteffect",
    "shadow": "teksteffect",
}
"""The name in Word's file -> what a person calls it."""

PASSED_OVER = frozenset(
    {
        "pPr", "rPr", "tblPr", "tblGrid", "tcPr", "trPr", "sectPr", "proofErr", "permStart", "permEnd",
        "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "tblPrEx", "softHyphen",
        "smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr", "",
    }
)  # fmt: skip
"""What shows nothing of its own; a comment in the file has no name."""


def name(tag: str) -> str:
    """Call a thing of Word by the name people use; one we never met by its name in the file."""
    return NAMES.get(tag, f"onbekend onderdeel ({tag})")


def field(instruction: str) -> str:
    """Call a field by the name Word gives it."""
    return f"veld {(instruction.split() or ['zonder naam'])[0]}"
