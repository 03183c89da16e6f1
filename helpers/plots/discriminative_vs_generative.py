"""Figures of section 01."""
