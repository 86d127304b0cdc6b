"""The records of the store: for each noun a base, a draft that validates and a table."""
