"""Demonstration data: a seeded office of invented people, and the main job shown on it."""
