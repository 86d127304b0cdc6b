"""The open store: reads from several threads, broken off by closing."""

from __future__ import annotations

import threading

import pytest

from ehrenamt_desktop.errors import EhrenamtError, StoreUnavailable


def test_closing_breaks_off_running_reads(office):
    slow = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000000) "
        "SELECT count(*) FROM n"
    )
    begun, ended = threading.Event(), []

    def read() -> None:
        try:
            with office.store.read() as connection:
                begun.set()
                connection.execute(slow).fetchone()
        except EhrenamtError as error:
            ended.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert begun.wait(5)
    office.close()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()
    assert len(ended) == 3


def test_a_closed_store_is_not_opened_again_by_a_read(office):
    office.close()
    with pytest.raises(StoreUnavailable, match="geschlossen"):
        office.lists.people.total()
