"""What a tooltip shows is what was written."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from ehrenamt_desktop.ui.kit.tips import tip


@pytest.mark.parametrize(
    "words",
    ["<b>Anna</b>", "<img src='file:///etc/passwd'>", "A <i>&amp;</i> B", "<p>x</p>", "Anna & Bert",
     "3 < 4", "", "Zeile 1\nZeile 2", "<script>x</script> & <b>"],
)  # fmt: skip
def test_it_reads_as_it_was_typed(words):
    made = QTextDocument()
    shown = tip(words)
    if shown == words:
        made.setPlainText(shown)
    else:
        made.setHtml(shown)
    assert made.toPlainText() == words
