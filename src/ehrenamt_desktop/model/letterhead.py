"""What the office puts at head and foot of its letters."""

from __future__ import annotations

from dataclasses import dataclass, field

HOUSE_GREEN = "#1f6f5c"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office's own head and foot; what is empty takes its words from the office's details.

    Attributes:
        logo: a PNG or JPEG that was checked, or nothing.
        accent: colour of bar and name as `#rrggbb`, readable on white.
        lines: lines below the name.
        foot: lines of the foot.
        controller: who answers for the data (Art. 13 GDPR).
    """

    logo: bytes = field(default=b"", repr=False)
    accent: str = HOUSE_GREEN
    lines: str = ""
    foot: str = ""
    controller: str = ""


PLAIN = Letterhead()
