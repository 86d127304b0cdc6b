"""A page of the handbook as a document: Markdown, dressed in the colours and sizes of the look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextTable,
    QTextTableFormat,
)

from ehrenamt_desktop.services.handbook import HelpPage, anchor_of
from ehrenamt_desktop.ui.kit.theme import Tokens

SIZES = {1: 1.7, 2: 1.3, 3: 1.1, 4: 1.0}
"""Heights of headings in heights of the base text."""

WIDEST_EM = 46
"""Longer lines are hard to follow; 46 times the text's height are about 95 characters."""


class Sight(NamedTuple):
    """How a page is drawn: colours, height of the base text and width of the room in px."""

    colours: Tokens
    em: int
    room: int

    @property
    def width(self) -> int:
        """Room for lines and pictures in px."""
        return max(10 * self.em, min(self.room - 2 * self.em, WIDEST_EM * self.em))


def fill(document: QTextDocument, page: HelpPage, folder: Path, sight: Sight) -> None:
    """Put a page into a document; only links to pages in `folder` stay links."""
    document.setDocumentMargin(sight.em)
    document.setMarkdown(page.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    for block in _blocks(document):
        _dress_block(block, sight)
        for fragment in _fragments(block):
            _dress_words(document, fragment, folder, sight)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, sight)
    _say_pictures(document, sight)
    fit(document, folder, sight)


def fit(document: QTextDocument, folder: Path, sight: Sight) -> None:
    """Give lines and pictures the width of the room."""
    _set_room(document.rootFrame(), sight)
    for block in _blocks(document):
        for fragment in _fragments(block):
            if fragment.charFormat().isImageFormat():
                _fit_picture(document, fragment, folder, sight)


def heading_of(document: QTextDocument, anchor: str) -> QTextBlock | None:
    """The heading that a link means."""
    for block in _blocks(document):
        if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
            return block
    return None


def _set_room(frame: QTextFrame, sight: Sight) -> None:
    look = frame.frameFormat()
    look.setRightMargin(max(sight.em, sight.room - sight.width - sight.em))
    look.setLeftMargin(sight.em)
    look.setTopMargin(sight.em)
    look.setBottomMargin(2 * sight.em)
    frame.setFrameFormat(look)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    place = block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found


