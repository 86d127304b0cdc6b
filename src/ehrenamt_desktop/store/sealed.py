"""JSON files that tell whether they are as they were written: a digest over all they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

DIGEST = "digest"


def seal(content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with its digest."""
    return {**content, DIGEST: _digest(content)}


def is_sealed(content: Mapping[str, Any]) -> bool:
    """Whether nothing was changed since."""
    return bool(content.get(DIGEST) == _digest(content))


def _digest(content: Mapping[str, Any]) -> str:
    kept = {name: value for name, value in content.items() if name != DIGEST}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()
