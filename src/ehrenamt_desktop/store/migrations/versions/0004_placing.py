"""Versions of the weights, who received a contact, both sides of a follow-up, hours by month."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the statements of `fourth.sql`."""
    script = Path(__file__).with_name("fourth.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
