"""What PDF/A asks beside the pages: the colour profile, and the word of a validator."""

import io
import struct
import subprocess
from pathlib import Path

import conftest
import pytest
from PIL import ImageCms

from letters.making import write
from letters.samples.facts import merged
from letters.signatures.certificates import certificates
from letters.signatures.sign import Signatory, sign
from letters.typesetting.color_profile import srgb_profile
from letters.typesetting.pdf import to_pdf
from tests.letters import samples
from tests.letters.docx_parts import docx, p, picture
from tests.letters.hostile import NASTY
from tests.letters.samples import SAMPLES
from tests.letters.tools import JAVA
from tests.letters.typesetting.test_pictures import made

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


SIGNATORY = Signatory("Bram Korenveld", "voorzitter", "ocmw_gent", "OCMW Gent", "Gent")


@pytest.fixture(scope="session")
def judged(tmp_path_factory, seal_folder):
    """What the validator says of every letter, as it was made and when all have signed it."""
    conftest.require("PREFLIGHT", JAVA and all(jar.exists() for jar in JARS), "Apache PDFBox preflight")
    folder = tmp_path_factory.mktemp("archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(certificates, "folder", seal_folder)
        patch.setattr(certificates, "passphrase", b"proef")
        for name in SAMPLES:
            pdf = older(name)
            (folder / f"{name}.pdf").write_bytes(pdf.data)
            (folder / f"{name}.signed.pdf").write_bytes(signed_by_all(pdf))
    for name, word in (("scripts", scripts()), ("pictures", pictures())):
        (folder / f"{name}.pdf").write_bytes(to_pdf(word, "OCMW Gent", samples.NOW, part="1").data)
    (folder / "wrong.pdf").write_bytes(to_pdf(pictures(), "OCMW Gent", samples.NOW, part="2").data)
    java = ["java", "-cp", ":".join(map(str, JARS)), "org.apache.pdfbox.preflight.Validator_A1b"]
    return subprocess.run([*java, "batch", "."], cwd=folder, capture_output=True, text=True, timeout=300).stdout


def scripts():
    """A decision with something of everything in its facts."""
    sample = SAMPLES["beslissing_schorsing_uitgesteld"]
    facts = merged(sample.facts, {"grond": {"feiten": NASTY + " ሰላም 𝕏 e\u0301 لا می‌خواهم 中"}})
    return write(sample.letter, sample.text, facts, samples.WHEN).docx


def pictures():
    """A letter with every kind of picture."""
    kinds = {
        "rId91.png": made("1"),
        "rId92.png": made("RGBA"),
        "rId93.png": made("P"),
        "rId94.jpg": made(kind="JPEG", mode="RGB"),
    }
    return docx("".join(p(picture(name.partition(".")[0], "Beeld")) for name in kinds), media=kinds)


def older(name):
    return to_pdf(samples.paper(name).docx, "OCMW Gent", samples.NOW, part="1")


def signed_by_all(pdf):
    data = pdf.data
    for place in range(1, pdf.signatures + 1):
        data = sign(data, place, SIGNATORY, samples.NOW)
    return data


class TestPreflight:
    """Apache PDFBox knows the older part of the standard, so that is what it is given."""

    @pytest.mark.parametrize("name", SAMPLES)
    def test_every_letter_is_archivable_before_and_after_signing(self, judged, name):
        for file in (f"{name}.pdf", f"{name}.signed.pdf"):
            assert f"The file {file} is a valid PDF/A-1b file" in judged

    @pytest.mark.parametrize("name", ["scripts", "pictures"])
    def test_so_are_other_scripts_tables_lists_and_pictures(self, judged, name):
        assert f"The file {name}.pdf is a valid PDF/A-1b file" in judged

    def test_the_validator_finds_what_is_wrong(self, judged):
        assert "The file wrong.pdf is not a valid PDF/A-1b file" in judged
