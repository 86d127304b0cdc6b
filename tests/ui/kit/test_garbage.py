from __future__ import annotations

import gc
import weakref

from ehrenamt_desktop.ui.kit.garbage import MainThreadGarbage


class Knot:
    """Something only the cycle collector can free."""

    def __init__(self):
        self.me = self


def test_knots_are_freed_by_the_timer_alone(desk, qtbot):
    garbage = MainThreadGarbage()
    assert not gc.isenabled()
    seen = weakref.ref(Knot())
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    garbage.look()
    assert seen() is None
    assert kept
    garbage.stop()
    assert gc.isenabled()
    gc.disable()
