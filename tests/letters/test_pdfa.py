"""What PDF/A asks beside the pages: the colour profile, and the word of a validator."""

import io
import struct
from pathlib import Path

import conftest
import pytest
from PIL import ImageCms

from letters.color_profile import srgb_profile
from letters.making import write
from letters.pdf import to_pdf
from letters.samples.facts import merged
from letters.sign import Signatory, sign
from tests.letters import samples
from tests.letters.hostile import NASTY
from tests.letters.samples import SAMPLES
from tests.letters.tools import JAVA, run

JARS = [
    Path(f"/usr/share/java/{name}.jar")
    for name in ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
]


class TestProfile:
    def test_it_is_an_icc_profile_of_version_2_for_a_screen_in_rgb(self):
        profile = srgb_profile()
        assert struct.unpack(">I", profile[:4])[0] == len(profile)
        assert profile[8:10] == b"\x02\x10"
        assert (profile[12:16], profile[16:20], profile[20:24]) == (b"mntr", b"RGB ", b"XYZ ")
        assert profile[36:40] == b"acsp"

    def test_every_tag_lies_in_the_file_on_a_fourth_byte(self):
        profile = srgb_profile()
        (count,) = struct.unpack(">I", profile[128:132])
        tags = [struct.unpack(">4sII", profile[132 + 12 * i :][:12]) for i in range(count)]
        assert {name for name, _, _ in tags} >= {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC"}
        assert all(start % 4 == 0 and start + size <= len(profile) for _, start, size in tags)

    def test_a_colour_through_it_is_the_same_colour_in_srgb(self):
        ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
        assert "sRGB" in ImageCms.getProfileName(ours)
        turned = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
        for color in ((0, 0, 0), (255, 255, 255), (2, 32, 100), (230, 245, 252), (82, 96, 103), (255, 0, 0)):
            image = ImageCms.applyTransform(ImageCms.Image.new("RGB", (1, 1), color), turned)
            assert image.getpixel((0, 0)) == pytest.approx(color, abs=2)

    def test_it_is_built_once(self):
        assert srgb_profile() is srgb_profile()


class TestPreflight:
    """Apache PDFBox knows the older part of the standard, so that is what it is given."""

    @pytest.fixture
    def valid(self, tmp_path):
        conftest.require("PREFLIGHT", JAVA and all(jar.exists() for jar in JARS), "Apache PDFBox preflight")

        def check(data):
            (tmp_path / "brief.pdf").write_bytes(data)
            jars = ":".join(map(str, JARS))
            return run("java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", "brief.pdf", at=tmp_path)

        return check

    def older(self, name):
        return to_pdf(samples.paper(name).docx, "OCMW Gent", samples.NOW, part="1").data

    def test_a_letter_with_a_table_lists_and_other_scripts_is_archivable(self, valid):
        sample = SAMPLES["beslissing_schorsing_uitgesteld"]
        facts = merged(sample.facts, {"grond": {"feiten": NASTY + " ሰላም 𝕏 e\u0301"}})
        docx = write(sample.letter, sample.text, facts, samples.WHEN).docx
        assert "is a valid PDF/A-1b file" in valid(to_pdf(docx, "OCMW Gent", samples.NOW, part="1").data)

    def test_it_stays_so_when_it_is_signed_twice(self, valid, seals):
        signatory = Signatory("Bram Korenveld", "voorzitter", "ocmw_gent", "OCMW Gent", "Gent")
        signed = sign(self.older("beslissing_schorsing_leefloon"), 1, signatory, samples.NOW)
        assert "is a valid PDF/A-1b file" in valid(sign(signed, 2, signatory, samples.NOW))
