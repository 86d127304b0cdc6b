"""The desk: Qt, thin. Tabs read selections, call services through the task runner, show notices."""
