"""What the program promises about speed and memory, measured: `make bench`, one bench a promise."""
