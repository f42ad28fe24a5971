"""The pictures of the publisher's guide: made by a script, so that they show the pages as they are."""
