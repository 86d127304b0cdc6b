"""Mapping files: how the columns of one foreign list become fields, as TOML.

```toml
noun = "offers"                      # people | initiatives | offers
source = "NYC Service"               # where the list came from
[columns]
"title" = "title"                    # heading = field
"summary" = ["teaser", "description"]
[constants]
status = "veröffentlicht"            # field = value for every row
[formats]
starts_on = "%B %d %Y"               # field = date format, or "unix"
[values.rhythm]
"ongoing" = "flexibel"               # word in the list = word of the program
```

Further keys: `encoding`, `separator`, `html` (strip HTML from texts).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ehrenamt_desktop.errors import BadFile
from ehrenamt_desktop.exchange import dates
from ehrenamt_desktop.model.columns.fields import FIELDS, FieldKind, by_key

_KEYS = frozenset(
    {"noun", "source", "encoding", "separator", "html", "columns", "constants", "formats", "values"}
)
_NOUNS = {"people": "Personen", "initiatives": "Initiativen", "offers": "Angebote"}
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a mapping file says.

    Attributes:
        noun: `people`, `initiatives` or `offers`.
        columns: heading → fields it fills.
        constants: field → value for every row.
        formats: field → date format (`%d.%m.%Y`, `unix`).
        values: field → word in the list → word of the program.
        source: where the list came from; with the field `source_key` it finds a record again.
        encoding: overrides the detected encoding.
        separator: overrides the detected separator.
        html: texts are HTML and become plain text.
    """

    noun: str
    columns: Map[str, tuple[str, ...]] = field(default_factory=dict)
    constants: Map[str, str] = field(default_factory=dict)
    formats: Map[str, str] = field(default_factory=dict)
    values: Map[str, Map[str, str]] = field(default_factory=dict)
    source: str = ""
    encoding: str = ""
    separator: str = ""
    html: bool = False


def load(path: Path, noun: str) -> Mapping:
    """The mapping in a file.

    Raises:
        BadFile: it cannot be read or is wrong; the German sentence names the place.
    """
    name = path.name
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise BadFile(f"„{name}“ ist zu groß für eine Zuordnungsdatei.")
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise BadFile(f"Die Zuordnungsdatei „{name}“ lässt sich nicht öffnen.") from None
    except UnicodeDecodeError:
        raise BadFile(
            f"Die Zuordnungsdatei „{name}“ ist kein Text. Bitte speichern Sie sie als UTF-8."
        ) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadFile(f"Die Zuordnungsdatei „{name}“ ist fehlerhaft: {_place(error)}.") from None
    try:
        return parse(raw, noun)
    except BadFile as error:
        raise BadFile(f"Zuordnungsdatei „{name}“: {error.sentence}") from None


def parse(raw: Map[str, Any], noun: str) -> Mapping:
    """The mapping in a parsed TOML document.

    Raises:
        BadFile: with the German reason.
    """
    unknown = sorted(set(raw) - _KEYS)
    if unknown:
        raise BadFile(f"Den Abschnitt „{unknown[0]}“ gibt es nicht.")
    named = raw.get("noun", noun)
    if named not in _NOUNS:
        raise BadFile("„noun“ muss „people“, „initiatives“ oder „offers“ sein.")
    if named != noun:
        raise BadFile(
            f"Sie ist für {_NOUNS[named]} gemacht; eingelesen werden sollen {_NOUNS[noun]}."
        )
    html = raw.get("html", False)
    if not isinstance(html, bool):
        raise BadFile("„html“ muss true oder false sein.")
    columns = _columns(_section(raw, "columns"), noun)
    constants = {key: _text(value, "constants") for key, value in
                 _section(raw, "constants").items()}  # fmt: skip
    formats = {key: _text(value, "formats") for key, value in _section(raw, "formats").items()}
    values = {
        key: {str(word): _text(value, "values") for word, value in _words(pairs, key).items()}
        for key, pairs in _section(raw, "values").items()
    }
    _check_fields(noun, constants, formats, values)
    return Mapping(
        noun=noun,
        columns=columns,
        constants=constants,
        formats=formats,
        values=values,
        source=_text(raw.get("source", ""), "source").strip(),
        encoding=_text(raw.get("encoding", ""), "encoding"),
        separator=_separator(raw.get("separator", "")),
        html=html,
    )


def _section(raw: Map[str, Any], key: str) -> Map[str, Any]:
    found = raw.get(key, {})
    if not isinstance(found, dict):
        raise BadFile(f"„{key}“ muss ein Abschnitt sein: [{key}].")
    return found


def _columns(section: Map[str, Any], noun: str) -> dict[str, tuple[str, ...]]:
    known = by_key(noun)
    taken: dict[str, str] = {}
    found: dict[str, tuple[str, ...]] = {}
    for heading, target in section.items():
        keys = tuple(target) if isinstance(target, list) else (target,)
        for key in keys:
            if key not in known:
                raise BadFile(
                    f"Spalte „{heading}“: Das Feld „{key}“ gibt es nicht. {_fields(noun)}"
                )
            if key in taken:
                raise BadFile(
                    f"Die Spalten „{taken[key]}“ und „{heading}“ füllen beide das Feld „{key}“."
                )
            taken[key] = heading
        found[heading] = keys
    return found


def _check_fields(
    noun: str,
    constants: Map[str, str],
    formats: Map[str, str],
    values: Map[str, Map[str, str]],
) -> None:
    known = by_key(noun)
    for section, keys in (("constants", constants), ("formats", formats), ("values", values)):
        for key in keys:
            if key not in known:
                raise BadFile(f"[{section}]: Das Feld „{key}“ gibt es nicht. {_fields(noun)}")
    for key, pattern in formats.items():
        if known[key].kind not in (FieldKind.DATE, FieldKind.CONSENT):
            raise BadFile(f"[formats]: „{key}“ ist kein Datum.")
        if not dates.is_format(pattern):
            raise BadFile(
                f"[formats]: „{pattern}“ ist kein Datumsformat. Erlaubt sind %d, %m, %b, %B, %y, "
                "%Y, %H, %M, %S und „unix“."
            )


def _words(pairs: Any, key: str) -> Map[str, Any]:
    if not isinstance(pairs, dict):
        raise BadFile(f"[values.{key}] muss Wortpaare enthalten.")
    return pairs


def _text(value: Any, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadFile(f"„{where}“: Werte stehen in Anführungszeichen.")
    return str(value)


def _separator(value: Any) -> str:
    text = {"tab": "\t", "\\t": "\t"}.get(value, value) if isinstance(value, str) else "??"
    if len(text) > 1 or text in ('"', "\r", "\n"):
        raise BadFile("„separator“ muss ein einzelnes Zeichen sein, zum Beispiel „;“.")
    return text


def _fields(noun: str) -> str:
    return "Felder: " + ", ".join(field.key for field in FIELDS[noun]) + "."


def _place(error: Exception) -> str:
    """Line and column of a TOML error; its English text is left out."""
    text = str(error)
    at = text.rfind("(at line ")
    if at < 0:
        return "Bitte prüfen Sie Anführungszeichen und Klammern"
    line, _, column = text[at + 9 :].rstrip(")").partition(", column ")
    return f"Zeile {line}, Zeichen {column}"
