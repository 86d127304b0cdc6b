"""The window, the demonstration and the pictures; only here Qt is loaded."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ehrenamt_desktop import paths
from ehrenamt_desktop.cli.call import passphrase_of

if TYPE_CHECKING:
    import argparse

    from ehrenamt_desktop.cli.opening import Opening


def window(call: argparse.Namespace | Opening) -> int:
    """Open the window on the named store, or on the last one."""
    gc.disable()  # a tenth of the start; `ui/kit/garbage` collects once the window stands
    import_module("ehrenamt_desktop.services.office")  # before Qt, which reads each later module
    from ehrenamt_desktop.app import run_window

    return run_window(call.store, passphrase_of(call))


def demo(call: argparse.Namespace) -> int:
    """Show the main job end to end; on a terminal with a display, open the window then."""
    from ehrenamt_desktop.services.demo import show

    environment = dict(os.environ)  # as it is before pictures are taken without a screen
    index = show.run(
        call.out,
        people=call.people,
        initiatives=call.initiatives,
        offers=call.offers,
        seed=call.seed,
        tell=partial(print, flush=True),
        screenshots=_pictures,
    )
    print(f"Fertig. Bitte öffnen Sie {index}")
    if sys.stdout.isatty() and _has_display():
        return _window_apart(call.out / show.STORE, environment)
    return 0


def screenshots(call: argparse.Namespace) -> int:
    """Take pictures of every view with demonstration data, or with the named store."""
    if call.store is not None:
        _pictures(call.store, call.out, passphrase_of(call))
        print(f"Bilder: {call.out}")
        return 0
    from tempfile import TemporaryDirectory

    from ehrenamt_desktop.services.demo import show

    with TemporaryDirectory() as folder:
        store = show.make_store(Path(folder))
        _pictures(store, call.out)
    print(f"Bilder: {call.out}")
    return 0


def _pictures(store: Path, folder: Path, passphrase: str | None = None) -> list[Path]:
    from ehrenamt_desktop.app import take_screenshots

    return take_screenshots(store, folder, passphrase)


def _window_apart(store: Path, environment: Mapping[str, str]) -> int:
    """Open the window in a process of its own: this one has painted without a screen."""
    import subprocess

    call = [*paths.program(), "--store", str(store)]
    return subprocess.run(call, env=dict(environment), check=False).returncode  # noqa: S603 - itself


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