def _dress_block(block: QTextBlock, sight: Sight) -> None:
    look = block.blockFormat()
    em = sight.em
    level = look.headingLevel()
    cursor = QTextCursor(block)
    if level:
        words = QTextCharFormat(cursor.charFormat())
        words.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        words.setProperty(QTextFormat.Property.FontPixelSize, round(em * SIZES[min(level, 4)]))
        words.setFontWeight(QFont.Weight.DemiBold)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(words)
        look.setTopMargin(0 if level == 1 else round(em * (1.5 if level == 2 else 1.1)))
        look.setBottomMargin(round(em * (0.8 if level == 1 else 0.45)))
    elif look.hasProperty(QTextFormat.Property.BlockCodeFence):
        _dress_example(block, look, sight)
    elif cursor.currentTable() is not None:
        look.setTopMargin(0)
        look.setBottomMargin(0)
    else:
        look.setBottomMargin(round(em * (0.3 if _in_list(block) else 0.75)))
        look.setTopMargin(0)
        if _in_list(block) and not _in_list(block.next()):
            look.setBottomMargin(round(em * 0.9))
    if not level and not look.hasProperty(QTextFormat.Property.BlockCodeFence):
        spread = 115 if cursor.currentTable() is not None else 130
        look.setLineHeight(spread, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(look)


def _in_list(block: QTextBlock) -> bool:
    found: QTextList | None = block.textList() if block.isValid() else None
    return found is not None


def _dress_example(block: QTextBlock, look: QTextBlockFormat, sight: Sight) -> None:
    look.setNonBreakableLines(False)
    look.setBackground(QBrush(QColor(sight.colours.hover)))
    look.setLeftMargin(sight.em)
    look.setTopMargin(0)
    after = block.next()
    goes_on = after.isValid() and after.blockFormat().hasProperty(
        QTextFormat.Property.BlockCodeFence
    )
    look.setBottomMargin(0 if goes_on else sight.em)


def _dress_words(
    document: QTextDocument, fragment: QTextFragment, folder: Path, sight: Sight
) -> None:
    look = fragment.charFormat()
    if not look.isAnchor():
        return
    cursor = QTextCursor(document)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    words = QTextCharFormat(look)
    if _leads_to_page(look.anchorHref(), folder):
        words.setForeground(QBrush(QColor(sight.colours.green)))
        words.setFontUnderline(True)
    else:
        words.setAnchor(False)
        words.clearProperty(QTextFormat.Property.AnchorHref)
        words.setForeground(QBrush(QColor(sight.colours.ink)))
        words.setFontUnderline(False)
    cursor.setCharFormat(words)


def _leads_to_page(link: str, folder: Path) -> bool:
    url = QUrl(link)
    name = url.path()
    if url.scheme() or "/" in name:
        return False
    return not name or (name.endswith(".md") and (folder / name).is_file())


def _dress_table(table: QTextTable, sight: Sight) -> None:
    look = QTextTableFormat(table.format().toTableFormat())
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(QColor(sight.colours.line)))
    look.setBorderCollapse(True)
    look.setCellPadding(round(sight.em * 0.5))
    look.setCellSpacing(0)
    look.setTopMargin(round(sight.em * 0.3))
    look.setBottomMargin(round(sight.em * 1.1))
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shares = _shares(table)
    look.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
    )
    table.setFormat(look)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(QBrush(QColor(sight.colours.hover)))
        head.setFontWeight(QFont.Weight.DemiBold)
        cell.setFormat(head)
        words = QTextCharFormat()
        words.setFontWeight(QFont.Weight.DemiBold)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(words)
        block = cursor.blockFormat()
        block.setAlignment(Qt.AlignmentFlag.AlignLeft)
        cursor.mergeBlockFormat(block)


def _shares(table: QTextTable) -> list[float]:
    """Hundredths of the width for each column, by its longest cell; none gets less than 22."""
    longest = []
    for column in range(table.columns()):
        lengths = []
        for row in range(table.rows()):
            cell = table.cellAt(row, column)
            lengths.append(cell.lastPosition() - cell.firstPosition())
        longest.append(min(max(lengths), 90) or 1)
    least = min(22.0, 100 / len(longest))
    free = 100 - least * len(longest)
    return [least + free * one / sum(longest) for one in longest]


def _say_pictures(document: QTextDocument, sight: Sight) -> None:
    """Below each picture its words, for those who cannot see it and for those who can."""
    found = [
        (block.position() + block.length() - 1, one.charFormat().toImageFormat())
        for block in _blocks(document)
        for one in _fragments(block)
        if one.charFormat().isImageFormat()
    ]
    words = QTextCharFormat()
    words.setForeground(QBrush(QColor(sight.colours.soft)))
    for end, picture in reversed(found):
        cursor = QTextCursor(document)
        cursor.setPosition(end)
        place = cursor.blockFormat()
        place.setBottomMargin(round(sight.em * 0.2))
        place.clearProperty(QTextFormat.Property.LineHeight)
        place.clearProperty(QTextFormat.Property.LineHeightType)
        cursor.setBlockFormat(place)
        place.setBottomMargin(sight.em)
        cursor.insertBlock(place, words)
        cursor.insertText(str(picture.property(QTextFormat.Property.ImageAltText) or ""), words)


def _fit_picture(
    document: QTextDocument, fragment: QTextFragment, folder: Path, sight: Sight
) -> None:
    look = fragment.charFormat().toImageFormat()
    image = QImage(str(folder / look.name()))
    if image.isNull():
        return
    width = min(sight.width - 2, image.width())
    scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(look.name()), scaled)
    look.setWidth(scaled.width())
    look.setHeight(scaled.height())
    cursor = QTextCursor(document)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(look)
