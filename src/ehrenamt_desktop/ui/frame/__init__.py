"""The frame around the tabs: bar, menu, search over everything, foot, the dialogs of the start."""
