"""Authorities of others: they issue certificates to people, revoke them, and stamp the time. All are invented."""

import io
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from asn1crypto import core, keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.letters.signed import FIRST

LONG_AGO, FAR_AWAY = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)  # a Wednesday, a Sunday
QC_STATEMENTS = ObjectIdentifier("1.3.6.1.5.5.7.1.3")
QC_COMPLIANCE, QC_SSCD = "0.4.0.1862.1.1", "0.4.0.1862.1.4"


@cache
def key(name):
    """Make a key, once for every name: that takes a while."""
    return rsa.generate_private_key(65537, 2048)


def _name(common):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _statements(oids):
    """Write the statements that make a certificate a qualified one (ETSI EN 319 412-5)."""

    class Statement(core.Sequence):
        _fields = [("id", core.ObjectIdentifier)]

    class Statements(core.SequenceOf):
        _child_spec = Statement

    return Statements([{"id": oid} for oid in oids]).dump()


class Authority:
    """Somebody who issues certificates."""

    def __init__(self, name="Burgers CA (proef)"):
        self.name, self.key = name, key(name)
        self.certificate = self._built(name, self.key, LONG_AGO, FAR_AWAY, True).sign(self.key, hashes.SHA256())

    @property
    def pem(self):
        return self.certificate.public_bytes(Encoding.PEM)

    def _built(self, name, held, since, until, ca=False):
        return (
            x509.CertificateBuilder()
            .subject_name(_name(name)).issuer_name(_name(self.name)).public_key(held.public_key())
            .serial_number(sum(name.encode()) + 1).not_valid_before(since).not_valid_after(until)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(not ca, not ca, False, False, False, ca, ca, False, False), critical=True)
        )  # fmt: skip

    def issue(self, name="Greet Waterhoen (proef)", since=LONG_AGO, until=FAR_AWAY, qualified=(), stamps=False):
        """Give somebody a certificate; return who can sign with it."""
        held = key(name)
        built = self._built(name, held, since, until)
        if qualified:
            built = built.add_extension(x509.UnrecognizedExtension(QC_STATEMENTS, _statements(qualified)), False)
        if stamps:
            built = built.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        return signer(held, built.sign(self.key, hashes.SHA256()), self.certificate)

    def revoked(self, *names, at=LONG_AGO + timedelta(days=1), since=LONG_AGO):
        """Write the list of whom it took the certificate back from."""
        built = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(_name(self.name)).last_update(since).next_update(FAR_AWAY)
        )  # fmt: skip
        for name in names:
            entry = x509.RevokedCertificateBuilder().serial_number(sum(name.encode()) + 1).revocation_date(at).build()
            built = built.add_revoked_certificate(entry)
        return built.sign(self.key, hashes.SHA256())


def signer(held, certificate, issuer):
    """Return who signs with a key and a certificate, as pyHanko knows him."""
    certificates = [asn1.Certificate.load(each.public_bytes(Encoding.DER)) for each in (certificate, issuer)]
    plain = held.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    registry = SimpleCertificateStore.from_certs([certificates[1]])
    return SimpleSigner(certificates[0], keys.PrivateKeyInfo.load(plain), registry)


def stamper(who, at=FIRST):
    """Return a service that stamps one instant."""
    return DummyTimeStamper(who.signing_cert, who.signing_key, who.cert_registry, fixed_dt=at)


def outside(pdf, who, field="Handtekening1", at=FIRST, stamped=None, box=None, locks=False, checked=True):
    """Sign a PDF as a program of somebody else does: in a box of the letter, or in one of its own at `box`.

    One that is not `checked` signs a letter that was closed.
    """
    made = None if box is None else SigFieldSpec(field, box=box, on_page=0)
    metadata = PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256",
        certify=locks, docmdp_permissions=MDPPerm.NO_CHANGES,
    )  # fmt: skip

    class Dated(PdfSigner):
        def init_signing_session(self, *args, **kwargs):
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = at
            return session

        def _enforce_certification_constraints(self, reader):
            if checked:
                super()._enforce_certification_constraints(reader)

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return Dated(metadata, who, timestamper=stamped, new_field_spec=made).sign_pdf(writer).getvalue()


@contextmanager
def served(stamps, status=200, answer=None):
    """Let a time stamping service answer on loopback; `answer` changes what it says."""

    class Counter(BaseHTTPRequestHandler):
        wbufsize = -1  # heading and answer leave together, nobody waits for the second half

        def do_POST(self):
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            said = stamps.request_tsa_response(asked).dump() if answer is None else answer
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *args):
            """Keep silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Counter)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
