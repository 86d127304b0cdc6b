"""List columns as data: one tuple feeds the screen, Excel, CSV, PDF and the command line."""
