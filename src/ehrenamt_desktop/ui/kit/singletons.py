"""Keeps None, True, False and NotImplemented alive under Python 3.11.

The wheels of PySide6 6.12.0 are built for interpreters in which these objects are immortal (3.12
and newer, PEP 683): each Qt call that returns one of them takes a reference it never gave. Under
3.11 some ten thousand calls later the interpreter stops with "deallocating None" (measured:
`QWidget.parentWidget()` on a widget without parent loses one reference a call; 6.11.3 does not).
A count far out of reach does what the newer interpreters do.
"""

from __future__ import annotations

import sys

FAR = 1 << 60
"""References: at a billion lost ones a second, 36 years."""


def keep() -> None:
    """Call once before the first Qt object; does nothing where the interpreter does it itself."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes

    for one in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(one))
        if count.value < FAR // 2:
            count.value = FAR
