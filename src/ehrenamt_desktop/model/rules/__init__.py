"""Pure rules of the field: no store, no window, no clock."""
