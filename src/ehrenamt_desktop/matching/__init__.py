"""Matching: facts in arrays, gates, criteria, ranking, reasons and questions.

Deterministic, offline, without learned weights. Age, sex and working status never score, and
nothing here knows a store or a window.
"""
