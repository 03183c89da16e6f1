"""Figures of section 02."""
