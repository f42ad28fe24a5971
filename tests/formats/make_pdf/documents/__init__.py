"""The documents themselves, a few to a module. Each is a `Paper`."""
