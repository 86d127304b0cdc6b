"""An open office on the frozen Monday."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.make_office import make_office

from ehrenamt_desktop.services.office import Office


@pytest.fixture
def office(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, frozen) -> Iterator[Office]:
    opened = make_office(tmp_path, tmp_path_factory.getbasetemp())
    yield opened
    opened.close()
