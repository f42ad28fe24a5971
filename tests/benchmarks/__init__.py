"""Measurements of speed and memory on made-up schools; nothing here is asserted by a test."""
