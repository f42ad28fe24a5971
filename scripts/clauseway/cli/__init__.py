"""The command line: the only place that prints, reads the clock and sets the exit status."""

from clauseway.cli.main import main

__all__ = ["main"]
