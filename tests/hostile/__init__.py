"""Hostile policies: text, files and settings that try to be more than data."""
