"""The garbage collector held off while hundreds of thousands of small objects are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Look for no cycles inside the block: there are none, and looking takes a third of the time.

    Measured with 10,000 people of 46 columns: 12.8 s with the collector, 8.8 s without.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
