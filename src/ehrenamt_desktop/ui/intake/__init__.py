"""Taking in: pasted blocks, what fills itself, call notes."""
