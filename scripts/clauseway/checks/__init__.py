"""Checks of what was understood; each yields problems and changes nothing."""
