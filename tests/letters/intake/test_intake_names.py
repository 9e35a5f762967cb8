"""The names people give their files: shown, and given to a download, never trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.intake.names import LONGEST, cleaned_name, download_name, title_of


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("attest.pdf", "pdf", "attest.pdf"),
        ("Attest van de arts (2).PDF", "pdf", "Attest van de arts (2).PDF"),
        ("", "pdf", "stuk.pdf"),
        ("   ", "png", "stuk.png"),
        (".pdf", "pdf", "pdf.pdf"),
        ("..", "pdf", "stuk.pdf"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("C:\\Users\\mw\\Bureaublad\\scan.jpg", "jpg", "scan.jpg"),
        ("/", "docx", "stuk.docx"),
        ("factuur\u202efdp.exe", "pdf", "factuurfdp.exe"),
        ("a\x00b\x1f\x7fc.png", "png", "abc.png"),
        ("regel\r\nSet-Cookie: x=1.pdf", "pdf", "regel Set-Cookie_ x=1.pdf"),
        ('a"b<c>|?*:.pdf', "pdf", "a_b_c_____.pdf"),
        ("CON.pdf", "pdf", "_CON.pdf"),
        ("com1.tar.pdf", "pdf", "_com1.tar.pdf"),
        ("\ud800half.pdf", "pdf", "half.pdf"),
        ("attest.", "pdf", "attest.pdf"),
        ("e\u0301\u0301.pdf", "pdf", "\u00e9\u0301.pdf"),
        ("شهادة.pdf", "pdf", "شهادة.pdf"),
    ],
)
def test_a_name_is_shown_without_what_deceives(name, kind, shown):
    assert cleaned_name(name, kind) == shown


@pytest.mark.parametrize(
    ("name", "kind", "given"),
    [
        ("attest.pdf", "pdf", "attest.pdf"),
        ("Scan.JPEG", "jpg", "Scan.jpg"),
        ("factuur.pdf.exe", "pdf", "factuur.pdf"),
        ("foto.png", "jpg", "foto.jpg"),
        ("verslag v1.2 eind", "docx", "verslag v1.2 eind.docx"),
        ("stuk", "png", "stuk.png"),
    ],
)
def test_a_download_ends_as_what_it_is(name, kind, given):
    assert download_name(name, kind) == given


def test_a_title_is_the_name_without_its_ending():
    assert title_of("Attest van de arts.pdf") == "Attest van de arts"


@given(st.text(max_size=400), st.sampled_from(["pdf", "docx", "jpg", "png"]))
def test_no_name_is_a_path_or_too_long(name, kind):
    for shown in (cleaned_name(name, kind), download_name(cleaned_name(name, kind), kind)):
        assert shown.isprintable() and shown.strip(". ") == shown
        assert not set('/\\<>:"|?*') & set(shown)
        assert 0 < len(shown.encode()) <= LONGEST + 6
