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


def test_a_suspended_store_opens_again_for_those_who_hold_it(office):
    office.people.save({"last_name": "Gliem", "first_name": "Horst"})
    store = office.store
    with store.read():
        before = store.state()
    generation = store.generation
    store.suspend()
    assert store.closed
    with pytest.raises(StoreUnavailable, match="geschlossen"):
        office.lists.people.total()
    store.resume(None)
    assert not store.closed
    assert store.generation > generation
    with store.read():
        assert store.state() != before
    office.people.save({"last_name": "Beck", "first_name": "Lea"})
    assert office.lists.people.total() == 2


def test_a_store_that_does_not_open_again_stays_suspended(office):
    office.store.suspend()
    away = office.path.rename(office.path.with_name("weg.ehrenamt"))
    with pytest.raises(StoreUnavailable):
        office.store.resume(None)
    assert office.store.closed
    away.rename(office.path)
    office.store.resume(None)
    assert office.lists.people.total() == 0
