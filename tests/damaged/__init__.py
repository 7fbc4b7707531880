"""Damaged reports with truth: what a reader must read of them, and what it must never read."""
