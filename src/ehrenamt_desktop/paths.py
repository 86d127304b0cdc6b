"""Where things lie: shipped resources and the folders of this user."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder of shipped fonts, icons, texts and data (wheel, frozen program or source tree).

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "resources", package.parents[1] / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if (candidate / "places.csv").is_file():
            return candidate
    raise FileNotFoundError("resources")


@cache
def handbook() -> Path:
    """The folder of the handbook's pages (wheel, frozen program or source tree).

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "handbook", package.parents[1] / "docs" / "handbuch"]
    if frozen:
        candidates.insert(0, Path(frozen) / "handbook")
    for candidate in candidates:
        if (candidate / "index.md").is_file():
            return candidate
    raise FileNotFoundError("handbook")


def program() -> list[str]:
    """The command that starts this program once more, able to use pipes, frozen or not.

    On Windows the built folder holds two programs: one for the window, which has no streams, and
    one for the command line.
    """
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "ehrenamt_desktop"]
    beside = Path(sys.executable).with_name("ehrenamt-desktop.exe")
    return [str(beside) if beside.is_file() else sys.executable]


def documents_folder() -> Path:
    """The user's documents folder, where exports and papers are offered to be saved."""
    from platformdirs import user_documents_path

    return user_documents_path()


def sample_folder() -> Path:
    """The folder for the store of invented people to look around in, not created here."""
    from platformdirs import user_data_path

    return user_data_path("ehrenamt-desktop", appauthor=False) / "beispiel"


def device_folder() -> Path:
    """The folder for window size and last store (no personal data), not created here."""
    from platformdirs import user_config_path

    return user_config_path("ehrenamt-desktop", appauthor=False)
