"""Passwords: argon2id, a limited number at once, and a lock after wrong guesses."""

from datetime import datetime, timedelta
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from workflow.models import Person

_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
"""19 MiB and two passes: what OWASP asks at least, so that signing stays quick on a small machine."""

_AT_ONCE = BoundedSemaphore(4)
_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$0J9E9Y7NfZ9Yp4h1J3o2jzq3nq1dM3rWb8oXxg1hQ2E"

MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=5)


def hash_password(password: str) -> str:
    """Hash a password for keeping."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def _matches(kept: str, password: str) -> bool:
    try:
        with _AT_ONCE:
            return _HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


def check(person: Person | None, password: str, now: datetime) -> bool:
    """Say whether the password is right; takes as long for an unknown name, and counts wrong guesses."""
    right = _matches(person.password_hash if person else _NOBODY, password)
    if person is None or not person.active or (person.locked_until and now < person.locked_until):
        return False
    if right:
        person.failures, person.locked_until = 0, None
    else:
        person.failures += 1
        if person.failures >= MOST_FAILURES:
            person.failures, person.locked_until = 0, now + LOCKED_FOR
    return right
