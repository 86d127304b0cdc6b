"""Mass writes go through `store/bulk.py`, which raises versions and writes the journal (design 4).

Nothing else may use UPDATE, DELETE or INSERT of its own, apart from the journal with its undo, the
search index, the lines and the traces (derived from records, not records themselves), the erasure
of a person (which no journal may tell of), the file of papers (bytes, no records), a restored
copy that goes on counting from the numbers given since, and the migrations.
"""

from __future__ import annotations

import ast
import re

from sqlalchemy import column, delete, insert, table, update

ALLOWED = re.compile(
    r"store/(?:bulk|document_file|erasing|restoring|undo|journal\w*|search\w*|lines|traces)\.py|store/migrations/.+"
)
STATEMENTS = {"update", "delete", "insert"}
WHOLESALE = {
    "bulk_insert_mappings",
    "bulk_save_objects",
    "bulk_update_mappings",
}
RAW = re.compile(
    r"\s*(?:UPDATE\s|DELETE\s+FROM\b|(?:INSERT|REPLACE)\s+(?:OR\s+\w+\s+)?INTO\b|TRUNCATE\s)"
)


def writes(tree: ast.Module) -> list[str]:
    """What a module does that only the mass writer may, with its line."""
    found: list[str] = []
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("sqlal", "sqlmod")):
            found += [f"{node.lineno}: {a.name}" for a in node.names if a.name in STATEMENTS]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = node.func.attr
            of_table = name in STATEMENTS and not node.args and not node.keywords
            of_library = name in STATEMENTS and ast.unparse(node.func.value) in ("sa", "sqlalchemy")
            if name in WHOLESALE or of_table or of_library:
                found.append(f"{node.lineno}: .{name}()")
        elif (
            isinstance(node, ast.Constant) and id(node) not in prose and RAW.match(str(node.value))
        ):
            found.append(f"{node.lineno}: {str(node.value).strip()[:40]}")
    return found


def test_nothing_else_writes_in_mass(sources):
    breaches = {
        source.name: found
        for source in sources
        if not ALLOWED.fullmatch(source.name)
        and not source.name.startswith("ui/")  # knows no database; `update()` repaints a widget
        and (found := writes(source.tree))
    }
    assert not breaches


def test_sql_files_stand_with_the_migrations(root):
    package = root / "src" / "ehrenamt_desktop"
    files = {path.relative_to(package).as_posix() for path in package.rglob("*.sql")}
    assert {name for name in files if not name.startswith("store/migrations/")} == set()


def test_the_rule_sees_what_it_forbids():
    thing = table("person", column("id"))
    for statement in (update(thing), delete(thing), insert(thing)):
        assert RAW.match(str(statement))
    for line in (
        "from sqlalchemy import update",
        "from sqlmodel import Session, delete",
        "table.delete()",
        "sa.insert(table)",
        "session.bulk_save_objects(rows)",
        "run('UPDATE person SET version = 1')",
        "run(f'DELETE FROM {table} WHERE id = ?')",
        "run('INSERT OR IGNORE INTO term VALUES (1)')",
    ):
        assert writes(ast.parse(line)), line
    for line in ("days.update({1: 2})", "lines.insert(0, text)", "'UPDATE is a word'"):
        assert not writes(ast.parse(line)), line
