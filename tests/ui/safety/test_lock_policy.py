"""What a computer says about its own lock, in the words of three systems."""

from __future__ import annotations

import pytest

from ehrenamt_desktop.ui.safety import lock_policy
from ehrenamt_desktop.ui.safety.lock_policy import (
    SAVER,
    gnome_minutes,
    kde_minutes,
    system_minutes,
    windows_minutes,
)

SCREEN, SESSION = "org.gnome.desktop.screensaver", "org.gnome.desktop.session"


@pytest.mark.parametrize(("locks", "dark", "later", "minutes"), [
    ("true", "uint32 300", "uint32 0", 5),
    ("true", "uint32 300", "uint32 30", 6),
    ("true", "uint32 900", "", 15),
    ("true", "uint32 0", "uint32 0", None),
    ("false", "uint32 300", "uint32 0", None),
    ("", "", "", None),
    ("true", "no such schema", "uint32 0", None),
])  # fmt: skip
def test_gnome(locks, dark, later, minutes):
    kept = {
        (SCREEN, "lock-enabled"): locks,
        (SESSION, "idle-delay"): dark,
        (SCREEN, "lock-delay"): later,
    }
    assert gnome_minutes(lambda schema, key: kept[schema, key]) == minutes


@pytest.mark.parametrize(("text", "minutes"), [
    ("", 5),
    ("[Daemon]\nTimeout=15\n", 15),
    ("[Daemon]\nAutolock=false\nTimeout=15\n", None),
    ("[Daemon]\nTimeout=0\n", None),
    ("[Greeter]\nTheme=org.kde.breeze\n", 5),
    ("no ini at all", None),
])  # fmt: skip
def test_plasma(text, minutes):
    assert kde_minutes(text) == minutes


@pytest.mark.parametrize(("policy", "active", "secure", "seconds", "minutes"), [
    (0, "1", "1", "600", 10),
    (0, "1", "0", "600", None),
    (0, "0", "1", "600", None),
    (900, "", "", "", 15),
    (900, "1", "1", "300", 5),
    (0, "1", "1", "bald", None),
])  # fmt: skip
def test_windows(policy, active, secure, seconds, minutes):
    kept = {"ScreenSaveActive": active, "ScreenSaverIsSecure": secure, "ScreenSaveTimeOut": seconds}
    assert (
        windows_minutes(policy, lambda place, name: kept[name] if place == SAVER else "") == minutes
    )


def test_plasma_is_asked_for_its_file_and_any_other_for_its_settings(tmp_path, monkeypatch):
    monkeypatch.setattr(lock_policy.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert system_minutes() == 5
    (tmp_path / "kscreenlockerrc").write_text("[Daemon]\nTimeout=7\n", encoding="utf-8")
    assert system_minutes() == 7
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_minutes() is None
