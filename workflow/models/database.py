"""The database under the office: one metadata, ids made by the app, instants in UTC, SQLite made safe."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from secrets import randbits
from threading import Lock
from time import time_ns
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Date, DateTime, Dialect, Engine, ForeignKey, MetaData, Text, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column, registry

OLDEST_SQLITE = (3, 51, 3)
"""Older SQLite can corrupt its write-ahead log when a reset meets a checkpoint."""

FAR_AWAY = date(9999, 12, 31)
"""The date that stands for "no term", so that lists sort without empty values."""

writing: ContextVar[bool] = ContextVar("writing", default=False)
"""Whether the next transaction takes the write lock of SQLite at once, before it reads."""


class Instant(TypeDecorator[datetime]):
    """A moment in time, always aware, kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC; a naive time is a programming error."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give an aware time back."""
        return value and (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)


CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all rows: named constraints, text without a length, aware instants."""

    registry = registry(
        metadata=MetaData(naming_convention=CONSTRAINT_NAMES),
        type_annotation_map={str: Text(), date: Date(), datetime: Instant()},
    )


class Filled:
    """A row that takes over what a form brought, field by field."""

    def fill(self, fields: dict[str, Any]) -> None:
        """Take over what a form brought; an unknown field is a programming error."""
        for name, value in fields.items():
            if not hasattr(type(self), name):
                raise AttributeError(f"{type(self).__name__} has no field {name}")
            setattr(self, name, value)


db = SQLAlchemy(model_class=Base)


class _Ticks:
    """The nanoseconds of the clock, no two of them the same to an id."""

    APART = 245
    """Nanoseconds: a millisecond is told in 4096 parts."""

    def __init__(self) -> None:
        self.last, self.lock = 0, Lock()

    def next(self) -> int:
        """Return the time now, or just after the time that was given last."""
        with self.lock:
            self.last = max(time_ns(), self.last + self.APART)
            return self.last


_ticks = _Ticks()


def new_id() -> str:
    """Make an id in the order of time (UUID version 7, RFC 9562 § 6.2), as 32 hexadecimal digits.

    What one process makes within the same millisecond is in order too: lists are read in the order of their ids.
    """
    milliseconds, rest = divmod(_ticks.next(), 1_000_000)
    value = milliseconds << 80 | 0x7 << 76 | rest * 4096 // 1_000_000 << 64 | 0b10 << 62 | randbits(62)
    return f"{value:032x}"


def standing_now(column: str) -> MappedColumn[str | None]:
    """Make the column in which a file names the one of its rows that stands now.

    It is checked at commit, for the row and the file that names it are written together. It has an
    index, for SQLite looks the file up whenever such a row is written.
    """
    return mapped_column(ForeignKey(column, deferrable=True, initially="DEFERRED", use_alter=True), index=True)


@contextmanager
def for_writing() -> Iterator[None]:
    """Take the write lock with the first statement: two writers wait for each other instead of failing."""
    token = writing.set(True)
    try:
        yield
    finally:
        writing.reset(token)


def prepare_sqlite(engine: Engine) -> None:
    """Make SQLite durable and strict on every connection; refuse a version that can lose data."""
    version = engine.dialect.dbapi.sqlite_version_info  # type: ignore[union-attr]
    if version < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {version} is too old: {OLDEST_SQLITE} or newer is needed")
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy says when a transaction begins
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "busy_timeout=30000",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing.get() else "BEGIN")
