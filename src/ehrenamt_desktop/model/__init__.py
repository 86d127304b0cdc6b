"""What things are: words, rows, rules, columns and records. No input or output, no window."""
