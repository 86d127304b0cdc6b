"""Start: what is due today, and doing it at once."""
