"""Figures of section 03."""
