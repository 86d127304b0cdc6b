"""Foreign files: read in a child process, mapped to fields by data; lists written as CSV."""
