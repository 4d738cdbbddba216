"""Frames of any kind: their columns, spans of time, printed figures and rows."""
