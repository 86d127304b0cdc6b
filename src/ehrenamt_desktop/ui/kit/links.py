"""The one place from which an address leaves the program: four schemes, nothing that could run."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES = ("http", "https", "mailto", "tel")


def open_link(link: str, schemes: tuple[str, ...] = SCHEMES) -> bool:
    """Hand an address to the system's program; False for any other than these schemes.

    Addresses that are no sound URL, or name a page without its host, go nowhere.
    """
    url = QUrl(link.strip(), QUrl.ParsingMode.StrictMode)
    named = bool(url.host()) or not url.scheme().startswith("http")
    if not (url.isValid() and url.scheme() in schemes and named):
        return False
    return QDesktopServices.openUrl(url)
