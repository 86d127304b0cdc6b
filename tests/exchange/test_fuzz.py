"""A hundred files broken by chance; `make torture` does thousands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.exchange.fuzzing import look
from tests.make_office import make_office

PARTS = 4
EACH = 25


@pytest.mark.parametrize("part", range(PARTS))
def test_broken_files_do_no_harm(part, tmp_path: Path, tmp_path_factory, frozen) -> None:
    office = make_office(tmp_path, tmp_path_factory.getbasetemp())
    try:
        numbers = range(part * EACH, (part + 1) * EACH)
        found = Counter(look(office, number, tmp_path).kind for number in numbers)
    finally:
        office.close()
    assert found.total() == EACH
