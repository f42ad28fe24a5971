"""From what was understood to files: pages as Markdown, data, originals; and the one writer."""

from clauseway.publish.site import hand_written, publish
from clauseway.publish.writer import write

__all__ = ["hand_written", "publish", "write"]
