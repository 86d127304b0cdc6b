"""Plain SQL for everything the screen shows: questions in, frozen rows out, no SQLAlchemy."""
