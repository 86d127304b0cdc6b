"""Trash, saved views, narrow lines of people; search tables without positions.

Search asks for single words only, so the index keeps no positions (`detail=none`): it is smaller
and dense answers come faster. Prefixes of up to five signs are indexed for postcodes and dialling
codes that most records share.
"""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of `second.sql`."""
    script = Path(__file__).with_name("second.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
