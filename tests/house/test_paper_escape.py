"""All text on paper passes one escaping helper (design 7), so no name can break a page."""

from __future__ import annotations

import ast

import pytest

HELPER = "reports/paper.py"
MARKUP_CLASSES = {"Paragraph", "XPreformatted", "ParagraphAndImage", "Preformatted"}


def _made(source) -> set[str]:
    """Classes of reportlab that read markup and are built in this module."""
    made = set()
    for call in source.calls():
        match call.func:
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in MARKUP_CLASSES:
                made.add(name)
    return made


def test_paragraphs_are_made_in_one_module_only(sources):
    assert {source.name for source in sources if _made(source)} == {HELPER}


def test_that_module_escapes(sources):
    helper = next(source for source in sources if source.name == HELPER)
    assert any(isinstance(c.func, ast.Name) and c.func.id == "escape" for c in helper.calls())


@pytest.mark.parametrize(
    "text",
    [
        "<b>Fett",
        "Müller & Söhne",
        "a < b > c",
        "<img src='x'/>",
        "</para>",
        "&#60;para&#62;",
        "<br>",
    ],
)
def test_markup_in_a_text_is_text(text):
    from ehrenamt_desktop.reports import paper

    parts = paper.paragraphs(text, paper.style(10))
    assert "".join(part.getPlainText() for part in parts) == text
