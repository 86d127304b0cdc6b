"""The office's own forms on paper and on the screen, with fields that can be filled in."""
