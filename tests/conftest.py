"""What all tests share: a frozen Monday, fakes of the desk's doors, typing with umlauts."""

from __future__ import annotations

import datetime as dt
import gc
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from ehrenamt_desktop import clock
from ehrenamt_desktop.ui.kit import singletons

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MONDAY = dt.date(2026, 11, 23)

singletons.keep()


@pytest.fixture
def frozen() -> Iterator[dt.date]:
    """The clock stands at Monday, 23 November 2026, noon."""
    with clock.frozen(MONDAY):
        yield MONDAY


class FakeNotices:
    """Remembers what would be shown and answers questions."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str, tuple[str, ...]]] = []
        self.actions: dict[str, Callable[[], None]] = {}
        self.errors: list[BaseException] = []
        self.questions: list[str] = []
        self.answers = True

    def info(self, text: str, *actions: Any) -> None:
        self._keep("info", text, actions)

    def success(self, text: str, *actions: Any) -> None:
        self._keep("success", text, actions)

    def warning(self, text: str, *actions: Any) -> None:
        self._keep("warning", text, actions)

    def error(self, error: BaseException) -> None:
        self.errors.append(error)

    def ask(self, question: str, yes: str, no: str = "Abbrechen") -> bool:
        self.questions.append(question)
        return self.answers

    def clear(self) -> None:
        self.shown.clear()

    def texts(self) -> list[str]:
        return [text for _, text, _ in self.shown]

    def _keep(self, look: str, text: str, actions: tuple[Any, ...]) -> None:
        self.shown.append((look, text, tuple(one.label for one in actions)))
        self.actions = {one.label: one.run for one in actions}


class FakeFiles:
    """Answers with `next_path` and remembers what was done with files."""

    def __init__(self) -> None:
        self.next_path: Path | None = None
        self.asked: list[tuple[str, str]] = []
        self.launched: list[Path] = []
        self.shown: list[Path] = []
        self.printed: list[Path] = []
        self.revealed: list[Path] = []
        self.mails: list[str] = []
        self.pages: list[str] = []

    def save(self, title: str, suggested: str, suffix: str) -> Path | None:
        self.asked.append((title, suggested))
        return self.next_path

    def open(self, title: str, suffixes: Sequence[str]) -> Path | None:
        self.asked.append((title, ""))
        return self.next_path

    def open_many(self, title: str, suffixes: Sequence[str]) -> tuple[Path, ...]:
        chosen = self.open(title, suffixes)
        return () if chosen is None else (chosen,)

    def folder(self, title: str) -> Path | None:
        self.asked.append((title, ""))
        return self.next_path

    def launch(self, path: Path) -> None:
        self.launched.append(path)

    def show(self, path: Path) -> None:
        self.shown.append(path)

    def print(self, path: Path) -> None:
        self.printed.append(path)

    def reveal(self, path: Path) -> None:
        self.revealed.append(path)

    def mail(self, link: str) -> None:
        self.mails.append(link)

    def web(self, link: str) -> None:
        self.pages.append(link)


class FakeSource:
    """A list of rows in memory; `text` is sought in their representation."""

    def __init__(self, rows: Sequence[Any]) -> None:
        self.all = {row.id: row for row in rows}
        self.queries: list[Any] = []
        self.reads: list[tuple[int, ...]] = []

    def ids(self, query: Any) -> list[int]:
        self.queries.append(query)
        found = [
            number
            for number, row in self.all.items()
            if query.text.casefold() in repr(row).casefold()
            and all(str(getattr(row, key, "")) in values for key, values in query.filters.items())
        ]
        if query.sort:
            found.sort(key=lambda one: str(getattr(self.all[one], query.sort, one)))
        return found[::-1] if query.descending else found

    def rows(self, ids: Sequence[int]) -> list[Any]:
        self.reads.append(tuple(ids))
        return [self.all[number] for number in ids if number in self.all]

    def total(self) -> int:
        return len(self.all)


@pytest.fixture
def notices() -> FakeNotices:
    return FakeNotices()


@pytest.fixture
def files() -> FakeFiles:
    return FakeFiles()


@pytest.fixture
def make_source() -> Callable[[Sequence[Any]], FakeSource]:
    return FakeSource


@pytest.fixture
def tasks(notices: FakeNotices) -> Any:
    """A runner that does everything at once."""
    from ehrenamt_desktop.ui.kit.tasks import InlineTasks

    return InlineTasks(notices.error)


@pytest.fixture
def desk(qapp: Any) -> Any:
    """The application in the light look of the theme, in the shipped font."""
    from PySide6.QtCore import QEvent

    from ehrenamt_desktop.ui.kit import kept_layouts, privacy, shipped_font, theme

    shipped_font.wear(qapp)
    gc.disable()  # as app.py does: a worker must not collect widgets
    theme.apply(qapp, theme.Look.LIGHT)
    yield qapp
    gc.disable()  # a closed program hands the collector back: it must not run amid Qt's own lists
    privacy.mask(False)
    kept_layouts.keep_in(None)
    gc.enable()
    # without a running event loop closed windows stay, and each later dressing restyles them all
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def bus(desk: Any) -> Any:
    from ehrenamt_desktop.ui.kit.changes import ChangeBus

    return ChangeBus()


@pytest.fixture
def navigator(desk: Any) -> Any:
    from ehrenamt_desktop.ui.kit.navigator import Navigator

    return Navigator()


@pytest.fixture
def type_text() -> Callable[[Any, str], None]:
    """Type into a widget sign by sign; `QTest.keyClicks` aborts at the first umlaut."""

    def type_into(widget: Any, text: str) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(widget, event)

    return type_into


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office full of demonstration data as of `MONDAY`; copy it, never write to it."""
    from ehrenamt_desktop.services.demo.build import fill
    from ehrenamt_desktop.services.new_office import create_office
    from ehrenamt_desktop.services.office import open_office

    path = tmp_path_factory.mktemp("demo") / "demo.ehrenamt"
    with clock.frozen(MONDAY):
        create_office(path)
        made = open_office(path)
        fill(made.store, people=40, initiatives=15, offers=25, as_of=MONDAY)
        made.close()
    return path


@pytest.fixture
def office(demo_store: Path, tmp_path: Path, frozen: dt.date, bus: Any) -> Any:
    """An open office on a copy of the demonstration data; its steps reach the bus."""
    from ehrenamt_desktop.services.office import open_office

    path = tmp_path / "office.ehrenamt"
    shutil.copyfile(demo_store, path)
    opened = open_office(path, on_changed=bus.publish)
    yield opened
    opened.close()


@pytest.fixture
def empty_office(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, frozen: dt.date, bus: Any
) -> Any:
    """An open office without any record; its steps reach the bus."""
    from tests.make_office import make_office

    from ehrenamt_desktop.services.office import open_office

    made = make_office(tmp_path, tmp_path_factory.getbasetemp())
    made.close()
    opened = open_office(made.path, on_changed=bus.publish)
    yield opened
    opened.close()


@pytest.fixture
def collaborators(
    office: Any, tasks: Any, bus: Any, notices: FakeNotices, files: FakeFiles, navigator: Any
) -> tuple[Any, ...]:
    """What the constructor of every tab takes."""
    return (office, tasks, bus, notices, files, navigator)
