"""Foreign lists: planned first, then taken over in one step that can be undone."""

from __future__ import annotations


def serve_child() -> int:
    """Be the child process that reads foreign files; returns the exit code."""
    from ehrenamt_desktop.exchange.child import serve

    return serve()
