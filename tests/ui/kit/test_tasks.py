"""Work off the window's thread always ends, in order, on the window's thread."""

from __future__ import annotations

import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread

from ehrenamt_desktop.errors import Cancelled, DomainError
from ehrenamt_desktop.ui.kit.tasks import BackgroundTasks, InlineTasks, Lane


@pytest.fixture
def lost():
    return []


@pytest.fixture
def background(desk, lost):
    runner = BackgroundTasks(lost.append)
    yield runner
    assert runner.drain()
    runner.close()
    runner.deleteLater()


def test_the_answer_comes_on_the_windows_thread(background):
    seen = []
    background.run(
        Lane.READ,
        lambda: QThread.currentThread(),
        lambda worker: seen.append((worker, QThread.currentThread())),
    )
    assert not background.idle()
    assert background.drain()
    (worker, receiver) = seen[0]
    assert worker is not receiver


def test_an_error_goes_to_its_receiver_or_to_the_notices(background, lost):
    taken = []

    def fail():
        raise DomainError("Das geht nicht.")

    background.run(Lane.READ, fail, pytest.fail, taken.append)
    background.run(Lane.WRITE, fail, pytest.fail)
    assert background.drain()
    assert [error.sentence for error in taken] == ["Das geht nicht."]
    assert [error.sentence for error in lost] == ["Das geht nicht."]


def test_writing_keeps_its_order(background):
    done = []
    for number in range(20):
        background.run(Lane.WRITE, lambda number=number: number, done.append)
    assert background.drain()
    assert done == list(range(20))


def test_a_later_question_drops_the_earlier_answer(background):
    gate = threading.Event()
    answers = []
    worked = []
    background.run(Lane.READ, lambda: gate.wait(5), lambda _: answers.append("first"), key="list")
    for word in ("second", "third"):
        background.run(
            Lane.READ, lambda word=word: worked.append(word) or word, answers.append, key="list"
        )
    gate.set()
    assert background.drain()
    assert answers == ["third"]
    assert worked == ["third"]


def test_keys_do_not_disturb_each_other(background):
    answers = []
    background.run(Lane.READ, lambda: 1, answers.append, key="a")
    background.run(Lane.READ, lambda: 2, answers.append, key="b")
    background.run(Lane.READ, lambda: 3, answers.append)
    assert background.drain()
    assert answers == [1, 2, 3]


def test_a_receiver_that_is_gone_is_left_alone(background, lost):
    class Receiver(QObject):
        def take(self, _):
            raise AssertionError

    receiver = Receiver()
    background.run(Lane.READ, lambda: 1, receiver.take)
    import shiboken6

    shiboken6.delete(receiver)
    assert background.drain()
    assert lost == []


def test_long_work_tells_how_far_it_is(background):
    told, ended, results = [], [], []

    def started(work):
        work.progressed.connect(lambda done, total, text: told.append((done, total, text)))
        work.finished.connect(lambda: ended.append(work.title))

    background.long_work.connect(started)

    def work(progress):
        for number in range(1, 4):
            progress.step(number, 3, "Zeilen")
        return "fertig"

    background.run_long("Lesen …", work, results.append)
    assert background.drain()
    assert results == ["fertig"]
    assert told[-1] == (3, 3, "Zeilen")
    assert ended == ["Lesen …"]


def test_long_work_can_be_stopped(background, lost):
    entered, go_on = threading.Event(), threading.Event()
    background.long_work.connect(lambda work: started.append(work))
    started = []

    def work(progress):
        progress.step(0, 2)
        entered.set()
        go_on.wait(5)
        progress.step(1, 2)
        raise AssertionError

    background.run_long("Lesen …", work, pytest.fail)
    assert entered.wait(5)
    started[0].cancel()
    go_on.set()
    assert background.drain()
    assert isinstance(lost[0], Cancelled)


def test_the_inline_runner_behaves_alike():
    lost, done = [], []
    runner = InlineTasks(lost.append)
    runner.run(Lane.READ, lambda: 1, done.append)
    runner.run_long("…", lambda progress: progress.step(1, 1) or 2, done.append)
    runner.run(Lane.WRITE, lambda: 1 / 0, done.append)
    assert done == [1, 2]
    assert isinstance(lost[0], ZeroDivisionError)
    assert runner.idle()
    assert runner.drain()


def test_held_work_waits_and_keeps_its_order(background, lost):
    free, done, rested = threading.Event(), [], []
    background.run(Lane.READ, lambda: free.wait(10) and "running", done.append)
    background.hold(lambda: rested.append(True))
    background.run(Lane.WRITE, lambda: "later", done.append)
    background.run(Lane.WRITE, lambda: 1 / 0, done.append)
    assert (rested, done) == ([], [])
    free.set()
    assert background.drain()
    assert (rested, done) == ([True], [])
    background.release()
    assert background.drain()
    assert done == ["running", "later"]
    assert isinstance(lost[0], ZeroDivisionError)


def test_holding_when_nothing_runs_rests_at_once(background):
    rested = []
    background.hold(lambda: rested.append(1))
    background.hold(lambda: rested.append(2))
    assert rested == [1, 2]
    background.release()
    inline, done = InlineTasks(pytest.fail), []
    inline.hold(lambda: rested.append(3))
    inline.run(Lane.READ, lambda: 1, done.append)
    assert (rested, done) == ([1, 2, 3], [])
    inline.release()
    assert done == [1]


def test_after_closing_nothing_starts(desk):
    done = []
    runner = BackgroundTasks(pytest.fail)
    runner.run(Lane.READ, lambda: 1, done.append)
    runner.close()
    runner.run(Lane.READ, lambda: 2, done.append)
    assert runner.idle()
    assert done == [1]


def test_each_lane_reads_through_one_connection_that_stays(background, office):
    used = {Lane.READ: [], Lane.WRITE: []}

    def connection():
        with office.store.read() as open_:
            return open_

    for _ in range(4):
        for lane, found in used.items():
            background.run(lane, connection, found.append)
    assert background.drain()
    kept = {lane: {id(one) for one in found} for lane, found in used.items()}
    assert [len(found) for found in used.values()] == [4, 4]
    assert [len(found) for found in kept.values()] == [1, 1]
    assert kept[Lane.READ] != kept[Lane.WRITE]


def test_what_a_task_held_dies_on_the_windows_thread(background):
    class Owner:
        def work(self) -> None:
            pass

    died: list[threading.Thread] = []
    for _ in range(200):
        owner = Owner()
        weakref.finalize(owner, lambda: died.append(threading.current_thread()))
        background.run(Lane.READ, owner.work, lambda _: None)
        del owner
        QCoreApplication.processEvents()
    background.drain()
    assert len(died) == 200
    assert set(died) == {threading.main_thread()}
