"""Window envelopes: what shows of a letter that slides, and whether its address is in it and nothing else."""

import io
import zipfile

import pikepdf
import pytest

from letters import compose, word
from letters.post.envelope import A4, ENVELOPES, Envelope, Zone, fit, fitted
from letters.post.overlay import proof
from letters.samples.facts import merged
from tests.letters import pdf_view
from tests.letters.samples import SAMPLES, paper
from workflow.models.organisation import ENVELOPE

every_envelope = pytest.mark.parametrize("key", ENVELOPES)
POINTS = 72 / 25.4
LETTER = "aanmaning"


def letter(key=None, **facts):
    """The Word file of a warning, with the address where an envelope wants it."""
    sample = SAMPLES[LETTER]
    template = compose.template(sample.text)
    return word.render(fitted(template, key) if key else template, merged(sample.facts, facts))


def envelope(window=(100, 40), from_right=20, from_top=44, size=(229, 114), folds=3):
    return Envelope("proef", "Proef", size, window, from_right, from_top, folds, (110, 45))


def test_the_organisation_begins_with_an_envelope_that_exists():
    assert ENVELOPE in ENVELOPES


@every_envelope
def test_a_folded_letter_goes_into_its_envelope(key):
    assert all(play > 0 for play in ENVELOPES[key].play)


@every_envelope
def test_a_window_leaves_what_the_carrier_asks_for(key):
    """At least 40 mm above, 30 mm under and 15 mm to the right of the window."""
    it = ENVELOPES[key]
    assert it.from_top >= 40 and it.size[1] - it.from_top - it.window[1] >= 30 and it.from_right >= 15


@every_envelope
def test_what_is_not_measured_is_to_be_confirmed(key):
    assert ENVELOPES[key].to_confirm


def test_what_shows_is_the_window_less_the_play_of_the_paper():
    it = envelope()  # plays 19 mm across and 15 mm down; the window begins at 109, 44
    assert it.play == (19, 15)
    assert it.sure == Zone(109, 44, 190, 69)
    assert it.possible == Zone(90, 29, 209, 84)


@pytest.mark.parametrize(
    ("other", "holds", "touches"),
    [
        (Zone(2, 2, 8, 8), True, True),
        (Zone(0, 0, 10, 10), True, True),
        (Zone(-1, 2, 8, 8), False, True),
        (Zone(2, 2, 8, 11), False, True),
        (Zone(10, 2, 12, 8), False, False),
        (Zone(2, 10, 8, 12), False, False),
    ],
)
def test_a_zone_holds_and_touches_another(other, holds, touches):
    zone = Zone(0, 0, 10, 10)
    assert (zone.holds(other), zone.touches(other)) == (holds, touches)


@every_envelope
def test_the_address_of_a_letter_lies_in_the_window_wherever_the_letter_slides(key):
    lines = ["Ada Veldlinde-Zonnewende", "p/a Opvanghuis De Lange Naam", "Voorbeeldstraat 12 bus 0301", "9000 Gent"]
    laid = fit(letter(key, geadresseerde=lines), ENVELOPES[key])
    assert laid.good
    assert not laid.covered and laid.showing == ()


@every_envelope
def test_the_letterhead_of_the_house_fits_every_envelope_by_itself(key):
    assert fit(letter(), ENVELOPES[key]).good


def test_the_place_of_the_address_is_that_of_the_frame():
    place = fit(letter("dl"), ENVELOPES["dl"]).address
    assert (round(place.left), round(place.top)) == ENVELOPES["dl"].address


@pytest.mark.parametrize(
    "window",
    [
        envelope(from_right=90),  # too far to the left
        envelope(from_top=70),  # too low
        envelope(window=(25, 40)),  # too narrow
        envelope(window=(100, 20)),  # too low a window for four lines
    ],
)
def test_an_address_that_can_slide_behind_the_paper_of_the_envelope_is_noticed(window):
    laid = fit(letter(), window)
    assert laid.covered and not laid.good


def test_other_words_that_can_show_are_named():
    laid = fit(letter(), envelope(window=(100, 60), from_top=40))
    assert not laid.covered
    assert "Dossier" in " ".join(laid.showing) and not laid.good
    assert "OCMW Gent" in " ".join(fit(letter(), envelope(window=(200, 40))).showing)


def test_an_address_with_too_many_lines_is_noticed():
    laid = fit(letter("c5_6", geadresseerde=[f"Lijn {number}" for number in range(9)]), ENVELOPES["c5_6"])
    assert laid.covered


def test_a_letter_without_an_address_does_not_fit():
    laid = fit(letter(geadresseerde=[], aangetekend=False), ENVELOPES["c5_6"])
    assert laid.address is None and not laid.good


@every_envelope
def test_only_the_place_of_the_frames_moves_in_a_template(key):
    template = compose.template(LETTER)
    moved = fitted(template, key)
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(io.BytesIO(moved)) as new:
        assert old.namelist() == new.namelist()
        different = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert different in ([], [compose.BODY])
    assert fitted(template, key) is moved, "it is moved once"
    assert fitted(moved, key) == fitted(fitted(moved, key), key)


@every_envelope
def test_the_proof_sheet_is_the_first_page_with_the_window_over_it(key):
    words = ["Het hele adres ligt in het venster.", "Volle lijn: altijd zichtbaar: é ş б"]
    plain = paper(LETTER).pdf.data
    sheet = proof(plain, ENVELOPES[key], "Proefblad", words)
    (text,) = pdf_view.page_texts(sheet)
    first = pdf_view.page_texts(plain)[0]
    assert all(line in text for line in first.splitlines() if line.strip())
    assert all(line in text for line in words)
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Proefblad"
        assert "/Annots" not in pdf.pages[0]


@every_envelope
def test_the_window_is_drawn_where_it_is(key):
    """The lines of the drawing, read back from the page, are those of the zones."""
    sheet, it = proof(paper(LETTER).pdf.data, ENVELOPES[key], "Proefblad", ["Proef"]), ENVELOPES[key]
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        forms = [each for each in pdf.pages[0].Resources.XObject.values() if each.Subtype == "/Form"]
        drawn = [
            [float(side) for side in operands]
            for form in forms
            for operands, operator in pikepdf.parse_content_stream(form)
            if str(operator) == "re"
        ]
    for zone in (it.sure, it.possible):
        size = (zone.right - zone.left, zone.bottom - zone.top)
        box = [zone.left, A4[1] - zone.bottom, *size]
        assert [round(side * POINTS, 1) for side in box] in [[round(side, 1) for side in each] for each in drawn]
