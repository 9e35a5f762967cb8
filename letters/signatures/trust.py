"""Whom the office trusts, and as of which moment: what every check of a certificate starts from.

Nothing is fetched: the roots and the lists of revoked certificates lie in the folder of the
certificates, or in the letter itself.
"""

import logging
from datetime import datetime
from typing import Any

from asn1crypto import crl, x509
from pyhanko_certvalidator import ValidationContext

from letters.signatures.certificates import certificates

logging.getLogger("pyhanko").addHandler(logging.NullHandler())  # a stranger's PDF is judged on the page, not in the log


def all_roots() -> list[x509.Certificate]:
    """Return every root a seal of ours may lead to."""
    return [x509.Certificate.load(root) for root in certificates.roots()]


def outside_roots() -> list[x509.Certificate]:
    """Return the roots a signature set elsewhere may lead to: those an administrator trusts, no demonstration."""
    return [x509.Certificate.load(root) for root in certificates.roots_outside()]


def terms(roots: list[x509.Certificate], moment: datetime) -> dict[str, Any]:
    """Say what is trusted as of a moment; a list of revoked certificates that came later counts too."""
    return {
        "trust_roots": roots,
        "crls": _newest_lists(),
        "moment": moment,
        "allow_fetching": False,
        "retroactive_revinfo": True,
    }


def _newest_lists() -> list[crl.CertificateList]:
    """Return the newest list of revoked certificates of every issuer: it replaces the older ones."""
    lists = [crl.CertificateList.load(each) for each in certificates.revocation_lists()]
    in_order = sorted(lists, key=lambda each: each["tbs_cert_list"]["this_update"].native)
    return list({each.issuer.dump(): each for each in in_order}.values())


def revoked(path: Any, moment: datetime) -> bool:
    """Say whether a list in the folder took back a certificate on a path, at that moment or before.

    pyHanko looks in such a list only for certificates that say where their list can be fetched.
    """
    lost = {
        (each.issuer.dump(), entry["user_certificate"].native)
        for each in _newest_lists()
        for entry in each["tbs_cert_list"]["revoked_certificates"] or ()
        if entry["revocation_date"].native <= moment
    }
    return any((each.issuer.dump(), each.serial_number) in lost for each in path)


def context(roots: list[x509.Certificate], moment: datetime, **more: Any) -> ValidationContext:
    """Return what a certificate is checked against as of a moment."""
    return ValidationContext(**terms(roots, moment) | more)
