"""Private copies of papers, for the programs that open them: the library's own bytes stay whole."""

from __future__ import annotations

import hashlib
import shutil
import stat
import tempfile
from pathlib import Path

from ehrenamt_desktop.model.documents import EditionRow
from ehrenamt_desktop.model.file_names import safe_name
from ehrenamt_desktop.reports.output import replacing
from ehrenamt_desktop.store.document_file import DocumentFile
from ehrenamt_desktop.store.engine import Store


class Copies:
    """Files out of the library: saved where the user says, or kept for this session only."""

    def __init__(self, store: Store) -> None:
        self._papers = DocumentFile(store)
        self._folder: Path | None = None

    def opened(self, edition: EditionRow) -> Path:
        """A copy nobody else may read and nobody can change; it goes when the office closes.

        Raises:
            DomainError: the file is missing or damaged.
        """
        data = self._papers.read(edition.digest)
        return self._put(edition.digest, safe_name(edition.file_name, edition.format), data)

    def made(self, title: str, data: bytes) -> Path:
        """The same for a PDF that was made just now."""
        return self._put(hashlib.sha256(data).hexdigest(), safe_name(title, "pdf"), data)

    def save(self, edition: EditionRow, path: Path) -> None:
        """Write the paper where the user wants it; an older file is replaced at the end only.

        Raises:
            DomainError: the file is missing or damaged.
            StoreUnavailable: it cannot be written there.
        """
        data = self._papers.read(edition.digest)
        with replacing(path) as draft:
            draft.write_bytes(data)

    def _put(self, digest: str, name: str, data: bytes) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="unterlage-"))
        folder = self._folder / digest[:16]
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / name
        if not path.exists():
            path.write_bytes(data)
            path.chmod(stat.S_IRUSR)
        return path

    def close(self) -> None:
        """Let go of all copies made for opening, as far as other programs let go of them."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        for path in folder.rglob("*"):
            if path.is_file():
                path.chmod(stat.S_IRUSR | stat.S_IWUSR)
        shutil.rmtree(folder, ignore_errors=True)
