"""Tries the built program away from its sources: demo, import in its child, window in German.

    python tools/setup/installer_check.py dist/ehrenamt-desktop

The folder is copied elsewhere and started with a bare environment. Ends with 1 and says what is
wrong; on Linux it also looks which files the running window has open.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

GERMAN = "qtbase_de.qm"
PATIENCE = 30.0  # seconds for the window, on a slow and busy machine
LIMIT = 600  # seconds for the demonstration
KEPT = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA")


class Faulty(Exception):
    """The built program is not fit to be handed out."""


def main() -> int:
    """Check the folder named on the command line."""
    folder = Path(sys.argv[1]).resolve()
    with TemporaryDirectory(prefix="ehrenamt ä ") as name:
        away = Path(name)
        copy = away / "Programm"
        shutil.copytree(folder, copy, symlinks=True)
        program = copy / ("ehrenamt-desktop.exe" if os.name == "nt" else "ehrenamt-desktop")
        surroundings = _bare(away)
        try:
            _demo(program, away, surroundings)
            _window(program, away, surroundings)
        except Faulty as fault:
            print(f"Not fit to be handed out: {fault}", file=sys.stderr)
            return 1
    size = sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink())
    print(f"{folder.name}: {size / 1e6:.0f} MB, all checks passed")
    return 0


def _bare(away: Path) -> dict[str, str]:
    """An environment that knows nothing of Python, of the sources or of a screen."""
    home = away / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    bare = {"HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8"}
    return kept | bare | {"QT_QPA_PLATFORM": "offscreen"}


def _demo(program: Path, away: Path, surroundings: Mapping[str, str]) -> None:
    outcome = subprocess.run(
        [str(program), "demo", "--out", "demo"],
        cwd=away, env=dict(surroundings), capture_output=True, encoding="utf-8", timeout=LIMIT,
        check=False,
    )  # fmt: skip
    if outcome.returncode or outcome.stderr.strip():
        raise Faulty(f"demo ended with {outcome.returncode}: {outcome.stdout}{outcome.stderr}")
    if not re.search(r"Eingelesen: [1-9]", outcome.stdout):
        raise Faulty(f"the demo did not import its list: {outcome.stdout}")
    made = away / "demo"
    for pattern in ("*.pdf", "aushang/*.pdf", "*.xlsx", "bilder/start*.png", "index.html"):
        found = [file for file in made.glob(pattern) if file.stat().st_size > 500]
        if not found:
            raise Faulty(f"the demo made no {pattern}")


def _window(program: Path, away: Path, surroundings: Mapping[str, str]) -> None:
    """The window stays open on the demonstration store and has Qt's German words loaded."""
    call = [str(program), "--store", str(away / "demo" / "demo.ehrenamt")]
    window = subprocess.Popen(
        call, cwd=away, env=dict(surroundings), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        _await(window, away / "home")
    finally:
        window.kill()
        window.wait()
        if window.stderr is not None:
            window.stderr.close()


def _await(window: subprocess.Popen[bytes], home: Path) -> None:
    """Wait until the window is remembered as opened and its texts are German."""
    end = time.monotonic() + PATIENCE
    maps = Path(f"/proc/{window.pid}/maps")
    while time.monotonic() < end:
        if window.poll() is not None:
            words = window.stderr.read().decode(errors="replace") if window.stderr else ""
            raise Faulty(f"the window closed with {window.returncode}: {words}")
        opened = next(home.rglob("device.json"), None) is not None  # holds the store just opened
        if not maps.exists() or (opened and GERMAN in maps.read_text()):
            return
        time.sleep(0.1)
    raise Faulty("the window did not open in German")


if __name__ == "__main__":
    raise SystemExit(main())
