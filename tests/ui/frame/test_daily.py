"""What is done once a day: at the start and when a new day begins, not twice."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.errors import StoreUnavailable
from ehrenamt_desktop.model.ageing import AgedOut
from ehrenamt_desktop.ui.frame.daily import Daily


def of(run, desk, tasks, notices, read_only=False):
    office = SimpleNamespace(
        read_only=read_only,
        ageing=SimpleNamespace(run=run),
        erasures=SimpleNamespace(replay=lambda: 0),
        library=SimpleNamespace(tidy=lambda: 0),
    )
    return Daily(SimpleNamespace(office=office, tasks=tasks, notices=notices), desk)


def test_it_runs_at_the_start_and_on_each_new_day(desk, tasks, notices, frozen):
    runs = []

    def run():
        runs.append(clock.today())
        return AgedOut(helped=1)

    daily = of(run, desk, tasks, notices)
    daily.begin()
    daily.look()
    assert runs == [frozen]
    with clock.frozen(dt.date(2026, 11, 24)):
        daily.look()
        daily.look()
    assert runs == [frozen, dt.date(2026, 11, 24)]
    assert notices.shown == []


def test_a_store_opened_for_reading_is_left_alone(desk, tasks, notices):
    of(lambda: pytest.fail("it was written to"), desk, tasks, notices, read_only=True).begin()


def test_it_asks_where_it_was_held_back_and_deletes_on_a_click(desk, tasks, notices, frozen):
    asked = []

    def run(*, sure=False):
        asked.append(sure)
        return AgedOut(helped=12, held="" if sure else "Das ist viel.")

    of(run, desk, tasks, notices).begin()
    (rung, text, labels) = notices.shown[-1]
    assert rung == "warning"
    assert text == "Nach Ablauf der Fristen zu löschen: 12 Namen in Hilfegesuchen. Das ist viel."
    assert labels == ("Jetzt löschen",)
    notices.actions["Jetzt löschen"]()
    assert asked == [False, True]
    assert notices.shown[-1][1] == "Gelöscht: 12 Namen in Hilfegesuchen."


def test_a_store_that_another_window_holds_is_looked_at_again(desk, tasks, notices, frozen):
    runs = []

    def run():
        runs.append(1)
        raise StoreUnavailable("Der Bestand ist an einem anderen Platz geöffnet.")

    daily = of(run, desk, tasks, notices)
    daily.look()
    daily.look()
    assert len(runs) == 2
    assert notices.errors == []


def test_a_bug_is_shown(desk, tasks, notices, frozen):
    error = ValueError("x")

    def run():
        raise error

    of(run, desk, tasks, notices).look()
    assert notices.errors == [error]
