"""Visible checks of section 02."""
