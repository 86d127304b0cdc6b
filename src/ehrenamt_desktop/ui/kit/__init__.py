"""Parts every desk uses: table, fields, forms, search, tasks, changes, notices, files, theme."""
