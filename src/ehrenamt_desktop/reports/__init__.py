"""Rows in, file out: notice boards and letters as PDF, lists as Excel. No database, no Qt."""
