"""The trash: what lies there, and the way back."""
