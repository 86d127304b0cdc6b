"""Parts of the record panes that people, initiatives and offers share."""
