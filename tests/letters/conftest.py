"""What the tests of the letters share: words of their own, and demonstration certificates, made once."""

from functools import cache

import pytest
from pyhanko.sign.signers import SimpleSigner

from letters import compose, word
from letters.signatures.certificates import Certificates, certificates
from letters.signatures.levels import Sealing, sealing
from letters.signatures.sign import sign
from tests.letters.authorities import Authority, served, stamper
from tests.letters.samples import SAMPLES, paper
from tests.letters.signed import CHAIR, DIRECTOR, FIRST, LETTER, SECOND, Signed

PASSPHRASE = b"proef"


@pytest.fixture(scope="session")
def seal_folder(tmp_path_factory):
    """A folder with a demonstration authority: making its key takes a while."""
    folder = tmp_path_factory.mktemp("certificates")
    Certificates().open_folder(folder, PASSPHRASE)
    return folder


@pytest.fixture
def seals(seal_folder, monkeypatch):
    """The certificates of the office, in that folder for one test."""
    monkeypatch.setattr(certificates, "folder", seal_folder)
    monkeypatch.setattr(certificates, "passphrase", PASSPHRASE)
    return certificates


@pytest.fixture
def citizens(seals):
    """An authority of others whose root the administrator trusts, for one test."""
    folder = seals.folder / "vertrouwd"
    folder.mkdir(exist_ok=True)
    authority = Authority()
    (folder / "burgers.pem").write_bytes(authority.pem)
    yield authority
    for path in (*folder.iterdir(), *seals.folder.glob("burgers*.crl")):
        path.unlink()


@pytest.fixture(scope="session")
def signed(seal_folder):
    """A decision as it was made, signed by one, and signed by both."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(certificates, "folder", seal_folder)
        patch.setattr(certificates, "passphrase", PASSPHRASE)
        plain = paper(LETTER).pdf.data
        once = sign(plain, 1, CHAIR, FIRST)
        return Signed(plain, once, sign(once, 2, DIRECTOR, SECOND))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with words of its own, and the closing blocks every letter has."""
    (tmp_path / "blokken").mkdir()
    for name in ("gegevensbescherming", "controle"):
        (tmp_path / "blokken" / f"{name}.md").write_text(f"[{name}]")
    monkeypatch.setattr(compose, "WORDS", tmp_path)
    return tmp_path


@pytest.fixture
def filled(folder):
    """Return the finished letter of some words and facts: a .docx."""

    def fill(text, marked=False, **facts):
        (folder / "proef.md").write_text(text, encoding="utf-8")
        template = compose.template.__wrapped__("proef")
        return word.render(template, SAMPLES["bevestiging_naleving"].facts | facts, marked)

    return fill


@cache
def _service(file, passphrase):
    return SimpleSigner.load_pkcs12(file, passphrase=passphrase)


@pytest.fixture
def ours(seals):
    """The demonstration service that stamps the time."""
    return _service(str(seals.time_stamp_file()), seals.passphrase)


@pytest.fixture
def chooses(monkeypatch):
    """Return a function that lets the office choose a level and a service, for one test."""

    def choose(level, url):
        chosen = Sealing()
        chosen.choose(level, url)
        monkeypatch.setattr(sealing, "level", chosen.level)
        monkeypatch.setattr(sealing, "timestamp_url", chosen.timestamp_url)

    return choose


@pytest.fixture(scope="session")
def signed_before():
    """The letters that were signed by two, by level."""
    return {}


@pytest.fixture
def at_level(chooses, ours, signed, signed_before):
    """Return a function that gives a letter signed by two at a level: it is signed there once."""

    def make(level):
        if level not in signed_before:
            with served(stamper(ours)) as url:
                chooses(level, url)
                once = sign(signed.plain, 1, CHAIR, FIRST)
                signed_before[level] = once, sign(once, 2, DIRECTOR, SECOND)
        return signed_before[level]

    return make
