"""The store's shape: made new, brought up to date with a checked copy before, refused if newer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.store import shape
from ehrenamt_desktop.store.connection import connect, create
from ehrenamt_desktop.store.trouble import guarded

if TYPE_CHECKING:
    from ehrenamt_desktop.store.unit import Unit

MIGRATIONS = Path(__file__).parent / "migrations"


class Finish(NamedTuple):
    """What belongs to a migration beyond the tables: a step with its name, kept with it or not."""

    action: str
    deed: Callable[[Unit], None]


def create_store(path: Path, key: bytes | None) -> None:
    """Make an empty store with all tables.

    Raises:
        StoreUnavailable: the file exists already, or the folder cannot be written.
    """
    with guarded():
        create(path, key)
        try:
            _migrate(path, key)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def bring_up_to_date(
    path: Path, key: bytes | None, copy_before: Callable[[], Path], finish: Finish | None = None
) -> Path | None:
    """Migrate an older store inside one transaction; a current one is left alone.

    Args:
        path: the store.
        key: its raw key.
        copy_before: makes a verified copy and returns its folder; called before anything changes.
        finish: done in the same transaction.

    Returns:
        The folder of the copy, or None if there was nothing to do.

    Raises:
        StoreUnavailable: the store is newer than this program or none of its stores, or the
            environment fails.
    """
    with guarded():
        connection = connect(path, key, readonly=True)
        try:
            outdated = shape.outdated(connection)
        finally:
            connection.close()
        if not outdated:
            return None
        folder = copy_before()
        _migrate(path, key, finish)
        return folder


def _migrate(path: Path, key: bytes | None, finish: Finish | None = None) -> None:
    """Run all outstanding migrations in one transaction, references checked before the commit."""
    from alembic import command
    from alembic.config import Config

    from ehrenamt_desktop.store import lines, search, traces
    from ehrenamt_desktop.store.engine import writing_engine

    engine = writing_engine(path, key)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                search.rebuild(connection)
                lines.rebuild(connection)
                traces.rebuild(connection)
                if finish is not None:
                    _finish(connection, finish)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    raise StoreUnavailable(
                        "Der Bestand konnte nicht auf die neue Fassung gebracht werden und ist "
                        "unverändert. Bitte prüfen Sie ihn mit „check“."
                    )
                connection.exec_driver_sql(f"PRAGMA user_version={shape.CURRENT}")
    finally:
        engine.dispose()


def _finish(connection: Any, finish: Finish) -> None:
    """A step of its own in the journal, inside the transaction that is open."""
    from ehrenamt_desktop.store.unit import Unit

    unit = Unit(connection, finish.action, None)
    try:
        finish.deed(unit)
        unit.finish()
    finally:
        unit.close()
