"""Figures of section 05."""
