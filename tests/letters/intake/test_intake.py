"""Files from outside: what may stay, and everything that is tried or goes wrong, each with its sentence."""

import io
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters import apart
from letters.intake import pdf as intake_pdf
from letters.intake import pdf_reading as intake_pdf_reading
from letters.intake import recognise as intake
from letters.intake.recognise import receive
from letters.intake.refusal import NotAccepted
from tests.letters import crooked, crooked_pdf, crooked_word
from tests.letters.crooked_pdf import BOMB
from tests.letters.pieces import SOUND, paper, photo

CASES = crooked.CASES | crooked_pdf.CASES | crooked_word.CASES
ALLOWED = crooked.ALLOWED | crooked_pdf.ALLOWED | crooked_word.ALLOWED


def said(content, name="stuk"):
    """What somebody reads who sends this; nothing when it may stay."""
    try:
        receive(io.BytesIO(content), name)
    except NotAccepted as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("kind", SOUND)
@pytest.mark.parametrize("name", ["stuk.pdf", "stuk.exe", "stuk"])
def test_a_sound_file_stays_as_what_it_is_whatever_its_name(kind, name):
    content = SOUND[kind]()
    piece = receive(io.BytesIO(content), name)
    assert (piece.kind, piece.content) == (kind, content)


@pytest.mark.parametrize("name", CASES)
def test_what_may_not_stay_is_refused_with_its_sentence(name):
    content, sentence = CASES[name]
    assert sentence in said(content)


def test_every_refusal_says_what_to_do():
    sentences = [said(content) for content, _sentence in CASES.values()]
    verbs = ("Bewaar", "Kies", "Druk", "Haal", "Pak", "Voeg", "Open", "Maak", "Programma's komen niet")
    assert len(CASES) > 90
    assert [text for text in sentences if not any(verb in text for verb in verbs) or not text.endswith(".")] == []


@pytest.mark.parametrize("name", ALLOWED)
def test_what_does_no_harm_stays(name):
    assert said(ALLOWED[name]) == ""


class Endless(io.RawIOBase):
    """A stream that never ends, and remembers how much was asked of it."""

    given = 0

    def read(self, size=-1):
        assert size > 0, "the whole of it is never asked at once"
        self.given += size
        assert self.given < 2 * intake.MOST_BYTES, "it is read on and on"
        return b"%PDF-1.7\n".ljust(size, b" ")


def test_a_file_without_end_is_stopped_while_it_is_read():
    stream = Endless()
    with pytest.raises(NotAccepted, match="groter dan 25 MB"):
        receive(stream, "groot.pdf")
    assert stream.given < intake.MOST_BYTES + 2**19


def test_the_last_byte_that_fits_fits_and_one_more_does_not():
    content = photo() + bytes(100)
    assert receive(io.BytesIO(content), "foto.jpg", most=len(content)).kind == "jpg"
    with pytest.raises(NotAccepted, match="groter dan 25 MB"):
        receive(io.BytesIO(content), "foto.jpg", most=len(content) - 1)


def test_a_pdf_that_unpacks_without_end_gets_little_memory_and_time():
    assert len(BOMB) < 2 * 2**20
    began = time.monotonic()
    refused, kilobytes = _received_by_a_process_of_its_own(BOMB)
    assert refused
    assert time.monotonic() - began < intake_pdf.LIMITS.processor
    assert kilobytes * 1024 < intake_pdf.LIMITS.memory


def _received_by_a_process_of_its_own(content):
    """Receive a file in a fresh process: its children are those of this file alone; return their most kilobytes."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as elsewhere:
        return elsewhere.submit(_said_and_weighed, content).result()


def _said_and_weighed(content):
    return said(content), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


@pytest.mark.parametrize("said_apart", [None, "iets anders"], ids=["died or did not end", "confused"])
def test_a_reading_that_dies_or_says_something_else_refuses_the_pdf(monkeypatch, said_apart):
    monkeypatch.setattr(apart, "read", lambda *asked: said_apart)
    assert "te ingewikkeld" in said(paper())


PDFS = {
    name: content for name, (content, _said) in CASES.items() if content.startswith(b"%PDF-") and len(content) < 10**5
}


def test_the_reading_finds_the_same_in_this_process(capsys, monkeypatch):
    """What the process of its own does, seen from inside."""
    for name, content in PDFS.items():
        found = intake_pdf_reading.read(content)
        sentence = said(content)
        assert not found or sentence in (intake_pdf.REFUSALS[found], intake_pdf.REFUSALS["behind"], intake.TWO_FACED), (
            name
        )
    assert [name for name, content in ALLOWED.items() if " pdf" in name and intake_pdf_reading.read(content)] == []
    monkeypatch.setattr(intake_pdf_reading.sys, "stdin", io.TextIOWrapper(io.BytesIO(PDFS["a pdf with a script"])))
    intake_pdf_reading.main()
    assert capsys.readouterr().out == "script"


def test_a_reading_without_memory_says_so(monkeypatch):
    def full(*args, **kwargs):
        raise MemoryError

    monkeypatch.setattr(pikepdf, "open", full)
    assert intake_pdf_reading.read(b"") == "bomb"


@pytest.fixture
def read_here(monkeypatch):
    """Read a PDF in this process: a thousand others would take too long."""
    monkeypatch.setattr(intake_pdf, "_read_apart", intake_pdf_reading.read)


FLIPS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 7)), min_size=1, max_size=12)
BOUNDED = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.mark.parametrize("kind", SOUND)
@given(share=st.floats(0, 1), flips=FLIPS, cut=st.booleans())
@BOUNDED
def test_a_file_that_was_damaged_on_its_way_is_kept_or_refused_and_breaks_nothing(read_here, kind, share, flips, cut):
    content = bytearray(SOUND[kind]())
    if cut:
        content = content[: int(len(content) * share)]
    else:
        for place, bit in flips:
            content[place % len(content)] ^= 1 << bit
    sentence = said(bytes(content))
    assert sentence == "" or sentence.endswith(".")
    if cut and len(content) < len(SOUND[kind]()) - 10:
        assert sentence


@given(content=st.binary(max_size=300), first=st.sampled_from([*intake.KINDS, b""]))
@BOUNDED
def test_no_bytes_at_all_break_the_intake(read_here, content, first):
    assert said(first + content).endswith(".")
