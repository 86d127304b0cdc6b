"""Where a store may lie: on this computer, and in no folder that others write to as well.

SQLite's locks do not reach other computers, and a program that keeps folders in step copies the
file and its log at different moments (store notes 2.4, 0.10). Safety copies may lie there.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from ehrenamt_desktop.errors import StoreUnavailable

NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "afpfs"}
    | {"ceph", "glusterfs", "lustre", "vboxsf", "webdav"}
)
NETWORK_FUSE = frozenset(
    {"sshfs", "davfs", "rclone", "smbnetfs", "gvfsd-fuse", "s3fs", "glusterfs", "curlftpfs"}
)

_OCTAL = re.compile(r"\\([0-7]{3})")

SYNCED_NAMES = re.compile(
    r"onedrive|dropbox|nextcloud|owncloud|google ?drive|googledrive|meine ablage|my drive|"
    r"icloud ?drive|com~apple~clouddocs|magentacloud|hidrive|pcloud(drive)?|seafile|syncthing",
    re.IGNORECASE,
)
"""How the usual programs call their folder; OneDrive adds the office: `OneDrive - Stadt Sontra`."""

SYNCED_MARKS = (".stfolder", ".dropbox", ".owncloudsync.log", ".nextcloudsync.log")
SYNCED_DATABASES = ("._sync_*.db", ".sync_*.db")
"""What Syncthing, Dropbox, ownCloud and Nextcloud leave in the folder they keep in step."""

SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Windows names the folders of OneDrive in these."""


def refuse_place(path: Path) -> None:
    """Make sure that `path` lies on this computer alone.

    Raises:
        StoreUnavailable: it lies on a network drive, where SQLite can damage the file, or in a
            folder that a program keeps in step with other computers.
    """
    whole = path.resolve()
    if on_network(whole):
        raise StoreUnavailable(
            "Der Bestand liegt auf einem Netzlaufwerk. Dort kann er beschädigt werden. Bitte "
            "legen Sie ihn auf diesen Computer und sichern Sie ihn auf das Netzlaufwerk."
        )
    folder = synced_folder(whole)
    if folder is not None:
        raise StoreUnavailable(
            f"Der Ordner „{folder.name}“ wird mit anderen Computern abgeglichen. Dort kann der "
            "Bestand beschädigt werden. Bitte legen Sie ihn in einen anderen Ordner dieses "
            "Computers; sichern können Sie ihn in den abgeglichenen Ordner."
        )


def synced_folder(path: Path) -> Path | None:
    """The folder above an absolute path that is kept in step with other computers, if one is."""
    named = {Path(one).resolve() for key in SYNCED_VARIABLES if (one := os.environ.get(key))}
    for folder in path.parents:
        if folder in named or _sounds_synced(folder.name) or _is_marked(folder):
            return folder
    return None


def _sounds_synced(name: str) -> bool:
    """`Nextcloud`, `OneDrive - Stadt Sontra`; not a folder that only speaks of one."""
    first = re.split(r" - | \(", name, maxsplit=1)[0].strip()
    return SYNCED_NAMES.fullmatch(first) is not None


def _is_marked(folder: Path) -> bool:
    try:
        if any((folder / mark).exists() for mark in SYNCED_MARKS):
            return True
        return any(next(folder.glob(one), None) is not None for one in SYNCED_DATABASES)
    except OSError:
        return False


def on_network(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether an absolute path lies on a network drive, as far as the system tells."""
    if sys.platform == "win32":
        return _remote_drive(path)
    if not mounts.is_file():
        return False
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = _OCTAL.sub(lambda found: chr(int(found[1], 8)), parts[1])
        inside = str(path) == point or str(path).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind in NETWORK_TYPES or kind.removeprefix("fuse.") in NETWORK_FUSE


def _remote_drive(path: Path) -> bool:
    import ctypes

    if is_unc(str(path)):
        return True
    remote = 4  # DRIVE_REMOTE of the Windows API
    windows = getattr(ctypes, "windll")  # noqa: B009 - absent on other systems
    return bool(windows.kernel32.GetDriveTypeW(path.anchor) == remote)


def is_unc(path: str) -> bool:
    r"""Whether a Windows path names a share (`\\server\share`), not a long path (`\\?\C:`)."""
    plain = path.replace("/", "\\")
    local = plain.startswith(("\\\\?\\", "\\\\.\\")) and not plain[4:].upper().startswith("UNC\\")
    return plain.startswith("\\\\") and not local
