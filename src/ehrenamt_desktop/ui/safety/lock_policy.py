"""After how many minutes this computer locks itself, as far as it says so."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from math import ceil
from pathlib import Path

Ask = Callable[[str, str], str]
"""A value of the desktop's settings by schema and key; empty if there is none."""

SECONDS = 3
"""How long the desktop may take to answer."""

KDE_MINUTES = 5
"""What Plasma does unless somebody chose otherwise (kscreenlockersettings.kcfg, Timeout)."""

POLICY = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
SAVER = r"Control Panel\Desktop"


def system_minutes() -> int | None:
    """Minutes until the screen is locked; None if it never is, or nobody can tell."""
    if sys.platform == "win32":
        return windows_minutes(_policy(), _saver)
    if "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":"):
        return kde_minutes(_kde_file())
    return gnome_minutes(_gsettings)


def gnome_minutes(ask: Ask) -> int | None:
    """GNOME and its kin: the screen goes dark after a delay, and locks a moment later."""
    if ask("org.gnome.desktop.screensaver", "lock-enabled") != "true":
        return None
    dark = _number(ask("org.gnome.desktop.session", "idle-delay"))
    later = _number(ask("org.gnome.desktop.screensaver", "lock-delay")) or 0
    return ceil((dark + later) / 60) if dark else None


def kde_minutes(text: str) -> int | None:
    """Plasma: the file kscreenlockerrc, in which only what differs from the usual stands."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
    except configparser.Error:
        return None
    kept = parser["Daemon"] if parser.has_section("Daemon") else {}
    if kept.get("autolock", "true").lower() == "false":
        return None
    return _number(kept.get("timeout", str(KDE_MINUTES))) or None


def windows_minutes(policy: int, saver: Ask) -> int | None:
    """Windows: the limit of the computer's policy in seconds, or a screen saver that locks."""
    times = [policy] if policy > 0 else []
    if saver(SAVER, "ScreenSaveActive") == "1" and saver(SAVER, "ScreenSaverIsSecure") == "1":
        times.append(_number(saver(SAVER, "ScreenSaveTimeOut")) or 0)
    found = [one for one in times if one > 0]
    return ceil(min(found) / 60) if found else None


def _number(text: str) -> int | None:
    """The number at the end of `uint32 300`."""
    last = text.split()[-1] if text.split() else ""
    return int(last) if last.isdecimal() else None


def _gsettings(schema: str, key: str) -> str:
    program = shutil.which("gsettings")
    if program is None:
        return ""
    try:
        answer = subprocess.run(  # noqa: S603 - fixed words, no shell
            [program, "get", schema, key],
            capture_output=True, text=True, timeout=SECONDS, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.strip()


def _kde_file() -> str:
    folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    try:
        return (Path(folder) / "kscreenlockerrc").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _policy() -> int:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, POLICY) as opened:
                return int(winreg.QueryValueEx(opened, "InactivityTimeoutSecs")[0])
        except (OSError, TypeError, ValueError):
            return 0
    return 0


def _saver(place: str, name: str) -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
        except OSError:
            return ""
    return ""
