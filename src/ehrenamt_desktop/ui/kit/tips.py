"""Tooltips that show words as they are: Qt takes for markup whatever looks like it."""

from __future__ import annotations

from PySide6.QtGui import Qt


def tip(words: str) -> str:
    """The words of a tooltip; a name like `<b>Anna</b>` is shown with its signs."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words
